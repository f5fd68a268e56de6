# SPDX-License-Identifier: MIT
"""The stage check: a ladder with its dimensions and criteria, rounds of asking, answers, evidence."""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, choice, key, paper, part_of, points_to, private, room
from walkthrough.model.words import Agreement, Answer, Proof, RatingMethod


class Ladder(Base):
    """A scale of stages in the version that was used, copied from the content."""

    __tablename__ = "ladder"
    id: Mapped[str] = key()
    code: Mapped[str] = room()
    version: Mapped[str] = room()
    name: Mapped[str] = room()
    language: Mapped[str] = room(default="en")
    is_own: Mapped[bool] = room(default=False)
    """Whether it was written or changed in this workbook."""


class Stage(Base):
    """One stage of a ladder, 1 the first."""

    __tablename__ = "stage"
    id: Mapped[str] = key()
    ladder_id: Mapped[str] = part_of("ladder")
    number: Mapped[int] = room()
    name: Mapped[str] = room()
    meaning: Mapped[str] = room(default="")


class Dimension(Base):
    """One of the parts of collaboration."""

    __tablename__ = "dimension"
    id: Mapped[str] = key()
    ladder_id: Mapped[str] = part_of("ladder")
    pos: Mapped[int] = room()
    code: Mapped[str] = room()
    name: Mapped[str] = room()
    short: Mapped[str] = room(default="")
    about: Mapped[str] = room(default="")


class Criterion(Base):
    """One statement in a cell of dimension x stage, answered with evidence."""

    __tablename__ = "criterion"
    id: Mapped[str] = key()
    dimension_id: Mapped[str] = part_of("dimension")
    stage: Mapped[int] = room()
    pos: Mapped[int] = room(default=0)
    code: Mapped[str] = room()
    text: Mapped[str] = room()
    example: Mapped[str] = room(default="")


class StageCheck(Base):
    """One round of asking: which stage, how do we know, which objective indicators, what next."""

    __tablename__ = "stage_check"
    id: Mapped[str] = key()
    ladder_id: Mapped[str] = part_of("ladder")
    meeting_id: Mapped[str | None] = points_to("meeting")
    pos: Mapped[int] = room()
    as_of: Mapped[date] = room()
    agreement: Mapped[Agreement | None] = room(choice(Agreement), default=None)
    agreed_stage: Mapped[int | None] = room(default=None)
    agreed_reason: Mapped[str] = room(default="")
    wanted_stage: Mapped[int | None] = room(default=None)
    wanted_reason: Mapped[str] = room(default="")
    private_note: Mapped[str] = private(default="")


class CriterionAnswer(Base):
    """What was said of one criterion in one stage check."""

    __tablename__ = "criterion_answer"
    id: Mapped[str] = key()
    stage_check_id: Mapped[str] = part_of("stage_check")
    criterion_id: Mapped[str] = part_of("criterion")
    answer: Mapped[Answer] = room(choice(Answer))
    na_reason: Mapped[str] = room(default="")
    note: Mapped[str] = room(default="")
    answered_on: Mapped[date | None] = room(default=None)


class Evidence(Base):
    """How we know: a document, a count, a dated event, an observed example. The day is the day it shows."""

    __tablename__ = "evidence"
    id: Mapped[str] = key()
    answer_id: Mapped[str] = part_of("criterion_answer")
    pos: Mapped[int] = room()
    proof: Mapped[Proof] = room(choice(Proof))
    what: Mapped[str] = room(default="")
    place: Mapped[str] = room(default="")
    amount: Mapped[str] = room(default="")
    source: Mapped[str] = room(default="")
    role: Mapped[str] = paper(default="")
    day: Mapped[date | None] = room(default=None)
    held: Mapped[bool] = room(default=False)


class Round(Base):
    """One time of asking for ratings. The ballots are never here: they live in a box file until sealed."""

    __tablename__ = "round"
    id: Mapped[str] = key()
    stage_check_id: Mapped[str] = part_of("stage_check")
    pos: Mapped[int] = room()
    method: Mapped[RatingMethod] = room(choice(RatingMethod))
    question: Mapped[str] = room(default="")
    people: Mapped[int] = room(default=0)
    handed_out: Mapped[int | None] = room(default=None)
    returned: Mapped[int | None] = room(default=None)
    spoilt: Mapped[int | None] = room(default=None)
    sealed: Mapped[bool] = room(default=False)
    dimension_id: Mapped[str | None] = points_to("dimension")
    """The part that was rated; none for the stage as a whole."""
    ballots: Mapped[int] = room(default=0)
    """How many ballots were in the box, not-sure ones included, spoilt ones not."""
    box: Mapped[str] = room(default="")
    """The random name of the ballot box it was sealed from; questions of one box share it. "" for hands."""


class Tally(Base):
    """How many chose a stage (0: not sure), for rounds that may show it."""

    __tablename__ = "tally"
    id: Mapped[str] = key()
    round_id: Mapped[str] = part_of("round")
    stage: Mapped[int] = room()
    ballots: Mapped[int] = room()
