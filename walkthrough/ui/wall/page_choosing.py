# SPDX-License-Identifier: MIT
"""Choosing on the wall: what shows across stations, numbered themes, their totals, impact against effort.

Each theme carries its digit everywhere, so that the room can call it out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final, NamedTuple

from walkthrough.export.scene import INK, Box, Fill, Pen, Poly, Rect, Shape, Words
from walkthrough.model.queries.wall.shapes import Across, AcrossRow, Choosing, ThemeRow
from walkthrough.model.showing import Call
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import CAPTION, LESSER, MARK, NARROW, Board
from walkthrough.ui.wall.page_head import draw_head, head_words, tell_rows
from walkthrough.ui.wall.page_rows import (
    Item,
    draw_columns,
    draw_items,
    draw_more,
    draw_turned,
    fits_in_columns,
    fits_whole,
    roomiest,
)
from walkthrough.ui.wall.page_signs import Sign, across_sign, numbered
from walkthrough.wording import _, ngettext

_LEVELS: Final = 5


def across_picture(view: Across, frame: WallFrame) -> Picture:
    """What shows only when one looks across stations."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock, (view.page, view.pages))
    title = _("What do we see across the stations?")
    board.paragraph(title, 1.25, bold=True, leading=1.15, most=2)
    board.gap(0.4 if board.is_tight else 0.7)
    if view.rows:
        draw_turned(board, [_across(row) for row in view.rows])
    else:
        board.paragraph(_("Nothing shows in more than one place yet."), 1.0, colour="muted", most=2)
    return board.picture(title)


def _across(row: AcrossRow) -> Item:
    what = {"alike": _("Alike"), "gap": _("Rule and practice differ"), "clock": _("Time")}
    where = ", ".join(dict.fromkeys(row.stations))
    numbers = " ".join(f"#{number}" for number in row.numbers)
    beside = tuple(part for part in (what.get(row.what, ""), where, numbers) if part)
    text = _pair_words(row)
    return Item(text, across_sign(row.what), beside, say=". ".join((text, *beside)))


def _pair_words(row: AcrossRow) -> str:
    """Both halves of a pair in one sentence, or the one that is known."""
    if row.what == "alike":
        told = _("“{one}” and “{other}”")
        return told.format(one=row.text, other=row.other) if row.other else row.text
    if not row.other:
        return _("By the rule: {text}").format(text=row.text)
    if not row.text:
        return _("In practice: {text}").format(text=row.other)
    return _("By the rule: {rule} – in practice: {practice}").format(rule=row.text, practice=row.other)


def choosing_picture(view: Choosing, frame: WallFrame) -> Picture:
    """The themes to vote on, their totals, or their impact and effort."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock, (view.page, view.pages))
    title = _title(view)
    is_vote = view.call not in (Call.TOTALS, Call.WEIGHED)
    if not (is_vote and board.is_tight):  # every digit must have room while the room votes
        board.paragraph(title, 1.25, bold=True, leading=1.15, most=2)
    if is_vote:
        board.gap(0.15)
        share = MARK if board.is_tight and board.wide(_how(view), CAPTION) > board.across else CAPTION
        board.paragraph(_how(view), share, colour="muted", most=1 if board.is_tight else 2)
    board.gap(0.4 if board.is_tight else 0.6)
    if not view.rows:
        board.paragraph(_("There is no theme to choose from yet."), 1.0, colour="muted", most=2)
    elif view.call is Call.TOTALS:
        _totals(board, view.rows)
    elif view.call is Call.WEIGHED:
        _weighed(board, view.rows)
    else:
        _vote(board, view.rows)
    return board.picture(f"{head_words(view.head)}. {title}")


def _title(view: Choosing) -> str:
    if view.call is Call.TOTALS:
        return _("This is what we chose")
    if view.call is Call.WEIGHED:
        return _("What changes much and is easy?")
    return _("What matters most?")


def _how(view: Choosing) -> str:
    dots = ngettext("Each of us has {n} dot.", "Each of us has {n} dots.", view.dots).format(n=view.dots)
    how = _("The vote is private.") if view.is_private else _("Dots or hands, all can see.")
    return f"{dots} {how}"


def _vote(board: Board, rows: tuple[ThemeRow, ...]) -> None:
    """All themes of the page, as large as they fit; each digit is there to be called."""
    items = [_theme(row) for row in rows]
    share = roomiest(board, items, (1.35, 1.15, 1.0), gap=0.5)
    if share > 1.0 or fits_whole(board, items, share, gap=0.5):
        draw_items(board, items, share=share, gap=0.5)
        return
    found = ((way, _cut_to_fit(board, items, way)) for way in _WAYS)
    way, cut = next((one for one in found if one[1]), (_WAYS[-1], items))
    if way.is_double:
        draw_columns(board, cut, (way.share,), gap=way.gap, narrow=True)
    else:
        draw_items(board, cut, share=way.share, gap=way.gap)


class _Way(NamedTuple):
    """A size of the themes, whether they stand in two columns, and from which width on, in ems."""

    share: float
    gap: float
    is_double: bool
    least: float = 0.0

    def fits(self, board: Board, items: list[Item]) -> bool:
        """Whether all of them have room, cut as they are."""
        if self.least * board.size > board.width:
            return False
        fits = fits_in_columns if self.is_double else fits_whole
        return fits(board, items, self.share, self.gap)


_WAYS: Final = (
    _Way(1.0, 0.5, is_double=True, least=NARROW),
    _Way(LESSER, 0.3, is_double=False),
    _Way(LESSER, 0.4, is_double=True),
)
"""How the themes are laid out while the room votes, the first that gives each a line."""


def _cut_to_fit(board: Board, items: list[Item], way: _Way) -> list[Item]:
    """The themes cut as little as it takes for all to fit: each has a line, and more lines come to the first
    that still lack some, while there is room. None where not even one line each has room.
    """
    if way.fits(board, items):
        return items
    cut = [replace(item, lines=1) for item in items]
    if not way.fits(board, cut):
        return []
    for lines in (2, 3):
        for at, item in enumerate(items):
            tried = [*cut[:at], replace(item, lines=lines), *cut[at + 1 :]]
            if way.fits(board, tried):
                cut = tried
    return cut


def _theme(row: ThemeRow) -> Item:
    say = _("{n}. {text}").format(n=row.choice, text=row.name)
    return Item(row.name, numbered(row.choice), say=say, key=row.id)


def _votes(many: int) -> str:
    return ngettext("{n} vote", "{n} votes", many).format(n=many)


def _totals(board: Board, rows: tuple[ThemeRow, ...]) -> None:
    """Each theme with its number of votes, and a bar as long as that."""
    most = max((row.votes or 0 for row in rows), default=0) or 1
    step = board.px(0.22 if board.is_tight else 0.45)
    first, shown = max(0, min(board.skip, len(rows) - 1)), 0
    for row in rows[first:]:
        keep = board.tall(1, MARK) if first + shown + 1 < len(rows) else 0.0
        high = _total(board, row, most, board.room - keep)
        if not high:
            break
        board.y += high + step
        shown += 1
    _more(board, len(rows) - first - shown)
    tell_rows(board, first, shown, len(rows))


def _total(board: Board, row: ThemeRow, most: int, room: float) -> float:
    """Draw one theme's total at the cursor; return how high it is, 0 if it has no room."""
    indent, lane = board.px(1.3), board.px(0.2 if board.is_tight else 0.3)
    number = board.wide(str(most), 0.9, bold=True) + board.px(0.6)
    across = board.across - indent - number
    lines = board.wrap(row.name, across, LESSER, most=1 if board.is_tight else 2).lines
    names = board.tall(max(len(lines), 1), LESSER)
    high = names + lane + board.px(0.12)
    if high > room:
        return 0.0
    votes, x = row.votes or 0, board.left + indent
    say = _("{n}. {text}: {votes}").format(n=row.choice, text=row.name, votes=_votes(votes))
    board.say((board.left, board.y, board.across, high), say, row.id)
    board.put(*numbered(row.choice)(board.left + board.px(0.48), board.y + board.px(0.53), board.px(0.56)))
    board.write(lines, x, board.y, LESSER)
    top = board.y + names + board.px(0.06)
    board.put(Rect(x=x, y=top, w=across, h=lane, r=lane / 2, fill=Fill("surface")))
    if votes:
        wide = max(across * votes / most, lane)
        board.put(Rect(x=x, y=top, w=wide, h=lane, r=lane / 2, fill=Fill("accent")))
    middle = board.y + (high - board.tall(1, 0.9)) / 2
    board.write([str(votes)], board.right, middle, 0.9, bold=True, anchor="end")
    return high


def _more(board: Board, many: int) -> None:
    if not many:
        return
    high = board.tall(1, MARK)
    board.y = min(board.y, board.foot - high)
    draw_more(board, many, indent=board.px(1.3))


def _weighed(board: Board, rows: tuple[ThemeRow, ...]) -> None:
    """A square of impact against effort with each theme's digit, and the names beside it."""
    top, foot = board.y, board.foot
    axis = board.tall(1, MARK) + board.px(0.15)
    plot = (board.left, top + axis, board.across * 0.42, foot - top - axis * 2)
    _axes(board, plot)
    _dots(board, plot, rows)
    board.left, left = plot[0] + plot[2] + board.px(1.0), board.left
    items = [
        Item(row.name, numbered(row.choice, solid=_is_weighed(row)), say=_weighed_say(row), key=row.id)
        for row in rows
    ]
    draw_turned(board, items, share=LESSER, gap=0.4)
    board.left = left


def _is_weighed(row: ThemeRow) -> bool:
    return row.impact is not None and row.effort is not None


def _weighed_say(row: ThemeRow) -> str:
    if not _is_weighed(row):
        return _("{n}. {text}: not weighed yet").format(n=row.choice, text=row.name)
    return _("{n}. {text}: impact {impact} of 5, effort {effort} of 5").format(
        n=row.choice, text=row.name, impact=row.impact, effort=row.effort
    )


def _axes(board: Board, plot: Box) -> None:
    x, y, w, h = plot
    board.card(plot)
    board.put(Rect(x=x, y=y, w=w / 2, h=h / 2, r=board.px(0.22), fill=Fill("accent_soft")))
    pen = Pen("line", max(1.0, board.px(0.04)))
    board.put(Poly(points=((x + w / 2, y), (x + w / 2, y + h)), pen=pen))
    board.put(Poly(points=((x, y + h / 2), (x + w, y + h / 2)), pen=pen))
    much = _("↑ Changes much for families")
    if board.wide(much, MARK, bold=True) > w:
        much = _("↑ Changes much")
    impact = board.wrap(much, w, MARK, True, 1).lines
    effort = board.wrap(_("Harder to do →"), w, MARK, True, 1).lines
    board.say((x, y - board.tall(1, MARK), w, board.tall(1, MARK)), much)
    board.write(impact, x, y - board.tall(1, MARK) - board.px(0.08), MARK, bold=True)
    board.say((x, y + h, w, board.tall(1, MARK)), _("Harder to do →"))
    board.write(effort, x + w, y + h + board.px(0.08), MARK, bold=True, anchor="end")


def _dots(board: Board, plot: Box, rows: tuple[ThemeRow, ...]) -> None:
    """Digits at their place, those of one place beside and below one another; what has no room is counted."""
    places: dict[tuple[int, int], list[ThemeRow]] = defaultdict(list)
    for row in rows:
        if row.impact is not None and row.effort is not None:
            places[row.effort, row.impact].append(row)
    x, y, w, h = plot
    step_x, step_y = w / _LEVELS, h / _LEVELS
    size = min(board.px(0.6), step_y / 1.66)
    wide, high = size * 1.72, size * 1.66
    columns, lines = max(1, int(step_x / wide)), max(1, int(step_y / high))
    for (effort, impact), sharing in places.items():
        shown = sharing[: columns * lines]
        if len(sharing) > len(shown):
            shown = shown[:-1]
        signs = [numbered(row.choice) for row in shown]
        if len(sharing) > len(shown):
            signs.append(_others(len(sharing) - len(shown), board.px(MARK)))
        in_line = min(len(signs), columns)
        used = -(-len(signs) // columns)
        left = x + (effort - 0.5) * step_x - (in_line - 1) / 2 * wide
        top = y + h - (impact - 0.5) * step_y - (used - 1) / 2 * high
        for index, sign in enumerate(signs):
            board.put(*sign(left + index % columns * wide, top + index // columns * high, size))


def _others(many: int, letters: float) -> Sign:
    """How many more stand at the same place."""

    def draw(x: float, y: float, size: float) -> list[Shape]:
        return [
            Words(
                x=x, y=y + letters * 0.35, text=f"+{many}", size=letters, bold=True, anchor="middle", fill=INK
            )
        ]

    return draw
