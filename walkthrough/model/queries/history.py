# SPDX-License-Identifier: MIT
"""What was done, step by step, as the journal has it: labels and facts, never anybody's text."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection


class HistoryLine(msgspec.Struct, frozen=True, gc=False):
    """One step. `is_undone`: it was taken back and stands no longer."""

    id: str
    kind: str
    label: str
    facts: dict[str, Any]
    at: datetime
    is_undone: bool


def history(connection: Connection, limit: int = 300) -> tuple[HistoryLine, ...]:
    """The newest steps, newest first. An undo or redo is no line: the step it names changes its state."""
    rows = connection.exec_driver_sql(
        "select seq, kind, label, facts, at,"
        " (select kind from chg_step back where back.of = step.seq order by back.seq desc limit 1)"
        " from chg_step step where kind not in ('undo', 'redo') order by seq desc limit ?",
        (limit,),
    )
    return tuple(
        HistoryLine(str(seq), kind, label, json.loads(facts), datetime.fromisoformat(at), last == "undo")
        for seq, kind, label, facts, at, last in rows
    )
