# SPDX-License-Identifier: MIT
"""The shapes of shipped and user-made content: routes, ladders, families, lists, as frozen rows.

They say what a content file may hold; they know neither the workbook nor the screens that show them.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from walkthrough.model.rules.questionnaire_text import MOST_CHOICES
from walkthrough.model.words import AgendaKind, Proof, QuestionKind

# Kinds of text. The description tells the checker which of them people read (and so must read easily).
Id = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, description="id")]
Source = Annotated[str, Meta(min_length=3, description="source")]
Text = Annotated[str, Meta(min_length=1, description="read")]
Prose = Annotated[str, Meta(description="read")]
Short = Annotated[str, Meta(min_length=1, max_length=12, description="read")]
Sources = Annotated[tuple[Source, ...], Meta(min_length=1)]
Minutes = Annotated[int, Meta(ge=1, le=600)]


class Part(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Anything inside a content file: unknown keys are refused, so that a slip of the pen is found."""


class Named(Part, frozen=True, gc=False):
    """One choice of a list: a sector, a tier, a barrier category."""

    id: Id
    name: Text
    about: Text


class Prompt(Part, frozen=True, gc=False):
    """A question to put to the room."""

    id: Id
    text: Text


class Lane(Part, frozen=True, gc=False):
    """A helping system across all stations; lane 0 of a route is the family itself."""

    id: Id
    name: Text
    short: Annotated[str, Meta(min_length=1, max_length=14, description="read")]
    sector: Id


class Station(Part, frozen=True, gc=False):
    """A step on the route. `must_ask` names three prompts, general ones or its own."""

    id: Id
    name: Text
    short: Short
    summary: Text
    sub_steps: tuple[Text, ...]
    prompts: tuple[Prompt, ...]
    must_ask: tuple[Id, ...]
    minutes: Minutes
    is_handoff: bool = False


class Stage(Part, frozen=True, gc=False):
    """One rung of the ladder of collaboration."""

    number: Annotated[int, Meta(ge=1, le=9)]
    name: Text
    meaning: Prose = ""


class Criterion(Part, frozen=True, gc=False):
    """One statement in a cell of dimension x stage; `example` shows what could count as evidence."""

    id: Id
    stage: Annotated[int, Meta(ge=1, le=9)]
    text: Text
    example: Prose = ""


class StoryAnswer(Part, frozen=True, gc=False):
    """How a group at the top stage proves one criterion: one complete piece of evidence."""

    criterion: Id
    proof: Proof
    what: Text
    place: Prose = ""
    amount: Prose = ""
    source: Prose = ""
    role: Prose = ""
    day: date | None = None


class Dimension(Part, frozen=True, gc=False):
    """One of the parts of collaboration; ours come with a filled example of a group at the top stage."""

    id: Id
    name: Text
    criteria: Annotated[tuple[Criterion, ...], Meta(min_length=1)]
    short: Short = ""
    about: Prose = ""
    stage4_story: tuple[StoryAnswer, ...] = ()


class PartnerType(Part, frozen=True, gc=False):
    """A kind of agency or community body, and the sector it belongs to."""

    id: Id
    name: Text
    sector: Id


class HandoffMethod(Part, frozen=True, gc=False):
    """A way to pass a family on; warmth 0 is none at all, 4 is met in person."""

    id: Id
    name: Text
    about: Text
    warmth: Annotated[int, Meta(ge=0, le=4)]


class View(Part, frozen=True, gc=False):
    """What one sector means by a word that others use in another way."""

    sector: Id
    says: Text


class Term(Part, frozen=True, gc=False):
    """A glossary word; `views` is filled where the systems mean different things by it."""

    id: Id
    word: Text
    meaning: Text
    views: tuple[View, ...] = ()


class AgendaPart(Part, frozen=True, gc=False):
    """One part of a meeting; `stations` says how many a walk part has room for."""

    kind: AgendaKind
    name: Text
    minutes: Minutes
    about: Text
    stations: Annotated[int, Meta(ge=0, le=30)] = 0


class Agenda(Part, frozen=True, gc=False):
    """A meeting template whose parts add up to its minutes."""

    id: Id
    name: Text
    about: Text
    minutes: Minutes
    parts: Annotated[tuple[AgendaPart, ...], Meta(min_length=1)]


class Route(Part, frozen=True, gc=False, tag_field="kind", tag="route"):
    """An ordered set of stations with prompts, and the lanes that cross them. A file of its own."""

    id: Id
    version: Annotated[int, Meta(ge=1)]
    name: Text
    about: Text
    based_on: Sources
    lanes: Annotated[tuple[Lane, ...], Meta(min_length=1, max_length=10)]
    stations: Annotated[tuple[Station, ...], Meta(min_length=1, max_length=60)]
    order: int = 100


class Ladder(Part, frozen=True, gc=False, tag_field="kind", tag="ladder"):
    """The stages of collaboration and the criteria that show them. A file of its own.

    Without dimensions a stage check asks for the stage as a whole.
    """

    id: Id
    version: Annotated[int, Meta(ge=1)]
    name: Text
    based_on: Sources
    stages: Annotated[tuple[Stage, ...], Meta(min_length=2, max_length=9)]
    about: Prose = ""
    dimensions: tuple[Dimension, ...] = ()


class Family(Part, frozen=True, gc=False, tag_field="kind", tag="family"):
    """A made-up family with one line for every station of its route. A file of its own.

    `systems` are the lanes of its route that serve it.
    """

    id: Id
    version: Annotated[int, Meta(ge=1)]
    name: Text
    route_id: Id
    intro: Text
    based_on: Sources
    systems: tuple[Id, ...]
    lines: dict[Id, Text]
    order: int = 100


class Prompts(Part, frozen=True, gc=False, tag_field="kind", tag="prompts"):
    """The general prompts, asked at every station. A file of its own."""

    version: Annotated[int, Meta(ge=1)]
    based_on: Sources
    prompts: tuple[Prompt, ...]


class Lists(Part, frozen=True, gc=False, tag_field="kind", tag="lists"):
    """The pick lists. A file of its own."""

    version: Annotated[int, Meta(ge=1)]
    based_on: Sources
    barrier_categories: tuple[Named, ...]
    sectors: tuple[Named, ...]
    partner_types: tuple[PartnerType, ...]
    tiers: tuple[Named, ...]
    handoff_methods: tuple[HandoffMethod, ...]


class Glossary(Part, frozen=True, gc=False, tag_field="kind", tag="glossary"):
    """The words of the field. A file of its own."""

    version: Annotated[int, Meta(ge=1)]
    based_on: Sources
    terms: tuple[Term, ...]


class Gatherings(Part, frozen=True, gc=False, tag_field="kind", tag="meetings"):
    """Ground rules, agendas and the checks at every step. A file of its own."""

    version: Annotated[int, Meta(ge=1)]
    based_on: Sources
    ground_rules: tuple[Prompt, ...]
    agendas: tuple[Agenda, ...]
    every_step_checks: tuple[Prompt, ...]


class Question(Part, frozen=True, gc=False):
    """One question to agree with, or with choices of its own."""

    text: Text
    kind: QuestionKind = QuestionKind.AGREE
    choices: Annotated[tuple[Text, ...], Meta(max_length=MOST_CHOICES)] = ()


class QuestionSection(Part, frozen=True, gc=False):
    """Questions under one heading."""

    name: Prose
    questions: Annotated[tuple[Question, ...], Meta(min_length=1)]


class Questionnaire(Part, frozen=True, gc=False, tag_field="kind", tag="questionnaire"):
    """Questions that people answer without a name. A file of its own; people's own need no sources."""

    id: Id
    version: Annotated[int, Meta(ge=1)]
    name: Text
    sections: Annotated[tuple[QuestionSection, ...], Meta(min_length=1)]
    about: Prose = ""
    based_on: tuple[Source, ...] = ()
    order: int = 100
