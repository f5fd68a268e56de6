# SPDX-License-Identifier: MIT
"""How we know: adding, changing and taking out the evidence of an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, change, end_of, found, said
from walkthrough.model.commands.stage import answer_to
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Criterion, CriterionAnswer, Evidence, new_id
from walkthrough.model.words import Proof

EVIDENCE_COLUMNS = frozenset({"proof", "what", "place", "amount", "source", "role", "day", "held"})
_TEXTS = ("what", "place", "amount", "source", "role")


@dataclass(frozen=True)
class AddEvidence(Deed):
    """Say how we know; incomplete evidence may be saved. `values` are columns of `EVIDENCE_COLUMNS`."""

    check_id: str
    criterion_id: str
    proof: Proof
    values: dict[str, Any]
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write it under the answer.

        Raises:
            Refused: answer_first where the criterion has no answer; text_missing (facts: field) where
                nothing is said.
        """
        criterion = found(session, Criterion, self.criterion_id)
        answer = answer_to(session, self.check_id, self.criterion_id)
        if answer is None:
            raise Refused("answer_first", field="answer")
        row = Evidence(
            id=self.id,
            answer_id=answer.id,
            pos=end_of(session, Evidence, answer_id=answer.id),
            proof=self.proof,
        )
        _write(row, self.values)
        session.add(row)
        self._facts.update(criterion=criterion.code, stage=criterion.stage, proof=str(self.proof))

    def facts(self) -> dict[str, Any]:
        """The criterion's code and stage, and the kind of evidence."""
        return dict(self._facts)


@dataclass(frozen=True)
class ChangeEvidence(Deed):
    """Change columns of a piece of evidence."""

    evidence_id: str
    values: dict[str, Any]
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the given columns; it may not become empty."""
        row = found(session, Evidence, self.evidence_id)
        _write(row, self.values)
        self._facts.update(_place(session, row))

    def facts(self) -> dict[str, Any]:
        """The criterion's code and stage, and the kind of evidence."""
        return dict(self._facts)


@dataclass(frozen=True)
class RemoveEvidence(Deed):
    """Take a piece of evidence out (Undo brings it back)."""

    evidence_id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Delete it."""
        row = found(session, Evidence, self.evidence_id)
        self._facts.update(_place(session, row))
        session.delete(row)

    def facts(self) -> dict[str, Any]:
        """The criterion's code and stage, and the kind of evidence."""
        return dict(self._facts)


def _write(row: Evidence, values: dict[str, Any]) -> None:
    change(row, values, EVIDENCE_COLUMNS)
    for name in _TEXTS:
        setattr(row, name, (getattr(row, name) or "").strip())
    said("".join(getattr(row, name) for name in _TEXTS), "amount" if row.proof is Proof.COUNT else "what")


def _place(session: Session, row: Evidence) -> dict[str, Any]:
    answer = found(session, CriterionAnswer, row.answer_id)
    criterion = found(session, Criterion, answer.criterion_id)
    return {"criterion": criterion.code, "stage": criterion.stage, "proof": str(row.proof)}
