# SPDX-License-Identifier: MIT
"""Sections and questions of a questionnaire. Changing one that was asked makes its next version.

Each command's facts name the version that was really changed, so that a screen can follow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, end_of, found, swap_places
from walkthrough.model.commands.questionnaire_version import (
    Open,
    judged,
    questions_of,
    sections_of,
    to_change,
    write_sections,
)
from walkthrough.model.errors import Refused
from walkthrough.model.rules.questionnaire_text import GivenSection
from walkthrough.model.schema import Question, QuestionSection, new_id
from walkthrough.model.words import QuestionKind


@dataclass(frozen=True)
class _Change(Deed):
    """A command on what stands in a questionnaire; keeps what was changed for its facts."""

    _facts: dict[str, Any] = field(default_factory=dict, compare=False, kw_only=True)

    def facts(self) -> dict[str, Any]:
        """The key of the version that was changed, and of the section or question in it."""
        return dict(self._facts)

    def _opened(self, session: Session, questionnaire_id: str) -> Open:
        here = to_change(session, questionnaire_id)
        self._facts["questionnaire_id"] = here.row.id
        return here

    def _section(self, session: Session, key: str) -> QuestionSection:
        """The section in the version that may be changed."""
        there = self._opened(session, found(session, QuestionSection, key).questionnaire_id).key(key)
        self._facts["section_id"] = there
        return found(session, QuestionSection, there)

    def _question(self, session: Session, key: str) -> Question:
        """The question in the version that may be changed."""
        section = found(session, QuestionSection, found(session, Question, key).section_id)
        there = self._opened(session, section.questionnaire_id).key(key)
        self._facts["question_id"] = there
        return found(session, Question, there)


@dataclass(frozen=True)
class AddSections(_Change):
    """Put sections with their questions at the end: a new one, or what somebody pasted."""

    questionnaire_id: str
    sections: tuple[GivenSection, ...]

    def apply(self, session: Session) -> None:
        """Write them.

        Raises:
            Refused: gone, shipped_fixed, text_missing, choices_few, choices_many, choices_twice.
        """
        here = self._opened(session, self.questionnaire_id)
        write_sections(session, here.row.id, self.sections)


@dataclass(frozen=True)
class RenameSection(_Change):
    """Give a section another name; "" is none."""

    id: str
    name: str

    def apply(self, session: Session) -> None:
        """Write the name. Raises Refused: gone, shipped_fixed."""
        self._section(session, self.id).name = self.name.strip()


@dataclass(frozen=True)
class MoveSection(_Change):
    """Move a section up (-1, -2 ...) or down (+1, +2 ...) so many places."""

    id: str
    by: int

    def apply(self, session: Session) -> None:
        """Deal the places anew. Raises Refused: gone, shipped_fixed."""
        section = self._section(session, self.id)
        swap_places(session, sections_of(session, section.questionnaire_id), section.id, self.by)


@dataclass(frozen=True)
class RemoveSection(_Change):
    """Take a section out with its questions (Undo brings them back)."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it. Raises Refused: gone, shipped_fixed."""
        session.delete(self._section(session, self.id))


@dataclass(frozen=True)
class AddQuestion(_Change):
    """A new question at the end of a section.

    Args:
        questionnaire_id: where it goes.
        text: the question, or the statement to agree with.
        section_id: the section; "" for the last one.
        kind: to agree with, or to choose from.
        choices: the answers of a choice question.
    """

    questionnaire_id: str
    text: str
    section_id: str = ""
    kind: QuestionKind = QuestionKind.AGREE
    choices: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it.

        Raises:
            Refused: gone, shipped_fixed, text_missing, choices_few, choices_many, choices_twice.
        """
        values = judged(self.text, self.kind, self.choices)
        here = self._opened(session, self.questionnaire_id)
        section = self._place(session, here)
        pos = end_of(session, Question, section_id=section.id)
        session.add(Question(id=self.id, section_id=section.id, pos=pos, **values))
        self._facts["question_id"] = self.id

    def _place(self, session: Session, here: Open) -> QuestionSection:
        if self.section_id:
            section = found(session, QuestionSection, here.key(self.section_id))
            if section.questionnaire_id != here.row.id:
                raise Refused("gone", table="question_section")
            return section
        there = sections_of(session, here.row.id)
        if not there:
            write_sections(session, here.row.id, (GivenSection(""),))
            there = sections_of(session, here.row.id)
        return there[-1]


@dataclass(frozen=True)
class EditQuestion(_Change):
    """Say a question in other words, or let it be answered in another way."""

    id: str
    text: str
    kind: QuestionKind = QuestionKind.AGREE
    choices: tuple[str, ...] = ()

    def apply(self, session: Session) -> None:
        """Write it.

        Raises:
            Refused: gone, shipped_fixed, text_missing, choices_few, choices_many, choices_twice.
        """
        values = judged(self.text, self.kind, self.choices)
        row = found(session, Question, self.id)
        if all(getattr(row, name) == value for name, value in values.items()):
            return  # nothing is changed, so no new version is wanted
        row = self._question(session, self.id)
        for name, value in values.items():
            setattr(row, name, value)


@dataclass(frozen=True)
class MoveQuestion(_Change):
    """Move a question one place up (-1) or down (+1), at an end of its section into the next one."""

    id: str
    by: int

    def apply(self, session: Session) -> None:
        """Deal the places anew. Raises Refused: gone, shipped_fixed."""
        row = self._question(session, self.id)
        section = found(session, QuestionSection, row.section_id)
        order = questions_of(session, section.id)
        place = [one.id for one in order].index(row.id)
        if 0 <= place + self.by < len(order):
            swap_places(session, order, row.id, self.by)
            return
        sections = sections_of(session, section.questionnaire_id)
        at = [one.id for one in sections].index(section.id) + (1 if self.by > 0 else -1)
        if not 0 <= at < len(sections):
            return
        others = questions_of(session, sections[at].id)
        row.section_id = sections[at].id
        inside = [row, *others] if self.by > 0 else [*others, row]
        for pos, one in enumerate(inside):
            one.pos = pos


@dataclass(frozen=True)
class RemoveQuestion(_Change):
    """Take a question out (Undo brings it back)."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it. Raises Refused: gone, shipped_fixed."""
        session.delete(self._question(session, self.id))
