# SPDX-License-Identifier: MIT
"""A show of hands on the stage: open from the first moment, so it is counted and kept as one step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import MOST_HANDS, Deed, end_of, found, hands_counted, within
from walkthrough.model.schema import Round, Stage, StageCheck, Tally, new_id
from walkthrough.model.words import RatingMethod


@dataclass(frozen=True)
class CountHands(Deed):
    """How many hands went up for each stage.

    Args:
        check_id: the stage check.
        tallies: how many are not sure, then how many see stage 1, 2, ...
        people: how many are here; 0 where nobody counted.
        question: what was asked, where it was not the stage as a whole.
        id: the key of the round.
    """

    check_id: str
    tallies: tuple[int, ...]
    people: int
    question: str = ""
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the round, sealed, with a tally for each stage. More hands than people are only told of.

        Raises:
            Refused: gone; out_of_range (facts: field, least, most); hands_missing where no hand went up.
        """
        check = found(session, StageCheck, self.check_id)
        stages = session.scalar(select(func.count(Stage.id)).filter_by(ladder_id=check.ladder_id)) or 0
        hands = hands_counted(self.tallies, stages + 1)
        within(self.people, 0, MOST_HANDS, "people")
        session.add(
            Round(
                id=self.id,
                stage_check_id=check.id,
                pos=end_of(session, Round, stage_check_id=check.id),
                method=RatingMethod.HANDS,
                question=self.question.strip(),
                people=self.people,
                sealed=True,
            )
        )
        session.flush()
        for stage, many in enumerate(hands):
            session.add(Tally(round_id=self.id, stage=stage, ballots=many))

    def facts(self) -> dict[str, Any]:
        """The check, how many hands and people, and how many hands there were more than people."""
        hands = sum(self.tallies)
        over = max(hands - self.people, 0) if self.people else 0
        return {"stage_check_id": self.check_id, "hands": hands, "people": self.people, "over": over}
