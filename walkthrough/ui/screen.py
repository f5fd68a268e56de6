# SPDX-License-Identifier: MIT
"""The contract between the frame and a screen of an open workbook: `Screen`, and the `Desk` it works at.

It must not know which screens exist. A screen holds the desk, reads its own query and shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from walkthrough.ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from walkthrough.model import ChangeSet, Clock, Workbook
    from walkthrough.model.content import Shelf
    from walkthrough.settings import KeptSettings
    from walkthrough.ui.dialogs.ask import Ask
    from walkthrough.ui.drafts import DraftKeeper
    from walkthrough.ui.jobs import ExportOrder, Job, MeetingOrder
    from walkthrough.ui.room import RoomState
    from walkthrough.ui.wall.projection import Projection


class Go(Protocol):
    """Takes the window to another page; `where` says what to show there, like station_id=... ."""

    def __call__(self, screen: str, /, **where: object) -> None: ...


@dataclass(frozen=True)
class Desk:
    """All a screen may reach, and nothing else; handed to its constructor by the window.

    `say` puts a finished sentence into the status line and to the screen reader. `export` starts an export as
    a process of its own and returns the job, whose signals tell how it goes. `settings.now` are this
    machine's settings, `settings.change(paper="a4")` keeps others. `hand_out` writes all that a meeting hands
    out, like `export`. `projection` is the audience window, which outlives every screen.
    """

    workbook: Workbook
    shelf: Shelf
    room: RoomState
    clock: Clock
    settings: KeptSettings
    say: Callable[[str], None]
    go: Go
    drafts: DraftKeeper
    ask: Ask
    export: Callable[[ExportOrder], Job]
    hand_out: Callable[[MeetingOrder], Job]
    projection: Projection


class Screen(Page):
    """A page over an open workbook. It writes by `desk.workbook.do(command, initiator=self)` and reads its
    own query.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Keep the desk; a subclass builds its widgets (the frame calls `refresh` at the first visit)."""
        super().__init__(parent)
        self.desk = desk

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether these changes touch anything shown here; everything does, until the screen says
        otherwise.
        """
        return True

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Follow a change of the workbook; `initiator is self` for the screen's own. Called only if
        `concerns`.
        """
        self.refresh()
