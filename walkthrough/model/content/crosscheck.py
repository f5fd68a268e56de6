# SPDX-License-Identifier: MIT
"""What the shapes of a content file cannot say by themselves: ids used once, names that lead somewhere, sums.

It judges rows that already have the right shape and never looks at lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

import msgspec

from walkthrough.model.content.lines import KeyPath
from walkthrough.model.content.shapes import (
    Dimension,
    Family,
    Gatherings,
    Glossary,
    Ladder,
    Lists,
    Prompts,
    Questionnaire,
    Route,
)
from walkthrough.model.content.shelf import Shelf
from walkthrough.model.rules.questionnaire_text import FEWEST_CHOICES
from walkthrough.model.words import QuestionKind

MUST_ASK = 3

Facts = dict[str, str | int | float]


class Fault(msgspec.Struct, frozen=True, gc=False):
    """One problem at a path of the file, before its line is known."""

    path: KeyPath
    code: str
    facts: Facts
    is_warning: bool = False


@singledispatch
def cross_faults(piece: Any, shelf: Shelf) -> Iterator[Fault]:
    """The faults of one well-shaped content row.

    Codes: id_twice, must_ask_count, must_ask_unknown, first_lane_family, route_unknown, line_missing,
    line_unknown, system_unknown, sector_unknown, stage_order, stage_missing, stage_unknown, story_missing,
    story_unknown, minutes_sum, choices_missing, choices_unwanted, choice_twice, not_checked (a warning: the
    file it leans on is not there).
    """
    raise TypeError(type(piece).__name__)


@cross_faults.register
def _route(piece: Route, shelf: Shelf) -> Iterator[Fault]:
    yield from _ids_twice(piece.lanes, ("lanes",))
    yield from _ids_twice(piece.stations, ("stations",))
    if piece.lanes[0].id != "family":
        yield Fault(("lanes", 0, "id"), "first_lane_family", {"id": piece.lanes[0].id})
    try:
        known = {prompt.id for prompt in shelf.general_prompts}
    except (OSError, ValueError, msgspec.DecodeError):
        known = set()
        yield Fault(("stations",), "not_checked", {"missing": "prompts.toml"}, is_warning=True)
    seen = set(known)
    for number, station in enumerate(piece.stations):
        place: KeyPath = ("stations", number)
        own = [prompt.id for prompt in station.prompts]
        for at, prompt_id in enumerate(own):
            if prompt_id in seen:
                yield Fault((*place, "prompts", at), "id_twice", {"id": prompt_id})
            seen.add(prompt_id)
        if len(set(station.must_ask)) != MUST_ASK or len(station.must_ask) != MUST_ASK:
            facts: Facts = {"want": MUST_ASK, "got": len(set(station.must_ask))}
            yield Fault((*place, "must_ask"), "must_ask_count", facts)
        for at, asked in enumerate(station.must_ask):
            if known and asked not in known and asked not in own:
                facts = {"id": asked, "station": station.id}
                yield Fault((*place, "must_ask", at), "must_ask_unknown", facts)


@cross_faults.register
def _family(piece: Family, shelf: Shelf) -> Iterator[Fault]:
    try:
        route = shelf.route(piece.route_id)
    except KeyError:
        yield Fault(("route_id",), "route_unknown", {"id": piece.route_id})
        return
    except (OSError, ValueError, msgspec.DecodeError):
        missing = f"route-{piece.route_id}.toml"
        yield Fault(("route_id",), "not_checked", {"missing": missing}, is_warning=True)
        return
    stations = [station.id for station in route.stations]
    for station_id in stations:
        if station_id not in piece.lines:
            yield Fault(("lines",), "line_missing", {"station": station_id})
    for station_id in piece.lines:
        if station_id not in stations:
            yield Fault(("lines", station_id), "line_unknown", {"station": station_id, "route": route.id})
    lanes = {lane.id for lane in route.lanes[1:]}
    for at, system in enumerate(piece.systems):
        if system not in lanes or system in piece.systems[:at]:
            yield Fault(("systems", at), "system_unknown", {"id": system, "route": route.id})


@cross_faults.register
def _ladder(piece: Ladder, shelf: Shelf) -> Iterator[Fault]:
    numbers = [stage.number for stage in piece.stages]
    if numbers != list(range(1, len(numbers) + 1)):
        yield Fault(("stages",), "stage_order", {"got": ", ".join(map(str, numbers))})
    yield from _ids_twice(piece.dimensions, ("dimensions",))
    criteria = (item for dimension in piece.dimensions for item in dimension.criteria)
    twice = _repeated(item.id for item in criteria)
    for at, dimension in enumerate(piece.dimensions):
        yield from _dimension(dimension, numbers, twice, ("dimensions", at))


def _dimension(piece: Dimension, numbers: list[int], twice: set[str], path: KeyPath) -> Iterator[Fault]:
    for at, criterion in enumerate(piece.criteria):
        if criterion.id in twice:
            yield Fault((*path, "criteria", at), "id_twice", {"id": criterion.id})
        if criterion.stage not in numbers:
            yield Fault((*path, "criteria", at), "stage_unknown", {"stage": criterion.stage})
    stages = {criterion.stage for criterion in piece.criteria}
    for number in numbers:
        if number not in stages:
            yield Fault((*path, "criteria"), "stage_missing", {"stage": number, "dimension": piece.id})
    own = [criterion.id for criterion in piece.criteria]
    told = [answer.criterion for answer in piece.stage4_story]
    for criterion_id in own:
        if told and criterion_id not in told:  # a user's own ladder may do without
            yield Fault((*path, "stage4_story"), "story_missing", {"criterion": criterion_id})
    for at, criterion_id in enumerate(told):
        if criterion_id not in own or criterion_id in told[:at]:
            yield Fault((*path, "stage4_story", at), "story_unknown", {"criterion": criterion_id})


@cross_faults.register
def _prompts(piece: Prompts, shelf: Shelf) -> Iterator[Fault]:
    yield from _ids_twice(piece.prompts, ("prompts",))


@cross_faults.register
def _lists(piece: Lists, shelf: Shelf) -> Iterator[Fault]:
    for name in ("barrier_categories", "sectors", "partner_types", "tiers", "handoff_methods"):
        yield from _ids_twice(getattr(piece, name), (name,))
    sectors = {sector.id for sector in piece.sectors}
    for at, partner_type in enumerate(piece.partner_types):
        if partner_type.sector not in sectors:
            yield Fault(("partner_types", at, "sector"), "sector_unknown", {"id": partner_type.sector})


@cross_faults.register
def _glossary(piece: Glossary, shelf: Shelf) -> Iterator[Fault]:
    yield from _ids_twice(piece.terms, ("terms",))


@cross_faults.register
def _gatherings(piece: Gatherings, shelf: Shelf) -> Iterator[Fault]:
    for name in ("ground_rules", "agendas", "every_step_checks"):
        yield from _ids_twice(getattr(piece, name), (name,))
    for at, agenda in enumerate(piece.agendas):
        total = sum(part.minutes for part in agenda.parts)
        if total != agenda.minutes:
            yield Fault(("agendas", at, "minutes"), "minutes_sum", {"want": agenda.minutes, "got": total})


@cross_faults.register
def _questionnaire(piece: Questionnaire, shelf: Shelf) -> Iterator[Fault]:
    for at, section in enumerate(piece.sections):
        for number, asked in enumerate(section.questions):
            place: KeyPath = ("sections", at, "questions", number)
            if asked.kind is QuestionKind.AGREE and asked.choices:
                yield Fault((*place, "choices"), "choices_unwanted", {"got": len(asked.choices)})
            if asked.kind is QuestionKind.CHOICE and len(asked.choices) < FEWEST_CHOICES:
                yield Fault(place, "choices_missing", {"want": FEWEST_CHOICES, "got": len(asked.choices)})
            twice = _repeated(choice.casefold() for choice in asked.choices)
            for choice in sorted(twice):
                yield Fault((*place, "choices"), "choice_twice", {"choice": choice})


def _ids_twice(rows: Iterable[Any], path: KeyPath) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, row in enumerate(rows):
        if row.id in seen:
            yield Fault((*path, at), "id_twice", {"id": row.id})
        seen.add(row.id)


def _repeated(ids: Iterable[str]) -> set[str]:
    return {one for one, times in Counter(ids).items() if times > 1}
