# SPDX-License-Identifier: MIT
"""A row written by a plain statement is the row that the unit of work would have written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from walkthrough.model import Refused, Workbook
from walkthrough.model.commands.base import Deed
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.quick_rows import column_of, write_row
from walkthrough.model.schema import Decision, Finding, Indicator, NextStep, ParkedTopic, Station, Theme
from walkthrough.model.schema.base import Base
from walkthrough.model.words import Kind
from walkthrough.paths import resources

CONTENT = resources() / "content"
MADE_AT = datetime(2026, 3, 4, 5, 6, 7, 89, tzinfo=UTC)
SAID = {"number": 901, "made_at": MADE_AT, "held": True, "private_note": "none's business"}
ROWS: tuple[tuple[type[Base], dict[str, Any]], ...] = (
    (Finding, {**SAID, "kind": Kind.PRACTICE, "text": "Ñandú \U0001f9ed", "detail": "two\nlines"}),
    (Finding, {**SAID, "kind": Kind.BARRIER, "text": "x", "held": None, "station_id": None}),
    (ParkedTopic, {**SAID, "text": "later"}),
    (Decision, {**SAID, "text": "yes", "decided_on": date(2026, 3, 4)}),
    (NextStep, {**SAID, "what": "call", "pos": 4, "owner": "Ana", "due": date(2026, 5, 1)}),
    (Indicator, {**SAID, "name": "days", "pos": 0}),
)


@dataclass(frozen=True)
class _Write(Deed):
    kind: type[Base]
    values: dict[str, Any]
    quickly: bool

    def apply(self, session: Session) -> None:
        if self.quickly:
            write_row(session, self.kind, self.values)
        else:
            session.add(self.kind(**self.values))


@pytest.mark.parametrize(("kind", "values"), ROWS)
def test_the_journal_has_the_same_image_of_it(
    workbook: Workbook, kind: type[Base], values: dict[str, Any]
) -> None:
    walk = StartWalk(load_shelf(CONTENT, "en").route("five-points"))
    workbook.do(walk)
    values = {**values, "id": "the-key"} | ({"walk_id": walk.walk_id} if kind is Finding else {})
    images = []
    for quickly in (True, False):
        changes = workbook.do(_Write(kind, values, quickly))
        assert changes is not None
        images.append(_journal(workbook, changes.step.seq))
        workbook.undo()
    assert images[0] == images[1]


def test_what_a_session_still_has_to_write_goes_first(workbook: Workbook) -> None:
    @dataclass(frozen=True)
    class _Both(Deed):
        walk_id: str

        def apply(self, session: Session) -> None:
            session.add(Theme(id="theme", walk_id=self.walk_id, number=800, pos=0, name="first"))
            write_row(session, ParkedTopic, {**SAID, "id": "topic", "text": "second"})

    walk = StartWalk(load_shelf(CONTENT, "en").route("five-points"))
    workbook.do(walk)
    changes = workbook.do(_Both(walk.walk_id))
    assert changes is not None
    assert [change.table for change in changes.changes] == ["theme", "parked_topic"]


def test_a_column_of_a_row_that_is_gone_is_refused(workbook: Workbook) -> None:
    @dataclass(frozen=True)
    class _Look(Deed):
        def apply(self, session: Session) -> None:
            column_of(session, Station, "nowhere", "walk_id")

    with pytest.raises(Refused) as refused:
        workbook.do(_Look())
    assert (refused.value.code, refused.value.facts) == ("gone", {"table": "station"})


def _journal(workbook: Workbook, step: int) -> list[tuple[Any, ...]]:
    query = "select tbl, pk, old, new from chg_row where step = ? order by n"
    return workbook.read(lambda at: [tuple(row) for row in at.exec_driver_sql(query, (step,))])
