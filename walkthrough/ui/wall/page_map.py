# SPDX-License-Identifier: MIT
"""The map on the wall: stations across, lanes down, in each cell a sign with its number and a shade.

A long route scrolls around the present station; lanes that do not fit are counted. It knows no finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from walkthrough.export.scene import Fill, Pen, Rect
from walkthrough.model.queries.wall.shapes import Mapped, MapRow, WallStation
from walkthrough.model.words import Kind
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import MARK, Board
from walkthrough.ui.wall.page_head import draw_head, plural_word
from walkthrough.ui.wall.page_rows import draw_more
from walkthrough.ui.wall.page_signs import arrow, kind_sign
from walkthrough.wording import _, ngettext

_SHADES: Final = ((5, "ramp5"), (3, "ramp2"), (1, "ramp1"), (0, "ramp0"))
"""The least count of each shade; only those on which words stand out 7 to 1."""
_NUMBERS: Final = (1.15, 0.95, 0.78)
"""Sizes of the numbers to try: the first with which the whole route fits, or the last."""
_GAP: Final = 0.1


@dataclass(frozen=True)
class _Column:
    """A station on the picture: `index` in the view, where it stands and how wide it is."""

    index: int
    x: float
    wide: float


def map_picture(view: Mapped, frame: WallFrame) -> Picture:
    """The heat map, as much of it as can be read."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock)
    summary = _summary(view)
    if not view.stations or not view.rows:
        board.paragraph(_("There is no map yet: no station or no lane."), 1.0, colour="muted", most=2)
        return board.picture(summary)
    _legend(board)
    number, columns = _NUMBERS[-1], []
    widest = [
        max(
            (_digits_width(board, row.cells[index]) for row in view.rows if index < len(row.cells)),
            default=0.0,
        )
        for index in range(len(view.stations))
    ]
    for number in _NUMBERS:
        columns = _columns(board, view, widest, number)
        rows_fit = (board.room - board.px(1.6)) / len(view.rows) >= board.px(number * 1.35)
        if rows_fit and len(columns) == len(view.stations):
            break
    _draw_heads(board, view, columns)
    _draw_lanes(board, view, columns, number)
    return board.picture(summary, _table(view))


def cell_say(lane: str, station: str, barriers: int, practices: int) -> str:
    """One cell as it is read aloud."""
    bad = ngettext("{n} barrier", "{n} barriers", barriers).format(n=barriers)
    good = ngettext("{n} effective practice", "{n} effective practices", practices).format(n=practices)
    if not barriers and not practices:
        return _("{lane}, {station}: nothing yet").format(lane=lane, station=station)
    if not barriers or not practices:
        return _("{lane}, {station}: {count}").format(
            lane=lane, station=station, count=bad if barriers else good
        )
    return _("{lane}, {station}: {bad}, {good}").format(lane=lane, station=station, bad=bad, good=good)


def _summary(view: Mapped) -> str:
    barriers = sum(cell[0] for row in view.rows for cell in row.cells)
    practices = sum(cell[1] for row in view.rows for cell in row.cells)
    return _("The map: {n} barriers and {m} effective practices.").format(n=barriers, m=practices)


def _cell_width(board: Board, cell: tuple[int, int], number: float) -> float:
    return _digits_width(board, cell) * number + board.px(0.35)


def _digits_width(board: Board, cell: tuple[int, int]) -> float:
    """The width of both numbers with their signs, at the size of running text."""
    return sum(board.wide(str(n), bold=True) + board.px(0.85) for n in cell if n)


def _columns(board: Board, view: Mapped, widest: list[float], number: float) -> list[_Column]:
    """The columns that fit around the present station; hand-offs are as narrow as their numbers allow."""
    label = board.across * (0.22 if board.is_narrow else 0.17)
    gap = board.px(_GAP)
    pad = board.px(0.35)
    needs = [
        max(board.px(1.5 if station.is_handoff else 3.1), digits * number + pad)
        for station, digits in zip(view.stations, widest, strict=True)
    ]
    first, last = _stretch(needs, view.stations, board.across - label - gap, gap)
    spare = board.across - label - gap - sum(needs[first:last]) - gap * (last - first - 1)
    whole = [index for index in range(first, last) if not view.stations[index].is_handoff] or [first]
    columns, x = [], board.left + label + gap
    for index in range(first, last):
        wide = needs[index] + (spare / len(whole) if index in whole else 0.0)
        wide = min(wide, board.right - x)
        columns.append(_Column(index, x, wide))
        x += wide + gap
    return columns


def _stretch(
    needs: list[float], stations: tuple[WallStation, ...], room: float, gap: float
) -> tuple[int, int]:
    here = next((index for index, station in enumerate(stations) if station.is_here), 0)
    first, last, room = here, here + 1, room - needs[here]
    while True:
        grown = False
        for index in (last, first - 1):
            if 0 <= index < len(needs) and needs[index] + gap <= room:
                room -= needs[index] + gap
                first, last, grown = min(first, index), max(last, index + 1), True
        if not grown:
            return first, last


def _draw_heads(board: Board, view: Mapped, columns: list[_Column]) -> None:
    names = _names(board, view, columns)
    high = board.tall(max(1, max(map(len, names))), MARK, 1.15)
    hidden = len(view.stations) - len(columns)
    if hidden:
        text = ngettext("and {n} more station", "and {n} more stations", hidden).format(n=hidden)
        lines = board.wrap(text, columns[0].x - board.left - board.px(0.3), MARK, most=2).lines
        high = max(high, board.tall(len(lines), MARK, 1.15))
        board.say((board.left, board.y, columns[0].x - board.left, high), text)
        board.write(lines, board.left, board.y, MARK, colour="muted", leading=1.15)
    for column, lines in zip(columns, names, strict=True):
        station = view.stations[column.index]
        top = board.y + high - board.tall(len(lines), MARK, 1.15)
        said = _("{station}, here").format(station=station.short) if station.is_here else station.short
        board.say((column.x, board.y, column.wide, high), said)
        middle = column.x + column.wide / 2
        colour = "ink" if station.is_here else "muted"
        if not lines:
            length, thick = board.px(0.55), board.px(0.09 if station.is_here else 0.06)
            at = board.y + high - board.tall(1, MARK, 1.15) / 2
            board.put(*arrow(middle - length / 2, at, length, thick, colour))
        board.write(
            lines, middle, top, MARK, bold=station.is_here, anchor="middle", colour=colour, leading=1.15
        )
    board.y += high + board.px(0.15)


def _names(board: Board, view: Mapped, columns: list[_Column]) -> list[tuple[str, ...]]:
    """The heads in lines; all hand-offs without words, for an arrow, where one of their names has no room."""
    most = 1 if board.is_tight else 2
    stations = [view.stations[column.index] for column in columns]
    laid = [
        board.wrap(station.short, column.wide - board.px(0.1), MARK, station.is_here, most)
        for station, column in zip(stations, columns, strict=True)
    ]
    pairs = list(zip(stations, laid, strict=True))
    are_named = all(lines.whole for station, lines in pairs if station.is_handoff)
    return [lines.lines if are_named or not station.is_handoff else () for station, lines in pairs]


def _draw_lanes(board: Board, view: Mapped, columns: list[_Column], number: float) -> None:
    least = board.px(1.2)
    many = len(view.rows)
    fit = max(1, int(board.room / least))
    if fit < many:
        fit = max(1, int((board.room - board.tall(1, MARK)) / least))
    shown = view.rows[:fit]
    room = board.room - (board.tall(1, MARK) if fit < many else 0.0)
    high = min(board.px(2.6), room / len(shown))
    start = board.y
    for row in shown:
        _draw_lane(board, view, row, columns, high, number)
    here = next((column for column in columns if view.stations[column.index].is_here), None)
    if here:
        pen = Pen("accent", board.px(0.12))
        box = (here.x - board.px(0.02), start, here.wide + board.px(0.04), board.y - start - board.px(_GAP))
        board.put(Rect(x=box[0], y=box[1], w=box[2], h=box[3], r=board.px(0.12), pen=pen))
    if fit < many:
        draw_more(board, many - fit)


def _draw_lane(
    board: Board, view: Mapped, row: MapRow, columns: list[_Column], high: float, number: float
) -> None:
    wide = columns[0].x - board.left - board.px(0.3)
    is_family = row is view.rows[0]
    most = max(1, int(high / board.tall(1, MARK, 1.15)))
    lines = board.wrap(row.lane, wide, MARK, is_family, min(2, most)).lines
    tall = board.tall(len(lines), MARK, 1.15)
    board.say((board.left, board.y, wide, high), row.lane)
    board.write(
        lines, board.left, board.y + (high - board.px(_GAP) - tall) / 2, MARK, bold=is_family, leading=1.15
    )
    for column in columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else (0, 0)
        _draw_cell(board, column, cell, high - board.px(_GAP), number)
        name = view.stations[column.index].short
        board.say((column.x, board.y, column.wide, high - board.px(_GAP)), cell_say(row.lane, name, *cell))
    board.y += high


def _draw_cell(board: Board, column: _Column, cell: tuple[int, int], high: float, number: float) -> None:
    shade = next(token for least, token in _SHADES if cell[0] >= least)
    words = "on_ramp_high" if shade == "ramp5" else "on_ramp_low"
    pen = Pen("line", max(1.0, board.px(0.03)))
    box = Rect(x=column.x, y=board.y, w=column.wide, h=high, r=board.px(0.12), fill=Fill(shade), pen=pen)
    board.put(box)
    x = column.x + (column.wide - _cell_width(board, cell, number) + board.px(0.35)) / 2
    middle, sign = board.y + high / 2, board.px(number * 0.52)
    for kind, many in zip((Kind.BARRIER, Kind.PRACTICE), cell, strict=True):
        if not many:
            continue
        colour = words if shade == "ramp5" else kind.value
        board.put(*kind_sign(kind, x + sign / 2, middle, sign, colour))
        start = middle - board.px(number * 0.625)
        board.write([str(many)], x + sign * 1.14, start, number, bold=True, colour=words)
        x += board.px(number * 0.85) + board.wide(str(many), number, bold=True)


def _legend(board: Board) -> None:
    board.foot -= board.tall(1, MARK)
    x, top = board.left, board.foot
    for kind in (Kind.BARRIER, Kind.PRACTICE):
        text = plural_word(kind)
        board.put(*kind_sign(kind, x + board.px(0.22), top + board.px(MARK * 0.625), board.px(0.42)))
        wide = board.wide(text, MARK)
        board.say((x, top, wide + board.px(0.6), board.tall(1, MARK)), text)
        board.write([text], x + board.px(0.6), top, MARK)
        x += wide + board.px(1.4)
    text = _("The stronger the shade, the more barriers")  # in dark themes it is the lighter one
    if x + board.wide(text, MARK) <= board.right:
        board.say((x, top, board.wide(text, MARK), board.tall(1, MARK)), text)
        board.write([text], x, top, MARK, colour="muted")
    board.foot -= board.px(0.3)


def _table(view: Mapped) -> tuple[tuple[str, ...], ...]:
    head = ("", *(station.short for station in view.stations))
    shown = _("{bad} barriers, {good} effective practices")
    rows = [
        (row.lane, *(shown.format(bad=bad, good=good) if bad or good else "–" for bad, good in row.cells))
        for row in view.rows
    ]
    return (head, *rows)
