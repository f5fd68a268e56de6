# SPDX-License-Identifier: MIT
"""The only place where a workbook's plain notice becomes a Qt signal. It must not look into the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet, Workbook


class Bridge(QObject):
    """Re-emits what a workbook tells; receivers in the GUI thread are called there."""

    changed = Signal(object, object)
    """A ChangeSet, and whoever asked for it or None."""

    def __init__(self, workbook: Workbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = workbook.subscribe(self._tell)

    def close(self) -> None:
        """Hear no more."""
        self._leave()

    def _tell(self, changes: ChangeSet, initiator: object | None) -> None:
        self.changed.emit(changes, initiator)
