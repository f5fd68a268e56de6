# SPDX-License-Identifier: MIT
"""The shelf of shipped content in one language: each file is read when it is first asked for.

It only reads; what a walk or a stage check needs is copied into the workbook by a command.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from walkthrough.model.content.shapes import (
    Agenda,
    Family,
    Gatherings,
    Glossary,
    HandoffMethod,
    Ladder,
    Lists,
    Named,
    PartnerType,
    Prompt,
    Prompts,
    Route,
    Term,
)

Piece = TypeVar("Piece")


class Shelf:
    """Everything shipped in one language; attributes are frozen and cost nothing until they are used.

    A missing file raises FileNotFoundError and a broken one msgspec.DecodeError: both are bugs of a build,
    never of a user, whose own files go through `check_file` first.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def language(self) -> str:
        """The language code, which is the folder's name."""
        return self.folder.name

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """All routes, in the order to offer them."""
        found = [read(path, Route) for path in self.folder.glob("route-*.toml")]
        return tuple(sorted(found, key=lambda route: (route.order, route.id)))

    def route(self, route_id: str) -> Route:
        """One route, without reading the others; KeyError if there is none of that id."""
        return _pick(self.folder / f"route-{route_id}.toml", Route, route_id)

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """All made-up families, in the order to offer them."""
        found = [read(path, Family) for path in self.folder.glob("family-*.toml")]
        return tuple(sorted(found, key=lambda family: (family.order, family.id)))

    def family(self, family_id: str) -> Family:
        """One made-up family, without reading the others; KeyError if there is none of that id."""
        return _pick(self.folder / f"family-{family_id}.toml", Family, family_id)

    def families_of(self, route_id: str) -> tuple[Family, ...]:
        """The made-up families that walk this route."""
        return tuple(family for family in self.families if family.route_id == route_id)

    @cached_property
    def ladder(self) -> Ladder:
        """The four stages and ten dimensions of the stage check."""
        return read(self.folder / "ladder.toml", Ladder)

    @cached_property
    def general_prompts(self) -> tuple[Prompt, ...]:
        """The twelve questions for every station."""
        return read(self.folder / "prompts.toml", Prompts).prompts

    @cached_property
    def _lists(self) -> Lists:
        return read(self.folder / "lists.toml", Lists)

    @property
    def barrier_categories(self) -> tuple[Named, ...]:
        """What kind of barrier it is."""
        return self._lists.barrier_categories

    @property
    def sectors(self) -> tuple[Named, ...]:
        """The fields that partners come from, tribes and families among them."""
        return self._lists.sectors

    @property
    def partner_types(self) -> tuple[PartnerType, ...]:
        """The kinds of partners, each in its sector."""
        return self._lists.partner_types

    @property
    def tiers(self) -> tuple[Named, ...]:
        """Oversight, steering, core team."""
        return self._lists.tiers

    @property
    def handoff_methods(self) -> tuple[HandoffMethod, ...]:
        """The warmth scale, coldest first."""
        return self._lists.handoff_methods

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The words of the field, in the order of the file (by word)."""
        return read(self.folder / "glossary.toml", Glossary).terms

    @cached_property
    def _gatherings(self) -> Gatherings:
        return read(self.folder / "meetings.toml", Gatherings)

    @property
    def ground_rules(self) -> tuple[Prompt, ...]:
        """What the room agrees on before it starts."""
        return self._gatherings.ground_rules

    @property
    def agendas(self) -> tuple[Agenda, ...]:
        """Meeting templates with minutes."""
        return self._gatherings.agendas

    @property
    def every_step_checks(self) -> tuple[Prompt, ...]:
        """The twelve checks at every step of building a collaborative."""
        return self._gatherings.every_step_checks


def load_shelf(folder: Path, language: str) -> Shelf:
    """The shelf of one language below the content folder; English if that language is not there."""
    wanted = folder / language
    return Shelf(wanted if wanted.is_dir() else folder / "en")


def read(path: Path, shape: type[Piece]) -> Piece:
    """One content file as its shape; raises OSError or msgspec.DecodeError (ValidationError is one)."""
    return msgspec.toml.decode(path.read_bytes(), type=shape)


def _pick(path: Path, shape: type[Piece], wanted: str) -> Piece:
    if not path.is_file():
        raise KeyError(wanted)
    return read(path, shape)
