# SPDX-License-Identifier: MIT
"""The one window: rail, pages, notices, status line, menus. It is up before the model is even imported.

It must not know a workbook nor any page; `Frame` joins them to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from walkthrough.ui.actions import RAIL
from walkthrough.ui.menus import ActionSet
from walkthrough.ui.page_stack import PageStack
from walkthrough.ui.rail import Rail
from walkthrough.ui.room import RoomState
from walkthrough.ui.status_line import StatusLine
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.focus_ring import FocusRing
from walkthrough.wording import _

if TYPE_CHECKING:
    from walkthrough.ui.page import Page

FIRST_SIZE = QSize(1180, 780)
SMALLEST = QSize(720, 480)


class MainWindow(QMainWindow):
    """The frame that everything else stands in."""

    closing = Signal()
    """The window is about to close; what is being typed can still be kept."""

    def __init__(self, room: RoomState, pages: tuple[str, ...] = RAIL) -> None:
        super().__init__()
        self.setObjectName("window")
        self.room = room
        self.rail = Rail(pages)
        self.stack = PageStack(room)
        self.status = StatusLine(room)
        self.notices = QVBoxLayout()
        self.actions_here = ActionSet(self)
        self.may_close: Callable[[], bool] = lambda: True
        self._book_name = ""
        self._page_title = ""
        self._build()
        self._ring = FocusRing(self)
        self.actions_here.answer(
            {"go.part_next": lambda: self._go_part(1), "go.part_before": lambda: self._go_part(-1)}
        )
        self.rail.chosen.connect(lambda name: self.actions_here.ask(f"go.{name}"))
        self._paint()
        self.retranslate()

    def show_page(self, name: str, **where: object) -> Page:
        """Show a page and give it the focus, unless the focus is in it already."""
        page = self.stack.show_page(name, **where)
        self.rail.mark(name)
        self.rail.setVisible(not page.stands_alone)
        self.actions_here.follow(page)
        self._page_title = name
        self.retitle(self._book_name)
        focus = QApplication.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def retitle(self, book_name: str) -> None:
        """Name the open workbook and the page in the title bar; "" while none is open."""
        self._book_name = book_name
        if book_name:
            self.setWindowTitle(_("{workbook} · Walkthrough").format(workbook=book_name))
        else:
            self.setWindowTitle(_("Walkthrough"))

    def place(self, geometry: tuple[int, ...], maximised: bool) -> None:
        """Stand where the window stood last, as far as a screen shows that place."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        self.setGeometry(fitted(QRect(*geometry) if len(geometry) == 4 else None, screens))
        if maximised:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def geometry_now(self) -> tuple[int, int, int, int]:
        """Return where the window stands, or would if it were not maximised: x, y, width, height."""
        where = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        return where.x(), where.y(), where.width(), where.height()

    def retranslate(self) -> None:
        """Set the window's own words again; its parts do theirs."""
        self.actions_here.retranslate()
        self.retitle(self._book_name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.LanguageChange:
                self.retranslate()
            case QEvent.Type.StyleChange | QEvent.Type.PaletteChange:
                self._paint()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is open, then go; stay where that would lose something and nobody agrees to it."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        self.setStatusBar(self.status)
        middle, right = QWidget(), QVBoxLayout()
        row = QHBoxLayout(middle)
        for layout in (row, right, self.notices):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        right.addLayout(self.notices)
        right.addWidget(self.stack, 1)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)

    def _paint(self) -> None:
        self.actions_here.paint(look_of(self))

    def _parts(self) -> list[QWidget]:
        page = self.stack.page
        in_page = page.parts() if page is not None else ()
        parts = (*in_page, self.status.first_focus(), self.rail.first_focus(), *self._notices())
        return [part for part in parts if part.isVisible() and part.isEnabled()]

    def _notices(self) -> Iterator[QWidget]:
        """The first button of each notice over the pages."""
        for number in range(self.notices.count()):
            item = self.notices.itemAt(number)
            notice = item.widget() if item is not None else None
            if notice is not None:
                yield from [button for button in notice.findChildren(QPushButton) if button.isVisible()][:1]

    def _go_part(self, step: int) -> None:
        parts, focus = self._parts(), QApplication.focusWidget()
        if not parts:
            return
        at = _part_of(focus, parts)
        if at >= 0:
            target = parts[(at + step) % len(parts)]
        elif focus is not None and self.rail.isAncestorOf(focus):
            target = parts[(len(parts) - 1 + step) % len(parts)]
        else:
            target = parts[_next_by_tab(focus, parts, step)] if focus is not None else parts[0]
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _part_of(widget: QWidget | None, parts: list[QWidget]) -> int:
    """The part that holds a widget, or that stands for the row of fields around it; -1 for none."""
    found = (n for n, part in enumerate(parts) if widget and (widget is part or part.isAncestorOf(widget)))
    at = next(found, -1)
    around = widget.parentWidget() if widget else None
    while at < 0 and around is not None:
        proxy = around.focusProxy()
        at = parts.index(proxy) if proxy in parts else -1
        around = around.parentWidget()
    return at


def _next_by_tab(focus: QWidget, parts: list[QWidget], step: int) -> int:
    """The part that Tab (1) or Shift+Tab (-1) would come to, for a focus that stands between two."""
    widget = focus
    while True:
        neighbour = widget.nextInFocusChain() if step > 0 else widget.previousInFocusChain()
        if neighbour is None or neighbour is focus:
            return 0
        widget = neighbour
        if (found := _part_of(widget, parts)) >= 0:
            return found


def fitted(wanted: QRect | None, screens: list[QRect]) -> QRect:
    """Return a place for the window that lies whole on one of the screens, as near to the wanted one as can
    be.

    `screens` are the places of the screens without task bars, the main one first.
    """
    home = screens[0] if screens else QRect(0, 0, FIRST_SIZE.width(), FIRST_SIZE.height())
    if wanted is not None:
        overlaps = [(_area(screen & wanted), screen) for screen in screens]
        best = max(overlaps, key=lambda pair: pair[0], default=(0, home))
        home = best[1] if best[0] > 0 else home
    least = SMALLEST.boundedTo(home.size())
    size = (FIRST_SIZE if wanted is None else wanted.size()).expandedTo(least).boundedTo(home.size())
    if wanted is None:
        return QRect(home.center() - QRect(home.topLeft(), size).center() + home.topLeft(), size)
    x = min(max(wanted.x(), home.x()), home.right() + 1 - size.width())
    y = min(max(wanted.y(), home.y()), home.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())


def _area(place: QRect) -> int:
    return place.width() * place.height() if place.isValid() else 0
