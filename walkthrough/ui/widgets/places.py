# SPDX-License-Identifier: MIT
"""Where widgets stand: columns, rows that wrap, cards, scrolling pages.

Distances are named and grow with the zoom. Must not know what stands in them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QShowEvent
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QBoxLayout,
    QFrame,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.faces import speaks_as
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Heading

_STYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class _Box(QWidget):
    """A row or column whose gap and margin are names of measures.toml; an empty name is none."""

    def __init__(
        self, way: QBoxLayout.Direction, gap: str, margin: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gap, self._margin = gap, margin
        self.box = QBoxLayout(way, self)
        self._space_out()

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets after those already there."""
        for widget in widgets:
            self.box.addWidget(widget, stretch)

    def add_stretch(self) -> None:
        """Push what comes next to the far end."""
        self.box.addStretch(1)

    def clear(self) -> None:
        """Take every widget out and delete it."""
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _STYLED:
            self._space_out()

    def _space_out(self) -> None:
        look = look_of(self)
        margin = look.space(self._margin) if self._margin else 0
        self.box.setContentsMargins(margin, margin, margin, margin)
        self.box.setSpacing(look.space(self._gap) if self._gap else 0)


class Column(_Box):
    """Widgets under each other; gap and margin: half, unit, gap, wide, page or empty."""

    def __init__(self, *, gap: str = "gap", margin: str = "", parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, gap, margin, parent)


class Row(_Box):
    """Widgets beside each other, never wrapping."""

    def __init__(self, *, gap: str = "unit", margin: str = "", parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, gap, margin, parent)


class Stack(QStackedWidget):
    """Widgets in one place, of which one shows."""

    def addWidget(self, widget: QWidget) -> int:
        """Put a widget behind those already there; the first is the one that shows."""
        if not self.count():
            _come_in_undressed(widget, self)
        return super().addWidget(widget)


class StackLayout(QStackedLayout):
    """The same for all of a widget that is no stack itself."""

    def addWidget(self, widget: QWidget) -> int:  # type: ignore[override]  # Qt's own layouts disagree
        """Put a widget behind those already there; the first is the one that shows."""
        if not self.count():
            _come_in_undressed(widget, self.parentWidget())
        return super().addWidget(widget)


def _come_in_undressed(widget: QWidget, place: QWidget | None) -> None:
    """Let a stack not show its first widget as it comes in, if the stack itself is not to be seen yet.

    Qt would dress it and all on it, and undress and dress them again for each parent that is still to come:
    half the time that making a page took. Told that it is shown already, Qt waits for the window.
    """
    if place is not None and not place.window().isVisible():
        widget.setParent(place)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


class Divider(QFrame):
    """A quiet line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "divider")
        self.setFixedHeight(1)


class _FlowLayout(QLayout):
    """Places widgets like words: left to right, next line when the row is full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # a page is asked hundreds of times before it is shown first
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + max(len(hints) - 1, 0) * self.spacing()
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place every item, those of a line at one middle, or only measure; return the height used."""
        y = rect.y()
        for number, line in enumerate(self._lines(rect.width())):
            y += self.spacing() if number else 0
            high = max(size.height() for _item, size in line)
            x = rect.x()
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += high
        return y - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Break the items into lines of at most this width, each item with the size it gets."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in (item for item in self._items if not item.isEmpty()):
            wide = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            if not lines or used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append((item, QSize(wide, high)))
            used += wide + self.spacing()
        return lines


class FlowRow(QWidget):
    """Widgets beside each other that go on in the next line when there is no room: chips, buttons."""

    def __init__(self, *, gap: str = "unit", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._flow = _FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._space_out()

    def add(self, *widgets: QWidget) -> None:
        """Put widgets after those already there."""
        for widget in widgets:
            self._flow.addWidget(widget)

    def clear(self) -> None:
        """Take every widget out and delete it."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _STYLED:
            self._space_out()

    def _space_out(self) -> None:
        self._flow.setSpacing(look_of(self).space(self._gap) if self._gap else 0)


class Card(QFrame):
    """A panel with a title, room beside the title for a button or chip, and a body.

    In a card that is taller than its body the body stays at the top, unless it is to `fill` the card.
    """

    def __init__(
        self, title: Words = "", *, level: int = 3, fill: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.title = Heading(level, title)
        self.head = Row()
        self.head.add(self.title, stretch=1)
        if not title:
            self.head.hide()  # never shown by hand: without a parent it would flash up as a window
        self.body = Column(gap="gap")
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self.body, 1 if fill else 0)
        if not fill:
            self._layout.addStretch(1)
        self._space_out()

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets into the body."""
        self.body.add(*widgets, stretch=stretch)

    def add_beside_title(self, *widgets: QWidget) -> None:
        """Put widgets at the right end of the title's line."""
        self.head.add(*widgets)
        self.head.show()
        self._space_out()

    def set_title(self, title: Words) -> None:
        """Call it something else."""
        self.title.set_words(title)
        self.head.show()
        self._space_out()

    def show_title(self, shown: bool) -> None:
        """Show the title, or leave it out where something else says it already; it still names the card."""
        if self.head.isHidden() is shown:
            self.head.setVisible(shown)
            self._space_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _STYLED:
            self._space_out()

    def _space_out(self) -> None:
        look = look_of(self)
        side, headed = look.px(20), not self.head.isHidden()
        self._layout.setContentsMargins(side, look.px(10) if headed else side, side, side)
        self._layout.setSpacing(look.space("unit"))
        self.head.setMinimumHeight(look.space("control"))  # titles stand level, with a button beside or not


class _Sheet(Column):
    """What a page scrolls. With texts that wrap, its height follows from its width alone: the least height
    that Qt adds up is that of every text in a narrow column, and would leave gaps all over the page.
    """

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class ScrollPage(QScrollArea):
    """A page that scrolls up and down, never sideways; what has the focus stays in view."""

    def __init__(self, *, gap: str = "wide", margin: str = "page", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_measured = True
        self.page = _Sheet(gap=gap, margin=margin)
        self.page.setProperty("look", "page")
        self.setWidget(self.page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._keep_in_view)

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets on the page."""
        self.page.add(*widgets, stretch=stretch)

    def add_stretch(self) -> None:
        """Keep what is on the page at its top."""
        self.page.add_stretch()

    def event(self, event: QEvent) -> bool:
        """Measure the page at each change of style only while it is seen, or else as it comes into view.

        While a page is put together, each step tells all that is on it of its style; measured then, it would
        be dressed then, and undressed and dressed once more at every later step.
        """
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            self._is_measured = False
            return QFrame.event(self, event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_measured:
            self._is_measured = True
            super().event(QEvent(QEvent.Type.LayoutRequest))

    def _keep_in_view(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.page.isAncestorOf(new):
            around = look_of(self).space("gap")
            self.ensureWidgetVisible(new, around, around)


class _CardFace(QAccessibleWidget):
    """A group named by its title."""

    def __init__(self, card: Card) -> None:
        super().__init__(card, QAccessible.Role.Grouping)
        self._card = card

    def text(self, part: QAccessible.Text) -> str:
        if part == QAccessible.Text.Name:
            return self._card.accessibleName() or self._card.title.text()
        return super().text(part)


speaks_as(Card, _CardFace)
