# SPDX-License-Identifier: MIT
"""The collaborative itself: one row, what the workbook is about."""

from __future__ import annotations

from datetime import date

from walkthrough.model.schema.base import Base, Mapped, key, paper, private, room

HIDE_BELOW = (5, 10, 11)
"""What the smallest count that leaves the presenter's window may be."""


class Collaborative(Base):
    """The cross-agency group whose workbook this is."""

    __tablename__ = "collaborative"
    id: Mapped[str] = key()
    name: Mapped[str] = room()
    area: Mapped[str] = room(default="")
    purpose: Mapped[str] = room(default="")
    convener: Mapped[str] = paper(default="")
    contact: Mapped[str] = paper(default="")
    paper_size: Mapped[str] = room(default="letter")
    language: Mapped[str] = room(default="en")
    hide_counts_below: Mapped[int] = room(default=11)
    hide_reason: Mapped[str] = paper(default="")
    is_sample: Mapped[bool] = room(default=False)
    started_on: Mapped[date | None] = room(default=None)
    private_note: Mapped[str] = private(default="")
