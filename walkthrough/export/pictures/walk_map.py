# SPDX-License-Identifier: MIT
"""The map of a walk with its words: stations across, lanes down. It ranks no agency."""

from __future__ import annotations

from collections.abc import Iterable

from walkthrough.export.charts.map import MapCell, MapInput, MapLane, MapStation, MapWords, build_map
from walkthrough.export.scene import Scene
from walkthrough.wording import Wording

Count = tuple[str, str, int, int]
"""Station key, lane key, barriers, effective practices."""


def map_scene(
    words: Wording,
    stations: tuple[MapStation, ...],
    lanes: tuple[MapLane, ...],
    counts: Iterable[Count],
    current: tuple[str, str] | None = None,
    width: float = 720.0,
) -> Scene:
    """The map as a picture.

    Args:
        words: the language.
        stations: the columns in order.
        lanes: the rows in order, the family first.
        counts: what stands in the cells; cells without findings may be left out.
        current: the station (and lane, or "") where the room is.
        width: in points.
    """
    _ = words.gettext
    given = tuple(counts)
    names = {station.id: station.name for station in stations} | {lane.id: lane.name for lane in lanes}
    return build_map(
        MapInput(
            stations=stations,
            lanes=lanes,
            cells=tuple(
                MapCell(s, lane, b, p, cell_words(words, names[s], names[lane], b, p))
                for s, lane, b, p in given
                if s in names and lane in names
            ),
            words=MapWords(
                station=_("Station"),
                lane=_("Lane"),
                barriers=_("Barriers"),
                practices=_("Effective practices"),
                shade=_("Barriers in a cell"),
                here=_("We are here"),
                empty=_("No station has been walked yet."),
            ),
            summary=map_summary(words, names, given),
            current=current,
            width=width,
        )
    )


def cell_words(words: Wording, station: str, lane: str, barriers: int, practices: int) -> str:
    """A cell as a sentence."""
    many_barriers, many_practices = _findings(words, barriers, practices)
    return words.gettext("{station}, {lane}: {barriers}, {practices}").format(
        station=station, lane=lane, barriers=many_barriers, practices=many_practices
    )


def map_summary(words: Wording, names: dict[str, str], counts: tuple[Count, ...]) -> str:
    """The map in a sentence: how much, and where barriers gather."""
    _ = words.gettext
    barriers, practices = sum(c[2] for c in counts), sum(c[3] for c in counts)
    many_barriers, many_practices = _findings(words, barriers, practices)
    told = [
        _("Map of the walk: {barriers} and {practices}.").format(
            barriers=many_barriers, practices=many_practices
        )
    ]
    at: dict[str, int] = {}
    for station, _lane, many, _practices in counts:
        at[station] = at.get(station, 0) + many
    told.append(barriers_gather(words, ((names.get(station, ""), many) for station, many in at.items())))
    return " ".join(part for part in told if part)


def barriers_gather(words: Wording, stations: Iterable[tuple[str, int]]) -> str:
    """Where barriers gather, as a sentence: by station, never by agency. Empty where there is none.

    Args:
        words: the language.
        stations: the name of each station and how many barriers were named there.
    """
    most = sorted((one for one in stations if one[1] > 0), key=lambda one: -one[1])[:3]
    places = ", ".join(f"{name} ({many})" for name, many in most)
    return words.gettext("Barriers gather at: {places}.").format(places=places) if most else ""


def _findings(words: Wording, barriers: int, practices: int) -> tuple[str, str]:
    ngettext = words.ngettext
    return (
        ngettext("{n} barrier", "{n} barriers", barriers).format(n=barriers),
        ngettext("{n} effective practice", "{n} effective practices", practices).format(n=practices),
    )
