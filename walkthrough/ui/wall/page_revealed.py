# SPDX-License-Identifier: MIT
"""A sealed round on the wall: a dot for each person, range and middle, the words, an earlier round beneath.

Never an average, and never a single ballot apart from the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from walkthrough.export.calendar import short_day
from walkthrough.export.charts.dots import DotGrid, dot_grid, spread_rule, stack, tall_of
from walkthrough.export.rating_words import again_words, fact_words, said_words
from walkthrough.export.scene import Fill, Pen, Poly, Rect, Shape, bounds
from walkthrough.model.queries.wall.shapes import EarlierRating, Rating
from walkthrough.model.rules.agreement import Agreeing
from walkthrough.model.rules.spread import span
from walkthrough.ui.wall.page_board import CAPTION, MARK, Board
from walkthrough.ui.wall.page_lines import fitted
from walkthrough.ui.wall.page_signs import numbered
from walkthrough.wording import _, current, ngettext

TINY: Final = 12.0
"""Fewer lines on the picture than this: only the dots and the words stay."""
_LARGEST, _LEAST = 1.4, 0.12
_EARLIER = 1.5  # ems of height for the hollow dots
_SEEN_AT_ONCE = 6  # of more dots in a stack their number is told


@dataclass(frozen=True)
class _Columns:
    """Where the stages stand, "not sure" apart at the end; `names` are their lines of words.

    Where a word has no room under its stage, only the last has any, and `listed` holds the others, to be
    written below all of them.
    """

    lefts: tuple[float, ...]
    wide: float
    names: tuple[tuple[str, ...], ...]
    listed: tuple[str, ...]
    small: float

    @property
    def middles(self) -> list[float]:
        """The middle of each column."""
        return [left + self.wide / 2 for left in self.lefts]


@dataclass(frozen=True)
class _Heights:
    """What there is room for below the dots, in pixels; 0: left out."""

    rule: float
    under: float
    earlier: float

    @property
    def whole(self) -> float:
        """All of it."""
        return self.rule + self.under + self.earlier


def agreement_words(view: Rating) -> str:
    """The sentence of the rule for what the ratings have in common."""
    return said_words(current(), _told(view)) if view.words else ""


def draw_revealed(board: Board, view: Rating) -> None:
    """The words at the foot; the dots get what is left above."""
    _outcome(board, view)
    columns = _columns(board, view)
    heights = _heights(board, view, columns)
    line = board.foot - heights.whole
    counts = _in_order(view.tallies, len(columns.lefts))
    many_told = max(counts, default=0) > _SEEN_AT_ONCE and line - board.y > board.px(2.4)
    room = line - board.y - (board.tall(1, MARK) if many_told else 0.0)
    least = board.px(_LEAST)
    grid = dot_grid(max(counts, default=1), columns.wide, max(room, least), board.px(_LARGEST), least)
    _say_columns(board, view, columns, counts)
    for x, many in zip(columns.middles, counts, strict=True):
        board.put(*_below(stack(x, line, many, grid), board.y - board.px(0.5)))
        if many_told and many:
            top = line - tall_of(many, grid) - board.tall(1, MARK)
            board.write([str(many)], x, max(top, board.y), MARK, anchor="middle", colour="muted")
    _axis(board, columns, line)
    if heights.rule:
        _rule(board, view, columns, line + heights.rule * 0.55)
    _names(board, view, columns, line + heights.rule)
    if heights.earlier and view.earlier is not None:
        _earlier(board, view.earlier, columns, line + heights.rule + heights.under)


def _told(view: Rating) -> Agreeing:
    not_sure, *chose = view.tallies
    return Agreeing(view.words, view.stages, view.tail, not_sure, sum(chose), view.middle)


def _outcome(board: Board, view: Rating) -> None:
    """What the rule says, or the stage agreed on; under it the facts."""
    told = agreement_words(view) if view.agreed is None else _agreed(view)
    facts = " ".join(f"{fact}." for fact in fact_words(current(), _told(view), view.tallies))
    again = again_words(current(), view.again.day, view.again.ballots) if view.again else ""
    width = board.across
    share = 1.0 if board.is_tight else 1.35
    is_tiny = board.height / board.size < TINY
    main = board.wrap(told, width, share, True, 1 if is_tiny else 2).lines
    lesser = () if is_tiny else board.wrap(facts, width, CAPTION, most=2).lines
    asked_again = board.wrap(again, width, CAPTION, most=1).lines if again else ()
    high = board.tall(len(main), share, 1.15) + board.tall(len(lesser) + len(asked_again), CAPTION)
    top = board.foot - high
    board.say((board.left, top, width, high), " ".join(part for part in (f"{told}.", facts, again) if part))
    top = board.write(main, board.left, top, share, bold=True, colour="accent", leading=1.15)
    top = board.write(lesser, board.left, top, CAPTION)
    board.write(asked_again, board.left, top, CAPTION, colour="muted")
    board.foot -= high + board.px(0.35 if board.is_tight else 0.65)


def _agreed(view: Rating) -> str:
    name = next((stage.name for stage in view.stages_named if stage.number == view.agreed), "")
    if not view.agreed:
        return _("Agreed: not yet at stage 1")
    return _("Agreed: stage {n}, {name}").format(n=view.agreed, name=name)


def _columns(board: Board, view: Rating) -> _Columns:
    places = len(view.stages_named) + 1
    gap, apart = board.px(0.35), board.px(0.8)
    wide = (board.across - gap * (places - 1) - apart) / places
    lefts = [board.left + place * (wide + gap) for place in range(places)]
    lefts[-1] += apart
    room = wide - board.px(0.2)
    shares = (MARK,) if board.is_tight else (CAPTION, MARK)
    words = [word for stage in view.stages_named for word in stage.name.split()]
    whole = [share for share in shares if all(board.wide(word, share, bold=True) <= room for word in words)]
    small = whole[0] if whole else MARK
    unsure = board.wrap(_("Not sure"), room, small, most=2 if whole else 1).lines
    if not whole:
        every = [f"{stage.number}\xa0{stage.name}" for stage in view.stages_named]
        if board.wide(_("Not sure"), small) > room:
            unsure = ("?",)
            every.append("?\xa0" + _("Not sure"))
        listed = board.wrap(" · ".join(every), board.across, small, most=2).lines
        return _Columns(tuple(lefts), wide, (*((),) * (places - 1), unsure), listed, small)
    names = (
        board.wrap(stage.name, room, small, stage.number == view.agreed, 2).lines
        for stage in view.stages_named
    )
    return _Columns(tuple(lefts), wide, (*names, unsure), (), small)


def _heights(board: Board, view: Rating, columns: _Columns) -> _Heights:
    """The names always; range and middle, then the earlier round, while the dots keep some lines."""
    named = len(columns.listed) or max(1, *map(len, columns.names))
    under = board.px(1.25 if columns.listed else 1.05) + board.tall(named, columns.small, 1.2)
    rule, earlier = board.px(0.85), board.px(_EARLIER + 0.4) + board.tall(1, MARK)
    left = board.room - under
    rule = rule if view.middle and left - rule >= board.px(2.6) else 0.0
    has_earlier = view.earlier is not None and left - rule - earlier >= board.px(3.4)
    return _Heights(rule, under, earlier if has_earlier else 0.0)


def _in_order(tallies: tuple[int, ...], places: int) -> list[int]:
    """How many chose each stage, the lowest first, and how many were not sure at the end."""
    found = [tallies[stage] if stage < len(tallies) else 0 for stage in range(1, places)]
    return [*found, tallies[0] if tallies else 0]


def _below(shapes: list[Shape], top: float) -> list[Shape]:
    return [shape for shape in shapes if bounds(shape)[1] >= top]


def _say_columns(board: Board, view: Rating, columns: _Columns, counts: list[int]) -> None:
    before = _in_order(view.earlier.tallies, len(counts)) if view.earlier is not None else []
    for at, (left, many) in enumerate(zip(columns.lefts, counts, strict=True)):
        title = _("Not sure")
        if at < len(view.stages_named):
            stage = view.stages_named[at]
            title = _("Stage {n}, {name}").format(n=stage.number, name=stage.name)
        votes = ngettext("{n} rating", "{n} ratings", many).format(n=many)
        if before:
            votes = _("{now}, {n} in the round before").format(now=votes, n=before[at])
        box = (left, board.y, columns.wide, board.foot - board.y)
        board.say(box, _("{title}: {text}").format(title=title, text=votes))


def _axis(board: Board, columns: _Columns, line: float) -> None:
    last = len(columns.lefts) - 1
    for at, left in enumerate(columns.lefts):
        dash = (board.px(0.2), board.px(0.15)) if at == last else ()
        ends = ((left, line), (left + columns.wide, line))
        board.put(Poly(points=ends, pen=Pen("edge", board.px(0.07), dash=dash)))


def _rule(board: Board, view: Rating, columns: _Columns, y: float) -> None:
    """Range and middle; what the mark means stands beside it, where it has room."""
    reach = span(view.tallies)
    board.put(*spread_rule(columns.middles[:-1], reach, view.middle, y, board.px(0.5)))
    word, step = _("Middle"), columns.middles[1] - columns.middles[0]
    wide, high = board.wide(word, MARK) + board.px(0.3), board.tall(1, MARK)
    first, last = (columns.middles[stage - 1] for stage in (view.middle[0], view.middle[-1]))
    if wide + board.px(0.8) > max(step, last - first):
        return
    x = (first + last - wide) / 2 if first < last else first + board.px(0.4)
    if first == last and view.middle[0] == len(view.stages_named):
        x = first - board.px(0.4) - wide
    box = (x, y - high / 2, wide, high)
    board.put(Rect(x=x, y=box[1], w=wide, h=high, fill=Fill("paper")))
    board.say(box, word)
    board.write([word], x + board.px(0.15), box[1], MARK, colour="muted")


def _names(board: Board, view: Rating, columns: _Columns, top: float) -> None:
    for at, lines in enumerate(columns.names):
        middle, bold, down = columns.middles[at], False, 0.2
        if at < len(view.stages_named):
            number = view.stages_named[at].number
            bold, down = number == view.agreed, 1.05
            board.put(*numbered(number, solid=bold)(middle, top + board.px(0.55), board.px(0.56)))
        start = top + board.px(down)
        board.write(lines, middle, start, columns.small, bold=bold, anchor="middle", leading=1.2)
    board.write(columns.listed, board.left, top + board.px(1.25), columns.small, leading=1.2)


def _earlier(board: Board, earlier: EarlierRating, columns: _Columns, top: float) -> None:
    """The round before: its day, and hollow dots that hang from a dashed line; many of them as a number."""
    top += board.px(0.2)
    pen = Pen("line", board.px(0.05), dash=(board.px(0.2), board.px(0.15)))
    board.put(Poly(points=((board.left, top), (board.right, top)), pen=pen))
    text = earlier_words(earlier)
    high = board.tall(1, MARK)
    board.put(
        *stack(board.left + board.px(0.25), top + high / 2 - board.px(0.2), 1, _one(board), hollow=True)
    )
    line = fitted(text, board.across - board.px(0.7), board.px(MARK))
    board.say((board.left, top, board.across, high), text)
    board.write([line], board.left + board.px(0.65), top + board.px(0.05), MARK, colour="muted")
    counts = _in_order(earlier.tallies, len(columns.lefts))
    least = board.px(0.3)
    per_row = max(1, int(columns.wide / least))
    fit = int(board.px(_EARLIER) / least) * per_row >= max(counts)
    grid = dot_grid(max(counts), columns.wide, board.px(_EARLIER), board.px(0.62), least)
    top += high + board.px(0.08)
    for x, many in zip(columns.middles, counts, strict=True):
        if fit:
            board.put(*stack(x, top, many, grid, hollow=True))
        elif many:
            board.write([str(many)], x, top, CAPTION, anchor="middle", colour="muted")


def earlier_words(earlier: EarlierRating) -> str:
    """Which round it was, and if it was open."""
    name = _("The round before") if earlier.is_same_check else short_day(current(), earlier.day)
    return _("{round}, show of hands").format(round=name) if earlier.is_open else name


def _one(board: Board) -> DotGrid:
    return DotGrid(board.px(0.5), 1)
