# SPDX-License-Identifier: MIT
"""What goes with papers that are handed out: the versions of the plan, and the mark at the top of page 1."""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, choice, key, room
from walkthrough.model.words import PictureKind


class PlanIssue(Base):
    """A version of the action plan that was handed out.

    `digest` stands for what the plan said (`queries/plan_issue.py`): a plan that says the same is no new
    version.
    """

    __tablename__ = "plan_issue"
    id: Mapped[str] = key()
    version_number: Mapped[int] = room()
    day: Mapped[date] = room()
    digest: Mapped[str] = room()


class Logo(Base):
    """The mark of the county or agency that the papers come from; one row, or none.

    `content` is a PNG or JPEG file in base64: a workbook has no BLOBs. It is no text: neither search nor
    guard reads it.
    """

    __tablename__ = "logo"
    id: Mapped[str] = key()
    kind: Mapped[PictureKind] = room(choice(PictureKind))
    alt: Mapped[str] = room()
    width: Mapped[int] = room()
    height: Mapped[int] = room()
    content: Mapped[str] = room()
