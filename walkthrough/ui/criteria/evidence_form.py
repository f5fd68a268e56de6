# SPDX-License-Identifier: MIT
"""The inline form for one piece of evidence: the fields of its kind, each saying what makes it complete.

It must not know the answer it belongs to; it hands out what was typed.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from walkthrough.model import Refused
from walkthrough.model.queries.stage_rows import EvidenceRow
from walkthrough.model.rules.evidence import NEEDED
from walkthrough.model.words import Proof
from walkthrough.ui.criteria.phrases import LABELS, needed_line
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.drafts import DraftKeeper
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import Field, day_field, line_field
from walkthrough.ui.widgets.inputs import ParseDay
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import refusal_text, word
from walkthrough.wording import N_, _

_HINTS = {
    "role": N_("A role, never a name. It is not shown on the wall."),
    "source": N_("A report, a log, or who counted."),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TOO_LITTLE = N_("At this stage an example alone does not count. Add a document, a count or an event too.")
_KEPT_ROLE = N_("Somebody is named here already. Leave it empty to keep that.")


class EvidenceForm(Column):
    """Asks for one piece of evidence; Enter goes on to what is still needed and saves once it is complete,
    Ctrl+Enter saves it as it is, Esc gives up.
    """

    saved = Signal(object)
    """What was typed: column name to value."""
    given_up = Signal()

    def __init__(
        self, proof: Proof, drafts: DraftKeeper, key: str, *, read_day: ParseDay,
        row: EvidenceRow | None = None, is_safe: bool = True, is_enough: bool = True, renews: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`key` names the drafts; `read_day` reads a day of what has happened; `row` is the piece to
        change, none for a new one. Not `is_enough`: this kind alone does not count at the stage.
        `renews`: the old words stand there, the day is asked anew.
        """
        super().__init__(gap="gap", parent=parent)
        self.proof = proof
        self.key, self._first = key, ""
        self._drafts, self._renews, self._read_day = drafts, renews, read_day
        self._keeps_role = bool(row and is_safe and row.shown.role)
        title = _title(is_new=row is None, renews=renews)
        self.add(Prose(lambda: _("{kind}: {title}").format(kind=word(proof), title=_(title)), look="label"))
        self.fields: dict[str, Field] = {name: self._field(name) for kind, name in LABELS if kind is proof}
        self.needed = Prose(lambda: needed_line(proof), look="soft")
        self.add(self.needed)
        self._lay_out("" if is_enough else _TOO_LITTLE)
        if row is not None:
            self._fill(row)
        self._watch()

    def first(self) -> QWidget:
        """Return the field to begin with: the one whose words were put back, else the first."""
        return self.fields.get(self._first, next(iter(self.fields.values()))).control

    def show_refusal(self, refused: Refused) -> None:
        """Say beside the field what is wrong."""
        field = self.fields.get(str(refused.facts.get("field", "")), next(iter(self.fields.values())))
        field.set_error(lambda: refusal_text(refused))
        field.control.setFocus()

    def forget_drafts(self) -> None:
        """The form is done with: what was typed needs no draft."""
        for name in self.fields:
            self._drafts.saved(f"{self.key}/{name}")
            self._drafts.ignore(f"{self.key}/{name}")

    def save(self) -> None:
        """Hand out what was typed, unless a field makes no sense."""
        for field in self.fields.values():
            if not field.commit():
                field.control.setFocus()
                return
        if self._renews and self.fields["day"].value() is None:
            self.fields["day"].set_error(N_("Please give the day on which it was so again."))
            self.fields["day"].control.setFocus()
            return
        values: dict[str, Any] = {name: field.value() for name, field in self.fields.items()}
        if self._keeps_role and not values["role"]:
            del values["role"]
        self.saved.emit(values)

    def event(self, event: QEvent) -> bool:
        """Have Ctrl+Enter here, though it makes a next step everywhere else on the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _saves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _saves(event):
            self.save()
        elif event.key() in _ENTER and not event.modifiers():
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Go to the next field that is needed and empty; save where there is none, or nothing at all."""
        names = list(self.fields)
        at = next((n for n, name in enumerate(names) if self.fields[name].control.hasFocus()), 0)
        lacking = [name for name in names[at + 1 :] + names[: at + 1] if self._lacks(name)]
        if not lacking or all(self._text(name) == "" for name in names):
            self.save()
        elif lacking == [names[at]]:
            QApplication.beep()  # the label says that it is needed; Ctrl+Enter saves without it
        else:
            self.fields[lacking[0]].control.setFocus(Qt.FocusReason.TabFocusReason)

    def _lacks(self, name: str) -> bool:
        keeps = name == "role" and self._keeps_role
        return self._is_needed(name) and not keeps and self._text(name) == ""

    def _text(self, name: str) -> str:
        control = self.fields[name].control
        assert isinstance(control, QLineEdit)
        return control.text().strip()

    def _is_needed(self, name: str) -> bool:
        return name in NEEDED[self.proof] or (self._renews and name == "day")

    def _field(self, name: str) -> Field:
        needed = self._is_needed(name)
        hint = _HINTS.get(name, "")
        make = partial(day_field, parse=self._read_day) if name == "day" else line_field
        return make(
            LABELS[self.proof, name], hint=hint, optional=not needed, name=f"evidence_{name}", parent=self
        )

    def _lay_out(self, note: str) -> None:
        fields = list(self.fields.values())
        for at in range(0, len(fields), 2):
            pair = Sides(420, gap="gap")
            for field in fields[at : at + 2]:
                pair.add(field, at=Qt.AlignmentFlag.AlignTop)
            self.add(pair)
        if note:
            self.add(Prose(note, look="small"))
        save = Button(N_("Save evidence"), "primary", name="evidence_save")
        save.clicked.connect(self.save)
        cancel = Button(N_("Cancel"), "quiet", keys="Esc", name="evidence_cancel")
        cancel.clicked.connect(self._give_up)
        foot = FlowRow()
        foot.add(save, cancel)
        self.add(foot)

    def _fill(self, row: EvidenceRow) -> None:
        for name, field in self.fields.items():
            field.set_value(getattr(row.shown, name))
        if self._renews:
            self.fields["day"].set_value(None)
        if self._keeps_role:
            self.fields["role"].set_value("")
            self.fields["role"].set_label(LABELS[self.proof, "role"], _KEPT_ROLE)

    def _watch(self) -> None:
        for name, field in self.fields.items():
            control = field.control
            assert isinstance(control, QLineEdit)
            key = f"{self.key}/{name}"
            self._drafts.watch(key, control, control.text())
            before = control.text()
            self._drafts.put_back(key)
            if control.text() != before:
                self._first = name

    def _give_up(self) -> None:
        self.forget_drafts()
        self.given_up.emit()


def _saves(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _title(*, is_new: bool, renews: bool) -> str:
    if renews:
        return N_("Renew this evidence: what shows it today?")
    return N_("How do we know?") if is_new else N_("Change this evidence")
