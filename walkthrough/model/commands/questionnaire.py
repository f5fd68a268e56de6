# SPDX-License-Identifier: MIT
"""Questionnaires as a whole: taking over one that ships, making one's own, naming it, taking it out.

What stands in one is changed in `question`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from walkthrough.model import content
from walkthrough.model.commands.base import Deed, change, end_of, found, said
from walkthrough.model.commands.questionnaire_version import to_change, write_sections
from walkthrough.model.rules.questionnaire_text import GivenQuestion, GivenSection
from walkthrough.model.schema import Asking, Questionnaire, new_id

QUESTIONNAIRE_COLUMNS = frozenset({"name", "about", "language"})


def sections_in(piece: content.Questionnaire) -> tuple[GivenSection, ...]:
    """What stands in a content file, to be written."""
    return tuple(
        GivenSection(
            section.name, tuple(GivenQuestion(one.text, one.kind, one.choices) for one in section.questions)
        )
        for section in piece.sections
    )


@dataclass(frozen=True)
class UseQuestionnaire(Deed):
    """Copy a questionnaire that ships into the workbook, once for each version and language."""

    questionnaire: content.Questionnaire
    language: str = "en"
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write it, unless this version is there."""
        given = self.questionnaire
        same = {"code": given.id, "version": given.version, "language": self.language, "is_shipped": True}
        here = session.scalar(select(Questionnaire.id).filter_by(**same))
        self._facts["questionnaire_id"] = here or self.id
        if here is not None:
            return
        pos = end_of(session, Questionnaire)
        session.add(Questionnaire(id=self.id, pos=pos, name=given.name, about=given.about, **same))
        session.flush()
        write_sections(session, self.id, sections_in(given))

    def facts(self) -> dict[str, Any]:
        """The key it has in the workbook: its own, or that of the copy that was there."""
        return dict(self._facts)


@dataclass(frozen=True)
class MakeQuestionnaire(Deed):
    """A questionnaire of the collaborative's own: empty, or with the sections of a text, a file or another.

    Args:
        name: what it is called.
        about: what it is for.
        sections: what stands in it at once; one section without a name where there is none.
        language: the language its words are in.
    """

    name: str
    about: str = ""
    sections: tuple[GivenSection, ...] = ()
    language: str = "en"
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it after the others.

        Raises:
            Refused: text_missing, choices_few, choices_many, choices_twice (facts: field).
        """
        session.add(
            Questionnaire(
                id=self.id,
                pos=end_of(session, Questionnaire),
                code=self.id,
                name=said(self.name, "name"),
                about=self.about.strip(),
                language=self.language,
            )
        )
        session.flush()
        write_sections(session, self.id, self.sections or (GivenSection(""),))

    def facts(self) -> dict[str, Any]:
        """Its key."""
        return {"questionnaire_id": self.id}


@dataclass(frozen=True)
class EditQuestionnaire(Deed):
    """Change name, purpose or language; of one that was asked this makes the next version."""

    id: str
    values: dict[str, Any]
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the given columns.

        Raises:
            Refused: gone, text_missing (facts: field), shipped_fixed.
        """
        if "name" in self.values:
            said(self.values["name"], "name")
        row = to_change(session, self.id).row
        change(row, self.values, QUESTIONNAIRE_COLUMNS)
        self._facts["questionnaire_id"] = row.id

    def facts(self) -> dict[str, Any]:
        """The key of the version that was changed."""
        return dict(self._facts)


@dataclass(frozen=True)
class RemoveQuestionnaire(Deed):
    """Take a questionnaire out, all its versions with their results (Undo brings them back)."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete the rows.

        Raises:
            Refused: gone.
        """
        code = found(session, Questionnaire, self.id).code
        session.execute(delete(Questionnaire).where(Questionnaire.code == code))


@dataclass(frozen=True)
class RemoveAsking(Deed):
    """Take the results of one time of asking out."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete the row; its tallies go with it.

        Raises:
            Refused: gone.
        """
        session.delete(found(session, Asking, self.id))
