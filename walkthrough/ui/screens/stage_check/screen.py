# SPDX-License-Identifier: MIT
"""The stage check as a page: the four questions in order, one check at a time.

It reads one query and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.commands.stage import DateStageCheck
from walkthrough.model.commands.stage_indicator import IndicatorFromEvidence
from walkthrough.model.queries.ladders import ladder_for_next, ladders
from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.queries.stage_rows import CheckHead, CheckPage, CriterionRow, EvidenceRow
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.stage_check.check_side import CheckSide
from walkthrough.ui.screens.stage_check.counts_part import CountHands, CountsPart
from walkthrough.ui.screens.stage_check.criteria_part import CriteriaPart
from walkthrough.ui.screens.stage_check.head import Head
from walkthrough.ui.screens.stage_check.ladder_choice import LadderChoice
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_side import LadderSide
from walkthrough.ui.screens.stage_check.next_part import NextPart
from walkthrough.ui.screens.stage_check.private_card import PrivateCard
from walkthrough.ui.screens.stage_check.stage_part import StagePart
from walkthrough.ui.screens.stage_check.start_side import StartSide, counted
from walkthrough.ui.screens.stage_check.tab_order import step_tab
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _

if TYPE_CHECKING:
    from walkthrough.ui.criteria.criterion_card import CriterionCard

_TABLES = (
    "stage_check", "criterion_answer", "evidence", "ladder", "stage", "dimension", "criterion", "next_step",
    "indicator", "round", "tally",
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
        self.head, self.start = Head(), StartSide()
        self.begin = self.start.begin
        self.private = PrivateCard(desk, self)
        self.stage, self.criteria = StagePart(hands, self.private), CriteriaPart(hands)
        self.counts = CountsPart(CountHands(self.make_indicator, self._go_to_indicator, self.renew))
        self.next = NextPart(hands)
        self.check_side = CheckSide(self.head, (self.stage, self.criteria, self.counts, self.next))
        self.questions, self.body = self.check_side.questions, self.check_side.body
        self.deeds = LadderDeeds(desk, self.do)
        self.ladder = LadderSide(self.deeds)
        self._sides = QStackedLayout(self)
        for side in (self.start, self.check_side, self.ladder):
            self._sides.addWidget(side)
        self._connect()

    def refresh(self) -> None:
        """Read the checks and show the chosen one, the newest if it is gone."""
        self._rows = self.desk.workbook.read(check_heads)
        known = [row.id for row in self._rows]
        if self._check_id not in known:
            self._check_id = known[-1] if known else ""
        self.page = self.desk.workbook.read(check_page, self._check_id) if self._check_id else None
        if self.is_at_ladder():
            self.ladder.refresh()  # the check is shown again on the way back
        else:
            self._sides.setCurrentIndex(0 if self.page is None else 1)
            self._show_ladders()
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
        if where and self.is_at_ladder():
            self._close_ladder()
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
            **self.ladder.handlers(),
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a check to do it with, or a ladder."""
        if action_id in self.ladder.handlers():
            return self.is_at_ladder() and self.ladder.can(action_id)
        return self.page is not None and not self.is_at_ladder()

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may be asked for while the laptop goes round; None for all."""
        return self.private.only_actions()

    def set_room_safe(self, safe: bool) -> None:
        """Leave out who saw something, and held words, while the room can see."""
        self._is_safe = safe
        if self.page is not None:
            self._show()

    def first_focus(self) -> QWidget:
        """The first question, the way to begin, or the ladder."""
        if self.is_at_ladder():
            return self.ladder.first()
        return self.begin if self.page is None else self.questions.buttons[0]

    def parts(self) -> tuple[QWidget, ...]:
        """One for each question; those of the ladder while it is shown."""
        if self.is_at_ladder():
            return self.ladder.parts()
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
        offer, before = self._offer(), self._check_id
        self._check_id = ""  # the newest is shown: the one that begins
        key = self.deeds.begin_check(offer.chosen(), is_first=not self._rows)
        self._check_id = key or before
        if key:
            offer.start_over()
            self._show_ladders()
            if self.page is not None and not self.page.dimensions:
                self.stage.agreed.stage.control.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.criteria.go_on()

    def is_at_ladder(self) -> bool:
        """Tell whether the ladder is shown in place of a check."""
        return self._sides.currentWidget() is self.ladder

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

    def _connect(self) -> None:
        self.begin.clicked.connect(self.begin_check)
        for offer in (self.start.ladders, self.head.ladders):
            offer.change_asked.connect(self._open_ladder)
            self.ladder.made.connect(offer.choose)
        self.ladder.left.connect(self._close_ladder)
        self.ladder.actions_changed.connect(self.actions_changed)
        self.head.new.clicked.connect(self.begin_check)
        self.head.check.committed.connect(self._on_check)
        self.stage.day.committed.connect(self._on_day)
        self.private.actions_changed.connect(self.actions_changed)
        self.stage.profile.picked.connect(self._on_bar)
        self.questions.asked.connect(self._go_to)
        self.criteria.beside.follow(self.body)

    def _show_ladders(self) -> None:
        read, shipped = self.desk.workbook.read, self.desk.shelf.ladder
        heads, following = read(ladders), read(ladder_for_next, shipped.id)
        for offer in (self.start.ladders, self.head.ladders):
            offer.show_ladders(heads, following, shipped.id, shipped.name)
        usual = len(shipped.stages), len(shipped.dimensions)
        self.start.show_ladder(*counted(heads, self.start.ladders.shown(), usual))

    def _show(self) -> None:
        if self.page is None:
            return
        at = [row.id for row in self._rows].index(self.page.id)
        self.head.show_checks(self._rows, self.page)
        self.check_side.show_parts(bool(self.page.dimensions))
        self.stage.show_page(self.page, self._rows[:at])
        self.private.show_page(self.page)
        self.stage.history.show_check(self.desk.workbook.read, self.page.id)
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

    def _go_to(self, number: int) -> None:
        if number == 1:
            self.criteria.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check_side.go_to(number)

    def _offer(self) -> LadderChoice:
        return self.start.ladders if self.page is None else self.head.ladders

    def _open_ladder(self, ladder_id: str) -> None:
        self._sides.setCurrentWidget(self.ladder)
        self.ladder.open_ladder(ladder_id)
        self.actions_changed.emit()

    def _close_ladder(self) -> None:
        self._sides.setCurrentIndex(0 if self.page is None else 1)
        self.refresh()
        self._offer().change.setFocus(Qt.FocusReason.OtherFocusReason)

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
