# SPDX-License-Identifier: MIT
"""Half-typed text, kept outside the journal so that a crash loses two seconds at most. Never exported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import Engine

from walkthrough.model.schema.base import moment_text, whole
from walkthrough.model.store.trouble import told_plainly


class Draft(msgspec.Struct, frozen=True, gc=False):
    """One kept text: the field it was typed in, the text, when."""

    key: str
    text: str
    at: datetime


class Drafts:
    """The drafts of one open workbook."""

    def __init__(self, writer: Engine, path: Path) -> None:
        self._writer = writer
        self._path = path

    def keep(self, key: str, text: str) -> None:
        """Keep the text being typed in field `key`; an empty text drops the draft.

        Raises:
            FileTrouble: it could not be written.
        """
        if not text:
            self.drop(key)
            return
        with told_plainly(self._path), self._writer.begin() as connection:
            connection.exec_driver_sql(
                "insert into draft(key, text, at) values(?, ?, ?)"
                " on conflict(key) do update set text = excluded.text, at = excluded.at",
                (key, whole(text), moment_text(datetime.now(UTC))),
            )

    def drop(self, key: str) -> None:
        """Forget the draft of field `key`: it was saved or discarded."""
        with told_plainly(self._path), self._writer.begin() as connection:
            connection.exec_driver_sql("delete from draft where key = ?", (key,))

    def all(self) -> tuple[Draft, ...]:
        """Every kept draft, oldest first."""
        with told_plainly(self._path), self._writer.begin() as connection:
            rows = connection.exec_driver_sql("select key, text, at from draft order by at").fetchall()
        return tuple(Draft(key=k, text=t, at=datetime.fromisoformat(a)) for k, t, a in rows)
