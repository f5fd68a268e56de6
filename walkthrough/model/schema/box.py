# SPDX-License-Identifier: MIT
"""The ballot box: a small file of its own while a private round is open, never part of a workbook (RULES 2).

Keys are random, not ordered by time, and there is no rowid, no moment, no person.
"""

from __future__ import annotations

import secrets
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


class Ballot(BoxBase):
    """One private rating."""

    __tablename__ = "ballot"
    id: Mapped[str] = sealed(primary_key=True, default=lambda: secrets.token_hex(16))
    question: Mapped[str] = sealed()
    stage: Mapped[int] = sealed()


__all__ = ["Ballot", "BoxBase", "Privacy"]
