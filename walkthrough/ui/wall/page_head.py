# SPDX-License-Identifier: MIT
"""The top and the foot of every picture: the part, the clock, the strip of stations, counts and pages.

The clock never shouts: no red, and in the last minute words and a sign, not colour alone.
"""

from __future__ import annotations

from typing import Final

from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect
from walkthrough.model.queries.wall.shapes import WallHead, WallStation
from walkthrough.model.words import Kind
from walkthrough.ui.wall.frame import WallClock
from walkthrough.ui.wall.page_board import MARK, Board, Place
from walkthrough.ui.wall.page_lines import fitted
from walkthrough.ui.wall.page_signs import clock_sign, kind_sign
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext

_CLOCK: Final = 0.8
_LAST_MINUTE: Final = 60
_MANY: Final = 24


def draw_head(board: Board, head: WallHead, clock: WallClock | None, place: tuple[int, int] = (0, 1)) -> None:
    """Write the part or the station, the clock at the right, and the strip; the cursor goes below them.

    `place` is (page, pages), the first page 0: where there are several, it stands after the title.
    """
    top = board.y
    right = draw_clock(board, clock, top) if clock else board.right
    _title(board, head, right - board.px(0.7), place)
    if head.strip and not board.is_tight:
        board.gap(0.3)
        _strip(board, head.strip)
    board.gap(0.28)
    board.put(Rect(x=board.left, y=board.y, w=board.across, h=max(1.0, board.px(0.03)), fill=Fill("line")))
    board.gap(0.5 if board.is_tight else 0.7)


def clock_words(clock: WallClock) -> str:
    """What the room reads of the clock: time left, the last minute, its end, a break."""
    time = _minutes(clock.seconds)
    if clock.kind == "break":
        if clock.seconds <= 0:
            return _("Break is over")
        minutes = -(-clock.seconds // 60)
        return ngettext("Break · back in {n} min", "Break · back in {n} min", minutes).format(n=minutes)
    if clock.seconds <= 0:
        return _("Time – finish the thought")
    if clock.kind == "paused":
        return _("{time} left · paused").format(time=time)
    if clock.seconds <= _LAST_MINUTE:
        return _("Last minute · {time} left").format(time=time)
    return _("{time} left").format(time=time)


def draw_counts(board: Board, counts: tuple[tuple[Kind, int], ...]) -> None:
    """Write how many there are of each kind, at the foot; with their signs, so that it is the legend too."""
    board.foot -= board.px(MARK * 1.35)
    top, x = board.foot, board.left
    for kind, many in counts:
        label = _("{kinds} {n}").format(kinds=plural_word(kind), n=many)
        room = board.right - x - board.px(0.7)
        if room < board.px(2):
            break
        text = fitted(label, room, board.px(MARK))
        wide = board.wide(text, MARK)
        board.put(*kind_sign(kind, x + board.px(0.22), top + board.px(MARK * 0.66), board.px(0.46)))
        board.say((x, top, wide + board.px(0.6), board.px(MARK * 1.3)), label)
        board.write([text], x + board.px(0.6), top, MARK, colour="ink", leading=1.3)
        x += wide + board.px(1.6)
    board.foot -= board.px(0.4)


def head_words(head: WallHead) -> str:
    """The station with its number, or the part's title: how a picture's summary begins."""
    if head.number:
        return _("Station {n} of {of}: {station}").format(n=head.number, of=head.of, station=head.station)
    return head.title or word(head.part)


def plural_word(kind: Kind) -> str:
    """What several entries of a kind are called."""
    return {
        Kind.BARRIER: _("Barriers"),
        Kind.PRACTICE: _("Effective practices"),
        Kind.INDICATOR: _("Indicators"),
        Kind.NEXT_STEP: _("Next steps"),
        Kind.PARKED: _("Parked"),
        Kind.DECISION: _("Decisions"),
    }[kind]


def _minutes(seconds: int) -> str:
    return f"{max(seconds, 0) // 60}:{max(seconds, 0) % 60:02d}"


def draw_clock(board: Board, clock: WallClock, top: float) -> float:
    """Draw the clock at the top right; return where it begins."""
    text = clock_words(clock)
    urgent = clock.seconds <= _LAST_MINUTE or clock.kind == "break"
    line = fitted(text, board.across * 0.52, board.px(_CLOCK), urgent)
    wide, high = board.wide(line, _CLOCK, urgent), board.px(1.3)
    left = board.right - wide
    if urgent:
        pad, sign = board.px(0.45), board.px(0.62)
        left = board.right - wide - sign - pad * 2.6
        over = clock.seconds <= 0 or clock.kind == "break"
        board.put(
            Rect(
                x=left,
                y=top,
                w=board.right - left,
                h=high,
                r=high / 2,
                fill=Fill("accent_soft" if over else "paper"),
                pen=Pen("accent", board.px(0.06)),
            ),
            *clock_sign(left + pad + sign / 2, top + high / 2, sign),
        )
    edge = board.right - (board.px(0.45) if urgent else 0.0)
    board.say((left, top, board.right - left, high), text)
    board.write([line], edge, top + (high - board.px(_CLOCK * 1.25)) / 2, _CLOCK, bold=urgent, anchor="end")
    return left


def _title(board: Board, head: WallHead, right: float, place: tuple[int, int]) -> None:
    top, x = board.y, board.left
    high = board.px(1.3)
    page = _place_kept(board, place)
    paged = board.wide(page, MARK) + board.px(0.7) if page else 0.0
    if head.number:
        x = _number(board, head.number, x, top, high) + board.px(0.4)
    text, colour = (head.station, "ink") if head.number else (head_words(head), "accent")
    share = 1.1 if head.number else 0.9
    room = max(right - paged - x, board.px(2))
    lines = board.wrap(text, room, share, True, 1)
    if not lines.whole and not board.skip:  # turned, it gives its second line to the rows
        share = 0.8
        lines = board.wrap(text, room, share, True, 2)
    tall = board.tall(len(lines.lines), share, 1.15)
    start = top + max(0.0, (high - tall) / 2)
    board.say((board.left, top, max(room, 1.0), max(high, tall)), head_words(head))
    board.write(lines.lines, x, start, share, bold=True, colour=colour, leading=1.15)
    if page:
        at = (
            x + max((board.wide(line, share, bold=True) for line in lines.lines), default=0.0) + board.px(0.7)
        )
        if board.skip:
            board.place = Place(at, top, min(paged, right + board.px(0.7) - at), *place)
        elif at + paged <= right + board.px(0.7):
            board.say((at, top, paged, high), page)
            board.write([page], at, top + (high - board.px(MARK * 1.25)) / 2, MARK, colour="muted")
    board.y = max(top + high, start + tall)


def _place_kept(board: Board, place: tuple[int, int]) -> str:
    """What stands after the title; where the wall was turned, the most that may come to stand there."""
    page, pages = place
    if board.skip:
        return rows_words(board.skip, _MANY, board.skip + _MANY, place)
    return _("Page {n} of {of}").format(n=page + 1, of=pages) if pages > 1 else ""


def rows_words(before: int, shown: int, many: int, place: tuple[int, int] = (0, 1)) -> str:
    """Which rows of how many are shown, the first 1; on a list of several pages, of which page."""
    first, last, (page, pages) = before + 1, before + shown, place
    if pages > 1 and shown == 1:
        return _("Page {n} of {of}, row {row}").format(n=page + 1, of=pages, row=first)
    if pages > 1:
        words = _("Page {n} of {of}, rows {first} to {last}")
        return words.format(n=page + 1, of=pages, first=first, last=last)
    if shown == 1:
        return _("Row {n} of {many}").format(n=first, many=many)
    return _("Rows {first} to {last} of {many}").format(first=first, last=last, many=many)


def tell_rows(board: Board, before: int, shown: int, many: int) -> None:
    """Keep which rows of a list are shown, and say it in the head once the wall was turned."""
    board.skip, board.shown, board.rest = before, shown, many - before - shown
    place = board.place
    if place is None or not before or not shown:
        return
    text = rows_words(before, shown, many, (place.page, place.pages))
    line = fitted(text, place.across, board.px(MARK))
    high = board.px(1.3)
    board.say((place.x, place.top, place.across, high), text)
    board.write([line], place.x, place.top + (high - board.px(MARK * 1.25)) / 2, MARK, colour="muted")


def _number(board: Board, number: int, x: float, top: float, high: float) -> float:
    text = str(number)
    wide = max(high, board.wide(text, 0.9, bold=True) + board.px(0.5))
    board.put(Rect(x=x, y=top, w=wide, h=high, r=high / 2, fill=Fill("accent")))
    start = top + (high - board.px(0.9 * 1.25)) / 2
    board.write([text], x + wide / 2, start, 0.9, bold=True, anchor="middle", colour="on_accent")
    return x + wide


def _strip(board: Board, strip: tuple[WallStation, ...]) -> None:
    """The stations in one line around the present one; hand-offs are small marks between them."""
    here = next((index for index, station in enumerate(strip) if station.is_here), 0)
    texts = [_short(board, station, index == here) for index, station in enumerate(strip)]
    first, last = _window(board, strip, texts, here)
    top, high = board.y, board.px(MARK * 1.5)
    middle, x = top + high / 2, board.left
    names = ", ".join(station.short for station in strip if not station.is_handoff or station.is_here)
    said = _("Stations: {names}").format(names=names)
    board.say((board.left, top, board.across, high), said)
    if first:
        x = _end_count(board, f"← {first}", x, top) + board.px(0.3)
    for index in range(first, last):
        if index > first:
            board.put(
                Poly(
                    points=((x + board.px(0.1), middle), (x + board.px(0.5), middle)),
                    pen=Pen("line", board.px(0.06)),
                )
            )
            x += board.px(0.6)
        x = _stop(board, texts[index], x, middle, is_here=index == here)
    if last < len(strip):
        _end_count(board, f"{len(strip) - last} →", x + board.px(0.3), top)
    board.y += high


def _short(board: Board, station: WallStation, is_here: bool) -> str:
    if station.is_handoff and not is_here:
        return ""
    return fitted(station.short, board.across * (0.5 if is_here else 0.3), board.px(MARK), bold=is_here)


def _window(board: Board, strip: tuple[WallStation, ...], texts: list[str], here: int) -> tuple[int, int]:
    """The stretch of the strip that fits around the present station, growing to both sides in turn."""
    wide = [_stop_width(board, text, index == here) for index, text in enumerate(texts)]
    if sum(wide) + board.px(0.6) * (len(strip) - 1) <= board.across:
        return 0, len(strip)
    first, last = here, here + 1
    room = board.across - wide[here] - board.px(3.4)  # what stands at both ends
    while True:
        grown = False
        for step in (1, 0):
            index = last if step else first - 1
            if 0 <= index < len(strip) and wide[index] + board.px(0.6) <= room:
                room -= wide[index] + board.px(0.6)
                first, last, grown = min(first, index), max(last, index + 1), True
        if not grown:
            return first, last


def _stop_width(board: Board, text: str, is_here: bool) -> float:
    if not text:
        return board.px(0.24)
    return board.wide(text, MARK, is_here) + (board.px(0.8) if is_here else 0.0)


def _stop(board: Board, text: str, x: float, middle: float, *, is_here: bool) -> float:
    wide, high = _stop_width(board, text, is_here), board.px(MARK * 1.5)
    if not text:
        board.put(Circle(x=x + wide / 2, y=middle, r=wide / 2, pen=Pen("edge", board.px(0.05))))
    elif is_here:
        board.put(Rect(x=x, y=middle - high / 2, w=wide, h=high, r=high / 2, fill=Fill("accent")))
        start = middle - board.px(MARK * 0.625)
        board.write([text], x + wide / 2, start, MARK, bold=True, anchor="middle", colour="on_accent")
    else:
        board.write([text], x, middle - board.px(MARK * 0.625), MARK, colour="muted")
    return x + wide


def _end_count(board: Board, text: str, x: float, top: float) -> float:
    board.write([text], x, top + board.px(MARK * 0.125), MARK, colour="muted")
    return x + board.wide(text, MARK)
