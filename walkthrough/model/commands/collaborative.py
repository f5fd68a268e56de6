# SPDX-License-Identifier: MIT
"""Naming and describing the collaborative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, said
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Collaborative
from walkthrough.model.schema.collaborative import HIDE_BELOW

EDITABLE = frozenset(
    {
        "name",
        "area",
        "purpose",
        "convener",
        "contact",
        "paper_size",
        "language",
        "hide_counts_below",
        "hide_reason",
        "private_note",
        "is_sample",
        "started_on",
    }
)


@dataclass(frozen=True)
class NameCollaborative(Deed):
    """Give the collaborative its name and area; makes its row the first time."""

    name: str
    area: str = ""

    def apply(self, session: Session) -> None:
        """Write name and area."""
        name = said(self.name, "name")
        row = session.scalar(select(Collaborative))
        if row is None:
            session.add(Collaborative(name=name, area=self.area.strip()))
        else:
            row.name, row.area = name, self.area.strip()


@dataclass(frozen=True)
class DescribeCollaborative(Deed):
    """Change anything else that is known of the collaborative."""

    values: dict[str, Any]

    def apply(self, session: Session) -> None:
        """Write the given columns."""
        row = session.scalar(select(Collaborative))
        if row is None:
            raise Refused("gone", table="collaborative")
        for name, value in self.values.items():
            if name not in EDITABLE:
                raise ValueError(name)
            if name == "hide_counts_below" and value not in HIDE_BELOW:
                raise Refused("out_of_range", field=name, least=min(HIDE_BELOW), most=max(HIDE_BELOW))
            setattr(row, name, value)
