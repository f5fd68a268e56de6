# SPDX-License-Identifier: MIT
"""The walk in the full report: the map, then station by station what works and what gets in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from walkthrough.export.calendar import number_words
from walkthrough.export.charts.map import MapLane, MapStation
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeyFacts,
    Para,
    Rich,
    Run,
    Table,
)
from walkthrough.export.pictures.walk_map import barriers_gather, map_scene
from walkthrough.export.terms import term, unless_held
from walkthrough.model.queries.report import FindingLine, HandOffLine, RungLine, StationLine, WalkReport
from walkthrough.model.rules.counts import InWords
from walkthrough.model.words import Certainty, Kind
from walkthrough.wording import N_, Wording

LADDER_WORDS = {
    InWords.NONE: N_("none"),
    InWords.SOME: N_("some"),
    InWords.MANY_LOST: N_("many lost"),
    InWords.NOBODY_KNOWS: N_("nobody knows"),
}
"""What a ladder says where its figures may not be shown."""


def walk_in_short(words: Wording, walk: WalkReport | None) -> str:
    """The route, and how much was found on it."""
    _, ngettext = words.gettext, words.ngettext
    if walk is None:
        return _("No route has been walked yet.")
    kinds = [line.kind for line in (*walk.to_sort, *(one for at in walk.stations for one in at.findings))]
    barriers, practices = kinds.count(Kind.BARRIER), kinds.count(Kind.PRACTICE)
    return _("{route}: {barriers} and {practices}.").format(
        route=walk.name,
        barriers=ngettext("{n} barrier", "{n} barriers", barriers).format(n=barriers),
        practices=ngettext("{n} effective practice", "{n} effective practices", practices).format(
            n=practices
        ),
    )


def walk_blocks(words: Wording, walk: WalkReport | None) -> Iterator[Block]:
    """The newest walk."""
    _ = words.gettext
    yield Heading(1, _("The walk"))
    if walk is None:
        yield Para(_("No route has been walked yet."))
        return
    yield Para(_("Route: {name}.").format(name=walk.name))
    facts = ((_("Whom it is about"), walk.population), (_("Where it ends"), walk.boundary))
    told = tuple((label, text) for label, text in facts if text)
    if told:
        yield KeyFacts(told)
    if walk.family_intro:
        made_up = _("The family in this walk is made up. {intro}").format(intro=walk.family_intro)
        yield Para(made_up, style="callout")
    yield from _gathering(words, walk)
    yield from _map(words, walk)
    yield from _hand_offs(words, walk)
    yield from _ladder(words, walk.ladder)
    for station in walk.stations:
        yield from _station(words, station)
    if walk.to_sort:
        yield Heading(2, _("Not yet sorted"))
        yield Bullets(tuple(_finding(words, line) for line in walk.to_sort))


def _map(words: Wording, walk: WalkReport) -> Iterator[Block]:
    _ = words.gettext
    counts: dict[tuple[str, str], list[int]] = {}
    for line in (line for station in walk.stations for line in station.findings):
        if line.station_id and line.lane_id:
            cell = counts.setdefault((line.station_id, line.lane_id), [0, 0])
            cell[0 if line.kind is Kind.BARRIER else 1] += 1
    scene = map_scene(
        words,
        tuple(MapStation(s.id, s.short or s.name, s.is_handoff) for s in walk.stations),
        tuple(MapLane(lane.id, lane.name, pos == 0) for pos, lane in enumerate(walk.lanes)),
        ((s, lane, cell[0], cell[1]) for (s, lane), cell in counts.items()),
        width=500.0,
    )
    yield Heading(2, _("The map"))
    yield Figure(scene, _("Findings by station and lane"), scene.summary, _map_table(words, walk, counts))


def _map_table(words: Wording, walk: WalkReport, counts: dict[tuple[str, str], list[int]]) -> Table:
    _ = words.gettext
    cells = {place: f"{cell[0]} / {cell[1]}" for place, cell in counts.items()}
    return Table(
        caption=_("The figures of the map: barriers / effective practices"),
        columns=(Column(_("Station"), 2.2), *(Column(lane.short or lane.name, 1) for lane in walk.lanes)),
        rows=tuple(
            (station.name, *(cells.get((station.id, lane.id), "") for lane in walk.lanes))
            for station in walk.stations
        ),
        empty=_("No finding stands on the map yet."),
    )


def _gathering(words: Wording, walk: WalkReport) -> Iterator[Block]:
    """Where barriers gather: by station in the order of the route, never by agency."""
    _ = words.gettext
    counts = [
        (station, _many(station, Kind.BARRIER), _many(station, Kind.PRACTICE)) for station in walk.stations
    ]
    told = barriers_gather(words, ((station.name, barriers) for station, barriers, _works in counts))
    if not told:
        return
    yield Heading(2, _("Where barriers gather"))
    yield Para(told)
    yield Table(
        caption=_("Findings at each station"),
        columns=(Column(_("Station"), 3), Column(_("Barriers"), 1, "end"), Column(_("What works"), 1, "end")),
        rows=tuple((at.name, str(barriers or "–"), str(works or "–")) for at, barriers, works in counts),
    )


def _many(station: StationLine, kind: Kind) -> int:
    return sum(line.kind is kind for line in station.findings)


def _hand_offs(words: Wording, walk: WalkReport) -> Iterator[Block]:
    """How families pass from one agency to the next, side by side; each station has the whole card."""
    _ = words.gettext
    cards = [(one.name, one.hand_off) for one in walk.stations if one.hand_off and _is_written(one.hand_off)]
    if not cards:
        return
    yield Heading(2, _("Hand-offs"))
    yield Table(
        caption=_("How families pass from one to the next"),
        columns=(
            Column(_("Hand-off"), 1.8),
            Column(_("How"), 1.8),
            Column(_("Time by rule"), 1.3),
            Column(_("In practice"), 1.3),
            Column(_("Who checks"), 1.6),
        ),
        rows=tuple(
            (
                name,
                term(words, card.warmth) if card.warmth else "–",
                card.time_by_rule or "–",
                card.time_in_practice or "–",
                card.who_checks or "–",
            )
            for name, card in cards
        ),
    )


def _ladder(words: Wording, ladder: Sequence[RungLine]) -> Iterator[Block]:
    if not ladder:
        return
    _ = words.gettext
    yield Heading(2, _("Families on the way"))
    if any(rung.figures is None for rung in ladder):
        yield Para(_("Some numbers are small. To protect families the whole ladder is told in words."))
        yield _ladder_in_words(words, ladder)
        return
    yield Table(
        caption=_("Families in, on and lost"),
        columns=(
            Column(_("Station"), 2),
            Column(_("Came in"), 0.9, "end"),
            Column(_("Went on"), 0.9, "end"),
            Column(_("Lost"), 0.8, "end"),
            Column(_("Known how"), 1.2),
            Column(_("Source"), 1.8),
        ),
        rows=tuple(_rung(words, rung) for rung in ladder),
    )


def _rung(words: Wording, rung: RungLine) -> tuple[Rich, ...]:
    figures = rung.figures
    known = () if figures is None else (figures.families_in, figures.families_on, figures.families_lost)
    if rung.certainty is Certainty.NOBODY_KNOWS:
        known = (None, None, None)
    source = ", ".join(part for part in (rung.source, rung.period, rung.note) if part)
    return (
        rung.station,
        *(number_words(words, value) for value in known),
        term(words, rung.certainty),
        source,
    )


def _ladder_in_words(words: Wording, ladder: Sequence[RungLine]) -> Table:
    _ = words.gettext
    return Table(
        caption=_("Families on the way, in words"),
        columns=(Column(_("Station"), 2), Column(_("Families"), 1.2), Column(_("Known how"), 1.2)),
        rows=tuple(
            (rung.station, _(LADDER_WORDS[rung.words]), term(words, rung.certainty)) for rung in ladder
        ),
    )


def _station(words: Wording, station: StationLine) -> Iterator[Block]:
    _ = words.gettext
    told = station.findings or station.rule or station.practice
    if not told and not _is_written(station.hand_off):
        return
    yield Heading(2, station.name)
    if station.family_line:
        yield Para((Run(station.family_line, italic=True),))
    yield from _rule_and_practice(words, station)
    if station.hand_off is not None and _is_written(station.hand_off):
        yield KeyFacts(_hand_off(words, station.hand_off))
    for kind, heading in ((Kind.PRACTICE, _("What works")), (Kind.BARRIER, _("What gets in the way"))):
        lines = [line for line in station.findings if line.kind is kind]
        if lines:
            yield Heading(3, heading)
            yield Bullets(tuple(_finding(words, line) for line in lines))


def _rule_and_practice(words: Wording, station: StationLine) -> Iterator[Block]:
    _ = words.gettext
    facts = ((_("The rule as written"), station.rule), (_("The practice as done"), station.practice))
    told: tuple[tuple[str, Rich], ...] = tuple((label, text) for label, text in facts if text)
    if told:
        yield KeyFacts(told)
    if station.has_gap:
        yield Para(_("Rule and practice differ here."), style="callout")


def _is_written(card: HandOffLine | None) -> bool:
    return card is not None and any(
        getattr(card, name) for name in card.__struct_fields__ if name not in ("from_whom", "to_whom")
    )


def _hand_off(words: Wording, card: HandOffLine) -> tuple[tuple[str, Rich], ...]:
    _ = words.gettext
    facts = (
        (_("From"), card.from_whom),
        (_("To"), card.to_whom),
        (_("How"), term(words, card.warmth) if card.warmth else ""),
        (_("What travels with the family"), card.what_travels),
        (_("Allowed by"), card.legal_basis),
        (_("Time by rule"), card.time_by_rule),
        (_("Time in practice"), card.time_in_practice),
        (_("Who checks that the family arrived"), card.who_checks),
        (_("How many are lost"), card.how_many_lost),
    )
    return tuple((label, text) for label, text in facts if text)


def _finding(words: Wording, line: FindingLine) -> Rich:
    _ = words.gettext
    runs = [Run(f"#{line.number} ", bold=True), Run(unless_held(words, line.text, line.held))]
    if line.detail and not line.held:
        runs.append(Run(f" {line.detail}"))
    marks = [line.lane]
    if line.said_again:
        marks.append(
            words.ngettext("said again {n} time", "said again {n} times", line.said_again).format(
                n=line.said_again
            )
        )
    if line.votes:
        marks.append(words.ngettext("{n} vote", "{n} votes", line.votes).format(n=line.votes))
    told = ", ".join(part for part in marks if part)
    if told:
        runs.append(Run(f" ({told})", italic=True))
    return tuple(runs)
