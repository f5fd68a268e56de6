# SPDX-License-Identifier: MIT
"""Rows by pages: shows any number of entries and holds only those near what is in view.

Must not know where rows come from: it asks a callable for a page, and another to turn a row into cells.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from walkthrough.ui.widgets.signs import KIND_WORDS
from walkthrough.wording import _

Index: TypeAlias = QModelIndex | QPersistentModelIndex
FetchPage: TypeAlias = Callable[[int, int], Sequence[Any]]
"""page(offset, limit) -> rows."""

PAGE = 40  # more than a window shows: every change of a list makes it ask for one page again
KEPT = 60  # pages; the rest is asked for again
SEARCHED = 1000  # rows; longer lists are not fetched to find one
TIP = 1000  # letters of a text shown over its row
CELLS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class RowCells:
    """What one row shows. `marks` are (tone, words) chips at its right, `lane` a quiet chip before them."""

    id: str
    text: str
    kind: str = ""
    number: int | None = None
    detail: str = ""
    lane: str = ""
    marks: tuple[tuple[str, str], ...] = ()

    def spoken(self) -> str:
        """Return the whole row for a screen reader: kind and number, text, then the rest."""
        kind = _(KIND_WORDS[self.kind]) if self.kind else ""
        named = f"{kind} {self.number}".strip() if self.number is not None else kind
        return ", ".join(
            part for part in (named, self.text, self.detail, self.lane, *(m[1] for m in self.marks)) if part
        )


MakeCells: TypeAlias = Callable[[Any], RowCells]


def as_they_are(row: Any) -> RowCells:
    """Take rows that are cells already."""
    if not isinstance(row, RowCells):
        raise TypeError(f"rows of {type(row).__name__} need a function that makes cells of them")
    return row


class RowModel(QStringListModel):
    """A list of rows behind a page callable.

    Counting rows is left to Qt (a list of blanks): a view that lays out 100,000 rows asks for it each time.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._page: FetchPage = lambda _offset, _limit: ()
        self._cells: MakeCells = as_they_are
        self._pages: OrderedDict[int, list[RowCells]] = OrderedDict()

    def set_source(self, total: int, page: FetchPage, cells: MakeCells = as_they_are) -> None:
        """Show `total` rows, asked for by page(offset, limit) when they come into view."""
        self._total, self._page, self._cells = total, page, cells
        self._pages.clear()
        self.setStringList([""] * total)

    def cells_at(self, row: int) -> RowCells | None:
        """Return the cells of a row, fetching its page if need be; None where the source has fewer rows."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = [self._cells(found) for found in self._page(number * PAGE, PAGE)]
            self._pages[number] = page
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def row_of(self, id: str) -> int:  # noqa: A002  the word of the model
        """Return where a row is, -1 if unknown: the pages held first; of long lists no other is asked for."""
        held = tuple(self._pages)
        for number in held:
            if (place := self._place_on(number, id)) >= 0:
                return place
        if self._total <= SEARCHED:
            for number in range((self._total + PAGE - 1) // PAGE):
                if number not in held and (place := self._place_on(number, id)) >= 0:
                    return place
        return -1

    def _place_on(self, number: int, id: str) -> int:  # noqa: A002  the word of the model
        self.cells_at(number * PAGE)
        page = self._pages[number]
        return next((number * PAGE + place for place, cells in enumerate(page) if cells.id == id), -1)

    def retranslate(self) -> None:
        """Make the cells anew: they hold words."""
        self._pages.clear()
        if self._total:
            self.dataChanged.emit(self.index(0), self.index(self._total - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED or (cells := self.cells_at(index.row())) is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cells.text
            case Qt.ItemDataRole.ToolTipRole:
                return cells.text if len(cells.text) <= TIP else cells.text[:TIP].rstrip() + "…"
            case Qt.ItemDataRole.AccessibleTextRole:
                return cells.spoken()
            case _:
                return cells


_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
"""Made once: a view asks for them several times for each row that it paints."""
_ANSWERED = {
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    CELLS_ROLE,
}
