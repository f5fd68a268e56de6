# SPDX-License-Identifier: MIT
"""Opens, finds, seals and throws away the one box of a round, and puts what is in the way into a sentence.

It must not know a widget.
"""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.model import FileTrouble, Refused
from walkthrough.model.ballots import BallotBox, BoxHead
from walkthrough.model.queries.ballots import asked_before
from walkthrough.model.rules.ballots import warn_again
from walkthrough.ui.ballots.asked import Asked
from walkthrough.ui.screen import Desk
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import N_, _

_LEFT = N_(
    "Somebody has left since. If you ask again, comparing the two rounds could show how that person rated."
)
_DAMAGED = N_("A ballot box beside this workbook cannot be read. Its ballots are lost: ask again.")


class RoundBox:
    """The box that stands open for a round; `now` is None while there is none.

    What can fail returns the sentence for it, "" where all went well.
    """

    def __init__(self, desk: Desk, initiator: object) -> None:
        self._workbook, self._initiator = desk.workbook, initiator
        self.now: BallotBox | None = None
        self.trouble = ""
        """What is to be told where no box stands open but one lies there that nobody can read."""

    def find(self, asked: Asked) -> None:
        """Find the box of this round, also one from before a crash."""
        boxes = self._workbook.boxes
        self.now = next((box for box in boxes.found() if asked.is_about(box.head)), None)
        is_lost = self.now is None and boxes.damaged()
        self.trouble = _(_DAMAGED) if is_lost else ""

    def warning(self, asked: Asked, people: int, left: int) -> str:
        """Return what to heed before the same is asked again; "" where nobody has left.

        Args:
            asked: what is asked.
            people: how many are here; 0 where nobody counted.
            left: how many are known to have left since (as many may have come).
        """
        before = self._workbook.read(asked_before, asked.for_table, asked.for_id)
        return _(_LEFT) if before is not None and warn_again(before.before, people, left) else ""

    def open_new(self, head: BoxHead) -> str:
        """Open a box."""

        def work() -> None:
            self.now = self._workbook.boxes.open_new(head)

        return _said(work)

    def seal(self) -> str:
        """Close the box: what may be shown comes into the workbook, for good."""
        box = self.now
        assert box is not None
        told = _said(lambda: self._workbook.seal(box, initiator=self._initiator))
        if not told:
            self.now = None
        return told

    def drop(self) -> str:
        """Throw the box away with all ballots in it."""
        box = self.now
        assert box is not None
        told = _said(lambda: self._workbook.boxes.drop(box))
        if not told:
            self.now = None
        return told


def _said(work: Callable[[], object]) -> str:
    try:
        work()
    except Refused as refused:
        return refusal_text(refused)
    except FileTrouble as trouble:
        return trouble_text(trouble)
    return ""
