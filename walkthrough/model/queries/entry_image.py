# SPDX-License-Identifier: MIT
"""An entry that was just written, as the lists show it, taken from the step itself instead of read again.

The same row as entries_at() answers (a test holds it). It knows no connection.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from walkthrough.model.changes import ChangeSet, Image
from walkthrough.model.queries.entries import EntryRow
from walkthrough.model.words import FINDING_KINDS, Kind

_COLUMNS = {
    "finding": (None, "text", "detail"),
    "parked_topic": (Kind.PARKED, "text", "outcome"),
    "decision": (Kind.DECISION, "text", "rule"),
    "next_step": (Kind.NEXT_STEP, "what", "because"),
    "indicator": (Kind.INDICATOR, "name", "definition"),
}
"""Of each table: its kind (a finding carries its own), the columns of text and second line."""


def new_entry(changes: ChangeSet, lanes: Mapping[str, str]) -> EntryRow | None:
    """The entry that a step wrote, if it did nothing but write one.

    Args:
        changes: the step.
        lanes: the short names of the lanes, by key.
    """
    if len(changes.changes) != 1:
        return None
    change = changes.changes[0]
    if change.table not in _COLUMNS or change.old is not None or change.new is None:
        return None
    if change.new.get("owner_partner_id"):
        return None  # the agency's name is not in the step: the entry must be read
    return _row(change.table, change.new, lanes)


def _row(table: str, new: Image, lanes: Mapping[str, str]) -> EntryRow:
    kind, text, detail = _COLUMNS[table]
    kind = kind or Kind(new["kind"])
    is_finding, is_step = kind in FINDING_KINDS, kind is Kind.NEXT_STEP
    due = new["due"] if is_step else None
    return EntryRow(
        kind=kind,
        id=new["id"],
        number=new["number"],
        old_number=new["old_number"],
        text=new[text],
        detail=new[detail],
        station_id=new["station_id"],
        lane_id=new["lane_id"],
        lane=lanes.get(new["lane_id"] or "", ""),
        held=bool(new["held"]),
        said_again=new["said_again"] if is_finding else 0,
        votes=new["votes"] if is_finding else 0,
        category=new["category"] if is_finding else "",
        owner=new["owner"] if is_step else "",
        due=date.fromisoformat(due) if due else None,
        due_words=new["due_words"] if is_step else "",
        steps=0,
    )
