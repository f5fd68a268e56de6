# SPDX-License-Identifier: MIT
"""A table on paper: column widths, rows cut between pages, heads that come again. It knows no other block."""

from __future__ import annotations

from typing import NamedTuple

from walkthrough.export.column_widths import shared_out
from walkthrough.export.document import Table
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.styles import TextStyle
from walkthrough.export.pdf.tagging import Element
from walkthrough.export.pdf.text import TextBlock

_PAD_X = 7.0
_PAD_Y = 5.5
_MEASURED_ROWS = 80  # enough to know the widest word of a column
_LEAST_LINES = 3  # a row is cut only where this many lines fit before the cut
_CUT_ABOVE = 0.3  # rows lower than this share of a frame are never cut
_PAIRED = 0.2  # two rows together lower than this share are not parted from each other at a table's ends
_WHOLE = 0.27  # a table lower than this share is never parted
_FRAME = 660.0


class Row(NamedTuple):
    """Cells, their height without padding, and the row's number, for the zebra."""

    cells: tuple[TextBlock, ...]
    number: int
    least: float = 0.0

    def height(self, widths: list[float]) -> float:
        """The row's height with its padding."""
        inner = max(
            (cell.height(width - 2 * _PAD_X) for cell, width in zip(self.cells, widths, strict=True)),
            default=0.0,
        )
        return max(inner + 2 * _PAD_Y, self.least)


class Look(NamedTuple):
    """What does not change while a table is split."""

    weights: tuple[float, ...]
    zebra: bool
    grid: bool


class TableBlock:
    """Rows under one head. Made by `lay_out`; `split` makes the parts that stand on the next pages."""

    before = 0.0
    keep_next = False

    def __init__(self, look: Look, head: Row | None, rows: list[Row], *, again: bool = False) -> None:
        self._look = look
        self._head = head
        self._rows = rows
        self._again = again  # the head has been read on an earlier page
        self._width = -1.0
        self._widths: list[float] = []
        self._heights: list[float] = []
        self._head_height = 0.0
        self.after = 14.0

    def height(self, width: float) -> float:
        """The whole height at this width."""
        self._measure(width)
        return self._head_height + sum(self._heights)

    def least(self, width: float) -> float:
        """All of a small table; else the head and the first row, or as much of it as may stand alone, or two
        rows that are low.
        """
        self._measure(width)
        if not self._heights or self._is_small:
            return self.height(width)
        first = sum(self._heights[:2])
        if self._again or first > _FRAME * _PAIRED:
            first = self._heights[0]
        return self._head_height + min(first, _FRAME * _CUT_ABOVE)

    def split(self, width: float, room: float) -> tuple[TableBlock, TableBlock] | None:
        """The rows that fit and the rest; a row too high for that is cut through its cells."""
        self._measure(width)
        if self._is_small:
            return None
        used, count = self._head_height, 0
        while count < len(self._rows) and used + self._heights[count] <= room + 0.01:
            used += self._heights[count]
            count += 1
        if count > 2 and count == len(self._rows) - 1 and sum(self._heights[-2:]) < _FRAME * _PAIRED:
            count -= 1  # or the last row would stand alone under the head that comes again
        mine, rest = self._rows[:count], self._rows[count:]
        highs, rest_highs = self._heights[:count], self._heights[count:]
        if rest and rest_highs[0] > _FRAME * _CUT_ABOVE:
            parts = self._cut(rest[0], room - used)
            if parts is not None:
                mine, rest = [*mine, parts[0]], [parts[1], *rest[1:]]
                highs = [*highs, parts[0].height(self._widths)]
                rest_highs = [parts[1].height(self._widths), *rest_highs[1:]]
        if not mine or not rest:
            return None
        return self._part(mine, highs, again=self._again), self._part(rest, rest_highs, again=True)

    @property
    def _is_small(self) -> bool:
        """Whether it is not worth parting: it stands whole on the next page."""
        return not self._again and self._head_height + sum(self._heights) <= _FRAME * _WHOLE

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw with the top left corner at (x, top)."""
        self._measure(width)
        down = top
        if self._head is not None:
            self._paint_head(canvas, x, down)
            self._draw_row(canvas, self._head, x, down, tagged=not self._again)
            down -= self._head_height
        for row, height in zip(self._rows, self._heights, strict=True):
            self._paint_row(canvas, row, x, down, height)
            self._draw_row(canvas, row, x, down, tagged=True)
            down -= height

    def _part(self, rows: list[Row], heights: list[float], *, again: bool) -> TableBlock:
        """Rows of this table as a table of their own, with the widths and heights worked out already."""
        made = TableBlock(self._look, self._head, rows, again=again)
        made._width, made._widths, made._head_height = self._width, self._widths, self._head_height
        made._heights = heights
        return made

    def _cut(self, row: Row, room: float) -> tuple[Row, Row] | None:
        inner = room - 2 * _PAD_Y
        if inner < _LEAST_LINES * max(cell.style.leading for cell in row.cells):
            return None
        pairs = [
            cell.cut(width - 2 * _PAD_X, inner) for cell, width in zip(row.cells, self._widths, strict=True)
        ]
        first = Row(tuple(pair[0] for pair in pairs), row.number)
        return first, Row(tuple(pair[1] for pair in pairs), row.number)

    def _measure(self, width: float) -> None:
        if width == self._width:
            return
        self._width = width
        sample = [row.cells for row in ([self._head] if self._head else []) + self._rows[:_MEASURED_ROWS]]
        self._widths = _columns(self._look.weights, sample, width)
        self._heights = [row.height(self._widths) for row in self._rows]
        self._head_height = self._head.height(self._widths) if self._head else 0.0

    def _draw_row(self, canvas: TaggedCanvas, row: Row, x: float, top: float, *, tagged: bool) -> None:
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.draw(canvas, x + _PAD_X, top - _PAD_Y, width - 2 * _PAD_X, tagged=tagged)
            x += width

    def _paint_head(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        foot = top - self._head_height
        with canvas.mark(None):
            canvas.fill_with(styles.TINT)
            canvas.rect(x, foot, self._width, self._head_height, stroke=0, fill=1)
            canvas.stroke_with(styles.ACCENT, 1.1)
            canvas.line(x, foot, x + self._width, foot)

    def _paint_row(self, canvas: TaggedCanvas, row: Row, x: float, top: float, height: float) -> None:
        with canvas.mark(None):
            if self._look.zebra and row.number % 2:
                canvas.fill_with(styles.ZEBRA)
                canvas.rect(
                    x, top - height, self._width, height - 0.3, stroke=0, fill=1
                )  # the rule above stays whole
            canvas.stroke_with(styles.EDGE if self._look.grid else styles.RULE, 0.5)
            canvas.line(x, top - height, x + self._width, top - height)
            if self._look.grid:
                self._paint_sides(canvas, x, top, height)

    def _paint_sides(self, canvas: TaggedCanvas, x: float, top: float, height: float) -> None:
        canvas.line(x, top, x, top - height)
        for width in self._widths:
            x += width
            canvas.line(x, top, x, top - height)


def lay_out(table: Table, element: Element) -> TableBlock:
    """The rows of `table` with their tags under `element`, a Table; its caption is set by the caller."""
    count = len(table.columns)
    head_element = element.child("THead" if table.rows else "TBody").child("TR")
    head = Row(
        tuple(
            TextBlock(
                column.text,
                _aligned(styles.HEAD_CELL, column.align),
                head_element.child("TH", attributes=_COLUMN),
            )
            for column in table.columns
        ),
        0,
    )
    body = element.child("TBody") if table.rows else element
    heads_pay = count + len(table.rows) <= len(table.rows) * (
        count - 1
    )  # else there are more heads than data
    looks = styles.LARGE_CELLS if table.is_large else styles.CELLS
    rows = []
    for number, texts in enumerate(table.rows):
        row = body.child("TR")
        padded = (*texts, *[""] * count)[:count]
        cells = []
        for index, (text, column) in enumerate(zip(padded, table.columns, strict=True)):
            named = index == table.row_heads
            tag = row.child("TH", attributes=_ROW) if named and heads_pay else row.child("TD")
            style = _aligned(looks[named], column.align)
            cells.append(TextBlock(text, style, tag))
        rows.append(Row(tuple(cells), number, table.row_height))
    weights = tuple(max(column.weight, 0.05) for column in table.columns)
    return TableBlock(Look(weights, table.zebra and not table.grid, table.grid), head, rows)


_COLUMN = "/O /Table /Scope /Column"
_ROW = "/O /Table /Scope /Row"
_STYLES: dict[tuple[int, str], TextStyle] = {}


def _aligned(style: TextStyle, align: str) -> TextStyle:
    """The style with another alignment; made once each."""
    key = (id(style), align)
    if key not in _STYLES:
        import msgspec

        _STYLES[key] = msgspec.structs.replace(style, align=align)
    return _STYLES[key]


def _columns(weights: tuple[float, ...], rows: list[tuple[TextBlock, ...]], width: float) -> list[float]:
    """Widths by weight, with room for the longest word of each column where there is any."""
    needed = [
        max((cells[index].longest_word() for cells in rows), default=0.0) + 2 * _PAD_X + 0.5
        for index in range(len(weights))
    ]
    return shared_out(weights, needed, width)
