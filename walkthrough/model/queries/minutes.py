# SPDX-License-Identifier: MIT
"""One meeting as its minutes tell it: room and paper columns only, nobody's name from the attendance."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, func, literal, or_, select

from walkthrough.model.queries.meetings import (
    DecisionRow,
    MeetingRow,
    ParkedRow,
    PartRow,
    agenda_of,
    decisions,
    meetings,
    parked_topics,
)
from walkthrough.model.queries.plan import RaisedRow, StepRow, next_steps_of, raised_questions
from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import (
    Attendance,
    Finding,
    FistCount,
    Indicator,
    Lane,
    NextStep,
    Partner,
    Raised,
    Round,
    Stage,
    StageCheck,
    Station,
    StepNote,
    Tally,
    Theme,
)
from walkthrough.model.words import Agreement, Kind, MeetingState, RatingMethod, Role, StepState


class Presence(msgspec.Struct, frozen=True, gc=False):
    """How many came of one agency in one role; those from lived experience stand under no agency."""

    partner: str
    role: Role
    people: int


class SaidLine(msgspec.Struct, frozen=True, gc=False):
    """A finding or an indicator of this meeting: `text` is to be replaced where it is held."""

    number: int
    kind: Kind
    text: str
    said_again: int
    station: str
    lane: str
    held: bool


class ThemeLine(msgspec.Struct, frozen=True, gc=False):
    """A theme with its votes, and how it was weighed."""

    number: int
    name: str
    votes: int
    impact: int | None
    effort: int | None
    held: bool


class FistLine(msgspec.Struct, frozen=True, gc=False):
    """A fist-to-five: the question, the theme or the step, and how many showed 0 to 5 fingers."""

    question: str
    counts: tuple[int, int, int, int, int, int]
    held: bool


class StageLine(msgspec.Struct, frozen=True, gc=False):
    """How the talk about the stage ended; `stage` is the agreed stage's name."""

    agreement: Agreement
    stage: str
    reason: str


class ToldLine(msgspec.Struct, frozen=True, gc=False):
    """What was told in this meeting of a step promised before: `note` is its proof where it is done."""

    number: int
    what: str
    partner: str
    state: StepState
    note: str
    held: bool


class HandsLine(msgspec.Struct, frozen=True, gc=False):
    """A show of hands about the stage: (stage, its name, hands), stage 0 for not sure."""

    hands: tuple[tuple[int, str, int], ...]


class Minutes(msgspec.Struct, frozen=True):
    """Everything the minutes of one meeting say."""

    meeting: MeetingRow
    agenda: tuple[PartRow, ...]
    present: tuple[Presence, ...]
    told: tuple[ToldLine, ...]
    said: tuple[SaidLine, ...]
    hands: tuple[HandsLine, ...]
    themes: tuple[ThemeLine, ...]
    fists: tuple[FistLine, ...]
    stage: StageLine | None
    steps: tuple[StepRow, ...]
    raised: tuple[RaisedRow, ...]
    decisions: tuple[DecisionRow, ...]
    parked: tuple[ParkedRow, ...]


def meeting_for_minutes(connection: Connection, meeting_id: str, today: date) -> MeetingRow | None:
    """The meeting asked for; without a key the live one, else the newest that is over; None for none."""
    rows = meetings(connection)
    if meeting_id:
        return next((row for row in rows if row.id == meeting_id), None)
    live = next((row for row in rows if row.state is MeetingState.LIVE), None)
    is_over = (row for row in rows if row.state is MeetingState.CLOSED or row.day < today)
    return live or next(is_over, None)


def meeting_to_come(connection: Connection, meeting_id: str, today: date) -> MeetingRow | None:
    """The meeting asked for; without a key the next one, else the newest; None for none."""
    rows = meetings(connection)
    if meeting_id:
        return next((row for row in rows if row.id == meeting_id), None)
    coming = [row for row in rows if row.day >= today and row.state is not MeetingState.CLOSED]
    return min(coming, key=lambda row: (row.day, row.starts), default=rows[0] if rows else None)


def minutes_of(connection: Connection, meeting: MeetingRow) -> Minutes:
    """Read the minutes of a meeting."""
    key = meeting.id
    raised = set(connection.execute(select(Raised.id).where(Raised.meeting_id == key)).scalars())
    return Minutes(
        meeting=meeting,
        agenda=agenda_of(connection, key),
        present=presence_of(connection, key),
        told=_told(connection, key),
        said=_said(connection, key),
        hands=_hands(connection, key),
        themes=themes_of(connection, meeting.walk_id),
        fists=_fists(connection, key),
        stage=_stage(connection, key),
        steps=next_steps_of(connection, key),
        raised=tuple(row for row in raised_questions(connection) if row.id in raised),
        decisions=decisions(connection, key),
        parked=parked_topics(connection, key),
    )


def presence_of(connection: Connection, meeting: str) -> tuple[Presence, ...]:
    """Who came to a meeting, counted; people of lived experience are one line of their own."""
    is_lived = Attendance.role == Role.LIVED_EXPERIENCE
    rows = connection.execute(
        select(func.coalesce(Partner.name, ""), Attendance.role, func.count())
        .outerjoin(Partner, Partner.id == Attendance.partner_id)
        .where(Attendance.meeting_id == meeting, Attendance.came, ~is_lived)
        .group_by(Partner.id, Attendance.role)
        .order_by(Partner.pos.is_(None), Partner.pos, Attendance.role)
    ).all()
    lived = connection.execute(
        select(func.count()).where(Attendance.meeting_id == meeting, Attendance.came, is_lived)
    ).scalar_one()
    found: list[Any] = [*rows]
    if lived:
        found.append(("", Role.LIVED_EXPERIENCE, lived))
    return frozen(Presence, found)


def came_to_meetings(connection: Connection) -> dict[str, int]:
    """How many people came to each meeting, by its key; of a meeting that nobody came to, nothing."""
    query = select(Attendance.meeting_id, func.count()).where(Attendance.came)
    return {row[0]: row[1] for row in connection.execute(query.group_by(Attendance.meeting_id))}


def _said(connection: Connection, meeting: str) -> tuple[SaidLine, ...]:
    rows = connection.execute(
        select(
            Finding.number,
            Finding.kind,
            Finding.text,
            Finding.said_again,
            func.coalesce(Station.name, ""),
            func.coalesce(Lane.short, ""),
            Finding.held,
            Station.pos,
        )
        .outerjoin(Station, Station.id == Finding.station_id)
        .outerjoin(Lane, Lane.id == Finding.lane_id)
        .where(Finding.meeting_id == meeting)
    ).all()
    measures = connection.execute(
        select(
            Indicator.number,
            literal(Kind.INDICATOR.value),
            Indicator.name,
            literal(0),
            func.coalesce(Station.name, ""),
            func.coalesce(Lane.short, ""),
            Indicator.held,
            Station.pos,
        )
        .outerjoin(Station, Station.id == Indicator.station_id)
        .outerjoin(Lane, Lane.id == Indicator.lane_id)
        .where(Indicator.meeting_id == meeting)
    ).all()
    found = sorted((*rows, *measures), key=lambda row: (row[-1] is None, row[-1] or 0, row[0]))
    return frozen(SaidLine, ((row[0], Kind(row[1]), *row[2:-1]) for row in found))


def _told(connection: Connection, meeting: str) -> tuple[ToldLine, ...]:
    """The last word on each step of before; a held note keeps its words back with the step's."""
    rows = connection.execute(
        select(
            NextStep.number,
            NextStep.what,
            func.coalesce(Partner.name, ""),
            StepNote.state,
            StepNote.text,
            NextStep.proof,
            or_(NextStep.held, StepNote.held),
        )
        .join(NextStep, NextStep.id == StepNote.step_id)
        .outerjoin(Partner, Partner.id == NextStep.owner_partner_id)
        .where(
            StepNote.meeting_id == meeting,
            or_(NextStep.meeting_id.is_(None), NextStep.meeting_id != meeting),
        )
        .order_by(NextStep.number, StepNote.id)
    )
    last = {
        number: (number, what, partner, state, proof if state is StepState.DONE and proof else text, held)
        for number, what, partner, state, text, proof, held in rows
    }
    return frozen(ToldLine, last.values())


def _hands(connection: Connection, meeting: str) -> tuple[HandsLine, ...]:
    rows = connection.execute(
        select(Round.id, Tally.stage, func.coalesce(Stage.name, ""), Tally.ballots)
        .join(Tally, Tally.round_id == Round.id)
        .join(StageCheck, StageCheck.id == Round.stage_check_id)
        .outerjoin(Stage, (Stage.ladder_id == StageCheck.ladder_id) & (Stage.number == Tally.stage))
        .where(StageCheck.meeting_id == meeting, Round.method == RatingMethod.HANDS, Round.sealed)
        .order_by(StageCheck.pos, Round.pos, Tally.stage == 0, Tally.stage)
    )
    rounds: dict[str, list[tuple[int, str, int]]] = {}
    for key, stage, name, hands in rows:
        rounds.setdefault(key, []).append((stage, name, hands))
    return tuple(HandsLine(tuple(hands)) for hands in rounds.values())


def themes_of(connection: Connection, walk: str | None) -> tuple[ThemeLine, ...]:
    """The themes of a walk that got votes, those with most first."""
    rows = connection.execute(
        select(Theme.number, Theme.name, Theme.votes, Theme.impact, Theme.effort, Theme.held)
        .where(Theme.walk_id == walk, Theme.votes > 0)
        .order_by(Theme.votes.desc(), Theme.pos)
    )
    return frozen(ThemeLine, rows)


def _fists(connection: Connection, meeting: str) -> tuple[FistLine, ...]:
    fingers = (FistCount.zero, FistCount.one, FistCount.two, FistCount.three, FistCount.four, FistCount.five)
    rows = connection.execute(
        select(
            func.coalesce(func.nullif(FistCount.question, ""), Theme.name, NextStep.what, ""),
            or_(FistCount.held, func.coalesce(Theme.held, False), func.coalesce(NextStep.held, False)),
            *fingers,
        )
        .outerjoin(Theme, Theme.id == FistCount.theme_id)
        .outerjoin(NextStep, NextStep.id == FistCount.step_id)
        .where(FistCount.meeting_id == meeting)
        .order_by(FistCount.pos)
    )
    return frozen(FistLine, ((question, tuple(counts), held) for question, held, *counts in rows))


def _stage(connection: Connection, meeting: str) -> StageLine | None:
    row = connection.execute(
        select(StageCheck.agreement, func.coalesce(Stage.name, ""), StageCheck.agreed_reason)
        .outerjoin(
            Stage, (Stage.ladder_id == StageCheck.ladder_id) & (Stage.number == StageCheck.agreed_stage)
        )
        .where(StageCheck.meeting_id == meeting, StageCheck.agreement.is_not(None))
        .order_by(StageCheck.pos.desc())
        .limit(1)
    ).one_or_none()
    return next(iter(frozen(StageLine, [] if row is None else [row])), None)
