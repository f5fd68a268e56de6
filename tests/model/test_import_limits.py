# SPDX-License-Identifier: MIT
"""What no import and no command may bring in: a lower limit for hidden counts, a room that cannot be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from walkthrough.export.trouble_words import refusal_words
from walkthrough.model import Refused
from walkthrough.model.commands.collaborative import DescribeCollaborative, NameCollaborative
from walkthrough.model.commands.meeting import EditMeeting, PlanMeeting
from walkthrough.model.store.interchange import export_data, import_data
from walkthrough.model.workbook import Workbook
from walkthrough.wording import current


@pytest.fixture
def book(tmp_path: Path):
    book = Workbook.create(tmp_path / "county.walkthrough")
    book.do(NameCollaborative("Juniper"))
    yield book
    book.close()


@pytest.mark.parametrize("limit", [-1, 0, 1, 4, 6, 12])
def test_a_limit_the_rules_do_not_know_is_refused_with_its_place(limit: int, book: Workbook, tmp_path: Path):
    with pytest.raises(Refused) as refused:
        book.do(DescribeCollaborative({"hide_counts_below": limit}))
    assert refused.value.code == "out_of_range"
    told = json.loads(book.read(export_data))
    told["tables"]["collaborative"][0]["hide_counts_below"] = limit
    with pytest.raises(Refused) as refused:
        import_data(json.dumps(told).encode(), tmp_path / "new.walkthrough")
    place = "tables.collaborative[0].hide_counts_below"
    assert refused.value.facts == {"place": place, "why": "value"}
    assert place in refusal_words(current(), refused.value)
    assert not list(tmp_path.glob("new*"))


@pytest.mark.parametrize("limit", [5, 10, 11])
def test_the_limits_of_the_rules_are_taken(limit: int, book: Workbook):
    book.do(DescribeCollaborative({"hide_counts_below": limit, "hide_reason": "Agreed"}))
    assert json.loads(book.read(export_data))["tables"]["collaborative"][0]["hide_counts_below"] == limit


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("picture_cm", 0),
        ("picture_cm", 3_001),
        ("back_row_cm", 0),
        ("back_row_cm", -600),
        ("dots", 0),
        ("dots", 6),
    ],
)
def test_a_room_or_a_vote_that_cannot_be_is_refused_with_its_place(
    column: str, value: int, book: Workbook, tmp_path: Path
):
    meeting = PlanMeeting(date(2026, 12, 8), {"picture_cm": 20, "back_row_cm": 20_000, "dots": 5})
    book.do(meeting)
    with pytest.raises(Refused) as refused:
        book.do(EditMeeting(meeting.id, {column: value}))
    assert refused.value.facts["field"] == column
    told = json.loads(book.read(export_data))
    import_data(json.dumps(told).encode(), tmp_path / "taken.walkthrough")
    told["tables"]["meeting"][0][column] = value
    with pytest.raises(Refused) as refused:
        import_data(json.dumps(told).encode(), tmp_path / "new.walkthrough")
    assert refused.value.facts == {"place": f"tables.meeting[0].{column}", "why": "value"}
