# SPDX-License-Identifier: MIT
"""The stage check as a page: the four questions in order, one check at a time.

It reads one query and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.commands.stage import BeginStageCheck, DateStageCheck
from walkthrough.model.commands.stage_indicator import IndicatorFromEvidence
from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.queries.stage_rows import CheckHead, CheckPage, CriterionRow, EvidenceRow
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.stage_check.counts_part import CountHands, CountsPart
from walkthrough.ui.screens.stage_check.criteria_part import CriteriaPart
from walkthrough.ui.screens.stage_check.head import Head, Questions
from walkthrough.ui.screens.stage_check.next_part import NextPart
from walkthrough.ui.screens.stage_check.stage_part import StagePart
from walkthrough.ui.screens.stage_check.tab_order import step_tab
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.places import ScrollPage
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

if TYPE_CHECKING:
    from walkthrough.ui.criteria.criterion_card import CriterionCard

_TABLES = (
    "stage_check", "criterion_answer", "evidence", "ladder", "stage", "dimension", "criterion", "next_step",
    "indicator",
)  # fmt: skip


class StageCheckScreen(Screen):
    """Which stage, how do we know, which counts show it, what moves us on."""

    name = "stage-check"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: tuple[CheckHead, ...] = ()
        self._check_id = ""
        self.page: CheckPage | None = None
        self._is_safe = desk.room.safe
        hands = Hands(self.do, desk.say, desk.drafts, self.make_step)
        self.head, self.questions = Head(), Questions()
        self.stage, self.criteria = StagePart(hands), CriteriaPart(hands)
        self.counts = CountsPart(CountHands(self.make_indicator, self._go_to_indicator, self.renew))
        self.next = NextPart(hands)
        self.begin = Button(N_("Begin the first stage check"), "primary", sign="stage-check", name="begin")
        self._build()

    def refresh(self) -> None:
        """Read the checks and show the chosen one, the newest if it is gone."""
        self._rows = self.desk.workbook.read(check_heads)
        known = [row.id for row in self._rows]
        if self._check_id not in known:
            self._check_id = known[-1] if known else ""
        self.page = self.desk.workbook.read(check_page, self._check_id) if self._check_id else None
        self._sides.setCurrentIndex(0 if self.page is None else 1)
        self._show()
        self.actions_changed.emit()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a check, its answers or a next step changed."""
        return changes.touches(*_TABLES)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        if self.page is not None:
            self._show()

    def show_for(self, **where: Any) -> None:
        """Show a check (check_id), a part (dimension_id) or a statement (criterion_id)."""
        if where.get("check_id") in [row.id for row in self._rows]:
            self._check_id = where["check_id"]
            self.refresh()
        if "dimension_id" in where and self.criteria.list.choose(where["dimension_id"]):
            self._go_to(1)
        if "criterion_id" in where and (card := self.criteria.card_of(where["criterion_id"])) is not None:
            card.answer.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def handlers(self) -> Handlers:
        """What this page does for the keys of the registry."""
        return {
            "entry.next_step": self._step_from_focus,
            "go.unanswered": self.criteria.go_on,
            "view.picture": self.stage.profile.toggle_table,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a check to do it with."""
        return self.page is not None

    def set_room_safe(self, safe: bool) -> None:
        """Leave out who saw something, and held words, while the room can see."""
        self._is_safe = safe
        if self.page is not None:
            self._show()

    def first_focus(self) -> QWidget:
        """The first question, or the way to begin."""
        return self.begin if self.page is None else self.questions.buttons[0]

    def parts(self) -> tuple[QWidget, ...]:
        """One for each question."""
        if self.page is None:
            return (self.begin,)
        lines = [line.button for line in self.next.lines if line.row is not None and not line.isHidden()]
        shown = self.stage.profile
        picture = shown.table if shown.shows_table() else shown.picture
        return (self.questions.buttons[0], picture, self.criteria.list, *lines[:1])

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step_tab(self, forward=forward) or super().focusNextPrevChild(forward)

    def do(self, command: Command) -> Refused | None:
        """Do a command; a refusal is handed back to be shown beside its field."""
        try:
            self.desk.workbook.do(command, initiator=self)
        except Refused as refused:
            return refused
        return None

    def begin_check(self) -> None:
        """Begin a check as of today, with what the last one found."""
        command = BeginStageCheck(
            self.desk.clock.today(),
            self.desk.shelf.ladder,
            self.desk.workbook.live_meeting,
            self.desk.shelf.ladder_language,
        )
        self._check_id = command.id
        is_first = not self._rows
        refused = self.do(command)
        if refused is not None:
            self.desk.say(refusal_text(refused))
            return
        self.criteria.go_on()
        if is_first:
            self.desk.say(_("A stage check has begun. Keys 1 to 5 answer. Take one part at a time."))
        else:
            self.desk.say(_("A new stage check has begun. Answers and evidence came along with their dates."))

    def make_step(self, row: CriterionRow) -> None:
        """Make a next step that is linked to a statement."""
        values = {"criterion_id": row.id, "meeting_id": self.desk.workbook.live_meeting}
        if self.do(AddNextStep(row.text, values)) is None:
            self.desk.say(_("The next step is in the plan. Say there who does it by when."))

    def make_indicator(self, evidence_id: str) -> None:
        """Make an indicator of a count; it takes its source and first value along."""
        command = IndicatorFromEvidence(evidence_id, self.desk.workbook.live_meeting)
        refused = self.do(command)
        if refused is not None:
            self.desk.say(refusal_text(refused))
            return
        number = command.facts()["number"]
        said = _("Indicator #{number} is there. Say under Indicators who owns it and what you aim for.")
        self.desk.say(said.format(number=number))

    def renew(self, row: CriterionRow, piece: EvidenceRow) -> None:
        """Ask for what shows a statement today; the old piece stays until that is saved."""
        card = self.criteria.card_of(row.id)
        if card is not None:
            card.evidence.open_form(piece.shown.proof, piece, renews=True)

    def _go_to_indicator(self, key: str) -> None:
        self.desk.go("indicators", indicator_id=key)

    def _build(self) -> None:
        start = EmptyState(
            "stage-check",
            N_("Where does our collaboration stand?"),
            N_(
                "Four questions: Which stage are we in? How do we know? Which counts show it? What moves us "
                "on? You go through ten parts, each with four statements, and say how you know. A low stage "
                "is not a failure. Ask which stage your purpose needs."
            ),
            self.begin,
        )
        self.body = ScrollPage()
        self.body.add(self.head, self.stage, self.criteria, self.counts, self.next)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.questions)
        column.addWidget(self.body, 1)
        self._sides = QStackedLayout(self)
        self._sides.addWidget(start)
        self._sides.addWidget(whole)
        self._connect()

    def _connect(self) -> None:
        self.begin.clicked.connect(self.begin_check)
        self.head.new.clicked.connect(self.begin_check)
        self.head.check.committed.connect(self._on_check)
        self.stage.day.committed.connect(self._on_day)
        self.stage.profile.picked.connect(self._on_bar)
        self.questions.asked.connect(self._go_to)
        self.criteria.beside.follow(self.body)
        self.body.verticalScrollBar().valueChanged.connect(self._mark_question)

    def _show(self) -> None:
        if self.page is None:
            return
        at = [row.id for row in self._rows].index(self.page.id)
        self.head.show_checks(self._rows, self.page)
        self.stage.show_page(self.page, self._rows[:at])
        self.criteria.show_page(self.page, self.desk.clock.today(), is_safe=self._is_safe)
        self.counts.show_page(self.page, is_safe=self._is_safe)
        self.next.show_page(self.page)

    def _on_check(self, check_id: str) -> None:
        self._check_id = check_id
        self.refresh()

    def _on_day(self, day: date | None) -> None:
        if self.page is None:
            return
        if day is None:
            self.stage.day.set_value(self.page.as_of)
        else:
            self.do(DateStageCheck(self.page.id, day))

    def _on_bar(self, dimension_id: str) -> None:
        if self.criteria.list.choose(dimension_id):
            self._go_to(1)

    def _questions(self) -> tuple[QWidget, ...]:
        return (self.stage, self.criteria, self.counts, self.next)

    def _go_to(self, number: int) -> None:
        part = self._questions()[number]
        top = part.mapTo(self.body.page, part.rect().topLeft()).y()
        if number == 1:
            self.criteria.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.body.verticalScrollBar().setValue(0 if number == 0 else top - self.questions.height() // 4)
        self.questions.mark(number)

    def _mark_question(self, value: int) -> None:
        line = value + self.body.viewport().height() // 3
        tops = [part.mapTo(self.body.page, part.rect().topLeft()).y() for part in self._questions()]
        self.questions.mark(max((n for n, top in enumerate(tops) if top <= line), default=0))

    def _step_from_focus(self) -> None:
        card: CriterionCard | None = self.criteria.card_with_focus()
        if card is not None:
            card.make_next_step()
            return
        if self.counts.press_focused():
            return
        row = self.next.row_with_focus()
        if row is not None:
            self.make_step(row)
