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

    failed = Signal(object)
    """The FileTrouble of a step that was not written; whoever asked for the step is told too."""

    box_kept = Signal(object)
    """A BallotBox of which a change is on the disk, or that is thrown away."""

    def __init__(self, workbook: Workbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbook = workbook
        self._leave = workbook.subscribe(self._tell)
        workbook.on_trouble = self.failed.emit
        workbook.boxes.on_kept = self.box_kept.emit

    def close(self) -> None:
        """Hear no more."""
        self._leave()
        self._workbook.on_trouble = lambda _trouble: None
        self._workbook.boxes.on_kept = lambda _box: None

    def _tell(self, changes: ChangeSet, initiator: object | None) -> None:
        self.changed.emit(changes, initiator)
