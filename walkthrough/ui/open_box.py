# SPDX-License-Identifier: MIT
"""What the window says of a ballot box that stands open: that each ballot is on the disk, and, before all is
closed, that it waits.

Numbers of ballots only, and never a time: the room may see this window. It must not know an answer.
"""

from __future__ import annotations

from walkthrough.model import FileTrouble, Workbook
from walkthrough.model.ballots import BallotBox
from walkthrough.ui.ballots.words import box_words
from walkthrough.ui.dialogs.ask import Ask
from walkthrough.ui.status_line import StatusLine
from walkthrough.wording import _


def say_box_saved(status: StatusLine, box: BallotBox) -> None:
    """Say how many are in and that all is saved; when the last one came in is nobody's business."""
    status.set_saved_words(lambda: _saved_words(box))


def may_leave_boxes(ask: Ask, workbook: Workbook) -> bool:
    """Say that a box stands open before its workbook is closed; False if the person stays."""
    try:
        boxes = workbook.boxes.found()
    except FileTrouble:
        return True  # nothing can be known of them now, and nothing is done to them
    return not boxes or ask.confirm(
        _("A ballot box is open"),
        _("Nothing is lost: ballots that are in stay in. Go on when you open this workbook again."),
        _("Close for now"),
    )


def _saved_words(box: BallotBox) -> str:
    if not box.is_open:
        return _("All saved")
    return _("{ballots}, all saved").format(ballots=box_words(box))
