# SPDX-License-Identifier: MIT
"""Whether a ballot may stand on this window: only where somebody has said that the room cannot see it.

With screens of their own the word is that of RoomState. With one screen, or with mirrored ones, it is the
word that the projector is covered or blank, which ends with every change of screens. It must not know a
ballot.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from walkthrough.ui.room import RoomState


class Cover(QObject):
    """Asked before anything private is shown; tells at once when it must not show any more."""

    changed = Signal()
    """`holds` or `is_apart` may have another value."""
    lost = Signal()
    """The word is gone: nothing of a ballot may be seen from this moment."""

    def __init__(self, room: RoomState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._is_covered = self._held = False
        self.by_screens = False
        """Whether the word was lost by a change of screens, and not because the ballots went out of sight."""
        room.changed.connect(self._follow_screens)
        room.screens_changed.connect(self._end_by_screens)
        self._held = self.holds

    @property
    def holds(self) -> bool:
        """Whether the room cannot see this window, by somebody's word."""
        return self._room.confirmed or (self._is_covered and not self._room.can_confirm)

    @property
    def is_apart(self) -> bool:
        """Whether the wall can be another screen than this window's."""
        return self._room.can_confirm

    def give_word(self) -> None:
        """Take a person's word: this window is not on the wall, or the projector is covered or blank."""
        self.by_screens = False
        if self._room.can_confirm:
            self._room.confirm_not_on_wall()
            return
        self._is_covered = True
        self._follow()

    def forget(self) -> None:
        """Ask again next time: the ballots are out of sight."""
        self.by_screens = self._is_covered = False
        self._follow()

    def _end_by_screens(self) -> None:
        self.by_screens = self.by_screens or self._held
        self._is_covered = False
        self._follow()

    def _follow_screens(self) -> None:
        self.by_screens = self.by_screens or (self._held and not self.holds)
        self._follow()

    def _follow(self) -> None:
        before, self._held = self._held, self.holds
        if before and not self._held:
            self.lost.emit()
        self.changed.emit()
