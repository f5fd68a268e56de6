# SPDX-License-Identifier: MIT
"""The one way to ask for something: label, control, hint and error, joined for eyes and screen readers alike.

Every input of the program is a Field. Must not know what is done with what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.widgets.choices import PROMPT, CheckInput, ChoiceInput, Option, RadioInput
from walkthrough.ui.widgets.inputs import (
    DayInput,
    LineInput,
    NumberInput,
    ParseDay,
    SuggestInput,
    TextInput,
    parse_day,
)
from walkthrough.ui.widgets.spoken import Retranslated, Words, announce, unmarked, worded
from walkthrough.ui.widgets.text import Prose, SpokenLabel
from walkthrough.wording import _


class Field(Retranslated, QWidget):
    """One thing asked for: label above, control, what it understood, hint, error.

    `control` follows inputs.Control. `label` may hold a mnemonic ("&Name"). `name` is the object name that
    tests and drafts use; by default it is made from the label's msgid.
    """

    committed = Signal(object)
    """The new value, after Enter or leaving the control, if it changed and makes sense."""
    edited = Signal(str)
    """The text as it stands, after every change by the person; for drafts."""

    def __init__(
        self,
        control: Any,
        *,
        label: Words,
        hint: Words = "",
        optional: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.control = control
        self._label_words, self._hint_words = label, hint
        self._error_words: Words = ""
        self._optional = optional
        self._kept = control.value()
        self._name(name or _slug(label))
        self._build()
        self.retranslate()
        control.edited.connect(self._on_edited)
        control.finished.connect(self.commit)

    def value(self) -> Any:
        """Return what the control holds; None while empty or not understood."""
        return self.control.value()

    def set_value(self, value: Any) -> None:
        """Show a value; nothing is committed and an error goes away."""
        self.control.set_value(value)
        self._kept = self.control.value()
        self.clear_error()

    def commit(self) -> bool:
        """Commit what was typed, as Enter does; return False if it makes no sense (and say so)."""
        problem = self.control.problem()
        if problem:
            self.set_error(problem)
            return False
        value = self.control.value()
        if value != self._kept:
            self._kept = value
            self.committed.emit(value)
        return True

    def error(self) -> str:
        """Return the error shown now, or empty."""
        return worded(self._error_words)

    def set_error(self, words: Words) -> None:
        """Show what is wrong beside the field and say it aloud."""
        again = self._error_words == words
        self._error_words = words
        self.retranslate()
        self._mark_wrong(True)
        if not again:
            announce(self.control, self.error(), urgent=True)

    def clear_error(self) -> None:
        """Take the error away."""
        if self._error_words:
            self._error_words = ""
            self._mark_wrong(False)
        self.retranslate()

    def set_label(self, label: Words, hint: Words | None = None) -> None:
        """Ask for something else by the same control."""
        self._label_words = label
        self._hint_words = self._hint_words if hint is None else hint
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again, and what is read aloud with them."""
        label = worded(self._label_words)
        shown = _("{label} (optional)").format(label=label) if self._optional else label
        self._label.set_plain(shown)
        hint, error, echo = worded(self._hint_words), self.error(), worded(self.control.echo())
        for line, text in ((self._echo, echo), (self._hint, hint), (self._error, error)):
            line.set_plain(text)
        self._echo.setVisible(bool(echo))
        self._hint.setVisible(bool(hint))
        self._error_row.setVisible(bool(error))
        self.control.setAccessibleName(unmarked(shown))
        self.control.setAccessibleDescription(" ".join(text for text in (error, echo, hint) if text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._paint_sign()

    def _name(self, name: str) -> None:
        self.setObjectName(f"{name}.field")
        self.control.setObjectName(name)
        self.control.setAccessibleIdentifier(name)

    def _build(self) -> None:
        self._label = SpokenLabel(parent=self, look="label")
        self._label.setBuddy(self.control)
        self._echo, self._hint = Prose(parent=self, look="soft"), Prose(parent=self, look="small")
        self._echo.setProperty("look", "echo")
        self._error_row, self._error_sign, self._error = QWidget(self), QLabel(), Prose()
        self._error.setProperty("look", "error")
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._error_sign)
        row.addWidget(self._error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        parts = (self._label, self.control, self._echo, self._error_row, self._hint)
        for part in parts:
            column.addWidget(part)
        if isinstance(self.control, CheckInput):
            self._label.hide()  # a tick carries its words itself
        self.setFocusProxy(self.control)
        self._paint_sign()

    def _paint_sign(self) -> None:
        look = look_of(self)
        if look is not self._look:  # every change of parents tells of a new style
            self._look = look
            self._error_sign.setPixmap(look.pixmap("alert", "bad", size=18))

    def _mark_wrong(self, wrong: bool) -> None:
        self.control.setProperty("wrong", wrong)
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def _on_edited(self, text: str) -> None:
        self.clear_error()
        self.edited.emit(text)


def _slug(label: Words) -> str:
    if callable(label):
        raise ValueError("a field with a computed label needs a name")
    return re.sub(r"[^a-z0-9]+", "_", unmarked(label).lower()).strip("_")


def line_field(label: Words, **more: Any) -> Field:
    """Ask for one line of text. more: hint, optional, name, parent."""
    return Field(LineInput(), label=label, **more)


def text_field(label: Words, *, lines: int = 3, most: int = 10, **more: Any) -> Field:
    """Ask for a few lines of text; grows from `lines` to `most` lines, then scrolls."""
    return Field(TextInput(lines, most), label=label, **more)


def choice_field(
    label: Words, options: Sequence[Option] = (), *, prompt: Words = PROMPT, **more: Any
) -> Field:
    """Ask for one of a list of (value, words); `field.control.set_options` offers others later."""
    return Field(ChoiceInput(options, prompt), label=label, **more)


def suggest_field(label: Words, suggestions: Sequence[str] = (), **more: Any) -> Field:
    """Ask for a line of text, offering known ones; `field.control.set_suggestions` offers others later."""
    return Field(SuggestInput(suggestions), label=label, **more)


def day_field(label: Words, *, parse: ParseDay = parse_day, **more: Any) -> Field:
    """Ask for a day, typed; `parse` reads richer words ("2w") where wanted. Value: date or None."""
    return Field(DayInput(parse), label=label, **more)


def number_field(
    label: Words, *, least: float | None = 0, most: float | None = None, decimals: int = 0, **more: Any
) -> Field:
    """Ask for a number, which may stay empty. Value: int (float with decimals) or None."""
    return Field(NumberInput(least, most, decimals), label=label, **more)


def check_field(label: Words, **more: Any) -> Field:
    """Ask yes or no. Value: bool."""
    return Field(CheckInput(label), label=label, **more)


def radio_group_field(label: Words, options: Sequence[Option], *, across: bool = False, **more: Any) -> Field:
    """Ask for one of a few (value, words), all in view, under each other or in a row."""
    return Field(RadioInput(options, across=across), label=label, **more)
