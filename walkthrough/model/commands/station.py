# SPDX-License-Identifier: MIT
"""What is written down of a station: rule and practice, the hand-off card, counts, prompts asked.

It knows no screen; what people say at a station is in entry.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found
from walkthrough.model.errors import Refused
from walkthrough.model.schema import FamilyCount, HandOff, Prompt, Station, new_id
from walkthrough.model.words import Certainty

HAND_OFF_FIELDS = frozenset(
    {    "from_whom", "to_whom", "warmth", "what_travels", "legal_basis", "time_by_rule", "time_in_practice",
    "who_checks", "how_many_lost"}
)  # fmt: skip


@dataclass(frozen=True)
class StationDeed(Deed):
    """A command about one station."""

    station_id: str

    def facts(self) -> dict[str, Any]:
        """Which station."""
        return {"station_id": self.station_id}


@dataclass(frozen=True)
class SetRuleAndPractice(StationDeed):
    """What the rule says, what happens on a Tuesday, and whether the two differ."""

    rule: str
    practice: str
    has_gap: bool

    def apply(self, session: Session) -> None:
        """Write all three."""
        station = found(session, Station, self.station_id)
        station.rule, station.practice = self.rule.strip(), self.practice.strip()
        station.has_gap = self.has_gap


@dataclass(frozen=True)
class SetFamilyLine(StationDeed):
    """What happens to the made-up family here."""

    text: str

    def apply(self, session: Session) -> None:
        """Write the line."""
        found(session, Station, self.station_id).family_line = self.text.strip()


@dataclass(frozen=True)
class SetStationNote(StationDeed):
    """The presenter's own note; it never leaves the presenter's window."""

    text: str

    def apply(self, session: Session) -> None:
        """Write the note."""
        found(session, Station, self.station_id).private_note = self.text.strip()


@dataclass(frozen=True)
class SetMinutes(StationDeed):
    """How many minutes the room gives to this station."""

    minutes: int

    def apply(self, session: Session) -> None:
        """Write the minutes.

        Raises:
            Refused: out_of_range (facts: field, least, most).
        """
        if not 1 <= self.minutes <= 600:
            raise Refused("out_of_range", field="minutes", least=1, most=600)
        found(session, Station, self.station_id).minutes = self.minutes


@dataclass(frozen=True)
class WriteHandOff(StationDeed):
    """Fill in fields of the hand-off card; `values` by the names in HAND_OFF_FIELDS."""

    values: Mapping[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given fields; makes the card the first time."""
        station = found(session, Station, self.station_id)
        card = session.scalar(select(HandOff).filter_by(station_id=station.id))
        if card is None:
            card = HandOff(id=new_id(), station_id=station.id)
            session.add(card)
        change(card, self.values, HAND_OFF_FIELDS)


@dataclass(frozen=True)
class MarkAsked(Deed):
    """Tick a prompt as asked, or take the tick off."""

    prompt_id: str
    asked: bool = True

    def apply(self, session: Session) -> None:
        """Write the tick."""
        found(session, Prompt, self.prompt_id).asked = self.asked


@dataclass(frozen=True)
class RecordCount(StationDeed):
    """Families in, on and lost at a station in a period; or that nobody knows."""

    certainty: Certainty
    families_in: int | None = None
    families_on: int | None = None
    families_lost: int | None = None
    period: str = ""
    source: str = ""
    owner: str = ""
    note: str = ""
    count_id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the count, or write it anew if `count_id` is known.

        Raises:
            Refused: number_negative or number_missing (facts: field).
        """
        station = found(session, Station, self.station_id)
        numbers = {
            "families_in": self.families_in,
            "families_on": self.families_on,
            "families_lost": self.families_lost,
        }
        if self.certainty == Certainty.NOBODY_KNOWS:
            numbers = dict.fromkeys(numbers)
        elif all(number is None for number in numbers.values()):
            raise Refused("number_missing", field="families_in")
        for name, number in numbers.items():
            if number is not None and number < 0:
                raise Refused("number_negative", field=name)
        row = session.get(FamilyCount, self.count_id)
        if row is None:
            pos = end_of(session, FamilyCount, station_id=station.id)
            row = FamilyCount(id=self.count_id, station_id=station.id, pos=pos, certainty=self.certainty)
            session.add(row)
        words = {"period": self.period, "source": self.source, "owner": self.owner, "note": self.note}
        for name, value in {**numbers, **{k: v.strip() for k, v in words.items()}}.items():
            setattr(row, name, value)
        row.certainty = self.certainty


@dataclass(frozen=True)
class RemoveCount(Deed):
    """Take a count out."""

    count_id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, FamilyCount, self.count_id))
