# SPDX-License-Identifier: MIT
"""Question 3, which counts show it: the evidence that is a number, and the evidence that has grown old.

A count is one key from being an indicator, old evidence one key from being renewed. It must not know how a
stage is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.stage import counted, old_evidence
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, DimensionRow, EvidenceRow
from walkthrough.ui.criteria.deeds import focus_later
from walkthrough.ui.criteria.phrases import evidence_states, evidence_text, stage_line
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Card, Column, Divider, FlowRow
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current

Found = tuple[DimensionRow, CriterionRow, EvidenceRow]


@dataclass(frozen=True)
class CountHands:
    """What the lines of question 3 may ask of the page.

    `make_indicator` takes the key of a piece of evidence, `go_to_indicator` that of an indicator.
    """

    make_indicator: Callable[[str], None]
    go_to_indicator: Callable[[str], None]
    renew: Callable[[CriterionRow, EvidenceRow], None]


class CountsPart(Column):
    """The numbers that show a stage, and what should be renewed."""

    def __init__(self, hands: CountHands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self._hands = hands
        self.counts, self.old = Card(N_("Counts")), Card(N_("To be renewed"))
        self._shown: tuple[object, ...] = ()
        self.count_lines: list[CountLine] = []
        self.old_lines: list[OldLine] = []
        self._none = Prose(N_("No count has been given yet. Add one under question 2, where you know it."))
        self._counts, self._old = Column(gap="gap"), Column(gap="gap")
        self.counts.add(self._none, self._counts)
        note = N_("This evidence is older than twelve months. It still counts, but please look again.")
        self.old.add(Prose(note, look="soft"), self._old)
        self.add(Heading(2, N_("3  Which counts show it?")), self.counts, self.old)
        self.setFocusProxy(self.counts)  # F6 comes to the card: what it comes to must not be a deed

    def show_page(self, page: CheckPage, *, is_safe: bool) -> None:
        """Show the counts of a check and its old evidence; the line with the focus keeps it."""
        counts, old = counted(page), old_evidence(page)
        if self._shown == (counts, old, is_safe, current()):
            return
        self._shown = (counts, old, is_safe, current())
        at = self._with_focus()
        self.count_lines = [CountLine(self._hands, page, one, is_safe=is_safe) for one in counts]
        self.old_lines = [OldLine(self._hands, page, one, is_safe=is_safe) for one in old]
        _fill(self._counts, self.count_lines)
        _fill(self._old, self.old_lines)
        self._none.setVisible(not counts)
        self._counts.setVisible(bool(counts))
        self.old.setVisible(bool(old))
        again = next((line for line in self._lines() if line.key == at), None)
        if again is not None:
            focus_later(again.button)

    def press_focused(self) -> bool:
        """Make the count that the keyboard is at an indicator; False where it is at none."""
        line = next((line for line in self.count_lines if line.button.hasFocus()), None)
        if line is not None:
            line.button.click()
        return line is not None

    def _lines(self) -> Iterable[CountLine | OldLine]:
        return (*self.count_lines, *self.old_lines)

    def _with_focus(self) -> str:
        return next((line.key for line in self._lines() if line.button.hasFocus()), "")


class _EvidenceLine(Column):
    """One piece of evidence with its statement, what is doubtful about it, and one button."""

    _said_above: frozenset[str] = frozenset()
    """Signs of doubts that the card has told already."""

    def __init__(self, page: CheckPage, found: Found, button: Button, *, is_safe: bool) -> None:
        super().__init__(gap="unit")
        part, criterion, piece = found
        self.button = button
        text = evidence_text(piece, is_safe=is_safe)
        button.setAccessibleDescription(text)
        said, where = Prose(look="label"), Prose(look="soft")
        said.set_plain(text)
        where.set_plain(
            _("{part}, {stage}: {statement}").format(
                part=part.name, stage=stage_line(page, criterion.stage), statement=criterion.text
            )
        )
        told = Column(gap="half")
        told.add(said, where)
        states = evidence_states(piece, criterion, len(page.stages))
        if doubts := [state for state in states if state[0] != "good" and state[2] not in self._said_above]:
            chips = FlowRow()
            chips.add(*(Chip(tone, words, sign=sign) for tone, words, sign in doubts))
            told.add(chips)
        sides = Sides(520, gap="gap")
        sides.add(told, stretch=1)
        sides.add(button, stretch=0, at=Qt.AlignmentFlag.AlignTop)
        self.line_above = Divider()
        self.add(self.line_above, sides)


class CountLine(_EvidenceLine):
    """A count: one key makes it an indicator; where its statement has one, the key goes there."""

    def __init__(self, hands: CountHands, page: CheckPage, found: Found, *, is_safe: bool) -> None:
        self._hands, self.key = hands, f"count {found[2].id}"
        self._evidence_id = found[2].id
        self._made = next(iter(found[1].indicators), None)
        super().__init__(page, found, self._button(), is_safe=is_safe)
        self.button.clicked.connect(self._act)

    def _button(self) -> Button:
        if self._made is None:
            return Button(N_("Make it an indicator"), sign="indicator", keys="Ctrl+Return")
        number = self._made.number
        return Button(lambda: _("Indicator #{number}").format(number=number), "quiet", sign="indicator")

    def _act(self) -> None:
        if self._made is None:
            self._hands.make_indicator(self._evidence_id)
        else:
            self._hands.go_to_indicator(self._made.id)


class OldLine(_EvidenceLine):
    """A piece older than twelve months: one key asks for what shows it today."""

    _said_above = frozenset({"again"})

    def __init__(self, hands: CountHands, page: CheckPage, found: Found, *, is_safe: bool) -> None:
        self._hands, self.key = hands, f"old {found[2].id}"
        self._criterion, self._piece = found[1:]
        super().__init__(page, found, Button(N_("Renew"), sign="again"), is_safe=is_safe)
        self.button.clicked.connect(self._act)

    def _act(self) -> None:
        self._hands.renew(self._criterion, self._piece)


def _fill(column: Column, lines: Iterable[_EvidenceLine]) -> None:
    column.clear()
    for number, line in enumerate(lines):
        line.line_above.setVisible(number > 0)
        column.add(line)
