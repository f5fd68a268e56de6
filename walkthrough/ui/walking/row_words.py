# SPDX-License-Identifier: MIT
"""An entry as the cells of a row, and the map of a walk as a picture's input: rows in, words out.

It must not know a widget. Held wording never leaves here while the room may look.
"""

from __future__ import annotations

from collections import Counter

from walkthrough.export.charts.map import MapCell, MapInput, MapLane, MapStation, MapWords
from walkthrough.export.pictures.walk_map import barriers_gather
from walkthrough.model.queries.entries import EntryRow
from walkthrough.model.queries.walk import WalkMap
from walkthrough.model.words import Kind
from walkthrough.ui.widgets.inputs import day_words
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.wording import _, ngettext
from walkthrough.wording import current as current_wording

ROW = 32.0
"""Points. Lower than on paper, so that eight lanes fit beside the capture line."""


def text_of(row: EntryRow, *, safe: bool) -> str:
    """Return an entry's words, or that they are held back."""
    return _("(wording on hold)") if row.held and safe else row.text


def cells_of(row: EntryRow, *, safe: bool) -> RowCells:
    """Return what one row shows of an entry."""
    hidden = row.held and safe
    marks: list[tuple[str, str]] = []
    if row.held:
        marks.append(("warn", _("held back")))
    if row.said_again and not hidden:
        marks.append(("note", _("said {n}×").format(n=row.said_again + 1)))
    if row.steps and not hidden:
        marks.append(("good", ngettext("{n} step", "{n} steps", row.steps).format(n=row.steps)))
    to_sort = not row.lane_id and row.kind in (Kind.BARRIER, Kind.PRACTICE)
    return RowCells(
        id=row.id,
        text=text_of(row, safe=safe),
        kind=row.kind.value,
        number=row.number,
        detail="" if hidden else _second_line(row, safe=safe),
        lane=_("no lane") if to_sort else row.lane,
        marks=tuple(marks),
    )


def shown_who(row: EntryRow, *, safe: bool) -> str:
    """Return who does a step: a person's name is for paper, the agency for all to see."""
    return ", ".join(name for name in ("" if safe else row.owner, row.partner) if name)


def _second_line(row: EntryRow, *, safe: bool) -> str:
    if row.kind is not Kind.NEXT_STEP:
        return " ".join(row.detail.split())
    when = day_words(row.due) if row.due else row.due_words
    who = shown_who(row, safe=safe)
    if who and when:
        return _("{who}, by {when}").format(who=who, when=when)
    return who or (_("by {when}").format(when=when) if when else "")


def map_input(found: WalkMap, current: tuple[str, str] | None, width: float, row: float = ROW) -> MapInput:
    """Return what the map chart draws of a walk; `row` is the height of a lane, in points."""
    stations = tuple(MapStation(one.id, one.short, one.is_handoff) for one in found.stations)
    lanes = tuple(MapLane(one.id, one.short, one.pos == 0) for one in found.lanes)
    names = {one.id: one.name for one in found.stations} | {one.id: one.name for one in found.lanes}
    counts = {(cell.station_id, cell.lane_id): (cell.barriers, cell.practices) for cell in found.cells}
    cells = []
    for station in found.stations:
        for lane in found.lanes:
            barriers, practices = counts.get((station.id, lane.id), (0, 0))
            say = _cell_sentence(names[station.id], names[lane.id], barriers, practices)
            cells.append(MapCell(station.id, lane.id, barriers, practices, say))
    barriers = sum(cell.barriers for cell in found.cells)
    practices = sum(cell.practices for cell in found.cells)
    many_barriers, many_practices = findings_words(barriers, practices)
    summary = _("{walk}: {barriers} and {practices} on the map.").format(
        walk=found.name, barriers=many_barriers, practices=many_practices
    )
    return MapInput(
        stations,
        lanes,
        tuple(cells),
        _map_words(),
        f"{summary} {gather_words(found)}".strip(),
        current,
        width,
        row,
    )


def gather_words(found: WalkMap) -> str:
    """Return where barriers gather, by station; empty where there is none."""
    at: Counter[str | None] = Counter()
    for cell in found.cells:
        at[cell.station_id] += cell.barriers if cell.lane_id else 0  # those on the map, as in print
    return barriers_gather(current_wording(), ((one.short, at[one.id]) for one in found.stations))


def _cell_sentence(station: str, lane: str, barriers: int, practices: int) -> str:
    if not barriers and not practices:
        return _("{lane} at {station}: nothing yet").format(lane=lane, station=station)
    many_barriers, many_practices = findings_words(barriers, practices)
    return _("{lane} at {station}: {barriers}, {practices}").format(
        lane=lane, station=station, barriers=many_barriers, practices=many_practices
    )


def findings_words(barriers: int, practices: int) -> tuple[str, str]:
    """Return how many barriers and how many effective practices, each in words."""
    return (
        ngettext("{n} barrier", "{n} barriers", barriers).format(n=barriers),
        ngettext("{n} effective practice", "{n} effective practices", practices).format(n=practices),
    )


def _map_words() -> MapWords:
    return MapWords(
        station=_("Station"),
        lane=_("Lane"),
        barriers=_("Barriers"),
        practices=_("Effective practices"),
        shade=_("Barriers in a cell"),
        here=_("Where we are"),
        empty=_("There is no station yet."),
    )
