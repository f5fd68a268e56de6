# SPDX-License-Identifier: MIT
"""A list on the wall: rows that fit whole, newest first, and then "and 3 more". It knows no kind of row.

One row that is too long by itself is shown as far as whole lines fit and ends with "…".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from walkthrough.export.glyphs import clean
from walkthrough.ui.wall.page_board import CAPTION, LEADING, MARK, Board
from walkthrough.ui.wall.page_head import tell_rows
from walkthrough.ui.wall.page_lines import Lines, reads_from_right
from walkthrough.ui.wall.page_signs import Sign
from walkthrough.wording import ngettext

SIGN_ROOM: Final = 1.35
"""Room for a sign before the words of a row, in ems of running text."""


@dataclass(frozen=True)
class Item:
    """One row: its sign, its words, and what stands beside or under them.

    Args:
        text: the row's own words.
        sign: what is drawn before them; None for none.
        beside: short marks such as kind and lane, the most important first; in a column at the right.
        brief: what stands for them on a tight picture, after the last word; the first of them if empty.
        lines: how many lines the words may take at most, the rest cut with "…"; 0 for all they need.
        over: a caption above the words; on a tight picture it goes where `beside` goes.
        detail: a second text under the first, smaller.
        say: the whole row as it is read aloud.
        key: the key of the row.
        bold: whether the words are in bold.
        indent: room for the sign before the words, in ems of running text.
    """

    text: str
    sign: Sign | None = None
    beside: tuple[str, ...] = ()
    detail: str = ""
    say: str = ""
    key: str = ""
    bold: bool = False
    brief: str = ""
    over: str = ""
    lines: int = 0
    indent: float = SIGN_ROOM


@dataclass(frozen=True)
class _Laid:
    """A row in lines, before it is drawn: `high` is its height, `under` the marks below or after its words.

    `over` is the caption's lines.
    """

    item: Item
    text: Lines
    detail: Lines
    beside: tuple[Lines, ...]
    under: str
    runs_in: bool
    high: float
    over: tuple[str, ...] = ()


MOST: Final = 24
"""No picture holds more rows: the others need not be made into items."""
_Side = tuple[float, float, Sequence[Item]]
"""A column: its left and right edge, and what stands in it."""


def more_words(many: int) -> str:
    """What stands below a list that goes on."""
    return ngettext("and {n} more", "and {n} more", many).format(n=many)


def draw_items(
    board: Board, items: Sequence[Item], *, share: float = 1.0, gap: float = 0.45, many: int = 0
) -> int:
    """Draw the rows that fit whole, in their order, then how many are left; return how many are shown.

    `many` is how many there are in all, where more than can ever fit were not made into items.
    """
    many = max(many, len(items))
    space = board.px(gap * (0.75 if board.is_tight else 1.0))
    laid = _whole_rows(board, items, share, space, many)
    if not laid and items:
        laid = _one_too_long(board, items[0], share, many)
    for row in laid:
        _draw(board, row, share)
        board.y += space
    if len(laid) < many:
        indent = _indent(board, items[0], share) if items else 0.0
        _draw_more(board, many - len(laid), indent)
    return len(laid)


def draw_turned(board: Board, items: Sequence[Item], *, share: float = 1.0, gap: float = 0.45) -> None:
    """Draw a list that is read through to its end: from the row on to which the wall was turned."""
    first = max(0, min(board.skip, len(items) - 1))
    if first and fits_whole(board, items, share, gap):
        first = 0
    part = items[first : first + MOST]
    shown = draw_items(board, part, share=share, gap=gap, many=len(items) - first)
    tell_rows(board, first, shown, len(items))


def _whole_rows(board: Board, items: Sequence[Item], share: float, space: float, many: int) -> list[_Laid]:
    """The rows that fit with what is said of the others; a row gives up its second text before it goes."""
    laid: list[_Laid] = []
    used, more = 0.0, _more_height(board)
    for index, item in enumerate(items):
        keep = more if index + 1 < many else 0.0
        for tried in (item, _without_detail(item)):
            row = _lay(board, tried, share, board.room)
            if row.text.whole and used + row.high + keep <= board.room + 0.01:
                break
        else:
            break
        laid.append(row)
        used += row.high + space
    return laid


def _without_detail(item: Item) -> Item:
    return replace(item, text=f"{item.text} …", detail="") if item.detail else item


def draw_columns(
    board: Board,
    items: Sequence[Item],
    shares: Sequence[float] = (1.0,),
    *,
    gap: float = 0.45,
    narrow: bool = False,
    turned: bool = False,
) -> None:
    """Draw the rows in two columns at the first of `shares` at which all fit, else as a list at the last,
    which with `turned` can be turned.

    A narrow picture has one column only, unless `narrow` asks for two there as well.
    """
    one = len(items) < 2 or (board.is_narrow and not narrow)
    share = None if one else next((each for each in shares if fits_in_columns(board, items, each, gap)), None)
    if share is None:
        (draw_turned if turned else draw_items)(board, items, share=shares[-1], gap=gap)
        return
    left, right, top = board.left, board.right, board.y
    foot = top
    for one_left, one_right, part in _sides(board, items):
        board.left, board.right, board.y = one_left, one_right, top
        draw_items(board, part, share=share, gap=gap)
        foot = max(foot, board.y)
    board.left, board.right, board.y = left, right, foot


def _sides(board: Board, items: Sequence[Item]) -> tuple[_Side, _Side]:
    space, half = board.px(1.2), -(-len(items) // 2)
    middle = (board.left + board.right - space) / 2
    return (board.left, middle, items[:half]), (middle + space, board.right, items[half:])


def fits_in_columns(board: Board, items: Sequence[Item], share: float, gap: float = 0.45) -> bool:
    """Whether all rows fit whole in two columns at this size."""
    return all(_all_fit(board, side, share, gap) for side in _sides(board, items))


def _all_fit(board: Board, side: _Side, share: float, gap: float) -> bool:
    kept = board.left, board.right
    board.left, board.right, items = side
    used, fit = 0.0, True
    for item in items:
        row = _lay(board, item, share, board.room)
        used += row.high + board.px(gap)
        fit = row.text.whole and used <= board.room
        if not fit:
            break
    board.left, board.right = kept
    return fit


def fits_whole(board: Board, items: Sequence[Item], share: float, gap: float = 0.45) -> bool:
    """Whether all rows fit whole at this size."""
    return _all_fit(board, (board.left, board.right, items), share, gap)


def roomiest(board: Board, items: Sequence[Item], shares: Sequence[float], *, gap: float = 0.45) -> float:
    """The first of these sizes at which all rows fit whole, or the last of them."""
    return next((share for share in shares if fits_whole(board, items, share, gap)), shares[-1])


def _more_height(board: Board) -> float:
    return board.tall(1, MARK + 0.1)


def draw_more(board: Board, many: int, share: float = MARK, indent: float = 0.0) -> None:
    """Write how many more there are, at the cursor."""
    x = board.left + indent
    lines = board.wrap(more_words(many), board.right - x, share, True, 1).lines
    board.say((x, board.y, board.right - x, board.tall(1, share)), more_words(many))
    board.write(lines, x, board.y, share, bold=True, colour="muted")


def _draw_more(board: Board, many: int, indent: float) -> None:
    high = _more_height(board)
    if high > board.room + 0.01:
        board.y = board.foot - high
    draw_more(board, many, MARK + 0.1, indent)
    board.y += high


def _one_too_long(board: Board, item: Item, share: float, many: int) -> list[_Laid]:
    keep = _more_height(board) if many > 1 else 0.0
    room = board.room - keep
    bare = replace(item, beside=(), brief="", over="")
    for tried in (item, bare, _without_detail(bare)):  # its words go before its marks
        row = _lay(board, tried, share, room)
        if row.text.lines and row.high <= room + 0.01:
            return [row]
    return []


def _indent(board: Board, item: Item, share: float) -> float:
    return board.px(item.indent * max(share, 1.0)) if item.sign else 0.0


def _column(board: Board, items_beside: tuple[str, ...]) -> float:
    """The width of the column at the right; none on a narrow picture."""
    return 0.0 if board.is_narrow or not items_beside else board.across * 0.2


def _lay(board: Board, item: Item, share: float, room: float) -> _Laid:
    indent = _indent(board, item, share)
    column = _column(board, item.beside)
    across = board.across - indent - (column + board.px(0.8) if column else 0.0)
    detail = Lines((), whole=True)
    if item.detail:
        detail = board.wrap(item.detail, across, CAPTION, most=1 if board.is_tight else 2)
    below = board.tall(len(detail.lines), CAPTION)
    beside: tuple[Lines, ...] = ()
    under = ""
    if column:
        first, *others = item.beside
        beside = (board.wrap(first, column, MARK, True, 2),)
        beside += tuple(board.wrap(other, column, MARK, most=2) for other in others)
    elif item.beside:
        under = (item.brief or item.beside[0]) if board.is_tight else " · ".join(item.beside)
    over: tuple[str, ...] = ()
    if item.over and board.is_tight:
        under = item.over
    elif item.over:
        over = board.wrap(item.over, across, MARK, True, 1).lines
        below += board.tall(1, MARK)
    most = int((room - below + 0.01) / board.tall(1, share))
    text = board.wrap(item.text, across, share, item.bold, max(1, min(most, item.lines or most)))
    if len(text.lines) == item.lines:
        text = Lines(text.lines, whole=True)  # as much as is wanted of it
    runs_in = bool(under) and _runs_in(board, text, under, across, share, bold=item.bold)
    high = board.tall(len(text.lines), share) + below
    if under and not runs_in:
        high += board.tall(1, MARK)
        if high > room and not text.whole:
            text = board.wrap(item.text, across, share, item.bold, max(1, most - 1))
            high = board.tall(len(text.lines), share) + below + board.tall(1, MARK)
    marks = sum(board.tall(len(lines.lines), MARK, 1.2) for lines in beside)
    return _Laid(item, text, detail, beside, under, runs_in, max(high, marks), over)


def _runs_in(board: Board, text: Lines, under: str, across: float, share: float, *, bold: bool) -> bool:
    if not text.lines:
        return False
    last = text.lines[-1]
    return board.wide(last, share, bold) + board.px(0.8) + board.wide(clean(under), MARK, bold=True) <= across


def _draw(board: Board, row: _Laid, share: float) -> None:
    item, top = row.item, board.y
    x = board.left
    board.say((board.left, top, board.across, row.high), item.say or item.text, item.key)
    single = len(row.text.lines) == 1 and not row.detail.lines and not row.over
    start = top + max(0.0, (row.high - board.tall(1, share)) / 2) if single and not row.under else top
    if item.sign:
        board.put(
            *item.sign(
                x + board.px(0.48 * share), start + board.px(share * LEADING / 2), board.px(0.66 * share)
            )
        )
        x += _indent(board, item, share)
    column = _column(board, item.beside)
    across = board.right - x - (column + board.px(0.8) if column else 0.0)
    start = board.write(row.over, x, start, MARK, bold=True, colour="muted", across=across)
    end = board.write(row.text.lines, x, start, share, bold=item.bold, across=across)
    end = board.write(row.detail.lines, x, end, CAPTION, colour="muted", across=across)
    _draw_under(board, row, share, x, end)
    _draw_beside(board, row, top, is_single=single)
    board.y = top + row.high


def _draw_under(board: Board, row: _Laid, share: float, x: float, end: float) -> None:
    """The marks that a narrow picture has no column for: after the last word, or on a line of their own."""
    if row.runs_in:
        line_top = end - board.tall(len(row.detail.lines), CAPTION) - board.tall(1, share)
        drop = board.px(share * 0.895 - MARK * 0.895)  # on the same baseline
        if reads_from_right(row.item.text):  # the words themselves stand at the right
            board.write([row.under], x, line_top + drop, MARK, bold=True, colour="muted")
        else:
            at = board.right
            board.write([row.under], at, line_top + drop, MARK, bold=True, anchor="end", colour="muted")
    elif row.under:
        width = board.right - x
        board.write(
            board.wrap(row.under, width, MARK, True, 1).lines, x, end, MARK, bold=True, colour="muted"
        )


def _draw_beside(board: Board, row: _Laid, top: float, *, is_single: bool) -> None:
    """The marks in the column at the right."""
    marks = sum(board.tall(len(lines.lines), MARK, 1.2) for lines in row.beside)
    at = min(top + board.px(0.16), top + row.high - marks)
    if is_single:
        at = top + (row.high - marks) / 2
    for index, lines in enumerate(row.beside):
        left = board.right - _column(board, row.item.beside)
        colour = "ink" if index == 0 else "muted"
        at = board.write(lines.lines, left, at, MARK, bold=index == 0, colour=colour, leading=1.2)
