# SPDX-License-Identifier: MIT
"""What is asked in place about the step that is read back: its three fields, whom to ask by when, the
question for a tier.

No dialog: Enter saves, Esc leaves it. It must not know which step comes next.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walkthrough.model import Command, Refused
from walkthrough.model.commands.plan import AcceptNextStep, EditNextStep, RaiseQuestion
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import Acceptance, Tier
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.step_words import owner_values, wording_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.due_input import Due, due_field
from walkthrough.ui.widgets.field import Field, choice_field, line_field
from walkthrough.ui.widgets.places import Card, Column, Row
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.wording_ui import options, refusal_text
from walkthrough.wording import N_


class StepForm(Card):
    """A few fields about one step, saved together."""

    saved = Signal(str)
    """The step's key."""
    left = Signal()

    def __init__(
        self,
        name: str,
        title: Words,
        hands: PartHands,
        fields: dict[str, Field],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self._name, self.hands, self.fields = name, hands, fields
        self.step: StepRow | None = None
        self._shown: dict[str, Any] = {}
        keep = Button(N_("Enter  Save"), "primary", name=f"{name}_save")
        keep.clicked.connect(self.save)
        leave = Button(N_("Esc  Leave it"), "quiet", name=f"{name}_leave")
        leave.clicked.connect(self.leave_it)
        for field in fields.values():
            if isinstance(field.control, QLineEdit):
                field.control.returnPressed.connect(self.save)
        self.add_beside_title(keep, leave)
        self._lay_out()
        self.hide()

    def open_for(self, step: StepRow, safe: bool) -> None:
        """Ask about this step."""
        self.step = step
        for column, value in self.values_of(step, safe).items():
            self.fields[column].set_value(value)
        self._shown = {column: field.value() for column, field in self.fields.items()}
        for column, field in self.fields.items():
            if isinstance(field.control, QLineEdit):
                self.hands.drafts.watch(self._key(column), field.control, field.control.text())
        self.show()
        first = next(iter(self.fields.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Write it down; what is wrong is said beside its field."""
        if self.step is None:
            return
        wrong = [field for field in self.fields.values() if not field.commit()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        step = self.step
        command = self.command(step)
        refused = self.hands.do(command) if command is not None else None
        if refused is not None:
            self._say(refused)
            return
        self._forget()
        self.saved.emit(step.id)
        self.hide()  # last: hiding with the focus inside would hand it to whatever comes next

    def leave_it(self) -> None:
        """Close without writing."""
        if self.step is not None:
            self._forget()
            self.left.emit()
            self.hide()

    def values_of(self, step: StepRow, safe: bool) -> dict[str, Any]:
        """Return what the fields begin with."""
        raise NotImplementedError

    def command(self, step: StepRow) -> Command | None:
        """Return what is to be written; None for nothing."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_it()
            return
        super().keyPressEvent(event)

    def changed(self) -> dict[str, Any]:
        """Return the fields that hold something else than at first."""
        values = {column: field.value() for column, field in self.fields.items()}
        return {column: value for column, value in values.items() if value != self._shown[column]}

    def _lay_out(self) -> None:
        """The first field is the longest: it has a line of its own, unless there are but two."""
        first, *others = self.fields.values()
        row = Row(gap="gap")
        if len(others) > 1:
            self.add(first)
        for field in others if len(others) > 1 else (first, *others):
            column = Column(gap="half")  # at the top, whatever its neighbour has to say below
            column.add(field)
            column.add_stretch()
            row.add(column, stretch=1)
        self.add(row)

    def _say(self, refused: Refused) -> None:
        name = str(refused.facts.get("field", ""))
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.set_error(lambda: refusal_text(refused))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key(self, column: str) -> str:
        return f"live/{self._name}/{column}/{self.step.id}" if self.step is not None else ""

    def _forget(self) -> None:
        for column in self.fields:
            self.hands.drafts.saved(self._key(column))
            self.hands.drafts.ignore(self._key(column))
        self.step = None


class ChangeForm(StepForm):
    """What, who, by when."""

    def __init__(self, hands: PartHands, parent: QWidget | None = None) -> None:
        fields = {
            "what": line_field(N_("What"), name="change_what"),
            "who": line_field(
                N_("Who"),
                hint=N_("Agency, person, or both: “R. Diaz, Health”. Names stay off the wall."),
                name="change_who",
            ),
            "due": due_field(N_("By when"), hands.days, name="change_due"),
        }
        super().__init__("change_step", N_("Change it"), hands, fields, parent)

    def values_of(self, step: StepRow, safe: bool) -> dict[str, Any]:
        named = [step.partner] if safe else [step.owner, step.partner]
        return {
            "what": "" if step.held and safe else step.what,
            "who": ", ".join(part for part in named if part),
            "due": Due(step.due, "" if step.due else step.due_words),
        }

    def command(self, step: StepRow) -> Command | None:
        changed = self.changed()
        values: dict[str, Any] = {}
        if "what" in changed:
            values["what"] = changed["what"]
        if "who" in changed:
            nobody = {"owner": "", "owner_partner_id": None}
            known = self.hands.read(partners)
            values |= owner_values(changed["who"], known) if changed["who"] else nobody
        if "due" in changed:
            values |= {"due": changed["due"].day, "due_words": changed["due"].words}
        return EditNextStep(step.id, values) if values else None


class AskForm(StepForm):
    """Who asks the owner, by when."""

    def __init__(self, hands: PartHands, parent: QWidget | None = None) -> None:
        fields = {
            "ask_whom": line_field(
                N_("Who asks whom"),
                hint=N_("For paper; never on the wall."),
                optional=True,
                name="ask_whom",
            ),
            "ask_by": due_field(N_("Ask by"), hands.days, name="ask_by"),
        }
        super().__init__("ask_owner", N_("Not here: who asks, and by when?"), hands, fields, parent)

    def values_of(self, step: StepRow, safe: bool) -> dict[str, Any]:
        return {"ask_whom": "" if safe else step.ask_whom, "ask_by": Due(step.ask_by)}

    def command(self, step: StepRow) -> Command | None:
        whom = self.changed().get("ask_whom", step.ask_whom)
        return AcceptNextStep(step.id, Acceptance.TO_ASK, whom or "", self.fields["ask_by"].value().day)


class RaiseForm(StepForm):
    """The question, the tier, of whom, by when."""

    def __init__(self, hands: PartHands, parent: QWidget | None = None) -> None:
        fields = {
            "question": line_field(N_("What is asked"), name="raise_question"),
            "tier": choice_field(N_("Of which tier"), options(Tier), name="raise_tier"),
            "to_whom": line_field(
                N_("Of whom"), hint=N_("For paper; never on the wall."), optional=True, name="raise_whom"
            ),
            "by_day": due_field(N_("Answer needed by"), hands.days, name="raise_by"),
        }
        super().__init__("raise_step", N_("Raise it to a tier"), hands, fields, parent)

    def values_of(self, step: StepRow, safe: bool) -> dict[str, Any]:
        question = "" if step.held and safe else wording_of(step.what, step.held, safe)
        return {
            "question": question,
            "tier": step.tier if step.tier in (Tier.OVERSIGHT, Tier.STEERING) else Tier.STEERING,
            "to_whom": "",
            "by_day": Due(),
        }

    def command(self, step: StepRow) -> Command | None:
        values = {
            "to_whom": self.fields["to_whom"].value() or "",
            "by_day": self.fields["by_day"].value().day,
            "step_id": step.id,
            "meeting_id": self.hands.meeting_id,
        }
        return RaiseQuestion(self.fields["question"].value(), self.fields["tier"].value(), values)
