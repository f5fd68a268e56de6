# SPDX-License-Identifier: MIT
"""What is asked and written down beside the entries: questions, rule and practice, hand-off, own note.

Fields save when they are left. It must not know the entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.walk import StationPage
from walkthrough.model.words import Warmth
from walkthrough.ui.walking.prompts import PromptPanel
from walkthrough.ui.widgets.field import Field, check_field, choice_field, text_field
from walkthrough.ui.widgets.inputs import LineInput
from walkthrough.ui.widgets.places import Card, ScrollPage
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_

HAND_OFF = (
    ("from_whom", N_("From whom")),
    ("to_whom", N_("To whom")),
    ("warmth", N_("How a family is passed on")),
    ("what_travels", N_("What travels along")),
    ("legal_basis", N_("Who says it may")),
    ("time_by_rule", N_("Time by the rule")),
    ("time_in_practice", N_("Time in practice")),
    ("who_checks", N_("Who checks that they arrive")),
    ("how_many_lost", N_("How many get lost")),
)


_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CardInput(LineInput):
    """A line of the hand-off card: it shows its beginning as soon as it is left."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.setCursorPosition(0)


class SidePanel(ScrollPage):
    """The right side of a station. Signals carry what to write; the screen writes it."""

    prompt_asked = Signal(str, bool)
    rule_written = Signal(str, str, bool)
    hand_off_written = Signal(object)
    note_written = Signal(str)
    left = Signal()
    """Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", margin="", parent=parent)
        self.setObjectName("side_panel")
        self._station_id = ""
        self._has_hand_off = self._hides_note = False
        self._wanted: frozenset[str] | None = None
        self.prompts = PromptPanel()
        self.rule = text_field(N_("The rule says"), lines=2, most=5, name="rule")
        self.practice = text_field(N_("What happens on a normal day"), lines=2, most=5, name="practice")
        self.gap = check_field(N_("The two differ: a gap"), name="has_gap")
        self.hand_off: dict[str, Field] = {name: _hand_off_field(name, label) for name, label in HAND_OFF}
        self.note = text_field(N_("My note"), lines=2, most=6, name="private_note")
        self._build()
        self._connect()

    def show_station(self, page: StationPage) -> None:
        """Show what is written down of a station; what is being typed in a field of it stays."""
        typing: Field | None = None
        if page.id == self._station_id:
            typing = next((field for field in self._fields() if field.control.hasFocus()), None)
        else:
            self._station_id = page.id
            self.prompts.fewer()
            self.verticalScrollBar().setValue(0)
        self.prompts.set_prompts(page.prompts)
        self._has_hand_off = page.is_handoff
        self._arrange()
        values: dict[str, Any] = {"rule": page.rule, "practice": page.practice, "has_gap": page.has_gap}
        values["private_note"] = page.private_note
        for field in self._fields():
            name = field.control.objectName()
            value = values[name] if name in values else getattr(page.hand_off, name, None)
            if field is not typing and field.value() != value:
                field.set_value(value)

    def to_hand_off(self) -> bool:
        """Go to the hand-off card; False if this station has none."""
        if not self._has_hand_off:
            return False
        self.hand_off["from_whom"].control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.verticalScrollBar().setValue(0)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def commit(self) -> None:
        """Save what is half typed, before another station is shown."""
        for field in self._fields():
            if field.control.hasFocus():
                field.commit()

    def set_private(self, shown: bool) -> None:
        """Show or hide what is for the presenter alone."""
        self._hides_note = not shown
        self._arrange()

    def add_card(self, name: str, card: Card) -> None:
        """Put one more card under the others."""
        self.cards[name] = card
        self.page.box.insertWidget(len(self.cards) - 1, card)

    def show_only(self, names: Iterable[str]) -> None:
        """Show of the cards only these from now on, where they make sense; none means all."""
        self._wanted = frozenset(names) or None
        self._arrange()

    def _arrange(self) -> None:
        never = {"hand_off": not self._has_hand_off, "note": self._hides_note}
        for name, card in self.cards.items():
            wanted = self._wanted is None or name in self._wanted
            card.setVisible(wanted and not never.get(name, False))

    def _fields(self) -> tuple[Field, ...]:
        return (self.rule, self.practice, self.gap, *self.hand_off.values(), self.note)

    def drafts(self) -> dict[str, Any]:
        """Return the fields that hold longer texts, by name, for the drafts."""
        return {"rule": self.rule.control, "practice": self.practice.control, "note": self.note.control}

    def _build(self) -> None:
        ask = Card(N_("Ask"))
        ask.add(self.prompts)
        pair = Card(N_("Rule and practice"))
        pair.add(self.rule, self.practice, self.gap)
        hand_off = Card(N_("Hand-off card"))
        hand_off.add(Prose(N_("F7 comes here, Esc leaves."), look="small"))
        hand_off.add(*self.hand_off.values())
        note = Card(N_("Only for you"))
        note.add(self.note, Prose(N_("Never on the wall, never printed."), look="small"))
        self.cards = {"hand_off": hand_off, "ask": ask, "rule": pair, "note": note}
        self.add(*self.cards.values())
        self.add_stretch()

    def _connect(self) -> None:
        self.prompts.asked.connect(self.prompt_asked)
        for field in (self.rule, self.practice, self.gap):
            field.committed.connect(self._tell_rule)
        for name, field in self.hand_off.items():
            field.committed.connect(lambda value, name=name: self.hand_off_written.emit({name: value}))
        self.note.committed.connect(lambda text: self.note_written.emit(text))

    def _tell_rule(self, _value: object) -> None:
        self.rule_written.emit(self.rule.value(), self.practice.value(), self.gap.value())


def _hand_off_field(name: str, label: str) -> Field:
    if name == "warmth":
        return choice_field(label, options(Warmth), name=name)
    return Field(CardInput(), label=label, name=name)
