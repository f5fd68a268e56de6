# SPDX-License-Identifier: MIT
"""How many families stay at each station, in words. The one place that reads figures for the wall.

RULES 3 lets a word leave where a figure may not, and the word comes of the figure: so this module reads
columns of the class private, and gives back words only. A test names it as the only one that may.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from walkthrough.model.queries.wall.shapes import LadderRung
from walkthrough.model.rules.counts import Rung, in_words
from walkthrough.model.schema import FamilyCount, Station
from walkthrough.model.words import Certainty


def ladder_in_words(connection: Connection, walk_id: str | None) -> tuple[LadderRung, ...]:
    """The drop-off ladder of a walk with a word for each rung; no figure leaves this function."""
    return tuple(
        LadderRung(station, certainty, in_words(_rung(certainty, *figures)))
        for station, certainty, *figures in connection.execute(_counts(), {"walk": walk_id})
    )


def _rung(certainty: Certainty, came: int | None, went_on: int | None, lost: int | None) -> Rung:
    if certainty is Certainty.NOBODY_KNOWS:
        return Rung(None, None, None)
    return Rung(came, went_on, lost)


@cache
def _counts() -> Any:
    return (
        select(
            func.coalesce(func.nullif(Station.short, ""), Station.name),
            FamilyCount.certainty,
            FamilyCount.families_in,
            FamilyCount.families_on,
            FamilyCount.families_lost,
        )
        .join(Station, Station.id == FamilyCount.station_id)
        .where(Station.walk_id == bindparam("walk"))
        .order_by(Station.pos, FamilyCount.pos, FamilyCount.id)
    )
