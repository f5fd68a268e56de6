# SPDX-License-Identifier: MIT
"""What the keys of a live meeting do: the clock, the wall, the strip; all else the part in view does.

It must not know what a part does with what it is asked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from walkthrough.model.words import AgendaKind
from walkthrough.ui.actions import ACTIONS
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.clock import BREAK_MINUTES
from walkthrough.ui.screens.live.leaving import leave_meeting
from walkthrough.ui.screens.live.wall_words import turned_words
from walkthrough.ui.wall.projection import WallState

if TYPE_CHECKING:
    from walkthrough.ui.screens.live.screen import LiveScreen

_OURS = ("live.part_next", "live.part_before", "live.timer", "live.minute", "live.break", "live.roll")
_TO_PARTS = tuple(
    spec.id
    for spec in ACTIONS
    if "live" in spec.screens and not spec.id.startswith("wall.") and spec.id not in _OURS
)
"""What only the part in view answers."""


class LiveActions:
    """Answers for one live screen."""

    def __init__(self, screen: LiveScreen) -> None:
        self._screen, self._wall = screen, screen.desk.projection

    def handlers(self) -> Handlers:
        """Return what is done for each action."""
        if not self._screen.stands_alone:
            return {}
        wall, clock, sides = self._wall, self._screen.run.clock, self._screen.sides
        return {action_id: partial(self._ask_part, action_id) for action_id in _TO_PARTS} | {
            "live.part_next": partial(self._step, 1),
            "live.part_before": partial(self._step, -1),
            "live.timer": self.toggle_timer,
            "live.minute": clock.add_minute,
            "live.break": self._toggle_break,
            "live.roll": sides.toggle_roll,
            "help.keys": sides.toggle_help,
            "go.station_next": partial(self._turn, 1),
            "go.station_before": partial(self._turn, -1),
            "wall.show": wall.start,
            "wall.stop": wall.stop,
            "wall.freeze": wall.freeze,
            "wall.blank": wall.blank,
            "wall.swap": wall.swap,
            "wall.larger": wall.larger,
            "wall.smaller": partial(wall.larger, -1),
            "file.close": self.leave,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a meeting, and for what only a part does whether it can now."""
        run, part = self._screen.run, self._screen.part()
        if part is None:
            return False
        match action_id:
            case "live.part_next":
                return run.course.at + 1 < len(run.course.agenda)
            case "live.part_before":
                return run.course.at > 0
            case "wall.stop" | "wall.freeze" | "wall.blank":
                return self._wall.state is not WallState.OFF
            case "wall.swap":
                return self._wall.can_swap
            case "go.station_next" | "go.station_before":
                return True
        return action_id not in _TO_PARTS or (action_id in part.handlers() and part.can(action_id))

    def toggle_timer(self) -> None:
        """Start the timer, pause it, let it go on."""
        run = self._screen.run
        run.clock.toggle_timer(run.head.minutes())

    def _toggle_break(self) -> None:
        run = self._screen.run
        is_break = run.course.kind is AgendaKind.BREAK
        run.clock.toggle_break(run.course.minutes if is_break else BREAK_MINUTES)

    def _step(self, by: int) -> None:
        self._screen.run.go(self._screen.run.course.at + by)

    def _turn(self, by: int) -> None:
        part = self._screen.part()
        if part is None:
            return
        self._screen.run.feed.catch_up()  # or it would turn what was shown before
        if self._wall.turn(by):
            self._screen.desk.say(turned_words(self._wall.picture))
        else:
            part.page(by)

    def _ask_part(self, action_id: str) -> None:
        screen, part = self._screen, self._screen.part()
        if screen.sides.roll.list.hasFocus() and action_id in ("entry.edit", "entry.bin"):
            screen.roll.ask(action_id)
            return
        handler = part.handlers().get(action_id) if part is not None else None
        if handler is not None:
            handler()

    def leave(self) -> None:
        """Leave the live meeting, if the person means it."""
        screen, meeting = self._screen, self._screen.run.meeting
        if screen.desk.workbook.live_meeting is None:  # it was taken out
            meeting = None
        if meeting is None or leave_meeting(screen.desk, meeting, screen):
            screen.refresh()
            screen.desk.go("overview")
