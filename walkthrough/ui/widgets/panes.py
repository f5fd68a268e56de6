# SPDX-License-Identifier: MIT
"""A page of a list and what stands beside it: two panes where there is room, one under the other where not.

It must not know what it holds. Whatever the window and the zoom, nothing is cut off: the page scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QSizePolicy, QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.places import ScrollPage

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class _Panes(QWidget):
    """As high as there is room. A pane that scrolls by itself makes it no higher; one that cannot, does."""

    arranged = Signal()
    """The panes have another size, or want one."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arranged.emit()


class PanesPage(ScrollPage):
    """Something above, two panes, something below; all sizes at 100 % zoom.

    Args:
        least: from this width on the panes stand beside each other.
        shares: how the width is shared out between main and side.
        low: the least height of the panes beside each other; under each other each has a half more.
        margin: around everything, a name of measures.toml.
    """

    def __init__(
        self,
        least: int = 720,
        shares: tuple[int, int] = (3, 2),
        low: int = 240,
        margin: str = "wide",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap="gap", margin=margin, parent=parent)
        self._least, self._low = least, low
        self._panes = _Panes()
        self._panes.arranged.connect(self._grow)
        self._box = QBoxLayout(_ACROSS, self._panes)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._shares = shares
        self._held: list[QWidget] = []

    def set_panes(self, above: QWidget, main: QWidget, side: QWidget, below: QWidget | None = None) -> None:
        """Put everything in its place; called once."""
        self._held = [main, side]
        for widget, share in zip(self._held, self._shares, strict=True):
            self._box.addWidget(widget, share)
        self.add(above)
        self.add(self._panes, stretch=1)
        if below is not None:
            self.add(below)
        self._turn()

    def is_beside(self) -> bool:
        """Return whether the panes stand beside each other."""
        return self._box.direction() == _ACROSS

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_held"):
            self._turn()

    def _turn(self) -> None:
        look = look_of(self)
        across = self.viewport().width() >= look.px(self._least)
        self._box.setDirection(_ACROSS if across else _DOWN)
        self._box.setSpacing(look.space("wide" if across else "gap"))
        self._grow()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _grow(self) -> None:
        """Give each pane its least height, or what stands in it where it cannot scroll."""
        if not self._held:
            return
        across, look = self.is_beside(), look_of(self)
        low = look.px(self._low if across else self._low * 1.2)
        highs = [max(low, _needed(widget)) for widget in self._held]
        for widget, high in zip(self._held, highs, strict=True):
            widget.setMinimumHeight(high)
        self._panes.setMinimumHeight(max(highs) if across else sum(highs) + self._box.spacing())


def _needed(pane: QWidget) -> int:
    """How high a pane must be at its width for all that is in it; 0 where a list or page in it scrolls."""
    layout = pane.layout()
    inner = (pane, *pane.findChildren(QWidget))
    if layout is None or any(isinstance(one, QAbstractScrollArea) and not one.isHidden() for one in inner):
        return 0
    return layout.totalHeightForWidth(pane.width()) if layout.hasHeightForWidth() else 0
