# SPDX-License-Identifier: MIT
"""The steps from each file format to the next, one module `v0002_what_it_does.py` per number, listed in ALL.

A version never imports live models: it writes out the tables it needs. Imported only when an older
file is upgraded or an older export comes in.
"""

from __future__ import annotations

from typing import Any, Protocol

from alembic.operations import Operations

from walkthrough.model.migrations import v0002_live_meetings_and_ballots

Row = dict[str, Any]


class Version(Protocol):
    """What a version module has.

    It may also have a pure `image(table, row) -> row | None`, which brings a row as the journal kept it into
    the new format (needed where a column is renamed or means something else), or says None: no way back.
    A new column without it gets its default, a dropped one is left out. `NEW_TABLES` (names) and
    `NEW_COLUMNS` (by table) say what an older export cannot have.
    """

    NUMBER: int
    NEW_TABLES: frozenset[str]
    NEW_COLUMNS: dict[str, frozenset[str]]

    def upgrade(self, operations: Operations) -> None:
        """Change the tables from format NUMBER - 1 to NUMBER. Triggers and search are put back afterwards."""
        ...


ALL: tuple[Version, ...] = (v0002_live_meetings_and_ballots,)
