# SPDX-License-Identifier: MIT
"""What only the presenter sees at the opening of a meeting: who leads, and notes of one's own.

The cards themselves are read as the wall reads them (`queries/wall/opening.py`).
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import Meeting


class Opening(msgspec.Struct, frozen=True, gc=False):
    """A meeting as it is opened. `facilitator` and `recorder` are for paper, `private_note` for the presenter
    alone.
    """

    purpose: str
    facilitator: str
    recorder: str
    private_note: str


def opening(connection: Connection, meeting_id: str) -> Opening | None:
    """The meeting, or None if it is gone."""
    rows = connection.execute(
        select(Meeting.purpose, Meeting.facilitator, Meeting.recorder, Meeting.private_note).where(
            Meeting.id == meeting_id
        )
    )
    return next(iter(frozen(Opening, rows)), None)
