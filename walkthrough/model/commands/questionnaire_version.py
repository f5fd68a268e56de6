# SPDX-License-Identifier: MIT
"""Questionnaires in the workbook: writing sections and questions, and the next version of one that was asked.

Answers stand by the words they were given to, so a questionnaire that was asked never changes again. It knows
no query.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import end_of, found, said
from walkthrough.model.errors import Refused
from walkthrough.model.rules.questionnaire_text import FEWEST_CHOICES, MOST_CHOICES, GivenSection
from walkthrough.model.schema import Asking, Question, Questionnaire, QuestionSection, new_id
from walkthrough.model.words import QuestionKind


class Open(NamedTuple):
    """A questionnaire that may be changed, and the keys in it of the rows that it was copied from."""

    row: Questionnaire
    copied: dict[str, str]

    def key(self, key: str) -> str:
        """The key of the same section or question in it."""
        return self.copied.get(key, key)


def to_change(session: Session, questionnaire_id: str) -> Open:
    """The questionnaire itself, or, where it was asked before, its next version: a copy.

    Raises:
        Refused: gone; shipped_fixed where it is one of ours, of which people make a copy to change.
    """
    row = found(session, Questionnaire, questionnaire_id)
    if row.is_shipped:
        raise Refused("shipped_fixed")
    was_asked = session.scalar(select(exists().where(Asking.questionnaire_id == row.id)))
    return _next_version(session, row) if was_asked else Open(row, {})


def write_sections(session: Session, questionnaire_id: str, sections: Iterable[GivenSection]) -> None:
    """Write sections with their questions after those that are there.

    Raises:
        Refused: see `judged`.
    """
    pos = end_of(session, QuestionSection, questionnaire_id=questionnaire_id)
    for place, given in enumerate(sections, pos):
        section = QuestionSection(
            id=new_id(), questionnaire_id=questionnaire_id, pos=place, name=given.name.strip()
        )
        session.add(section)
        session.flush()
        for number, one in enumerate(given.questions):
            values = judged(one.text, one.kind, one.choices)
            session.add(Question(id=new_id(), section_id=section.id, pos=number, **values))
    session.flush()


def judged(text: str, kind: QuestionKind, choices: Sequence[str]) -> dict[str, Any]:
    """The columns of a question, if it can be asked.

    Raises:
        Refused: text_missing (facts: field), choices_few (facts: field, least), choices_many (facts: field,
            most) or choices_twice (facts: field, choice).
    """
    columns: dict[str, Any] = {"text": said(text, "text"), "kind": kind, "choices": []}
    if kind is QuestionKind.AGREE:
        return columns
    kept = [choice.strip() for choice in choices if choice.strip()]
    if len(kept) < FEWEST_CHOICES:
        raise Refused("choices_few", field="choices", least=FEWEST_CHOICES)
    if len(kept) > MOST_CHOICES:
        raise Refused("choices_many", field="choices", most=MOST_CHOICES)
    for place, choice in enumerate(kept):
        if choice.casefold() in (other.casefold() for other in kept[:place]):
            raise Refused("choices_twice", field="choices", choice=choice)
    return columns | {"choices": kept}


def sections_of(session: Session, questionnaire_id: str) -> Sequence[QuestionSection]:
    """Its sections in order."""
    order = (QuestionSection.pos, QuestionSection.id)
    return session.scalars(
        select(QuestionSection).filter_by(questionnaire_id=questionnaire_id).order_by(*order)
    ).all()


def questions_of(session: Session, section_id: str) -> Sequence[Question]:
    """The questions of a section in order."""
    order = (Question.pos, Question.id)
    return session.scalars(select(Question).filter_by(section_id=section_id).order_by(*order)).all()


def _next_version(session: Session, row: Questionnaire) -> Open:
    newest = session.scalar(select(func.max(Questionnaire.version)).filter_by(code=row.code)) or row.version
    copy = Questionnaire(
        id=new_id(),
        pos=row.pos,
        code=row.code,
        version=newest + 1,
        name=row.name,
        about=row.about,
        language=row.language,
    )
    session.add(copy)
    session.flush()
    copied: dict[str, str] = {row.id: copy.id}
    for section in sections_of(session, row.id):
        there = QuestionSection(id=new_id(), questionnaire_id=copy.id, pos=section.pos, name=section.name)
        session.add(there)
        session.flush()
        copied[section.id] = there.id
        for asked in questions_of(session, section.id):
            copied[asked.id] = new_id()
            session.add(
                Question(
                    id=copied[asked.id],
                    section_id=there.id,
                    pos=asked.pos,
                    kind=asked.kind,
                    text=asked.text,
                    choices=list(asked.choices),
                )
            )
    session.flush()
    return Open(copy, copied)
