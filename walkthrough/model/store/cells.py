# SPDX-License-Identifier: MIT
"""One value between the file's canonical text and JSON, by the type of its column."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import REAL, Column, Integer
from sqlalchemy.dialects.sqlite import dialect as SQLite

from walkthrough.model.schema.base import Bool, Choice, Day, Json, Moment, moment_text

_SQLITE = SQLite()
_INFINITE = {"Infinity": math.inf, "-Infinity": -math.inf}
"""JSON has no number for these. No measure needs them, but what is in a file must come back as it was."""
_INTEGERS = range(-(2**63), 2**63)


def told(column: Column[Any], stored: Any) -> Any:
    """A stored value as JSON tells it."""
    if isinstance(column.type, Bool | Json):
        return column.type.process_result_value(stored, _SQLITE)
    if isinstance(stored, float) and math.isinf(stored):
        return "Infinity" if stored > 0 else "-Infinity"
    return stored


def stored(column: Column[Any], value: Any) -> Any:
    """A value from JSON as the file keeps it.

    Raises:
        ValueError: it cannot be a value of this column.
    """
    if value is None:
        if not column.nullable:
            raise ValueError(value)
        return None
    for kind, keep in _KEPT:
        if isinstance(column.type, kind):
            return keep(column, value)
    return _text(value)


def json_type(column: Column[Any]) -> dict[str, Any]:
    """What JSON Schema says of a column."""
    found = next((described(column) for kind, described in _TYPES if isinstance(column.type, kind)), None)
    described = {"type": "string"} if found is None else found
    if column.nullable:
        return {"anyOf": [described, {"type": "null"}]}
    return described


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    value.encode()  # half of a surrogate pair is no text
    return value


def _bool(column: Column[Any], value: Any) -> int:
    if not isinstance(value, bool):
        raise ValueError(value)
    return int(value)


def _integer(column: Column[Any], value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in _INTEGERS:
        raise ValueError(value)
    return value


def _real(column: Column[Any], value: Any) -> float:
    if isinstance(value, str) and value in _INFINITE:
        return _INFINITE[value]
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ValueError(value)
    return float(value)


def _day(column: Column[Any], value: Any) -> str:
    if date.fromisoformat(_text(value)).isoformat() != value:
        raise ValueError(value)
    return _text(value)


def _moment(column: Column[Any], value: Any) -> str:
    if moment_text(datetime.fromisoformat(_text(value))) != value:
        raise ValueError(value)
    return _text(value)


def _choice(column: Column[Any], value: Any) -> str:
    assert isinstance(column.type, Choice)
    return column.type.kind(_text(value)).value


def _structured(column: Column[Any], value: Any) -> str:
    assert isinstance(column.type, Json)
    text = column.type.process_bind_param(value, _SQLITE)
    assert text is not None
    return _text(text)


def _choices(column: Column[Any]) -> dict[str, Any]:
    assert isinstance(column.type, Choice)
    return {"enum": [member.value for member in column.type.kind]}


_KEPT: tuple[tuple[type[Any], Callable[[Column[Any], Any], Any]], ...] = (
    (Bool, _bool),
    (Day, _day),
    (Moment, _moment),
    (Choice, _choice),
    (Json, _structured),
    (Integer, _integer),
    (REAL, _real),
)
_TYPES: tuple[tuple[type[Any], Callable[[Column[Any]], dict[str, Any]]], ...] = (
    (Bool, lambda column: {"type": "boolean"}),
    (Day, lambda column: {"type": "string", "format": "date"}),
    (Moment, lambda column: {"type": "string", "format": "date-time"}),
    (Choice, _choices),
    (Json, lambda column: {}),
    (Integer, lambda column: {"type": "integer"}),
    (REAL, lambda column: {"anyOf": [{"type": "number"}, {"enum": sorted(_INFINITE)}]}),
)
