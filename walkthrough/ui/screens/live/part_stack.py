# SPDX-License-Identifier: MIT
"""The parts of a live meeting, each made when the meeting first comes to it; one is in view.

It must not know what any part shows, nor the agenda.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.parts import make_part
from walkthrough.ui.widgets.places import Stack


class PartStack(Stack):
    """One part for each kind of agenda part."""

    wall_changed = Signal()
    """The part in view shows the room something else."""
    actions_changed = Signal()
    part_finished = Signal()
    """Everything in the part in view is done."""
    part_asked = Signal(object)
    """An AgendaKind to go to."""
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._live: LiveDesk | None = None
        self._parts: dict[AgendaKind, LivePart] = {}
        self._safe = True
        self.setMinimumSize(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def work_at(self, live: LiveDesk) -> None:
        """Make parts that work with this from now on."""
        self._live = live

    def part(self) -> LivePart | None:
        """The part in view."""
        shown = self.currentWidget()
        return shown if isinstance(shown, LivePart) else None

    def show_part(self, kind: AgendaKind, showing: Showing) -> LivePart:
        """Bring a part into view, where it was left."""
        part = self._parts.get(kind) or self._made(kind)
        part.begin(showing)
        self.setCurrentWidget(part)
        return part

    def set_room_safe(self, safe: bool) -> None:
        """Tell every part."""
        self._safe = safe
        for part in self._parts.values():
            part.set_room_safe(safe)

    def retranslate(self) -> None:
        """Let every part set the words again that hold facts."""
        for part in self._parts.values():
            part.retranslate()

    def forget(self) -> None:
        """Let go of every part: another meeting begins, or none."""
        for part in self._parts.values():
            self.removeWidget(part)
            part.deleteLater()
        self._parts.clear()

    def hasHeightForWidth(self) -> bool:
        return False

    def _made(self, kind: AgendaKind) -> LivePart:
        assert self._live is not None
        part = make_part(kind, self._live)
        part.setObjectName(f"live.{kind}")
        part.set_room_safe(self._safe)
        part.wall_changed.connect(self.wall_changed)
        part.actions_changed.connect(self.actions_changed)
        part.finished.connect(self.part_finished)
        part.part_asked.connect(self.part_asked)
        part.leave_asked.connect(self.leave_asked)
        self._parts[kind] = part
        self.addWidget(part)
        return part
