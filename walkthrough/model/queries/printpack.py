# SPDX-License-Identifier: MIT
"""What is printed before a meeting: who is invited, which stations, which ballots. Room and paper columns."""

from __future__ import annotations

from pathlib import Path

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from walkthrough.model.queries.bilingual import LadderWords, shipped_words, words_of_ladder
from walkthrough.model.queries.ladders import ladder_of_meeting
from walkthrough.model.queries.meetings import AttendanceRow, MeetingRow, attendance_of
from walkthrough.model.queries.report import newest_walk
from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import (
    Dimension,
    Lane,
    MeetingDimension,
    MeetingStation,
    Prompt,
    Station,
)


class WorksheetRow(msgspec.Struct, frozen=True, gc=False):
    """A station to walk: what happens to the made-up family there, and what to ask."""

    name: str
    short: str
    is_handoff: bool
    minutes: int
    family_line: str
    prompts: tuple[str, ...]


class BallotWords(msgspec.Struct, frozen=True, gc=False):
    """The ladder that is asked by, in one language or two; the keys of the dimensions chosen for the meeting,
    in the order in which they are typed in later.
    """

    sides: tuple[LadderWords, ...]
    dimensions: tuple[str, ...]

    def of_the_whole(self) -> BallotWords:
        """The words of a ballot that asks the stage as a whole and nothing else."""
        return msgspec.structs.replace(self, dimensions=())


class PrintPack(msgspec.Struct, frozen=True):
    """All that the print pack of one meeting holds."""

    meeting: MeetingRow
    invited: tuple[AttendanceRow, ...]
    stations: tuple[WorksheetRow, ...]
    lanes: tuple[str, ...]
    ballot: BallotWords


def print_pack(connection: Connection, meeting: MeetingRow, content: Path) -> PrintPack:
    """Read what is printed for a meeting; without stations chosen for it, all of the walk's.

    `content` is the folder of the shipped content: ballots carry each language it has.
    """
    walk = meeting.walk_id or newest_walk(connection)
    lanes = connection.execute(select(Lane.short).where(Lane.walk_id == walk).order_by(Lane.pos))
    return PrintPack(
        meeting=meeting,
        invited=attendance_of(connection, meeting.id),
        stations=_stations(connection, meeting.id, walk),
        lanes=tuple(lanes.scalars()),
        ballot=_ballot(connection, meeting.id, content),
    )


def _stations(connection: Connection, meeting: str, walk: str | None) -> tuple[WorksheetRow, ...]:
    columns = (Station.id, Station.name, Station.short, Station.is_handoff, Station.family_line)
    chosen = connection.execute(
        select(*columns, MeetingStation.minutes)
        .join(MeetingStation, MeetingStation.station_id == Station.id)
        .where(MeetingStation.meeting_id == meeting)
        .order_by(MeetingStation.pos)
    ).all()
    rows = chosen or connection.execute(
        select(*columns, Station.minutes).where(Station.walk_id == walk).order_by(Station.pos)
    )
    return frozen(
        WorksheetRow,
        (
            (name, short, is_handoff, minutes, line, _prompts(connection, key))
            for key, name, short, is_handoff, line, minutes in rows
        ),
    )


def _prompts(connection: Connection, station: str) -> tuple[str, ...]:
    query = select(Prompt.text).where(Prompt.station_id == station, Prompt.must_ask).order_by(Prompt.pos)
    return tuple(connection.execute(query).scalars())


def _ballot(connection: Connection, meeting: str, content: Path) -> BallotWords:
    """The ladder that the meeting asks by; its dimensions chosen for the meeting, by their codes."""
    key = ladder_of_meeting(connection, meeting)
    sides = words_of_ladder(connection, key, content) if key else ()
    if not sides:
        return BallotWords(shipped_words(content), ())
    here = aliased(Dimension)
    chosen = connection.execute(
        select(here.id)
        .join(Dimension, Dimension.code == here.code)
        .join(MeetingDimension, MeetingDimension.dimension_id == Dimension.id)
        .where(MeetingDimension.meeting_id == meeting, here.ladder_id == key)
        .order_by(MeetingDimension.pos)
    )
    return BallotWords(sides, tuple(chosen.scalars()))
