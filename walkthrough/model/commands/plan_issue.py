# SPDX-License-Identifier: MIT
"""Handing out the action plan: each version that says something else has a number and a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed
from walkthrough.model.schema import PlanIssue, new_id


@dataclass(frozen=True)
class IssuePlan(Deed):
    """The plan is handed out as it stands; where the newest version says the same, nothing is new.

    Args:
        day: the day it is handed out.
        digest: what stands for its content: `queries.plan_issue.plan_digest`.
    """

    day: date
    digest: str
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the next version, unless the newest one has this content."""
        newest = session.scalar(
            select(PlanIssue).order_by(PlanIssue.version_number.desc(), PlanIssue.id.desc()).limit(1)
        )
        if newest is not None and newest.digest == self.digest:
            return
        version = newest.version_number + 1 if newest is not None else 1
        session.add(PlanIssue(id=self.id, version_number=version, day=self.day, digest=self.digest))
        self._facts.update(version=version)

    def facts(self) -> dict[str, Any]:
        """The number of the version."""
        return dict(self._facts)
