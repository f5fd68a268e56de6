# SPDX-License-Identifier: MIT
"""Where a live meeting is: kept at each change, outside the journal, so that a restart finds the way back.

Keys, numbers and moments only; no word that anybody typed.
"""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from sqlalchemy import Engine

from walkthrough.model.rules.pace import Clockwork
from walkthrough.model.schema.base import moment_text
from walkthrough.model.showing import Showing
from walkthrough.model.store.place import Place
from walkthrough.model.store.trouble import told_plainly


class LiveState(msgspec.Struct, frozen=True, gc=False):
    """Where the meeting is, and how its clock stands. `at` counts the part on the agenda, the first 0: two
    parts may be of one kind.
    """

    showing: Showing
    clock: Clockwork
    at: int = 0


class LiveNow:
    """The one live meeting of an open workbook, if there is one."""

    def __init__(self, writer: Engine, place: Place) -> None:
        self._writer, self._place = writer, place

    def keep(self, state: LiveState) -> None:
        """Remember where the meeting is.

        Raises:
            FileTrouble: it could not be written.
        """
        text = msgspec.json.encode(state, order="deterministic").decode()
        with told_plainly(self._place.path), self._writer.begin() as connection:
            connection.exec_driver_sql(
                "insert into live_now(one, meeting, state, at) values(1, ?, ?, ?) on conflict(one) do update"
                " set meeting = excluded.meeting, state = excluded.state, at = excluded.at",
                (state.showing.meeting_id, text, moment_text(datetime.now(UTC))),
            )

    def clear(self) -> None:
        """The meeting is live no more."""
        with told_plainly(self._place.path), self._writer.begin() as connection:
            connection.exec_driver_sql("delete from live_now")

    def found(self) -> LiveState | None:
        """Return where the meeting was when the program ended; None for none, for one whose meeting is not
        there any more or is closed, or for one that nobody can read.
        """
        with told_plainly(self._place.path), self._writer.begin() as connection:
            row = connection.exec_driver_sql(
                "select state from live_now where meeting in (select id from meeting where state != 'closed')"
            ).fetchone()
        try:
            return None if row is None else msgspec.json.decode(row[0], type=LiveState)
        except msgspec.DecodeError:
            return None
