# SPDX-License-Identifier: MIT
"""Dumbbells: where something stood then and where it stands now, one line for each.

Then is a ring, now is a disc, so the two are told apart without colour. It works out nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from walkthrough.export.charts.history_cells import legend
from walkthrough.export.charts.marks import diamond, fitted, paragraph, tall
from walkthrough.export.fonts import fit, measure
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect, Scene, Shape, Words

_SIZE = 8.8
_HIGH = 19.0
_DISC, _RING = 4.6, 5.0
_STILL = 7.2  # the ring about a disc that stands where it stood
_AIR = 9.0


class AxisMark(msgspec.Struct, frozen=True, gc=False):
    """A line down the picture at a share of the track, with its words above."""

    at: float
    label: str


class Dumbbell(msgspec.Struct, frozen=True, gc=False):
    """One line: its name, and shares of the track (0 to 1) for then, now and the target.

    Without a share no mark is drawn. `then_said` and `now_said` stand left and right of the track; `note`
    stands on the track where there is no mark at all. `say` is the line as a sentence.
    """

    name: str
    then: float | None
    now: float | None
    then_said: str = ""
    now_said: str = ""
    target: float | None = None
    note: str = ""
    say: str = ""


class DumbbellWords(msgspec.Struct, frozen=True, gc=False):
    """What the marks mean; "" leaves a mark out of the legend. The heads stand over the values."""

    then: str
    now: str
    still: str = ""
    target: str = ""
    then_head: str = ""
    now_head: str = ""


class DumbbellInput(msgspec.Struct, frozen=True, gc=False):
    """What `build_dumbbells` draws. The first row of `table` holds the heads. `width` is in points."""

    rows: tuple[Dumbbell, ...]
    words: DumbbellWords
    summary: str
    axis: tuple[AxisMark, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    width: float = 490.0


class _Track(msgspec.Struct, frozen=True, gc=False):
    """Where the marks may stand, in points from the left; and how much room the names and values have."""

    names: float
    left: float
    right: float
    then: float
    now: float

    def at(self, share: float) -> float:
        return self.left + share * (self.right - self.left)


def build_dumbbells(given: DumbbellInput) -> Scene:
    """The lines as a scene `given.width` points wide."""
    track = _track(given)
    heads, top = _heads(given, track)
    backs: list[Shape] = []
    marks: list[Shape] = []
    y = top
    for index, row in enumerate(given.rows):
        lines, size = fitted(row.name, track.names, _SIZE, bold=False, lines=2)
        high = max(_HIGH, tall(len(lines), size) + 7.0)
        fill = Fill("surface" if index % 2 == 0 else "paper")
        backs.append(Rect(x=0.0, y=y, w=given.width, h=high, fill=fill, say=row.say))
        marks += paragraph(lines, 5.0, y + (high - tall(len(lines), size)) / 2, size)
        y += high
        marks += _marks(row, track, y - high / 2)
    rules = [
        Poly(points=((track.at(mark.at), top), (track.at(mark.at), y)), pen=Pen("line", 0.8))
        for mark in given.axis
    ]
    signs, words = _signs(given)
    key, end = legend(signs, words, given.width, y + 5.0)
    return Scene(given.width, end + 2.0, (*backs, *heads, *rules, *marks, *key), given.summary, given.table)


def _track(given: DumbbellInput) -> _Track:
    names = min(max((measure(row.name, _SIZE) for row in given.rows), default=0.0), given.width * 0.42) + 1.0
    most = given.width * 0.15
    then = _room((row.then_said for row in given.rows), given.words.then_head, most)
    now = _room((row.now_said for row in given.rows), given.words.now_head, most)
    edge = max((measure(mark.label, _SIZE) / 2 for mark in given.axis[-1:]), default=0.0)
    left = 5.0 + names + _AIR + then + _AIR + _STILL
    right = given.width - max(now + _AIR + _STILL, min(edge, 40.0)) - 4.0
    return _Track(names, left, right, then, now)


def _room(values: Iterable[str], head: str, most: float) -> float:
    """How wide a column of values is, with its head."""
    return min(max(measure(text, _SIZE, bold=True) for text in (head, *values)) + 1.0, most)


def _heads(given: DumbbellInput, track: _Track) -> tuple[list[Shape], float]:
    """The words over the axis, each centred on its line, or over the values; and where they end."""
    words = given.words
    if not given.axis:
        left, right = track.left - _STILL - _AIR, track.right + _STILL + _AIR
        muted = Fill("muted")
        then = Words(x=left, y=_SIZE, text=words.then_head, size=_SIZE, anchor="end", fill=muted)
        now = Words(x=right, y=_SIZE, text=words.now_head, size=_SIZE, fill=muted)
        return [then, now], _SIZE * 1.6
    step = (track.right - track.left) / max(len(given.axis) - 1, 1)
    found: list[Shape] = []
    fits = [fitted(mark.label, step - 6.0, _SIZE, bold=False, lines=3) for mark in given.axis]
    deep = max(tall(len(lines), size) for lines, size in fits)
    for mark, (lines, size) in zip(given.axis, fits, strict=True):
        top = deep - tall(len(lines), size)
        found += paragraph(lines, track.at(mark.at), top, size, anchor="middle", colour="muted")
    return found, deep + 5.0


def _marks(row: Dumbbell, track: _Track, y: float) -> list[Shape]:
    then, now = (None if share is None else track.at(share) for share in (row.then, row.now))
    found = _values(row, track, y)
    if row.target is not None:
        found.append(diamond(track.at(row.target), y, 8.0, pen="target"))
    if then is None and now is None:
        room = track.right - track.left + _STILL
        return [
            *found,
            *paragraph([fit(row.note, room, _SIZE)], track.left - _STILL, y - _SIZE * 0.62, _SIZE),
        ]
    if then is not None and now is not None and abs(then - now) > 0.5:
        found.append(Poly(points=((then, y), (now, y)), pen=Pen("accent", 2.4)))
    if then is not None:
        found.append(_ring(then, y, is_still=then == now))
    if now is not None:
        found.append(Circle(x=now, y=y, r=_DISC, fill=Fill("accent")))
    return found


def _values(row: Dumbbell, track: _Track, y: float) -> list[Shape]:
    """The values in words, then left of the track and now right of it."""
    base, found = y + _SIZE * 0.34, list[Shape]()
    if row.then_said:
        x = track.left - _STILL - _AIR
        text = fit(row.then_said, track.then, _SIZE)
        found.append(Words(x=x, y=base, text=text, size=_SIZE, anchor="end", fill=Fill("ink")))
    if row.now_said:
        x = track.right + _STILL + _AIR
        text = fit(row.now_said, track.now, _SIZE, bold=True)
        found.append(Words(x=x, y=base, text=text, size=_SIZE, bold=True, fill=Fill("ink")))
    return found


def _ring(x: float, y: float, *, is_still: bool) -> Circle:
    return Circle(x=x, y=y, r=_STILL if is_still else _RING, fill=Fill("paper"), pen=Pen("edge", 1.5))


def _signs(given: DumbbellInput) -> tuple[dict[str, Sequence[Shape]], dict[str, str]]:
    words = given.words
    disc = Circle(x=9.0, y=0.0, r=_DISC, fill=Fill("accent"))
    signs: dict[str, Sequence[Shape]] = {
        "then": (_ring(9.0, 0.0, is_still=False),),
        "now": (disc,),
        "still": (_ring(9.0, 0.0, is_still=True), disc),
        "target": (diamond(9.0, 0.0, 8.0, pen="target"),),
    }
    told = {"then": words.then, "now": words.now, "still": words.still, "target": words.target}
    return {code: shapes for code, shapes in signs.items() if told[code]}, told
