# SPDX-License-Identifier: MIT
"""Results of tools that others own, typed in: names of parts and scores, never a question of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import MOST_HANDS, Deed, change, end_of, found, said, within
from walkthrough.model.schema import OutsideResult, OutsideScore, new_id

OUTSIDE_COLUMNS = frozenset({"name", "owner", "day", "people", "note"})
Scores = tuple[tuple[str, str], ...]
"""(part, score) in order; a score is text, as its owner writes it."""


@dataclass(frozen=True)
class AddOutsideResult(Deed):
    """One result of a tool that others own.

    Args:
        name: what the tool is called.
        owner: whose it is.
        day: when it was used.
        people: how many answered.
        scores: the score of each part.
        note: what else should be known.
    """

    name: str
    owner: str = ""
    day: date | None = None
    people: int | None = None
    scores: Scores = ()
    note: str = ""
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it after the others.

        Raises:
            Refused: text_missing or out_of_range (facts: field).
        """
        row = OutsideResult(id=self.id, name=said(self.name, "name"), pos=end_of(session, OutsideResult))
        row.owner, row.note, row.day = self.owner.strip(), self.note.strip(), self.day
        row.people = _people(self.people)
        session.add(row)
        session.flush()
        _write_scores(session, self.id, self.scores)


@dataclass(frozen=True)
class EditOutsideResult(Deed):
    """Change columns of a result; with `scores`, all its scores."""

    id: str
    values: dict[str, Any]
    scores: Scores | None = None

    def apply(self, session: Session) -> None:
        """Write what is given.

        Raises:
            Refused: gone, text_missing or out_of_range (facts: field).
        """
        if "name" in self.values:
            said(self.values["name"], "name")
        _people(self.values.get("people"))
        row = found(session, OutsideResult, self.id)
        change(row, self.values, OUTSIDE_COLUMNS)
        if self.scores is not None:
            session.execute(delete(OutsideScore).where(OutsideScore.outside_result_id == self.id))
            _write_scores(session, self.id, self.scores)


@dataclass(frozen=True)
class RemoveOutsideResult(Deed):
    """Take a result out (Undo brings it back)."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it. Raises Refused: gone."""
        session.delete(found(session, OutsideResult, self.id))


def _people(people: int | None) -> int | None:
    return None if people is None else within(people, 1, MOST_HANDS, "people")


def _write_scores(session: Session, key: str, scores: Sequence[tuple[str, str]]) -> None:
    """Each score as a row; a line with neither part nor score is none.

    Raises:
        Refused: text_missing (facts: field) where a score has no part.
    """
    kept = [(part.strip(), score.strip()) for part, score in scores if part.strip() or score.strip()]
    for pos, (part, score) in enumerate(kept):
        session.add(
            OutsideScore(
                outside_result_id=key, pos=pos, part=said(part, "scores"), score=said(score, "scores")
            )
        )
