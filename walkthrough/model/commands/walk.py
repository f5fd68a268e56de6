# SPDX-License-Identifier: MIT
"""Starting a walk: route, prompts and made-up family are copied in, so that an old walk never changes.

It knows no screen. What is written down at a station is in station.py, what people say in entry.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found, said
from walkthrough.model.content import shapes
from walkthrough.model.errors import Refused
from walkthrough.model.schema import HandOff, Lane, Prompt, Station, SubStep, Walk, new_id

DESCRIBABLE = frozenset({"name", "population", "boundary", "family", "family_intro", "started_on"})
SHORT_AT_MOST = 12
LANES_AT_MOST = 10


@dataclass(frozen=True)
class StartWalk(Deed):
    """Begin to walk a route.

    Args:
        route: the route to copy.
        general: the prompts asked at every station.
        family: the made-up family to walk with, or None.
        lanes: ids of the route's lanes to use; None takes all. The family's lane is always there.
        language: the language the route is in.
        started_on: the day.
        walk_id: the key of the new walk.
    """

    route: shapes.Route
    general: tuple[shapes.Prompt, ...] = ()
    family: shapes.Family | None = None
    lanes: tuple[str, ...] | None = None
    language: str = "en"
    started_on: date | None = None
    population: str = ""
    boundary: str = ""
    walk_id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Copy everything the walk needs."""
        family = self.family
        session.add(
            Walk(
                id=self.walk_id,
                pos=end_of(session, Walk),
                route=self.route.id,
                route_version=str(self.route.version),
                name=self.route.name,
                language=self.language,
                population=self.population.strip(),
                boundary=self.boundary.strip(),
                family=family.name if family else "",
                family_intro=family.intro if family else "",
                started_on=self.started_on,
            )
        )
        self._copy_lanes(session)
        for pos, station in enumerate(self.route.stations):
            self._copy_station(session, pos, station)

    def _copy_lanes(self, session: Session) -> None:
        wanted = [
            lane
            for pos, lane in enumerate(self.route.lanes)
            if pos == 0 or self.lanes is None or lane.id in self.lanes
        ]
        for pos, lane in enumerate(wanted):
            session.add(
                Lane(
                    walk_id=self.walk_id,
                    pos=pos,
                    code=lane.id,
                    name=lane.name,
                    short=lane.short,
                    sector=lane.sector,
                )
            )

    def _copy_station(self, session: Session, pos: int, station: shapes.Station) -> None:
        row = Station(
            id=new_id(),
            walk_id=self.walk_id,
            pos=pos,
            code=station.id,
            name=station.name,
            short=station.short,
            summary=station.summary,
            is_handoff=station.is_handoff,
            minutes=station.minutes,
            family_line=self.family.lines.get(station.id, "") if self.family else "",
        )
        session.add(row)
        session.add_all(
            SubStep(station_id=row.id, pos=n, text=text) for n, text in enumerate(station.sub_steps)
        )
        session.add_all(_prompts(row.id, station, self.general))
        if station.is_handoff:
            session.add(HandOff(station_id=row.id))


def _prompts(station_id: str, station: shapes.Station, general: tuple[shapes.Prompt, ...]) -> list[Prompt]:
    """The must-ask prompts in their own order, then the station's others, then the other general ones."""
    known = {prompt.id: prompt for prompt in (*general, *station.prompts)}
    first = [known[code] for code in station.must_ask if code in known]
    rest = [prompt for prompt in (*station.prompts, *general) if prompt not in first]
    return [
        Prompt(station_id=station_id, pos=pos, code=prompt.id, text=prompt.text, must_ask=prompt in first)
        for pos, prompt in enumerate((*first, *rest))
    ]


@dataclass(frozen=True)
class DescribeWalk(Deed):
    """Change the walk's name, whom it is about, where it ends, or its family."""

    walk_id: str
    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns."""
        walk = found(session, Walk, self.walk_id)
        if "name" in self.values:
            said(self.values["name"], "name")
        change(walk, self.values, DESCRIBABLE)


@dataclass(frozen=True)
class RemoveWalk(Deed):
    """Take out a walk with its stations, lanes and findings."""

    walk_id: str

    def apply(self, session: Session) -> None:
        """Delete it; all its parts go with it."""
        session.delete(found(session, Walk, self.walk_id))


@dataclass(frozen=True)
class AddStation(Deed):
    """Put a station into the walk, after another one or at the end."""

    walk_id: str
    name: str
    after_id: str | None = None
    is_handoff: bool = False
    minutes: int = 8
    short: str = ""
    station_id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the station and move the later ones on."""
        name = said(self.name, "name")
        found(session, Walk, self.walk_id)
        stations = _stations(session, self.walk_id)
        at = len(stations)
        if self.after_id is not None:
            at = 1 + stations.index(found(session, Station, self.after_id))
        row = Station(
            id=self.station_id,
            walk_id=self.walk_id,
            pos=at,
            code="",
            name=name,
            short=_short(self.short or name),
            is_handoff=self.is_handoff,
            minutes=self.minutes,
        )
        session.add(row)
        if self.is_handoff:
            session.add(HandOff(station_id=row.id))
        for pos, later in enumerate(stations[at:], start=at + 1):
            later.pos = pos

    def facts(self) -> dict[str, Any]:
        """Which station."""
        return {"station_id": self.station_id}


@dataclass(frozen=True)
class RenameStation(Deed):
    """Give a station another name, and a short one for the map."""

    station_id: str
    name: str
    short: str = ""

    def apply(self, session: Session) -> None:
        """Write both names."""
        station = found(session, Station, self.station_id)
        station.name = said(self.name, "name")
        station.short = _short(self.short or self.name)

    def facts(self) -> dict[str, Any]:
        """Which station."""
        return {"station_id": self.station_id}


@dataclass(frozen=True)
class MoveStation(Deed):
    """Change the order of stations by `by` places: -1 is one earlier."""

    station_id: str
    by: int

    def apply(self, session: Session) -> None:
        """Number all stations of the walk anew."""
        station = found(session, Station, self.station_id)
        stations = _stations(session, station.walk_id)
        at = stations.index(station)
        stations.insert(min(max(at + self.by, 0), len(stations) - 1), stations.pop(at))
        for pos, one in enumerate(stations):
            one.pos = pos

    def facts(self) -> dict[str, Any]:
        """Which station."""
        return {"station_id": self.station_id}


@dataclass(frozen=True)
class RemoveStation(Deed):
    """Take a station out; what was said there is kept, to sort."""

    station_id: str

    def apply(self, session: Session) -> None:
        """Delete it and close the gap."""
        station = found(session, Station, self.station_id)
        later = [one for one in _stations(session, station.walk_id) if one.pos > station.pos]
        session.delete(station)
        for one in later:
            one.pos -= 1


@dataclass(frozen=True)
class AddLane(Deed):
    """Put one more helping system into the walk."""

    walk_id: str
    name: str
    short: str = ""
    sector: str = ""
    lane_id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the lane after the last one.

        Raises:
            Refused: text_missing, or too_many_lanes (facts: most).
        """
        name, pos = said(self.name, "name"), end_of(session, Lane, walk_id=self.walk_id)
        if pos >= LANES_AT_MOST:
            raise Refused("too_many_lanes", most=LANES_AT_MOST)
        session.add(
            Lane(
                id=self.lane_id,
                walk_id=found(session, Walk, self.walk_id).id,
                pos=pos,
                code="",
                name=name,
                short=_short(self.short or name),
                sector=self.sector,
            )
        )


@dataclass(frozen=True)
class RenameLane(Deed):
    """Give a lane another name, and a short one for the map."""

    lane_id: str
    name: str
    short: str = ""

    def apply(self, session: Session) -> None:
        """Write both names."""
        lane = found(session, Lane, self.lane_id)
        lane.name = said(self.name, "name")
        lane.short = _short(self.short or self.name)


def _stations(session: Session, walk_id: str) -> list[Station]:
    return list(session.query(Station).filter_by(walk_id=walk_id).order_by(Station.pos, Station.id))


def _short(name: str) -> str:
    """At most twelve letters, cut between words where that leaves something."""
    name = " ".join(name.split())
    if len(name) <= SHORT_AT_MOST:
        return name
    cut = name[: SHORT_AT_MOST + 1]
    return cut.rsplit(" ", 1)[0] if " " in cut else name[:SHORT_AT_MOST]
