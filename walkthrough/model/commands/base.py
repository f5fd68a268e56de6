# SPDX-License-Identifier: MIT
"""What all commands share: how a row is found, how text is judged, how a short number is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from walkthrough.model.errors import Refused
from walkthrough.model.quick_rows import executing, written
from walkthrough.model.schema.base import Base

Row = TypeVar("Row", bound=Base)
MOST_HANDS = 9_999
"""More people than this are a slip of the fingers."""


class Deed:
    """A command without facts; others say their own."""

    def facts(self) -> dict[str, Any]:
        """Numbers and keys that name what was done; never the user's text."""
        return {}


def found(session: Session, kind: type[Row], key: str) -> Row:
    """The row with this key.

    Raises:
        Refused: gone (facts: table), because another window or an undo removed it.
    """
    row = session.get(kind, key)
    if row is None:
        raise Refused("gone", table=kind.__tablename__)
    return row


def said(text: str, field: str) -> str:
    """The text without white space around it.

    Raises:
        Refused: text_missing (facts: field).
    """
    text = text.strip()
    if not text:
        raise Refused("text_missing", field=field)
    return text


def within(value: int, least: int, most: int, field: str) -> int:
    """The number, if it lies where it can be.

    Raises:
        Refused: out_of_range (facts: field, least, most).
    """
    if not least <= value <= most:
        raise Refused("out_of_range", field=field, least=least, most=most)
    return value


def hands_counted(hands: Sequence[int], kinds: int) -> tuple[int, ...]:
    """What was counted in an open vote.

    Args:
        hands: how many hands for each answer.
        kinds: how many answers there are.

    Raises:
        Refused: out_of_range (facts: field, least, most), or hands_missing where no hand went up.
        ValueError: another number of answers: a mistake of ours.
    """
    if len(hands) != kinds:
        raise ValueError(len(hands))
    counted = tuple(within(many, 0, MOST_HANDS, "hands") for many in hands)
    if not any(counted):
        raise Refused("hands_missing", field="hands")
    return counted


def take_number(session: Session) -> int:
    """The next short number of this workbook; never given out twice, not even after an undo (RULES 5)."""
    more = "update number_series set next = next + 1 returning next - 1"
    taken: int = executing(session)(more).fetchone()[0]
    return taken


def end_of(session: Session, kind: type[Any], **where: object) -> int:
    """The position after the last row of `kind` for which the given columns hold these values; 0 for none."""
    if where:
        last = session.scalar(select(func.max(kind.pos)).filter_by(**where))
    else:  # of a whole table: next steps and indicators, written at talking speed
        last = written(session)(f'select max(pos) from "{kind.__tablename__}"').fetchone()[0]
    return 0 if last is None else last + 1


def change(row: Base, values: Mapping[str, Any], allowed: frozenset[str]) -> None:
    """Set columns of a row by name; text loses the white space around it.

    Raises:
        ValueError: a column that this command may not set: a mistake of ours.
    """
    for name, value in values.items():
        if name not in allowed:
            raise ValueError(name)
        setattr(row, name, value.strip() if isinstance(value, str) else value)


def swap_places(session: Session, rows: Sequence[Any], key: str, by: int) -> None:
    """Move the row with `key` by so many places up (below 0) or down; deal the positions anew from 0."""
    order = [row.id for row in rows]
    if key not in order:
        raise Refused("gone", table="")
    place = order.index(key)
    there = min(max(place + by, 0), len(order) - 1)
    order.insert(there, order.pop(place))
    for row in rows:
        row.pos = order.index(row.id)
    session.flush()


def this_moment(session: Session) -> datetime:
    """The moment of the step being written, by the workbook's own clock."""
    query = "select at from chg_step where seq = (select step from chg_now)"
    return datetime.fromisoformat(executing(session)(query).fetchone()[0])
