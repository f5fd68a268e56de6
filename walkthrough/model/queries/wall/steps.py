# SPDX-License-Identifier: MIT
"""The next steps of this meeting on the wall: as they come, read back one at a time, and to photograph."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, not_, select

from walkthrough.model.queries.wall.checks import newest_check, stage_names
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, page_of, part_head
from walkthrough.model.queries.wall.shapes import Closing, Plain, ReadBack, StepRow, Steps
from walkthrough.model.schema import Collaborative, Finding, NextStep, Partner, StepFinding
from walkthrough.model.showing import Showing
from walkthrough.model.words import Acceptance, Agreement, StepState

STEPS_PER_PAGE = 6
"""Next steps on one page of the plan that is to be photographed."""


def steps(connection: Connection, showing: Showing) -> Steps:
    """All of them, the newest last."""
    return Steps(part_head(connection, showing), _steps_of(connection, showing.meeting_id))


def read_back(connection: Connection, showing: Showing) -> ReadBack | Plain:
    """The step that `showing.at` names, else the first that is not dealt with; None when all are. While the
    presenter is at a step that the room must not see, or that was dropped, the part's name alone.

    The number counts the steps that were read before it, in whatever order that was.
    """
    rows, head = _steps_of(connection, showing.meeting_id), part_head(connection, showing)
    of = {row.id: row for row in rows}
    if showing.at and showing.at not in of:
        return Plain(head)
    dealt_with = [key for key in showing.done if key in of]
    step = of.get(showing.at) or next((row for row in rows if row.id not in dealt_with), None)
    number = len(dealt_with)
    if step is not None:
        number = 1 + (dealt_with.index(step.id) if step.id in dealt_with else len(dealt_with))
    return ReadBack(head, step, number, len(rows))


def closing(connection: Connection, showing: Showing, meeting: WallMeeting) -> Closing:
    """The plan of this meeting in large type, what is due first on top, and when we meet next."""
    rows = sorted(_steps_of(connection, showing.meeting_id), key=_by_due)
    page, pages = page_of(showing, len(rows), STEPS_PER_PAGE)
    first = page * STEPS_PER_PAGE
    number, stage = _agreed(connection, showing)
    return Closing(
        head=part_head(connection, showing),
        collaborative=str(connection.execute(_name()).scalar() or ""),
        day=meeting.day,
        stage=stage,
        rows=tuple(rows[first : first + STEPS_PER_PAGE]),
        next_day=meeting.next_day,
        page=page,
        pages=pages,
        stage_number=number,
    )


def _agreed(connection: Connection, showing: Showing) -> tuple[int | None, str]:
    """The stage that the newest check agreed on, and its name."""
    check = newest_check(connection, showing.meeting_id)
    if check is None or check.agreement is not Agreement.STAGE:
        return None, ""
    names = {one.number: one.name for one in stage_names(connection, check.ladder_id)}
    return check.agreed_stage, names.get(check.agreed_stage or 0, "")


def _by_due(row: StepRow) -> tuple[bool, date, int]:
    return row.due is None, row.due or date.max, row.number


def _steps_of(connection: Connection, meeting_id: str) -> tuple[StepRow, ...]:
    here = {"meeting": meeting_id}
    answers: defaultdict[str, list[int]] = defaultdict(list)
    for step_id, number in connection.execute(_answers(), here):
        answers[step_id].append(number)
    rows = connection.execute(_steps(), here)
    return tuple(_told(row, tuple(sorted(answers[row.id]))) for row in rows)


def _told(row: Any, answers: tuple[int, ...]) -> StepRow:
    """Whoever said no does not stand on the wall as if they had agreed."""
    has_refused = row.acceptance is Acceptance.DECLINED
    agency = "" if has_refused else row.agency
    return StepRow(
        row.id, row.number, row.what, agency, row.due, row.due_words, row.because, answers, has_refused
    )


@for_the_room
def _steps() -> Any:
    return (
        select(
            NextStep.id, NextStep.number, NextStep.what, func.coalesce(Partner.name, "").label("agency"),
            NextStep.due, NextStep.due_words, NextStep.because, NextStep.acceptance,
        )
        .outerjoin(Partner, Partner.id == NextStep.owner_partner_id)
        .where(
            NextStep.meeting_id == bindparam("meeting"),
            NextStep.state != StepState.DROPPED,
            not_(NextStep.held),
        )
        .order_by(NextStep.number)
    )  # fmt: skip


@for_the_room
def _answers() -> Any:
    """The numbers of the findings that the steps answer; SQLite would read all findings to sort them."""
    return (
        select(StepFinding.step_id, Finding.number)
        .join(NextStep, NextStep.id == StepFinding.step_id)
        .join(Finding, Finding.id == StepFinding.finding_id)
        .where(NextStep.meeting_id == bindparam("meeting"), not_(Finding.held))
    )


@for_the_room
def _name() -> Any:
    return select(Collaborative.name).limit(1)
