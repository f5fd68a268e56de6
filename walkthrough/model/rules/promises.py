# SPDX-License-Identifier: MIT
"""In which order last time's promises are gone through, five a page, and which are overdue. Pure.

The presenter's list and the wall both go by it, so that a page is the same page in both windows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from walkthrough.model.words import StepState

PER_PAGE = 5
"""Promises on one page of the wall."""
_OPEN = (StepState.NOT_STARTED, StepState.UNDER_WAY, StepState.STUCK)


class PromiseLike(Protocol):
    """What is looked at of a promise; `agency` is "" where no partner has taken it on."""

    @property
    def number(self) -> int: ...
    @property
    def agency(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def held(self) -> bool: ...


P = TypeVar("P", bound=PromiseLike)


def is_overdue(due: date | None, state: StepState, day: date) -> bool:
    """Whether its day lay before `day` and it is still open."""
    return due is not None and due < day and state in _OPEN


def in_order(promises: Iterable[P], day: date) -> tuple[P, ...]:
    """What is due up to `day` first, then what is due later or has no day; in both parts by agency, the
    longest overdue first, and what no agency has taken on last.

    How a step stands has no say, so that no row jumps when it is marked. Held ones come after all others:
    the wall leaves them out, and its pages stay those of the presenter.
    """
    return tuple(sorted(promises, key=lambda one: _place(one, day)))


def many_pages(many: int, per_page: int = PER_PAGE) -> int:
    """How many pages so many rows take; an empty list has one."""
    return max(1, -(-many // per_page))


def on_page(rows: Sequence[P], page: int, per_page: int = PER_PAGE) -> Sequence[P]:
    """The rows of a page, the first 0; beyond the last page the last one's."""
    first = min(max(page, 0), many_pages(len(rows), per_page) - 1) * per_page
    return rows[first : first + per_page]


def _place(one: PromiseLike, day: date) -> tuple[object, ...]:
    is_later = one.due is None or one.due > day
    by_agency = not one.agency, one.agency.casefold(), one.agency
    return one.held, is_later, *by_agency, one.due is None, one.due or day, one.number
