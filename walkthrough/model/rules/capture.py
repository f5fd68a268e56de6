# SPDX-License-Identifier: MIT
"""The grammar of the capture line (DESIGN 5): what each key makes of it, and what Enter means.

Pure: a frozen `Line` and methods that return the next one. It knows no widget, no workbook and no clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from walkthrough.model.rules.lane_tags import TAG, LaneTag, lane_named
from walkthrough.model.words import FINDING_KINDS, Kind

MARKS = {
    "-": Kind.BARRIER,
    "+": Kind.PRACTICE,
    "=": Kind.INDICATOR,
    ">": Kind.NEXT_STEP,
    "?": Kind.PARKED,
    "*": Kind.DECISION,
}
"""First characters, in the order of Ctrl+1 to Ctrl+6."""
FIRST_KIND = Kind.PRACTICE
"""Every new station starts with what works."""
LONE = frozenset({".", "b", "B"})
"""What a presenter's remote sends to blank the screen."""

_NUMBERS = re.compile(r"#\s*\d{1,9}(?:\s*\+\s*#?\s*\d{1,9})*")


class Edited(msgspec.Struct, frozen=True, gc=False):
    """The entry that is being changed on the line."""

    kind: Kind
    id: str
    number: int


class Record(msgspec.Struct, frozen=True, gc=False):
    """Enter means: write this down."""

    kind: Kind
    text: str
    detail: str
    lane_id: str | None
    station_id: str | None
    who: str = ""
    when: str = ""
    answers: Edited | None = None


class Change(msgspec.Struct, frozen=True, gc=False):
    """Enter means: the entry now reads so."""

    entry: Edited
    now: Record


class Fetch(msgspec.Struct, frozen=True, gc=False):
    """Enter means: bring number `number` to the line to change it."""

    number: int


class Join(msgspec.Struct, frozen=True, gc=False):
    """Enter means: these findings say the same; join them into the first."""

    numbers: tuple[int, ...]


class Gather(msgspec.Struct, frozen=True, gc=False):
    """Enter means: put this finding under the theme that `words` name, by its number or its name."""

    finding: Edited
    words: str


class Blank(msgspec.Struct, frozen=True, gc=False):
    """A remote asked to blank the room's screen; it was no text."""


class Nothing(msgspec.Struct, frozen=True, gc=False):
    """There is nothing to write down."""


Intention: TypeAlias = Record | Change | Fetch | Join | Gather | Blank | Nothing


class Line(msgspec.Struct, frozen=True, gc=False):
    """The capture line at one moment.

    Attributes:
        here: the station the room is at; None for no station.
        text: the words in the field, without the mark that became a chip.
        kind: the kind chip.
        lasting: the kind that the next entry starts with.
        mark: the character that made the kind chip, given back by Backspace.
        tag: the typed tag that made the lane chip, given back by Backspace.
        lane_id: the lane chip.
        usual_lane: the lane that every new entry starts with, chosen on the map.
        bound: the station where the first character was typed; None while the line is empty.
        is_plain: a mark or tag was given back, so that nothing at the start is read as one any more.
        edited: the entry being changed, if any.
        answers: the finding that the next step on the line answers.
        gathers: the finding for which a theme is being named; nothing on the line is an entry then.
    """

    here: str | None = None
    text: str = ""
    detail: str = ""
    who: str = ""
    when: str = ""
    kind: Kind = FIRST_KIND
    lasting: Kind = FIRST_KIND
    mark: str = ""
    tag: str = ""
    lane_id: str | None = None
    usual_lane: str | None = None
    bound: str | None = None
    is_plain: bool = False
    edited: Edited | None = None
    answers: Edited | None = None
    gathers: Edited | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing typed would be lost by leaving the line."""
        return not (self.whole.strip() or self.detail or self.who or self.when)

    @property
    def whole(self) -> str:
        """All that was typed in the field, the chips' characters too."""
        return self.mark + (f"{self.tag} " if self.tag else "") + self.text

    @property
    def is_elsewhere(self) -> bool:
        """Whether the room has moved on from the station where this entry was begun."""
        return self.bound is not None and self.bound != self.here

    # -- keys

    def typed(self, text: str, lanes: Iterable[LaneTag] = ()) -> Line:
        """The words in the field after a key: reads a mark at the start and a finished tag anywhere."""
        if self.gathers is not None:
            return _with(self, text=text)
        line = self
        if self.is_empty and self.edited is None and not self.is_plain and text and text[0] in MARKS:
            line = _with(line, kind=MARKS[text[0]], mark=text[0])
            text = text[1:]
        line = _with(line, text=text, is_plain=self.is_plain and bool(text))
        if not line.is_plain and text.endswith((" ", "\t")) and len(text) > len(self.text):
            line = line.tagged(lanes)
        return _placed(line)

    def filled(self, *, who: str | None = None, when: str | None = None, detail: str | None = None) -> Line:
        """The other fields of the line after a key."""
        line = _with(
            self,
            who=self.who if who is None else who,
            when=self.when if when is None else when,
            detail=self.detail if detail is None else detail,
        )
        return _placed(line)

    def tagged(self, lanes: Iterable[LaneTag], choice: LaneTag | None = None, end: int | None = None) -> Line:
        """Make a chip of the last tag, if it names one lane.

        `choice` is what was picked from the list, for the tag that ends at `end`, where the cursor was.
        """
        if self.gathers is not None:
            return self
        for found in reversed(list(TAG.finditer(self.text, 0, len(self.text) if end is None else end))):
            lane = choice or lane_named(found[1], lanes)
            if lane is not None:
                text = _without(self.text, found)
                return _placed(_with(self, text=text, tag=found[0], lane_id=lane.id))
        return self

    def backspace(self) -> Line:
        """Backspace before the first character: the nearest chip becomes text again, or just goes."""
        if self.gathers is not None:
            return self if self.text else self.emptied()
        if self.answers is not None:
            return _with(self, answers=None)
        if self.tag:
            text = f"{self.tag} {self.text}"
            return _placed(_with(self, text=text, tag="", lane_id=self.usual_lane, is_plain=True))
        if self.lane_id is not None and self.lane_id != self.usual_lane:
            return _with(self, lane_id=self.usual_lane)
        if self.mark:
            text = self.mark + self.text
            kind = self.edited.kind if self.edited else self.lasting
            return _placed(_with(self, text=text, mark="", kind=kind, is_plain=True))
        return self

    def with_kind(self, kind: Kind) -> Line:
        """Another kind by its key, at any moment."""
        if self.gathers is not None:
            return self
        answers = self.answers if kind is Kind.NEXT_STEP else None
        return _placed(_with(self, kind=kind, mark="", answers=answers))

    def answering(self, finding: Edited) -> Line:
        """A next step that answers a finding; what is on the line becomes its words."""
        return _with(self.with_kind(Kind.NEXT_STEP), answers=finding)

    def gathering(self, finding: Edited) -> Line:
        """A theme is to be named for a finding; what Enter means then is Gather."""
        return _with(self.emptied(), gathers=finding)

    def with_lane(self, lane_id: str | None) -> Line:
        """Another lane by its key; the lane that is on already goes off."""
        if self.gathers is not None:
            return self
        taken_off = self.lane_id == lane_id
        return _with(self, lane_id=None if taken_off else lane_id, tag="")

    def always_lane(self, lane_id: str | None) -> Line:
        """The lane that new entries start with from now on."""
        keep = self.tag or (self.lane_id is not None and self.lane_id != self.usual_lane)
        return _with(self, usual_lane=lane_id, lane_id=self.lane_id if keep else lane_id)

    def moved_to(self, station_id: str | None) -> Line:
        """The room goes to another station; what is half typed stays with its own."""
        if station_id == self.here:
            return self
        empty = self.is_empty and self.edited is None
        kind = FIRST_KIND if empty else self.kind
        return _with(self, here=station_id, lasting=FIRST_KIND, kind=kind)

    # -- changing an entry

    def editing(self, entry: Edited, now: Record) -> Line:
        """An entry is brought to the line to be changed."""
        return _with(
            self.emptied(),
            text=now.text,
            detail=now.detail,
            who=now.who,
            when=now.when,
            kind=entry.kind,
            lane_id=now.lane_id,
            bound=now.station_id,
            is_plain=True,
            edited=entry,
        )

    def emptied(self) -> Line:
        """The line with nothing on it, ready for the next entry."""
        return Line(
            here=self.here,
            kind=self.lasting,
            lasting=self.lasting,
            lane_id=self.usual_lane,
            usual_lane=self.usual_lane,
        )

    def saved(self) -> Line:
        """The line after its entry was written down: barrier and practice stay, other kinds go back."""
        lasts = self.kind in FINDING_KINDS and not self.is_elsewhere and self.edited is None
        return _with(self, lasting=self.kind if lasts else self.lasting).emptied()

    # -- Enter

    def enter(self, lanes: Iterable[LaneTag] = (), *, live: bool = False) -> Intention:
        """What Enter means now. The line is kept until the entry is safe; then ask `saved`."""
        if self.gathers is not None:
            words = " ".join(self.text.split())
            return Gather(self.gathers, words) if words else Nothing()
        if live and is_lone(self):
            return Blank()
        if self.edited is None and _NUMBERS.fullmatch(self.text.strip()):
            return _by_number(self.text)
        line = self if self.is_plain or self.tag else self.tagged(lanes)
        if not line.text.strip():
            return Nothing()
        now = Record(
            kind=line.kind,
            text=" ".join(line.text.split()),
            detail=line.detail.strip(),
            lane_id=line.lane_id,
            station_id=station_of(line) if line.edited is None else line.bound,
            who=line.who.strip() if line.kind is Kind.NEXT_STEP else "",
            when=line.when.strip() if line.kind is Kind.NEXT_STEP else "",
            answers=line.answers,
        )
        return now if line.edited is None else Change(line.edited, now)


def retyped(line: Line, text: str, lanes: Iterable[LaneTag] = ()) -> Line:
    """The words after a key that replaced all of them: as on an empty line, a mark may come first."""
    if line.gathers is not None or not text or text[0] not in MARKS:
        return line.typed(text, lanes)
    return _placed(_with(line.with_kind(MARKS[text[0]]), text=text[1:], mark=text[0], is_plain=False))


def station_of(line: Line) -> str | None:
    """Where the entry on the line belongs."""
    return line.bound if line.bound is not None else line.here


def is_lone(line: Line) -> bool:
    """Whether the line holds only what a remote sends to blank the screen."""
    others = line.mark or line.tag or line.detail or line.who or line.when or line.edited or line.gathers
    return line.text in LONE and not others


def _placed(line: Line) -> Line:
    """Bound to the station where its first character was typed; free again once it is empty."""
    if line.edited is not None:
        return line
    if line.is_empty:
        return _with(line, bound=None)
    return line if line.bound is not None else _with(line, bound=line.here)


def _by_number(text: str) -> Fetch | Join:
    numbers = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", text)))
    return Fetch(numbers[0]) if len(numbers) == 1 else Join(numbers)


def as_record(line: Line, text: str, kind: Kind | None = None) -> Record:
    """An entry of the line's lane and station, and of its kind if no other: one line of a paste."""
    return Record(kind or line.kind, text, "", line.lane_id, station_of(line))


def as_draft(line: Line) -> str:
    """All that is on the line as one text, the kind as its mark: what is kept while it is being typed."""
    if line.is_empty or line.edited is not None or line.gathers is not None:
        return ""
    marks = {kind: mark for mark, kind in MARKS.items()}
    tag = f"{line.tag} " if line.tag else ""
    return "\t".join((marks[line.kind] + tag + line.text, line.who, line.when, line.detail))


def from_draft(line: Line, draft: str, lanes: Iterable[LaneTag] = ()) -> Line:
    """A line as it was when `as_draft` kept it."""
    text, who, when, detail = (*draft.split("\t"), "", "", "", "")[:4]
    return line.emptied().typed(text).tagged(lanes).filled(who=who, when=when, detail=detail)


def _with(line: Line, **changes: object) -> Line:
    return msgspec.structs.replace(line, **changes)


def _without(text: str, found: re.Match[str]) -> str:
    """The text without a tag and without the gap that it leaves."""
    before, after = text[: found.start()], text[found.end() :]
    if before.endswith(" ") and after.startswith(" "):
        after = after[1:]
    return before + after.lstrip() if not before else before + after
