# SPDX-License-Identifier: MIT
"""Counting a room by digits: rows with a number each, typed where the mark stands; Enter goes on to the next.

It must not know what is counted, nor who keeps the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walkthrough.ui.widgets.group_list import GroupCells, GroupList, is_typed
from walkthrough.ui.widgets.spoken import Words, announce
from walkthrough.wording import N_, _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FEWEST_FIGURES, _MOST_FIGURES = 2, 3
"""Figures in a number: nobody counts a thousand hands."""


@dataclass(frozen=True)
class CountRow:
    """What one number is about."""

    id: str
    text: str
    number: int | None = None
    detail: str = ""


class CountList(GroupList):
    """The rows. `draft` holds all numbers as one text, for whoever keeps what is being typed."""

    counted = Signal()
    """A number was typed, taken back or cleared."""
    completed = Signal()
    """Enter on the last row."""

    hides_others = False
    """Whether only the row being typed shows its number: the others say that they are in."""
    _is_fresh = True
    _is_through = False
    """Whether Enter on the last row went out of the list: a figure typed then is meant for no row."""

    def __init__(self, name: Words, *, empty: Words = "", parent: QWidget | None = None) -> None:
        super().__init__(name, lines=2, empty=empty, parent=parent)
        self._lines: tuple[CountRow, ...] = ()
        self._counts: dict[str, int | None] = {}
        self._limit = 0
        self.draft = QLineEdit(self)
        self.draft.hide()
        self.draft.textEdited.connect(self._from_draft)

    def show_lines(self, lines: Sequence[CountRow]) -> None:
        """Show these rows; numbers of rows that stay are kept."""
        self._lines = tuple(lines)
        self._counts = {line.id: self._counts.get(line.id) for line in lines}
        self.set_rows(self._lines, self._cells)
        if lines and not self.chosen_id():
            self.choose(lines[0].id)
        if self.draft.text() and not any(self._counts.values()):
            self._from_draft(self.draft.text())

    def set_limit(self, limit: int) -> None:
        """Say beside a number that it is more than `limit`, what one row can have; 0 where nobody knows."""
        if limit != self._limit:
            self._limit = limit
            self.retranslate()

    def counts(self) -> dict[str, int | None]:
        """Return the number of each row by its id; None where nothing was typed."""
        return dict(self._counts)

    def total(self) -> int:
        """Return all numbers together."""
        return sum(many or 0 for many in self._counts.values())

    def is_blank(self) -> bool:
        """Tell whether no number was typed at all."""
        return all(many is None for many in self._counts.values())

    def set_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show numbers that stand in the workbook."""
        self._counts = {line.id: counts.get(line.id) for line in self._lines}
        self._show_counts()

    def start_over(self) -> None:
        """Take every number away and begin with the first row."""
        self._is_through = False
        self.set_counts({})
        if self._lines:
            self.choose(self._lines[0].id)

    def clear_chosen(self) -> None:
        """Take the number of the marked row away."""
        if chosen := self.chosen_id():
            self._set(chosen, None)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Take a figure that was typed elsewhere in the part; False if it is none.

        It goes into the marked row only while that is in view; else the list comes forward with a row marked,
        and nothing is written yet.
        """
        if not is_typed(event) or not _is_digit(event.text()) or not self._lines:
            return False
        if self.hasFocus():
            self._type(event.text())
        elif self._is_through or not self._is_mark_in_view():
            self._come_forward()
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._is_fresh = True
            self._type(event.text())
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_through = False
        self.scrollTo(self.currentIndex())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._is_fresh = True
        super().currentChanged(current, previous)
        if self.hides_others:
            self._show_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_typed(event) or not (chosen := self.chosen_id()):
            super().keyPressEvent(event)
        elif _is_digit(event.text()):
            self._type(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            shorter = str(self._counts.get(chosen) or "")[:-1]
            self._set(chosen, int(shorter) if shorter else None)
        elif event.key() == Qt.Key.Key_Delete:
            self.clear_chosen()
        elif event.key() in _ENTER:
            self._go_on(chosen)
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        chosen = self.chosen_id() or self._lines[0].id
        self.choose(chosen)
        before = "" if self._is_fresh else str(self._counts.get(chosen) or "")
        if len(before + digit) <= self._figures():
            self._set(chosen, int(before + digit))
        self._is_fresh = False

    def _figures(self) -> int:
        known = len(str(self._limit)) if self._limit else _MOST_FIGURES
        return min(max(known, _FEWEST_FIGURES), _MOST_FIGURES)

    def _is_mark_in_view(self) -> bool:
        marked = self.currentIndex()
        return marked.isValid() and self.viewport().rect().intersects(self.visualRect(marked))

    def _come_forward(self) -> None:
        """Mark the first row without a number, else the first, and take the keys."""
        open_rows = (line.id for line in self._lines if self._counts.get(line.id) is None)
        self.choose(next(open_rows, self._lines[0].id))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if (cells := self.chosen_cells()) is not None:
            announce(self, cells.spoken())

    def _set(self, key: str, many: int | None) -> None:
        self._counts[key] = many
        self._show_counts()
        cells = self.chosen_cells()
        if cells is not None:
            announce(self, cells.spoken())
        self.counted.emit()

    def _go_on(self, chosen: str) -> None:
        ids = [line.id for line in self._lines]
        at = ids.index(chosen) + 1
        if at < len(ids):
            self.choose(ids[at])
        else:
            self._is_through = True
            self.completed.emit()

    def _show_counts(self) -> None:
        self.draft.setText(" ".join("-" if many is None else str(many) for many in self._counts.values()))
        self._is_fresh = True
        self.retranslate()

    def _from_draft(self, text: str) -> None:
        """After a crash: the numbers come back in the order of the rows."""
        parts = text.split()
        if len(parts) != len(self._lines):
            return
        numbers = [int(part) if part.isdecimal() else None for part in parts]
        self._counts = dict(zip(self._counts, numbers, strict=True))
        self._show_counts()
        self.counted.emit()

    def _here(self) -> CountRow | None:
        """The marked row; asked while cells are being made, so not by its cells."""
        at = self.currentIndex().row()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def _cells(self, line: CountRow) -> GroupCells:
        many = self._counts.get(line.id)
        if many is None:
            marks: tuple[tuple[str, str], ...] = (("quiet", "–"),)
        elif self.hides_others and line != self._here():
            marks = (("quiet", _("Counted")),)
        else:
            marks = (("note", str(many)), *self._too_many(many))
        return GroupCells(id=line.id, text=line.text, number=line.number, detail=line.detail, marks=marks)

    def _too_many(self, many: int) -> tuple[tuple[str, str], ...]:
        if not 0 < self._limit < many:
            return ()
        # Translators: stands beside a number that was typed; {n} is how many people, or dots, there are.
        return (("warn", _("More than {n}").format(n=self._limit)),)


def _is_digit(text: str) -> bool:
    return len(text) == 1 and text in "0123456789"


KEYS = N_("Type the number, Enter goes on to the next. Backspace takes a figure back, Del clears it.")
"""What can be done here, for a line above the list."""
