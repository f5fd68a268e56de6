# SPDX-License-Identifier: MIT
"""Findings, themes, stations with their hand-offs, and family counts of every walk as sheets.

Held words never leave, and a ladder with one small count leaves in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from walkthrough.export.reports.walk import LADDER_WORDS
from walkthrough.export.tables.plan_sheets import MEETING_DAY, ON_HOLD, told
from walkthrough.export.tables.table import (
    Row,
    Sheet,
    choice,
    numbered,
    sheet,
    short,
    shorts,
    text,
    whole,
    yes_no,
)
from walkthrough.export.terms import marked, unless_held
from walkthrough.model.queries.choosing import ThemeRow
from walkthrough.model.queries.report import HandOffLine, RungLine, StationLine, WalkReport
from walkthrough.model.queries.tables import FindingTold
from walkthrough.model.words import FINDING_KINDS, Certainty, Kind, Warmth
from walkthrough.wording import N_, Wording

_WALK = text("walk", N_("Walk"), N_("The walk that it belongs to."), 22)
_FINDINGS = (
    short("number", N_("No."), N_("The short number of the finding.")),
    choice(
        "kind",
        N_("Kind"),
        N_("Whether it gets in the way or works well."),
        {kind.value: marked(kind) for kind in FINDING_KINDS},
        18,
    ),
    text("finding", N_("Finding"), N_("What was said."), 54),
    text("station", N_("Station"), N_("Where on the route it happens; empty: still to sort."), 24),
    text("lane", N_("Lane"), N_("In which helping system it happens; empty: still to sort."), 20),
    whole("votes", N_("Votes"), N_("How many dots it got."), 8),
    whole("said_again", N_("Said again"), N_("How often it was said again."), 8),
    shorts("themes", N_("Themes"), N_("The themes that it stands under."), 12),
    shorts("next_steps", N_("Next steps"), N_("The next steps that answer it.")),
    text("detail", N_("Detail"), N_("More about it."), 40),
)
_FINDINGS_END = (
    text("who_is_affected", N_("Who is affected"), N_("Whom it hits or helps."), 26),
    whole("impact", N_("Impact"), N_("How much it would help families, 1 to 5."), 8),
    whole("effort", N_("Effort"), N_("How much work it would take, 1 to 5."), 8),
    _WALK,
    MEETING_DAY,
    ON_HOLD,
)
_THEMES = (
    short("number", N_("No."), N_("The short number of the theme.")),
    text("theme", N_("Theme"), N_("The name of a few findings that belong together."), 44),
    whole("votes", N_("Votes"), N_("How many dots it got."), 8),
    whole("impact", N_("Impact"), N_("How much it would help families, 1 to 5."), 8),
    whole("effort", N_("Effort"), N_("How much work it would take, 1 to 5."), 8),
    shorts("findings", N_("Findings"), N_("The findings under it."), 30),
    _WALK,
    ON_HOLD,
)
_STATIONS = (
    whole("place", N_("Place"), N_("Where it comes on the route, 1 is first."), 8),
    text("station", N_("Station"), N_("What the station is called."), 30),
    yes_no("is_hand_off", N_("Hand-off"), N_("True: it lies between two stations.")),
    whole("barriers", N_("Barriers"), N_("How many barriers were found there."), 10),
    whole("practices", N_("Effective practices"), N_("How many effective practices were found there."), 12),
    text("rule", N_("The rule as written"), N_("What should happen there."), 40),
    text("practice", N_("The practice as done"), N_("What does happen there."), 40),
    yes_no("has_gap", N_("They differ"), N_("True: rule and practice differ.")),
    text("family_line", N_("The made-up family"), N_("What happens to the made-up family there."), 40),
    text("from_whom", N_("From"), N_("Who hands the family on."), 22),
    text("to_whom", N_("To"), N_("Who takes the family in."), 22),
    choice("warmth", N_("How"), N_("How the family gets from one to the other."), Warmth, 26),
    text("what_travels", N_("What travels with the family"), N_("Papers and facts that go along."), 28),
    text("legal_basis", N_("Allowed by"), N_("The law or consent that allows it."), 24),
    text("time_by_rule", N_("Time by rule"), N_("How long it may take."), 18),
    text("time_in_practice", N_("Time in practice"), N_("How long it takes."), 18),
    text("who_checks", N_("Who checks that the family arrived"), N_("Who makes sure of it."), 24),
    text("how_many_lost", N_("How many are lost"), N_("What the table said about that."), 20),
    _WALK,
)
_COUNTS = (
    text("station", N_("Station"), N_("Where the families were counted."), 30),
    whole("families_in", N_("Came in"), N_("How many came; empty where it may not be told."), 10),
    whole("families_on", N_("Went on"), N_("How many went on to the next station."), 10),
    whole("families_lost", N_("Lost"), N_("How many were lost there."), 10),
    choice(
        "in_words",
        N_("In words"),
        N_("The same in words."),
        {member.value: told for member, told in LADDER_WORDS.items()},
    ),
    yes_no(
        "told_in_words", N_("Only in words"), N_("True: some counts are small, so all figures are left out.")
    ),
    choice("certainty", N_("Known how"), N_("How the numbers are known."), Certainty, 14),
    text("period", N_("Period"), N_("The time they were counted in."), 18),
    text("source", N_("Source"), N_("Where the figures come from."), 28),
    text("note", N_("Note"), N_("What was noted beside them."), 32),
    _WALK,
)


def findings_sheet(
    words: Wording,
    rows: Iterable[FindingTold],
    categories: Mapping[str, str],
    meeting_days: Mapping[str, date],
) -> Sheet:
    """Every finding of every walk.

    Args:
        words: the language of the sheet.
        rows: the findings.
        categories: what each kind of barrier is called, by its code, in that language.
        meeting_days: the day of each meeting by its key.
    """
    category = choice("category", N_("Category"), N_("What kind of barrier it is."), categories, 22)
    lines = (_finding(words, row, meeting_days.get(row.meeting_id or "")) for row in rows)
    about = N_("What gets in the way and what works, as the table said it.")
    fields = (*_FINDINGS, category, *_FINDINGS_END)
    return sheet(words, "findings", N_("Findings"), about, fields, lines)


def _finding(words: Wording, row: FindingTold, meeting_day: date | None) -> Row:
    return (
        row.number,
        row.kind.value,
        unless_held(words, row.text, row.held),
        row.station,
        row.lane,
        row.votes,
        row.said_again,
        numbered(row.themes),
        numbered(row.steps),
        told(words, row.detail, row.held),
        row.category or None,
        told(words, row.who_is_affected, row.held),
        row.impact,
        row.effort,
        row.walk,
        meeting_day,
        row.held,
    )


def themes_sheet(words: Wording, by_walk: Iterable[tuple[str, Iterable[ThemeRow]]]) -> Sheet:
    """The themes of each walk with their votes."""
    lines = (
        (
            row.number,
            unless_held(words, row.name, row.held),
            row.votes,
            row.impact,
            row.effort,
            numbered(mark.number for mark in row.findings),
            walk,
            row.held,
        )
        for walk, rows in by_walk
        for row in rows
    )
    about = N_("What the table voted on.")
    return sheet(words, "themes", N_("Themes"), about, _THEMES, lines)


def stations_sheet(words: Wording, walks: Iterable[WalkReport]) -> Sheet:
    """The stations of each walk; hand-offs with what their cards say."""
    lines = (
        _station(place, station, walk.name)
        for walk in walks
        for place, station in enumerate(walk.stations, start=1)
    )
    about = N_("The steps of each route, and how families pass between them.")
    return sheet(words, "stations", N_("Stations and hand-offs"), about, _STATIONS, lines)


def _station(place: int, station: StationLine, walk: str) -> Row:
    kinds = [finding.kind for finding in station.findings]
    return (
        place,
        station.name,
        station.is_handoff,
        kinds.count(Kind.BARRIER),
        kinds.count(Kind.PRACTICE),
        station.rule,
        station.practice,
        station.has_gap,
        station.family_line,
        *_hand_off(station.hand_off),
        walk,
    )


def _hand_off(card: HandOffLine | None) -> Row:
    if card is None:
        return (None,) * 9
    return (
        card.from_whom,
        card.to_whom,
        card.warmth.value if card.warmth else None,
        card.what_travels,
        card.legal_basis,
        card.time_by_rule,
        card.time_in_practice,
        card.who_checks,
        card.how_many_lost,
    )


def counts_sheet(words: Wording, walks: Iterable[WalkReport]) -> Sheet:
    """The families in, on and lost at each station, as far as it may be told."""
    lines = (_count(rung, walk.name) for walk in walks for rung in walk.ladder)
    about = N_("How many families come, go on and are lost.")
    return sheet(words, "family_counts", N_("Family counts"), about, _COUNTS, lines)


def _count(rung: RungLine, walk: str) -> Row:
    figures = rung.figures
    if figures is None:  # what stands beside small figures could tell them
        return (
            rung.station, None, None, None, rung.words.value, True, rung.certainty.value, "", "", "", walk
        )  # fmt: skip
    return (
        rung.station,
        figures.families_in,
        figures.families_on,
        figures.families_lost,
        rung.words.value,
        False,
        rung.certainty.value,
        rung.period,
        rung.source,
        rung.note,
        walk,
    )
