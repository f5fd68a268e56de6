# SPDX-License-Identifier: MIT
"""What the capture line makes and changes: entries of the six kinds, each with a short number.

An entry is named by kind and key. It knows no grammar: rules/capture.py reads the line, this writes the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found, said, take_number, this_moment
from walkthrough.model.errors import Refused
from walkthrough.model.quick_rows import column_of, executing, write_row
from walkthrough.model.schema import (
    Decision,
    Finding,
    Indicator,
    Meeting,
    NextStep,
    ParkedTopic,
    Partner,
    Station,
    StepFinding,
    Theme,
    ThemeFinding,
    new_id,
)  # fmt: skip
from walkthrough.model.words import FINDING_KINDS, Kind

EntryRow: TypeAlias = Finding | ParkedTopic | Decision | NextStep | Indicator

ROW_OF: dict[Kind, type[EntryRow]] = {
    Kind.BARRIER: Finding,
    Kind.PRACTICE: Finding,
    Kind.INDICATOR: Indicator,
    Kind.NEXT_STEP: NextStep,
    Kind.PARKED: ParkedTopic,
    Kind.DECISION: Decision,
}
TEXT_OF: dict[type[EntryRow], str] = {
    Finding: "text", Indicator: "name", NextStep: "what", ParkedTopic: "text", Decision: "text",
}  # fmt: skip
"""The column that holds the entry's own words."""
DETAIL_OF: dict[type[EntryRow], str] = {
    Finding: "detail", Indicator: "definition", NextStep: "because", ParkedTopic: "outcome", Decision: "rule",
}  # fmt: skip
"""The column of the second line (Shift+Enter); it goes along when the kind changes."""
EDITABLE: dict[type[EntryRow], frozenset[str]] = {
    Finding: frozenset(
        {"lane_id", "detail", "category", "who_is_affected", "said_by", "said_by_partner_id", "private_note"}
    ),
    Indicator: frozenset({"lane_id", "definition", "source", "owner", "private_note"}),
    NextStep: frozenset(
        {"lane_id", "because", "owner", "owner_partner_id", "due", "due_words", "needs", "private_note"}
    ),
    ParkedTopic: frozenset({"lane_id", "outcome", "state", "private_note"}),
    Decision: frozenset({"lane_id", "rule", "decided_on", "decided_by", "private_note"}),
}
"""What the walk may change beside the text; the plan and the indicators have commands of their own."""


def entry_row(session: Session, kind: Kind, entry_id: str) -> EntryRow:
    """The row of an entry. Raises Refused("gone") if it is not there any more."""
    return found(session, ROW_OF[kind], entry_id)


@dataclass(frozen=True)
class EntryDeed(Deed):
    """A command about entries; it can name their kind, number and station once it has been applied."""

    _told: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def facts(self) -> dict[str, Any]:
        """Kind, number and station of the entry."""
        return dict(self._told)

    def tell(self, kind: Kind, row: EntryRow) -> None:
        """Take note of what `facts` is to name."""
        self._told.update(kind=kind.value, number=row.number, station_id=row.station_id)


@dataclass(frozen=True)
class RecordEntry(EntryDeed):
    """Write one entry down. Without a station or a lane it is kept to sort.

    Args:
        kind: which of the six.
        text: the words, in one line.
        walk_id: the walk; needed for barriers and effective practices.
        finding_id: for a next step, the finding that it answers.
        owner_partner_id: for a next step, the agency that does it.
        said_by_partner_id: for barriers and effective practices, the partner who said it.
        entry_id: the key of the new row.
    """

    kind: Kind
    text: str
    walk_id: str | None = None
    station_id: str | None = None
    lane_id: str | None = None
    meeting_id: str | None = None
    detail: str = ""
    category: str = ""
    owner: str = ""
    owner_partner_id: str | None = None
    due: date | None = None
    due_words: str = ""
    goal_id: str | None = None
    finding_id: str | None = None
    held: bool = False
    said_by_partner_id: str | None = None
    entry_id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the row with its number.

        Raises:
            Refused: text_missing; gone, where station, finding or partner are not there any more.
        """
        for partner_id in (self.said_by_partner_id, self.owner_partner_id):
            if partner_id is not None:
                found(session, Partner, partner_id)
        row_type = ROW_OF[self.kind]
        values: dict[str, Any] = {
            "id": self.entry_id,
            TEXT_OF[row_type]: said(self.text, "text"),
            DETAIL_OF[row_type]: self.detail.strip(),
            "station_id": self.station_id,
            "lane_id": self.lane_id,
            "meeting_id": self.meeting_id,
            "held": self.held,
            "made_at": this_moment(session),
            **self.own_values(session),
        }
        values["number"] = number = take_number(session)
        write_row(session, row_type, values)
        self._told.update(kind=self.kind.value, number=number, station_id=self.station_id)
        if self.finding_id is not None:
            finding = found(session, Finding, self.finding_id)
            write_row(session, StepFinding, {"step_id": self.entry_id, "finding_id": finding.id})

    def own_values(self, session: Session) -> dict[str, Any]:
        """The columns that only rows of this kind have."""
        match self.kind:
            case Kind.BARRIER | Kind.PRACTICE:
                return {
                    "kind": self.kind,
                    "walk_id": self._walk(session),
                    "category": self.category,
                    "said_by_partner_id": self.said_by_partner_id,
                }
            case Kind.NEXT_STEP:
                return {
                    "pos": end_of(session, NextStep),
                    "owner": self.owner.strip(),
                    "owner_partner_id": self.owner_partner_id,
                    "due": self.due,
                    "due_words": self.due_words.strip(),
                    "goal_id": self.goal_id,
                }
            case Kind.INDICATOR:
                return {
                    "pos": end_of(session, Indicator),
                    "owner": self.owner.strip(),
                    "goal_id": self.goal_id,
                }
            case Kind.DECISION:
                return {"decided_on": this_day(session, self.meeting_id)}
            case Kind.PARKED:
                return {}

    def _walk(self, session: Session) -> str:
        if self.station_id is not None:
            return str(column_of(session, Station, self.station_id, "walk_id"))
        if self.walk_id is None:
            raise Refused("gone", table="walk")
        return self.walk_id


def this_day(session: Session, meeting_id: str | None) -> date:
    """The meeting's day, or the day of the step being written."""
    if meeting_id is not None:
        return date.fromisoformat(column_of(session, Meeting, meeting_id, "day"))
    query = "select day from chg_step where seq = (select step from chg_now)"
    return date.fromisoformat(executing(session)(query).fetchone()[0])


@dataclass(frozen=True)
class RecordEntries(Deed):
    """Write several entries down as one step: what a paste makes."""

    entries: tuple[RecordEntry, ...]

    def apply(self, session: Session) -> None:
        """Write them in order."""
        for entry in self.entries:
            entry.apply(session)
            session.flush()

    def facts(self) -> dict[str, Any]:
        """How many, and the numbers of the first and the last."""
        numbers = [entry.facts()["number"] for entry in self.entries]
        return {"count": len(numbers), "first": numbers[0], "last": numbers[-1]}


@dataclass(frozen=True)
class StepFromFinding(RecordEntry):
    """A next step that answers a finding and stands where the finding stands. `finding_id` must be given."""

    def apply(self, session: Session) -> None:
        """Write the step and its link."""
        finding = found(session, Finding, self.finding_id or "")
        RecordEntry.apply(self, session)
        row = found(session, NextStep, self.entry_id)
        row.station_id, row.lane_id = finding.station_id, finding.lane_id
        self._told.update(station_id=finding.station_id, answers=finding.number)


@dataclass(frozen=True)
class EditEntry(EntryDeed):
    """Change the words of an entry, its kind if `to` is given, and what else `values` names (EDITABLE)."""

    kind: Kind
    entry_id: str
    text: str | None = None
    detail: str | None = None
    to: Kind | None = None
    values: dict[str, Any] = field(default_factory=dict)

    def apply(self, session: Session) -> None:
        """Write what is given; `values` are columns of the kind that it then is.

        Raises:
            Refused: text_missing, gone.
        """
        row = entry_row(session, self.kind, self.entry_id)
        if self.text is not None:
            setattr(row, TEXT_OF[type(row)], said(self.text, "text"))
        if self.detail is not None:
            setattr(row, DETAIL_OF[type(row)], self.detail.strip())
        if self.to is not None and self.to is not self.kind:
            ChangeKind(self.kind, self.entry_id, self.to).apply(session)
            session.flush()
            row = entry_row(session, self.to, self.entry_id)
        change(row, self.values, EDITABLE[type(row)])
        self.tell(self.to or self.kind, row)


@dataclass(frozen=True)
class MoveEntry(EntryDeed):
    """Put an entry to another station and lane; None means to sort."""

    kind: Kind
    entry_id: str
    station_id: str | None
    lane_id: str | None

    def apply(self, session: Session) -> None:
        """Write both."""
        row = entry_row(session, self.kind, self.entry_id)
        row.station_id, row.lane_id = self.station_id, self.lane_id
        self.tell(self.kind, row)


@dataclass(frozen=True)
class ChangeKind(EntryDeed):
    """Make an entry one of another kind. Number, key, words, second line and place stay.

    Args:
        kind: what it is now.
        entry_id: which entry.
        to: what it becomes.
        walk_id: the walk, where a topic without a station becomes a finding.
    """

    kind: Kind
    entry_id: str
    to: Kind
    walk_id: str | None = None

    def apply(self, session: Session) -> None:
        """Change the row, or write it anew among rows of the other kind."""
        old = entry_row(session, self.kind, self.entry_id)
        if isinstance(old, Finding) and self.to in FINDING_KINDS:
            old.kind = self.to
            self.tell(self.to, old)
        elif ROW_OF[self.to] is type(old):
            return
        else:
            self._write_anew(session, old)

    def _write_anew(self, session: Session, old: EntryRow) -> None:
        row_type = ROW_OF[self.to]
        born_as = RecordEntry(
            kind=self.to,
            text=getattr(old, TEXT_OF[type(old)]),
            walk_id=self.walk_id,
            station_id=old.station_id,
            owner=getattr(old, "owner", ""),
            owner_partner_id=getattr(old, "owner_partner_id", None),
            meeting_id=old.meeting_id,
        )
        row = row_type(
            **{
                "id": old.id,
                TEXT_OF[row_type]: getattr(old, TEXT_OF[type(old)]),
                DETAIL_OF[row_type]: getattr(old, DETAIL_OF[type(old)]),
                **{name: getattr(old, name) for name in KEPT},
                **born_as.own_values(session),
            }
        )
        session.delete(old)
        session.add(row)
        self.tell(self.to, row)


KEPT = ("number", "old_number", "station_id", "lane_id", "meeting_id", "held", "made_at", "private_note")


@dataclass(frozen=True)
class HoldEntry(EntryDeed):
    """Keep an entry off the wall and its words off paper, with the themes that bear its very words."""

    kind: Kind
    entry_id: str

    def apply(self, session: Session) -> None:
        """Mark it."""
        row = entry_row(session, self.kind, self.entry_id)
        row.held = True
        for theme in _named_by(session, row):
            theme.held = True
        self.tell(self.kind, row)


@dataclass(frozen=True)
class ReleaseEntry(EntryDeed):
    """Let an entry back on the wall and on paper."""

    kind: Kind
    entry_id: str

    def apply(self, session: Session) -> None:
        """Take the mark off."""
        row = entry_row(session, self.kind, self.entry_id)
        row.held = False
        for theme in _named_by(session, row):
            theme.held = False
        self.tell(self.kind, row)


def _named_by(session: Session, row: EntryRow) -> list[Theme]:
    """The themes that hold a finding and bear its very words, as those made of the loudest barriers do."""
    if not isinstance(row, Finding):
        return []
    under = select(ThemeFinding.theme_id).where(ThemeFinding.finding_id == row.id)
    return list(session.scalars(select(Theme).where(Theme.name == row.text, Theme.id.in_(under))))


@dataclass(frozen=True)
class DropEntry(EntryDeed):
    """Take an entry out; undo brings it back."""

    kind: Kind
    entry_id: str

    def apply(self, session: Session) -> None:
        """Delete the row."""
        row = entry_row(session, self.kind, self.entry_id)
        self.tell(self.kind, row)
        session.delete(row)
