# SPDX-License-Identifier: MIT
"""Small forms about one next step, in place beside the list: who asks whom, what is raised, how we will know.

Enter saves, Esc leaves. They must not know how a step is stored.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walkthrough.model import Refused
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import Tier
from walkthrough.ui.screens.live.part_hands import PartHands, focus_later
from walkthrough.ui.step_words import wording_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.due_input import Due, due_field
from walkthrough.ui.widgets.field import Field, choice_field, line_field
from walkthrough.ui.widgets.places import Column, FlowRow, ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import options, refusal_text
from walkthrough.wording import N_, _

_FOR_PAPER = N_("For paper; never on the wall.")


ASKED_BY_WHOM = N_("#{number}: who asks, and by when?")
ASKED_BY = N_("#{number}: asked by when?")
"""While the room may look, nobody is named."""


class StepForm(ScrollPage):
    """One form; `saved` hands out what was typed, by name."""

    saved = Signal(object)
    given_up = Signal()

    def __init__(self, hands: PartHands, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._drafts, self._name, self._title_words = hands.drafts, name, title
        self.step: StepRow | None = None
        self.title, self.what = Heading(3, self._title), Prose(look="soft")
        self.fields: dict[str, Field] = {}
        self._body = Column(gap="gap")
        save = Button(N_("Save"), "primary", keys="Return", name=f"{name}_save")
        save.clicked.connect(self.save)
        leave = Button(N_("Cancel"), "quiet", keys="Esc", name=f"{name}_cancel")
        leave.clicked.connect(self.given_up)
        foot = FlowRow()
        foot.add(save, leave)
        self.add(self.title, self.what, self._body, foot)
        self.add_stretch()

    def ask(self, step: StepRow, values: dict[str, Any], safe: bool) -> None:
        """Ask about this step, beginning with these values."""
        self.step = step
        self.title.retranslate()
        self.what.set_plain(wording_of(step.what, step.held, safe))
        for name, field in self.fields.items():
            field.set_value(values.get(name))
            control = field.control
            if isinstance(control, QLineEdit):
                key = self._key(name)
                self._drafts.watch(key, control, control.text())
                self._drafts.put_back(key)
        focus_later(self.first().control)

    def first(self) -> Field:
        """Return the first field that is asked for now."""
        return next(field for field in self.fields.values() if not field.isHidden())

    def show_refusal(self, refused: Refused) -> None:
        """Say beside the field what is wrong."""
        field = self.fields.get(str(refused.facts.get("field", "")))
        if field is None or field.isHidden():
            field = self.first()
        field.set_error(lambda: refusal_text(refused))
        field.control.setFocus()

    def forget(self) -> None:
        """What was typed is saved, or thrown away on purpose."""
        for name in self.fields:
            if self.step is not None:
                self._drafts.saved(self._key(name))
                self._drafts.ignore(self._key(name))
        self.step = None

    def save(self) -> None:
        """Hand out what was typed, unless a field makes no sense."""
        for field in self.fields.values():
            if not field.commit():
                field.control.setFocus()
                return
        self.saved.emit({name: field.value() for name, field in self.fields.items()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.save()
        else:
            super().keyPressEvent(event)

    def set_title(self, title: str) -> None:
        """Ask with other words."""
        self._title_words = title
        self.title.retranslate()

    def put(self, name: str, field: Field) -> None:
        """Ask for one thing more."""
        self.fields[name] = field
        self._body.add(field)

    def _title(self) -> str:
        return _(self._title_words).format(number=self.step.number) if self.step else ""

    def _key(self, name: str) -> str:
        return f"live/{self._name}/{name}/{self.step.id if self.step else ''}"


def ask_form(hands: PartHands) -> StepForm:
    """Make the form for a step whose owner is not here: who asks, and by when."""
    form = StepForm(hands, "step_ask", ASKED_BY)
    form.put(
        "ask_whom", line_field(N_("Who asks whom"), optional=True, hint=_FOR_PAPER, name="step_ask_whom")
    )
    form.put("ask_by", due_field(N_("Ask by"), hands.days, name="step_ask_by"))
    return form


def raise_form(hands: PartHands) -> StepForm:
    """Make the form for a question that this table cannot decide."""
    form = StepForm(hands, "step_raise", N_("#{number}: what must another tier decide?"))
    form.put("question", line_field(N_("What is asked"), name="step_question"))
    form.put("tier", choice_field(N_("Of which tier"), options(Tier), name="step_tier"))
    form.put("to_whom", line_field(N_("Of whom"), optional=True, hint=_FOR_PAPER, name="step_to_whom"))
    form.put("by_day", due_field(N_("Answer needed by"), hands.days, name="step_by_day"))
    return form


def because_form(hands: PartHands) -> StepForm:
    """Make the form for how we will know that a step has worked."""
    form = StepForm(hands, "step_because", N_("#{number}: we will know because…"))
    hint = N_("A count that moves, or what a family will see.")
    form.put("because", line_field(N_("We will know because"), hint=hint, name="step_because"))
    return form


def day_of(value: Any) -> Due:
    """Return what a field for a day holds, never None."""
    return value or Due()
