# SPDX-License-Identifier: MIT
"""What opens beside the rows of the checklist: steps to read, votes without a step, what is held, decisions,
who was here.

None of them knows the checklist.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.entry import EditEntry, ReleaseEntry
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.choosing import WithoutStep
from walkthrough.model.queries.closing import HeldEntry
from walkthrough.model.words import Kind
from walkthrough.ui.screens.live.close_body import CloseBody
from walkthrough.ui.screens.live.close_reading import CloseReading
from walkthrough.ui.screens.live.close_words import came_words, held_words, step_made
from walkthrough.ui.screens.live.parked_box import ParkedBox
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.read_back_words import promise_words
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.widgets.places import FlowRow
from walkthrough.wording import N_, _, ngettext


class StepsBody(CloseBody):
    """The steps that still wait to be read back."""

    read_asked = Signal()

    def __init__(self, hands: PartHands, title: str) -> None:
        words = N_("Each step is read out loud, and its owner answers.")
        super().__init__("steps", title, words, hands)
        self.go = Button(N_("Read them back"), "plain", name="close_read_back")
        self.go.clicked.connect(self.read_asked)
        row = FlowRow()
        row.add(self.go)
        self.add(row)
        self.add_stretch()

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """Return them as rows."""
        self.go.setVisible(bool(reading.to_read()))
        return [
            GroupCells(
                id=step.id,
                text=wording_of(step.what, step.held, self.is_safe),
                number=step.number,
                detail=promise_words(step, self.is_safe),
            )
            for step in reading.to_read()
        ]

    def first(self) -> QWidget | None:
        """The button."""
        return None if self.go.isHidden() else self.go

    def on_enter(self, row_id: str) -> None:
        """Go and read."""
        self.read_asked.emit()


class WithoutBody(CloseBody):
    """Themes and barriers with votes that no next step answers."""

    def __init__(self, hands: PartHands, title: str) -> None:
        words = N_("They got votes, and nobody acts on them yet. Ctrl+Enter makes a next step of one.")
        super().__init__("without", title, words, hands)
        self.add_stretch()

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """Return them with their votes."""
        return [
            GroupCells(
                id=row.id,
                text=wording_of(row.text, row.held, self.is_safe),
                kind="" if row.is_theme else "barrier",
                number=row.number,
                marks=(("quiet", ngettext("{n} vote", "{n} votes", row.votes).format(n=row.votes)),),
            )
            for row in reading.without
        ]

    def does(self, action_id: str) -> bool:
        """A next step from the chosen one."""
        return action_id == "entry.next_step" and bool(self.list.chosen_id())

    def act(self, action_id: str) -> None:
        """Ask what will be done."""
        self.on_enter(self.list.chosen_id())

    def on_enter(self, row_id: str) -> None:
        """Ask what will be done."""
        row = self._row(row_id)
        if row is not None:
            number = row.number
            asked = N_("Enter makes the next step. Esc leaves it.")
            self.line.ask(
                row_id, lambda: _("What will be done about #{number}?").format(number=number), asked
            )

    def on_answered(self, row_id: str, text: str) -> None:
        """Make the step; it answers every finding below a theme."""
        row = self._row(row_id)
        if row is not None and text:
            answers = tuple(mark.id for mark in row.findings)
            command = AddNextStep(text, {"meeting_id": self.hands.meeting_id}, answers)
            if self.hands.did(command):
                self.hands.say(step_made(command.facts()["number"]))
        self.next_row(row_id)

    def _row(self, row_id: str) -> WithoutStep | None:
        rows = self.reading.without if self.reading is not None else ()
        return next((row for row in rows if row.id == row_id), None)


class ParkedBody(CloseBody):
    """The parking lot."""

    def __init__(self, hands: PartHands, title: str) -> None:
        super().__init__("parked", title, N_("No topic is lost: settle it, drop it, or keep it."), hands)
        self.box = ParkedBox("close", hands)
        self.add(self.box)
        self.add_stretch()
        self.list.hide()
        self._seen: set[str] = set()

    def show_reading(self, reading: CloseReading, safe: bool) -> None:
        """Show the topics; those that were answered here stay in view."""
        super().show_reading(reading, safe)
        self._seen |= {row.id for row in reading.topics}
        self.box.show_topics([row for row in reading.topics if row.id in self._seen], safe)

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """The box has the rows."""
        return []

    def first(self) -> QWidget | None:
        """The topics."""
        return self.box.list if self.box.list.row_count() else None

    def key(self, event: QKeyEvent) -> bool:
        """1 to 3 for the chosen topic."""
        return self.box.key(event)


class HeldBody(CloseBody):
    """Entries whose wording is on hold."""

    def __init__(self, hands: PartHands, title: str) -> None:
        super().__init__("held", title, self._told, hands)
        self.add_stretch()

    def show_reading(self, reading: CloseReading, safe: bool) -> None:
        """Show them."""
        super().show_reading(reading, safe)
        self.words.retranslate()

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """Return them; their words only where nobody else can see."""
        return [
            GroupCells(
                id=row.id,
                text=wording_of(row.text, True, self.is_safe),
                kind=row.kind.value,
                number=row.number,
            )
            for row in reading.held
        ]

    def does(self, action_id: str) -> bool:
        """Reword it, or let it be shown."""
        return action_id in ("entry.edit", "entry.hold") and bool(self.list.chosen_id())

    def act(self, action_id: str) -> None:
        """Do it for the chosen one."""
        row = self._row(self.list.chosen_id())
        if row is not None and action_id == "entry.hold":
            if self.hands.did(ReleaseEntry(row.kind, row.id)):
                self.hands.say(_("#{number} may be shown again.").format(number=row.number))
        elif row is not None:
            self.on_enter(row.id)

    def on_enter(self, row_id: str) -> None:
        """Word it anew."""
        row = self._row(row_id)
        if row is not None:
            number, text = row.number, "" if self.is_safe else row.text
            hint = N_("Enter keeps it. Then Ctrl+H lets it be shown.")
            self.line.ask(row_id, lambda: _("#{number} in other words").format(number=number), hint, text)

    def on_answered(self, row_id: str, text: str) -> None:
        """Write the new words; it stays on hold until somebody lets it out."""
        row = self._row(row_id)
        if row is not None and text and text != row.text:
            self.hands.did(EditEntry(row.kind, row.id, text=text))
        self.back()

    def _told(self) -> str:
        reading = getattr(self, "reading", None)
        return held_words(len(reading.held)) if reading is not None else ""

    def _row(self, row_id: str) -> HeldEntry | None:
        rows = self.reading.held if self.reading is not None else ()
        return next((row for row in rows if row.id == row_id), None)


class DecisionsBody(CloseBody):
    """What was decided, and by which rule."""

    def __init__(self, hands: PartHands, title: str) -> None:
        words = N_("Enter says how one was decided: by all, by most, by the chair.")
        super().__init__("decisions", title, words, hands)
        self.add_stretch()

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """Return them with their rule."""
        return [
            GroupCells(
                id=row.id,
                text=wording_of(row.text, row.held, self.is_safe),
                kind="decision",
                number=row.number,
                detail=wording_of(row.rule, row.held, self.is_safe) if row.rule else _("How was it decided?"),
            )
            for row in reading.decisions
        ]

    def does(self, action_id: str) -> bool:
        """Say how it was decided."""
        return action_id == "entry.edit" and bool(self.list.chosen_id())

    def act(self, action_id: str) -> None:
        """Ask."""
        self.on_enter(self.list.chosen_id())

    def on_enter(self, row_id: str) -> None:
        """Ask how it was decided."""
        row = (
            next((row for row in self.reading.decisions if row.id == row_id), None) if self.reading else None
        )
        if row is not None:
            number = row.number
            text = "" if row.held and self.is_safe else row.rule
            hint = N_("Enter writes it. Esc leaves it.")
            self.line.ask(row_id, lambda: _("How was #{number} decided?").format(number=number), hint, text)

    def on_answered(self, row_id: str, text: str) -> None:
        """Write the rule."""
        if text:
            self.hands.did(EditEntry(Kind.DECISION, row_id, values={"rule": text}))
        self.next_row(row_id)


class PeopleBody(CloseBody):
    """How many came."""

    def __init__(self, hands: PartHands, title: str) -> None:
        super().__init__("people", title, self._told, hands)
        self.add_stretch()

    def show_reading(self, reading: CloseReading, safe: bool) -> None:
        """Show the counts."""
        super().show_reading(reading, safe)
        self.words.retranslate()

    def cells(self, reading: CloseReading) -> Sequence[GroupCells]:
        """No rows: names are on the roll."""
        return []

    def _told(self) -> str:
        reading = getattr(self, "reading", None)
        if reading is None:
            return ""
        return _("{came} Ctrl+Shift+A opens the roll.").format(came=came_words(reading))


def focus(widget: QWidget | None) -> bool:
    """Give a widget the focus, if there is one."""
    if widget is None:
        return False
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
