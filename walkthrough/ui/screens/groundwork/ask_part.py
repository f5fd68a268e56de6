# SPDX-License-Identifier: MIT
"""Asking a questionnaire: by which method, of how many, with or without groups; then the ballots themselves.

What will be shown is said in plain words before a box opens. It must not know an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.questionnaires import QuestionnaireRow
from walkthrough.model.rules.ballots import may_ask
from walkthrough.model.words import RatingMethod
from walkthrough.ui.ballots.round_panel import RoundPanel
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.groundwork.asked import questionnaire_asked
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import check_field, line_field, number_field, radio_group_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, Column, FlowRow, ScrollPage
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

_METHODS = ((RatingMethod.PAPER, N_("Paper ballots")), (RatingMethod.PASS, N_("Pass the laptop")))
_MOST_PARTS = 9
_SHOWN = N_(
    "Five or more ballots: all of us see how many gave each answer. Fewer: only how many ballots there were."
)
_TOO_FEW = N_(
    "With four or fewer people, private answers could be traced to a person. Talk about it in the open "
    "instead."
)
_SHEETS = N_("Print one for each person. The print pack in Reports has it too.")
_SPLIT = N_(
    "A group with five or more ballots shows where the middle of its answers lies, and nothing else. All "
    "others stand together as everyone else. Where that could tell who said what, nothing is split."
)


class AskPart(ScrollPage):
    """What stands before the box, and the round."""

    sealed = Signal(int)
    """A box was closed, with so many ballots."""
    print_asked = Signal()
    """The sheet to mark is wanted on paper."""
    changed = Signal()
    """A box was opened, or it is gone."""

    def __init__(self, desk: Desk, initiator: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._desk = desk
        self.row: QuestionnaireRow | None = None
        self._was_open = False
        self.method = radio_group_field(N_("How"), _METHODS, across=True, name="ask_method")
        self.people = number_field(
            N_("People in the room"), least=1, most=9_999, optional=True, name="ask_people"
        )
        self.with_parts = check_field(N_("Also ask which group a ballot comes from"), name="ask_parts")
        self.parts = line_field(
            N_("Groups"), hint=N_("Two to nine, with a semicolon between them."), name="ask_groups"
        )
        self.split, self.numbers = Prose(_SPLIT, look="small"), Prose(self._numbers, look="small")
        self.sheets = Prose(_SHEETS, look="small")
        self.print_sheet = Button(N_("&Print the sheet"), sign="reports", name="ask_print")
        self.before = Card()
        self.round = RoundPanel(desk, initiator, self._people)
        self.none = Prose(N_("It has no question yet. Write one first, then ask."), look="soft")
        self.too_few = InfoBar("note", _TOO_FEW)
        self._build()

    def show_ask(self, row: QuestionnaireRow, people: int, parts: Sequence[str]) -> None:
        """Offer to ask this questionnaire.

        Args:
            row: what is asked.
            people: how many are in the room, as the live meeting knows; 0 for not known.
            parts: names of partners, offered as groups.
        """
        is_other = self.row is None or self.row.id != row.id
        self.row = row
        if is_other:
            self.people.set_value(people or None)
            self.parts.set_value("; ".join(parts[:_MOST_PARTS]))
            self.with_parts.set_value(False)
        self._show()

    def first(self) -> QWidget:
        """Return where the keys begin."""
        return self.round.first() if self.is_open() else self.method.control

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to."""
        own = () if self.before.isHidden() else (self.method.control,)
        return (*own, *self.round.panes())

    def is_open(self) -> bool:
        """Tell whether a ballot box stands open here."""
        return self.round.ballot_box is not None

    def retranslate(self) -> None:
        """Say again what holds numbers."""
        self.round.retranslate()

    def _build(self) -> None:
        self.method.set_value(RatingMethod.PAPER)
        groups = Column(gap="unit")
        groups.add(self.with_parts, self.split, self.parts, self.numbers)
        paper = FlowRow()
        paper.add(self.print_sheet)
        self._paper = Column(gap="half")
        self._paper.add(paper, self.sheets)
        self.before.add(self.method, self._paper, self.people, groups, Prose(_SHOWN, look="small"))
        sides = Sides(640)
        sides.add(self.before, 1, at=Qt.AlignmentFlag.AlignTop)
        right = Column(gap="gap")
        right.add(self.too_few, self.round)
        sides.add(right, 1, at=Qt.AlignmentFlag.AlignTop)
        self.add(self.none, sides)
        self.add_stretch()
        self.method.committed.connect(lambda _value: self._show())
        self.people.committed.connect(lambda _value: self._show())
        self.with_parts.committed.connect(lambda _on: self._show())
        self.parts.committed.connect(lambda _text: self._show())
        self.print_sheet.clicked.connect(self.print_asked)
        self.round.sealed.connect(self.sealed)
        self.round.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        """Tell of a box that was opened or is gone; another ballot in it changes nothing here."""
        is_open = self.is_open()
        self.before.setVisible(not is_open)
        if is_open is not self._was_open:
            self._was_open = is_open
            self.changed.emit()

    def _show(self) -> None:
        row = self.row
        if row is None:
            return
        self.none.setVisible(not row.questions)
        if not row.questions:
            for widget in (self.before, self.round, self.too_few):
                widget.hide()
            return
        meeting = self._desk.workbook.live_meeting
        self.round.show_round(questionnaire_asked(row, meeting, self._parts()), self.method.value())
        self._was_open = self.is_open()
        self.before.setVisible(not self._was_open)
        may = self._was_open or may_ask(self._people())
        self.round.setVisible(may)
        self.too_few.setVisible(not may)
        asks = bool(self.with_parts.value())
        only_with_groups: tuple[QWidget, ...] = (self.split, self.parts, self.numbers)
        for part in only_with_groups:
            part.setVisible(asks)
        self.numbers.retranslate()
        self._paper.setVisible(self.method.value() is RatingMethod.PAPER)

    def _parts(self) -> tuple[str, ...]:
        """The groups to offer; none where nobody is asked, or there is but one."""
        if not self.with_parts.value():
            return ()
        named = [" ".join(part.split()) for part in self.parts.value().split(";")]
        kept = tuple(dict.fromkeys(part for part in named if part))[:_MOST_PARTS]
        return kept if len(kept) > 1 else ()

    def _numbers(self) -> str:
        """The groups with the numbers that people give for them."""
        named = " · ".join(f"{number} {part}" for number, part in enumerate(self._parts(), 1))
        if not named:
            return ""
        return _("Say these numbers; on paper people write theirs at the foot: {groups}").format(groups=named)

    def _people(self) -> int:
        return self.people.value() or 0
