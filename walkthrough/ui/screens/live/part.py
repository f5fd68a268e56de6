# SPDX-License-Identifier: MIT
"""The contract between the live screen and one part of the agenda.

A part knows its desk and its meeting, never the head, the strip of parts or the audience window: it says by a
`Showing` where the room is looking, and the live screen sees to the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.page import Handlers

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet
    from walkthrough.ui.screen import Desk
    from walkthrough.ui.walking.capture_line import CaptureLine


@dataclass(frozen=True)
class LiveDesk:
    """What a part of the live meeting works with.

    Args:
        desk: the desk of the screen; parts write by `desk.workbook.do(command, initiator=screen)`.
        screen: the live screen, as initiator.
        line: the one capture line at the foot; only the walk and the next steps connect to what it asks for.
        people_here: how many people are here now, unnamed ones too.
    """

    desk: Desk
    screen: QWidget
    line: CaptureLine
    people_here: Callable[[], int]


class LivePart(QWidget):
    """One part of the agenda as the presenter sees it."""

    kind: ClassVar[AgendaKind]
    takes_line: ClassVar[bool] = False
    """Whether the capture line has the focus here (walk, next steps); elsewhere digits answer, and a kind
    character (- + = > ? *) opens the line over the part.
    """

    wall_changed = Signal()
    """`showing()` answers differently now."""
    finished = Signal()
    """Everything in this part is done: the next part may be offered (never entered by itself)."""
    actions_changed = Signal()
    part_asked = Signal(object)
    """An AgendaKind that the presenter asked to go to from here."""
    leave_asked = Signal()
    """The presenter is through with the meeting."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = live

    def begin(self, showing: Showing) -> None:
        """Read and show; `showing` says where this part was left (another `part` than one's own: at its
        beginning). Called whenever the part comes into view.
        """

    def showing(self) -> Showing:
        """Return where the room is looking now. Keys and numbers only."""
        raise NotImplementedError

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether these changes touch anything shown here."""
        return True

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change of the workbook."""

    def leave(self) -> None:
        """Save what is half typed in a field of one's own, because another part comes into view."""

    def page(self, by: int) -> bool:
        """Page Down (1) or Page Up (-1), also from a presenter remote. They never leave a part. False
        without such a page.
        """
        return False

    def key(self, event: QKeyEvent) -> bool:
        """Answer a key while no text field has the focus; True if it was meant for this part."""
        return False

    def put_first(self, step_ids: Iterable[str]) -> None:
        """Deal with these next steps before all others: somebody leaves early. Read back does."""

    def handlers(self) -> Handlers:
        """Return what this part does for the actions of the registry."""
        return {}

    def can(self, action_id: str) -> bool:
        """Tell whether one of `handlers()` makes sense now."""
        return True

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions of the registry that may work now; None for all."""
        return None

    def set_room_safe(self, safe: bool) -> None:
        """Hide what is private, for paper, held or a draft when `safe`."""

    def retranslate(self) -> None:
        """Set the words again that hold facts."""

    def first_focus(self) -> QWidget:
        """Return the widget that has the focus when the part comes into view."""
        return self

    def parts(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 goes to."""
        return (self.first_focus(),)
