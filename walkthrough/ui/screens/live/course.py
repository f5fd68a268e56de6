# SPDX-License-Identifier: MIT
"""Where a live meeting is on its agenda: which part, which are done, where each was left, what is planned.

It must not know a widget.
"""

from __future__ import annotations

from walkthrough.model.queries.live import LiveMeeting, StationMinutes, live_meeting, stations_today
from walkthrough.model.queries.meetings import PartRow, agenda_of
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.live.clock import Plan

_NO_AGENDA = (PartRow(AgendaKind.WALK, "", 0),)
"""A meeting without an agenda walks."""


class Course:
    """One meeting. `at` is the place of the present part among those of `agenda`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.meeting: LiveMeeting | None = None
        self.agenda: tuple[PartRow, ...] = ()
        self.stations: tuple[StationMinutes, ...] = ()
        self.at = 0
        self.past: set[int] = set()
        self.places: dict[AgendaKind, Showing] = {}
        self._before = Showing("", AgendaKind.OPEN)
        self._stop = ""

    def read(self, meeting_id: str) -> bool:
        """Read the meeting and its agenda; whether the row of parts is another one now."""
        read = self._desk.workbook.read
        if self.meeting is None or self.meeting.id != meeting_id:
            self.at, self.past, self.places, self._stop = 0, set(), {}, ""
            self._before = Showing("", AgendaKind.OPEN)
        here = self.kind if self.agenda else None
        self.meeting = read(live_meeting, meeting_id)
        self.stations = read(stations_today, meeting_id)
        found = read(agenda_of, meeting_id) or _NO_AGENDA
        is_other, self.agenda = found != self.agenda, found
        if is_other and here is not None and not self._is_at(self.at, here):
            self.go_to_kind(here)
        return is_other

    def forget(self) -> None:
        """There is no meeting any more."""
        self.meeting, self.agenda, self.at = None, (), 0
        self.past, self.places = set(), {}

    @property
    def kind(self) -> AgendaKind:
        """The kind of the present part."""
        return self.agenda[self.at].kind

    @property
    def minutes(self) -> int:
        """The minutes of the present part."""
        return self.agenda[self.at].minutes

    def go_to_kind(self, kind: AgendaKind) -> None:
        """Be in the first part of that kind, or in the last part there is where it is gone."""
        kinds = [row.kind for row in self.agenda]
        self.at = kinds.index(kind) if kind in kinds else min(self.at, len(kinds) - 1)

    def leave(self, showing: Showing) -> None:
        """Remember where the present part is left, because another one comes."""
        self.places[showing.part] = self._before = showing
        self.past.add(self.at)

    def place(self) -> Showing:
        """Where the present part was left; for one never seen, where the part before it was."""
        assert self.meeting is not None
        kept = self.places.get(self.kind)
        if kept is None and self._before.meeting_id == self.meeting.id and self._before.part is not self.kind:
            return self._before
        return kept or Showing(self.meeting.id, self.kind)

    def resume(self, showing: Showing, at: int) -> None:
        """Be where the meeting was when the program ended: at that place of the agenda, if it still is of the
        kind, else at the first part that is.
        """
        if self._is_at(at, showing.part):
            self.at = at
        else:
            self.go_to_kind(showing.part)
        self.past = set(range(self.at))
        if self.kind is showing.part:
            self.places[showing.part] = showing

    def stop_of(self, station_id: str) -> str:
        """Return which of today's stations the room is at: a hand-off that nobody gave minutes of its own
        belongs to the station before it.
        """
        if not self.stations or station_id in self._keys():
            self._stop = station_id
        return self._stop

    def plan(self, station_id: str = "") -> Plan:
        """What is planned from here on; `station_id` is the station that the room is at."""
        row, rest = self.agenda[self.at], self.agenda[self.at + 1 :]
        later = sum(part.minutes for part in rest)
        others = sum(part.minutes for part in rest if part.kind is not AgendaKind.WALK)
        is_walk = row.kind is AgendaKind.WALK
        if not self.stations or (not is_walk and others == later):  # nobody chose stations, or all are walked
            return Plan(row.minutes, later, others if is_walk else row.minutes + others, 0)
        left = self._left(station_id if is_walk else self._walked_last())
        if not is_walk:
            ahead = left[1:] if self._walked_last() else left
            return Plan(row.minutes, others + _minutes(ahead), row.minutes + others, len(ahead))
        here = left[0].minutes if self.stop_of(station_id) else 0
        return Plan(here, others + _minutes(left) - here, others, len(left))

    def _is_at(self, at: int, kind: AgendaKind) -> bool:
        """Whether that place of the agenda is of this kind."""
        return at < len(self.agenda) and self.agenda[at].kind is kind

    def _walked_last(self) -> str:
        """The station at which the walk was left; "" before it began."""
        was = self.places.get(AgendaKind.WALK)
        return was.station_id if was is not None else ""

    def _left(self, station_id: str) -> tuple[StationMinutes, ...]:
        """The stations of today from this one on; all of them before the first is reached."""
        stop, keys = self.stop_of(station_id), self._keys()
        return self.stations[keys.index(stop) :] if stop in keys else self.stations

    def _keys(self) -> list[str]:
        return [station.station_id for station in self.stations]


def _minutes(stations: tuple[StationMinutes, ...]) -> int:
    return sum(station.minutes for station in stations)
