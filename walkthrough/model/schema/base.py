# SPDX-License-Identifier: MIT
"""What every table shares: the column types, the privacy class of each column, keys, the one metadata.

A STRICT table knows TEXT, INTEGER and REAL only, so the file holds canonical text, and the journal needs no
types.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from sqlalchemy import REAL, Dialect, ForeignKey, Integer, MetaData, Table, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from uuid_utils import uuid7


class Privacy(enum.StrEnum):
    """Who may see a column (RULES 7)."""

    ROOM = "room"
    """May be on the wall and in every export."""
    PAPER = "paper"
    """Exports, not the wall: who, contacts, agreements."""
    PRIVATE = "private"
    """The presenter's window, the full data file and a move to another computer only."""
    SEALED = "sealed"
    """Ballots."""


_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text as a file can hold it: half a surrogate pair, which is no character, becomes U+FFFD."""
    return text if text.isascii() else _HALF_A_PAIR.sub("\ufffd", text)


class Said(Text):
    """Text, whatever somebody pasted."""

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None]:
        return lambda text: None if text is None else whole(text)


class Bool(TypeDecorator[bool]):
    """True and false as 1 and 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Day(TypeDecorator[date]):
    """A calendar day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


def moment_text(value: datetime) -> str:
    """A moment as UTC text of one width, so that the order of the texts is the order in time."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Choice(TypeDecorator[enum.StrEnum]):
    """One member of a StrEnum as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[enum.StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> enum.StrEnum | None:
        return None if value is None else self.kind(value)


class Json(TypeDecorator[Any]):
    """Small structured values as JSON of one spelling."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if isinstance(value, list):
            value = [whole(part) if isinstance(part, str) else part for part in value]
        return None if value is None else msgspec.json.encode(value, order="deterministic").decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else msgspec.json.decode(value)


class Base(DeclarativeBase):
    """Every journaled table of a workbook."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads this plain attribute
        str: Said(),
        int: Integer(),
        float: REAL(),
        bool: Bool(),
        date: Day(),
        datetime: Moment(),
        list[str]: Json(),
    }

    @classmethod
    def __table_cls__(cls, *args: Any, **kwargs: Any) -> Table:
        kwargs.setdefault("sqlite_strict", True)
        return Table(*args, **kwargs)


def new_id() -> str:
    """A key for a new row: random, unique across computers, in order of making."""
    return str(uuid7())


def _column(privacy: Privacy, args: tuple[Any, ...], options: dict[str, Any]) -> MappedColumn[Any]:
    return mapped_column(*args, info={"privacy": privacy}, **options)


def room(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column that may be on the wall and in every export."""
    return _column(Privacy.ROOM, args, options)


def paper(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column for exports, not for the wall."""
    return _column(Privacy.PAPER, args, options)


def private(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column for the presenter alone."""
    return _column(Privacy.PRIVATE, args, options)


def sealed(*args: Any, **options: Any) -> MappedColumn[Any]:
    """A column of a ballot."""
    return _column(Privacy.SEALED, args, options)


def key() -> MappedColumn[Any]:
    """The primary key every table has."""
    return room(primary_key=True, default=new_id)


def choice(kind: type[enum.StrEnum]) -> Choice:
    """The column type of an enum, for `room(choice(Kind))`."""
    return Choice(kind)


def part_of(table: str, *, privacy: Privacy = Privacy.ROOM) -> MappedColumn[Any]:
    """A reference to the row this one is part of: it goes when that row goes."""
    return _column(privacy, (ForeignKey(f"{table}.id", ondelete="CASCADE"),), {"index": True})


def points_to(table: str, *, privacy: Privacy = Privacy.ROOM) -> MappedColumn[Any]:
    """A reference to a row this one only points to: it becomes empty when that row goes."""
    return _column(
        privacy, (ForeignKey(f"{table}.id", ondelete="SET NULL"),), {"index": True, "default": None}
    )


__all__ = [
    "Base", "Mapped", "Privacy", "choice", "key", "moment_text", "new_id", "paper", "part_of", "points_to",
    "private", "room", "sealed", "whole",
]  # fmt: skip
