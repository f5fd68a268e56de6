# SPDX-License-Identifier: MIT
"""The ballot box: a small file of its own while a private round is open, never part of a workbook (RULES 2).

It holds no ballot, only how many there are of each answer: nothing in it has an order, a moment or a person,
and no two answers of one ballot stand together.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase

from walkthrough.model.schema.base import Mapped, Privacy, sealed


class BoxBase(DeclarativeBase):
    """Tables of a ballot box file."""

    metadata = MetaData()
    type_annotation_map = {str: Text(), int: Integer()}  # noqa: RUF012  SQLAlchemy reads this plain attribute

    @classmethod
    def __table_cls__(cls, *args: Any, **kwargs: Any) -> Table:
        kwargs.setdefault("sqlite_strict", True)
        kwargs.setdefault("sqlite_with_rowid", False)
        return Table(*args, **kwargs)


class OpenBox(BoxBase):
    """The one box of a file: what is asked (`head`, as JSON), and how many sheets there are."""

    __tablename__ = "open_box"
    id: Mapped[str] = sealed(primary_key=True)
    head: Mapped[str] = sealed()
    many_in: Mapped[int] = sealed()
    handed_out: Mapped[int | None] = sealed()
    spoilt: Mapped[int] = sealed()


class OpenTally(BoxBase):
    """How many gave one answer (0: not sure or blank) to one question; `part` is "" where nobody is asked
    for an agency.
    """

    __tablename__ = "open_tally"
    question: Mapped[str] = sealed(primary_key=True)
    part: Mapped[str] = sealed(primary_key=True)
    answer: Mapped[int] = sealed(primary_key=True)
    ballots: Mapped[int] = sealed()


__all__ = ["BoxBase", "OpenBox", "OpenTally", "Privacy"]
