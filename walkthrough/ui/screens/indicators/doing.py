# SPDX-License-Identifier: MIT
"""What can be done to goals and indicators from this page, each as one command with one sentence after it.

It must not know how anything looks.
"""

from __future__ import annotations

from walkthrough.model import Refused
from walkthrough.model.commands.entry import HoldEntry, ReleaseEntry
from walkthrough.model.commands.indicator import (
    AddIndicator,
    EditGoal,
    MoveGoal,
    MoveIndicator,
    RemoveGoal,
    RemoveIndicator,
)
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.plan import GoalRow
from walkthrough.model.words import Kind
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.indicators.deeds import Do
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _


class IndicatorDeeds:
    """Does them at a desk."""

    def __init__(self, desk: Desk, do: Do) -> None:
        self._desk, self._do = desk, do

    def add(self, name: str, goal_id: str | None) -> tuple[str, Refused | None]:
        """Add an indicator; returns its key, and why it was refused."""
        command = AddIndicator(name, {"goal_id": goal_id, "meeting_id": self._desk.workbook.live_meeting})
        refused = self._do(command)
        if refused is None:
            self._desk.say(_("Indicator #{number} is added.").format(number=command.facts()["number"]))
        return command.id, refused

    def move_goal(self, goal: GoalRow, way: int) -> None:
        """Move a goal up or down."""
        self._was_refused(self._do(MoveGoal(goal.id, way)))

    def move(self, row: IndicatorRow, places: int) -> None:
        """Move an indicator by so many places of all."""
        if places:
            self._was_refused(self._do(MoveIndicator(row.id, places)))

    def hold_goal(self, goal: GoalRow) -> None:
        """Keep a goal's wording off wall and paper, or let it out again."""
        if not self._was_refused(self._do(EditGoal(goal.id, {"held": not goal.held}))):
            self._say_held(goal.held)

    def hold(self, row: IndicatorRow) -> None:
        """Keep an indicator's wording off wall and paper, or let it out again."""
        kind = ReleaseEntry if row.held else HoldEntry
        if not self._was_refused(self._do(kind(Kind.INDICATOR, row.id))):
            self._say_held(row.held)

    def take_goal_out(self, goal: GoalRow) -> None:
        """Take a goal out; what stood under it stays."""
        if not self._was_refused(self._do(RemoveGoal(goal.id))):
            self._desk.say(_("The goal is out; what stood under it stays. Undo brings it back."))

    def take_out(self, row: IndicatorRow) -> None:
        """Take an indicator out with its values."""
        if not self._was_refused(self._do(RemoveIndicator(row.id))):
            self._desk.say(
                _("Indicator #{number} is out with its points. Undo brings it back.").format(
                    number=row.number
                )
            )

    def remove_for_good(self, row: IndicatorRow, initiator: object) -> None:
        """Ask, and take the text out of everything."""
        yes = self._desk.ask.confirm(
            _("Remove #{number} for good?").format(number=row.number),
            _("Its text goes from this workbook, its history and its backups. This cannot be undone."),
            _("Remove for good"),
            danger=True,
        )
        if yes:
            self._desk.workbook.remove_for_good("indicator", row.id, initiator)
            self._desk.say(_("#{number} is removed for good.").format(number=row.number))

    def _say_held(self, was_held: bool) -> None:
        self._desk.say(_("The wording may be shown again.") if was_held else _("The wording is on hold."))

    def _was_refused(self, refused: Refused | None) -> bool:
        if refused is not None:
            self._desk.say(refusal_text(refused))
        return refused is not None
