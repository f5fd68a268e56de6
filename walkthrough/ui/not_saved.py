# SPDX-License-Identifier: MIT
"""Says that something could not be written or opened, where it stops nobody's typing.

It must not know what was to be written.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from walkthrough.model import FileTrouble
from walkthrough.ui.dialogs.ask import Ask
from walkthrough.ui.status_line import StatusLine
from walkthrough.ui.wording_ui import trouble_text
from walkthrough.wording import N_, _


def say_unsaved(status: StatusLine, trouble: FileTrouble) -> None:
    """Let the status say so until something is saved again."""
    full = N_("Not saved: the disk is full")
    status.set_unsaved(full if trouble.code == "disk_full" else N_("Not saved"))


def say_not_kept(status: StatusLine, trouble: FileTrouble) -> None:
    """Say that half-typed words are not kept: no dialog, it would take the next keys."""
    say_unsaved(status, trouble)
    status.say(_("What you are typing cannot be kept now: make room on the disk, then go on."))


def say_unopened(ask: Ask, backups: Path, trouble: FileTrouble) -> None:
    """Say why a file cannot be opened; for a damaged one offer the folder of the backups."""
    title, text = _("This file cannot be opened"), trouble_text(trouble)
    if trouble.code != "damaged" or not backups.is_dir():
        ask.tell(title, text)
    elif ask.confirm(title, text, _("Show the backups")):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(backups)))
