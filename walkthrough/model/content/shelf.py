# SPDX-License-Identifier: MIT
"""The shelf of shipped content in one language: each file is read when it is first asked for.

Where a language lacks a file, the shelf behind it has it: English, which is whole. It only reads; what a walk
or a stage check needs is copied into the workbook by a command.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from walkthrough.model.content.shapes import (
    Family,
    Gatherings,
    Glossary,
    Ladder,
    Lists,
    Prompts,
    Questionnaire,
    Route,
)

Piece = TypeVar("Piece")
Held = TypeVar("Held")


class Kept(Generic[Piece, Held]):
    """An attribute of a shelf that stands in one of its files."""

    def __init__(self, file: str, shape: type[Piece], pick: Callable[[Piece], Held]) -> None:
        self._file = file
        self._shape = shape
        self._pick = pick

    def __get__(self, shelf: Shelf, owner: type[Shelf]) -> Held:
        return self._pick(shelf.whole(self._file, self._shape))


class Shelf:
    """Everything shipped in one language; attributes are frozen and cost nothing until they are used.

    Args:
        folder: the content of one language.
        behind: the shelf that has what is not in this folder; None where this folder is whole.

    A missing file raises FileNotFoundError and a broken one msgspec.DecodeError: both are bugs of a build,
    never of a user, whose own files go through `check_file` first.
    """

    ladder = Kept("ladder.toml", Ladder, lambda ladder: ladder)
    """The four stages and ten dimensions of the stage check."""
    general_prompts = Kept("prompts.toml", Prompts, lambda file: file.prompts)
    """The twelve questions for every station."""
    barrier_categories = Kept("lists.toml", Lists, lambda lists: lists.barrier_categories)
    """What kind of barrier it is."""
    sectors = Kept("lists.toml", Lists, lambda lists: lists.sectors)
    """The fields that partners come from, tribes and families among them."""
    partner_types = Kept("lists.toml", Lists, lambda lists: lists.partner_types)
    """The kinds of partners, each in its sector."""
    tiers = Kept("lists.toml", Lists, lambda lists: lists.tiers)
    """Oversight, steering, core team; the ids are those of `words.Tier`."""
    handoff_methods = Kept("lists.toml", Lists, lambda lists: lists.handoff_methods)
    """The warmth scale, coldest first; the ids are those of `words.Warmth`."""
    glossary = Kept("glossary.toml", Glossary, lambda glossary: glossary.terms)
    """The words of the field, by word."""
    ground_rules = Kept("meetings.toml", Gatherings, lambda meetings: meetings.ground_rules)
    """What the room agrees on before it starts."""
    agendas = Kept("meetings.toml", Gatherings, lambda meetings: meetings.agendas)
    """Meeting templates with minutes."""
    every_step_checks = Kept("meetings.toml", Gatherings, lambda meetings: meetings.every_step_checks)
    """The twelve checks at every step of building a collaborative."""

    def __init__(self, folder: Path, behind: Shelf | None = None) -> None:
        self.folder = folder
        self._behind = behind
        self._read: dict[str, Any] = {}

    @property
    def language(self) -> str:
        """The language code wished for, which is the folder's name."""
        return self.folder.name

    @property
    def ladder_language(self) -> str:
        """The language that the ladder is in."""
        return self.language_of("ladder.toml")

    def route_language(self, route_id: str) -> str:
        """The language that a route is in."""
        return self.language_of(f"route-{route_id}.toml")

    def questionnaire_language(self, questionnaire_id: str) -> str:
        """The language that a questionnaire is in."""
        return self.language_of(f"questionnaire-{questionnaire_id}.toml")

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """All routes, in the order to offer them."""
        found = [self.whole(name, Route) for name in self.files("route-*.toml")]
        return tuple(sorted(found, key=lambda route: (route.order, route.id)))

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """All made-up families, in the order to offer them."""
        found = [self.whole(name, Family) for name in self.files("family-*.toml")]
        return tuple(sorted(found, key=lambda family: (family.order, family.id)))

    @cached_property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """All questionnaires, in the order to offer them."""
        found = [self.whole(name, Questionnaire) for name in self.files("questionnaire-*.toml")]
        return tuple(sorted(found, key=lambda one: (one.order, one.id)))

    def route(self, route_id: str) -> Route:
        """One route, without reading the others; KeyError if there is none of that id."""
        return self._one(f"route-{route_id}.toml", Route)

    def family(self, family_id: str) -> Family:
        """One made-up family, without reading the others; KeyError if there is none of that id."""
        return self._one(f"family-{family_id}.toml", Family)

    def families_of(self, route_id: str) -> tuple[Family, ...]:
        """The made-up families that walk this route."""
        return tuple(family for family in self.families if family.route_id == route_id)

    def language_of(self, file: str) -> str:
        """The language that one file is in."""
        if self._behind is not None and not self._has(file):
            return self._behind.language_of(file)
        return self.language

    def files(self, pattern: str) -> frozenset[str]:
        """The names of the files that fit a pattern, here and behind."""
        behind = self._behind.files(pattern) if self._behind else frozenset()
        return behind | {path.name for path in self.folder.glob(pattern)}

    def whole(self, file: str, shape: type[Piece]) -> Piece:
        """One file of this shelf as its shape, read once."""
        if self._behind is not None and not self._has(file):
            return self._behind.whole(file, shape)
        if file not in self._read:
            self._read[file] = read_piece(self.folder / file, shape)
        piece: Piece = self._read[file]
        return piece

    def _one(self, file: str, shape: type[Piece]) -> Piece:
        if file not in self.files(file):
            raise KeyError(file)
        return self.whole(file, shape)

    def _has(self, file: str) -> bool:
        return (self.folder / file).is_file()


def read_piece(path: Path, shape: type[Piece]) -> Piece:
    """One content file as its shape, also one that a user made; check it first, for the problems by line.

    Raises OSError, UnicodeDecodeError or msgspec.DecodeError (of which msgspec.ValidationError is one).
    """
    # utf-8-sig because Notepad puts a mark before the first letter, which the TOML parser refuses.
    return msgspec.toml.decode(path.read_text(encoding="utf-8-sig"), type=shape)


def load_shelf(folder: Path, language: str) -> Shelf:
    """The shelf of one language below the content folder; in English what that language does not have."""
    english = Shelf(folder / "en")
    wanted = folder / language
    return Shelf(wanted, english) if language != "en" and wanted.is_dir() else english
