# SPDX-License-Identifier: MIT
"""Whose promises have nobody behind them any more: people who left their seats, partners that left.

It reads who sits where, which is for paper: only the fact that somebody left may go further.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.plan import OPEN_STATES
from walkthrough.model.schema import NextStep, Partner, Seat
from walkthrough.model.words import Seated


class Leavers(msgspec.Struct, frozen=True, gc=False):
    """Who of a partner's people left their seats, and whether nobody of it sits any more."""

    everybody: bool = False
    names: frozenset[str] = frozenset()

    def has(self, owner: str) -> bool:
        """Whether the owner of this name has left."""
        return self.everybody or owner.strip().casefold() in self.names


STAYED = Leavers()


def leavers_by_partner(connection: Connection) -> dict[str | None, Leavers]:
    """By partner; whoever left one seat and still fills another has not left."""
    gone: defaultdict[str | None, set[str]] = defaultdict(set)
    here: defaultdict[str | None, set[str]] = defaultdict(set)
    query = select(Seat.partner_id, Seat.state, Seat.holder).where(Seat.partner_id.is_not(None))
    for partner_id, state, holder in connection.execute(query):
        if state in (Seated.LEFT, Seated.FILLED):
            (gone if state is Seated.LEFT else here)[partner_id].add(holder.strip().casefold())
    return {key: Leavers(key not in here, frozenset(names - here[key] - {""})) for key, names in gone.items()}


def steps_left_behind(connection: Connection) -> frozenset[str]:
    """The open next steps whose partner, or whose owner in it, has left."""
    leavers = leavers_by_partner(connection)
    rows = connection.execute(
        select(NextStep.id, NextStep.owner_partner_id, NextStep.owner, Partner.has_left)
        .join(Partner, Partner.id == NextStep.owner_partner_id)
        .where(NextStep.state.in_(OPEN_STATES))
    )
    return frozenset(
        key for key, partner, owner, has_left in rows if has_left or leavers.get(partner, STAYED).has(owner)
    )
