# SPDX-License-Identifier: MIT
"""The controls that a Field wraps: typed text, numbers and days.

All share one protocol, `Control`: what was typed, whether it makes sense, when it changed. Must not know
labels, hints or errors on screen: the Field shows those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, QStringListModel, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from walkthrough.ui.widgets.spoken import Words, plain
from walkthrough.wording import N_

ParseDay = Callable[[str], date | None]
"""Typed words to a day, None for words it does not know. Handed in where more than dates is understood."""


LONGEST = 1_000_000
"""Letters that a line takes; a lower limit, like Qt's own, would cut a paste without a word."""


class Control(Protocol):
    """What a Field needs of its control."""

    edited: SignalInstance
    finished: SignalInstance

    def value(self) -> Any:
        """Return what the control holds; None while empty or not understood."""
        ...

    def set_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        ...

    def problem(self) -> Words:
        """Return what is wrong with what was typed, or empty."""
        ...

    def echo(self) -> Words:
        """Return what the control understood, said back in words, or empty."""
        ...


class LineInput(QLineEdit):
    """One line of text."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self.finished)

    def value(self) -> Any:
        """Return the text without blanks around it."""
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        """Show the text from its beginning."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def problem(self) -> Words:
        """Any text will do."""
        return ""

    def echo(self) -> Words:
        """Text needs no echo."""
        return ""


class SuggestInput(LineInput):
    """One line of text that offers what was typed before; any other text is welcome too."""

    def __init__(self, suggestions: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = QStringListModel(list(suggestions), self)
        completer = QCompleter(self._offers, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.edited)
        self.setCompleter(completer)

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Offer these texts from now on."""
        self._offers.setStringList(list(suggestions))


class NumberInput(LineInput):
    """A number in the language's own spelling, or nothing. value() is an int, with decimals a float."""

    def __init__(
        self,
        least: float | None = 0,
        most: float | None = None,
        decimals: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._decimals = least, most, decimals
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def value(self) -> int | float | None:
        """Return the number, None while there is none."""
        number = self._number()
        return number if number is not None and self._fits(number) else None

    def set_value(self, value: float | None) -> None:
        """Show a number in the language's own spelling."""
        self.setText(
            "" if value is None else QLocale().toString(float(value), "f", _places(value, self._decimals))
        )

    def problem(self) -> Words:
        """Say what is wrong with the number."""
        if not self.text().strip():
            return ""
        number = self._number()
        if number is None:
            return (
                N_("This is not a number yet. Type figures, like 12.")
                if not self._decimals
                else N_("This is not a number yet. Type figures, like 12.5.")
            )
        return "" if self._fits(number) else N_("This number is outside what can be true here.")

    def _number(self) -> int | float | None:
        text = self.text().strip()
        number, understood = QLocale().toDouble(text)
        if not understood:
            number, understood = QLocale.c().toDouble(text)
        if not understood or (not self._decimals and number != int(number)):
            return None
        return round(number, self._decimals) if self._decimals else int(number)

    def _fits(self, number: float) -> bool:
        return (self._least is None or number >= self._least) and (self._most is None or number <= self._most)


def _places(value: float, most: int) -> int:
    """Return how many decimals a value really has, at most so many: 7.0 shows as 7."""
    return next((n for n in range(most) if round(value, n) == value), most)


def parse_day(text: str) -> date | None:
    """Read a day typed as 2026-03-01 or in the language's own short or long spelling; else None."""
    text = text.strip()
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
        try:
            return date(*(int(part) for part in text.split("-")))
        except ValueError:
            return None
    locale = QLocale()
    short, long = (
        locale.dateFormat(f) for f in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat)
    )
    long_year = short if "yyyy" in short else short.replace("yy", "yyyy")
    no_weekday = re.sub(r"dddd,?\s*", "", long)
    for form in (long_year, short, long, no_weekday, no_weekday.replace("MMMM", "MMM")):
        day = locale.toDate(text, form)
        if day.isValid():
            year = day.year() + 100 if "yyyy" not in form and day.year() < 1970 else day.year()
            return date(year, day.month(), day.day())
    return None


def day_words(day: date) -> str:
    """Return a day in full words in the language of the windows."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


class DayInput(LineInput):
    """A day, typed; said back in words so that nobody has to trust a format."""

    def __init__(self, parse: ParseDay = parse_day, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parse = parse

    def value(self) -> date | None:
        """Return the day, None while there is none."""
        text = self.text().strip()
        return self._parse(text) if text else None

    def set_value(self, value: date | None) -> None:
        """Show a day as year-month-day, which reads the same in every language."""
        self.setText(value.isoformat() if value else "")

    def problem(self) -> Words:
        """Say that the words are not a day."""
        if not self.text().strip() or self.value():
            return ""
        return N_("This is not a day yet. Type it like 2026-03-31.")

    def echo(self) -> Words:
        """Say the day back in words."""
        day = self.value()
        return plain(day_words(day)) if day else ""


class TextInput(QPlainTextEdit):
    """Several lines of text; grows with them; Tab leaves it."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, lines: int = 3, most: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self._quiet = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self._quiet = True
        self.setPlainText(value or "")
        self._quiet = False

    def problem(self) -> Words:
        """Any text will do."""
        return ""

    def echo(self) -> Words:
        """Text needs no echo."""
        return ""

    def sizeHint(self) -> QSize:
        rows = min(max(self._lines, round(self.document().size().height())), self._most)
        around = (
            2 * (self.document().documentMargin() + self.frameWidth()) + self.fontMetrics().height() * 0.6
        )
        return QSize(super().sizeHint().width(), round(rows * self.fontMetrics().lineSpacing() + around))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            # The text wraps anew within the layout's own pass, where it does not listen.
            QTimer.singleShot(0, self, self.updateGeometry)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit(self.toPlainText())
