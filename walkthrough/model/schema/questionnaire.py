# SPDX-License-Identifier: MIT
"""Questionnaires of the collaborative's own, times of asking them, and the summary results of other tools.

Answers are never here one by one: they lie in a ballot box file until sealed (RULES 2).
"""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, choice, key, part_of, points_to, room
from walkthrough.model.words import QuestionKind, RatingMethod


class Questionnaire(Base):
    """Questions in sections, in the version that was used; one that was asked never changes again."""

    __tablename__ = "questionnaire"
    id: Mapped[str] = key()
    pos: Mapped[int] = room()
    code: Mapped[str] = room()
    version: Mapped[int] = room(default=1)
    name: Mapped[str] = room()
    about: Mapped[str] = room(default="")
    language: Mapped[str] = room(default="en")
    is_shipped: Mapped[bool] = room(default=False)


class QuestionSection(Base):
    """A part of a questionnaire under one heading."""

    __tablename__ = "question_section"
    id: Mapped[str] = key()
    questionnaire_id: Mapped[str] = part_of("questionnaire")
    pos: Mapped[int] = room()
    name: Mapped[str] = room(default="")


class Question(Base):
    """One question. `choices` are the answers of a choice question, the first is number 1."""

    __tablename__ = "question"
    id: Mapped[str] = key()
    section_id: Mapped[str] = part_of("question_section")
    pos: Mapped[int] = room()
    kind: Mapped[QuestionKind] = room(choice(QuestionKind), default=QuestionKind.AGREE)
    text: Mapped[str] = room()
    choices: Mapped[list[str]] = room(default=list)


class Asking(Base):
    """One time of asking a questionnaire, written when its box is sealed."""

    __tablename__ = "asking"
    id: Mapped[str] = key()
    questionnaire_id: Mapped[str] = part_of("questionnaire")
    meeting_id: Mapped[str | None] = points_to("meeting")
    pos: Mapped[int] = room()
    day: Mapped[date] = room()
    method: Mapped[RatingMethod] = room(choice(RatingMethod))
    people: Mapped[int] = room(default=0)
    handed_out: Mapped[int | None] = room(default=None)
    returned: Mapped[int | None] = room(default=None)
    spoilt: Mapped[int | None] = room(default=None)
    ballots: Mapped[int] = room(default=0)
    box: Mapped[str] = room(default="")


class AnswerTally(Base):
    """How many gave an answer (0: not sure or blank), of all together, where it may be shown."""

    __tablename__ = "answer_tally"
    id: Mapped[str] = key()
    asking_id: Mapped[str] = part_of("asking")
    question_id: Mapped[str] = part_of("question")
    answer: Mapped[int] = room()
    ballots: Mapped[int] = room()


class AskedPart(Base):
    """A part of those who answered (an agency, "everyone else"), where a split may be shown."""

    __tablename__ = "asked_part"
    id: Mapped[str] = key()
    asking_id: Mapped[str] = part_of("asking")
    pos: Mapped[int] = room()
    name: Mapped[str] = room(default="")
    """"" for everyone else."""
    ballots: Mapped[int] = room()


class PartMiddle(Base):
    """Where the middle of one part's answers lies: `low` and `high` are equal, or two answers."""

    __tablename__ = "part_middle"
    id: Mapped[str] = key()
    asked_part_id: Mapped[str] = part_of("asked_part")
    question_id: Mapped[str] = part_of("question")
    low: Mapped[int] = room()
    high: Mapped[int] = room()


class OutsideResult(Base):
    """The summary result of an instrument that others own, typed in: never one of its questions."""

    __tablename__ = "outside_result"
    id: Mapped[str] = key()
    pos: Mapped[int] = room()
    name: Mapped[str] = room()
    owner: Mapped[str] = room(default="")
    day: Mapped[date | None] = room(default=None)
    people: Mapped[int | None] = room(default=None)
    note: Mapped[str] = room(default="")


class OutsideScore(Base):
    """The score of one part of such a result, as its owner writes it."""

    __tablename__ = "outside_score"
    id: Mapped[str] = key()
    outside_result_id: Mapped[str] = part_of("outside_result")
    pos: Mapped[int] = room()
    part: Mapped[str] = room()
    score: Mapped[str] = room()
