# SPDX-License-Identifier: MIT
"""How a query's result becomes frozen rows. It knows no table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

S = TypeVar("S")


def frozen(kind: type[S], result: Iterable[Any]) -> tuple[S, ...]:
    """One frozen row for each row of a result whose columns stand in the order of the struct's fields."""
    return tuple(kind(*row) for row in result)
