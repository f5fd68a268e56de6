# SPDX-License-Identifier: MIT
"""Counts kept up from what a step changed are the counts that are read, whatever the step was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from walkthrough.model import Workbook
from walkthrough.model.commands.entry import ChangeKind, DropEntry, MoveEntry, RecordEntries, RecordEntry
from walkthrough.model.commands.finding import MergeFindings
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.entries import count_to_sort
from walkthrough.model.queries.walk import lanes, stations, walk_head
from walkthrough.model.queries.walk_tally import WalkTally
from walkthrough.model.words import FINDING_KINDS, Kind

CONTENT = Path(__file__).parents[2] / "resources" / "content"
DEEDS = ("record", "paste", "move", "kind", "merge", "drop", "undo", "redo")
KINDS = (Kind.BARRIER, Kind.PRACTICE, Kind.PARKED)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    shelf = load_shelf(CONTENT, "en")
    route = shelf.route("five-points")
    with_walk = Workbook.create(tmp_path_factory.mktemp("tally") / "w.walkthrough")
    with_walk.do(StartWalk(route, shelf.general_prompts, shelf.families_of(route.id)[0]))
    yield with_walk
    with_walk.close()


def counted(book, walk):
    return WalkTally(book.read(stations, walk), book.read(count_to_sort, walk))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_after_any_steps_the_counts_kept_up_are_the_counts_read(book, data) -> None:
    walk = book.read(walk_head).id
    places = [None, *(station.id for station in book.read(stations, walk)[:3])]
    rows = [None, *(lane.id for lane in book.read(lanes, walk)[:2])]
    tally, known = counted(book, walk), []
    here = {"walk_id": walk}
    for _ in range(data.draw(st.integers(1, 8))):
        deed = data.draw(
            st.sampled_from(("record", "paste", "move", "kind", "merge", "drop", "undo", "redo"))
        )
        kind, place = data.draw(st.sampled_from(KINDS)), data.draw(st.sampled_from(places))
        lane = data.draw(st.sampled_from(rows))
        if deed == "undo":
            changes = book.undo()
        elif deed == "redo":
            changes = book.redo()
        elif deed in ("record", "paste") or not known:
            many = [RecordEntry(kind, "said", station_id=place, lane_id=lane, **here) for _n in range(2)]
            changes = book.do(RecordEntries(tuple(many)))
            known += [(kind, one.entry_id) for one in many]
        else:
            changes = _changed(book, deed, known, (kind, place, lane, walk))
        if changes is not None:
            tally = tally.after(changes, walk)
        known = [one for one in known if _is_there(book, one)]
        assert tally == counted(book, walk)


def _changed(book, deed, known, values):
    kind, place, lane, walk = values
    was, entry = known[-1]
    if deed == "move":
        return book.do(MoveEntry(was, entry, place, lane))
    if deed == "kind":
        known[-1] = (kind, entry)
        return book.do(ChangeKind(was, entry, kind, walk))
    findings = [one for kind_of, one in known if kind_of in FINDING_KINDS]
    if deed == "merge" and len(findings) > 1:
        return book.do(MergeFindings(findings[0], (findings[1],)))
    return book.do(DropEntry(was, entry))


def _is_there(book, one) -> bool:
    kind, entry = one
    where = "finding where kind = ? and" if kind in FINDING_KINDS else "parked_topic where ? <> '' and"
    query = f"select count(*) from {where} id = ?"
    return bool(book.read(lambda c: c.exec_driver_sql(query, (kind.value, entry)).scalar_one()))
