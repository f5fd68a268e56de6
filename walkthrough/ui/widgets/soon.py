# SPDX-License-Identifier: MIT
"""What may wait until the answer to a key has been painted: menus, counts, sentences around what was done.

Must not know what is done.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 30
"""Longer than a key takes until its row is painted, shorter than anybody could see."""


class Soon(QTimer):
    """One call a moment later, for however many asks."""

    def __init__(self, call: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=_AFTER_MS)
        self._call = call
        self.timeout.connect(call)

    def ask(self) -> None:
        """Have it called a moment from now."""
        if not self.isActive():  # or somebody who types fast would put it off for ever
            self.start()

    def catch_up(self) -> None:
        """Call it now if it was asked for: somebody is about to look."""
        if self.isActive():
            self.stop()
            self._call()
