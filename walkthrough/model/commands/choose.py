# SPDX-License-Identifier: MIT
"""Choosing together: dots on themes, impact and effort, fist to five."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import MOST_HANDS, Deed, end_of, found, hands_counted, within
from walkthrough.model.commands.finding import THEMES_AT_MOST, MakeTheme
from walkthrough.model.rules.dots import FEWEST_DOTS, MOST_DOTS
from walkthrough.model.rules.fist import FINGERS
from walkthrough.model.schema import Finding, FistCount, Meeting, NextStep, Theme, Walk, new_id
from walkthrough.model.words import Kind

LEAST_WEIGHT, MOST_WEIGHT = 1, 5


@dataclass(frozen=True)
class SetDots(Deed):
    """How many dots each person has, and whether they are placed unseen."""

    meeting_id: str
    dots: int
    private: bool

    def apply(self, session: Session) -> None:
        """Write both.

        Raises:
            Refused: gone; out_of_range (facts: field, least, most).
        """
        row = found(session, Meeting, self.meeting_id)
        within(self.dots, FEWEST_DOTS, MOST_DOTS, "dots")
        row.dots, row.dots_private = self.dots, self.private

    def facts(self) -> dict[str, Any]:
        """How many."""
        return {"dots": self.dots}


@dataclass(frozen=True)
class SetVotes(Deed):
    """The dots counted on themes, all hands in one step."""

    meeting_id: str
    votes: Mapping[str, int]

    def apply(self, session: Session) -> None:
        """Write the total of each theme named; the others keep theirs.

        Raises:
            Refused: gone; out_of_range (facts: field, least, most).
        """
        found(session, Meeting, self.meeting_id)
        for theme_id, votes in self.votes.items():
            within(votes, 0, MOST_HANDS, "votes")
            found(session, Theme, theme_id).votes = votes

    def facts(self) -> dict[str, Any]:
        """How many themes, and how many dots in all."""
        return {"count": len(self.votes), "votes": sum(self.votes.values())}


@dataclass(frozen=True)
class WeighTheme(Deed):
    """How much a theme would change for families, and how hard it is; None takes a number away."""

    theme_id: str
    impact: int | None
    effort: int | None
    _told: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def apply(self, session: Session) -> None:
        """Write both numbers, 1 to 5.

        Raises:
            Refused: gone; out_of_range (facts: field, least, most).
        """
        row = found(session, Theme, self.theme_id)
        for name, value in (("impact", self.impact), ("effort", self.effort)):
            if value is not None:
                within(value, LEAST_WEIGHT, MOST_WEIGHT, name)
        row.impact, row.effort = self.impact, self.effort
        self._told.update(number=row.number)

    def facts(self) -> dict[str, Any]:
        """The theme's number."""
        return dict(self._told)


@dataclass(frozen=True)
class ThemesOfLoudest(Deed):
    """Make themes to vote on of the loudest barriers, while there are none yet.

    What is on hold stays out: a theme's name is for the wall.
    """

    walk_id: str
    most: int = THEMES_AT_MOST
    _told: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def apply(self, session: Session) -> None:
        """Write a theme for each, named like the barrier; nothing happens where the walk has themes."""
        walk = found(session, Walk, self.walk_id)
        self._told.update(count=0)
        if session.scalar(select(Theme.id).filter_by(walk_id=walk.id).limit(1)) is not None:
            return
        loudest = (
            select(Finding)
            .filter_by(walk_id=walk.id, kind=Kind.BARRIER, held=False)
            .order_by((Finding.votes + Finding.said_again).desc(), Finding.number)
            .limit(min(self.most, THEMES_AT_MOST))
        )
        for barrier in session.scalars(loudest).all():
            MakeTheme(walk.id, barrier.text, (barrier.id,)).apply(session)
            session.flush()
            self._told["count"] += 1

    def facts(self) -> dict[str, Any]:
        """How many themes were made."""
        return dict(self._told)


@dataclass(frozen=True)
class CountFist(Deed):
    """A fist-to-five: how many showed no finger, one, ... five; about a next step, a theme or a question."""

    meeting_id: str
    counts: tuple[int, ...]
    question: str = ""
    step_id: str | None = None
    theme_id: str | None = None
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the count.

        Raises:
            Refused: gone; out_of_range (facts: field, least, most); hands_missing where nobody showed any.
        """
        found(session, Meeting, self.meeting_id)
        if self.step_id is not None:
            found(session, NextStep, self.step_id)
        if self.theme_id is not None:
            found(session, Theme, self.theme_id)
        zero, one, two, three, four, five = hands_counted(self.counts, FINGERS)
        session.add(
            FistCount(
                id=self.id,
                meeting_id=self.meeting_id,
                step_id=self.step_id,
                theme_id=self.theme_id,
                pos=end_of(session, FistCount, meeting_id=self.meeting_id),
                question=self.question.strip(),
                zero=zero,
                one=one,
                two=two,
                three=three,
                four=four,
                five=five,
            )
        )


@dataclass(frozen=True)
class RemoveFist(Deed):
    """Take a fist-to-five out (Undo brings it back)."""

    id: str

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.delete(found(session, FistCount, self.id))
