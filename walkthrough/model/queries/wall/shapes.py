# SPDX-License-Identifier: MIT
"""The shapes of what the room sees. No sentence stands here: the picture's layout words them."""

from __future__ import annotations

from datetime import date

import msgspec

from walkthrough.model.showing import Call, Card
from walkthrough.model.words import AgendaKind, Answer, Certainty, Kind, Proof, StepState, Warmth


class WallStation(msgspec.Struct, frozen=True, gc=False):
    """A station on the strip at the top."""

    short: str
    is_handoff: bool
    is_here: bool


class WallHead(msgspec.Struct, frozen=True, gc=False):
    """What stands at the top of every picture: the part, and on a walk the strip of stations.

    `number` counts the station among all of `of`, the first 1; 0 outside the walk.
    """

    part: AgendaKind
    title: str
    station: str = ""
    number: int = 0
    of: int = 0
    strip: tuple[WallStation, ...] = ()


class WallRow(msgspec.Struct, frozen=True, gc=False):
    """One entry: its number, its words, its lane's short name; how often it was said again."""

    number: int
    kind: Kind
    text: str
    lane: str = ""
    said_again: int = 0
    detail: str = ""


class OpenCard(msgspec.Struct, frozen=True, tag=True, gc=False):
    """One card of the opening. `lines` are the workbook's own words for it; what the program itself says
    (roles, ground rules, what happens to the notes) is the layout's.
    """

    head: WallHead
    card: Card
    page: int
    pages: int
    lines: tuple[str, ...] = ()


class PromiseRow(msgspec.Struct, frozen=True, gc=False):
    """A next step that was promised. `agency` is its owner's partner, never a person."""

    id: str
    number: int
    what: str
    agency: str
    due: date | None
    state: StepState
    is_overdue: bool


class Promises(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Last time: what was promised and is due, five a page, by agency. `many` is how many in all."""

    head: WallHead
    rows: tuple[PromiseRow, ...]
    page: int
    pages: int
    many: int
    done: int


class HandOffFacts(msgspec.Struct, frozen=True, gc=False):
    """The card of a hand-off; empty texts are not said yet."""

    from_whom: str
    to_whom: str
    warmth: Warmth | None
    what_travels: str
    legal_basis: str
    time_by_rule: str
    time_in_practice: str
    who_checks: str
    how_many_lost: str


class LadderRung(msgspec.Struct, frozen=True, gc=False):
    """How many families stay at one station, in words only (RULES 3): the figures never come here."""

    station: str
    certainty: Certainty
    word: str


class Walking(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The walk at one station: the question, the made-up family, the newest rows first.

    `call` says which of the optional parts is filled: the pair rule and practice, the hand-off card, the
    ladder. With STATION_READ_BACK the rows stand in the order in which they were said.
    """

    head: WallHead
    call: Call
    question: str
    family: str
    family_line: str
    rows: tuple[WallRow, ...]
    practices: int
    barriers: int
    parked: int
    rule: str = ""
    practice: str = ""
    has_gap: bool = False
    hand_off: HandOffFacts | None = None
    ladder: tuple[LadderRung, ...] = ()


class MapRow(msgspec.Struct, frozen=True, gc=False):
    """A lane on the map: for each station, how many barriers and effective practices."""

    lane: str
    cells: tuple[tuple[int, int], ...]


class Mapped(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The map: stations across, lanes down, the family's first."""

    head: WallHead
    stations: tuple[WallStation, ...]
    rows: tuple[MapRow, ...]


class AcrossRow(msgspec.Struct, frozen=True, gc=False):
    """Something that shows only across stations: alike findings, a gap between rule and practice, a clock.

    `text` and `other` are a pair: the words of the two findings that are alike, the rule and the practice,
    the time by rule and the time in practice; either may be empty. `numbers` are those of the findings.
    """

    what: str
    stations: tuple[str, ...]
    numbers: tuple[int, ...]
    text: str
    other: str = ""


class Across(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Look across: `what` of a row is "alike", "gap" or "clock"."""

    head: WallHead
    rows: tuple[AcrossRow, ...]
    page: int
    pages: int


class ThemeRow(msgspec.Struct, frozen=True, gc=False):
    """A theme to vote on. `choice` is what it is called by in the vote, from 1; it stays with the theme on
    every page and among the totals. `votes` is None until totals are revealed.
    """

    id: str
    choice: int
    number: int
    name: str
    findings: tuple[int, ...]
    votes: int | None
    impact: int | None
    effort: int | None


class Choosing(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Choose: numbered themes, paged; after the vote their totals, the highest first."""

    head: WallHead
    call: Call
    rows: tuple[ThemeRow, ...]
    page: int
    pages: int
    dots: int
    people: int
    is_private: bool


class Fist(msgspec.Struct, frozen=True, tag=True, gc=False):
    """A fist-to-five: the question, how many showed 0 to 5 fingers, and what the rule says ("stop", "hear",
    "go" or "" before there are any).
    """

    head: WallHead
    question: str
    counts: tuple[int, int, int, int, int, int]
    outcome: str


class StageName(msgspec.Struct, frozen=True, gc=False):
    """One stage of the ladder in use."""

    number: int
    name: str
    meaning: str


class EarlierRating(msgspec.Struct, frozen=True, gc=False):
    """The last earlier round of the same question that may be shown: its day, and how many chose each stage.

    `is_same_check`: it was asked in the check that is shown, so its day says nothing.
    """

    day: date
    tallies: tuple[int, ...]
    is_open: bool
    is_same_check: bool


class AskedAgain(msgspec.Struct, frozen=True, gc=False):
    """A later round of the same question with too few ballots to show."""

    day: date
    ballots: int


class Rating(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Stage check, the question: how many are in, and once revealed how many chose each stage (0: not sure).

    `tallies` is empty until it may be shown. `is_open` says that it was a show of hands. `words` is the code
    of RULES 2 ("agree", "close", "differ", "not_sure", "too_few"), `stages` the stages it names, `tail` how
    many see it two or more stages away; `middle` one stage or the two it lies between. `not_sure` and `rated`
    are what `tallies` hold, added up; `question` is what was asked where it was not in the usual words, and
    `dimension` the part that was rated. Questions asked in one check are pages, the widest spread first.
    `is_too_few`: the box is sealed, and `many_in` is all that is known of it. `again` is a round after the
    one shown that had too few ballots.
    """

    head: WallHead
    stages_named: tuple[StageName, ...]
    many_in: int
    people: int
    is_open: bool
    tallies: tuple[int, ...] = ()
    words: str = ""
    stages: tuple[int, ...] = ()
    tail: int = 0
    middle: tuple[int, ...] = ()
    agreed: int | None = None
    not_sure: int = 0
    rated: int = 0
    question: str = ""
    dimension: str = ""
    page: int = 0
    pages: int = 1
    earlier: EarlierRating | None = None
    is_too_few: bool = False
    again: AskedAgain | None = None


class ProofLine(msgspec.Struct, frozen=True, gc=False):
    """One piece of evidence in its room columns."""

    proof: Proof
    what: str
    place: str
    amount: str
    source: str
    day: date | None


class OneCriterion(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Stage check, one open criterion: the dimension, the statement, the answer so far and what shows it."""

    head: WallHead
    dimension: str
    stage: int
    stage_name: str
    text: str
    example: str
    answer: Answer | None
    evidence: tuple[ProofLine, ...]
    page: int
    pages: int


class StepRow(msgspec.Struct, frozen=True, gc=False):
    """A next step on the wall: its owner only as an agency, and none while the one who was named said no."""

    id: str
    number: int
    what: str
    agency: str
    due: date | None
    due_words: str
    because: str = ""
    answers: tuple[int, ...] = ()
    has_refused: bool = False


class Steps(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The next steps of this meeting so far, the newest last."""

    head: WallHead
    rows: tuple[StepRow, ...]


class ReadBack(msgspec.Struct, frozen=True, tag=True, gc=False):
    """One step, large. `number` counts from 1; `step` is None when all are read."""

    head: WallHead
    step: StepRow | None
    number: int
    of: int


class Closing(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Page 1 of the plan, to photograph: the agreed stage, what is to be done, when we meet next.

    `stage` is the name of the stage agreed on and `stage_number` its number; "" and None where none was.
    """

    head: WallHead
    collaborative: str
    day: date
    stage: str
    rows: tuple[StepRow, ...]
    next_day: date | None
    page: int
    pages: int
    stage_number: int | None = None


class Plain(msgspec.Struct, frozen=True, tag=True, gc=False):
    """A part with nothing but its name: a break, or one that the wall has no picture for."""

    head: WallHead
    lines: tuple[str, ...] = ()


WallView = (
    OpenCard | Promises | Walking | Mapped | Across | Choosing | Fist | Rating | OneCriterion | Steps
    | ReadBack | Closing | Plain
)  # fmt: skip
"""All that the audience window can be asked to draw."""
