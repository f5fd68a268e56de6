# SPDX-License-Identifier: MIT
"""What the wall shows: live, frozen, blank or off.

It is handed a `WallView` and draws that; it must not know a workbook nor any page.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walkthrough.ui.wall.audience_window import CALM, AudienceWindow, Shown
from walkthrough.ui.wall.keep_awake import KeepAwake
from walkthrough.ui.wall.sizing import Sizing
from walkthrough.ui.wall.standing import Stand, Standing
from walkthrough.ui.wall.turning import Turning

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from walkthrough.model.queries.wall.shapes import WallView
    from walkthrough.settings import KeptSettings
    from walkthrough.ui.room import RoomState
    from walkthrough.ui.wall.frame import Picture, WallClock


class WallState(enum.StrEnum):
    """How the audience window stands."""

    OFF = "off"
    LIVE = "live"
    FROZEN = "frozen"
    BLANK = "blank"


@dataclass(frozen=True)
class WallStatus:
    """What the wall shows now.

    Args:
        state: live, frozen, blank or off.
        stand: where the audience window stands.
        screen_number: the screen it stands on, counted from 1; 0 while it stands nowhere.
        view: what the room sees; None for nothing but a calm page, or nothing at all.
    """

    state: WallState
    stand: Stand
    screen_number: int
    view: WallView | None

    @property
    def is_covered(self) -> bool:
        """Whether the wall shows the room nothing of the meeting."""
        return self.view is None

    @property
    def is_waiting(self) -> bool:
        """Whether it is on but hidden, until there is a screen for it again."""
        return self.state is not WallState.OFF and self.stand is Stand.NOWHERE


class Projection(QObject):
    """One audience window, or none. Every call does what can be done and never asks.

    Args:
        room: goes room-safe by itself at each change of screens, before this hears of it.
        window: the presenter's window; None in tests of a page alone.
        settings: keep the steps of size and which screen was the wall; None: kept nowhere.
        awake: keeps the display on while the wall is on.
    """

    changed = Signal()
    """`state`, `screen_number`, `is_small` or `can_swap` may have another value."""
    asks_confirmation = Signal()
    """The picture stands on a screen of its own: worth asking whether private fields may show here."""

    def __init__(
        self,
        room: RoomState,
        window: QWidget | None = None,
        settings: KeptSettings | None = None,
        parent: QObject | None = None,
        awake: KeepAwake | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._settings = room, settings
        self._awake = awake or KeepAwake()
        self._state = self._beneath = WallState.OFF
        self._latest, self._frozen = CALM, CALM
        self._turning = Turning()
        self._sizing = Sizing(step=settings.now.wall_step if settings else 0)
        self._standing = Standing(room, window, settings, self)
        self._standing.set_sizing(self._sizing)
        self._standing.changed.connect(self.changed)
        self._standing.settled.connect(self._ask)
        self._standing.closed.connect(self.stop)

    @property
    def state(self) -> WallState:
        """How the audience window stands."""
        return self._state

    @property
    def status(self) -> WallStatus:
        """What the wall shows now, as one frozen value."""
        stand = self._standing.stand
        view = None if stand is Stand.NOWHERE else self._shown().view
        return WallStatus(self._state, stand, self.screen_number, view)

    @property
    def audience(self) -> AudienceWindow | None:
        """The window itself while it is on, for tests and pictures."""
        return self._standing.audience

    @property
    def picture(self) -> Picture | None:
        """What is drawn and which rows of its list; None while it stands nowhere."""
        return None if self.audience is None or self.status.is_waiting else self.audience.laid_out

    @property
    def screen_number(self) -> int:
        """The screen it stands on, counted from 1; 0 while it is off or its screen is gone."""
        return self._standing.screen_number

    @property
    def is_small(self) -> bool:
        """Whether it is a small window for a dry run, because there is one screen only, or mirrored ones."""
        return self._standing.stand is Stand.SMALL

    @property
    def can_swap(self) -> bool:
        """Whether there is another screen that the two windows can trade."""
        return self._standing.can_swap

    @property
    def asks(self) -> bool:
        """Whether it makes sense to ask: the picture stands on a screen where this window is not, and nobody
        has said yet that this window is not on the wall.
        """
        return self._standing.is_apart and self._room.can_confirm and not self._room.confirmed

    def start(self) -> None:
        """Show the audience window on another screen than the presenter's, or small where there is none.
        While it is frozen or blank this makes it live again; it never stops it (remotes send F5).
        """
        self._state = self._beneath = WallState.LIVE
        self._show()
        self._standing.begin()
        self._awake.hold()
        self.changed.emit()
        self._ask()

    def stop(self) -> None:
        """Take the audience window away; the presenter's window stays where it is."""
        self._awake.release()
        if self._state is WallState.OFF:
            return
        self._state = self._beneath = WallState.OFF
        self._standing.end()
        self.changed.emit()

    def freeze(self) -> None:
        """Keep the last picture on the wall while the presenter goes on; again: follow.

        A blank wall stays blank.
        """
        match self._state:
            case WallState.LIVE:
                self._frozen = self._latest
                self._state = WallState.FROZEN
            case WallState.FROZEN:
                self._state = WallState.LIVE
            case _:
                return
        self._show()
        self.changed.emit()

    def blank(self) -> None:
        """Show a plain page; again: the picture, which is still frozen if it was."""
        match self._state:
            case WallState.OFF:
                return
            case WallState.BLANK:
                self._state = self._beneath
            case _:
                self._beneath, self._state = self._state, WallState.BLANK
        self._show(at_once=True)  # it may be wanted because somebody said a name
        self.changed.emit()

    def turn(self, by: int) -> bool:
        """Go on (1) within a list longer than the picture, or back (-1). False where nothing is left there,
        and while the wall is frozen, blank, off or without a screen.
        """
        picture = self.picture
        if self._state is not WallState.LIVE or picture is None or not self._turning.turn(by, picture):
            return False
        self._latest = replace(self._latest, skip=self._turning.skip)
        self._show(at_once=True)
        return True

    def swap(self) -> None:
        """Let the two windows trade screens; the presenter's is room-safe until that is confirmed again."""
        if self.can_swap:
            self._standing.swap()
            self.changed.emit()
            self._ask()

    def set_view(self, view: WallView, clock: WallClock | None = None) -> None:
        """Show this from now on (when live), or as soon as it is live again."""
        self._turning.come_to(view)
        self._latest = replace(self._latest, view=view, clock=clock, skip=self._turning.skip)
        self._show()

    def set_clock(self, clock: WallClock | None) -> None:
        """Show another clock on the same picture."""
        self._latest = replace(self._latest, clock=clock)
        self._show()

    def set_rules(self, rules: tuple[str, ...]) -> None:
        """Have these ground rules ready for their card, in the language of the windows."""
        self._latest = replace(self._latest, rules=rules)
        self._show()

    def forget_view(self) -> None:
        """Show nothing any more, frozen neither: the workbook is closed, or words are removed for good."""
        self._frozen = CALM
        self._turning.forget()
        self._latest = replace(CALM, rules=self._latest.rules)
        self._show(at_once=True)
        self.changed.emit()

    def set_room_size(self, picture_cm: int | None, back_row_cm: int | None) -> None:
        """Set the size of the words by the picture's width and the distance of the last row; None: usual."""
        self._resize(replace(self._sizing, picture_cm=picture_cm, back_row_cm=back_row_cm))

    def larger(self, by: int = 1) -> None:
        """Make the words on the wall one step larger, or smaller (-1), and keep that for this machine."""
        self._resize(replace(self._sizing, step=self._sizing.stepped(by)))
        if self._settings is not None:
            self._settings.change(wall_step=self._sizing.step)

    def _resize(self, sizing: Sizing) -> None:
        self._sizing = sizing
        self._standing.set_sizing(sizing)

    def _shown(self) -> Shown:
        match self._state:
            case WallState.LIVE:
                return self._latest
            case WallState.FROZEN:
                return self._frozen
            case _:
                return CALM

    def _show(self, *, at_once: bool = False) -> None:
        self._standing.show_this(self._shown(), at_once=at_once)

    def _ask(self) -> None:
        if self.asks:
            self.asks_confirmation.emit()
