# SPDX-License-Identifier: MIT
"""The window that the room looks at: one picture, full screen on the wall or small for a dry run.

It is handed a `WallView` and lays that out for its own screen; it must not know a workbook, nor when it is
frozen or blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from walkthrough.ui.theme import look_of
from walkthrough.ui.wall.calm import calm_scene
from walkthrough.ui.wall.frame import Picture, WallClock, WallFrame
from walkthrough.ui.wall.sizing import Sizing
from walkthrough.ui.widgets import scene_faces  # noqa: F401  gives the picture its voice
from walkthrough.ui.widgets.scene_picture import ScenePicture
from walkthrough.wording import _

if TYPE_CHECKING:
    from walkthrough.export.scene import Scene
    from walkthrough.model.queries.wall.shapes import WallView

PAPER = QSize(1920, 1080)
"""What a dry run is laid out for: the wall that most rooms have, drawn small."""
_FOOT = 0.17
"""Share of the screen's height that the small window leaves free beneath it."""
_SHARE_OF_SCREEN = 0.4
_Window = Qt.WindowType


@dataclass(frozen=True)
class Shown:
    """What is on the wall: a view with its clock, or without a view a calm page. `rules` are the ground rules
    for their card; `skip` is how many rows of a list are passed over.
    """

    view: WallView | None = None
    clock: WallClock | None = None
    rules: tuple[str, ...] = ()
    skip: int = 0


CALM = Shown()


class AudienceWindow(QWidget):
    """Draws one `Shown`. It never takes the focus; keys that come to it all the same go to the presenter."""

    closed = Signal()
    """Somebody closed it by its frame."""
    filled = Signal()
    """Somebody made it fill the screen it stands on, where the program may not place windows."""

    def __init__(self, presenter: QWidget | None = None) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown = CALM
        self._sizing = Sizing()
        self._is_small = True
        self._by_hand = False
        self._is_stale = True
        self._laid_out = Picture(calm_scene(WallFrame(PAPER.width(), PAPER.height(), 48)))
        self.picture = ScenePicture(self)
        self.picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("audience")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.draw_now)
        self.retranslate()

    def show_this(self, shown: Shown) -> None:
        """Draw this as soon as the presenter's window has had its turn."""
        if shown != self._shown:
            self._shown = shown
            self._draw_soon()

    def set_sizing(self, sizing: Sizing) -> None:
        """Draw with words of another size."""
        if sizing != self._sizing:
            self._sizing = sizing
            self._draw_soon()

    def draw_now(self) -> None:
        """Lay the picture out at once, for instance because the wall must be blank this moment."""
        if not self._is_stale:
            return
        self._is_stale = False
        self._soon.stop()
        self._laid_out = self._lay_out()
        scene = self._laid_out.scene
        self.picture.set_scene(scene)
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(scene.summary)
        self._place_picture()

    @property
    def scene(self) -> Scene:
        """What is drawn."""
        return self.laid_out.scene

    @property
    def laid_out(self) -> Picture:
        """What is drawn, and which rows of its list are on it."""
        self.draw_now()
        return self._laid_out

    @property
    def paper(self) -> QSize:
        """What the picture is laid out for, in logical pixels: its screen, or a wall drawn small."""
        return PAPER if self._is_small else self.size()

    def fill(self, screen: QScreen) -> None:
        """Fill this screen, without a frame."""
        self.hide()
        self._is_small = self._by_hand = False
        self.setWindowState(Qt.WindowState.WindowNoState)  # or its old place would come back with it
        self.setWindowFlags(_Window.Window | _Window.FramelessWindowHint | _Window.WindowDoesNotAcceptFocus)
        self.setScreen(screen)  # after the flags, which make a new window, and before it is shown
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._appear(full=True)

    def stand_small(self, screen: QScreen, *, by_hand: bool = False) -> None:
        """Stand in a corner of this screen as a small window that can be moved.

        With `by_hand` it is for a person to drag to the projector and to fill the screen there by F11, where
        the system lets no program place a window.
        """
        self.hide()
        self._is_small, self._by_hand = True, by_hand
        self.setWindowState(Qt.WindowState.WindowNoState)
        # A dialog stays above the window it belongs to; a window that takes no focus would come up behind.
        self.setWindowFlags(_Window.Window if by_hand else _Window.Dialog | _Window.WindowDoesNotAcceptFocus)
        self.setScreen(screen)
        self.setGeometry(_corner_of(screen.availableGeometry()))
        self._stay_above_presenter()
        self.unsetCursor()
        self._appear(full=False)

    def retranslate(self) -> None:
        """Say everything again in the language of the windows."""
        if not self._is_small:
            title = _("What the room sees")
        elif self._by_hand:
            title = _("What the room would see: drag this to the projector, then press F11")
        else:
            title = _("What the room would see")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.picture.setAccessibleName(title)
        self._draw_soon()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # or a shortcut of this window's own would be looked for; it has none
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key to the presenter: whoever looks at the wall is still working there."""
        if self._by_hand and event.key() == Qt.Key.Key_F11:
            self._fill_by_hand()
        elif self._presenter is not None:
            hand_on(event, self._presenter)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._by_hand:
            self._fill_by_hand()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.LanguageChange:
                self.retranslate()
            case QEvent.Type.StyleChange | QEvent.Type.PaletteChange:
                self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_small:
            self._draw_soon()
        self._place_picture()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), look_of(self).color("ground"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the going to the projection, which knows what else ends with it."""
        event.ignore()
        self.closed.emit()

    def _appear(self, *, full: bool) -> None:
        had_focus = self._presenter is not None and self._presenter.isActiveWindow()
        self.retranslate()
        self.draw_now()
        # Not showFullScreen(), which asks for the focus too.
        self.setWindowState(Qt.WindowState.WindowFullScreen if full else Qt.WindowState.WindowNoState)
        self.show()
        if had_focus and self._presenter is not None:
            self._presenter.activateWindow()  # some systems activate every new window

    def _stay_above_presenter(self) -> None:
        """Belong to the presenter's window, so that the system keeps this one in front of it."""
        self.create()
        own = self.windowHandle()
        if own is not None and self._presenter is not None:
            own.setTransientParent(self._presenter.windowHandle())

    def _fill_by_hand(self) -> None:
        self._is_small = self._by_hand = False
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._appear(full=True)
        self.filled.emit()

    def _draw_soon(self) -> None:
        self._is_stale = True
        self._soon.start()

    def _lay_out(self) -> Picture:
        shown, width, height = self._shown, self.paper.width(), self.paper.height()
        size = self._sizing.words(width, height)
        frame = WallFrame(width, height, size, shown.clock, shown.rules, shown.skip)
        if shown.view is None:
            return Picture(calm_scene(frame))
        from walkthrough.ui.wall.pages import wall_picture

        return wall_picture(shown.view, frame)

    def _place_picture(self) -> None:
        scene = self._laid_out.scene
        self.picture.setGeometry(fitted(QSize(round(scene.w), round(scene.h)), self.size()))


def fitted(picture: QSize, window: QSize) -> QRect:
    """Return where a picture stands in a window: as large as it fits, in the middle."""
    size = picture.scaled(window, Qt.AspectRatioMode.KeepAspectRatio)
    spare = window - size
    return QRect(QPoint(spare.width() // 2, spare.height() // 2), size)


def hand_on(event: QKeyEvent, presenter: QWidget) -> None:
    """Let a key that was pressed elsewhere do what it does in the presenter's window."""
    pressed = QKeySequence(event.keyCombination())
    for action in presenter.findChildren(QAction):
        if action.isEnabled() and pressed in action.shortcuts():
            action.trigger()
            return
    focus: QWidget | None = presenter.focusWidget()
    QCoreApplication.sendEvent(presenter if focus is None else focus, event.clone())


def _corner_of(screen: QRect) -> QRect:
    """The place of the small window: at the right, two fifths of the screen wide, above the line at the foot
    where the presenter types.
    """
    width = round(screen.width() * _SHARE_OF_SCREEN)
    size = QSize(width, round(width * PAPER.height() / PAPER.width()))
    margin = round(screen.width() * 0.02)
    foot = round(screen.height() * _FOOT)
    corner = screen.bottomRight() - QPoint(size.width() + margin, size.height() + foot)
    return QRect(corner, size)
