# SPDX-License-Identifier: MIT
"""What is looked at once more before a meeting closes, for the presenter. Nothing here goes to the wall."""

from __future__ import annotations

from sqlalchemy import Connection, select

from walkthrough.model.schema import Raised


def raised_steps(connection: Connection, meeting_id: str) -> frozenset[str]:
    """The keys of the next steps for which a question was raised in this meeting."""
    query = select(Raised.step_id).where(Raised.meeting_id == meeting_id, Raised.step_id.is_not(None))
    return frozenset(connection.scalars(query))
