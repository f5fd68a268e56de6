# SPDX-License-Identifier: MIT
"""A round as sealing leaves it, for tests that need no box."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, end_of, found
from walkthrough.model.schema import Dimension, Round, StageCheck, Tally, new_id
from walkthrough.model.words import RatingMethod


@dataclass(frozen=True)
class Sealed(Deed):
    """A round as sealing leaves it."""

    check_id: str
    tallies: tuple[int, ...]
    dimension: str = ""
    method: RatingMethod = RatingMethod.PAPER
    ballots: int = 0
    box: str = "one"

    def apply(self, session: Session) -> None:
        check = found(session, StageCheck, self.check_id)
        part = select(Dimension.id).filter_by(code=self.dimension, ladder_id=check.ladder_id)
        dimension = session.scalar(part)
        row = Round(
            id=new_id(),
            stage_check_id=self.check_id,
            pos=end_of(session, Round, stage_check_id=self.check_id),
            method=self.method,
            people=11,
            ballots=self.ballots or sum(self.tallies),
            sealed=True,
            dimension_id=dimension,
            box=self.box,
        )
        session.add(row)
        session.flush()
        session.add_all(
            Tally(round_id=row.id, stage=stage, ballots=many) for stage, many in enumerate(self.tallies)
        )
