# SPDX-License-Identifier: MIT
"""Goals, indicators and points, through the workbook."""

from __future__ import annotations

import math
from datetime import date

import pytest

from walkthrough.model import Refused
from walkthrough.model.commands.indicator import (
    AddGoal,
    AddIndicator,
    EditIndicator,
    EditPoint,
    MoveGoal,
    MoveIndicator,
    RecordPoint,
    RemoveGoal,
    RemoveIndicator,
    RemovePoint,
)
from walkthrough.model.queries.indicators import indicator, indicators, indicators_to_share
from walkthrough.model.queries.plan import goals

JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)


def add(workbook, name="Days", **values):
    command = AddIndicator(name, values)
    workbook.do(command)
    return command.id


def test_points_stand_in_order_of_time_whatever_the_order_of_typing(workbook):
    key = add(workbook)
    workbook.do(RecordPoint(key, FEB, 12))
    workbook.do(RecordPoint(key, JAN, 20))
    row = workbook.read(indicator, key)
    assert [point.value for point in row.points] == [20, 12]
    assert row.current.day == FEB


def test_a_second_value_for_a_day_replaces_the_first(workbook):
    key = add(workbook)
    workbook.do(RecordPoint(key, JAN, 20))
    workbook.do(RecordPoint(key, JAN, 21, {"note": "corrected"}))
    assert [(p.value, p.note) for p in workbook.read(indicator, key).points] == [(21, "corrected")]
    workbook.undo()
    assert [(p.value, p.note) for p in workbook.read(indicator, key).points] == [(20, "")]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_refused_everywhere(workbook, value):
    key = add(workbook)
    for command in (
        RecordPoint(key, JAN, value),
        EditIndicator(key, {"baseline": value}),
        AddIndicator("x", {"target": value}),
    ):
        with pytest.raises(Refused) as refused:
            workbook.do(command)
        assert refused.value.code == "number_wrong"
    assert len(workbook.read(indicators)) == 1


def test_goals_and_indicators_move_and_go_one_by_one(workbook):
    first, second = AddGoal("first"), AddGoal("second")
    for goal in (first, second):
        workbook.do(goal)
    names = {name: add(workbook, name, goal_id=first.id) for name in "abc"}
    workbook.do(MoveIndicator(names["c"], -2))
    assert "".join(row.name for row in workbook.read(indicators)) == "cab"
    workbook.do(MoveGoal(second.id, -1))
    assert [goal.text for goal in workbook.read(goals)] == ["second", "first"]
    workbook.do(RemoveGoal(first.id))
    assert {row.goal_id for row in workbook.read(indicators)} == {None}
    workbook.undo()
    assert {row.goal_id for row in workbook.read(indicators)} == {first.id}


def test_an_indicator_taken_out_comes_back_with_its_points(workbook):
    key = add(workbook)
    workbook.do(RecordPoint(key, JAN, 20))
    before = workbook.read(indicator, key)
    workbook.do(RemoveIndicator(key))
    assert workbook.read(indicators) == ()
    workbook.undo()
    assert workbook.read(indicator, key) == before


def test_a_point_can_change_and_go(workbook):
    key = add(workbook)
    point = RecordPoint(key, JAN, 20)
    workbook.do(point)
    workbook.do(EditPoint(point.id, {"day": FEB, "value": 19.5}))
    assert [(p.day, p.value) for p in workbook.read(indicator, key).points] == [(FEB, 19.5)]
    workbook.do(RemovePoint(point.id))
    assert workbook.read(indicator, key).points == ()


def test_what_others_see_is_what_may_leave(workbook):
    small = add(workbook, "families", counts_families=True, baseline=4.0)
    days = add(workbook, "days", baseline=4.0)
    for key in (small, days):
        workbook.do(RecordPoint(key, JAN, 4))
        workbook.do(RecordPoint(key, FEB, 14))
    families, plain = workbook.read(indicators_to_share)
    assert [point.value for point in families.points] == [None, 14]
    assert (families.baseline, families.baseline_hidden) == (None, True)
    assert [point.value for point in plain.points] == [4, 14]
    assert (plain.baseline, plain.baseline_hidden) == (4.0, False)
