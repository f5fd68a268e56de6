# SPDX-License-Identifier: MIT
"""What the sample's meetings hold beside the walk: what the last one chose, what is ready for the next.

It reads the same data as sample.py and records by the same commands as real work.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from walkthrough.model.commands import choose, debrief, finding, meeting, prepare
from walkthrough.model.schema import Debrief, Dimension
from walkthrough.model.words import DebriefAnswer, Role
from walkthrough.model.workbook import Workbook

Table = dict[str, Any]
Keys = dict[str, str]


def tell_meetings(book: Workbook, told: Table, keys: Keys, checks: dict[str, str]) -> None:
    """Record what was chosen and judged, and what is ready.

    Args:
        book: the sample.
        told: the sample's data, its days moved.
        keys: the keys of what was recorded before, by kind and name.
        checks: the text of each check at every step, by its id.
    """
    for one in told["meetings"]:
        values = {"walk_id": keys["walk"], **one.get("ready", {})}
        book.do(meeting.EditMeeting(keys["meeting " + one["key"]], values))
        _invite(book, one, keys)
        _plan_the_walk(book, one, keys)
    _choose(book, told["choices"], keys)
    _look_back(book, told["debrief"], keys, checks)


def _invite(book: Workbook, told: Table, keys: Keys) -> None:
    at = keys["meeting " + told["key"]]
    for key, role, needs in told.get("invited", ()):
        book.do(meeting.AddAttendance(at, Role(role), keys["partner " + key], needs=needs))


def _plan_the_walk(book: Workbook, told: Table, keys: Keys) -> None:
    if "stations" not in told:
        return
    at, dimensions = keys["meeting " + told["key"]], dict(book.read(_dimensions))
    minutes = tuple((keys["station " + code], many) for code, many in told["stations"])
    book.do(prepare.SetMeetingStations(at, minutes))
    wanted = tuple(dimensions[code] for code in told["dimensions"])
    book.do(prepare.SetMeetingDimensions(at, wanted))


def _choose(book: Workbook, told: Table, keys: Keys) -> None:
    at, votes = keys["meeting " + told["meeting"]], {}
    for one in told["themes"]:
        findings = tuple(keys["finding " + key] for key in one["findings"])
        theme = finding.MakeTheme(keys["walk"], one["name"], findings)
        book.do(theme)
        book.do(choose.WeighTheme(theme.theme_id, one["impact"], one["effort"]))
        votes[theme.theme_id] = one["votes"]
    book.do(choose.SetVotes(at, votes))
    for one in told["fists"]:
        book.do(choose.CountFist(at, tuple(one["counts"]), one["question"]))


def _look_back(book: Workbook, told: Table, keys: Keys, checks: dict[str, str]) -> None:
    at = keys["meeting " + told["meeting"]]
    asked = tuple((one["check"], checks[one["check"]]) for one in told["checks"])
    book.do(debrief.BeginDebrief(at, asked))
    rows = dict(book.read(_checks, at))
    for one in told["checks"]:
        book.do(debrief.JudgeCheck(rows[one["check"]], DebriefAnswer(one["answer"])))
        book.do(debrief.NoteCheck(rows[one["check"]], one["note"]))


def _dimensions(connection: Connection) -> list[tuple[str, str]]:
    return [(code, key) for code, key in connection.execute(select(Dimension.code, Dimension.id))]


def _checks(connection: Connection, at: str) -> list[tuple[str, str]]:
    query = select(Debrief.code, Debrief.id).where(Debrief.meeting_id == at)
    return [(code, key) for code, key in connection.execute(query)]
