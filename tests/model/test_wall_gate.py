# SPDX-License-Identifier: MIT
"""The gate of the wall's statements: what the room must not see does not come through, wherever it stands."""

from __future__ import annotations

import pytest
from sqlalchemy import func, not_, select, union_all
from sqlalchemy.orm import aliased

from walkthrough.model.queries.wall.for_the_room import NotForTheRoom, columns_of, for_the_room, let_through
from walkthrough.model.schema import Attendance, Finding, NextStep, Partner, Station, StepNote, Theme

open_findings = select(Finding.number).where(not_(Finding.held))
other = aliased(Station)


@pytest.mark.parametrize(
    ("statement", "shut"),
    [
        (select(Station.private_note), "station.private_note"),
        (select(NextStep.owner).where(not_(NextStep.held)), "next_step.owner"),
        (select(Station.name).where(Station.private_note != ""), "station.private_note"),
        (select(Station.name).order_by(func.lower(Station.private_note)), "station.private_note"),
        (select(Station.name).group_by(Station.private_note), "station.private_note"),
        (select(other.private_note), "station.private_note"),
        (select(select(other.private_note).subquery()), "station.private_note"),
        (select(func.count(Attendance.name)), "attendance.name"),
        (select(Station.name).where(Station.id.in_(select(Attendance.name))), "attendance.name"),
        (select(Partner.name).join(Finding, Finding.said_by_partner_id == Partner.id), "said_by_partner_id"),
        (union_all(select(Station.name), select(Station.private_note)), "station.private_note"),
        (select(open_findings.order_by(Finding.made_at).subquery()), "finding.made_at"),
    ],
)
def test_a_column_that_is_not_the_rooms_is_stopped_wherever_it_stands(statement, shut: str):
    with pytest.raises(NotForTheRoom, match=shut):
        let_through(statement)


@pytest.mark.parametrize(
    "statement",
    [
        select(Finding.text),
        select(Finding.id).order_by(Finding.number),
        select(func.count()).where(Finding.kind == "barrier"),
        select(select(Theme.name).subquery()),
        open_findings.join(Theme, Theme.walk_id == Finding.walk_id).add_columns(Theme.name),
    ],
)
def test_words_of_a_table_with_held_rows_need_the_question_whether_they_are_held(statement):
    with pytest.raises(NotForTheRoom, match="held"):
        let_through(statement)


@pytest.mark.parametrize(
    "statement",
    [
        select(Station.name, other.short).where(Station.id == other.id),
        open_findings,
        select(select(Finding.text).where(not_(Finding.held)).subquery()),
        select(StepNote.step_id).where(StepNote.meeting_id == "m"),
        union_all(open_findings, select(Station.pos)),
    ],
)
def test_what_the_room_may_see_comes_through(statement):
    assert let_through(statement) is statement


def test_a_statement_is_made_once_and_judged_when_it_is_first_asked_for():
    made = []

    @for_the_room
    def good():
        made.append(1)
        return select(Station.name)

    @for_the_room
    def bad():
        return select(Station.private_note)

    assert made == []
    assert good() is good()
    assert made == [1]
    for _time in range(2):
        with pytest.raises(NotForTheRoom):
            bad()


def test_the_columns_of_a_statement_are_found_however_deep():
    inner = select(other.id).where(other.rule != "").subquery()
    statement = select(Station.name).where(Station.id.in_(select(inner.c.id)))
    assert {str(column) for column in columns_of(statement)} == {"station.name", "station.id", "station.rule"}
