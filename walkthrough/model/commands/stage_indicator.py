# SPDX-License-Identifier: MIT
"""From how we know to what we go on measuring: evidence that is a count becomes an indicator, linked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, end_of, found, said, take_number, this_moment
from walkthrough.model.errors import Refused
from walkthrough.model.rules.amounts import amount_of
from walkthrough.model.schema import (
    Criterion,
    CriterionAnswer,
    Dimension,
    Evidence,
    Indicator,
    Ladder,
    Point,
    new_id,
)
from walkthrough.model.words import Proof


@dataclass(frozen=True)
class IndicatorFromEvidence(Deed):
    """Make an indicator of a count: its name, source and first value come from the evidence.

    A count that is no single number leaves the baseline empty. Held evidence makes a held indicator.

    Args:
        evidence_id: a piece of evidence that is a count.
        meeting_id: the meeting at which it was said, if any.
    """

    evidence_id: str
    meeting_id: str | None = None
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write and number it, with its first point where the count has a day.

        Raises:
            Refused: indicator_there (facts: number) where the statement has one already.
        """
        piece = found(session, Evidence, self.evidence_id)
        if piece.proof is not Proof.COUNT:
            raise ValueError(piece.proof)
        criterion = found(session, Criterion, found(session, CriterionAnswer, piece.answer_id).criterion_id)
        if (there := _number_there(session, criterion)) is not None:
            raise Refused("indicator_there", number=there)
        row = self._row(session, piece, criterion)
        session.add(row)
        session.flush()
        if row.baseline is not None and piece.day is not None:
            session.add(Point(indicator_id=row.id, day=piece.day, value=row.baseline))
        self._facts.update(number=row.number)

    def facts(self) -> dict[str, Any]:
        """The number it was given."""
        return dict(self._facts)

    def _row(self, session: Session, piece: Evidence, criterion: Criterion) -> Indicator:
        amount = amount_of(piece.amount)
        return Indicator(
            id=self.id,
            name=said(piece.what or criterion.text, "name"),
            definition=criterion.text if piece.what else "",
            source=piece.source,
            unit=amount.unit if amount else "",
            baseline=amount.value if amount else None,
            baseline_on=piece.day if amount else None,
            criterion_id=criterion.id,
            meeting_id=self.meeting_id,
            held=piece.held,
            number=take_number(session),
            pos=end_of(session, Indicator),
            made_at=this_moment(session),
        )


def _number_there(session: Session, criterion: Criterion) -> int | None:
    """The number of the indicator that this statement has, in any version or language of its ladder."""
    family = select(Ladder.code).join(Dimension).where(Dimension.id == criterion.dimension_id)
    query = (
        select(Indicator.number)
        .join(Criterion, Criterion.id == Indicator.criterion_id)
        .join(Dimension, Dimension.id == Criterion.dimension_id)
        .join(Ladder, Ladder.id == Dimension.ladder_id)
        .where(Criterion.code == criterion.code, Ladder.code == family.scalar_subquery())
        .order_by(Indicator.number)
    )
    return session.scalar(query.limit(1))
