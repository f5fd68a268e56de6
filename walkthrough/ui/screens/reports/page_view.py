# SPDX-License-Identifier: MIT
"""The pages of a PDF under each other, drawn as they come into view; keys turn them and make them larger.

It must not know where a picture comes from: it says which pages it wants, how wide, and is handed them.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QFrame, QWidget

from walkthrough.ui.screens.reports.page_places import PagePlaces
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.spoken import Retranslated, announce
from walkthrough.wording import _

_KEPT = 10
"""Pictures of pages; each may be some megabytes."""
_WIDEST = 4000
"""Pixels that a picture is wide at most."""


class PageView(Retranslated, QAbstractScrollArea):
    """Pages from 0. As wide as there is room, until somebody asks for another size."""

    turned = Signal(int)
    """Another page is at the top."""
    sized = Signal()
    """The pages are shown larger or smaller."""
    wanted = Signal(object)
    """A frozenset of (page, width in pixels of the screen): what is to be seen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = PagePlaces()
        self._drawn: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setObjectName("reports.pages")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.retranslate()

    def show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show other pages, by their widths and heights in points; the place stays where it can."""
        kept = self._page
        self._places.sizes = sizes
        self._drawn.clear()
        self._lay_out()
        self.go_to(min(kept, max(len(sizes) - 1, 0)))
        self.retranslate()
        self._ask()
        self.viewport().update()

    def start_over(self) -> None:
        """Begin the next document at its first page."""
        self._page = 0

    def take(self, page: int, width: int, image: QImage) -> None:
        """Take the picture of a page that was wanted."""
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._drawn[page, width] = picture
        while len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        self.viewport().update()

    def page(self) -> int:
        """Return the page that is at the top."""
        return self._page

    def page_count(self) -> int:
        """Return how many there are."""
        return len(self._places.sizes)

    def percent(self) -> int:
        """Return how large the pages are shown, in percent of their natural size."""
        return round(self._places.factor() * 100) if self._places.sizes else 100

    def go_to(self, page: int) -> None:
        """Put a page at the top."""
        if 0 <= page < len(self._places.tops):
            self.verticalScrollBar().setValue(self._places.tops[page] - self._gap())
            self._note(page)

    def turn(self, by: int) -> None:
        """Go on or back by so many pages."""
        self.go_to(min(max(self._page + by, 0), max(len(self._places.sizes) - 1, 0)))

    def grow(self, by: int) -> None:
        """Show the pages a step larger (1) or smaller (-1), or as wide as there is room (0)."""
        self._places.step(by)
        self._stay()
        self.sized.emit()

    def retranslate(self) -> None:
        """Say which page this is."""
        if not self._places.sizes:
            self.setAccessibleName(_("Pages of the report"))
            return
        told = _("Page {page} of {pages}").format(page=self._page + 1, pages=len(self._places.sizes))
        self.setAccessibleName(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.turn(step)
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(len(self._places.sizes) - 1)
        elif event.text() in ("+", "=", "-", "0"):
            self.grow({"-": -1, "0": 0}.get(event.text(), 1))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.grow(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.color("hover"))
        for page in self._seen():
            box = self._box(page)
            painter.fillRect(box, Qt.GlobalColor.white)
            if (picture := self._picture(page)) is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(box, picture)
            painter.setPen(look.color("line"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _picture(self, page: int) -> QPixmap | None:
        """The picture of a page at its size, or until it comes one of another size."""
        exact = self._drawn.get((page, self._pixels(page)))
        if exact is not None:
            return exact
        return next((picture for (number, _w), picture in self._drawn.items() if number == page), None)

    def _gap(self) -> int:
        return look_of(self).px(12)

    def _pixels(self, page: int) -> int:
        return min(round(self._places.extent(page)[0] * self.devicePixelRatioF()), _WIDEST)

    def _lay_out(self) -> None:
        self._places.lay_out(self.viewport().width(), self._gap())
        widest, y = self._places.whole
        view, down, across = self.viewport(), self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(y - view.height(), 0))
        down.setPageStep(view.height())
        down.setSingleStep(look_of(self).px(40))
        across.setRange(0, max(widest - view.width(), 0))
        across.setPageStep(view.width())

    def _stay(self) -> None:
        """Lay out anew; what was at the top stays there."""
        place = 0.0
        if self._places.sizes and self._places.tops:
            high = max(self._places.extent(self._page)[1], 1)
            place = (self.verticalScrollBar().value() - self._places.tops[self._page]) / high
        page = self._page
        self._lay_out()
        if self._places.tops:
            self.verticalScrollBar().setValue(
                self._places.tops[page] + round(place * self._places.extent(page)[1])
            )
        self._ask()
        self.viewport().update()

    def _box(self, page: int) -> QRect:
        wide, high = self._places.extent(page)
        left = max((self.viewport().width() - wide) // 2, self._gap())
        x = left - self.horizontalScrollBar().value()
        return QRect(x, self._places.tops[page] - self.verticalScrollBar().value(), wide, high)

    def _seen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._places.between(top, top + self.viewport().height())

    def _ask(self) -> None:
        """Ask for what is seen and the page after it, if it is not here yet."""
        seen = self._seen()
        pages = range(seen.start, min(seen.stop + 1, len(self._places.sizes)))
        pairs = {(page, self._pixels(page)) for page in pages}
        for pair in pairs & self._drawn.keys():
            self._drawn.move_to_end(pair)
        self.wanted.emit(frozenset(pairs - self._drawn.keys()))

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        if self._places.tops:
            self._note(self._places.at(middle))
        self._ask()
        self.viewport().update()

    def _note(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.retranslate()
            if self.hasFocus():
                announce(self, self.accessibleName())
            self.turned.emit(page)


class _PagesFace(QAccessibleWidget):
    """A document that says which page it shows."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view, QAccessible.Role.Document)


speaks_as(PageView, _PagesFace)
