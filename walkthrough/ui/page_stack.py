# SPDX-License-Identifier: MIT
"""The pages of the window, each made at its first visit and read again when what it shows has changed.

It must not know which pages there are; makers come by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from walkthrough.ui.page import Page
from walkthrough.ui.restyling import dress, left_out
from walkthrough.ui.room import RoomState

if TYPE_CHECKING:
    from walkthrough.model import ChangeSet

Makers = Mapping[str, Callable[[], Page]]


class PageStack(QStackedWidget):
    """Shows one page at a time; the others keep their place."""

    page_shown = Signal(str)
    """The name of the page that is shown from now on."""

    def __init__(self, room: RoomState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._undressed: set[str] = set()
        room.changed.connect(self._tell_room)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def add_makers(self, makers: Makers) -> None:
        """Add pages that can be shown from now on; one of a known name takes its place."""
        self.forget(makers)
        self._makers.update(makers)

    def forget(self, names: Mapping[str, object] | tuple[str, ...]) -> None:
        """Take these pages away, because their workbook was closed."""
        for name in tuple(names):
            self._makers.pop(name, None)
            self._stale.discard(name)
            self._undressed.discard(name)
            page = self._pages.pop(name, None)
            if page is not None:
                self.removeWidget(page)
                page.deleteLater()

    def knows(self, name: str) -> bool:
        """Tell whether there is such a page."""
        return name in self._makers

    def show_page(self, name: str, **where: object) -> Page:
        """Show a page, made and read if need be; KeyError for a name nobody knows."""
        is_new = name not in self._pages
        page = self._made(name) if is_new else self._pages[name]
        if name in self._undressed:
            self._undressed.discard(name)
            dress(page)
        if is_new or name in self._stale:
            self._stale.discard(name)
            page.refresh()
        if where:
            page.show_for(**where)
        if page.focusWidget() is None:
            page.first_focus().setFocus()  # or Qt gives the focus to whatever Tab comes to first
        self.setCurrentWidget(page)
        self.page_shown.emit(name)
        return page

    def read_again(self, name: str) -> None:
        """Let a page be read again at its next visit: what it shows has changed outside the workbook."""
        if name in self._pages:
            self._stale.add(name)

    def follow(self, changes: ChangeSet, initiator: object) -> None:
        """Let the page that is shown follow a change now, and the others at their next visit."""
        for name, page in self._pages.items():
            if not _is_concerned(page, changes):
                continue
            if page is self.page:
                _take(page, changes, initiator)
            else:
                self._stale.add(name)

    @contextmanager
    def restyling(self) -> Iterator[None]:
        """Change the program's style inside: the page that is shown takes it on now, others at their next
        visit.
        """
        hidden = {name: page for name, page in self._pages.items() if page is not self.page}
        self._undressed.update(hidden)
        with left_out(list(hidden.values())):
            yield

    def _made(self, name: str) -> Page:
        page = self._makers[name]()
        page.setObjectName(f"page.{name}")
        page.set_room_safe(self._room.safe)
        self._pages[name] = page
        self.addWidget(page)
        return page

    def _tell_room(self) -> None:
        for page in self._pages.values():
            page.set_room_safe(self._room.safe)


def _is_concerned(page: Page, changes: ChangeSet) -> bool:
    concerns = getattr(page, "concerns", None)
    return bool(concerns and concerns(changes))


def _take(page: Page, changes: ChangeSet, initiator: object) -> None:
    take = getattr(page, "take_changes", None)
    if take is not None:
        take(changes, initiator)
