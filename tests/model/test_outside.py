# SPDX-License-Identifier: MIT
"""Results of tools that others own: typed in as parts and scores, several days of one tool side by side."""

from __future__ import annotations

from datetime import date

import pytest

from walkthrough.model import Refused
from walkthrough.model.commands.outside import AddOutsideResult, EditOutsideResult, RemoveOutsideResult
from walkthrough.model.queries.outside import outside_results, outside_tools
from walkthrough.model.rules.scores import as_lines, read_scores


def test_several_days_of_one_tool_stand_beside_each_other_by_day(workbook):
    later = AddOutsideResult(
        "Team Survey", "A university", date(2026, 9, 1), 21, (("Trust", "3.4"), ("Aims", "4.1"))
    )
    earlier = AddOutsideResult(
        "team  survey", "", date(2025, 9, 1), None, (("Trust", "2.9"), ("Money", "low"))
    )
    for command in (later, AddOutsideResult("Other tool"), earlier):
        workbook.do(command)
    team, other = workbook.read(outside_tools)
    assert (team.name, team.owner) == ("Team Survey", "A university")
    assert [row.id for row in team.results] == [earlier.id, later.id]
    assert {part: team.scores(part) for part in team.parts} == {
        "Trust": ("2.9", "3.4"),
        "Money": ("low", ""),
        "Aims": ("", "4.1"),
    }
    assert (other.results[0].scores, other.parts) == ((), ())


def test_a_result_is_changed_whole_and_taken_out_and_undo_brings_it_back(workbook):
    made = AddOutsideResult("Team Survey", scores=(("Trust", "3"), ("", " ")))
    workbook.do(made)
    workbook.do(EditOutsideResult(made.id, {"people": 12}, (("Aims", "4"),)))
    (row,) = workbook.read(outside_results)
    assert (row.people, [(one.part, one.score) for one in row.scores]) == (12, [("Aims", "4")])
    workbook.do(RemoveOutsideResult(made.id))
    workbook.undo()
    workbook.undo()
    (row,) = workbook.read(outside_results)
    assert (row.people, [(one.part, one.score) for one in row.scores]) == (None, [("Trust", "3")])


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (AddOutsideResult(" "), "name"),
        (AddOutsideResult("Survey", people=0), "people"),
        (AddOutsideResult("Survey", scores=(("Trust", ""),)), "scores"),
        (AddOutsideResult("Survey", scores=(("", "3"),)), "scores"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(workbook, command, field):
    with pytest.raises(Refused) as refused:
        workbook.do(command)
    assert refused.value.facts["field"] == field
    assert workbook.read(outside_results) == ()


def test_scores_are_read_from_lines_as_people_type_them():
    text = "Trust: 3.4\n\nAims\t4.1\n Money 2 of 7\nRatio: 3:1\nShared purpose 78 %\nNo score here"
    assert read_scores(text) == (
        ("Trust", "3.4"),
        ("Aims", "4.1"),
        ("Money", "2 of 7"),
        ("Ratio", "3:1"),
        ("Shared purpose", "78 %"),
        ("No score here", ""),
    )
    scores = read_scores(text)[:5]
    assert read_scores(as_lines(scores)) == scores
