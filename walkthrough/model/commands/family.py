# SPDX-License-Identifier: MIT
"""The made-up family of a walk: another one can be walked with, and its lines follow it to the stations."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, found
from walkthrough.model.content.shapes import Family
from walkthrough.model.schema import Station, Walk


@dataclass(frozen=True)
class UseFamily(Deed):
    """Walk with another made-up family."""

    walk_id: str
    family: Family

    def apply(self, session: Session) -> None:
        """Write its name, its story, and its line at each station that it has one for."""
        walk = found(session, Walk, self.walk_id)
        walk.family, walk.family_intro = self.family.name, self.family.intro
        for station in session.scalars(select(Station).filter_by(walk_id=walk.id)):
            station.family_line = self.family.lines.get(station.code, "")
