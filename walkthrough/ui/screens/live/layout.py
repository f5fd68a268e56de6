# SPDX-License-Identifier: MIT
"""The live screen laid out: head, strip, part with a panel beside it, line; and what stands there before.

It must not know what any of them shows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkthrough.ui.screens.live.head import LiveHead
from walkthrough.ui.screens.live.part_stack import PartStack
from walkthrough.ui.screens.live.strip import PartStrip
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.capture_line import CaptureLine
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.wording import N_

FRAME = 4
"""Points of the frame around everything while the room sees something else than the presenter."""
_STYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class LiveLayout(QWidget):
    """Everything of a live meeting on screen."""

    def __init__(self, line: CaptureLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.strip, self.stack, self.line = LiveHead(), PartStrip(), PartStack(), line
        self._is_framed = False
        self._column, self._middle, self._left = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        self._column.addWidget(self.head)
        self._column.addWidget(self.strip)
        self._column.addLayout(self._middle, 1)
        self._middle.addLayout(self._left, 1)
        self._left.addWidget(self.stack, 1)
        self._left.addWidget(line)
        self._space_out()

    def put_beside(self, panel: QWidget) -> None:
        """Put a panel over the right side; it is hidden until it is wanted."""
        panel.hide()
        self._middle.addWidget(panel)

    def put_above(self, bar: QWidget) -> None:
        """Put a bar over everything."""
        self._column.insertWidget(0, bar)

    def set_framed(self, on: bool) -> None:
        """Draw a frame around everything: the room does not see what is here."""
        self._is_framed = on
        self.update()

    @property
    def is_framed(self) -> bool:
        """Whether the frame is drawn."""
        return self._is_framed

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_framed:
            return
        look, painter = look_of(self), QPainter(self)
        wide = look.px(FRAME)
        painter.setPen(QPen(look.color("warn"), wide))
        painter.drawRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _STYLED:
            self._space_out()

    def _space_out(self) -> None:
        look = look_of(self)
        side, high = look.space("gap"), look.px(FRAME)
        self._column.setContentsMargins(side, high, side, look.space("unit"))
        self._column.setSpacing(look.space("half"))
        self._left.setSpacing(look.space("half"))
        self._middle.setSpacing(side)


class NoMeeting(EmptyState):
    """What stands here while no meeting is live."""

    def __init__(self) -> None:
        self.begin = Button(N_("Start the meeting"), "primary", name="live_begin", keys="Ctrl+L")
        super().__init__(
            "live",
            N_("No meeting is going on"),
            N_("Start the one planned for today. Nothing is on the wall until you press F5."),
            self.begin,
        )

    def first_focus(self) -> QWidget:
        """The way to begin."""
        return self.begin
