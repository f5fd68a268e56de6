# SPDX-License-Identifier: MIT
"""Somebody who types until the power fails: for each line on stdin a fresh process records into a workbook.

Run as a script. It forks from one warm process, so that a hundred of them take seconds.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook


def tell(*words: object) -> None:
    """One line, in one write: what was told was told whole, even if the next thing is the end."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def record(path: Path, first: int) -> None:
    """Type and save for ever, telling each thing only after it is on the disk."""
    book = Workbook.open(path)
    offered = [draft.text.removeprefix("half-typed ") for draft in book.drafts.all()]
    tell(
        "open", book.read(lambda c: c.exec_driver_sql("select count(*) from decision").scalar_one()), *offered
    )
    if offered:
        book.drafts.drop("capture")
    for number in range(first, first + 1000):
        book.drafts.keep("capture", f"half-typed {number}")
        tell("kept", number)
        book.do(RecordEntry(Kind.DECISION, f"Decision {number}"))
        tell("saved", number)
        book.drafts.drop("capture")
        tell("dropped", number)


def main() -> None:
    """Serve: each line is where to begin counting."""
    path = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            tell("started", os.getpid())
            record(path, int(line))
            os._exit(0)
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
