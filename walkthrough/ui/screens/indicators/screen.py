# SPDX-License-Identifier: MIT
"""The indicators as a page: goals and indicators at the left, the chosen one with its run chart at the right.

It reads the indicators and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.plan import GoalRow
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.indicators.days import PastDays
from walkthrough.ui.screens.indicators.deeds import Hands
from walkthrough.ui.screens.indicators.doing import IndicatorDeeds
from walkthrough.ui.screens.indicators.phrases import GOAL
from walkthrough.ui.screens.indicators.reading import IndicatorReading, read_indicators
from walkthrough.ui.screens.indicators.view import GOAL_SIDE, INDICATOR, NOTHING, IndicatorsView
from walkthrough.ui.wording_ui import refusal_text

_TABLES = ("indicator", "point", "goal", "partner", "collaborative")
_OTHER = Qt.FocusReason.OtherFocusReason


class IndicatorsScreen(Screen):
    """What we count, where it began, where it should go, and what the points say."""

    name = "indicators"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._is_safe = desk.room.safe
        self.reading = IndicatorReading()
        self._is_new_goal = self._has_looked = False
        self._deeds = IndicatorDeeds(desk, self.do)
        self.view = IndicatorsView(Hands(self.do, desk.say, desk.drafts, PastDays(desk.clock.today)), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._join()
        self.retranslate()

    def refresh(self) -> None:
        """Read what may be shown now; what is chosen and typed stays."""
        self.reading = read_indicators(self.desk.workbook, self._is_safe)
        self._show()
        self._open_draft()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether an indicator, a value or a goal changed."""
        return changes.touches(*_TABLES)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self._show()

    def show_for(self, **where: Any) -> None:
        """Show an indicator (indicator_id) or a goal (goal_id)."""
        if key := where.get("indicator_id") or where.get("goal_id"):
            self.view.choose(key)

    def handlers(self) -> Handlers:
        """What this page does for the keys of the registry."""
        return {
            "edit.add": lambda: self.view.name.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "entry.edit": self._edit_here,
            "entry.up": lambda: self._move(-1),
            "entry.down": lambda: self._move(1),
            "entry.hold": self._hold,
            "entry.bin": self._drop_here,
            "entry.remove_for_good": self._remove_for_good,
            "view.picture": self.view.panel.chart.toggle_table,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is something to do it with."""
        match action_id:
            case "entry.up" | "entry.down" | "entry.hold":
                return self._chosen() is not None or self._chosen_goal() is not None
            case "entry.remove_for_good" | "view.picture":
                return self._chosen() is not None
        return True

    def set_room_safe(self, safe: bool) -> None:
        """While the room can see, read only what may leave: small counts and people's names are gone."""
        self._is_safe = safe
        if self.reading.indicators or self.reading.goals:
            self.refresh()

    def first_focus(self) -> QWidget:
        """The list, or the way to begin."""
        return self.view.list if self.view.list.row_count() else self.view.begin

    def parts(self) -> tuple[QWidget, ...]:
        """List, line, chart, values."""
        return self.view.parts()

    def do(self, command: Command) -> Refused | None:
        """Do a command and show what came of it; a refusal is handed back to be shown beside its field."""
        try:
            self.desk.workbook.do(command, initiator=self)
        except Refused as refused:
            return refused
        return None

    def _join(self) -> None:
        view = self.view
        view.list.chosen.connect(lambda _key: self._on_chosen())
        view.list.activated_row.connect(lambda _key: self._edit_chosen())
        view.list.edit_asked.connect(lambda _key: self._edit_chosen())
        view.list.bin_asked.connect(lambda _key: self._drop_here())
        view.name.control.returnPressed.connect(self._add)
        view.add_goal.clicked.connect(self._new_goal)
        view.begin.clicked.connect(self._new_goal)
        view.goal_added.connect(self._on_goal_added)

    def _show(self) -> None:
        self.view.show_reading(self.reading, self._is_safe)
        if not self.view.list.chosen_id() and self.reading.indicators and not self._is_new_goal:
            self.view.list.choose(self.reading.indicators[0].id)
        self._show_side()
        self.actions_changed.emit()

    def _show_side(self) -> None:
        view, row, goal = self.view, self._chosen(), self._chosen_goal()
        if self._is_new_goal or goal is not None:
            view.goal.show_goal(None if self._is_new_goal else goal, self._is_safe)
            view.show_side(GOAL_SIDE)
        elif row is not None:
            view.panel.show_indicator(row, self.reading, self._is_safe)
            view.show_side(INDICATOR)
        else:
            view.show_side(NOTHING)

    def _chosen(self) -> IndicatorRow | None:
        return self.reading.indicator(self.view.list.chosen_id())

    def _chosen_goal(self) -> GoalRow | None:
        key = self.view.list.chosen_id()
        return self.reading.goal(key.removeprefix(GOAL)) if key.startswith(GOAL) else None

    def _on_chosen(self) -> None:
        self._is_new_goal = False
        self._show_side()
        self.actions_changed.emit()

    def _edit_here(self) -> None:
        points = self.view.panel.points
        if points.table.hasFocus() and points.table.chosen_id():
            points.change(points.table.chosen_id())
        else:
            self._edit_chosen()

    def _edit_chosen(self) -> None:
        if self._chosen() is not None:
            self.view.panel.first().setFocus(_OTHER)
        elif self._chosen_goal() is not None:
            self.view.goal.first().setFocus(_OTHER)

    def _add(self) -> None:
        row, goal = self._chosen(), self._chosen_goal()
        goal_id = row.goal_id if row is not None else goal.id if goal is not None else None
        key, refused = self._deeds.add(self.view.name.value(), goal_id)
        if refused is not None:
            self.view.name.set_error(lambda: refusal_text(refused))
            return
        self.view.name.set_value("")
        self.desk.drafts.saved("indicators/indicator_new")
        self.view.list.choose(key)
        self.view.name.setFocus(_OTHER)

    def _new_goal(self) -> None:
        self._is_new_goal = True
        self._show_side()
        self.view.goal.first().setFocus(_OTHER)

    def _on_goal_added(self, key: str) -> None:
        self._is_new_goal = False
        self.view.choose(key)
        self._show_side()
        self.view.name.setFocus(_OTHER)

    def _move(self, way: int) -> None:
        if (row := self._chosen()) is not None:
            self._deeds.move(row, self.reading.places_to_move(row.id, way))
        elif (goal := self._chosen_goal()) is not None:
            self._deeds.move_goal(goal, way)

    def _hold(self) -> None:
        if (row := self._chosen()) is not None:
            self._deeds.hold(row)
        elif (goal := self._chosen_goal()) is not None:
            self._deeds.hold_goal(goal)

    def _drop_here(self) -> None:
        row, goal = self._chosen(), self._chosen_goal()
        if self.view.panel.points.table.hasFocus():
            self.view.panel.points.take_out()
        elif self.view.list.hasFocus() and row is not None:
            self._deeds.take_out(row)
        elif self.view.list.hasFocus() and goal is not None:
            self._deeds.take_goal_out(goal)

    def _remove_for_good(self) -> None:
        if (row := self._chosen()) is not None:
            self._deeds.remove_for_good(row, self)

    def _open_draft(self) -> None:
        """Choose, once, the row whose text was left half typed when the program ended."""
        if self._has_looked:
            return
        self._has_looked = True
        for key in self.desk.drafts.left:
            page, _slash, row = key.rpartition("/")
            if key == "indicators/goal/text/new":
                self._new_goal()
            elif page.startswith("indicators/"):
                self.view.choose(row)
