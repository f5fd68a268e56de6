# SPDX-License-Identifier: MIT
"""What a comparison of two moments holds, read and worked out at one time. It knows no sentence."""

from __future__ import annotations

from collections import Counter
from datetime import date

import msgspec

from walkthrough.export.pictures.before_after import IndicatorThenNow, StationThenNow
from walkthrough.model.queries import before_after, indicators, meetings, minutes, plan, report
from walkthrough.model.queries.before_after import Moment, MomentKind, NamedRow, StageThenNow
from walkthrough.model.queries.meetings import DecisionRow, MeetingRow
from walkthrough.model.queries.minutes import Presence
from walkthrough.model.queries.plan import NoteRow, StepRow
from walkthrough.model.queries.report import RungLine
from walkthrough.model.queries.stage_history import stage_history
from walkthrough.model.queries.stage_said import newest_with_something
from walkthrough.model.rules.before_after import (
    STANDING,
    Barrier,
    BarrierFate,
    Made,
    PromiseFate,
    barriers_since,
    made,
    promise_fate,
    state_on,
)
from walkthrough.model.snapshot import Read
from walkthrough.model.words import StepState

FEWEST_IN_A_PICTURE = 5
"""With fewer barriers than this, then and now, words say it better than a picture."""


class Promise(msgspec.Struct, frozen=True):
    """A next step that was promised and open then: how it stood, what became of it, what was told last."""

    step: StepRow
    was: StepState
    fate: PromiseFate
    note: NoteRow | None


class Promises(msgspec.Struct, frozen=True):
    """The next steps, seen from then. `new` were promised since; of `unknown` nobody noted when."""

    then: tuple[Promise, ...]
    new: tuple[StepRow, ...]
    unknown: tuple[StepRow, ...]

    def of(self, *fates: PromiseFate) -> tuple[Promise, ...]:
        """The promises of then that met one of these fates."""
        return tuple(one for one in self.then if one.fate in fates)


class Barriers(msgspec.Struct, frozen=True):
    """The barriers, by station. `is_walked_again` tells that two walks of one route are compared."""

    rows: tuple[tuple[NamedRow, Barrier], ...]
    stations: tuple[StationThenNow, ...]
    is_walked_again: bool

    def of(self, *fates: BarrierFate) -> tuple[tuple[NamedRow, Barrier], ...]:
        """The barriers that met one of these fates."""
        return tuple(one for one in self.rows if one[1].fate in fates)

    @property
    def has_picture(self) -> bool:
        """Whether there are enough for a picture to say more than words."""
        most = max(sum(one.then for one in self.stations), sum(one.now for one in self.stations))
        return len(self.stations) > 1 and most >= FEWEST_IN_A_PICTURE


class AtTheTable(msgspec.Struct, frozen=True):
    """Who came to the meeting of then, and to the newest one since; of one of them somebody is known."""

    then: MeetingRow
    now: MeetingRow
    came_then: tuple[Presence, ...]
    came_now: tuple[Presence, ...]


class Comparison(msgspec.Struct, frozen=True):
    """Everything that is told of two moments; `moment` is None where `since` was chosen freely."""

    since: date
    today: date
    moment: Moment | None
    promises: Promises
    barriers: Barriers
    ladders: tuple[tuple[RungLine, ...], tuple[RungLine, ...]] | None
    stage: StageThenNow | None
    indicators: tuple[IndicatorThenNow, ...]
    decisions: tuple[DecisionRow, ...]
    table: AtTheTable | None

    @property
    def new_values(self) -> tuple[IndicatorThenNow, ...]:
        """The indicators with a value of after then."""
        return tuple(one for one in self.indicators if one.row.current and one.row.current.day > self.since)


def comparison(read: Read, today: date, since: date | None) -> Comparison | None:
    """Compare a day with today; None where there is nothing to compare with.

    Args:
        read: one consistent picture of the workbook.
        today: the later moment.
        since: the earlier one; None for the last meeting but one, or the earliest there is.
    """
    found = read(before_after.moments, today)
    moment = before_after.moment_before(found, today)
    if since is None:
        if moment is None:
            return None
        since = moment.day
    by_then = [one for one in found if one.day == since]
    said = read(newest_with_something)
    history = read(stage_history)
    keys = [one.id for one in history]
    checks = history[: keys.index(said) + 1] if said in keys else ()
    shared = read(indicators.indicators_to_share)
    return Comparison(
        since=since,
        today=today,
        moment=next(iter(by_then), None),
        promises=_promises(read, since, today),
        barriers=_barriers(read, since),
        ladders=_ladders(read, since),
        stage=before_after.stage_then_now(checks, since),
        indicators=tuple(IndicatorThenNow(row, before_after.value_then(row, since)) for row in shared),
        decisions=tuple(
            row for row in read(meetings.decisions) if row.decided_on is not None and row.decided_on > since
        ),
        table=_table(read, found, since),
    )


def _promises(read: Read, since: date, today: date) -> Promises:
    days = {row.id: row.day for row in read(meetings.meetings)}
    notes = read(before_after.notes_by_step)
    sorted_out: dict[Made, list[StepRow]] = {kind: [] for kind in Made}
    then = []
    for step in read(plan.next_steps):
        told = notes.get(step.id, ())
        when = made(days.get(step.meeting_id or ""), [note.day for note in told], step.closed_on, since)
        sorted_out[when].append(step)
        if when is Made.BEFORE:
            was = state_on([(note.day, note.state) for note in told], since)
            fate = promise_fate(step.state, step.due, today)
            then.append(Promise(step, was, fate, told[-1] if told else None))
    order = list(PromiseFate)
    then.sort(key=lambda one: (order.index(one.fate), one.step.due or date.max, one.step.number))
    return Promises(tuple(then), tuple(sorted_out[Made.SINCE]), tuple(sorted_out[Made.UNKNOWN]))


def _barriers(read: Read, since: date) -> Barriers:
    walks = read(before_after.walks_to_compare, since)
    if walks is None:
        return Barriers((), (), is_walked_again=False)
    named = {row.named.number: row for row in read(before_after.barriers_of, walks)}
    told = barriers_since([row.named for row in named.values()], since, walks.older, walks.newer)
    rows = tuple((named[one.named.number], one) for one in told)
    then, now, stations = Counter[str](), Counter[str](), dict[str, str]()
    for row, one in rows:
        code = row.named.station
        stations.setdefault(code, row.station)
        then[code] += not is_new(one, since, walks.newer if walks.older else "")
        now[code] += one.fate in STANDING
    counted = tuple(StationThenNow(name, then[code], now[code]) for code, name in stations.items() if name)
    return Barriers(rows, counted, is_walked_again=bool(walks.older))


def is_new(one: Barrier, since: date, newer_walk: str) -> bool:
    """Whether a barrier was named since; `newer_walk` is "" where one walk goes on."""
    if newer_walk:
        return one.named.walk == newer_walk
    return one.named.day is not None and one.named.day > since


def _ladders(read: Read, since: date) -> tuple[tuple[RungLine, ...], tuple[RungLine, ...]] | None:
    walks = read(before_after.walks_to_compare, since)
    if walks is None or not walks.older:
        return None
    then, now = (read(report.family_ladder, walk) for walk in (walks.older, walks.newer))
    return (then, now) if then and now else None


def _table(read: Read, found: tuple[Moment, ...], since: date) -> AtTheTable | None:
    rows = {row.id: row for row in read(meetings.meetings)}
    held = [rows[one.id] for one in found if one.kind is MomentKind.MEETING]
    before = [row for row in held if row.day <= since]
    after = [row for row in held if row.day > since]
    if not before or not after:
        return None
    then, now = before[-1], after[-1]
    came_then, came_now = (read(minutes.presence_of, one.id) for one in (then, now))
    return AtTheTable(then, now, came_then, came_now) if came_then or came_now else None
