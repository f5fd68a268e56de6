# SPDX-License-Identifier: MIT
"""The log file: what the program did, for support. No text of a user ever gets in, by construction.

A record keeps its constant message, numbers, and texts marked as `Code`; any other text in it becomes its
length. An error keeps its type and places, never its message. Of other libraries only the place is kept.
"""

from __future__ import annotations

import faulthandler
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

OURS = "walkthrough"
_KEPT_BYTES = 300_000


class Code(str):
    """A text that is ours, not a user's: a screen's name, an error code, a version. Only these are logged in
    full.
    """

    __slots__ = ()


def log() -> logging.Logger:
    """Return the program's logger. Its messages are constants; facts go in as arguments."""
    return logging.getLogger(OURS)


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return an error as its type and places, without its message, which may hold what a user typed."""
    places = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *places])


class SafeFormatter(logging.Formatter):
    """Writes a record without any text that could be a user's."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the places of an error under it."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        line = f"{moment} {record.levelname} {record.name} {self._message(record)}"
        if record.exc_info and record.exc_info[0] is not None:
            line += "\n" + describe(record.exc_info[0], record.exc_info[2])
        return line

    def _message(self, record: logging.LogRecord) -> str:
        if record.name.partition(".")[0] != OURS:
            return f"{record.module}:{record.lineno}"
        arguments = record.args if isinstance(record.args, tuple) else (record.args,)
        return str(record.msg) % tuple(_safe(a) for a in arguments) if record.args else str(record.msg)


def _safe(value: object) -> object:
    if isinstance(value, Code | int | float) or value is None:
        return value
    return f"<text of {len(value)}>" if isinstance(value, str) else f"<{type(value).__name__}>"


def start(folder: Path) -> Path | None:
    """Write warnings and our notes to a file in `folder`, and low-level crashes too; None if that is not
    possible.
    """
    # Not logging.handlers: it imports the network, and one file kept beside the new one is enough.
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / "walkthrough.log"
        if target.exists() and target.stat().st_size > _KEPT_BYTES:
            target.replace(folder / "walkthrough-before.log")
        handler = logging.FileHandler(target, encoding="utf-8")
        # Kept open on purpose: the interpreter writes here when it can no longer open anything.
        crashes = (folder / "crash-low-level.log").open("a", encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(SafeFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    log().setLevel(logging.INFO)
    faulthandler.enable(crashes)
    return target
