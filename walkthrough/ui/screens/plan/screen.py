# SPDX-License-Identifier: MIT
"""The plan as a page: next steps under goals, a line to add one, and beside them what is still unanswered.

It reads the plan and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.queries.plan import StepRow
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.plan.asking import Asking
from walkthrough.ui.screens.plan.deeds import Hands
from walkthrough.ui.screens.plan.doing import StepDeeds
from walkthrough.ui.screens.plan.phrases import GOAL
from walkthrough.ui.screens.plan.reading import PlanReading, places_to_move, read_notes, read_plan
from walkthrough.ui.screens.plan.side import Side, step_left_open
from walkthrough.ui.screens.plan.view import BESIDE, STEP, PlanView
from walkthrough.ui.widgets.due_input import DayReader, Due

_TABLES = (
    "next_step", "step_finding", "step_note", "finding", "goal", "indicator", "partner", "seat", "raised",
    "meeting",
)  # fmt: skip


class PlanScreen(Screen):
    """Who does what by when, and what it answers."""

    name = "plan"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._is_safe = desk.room.safe
        self.reading = PlanReading()
        self._has_looked = False
        self._days = DayReader(desk.clock.today)
        hands = Hands(self.do, desk.say, desk.drafts, self._days, desk.clock.today)
        self._deeds = StepDeeds(desk, self.do)
        self.view = PlanView(hands, self)
        self.asking = Asking(self.view, self._deeds, lambda key: self.reading.step(key))
        self.side = Side(self.view, lambda key: read_notes(desk.workbook, key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._join()
        self.retranslate()

    def refresh(self) -> None:
        """Read the plan and show it; what is chosen and typed stays."""
        self.reading = read_plan(self.desk.workbook, self.desk.clock.today())
        self._days.next_meeting = self.reading.next_meeting
        self._show()
        self._open_draft()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a step, or anything named with one, changed."""
        return changes.touches(*_TABLES)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self._show()

    def show_for(self, **where: Any) -> None:
        """Show a step (step_id), the steps of an agency (partner_id), or a step to be made (finding_id)."""
        if where.get("step_id"):
            self._choose(where["step_id"])
        if where.get("partner_id"):
            self.view.filters.reset()
            self.view.filters.agency.set_value(where["partner_id"])
            self._show()
        if where.get("finding_id"):
            self._step_from(where["finding_id"])

    def handlers(self) -> Handlers:
        """What this page does for the keys of the registry."""
        return {
            "edit.find": lambda: _focus(self.view.filters.wanted),
            "edit.add": self._to_add_line,
            "entry.edit": self._edit_here,
            "entry.next_step": lambda: self._step_from(self.view.beside.barrier_id()),
            "entry.up": lambda: self._move(-1),
            "entry.down": lambda: self._move(1),
            "entry.hold": lambda: self._on_step(self._deeds.hold),
            "entry.bin": self._drop_here,
            "entry.remove_for_good": lambda: self._on_step(
                lambda step: self._deeds.remove_for_good(step, self)
            ),
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is something to do it with."""
        match action_id:
            case "entry.next_step":
                return bool(self.reading.unanswered)
            case "entry.up" | "entry.down" | "entry.hold" | "entry.remove_for_good":
                return self._chosen() is not None
        return True

    def set_room_safe(self, safe: bool) -> None:
        """Leave out people's names, money and held wording while the room can see."""
        self._is_safe = safe
        self._show()

    def first_focus(self) -> QWidget:
        """The list, or the line to begin with."""
        return self.view.list if self.reading.steps else self.view.add_line.what.control

    def parts(self) -> tuple[QWidget, ...]:
        """Filter, list, what stands beside it, the line."""
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
        view.filters.changed.connect(self._show)
        view.begin.clicked.connect(self._to_add_line)
        view.show_all.clicked.connect(self._reset_filter)
        view.list.chosen.connect(lambda _key: self._on_chosen())
        view.list.activated_row.connect(self._open)
        view.list.edit_asked.connect(self._open)
        view.list.bin_asked.connect(lambda _key: self._drop_here())
        view.add_line.asked.connect(self._add)
        view.beside.step_asked.connect(self._step_from)
        view.beside.question_opened.connect(self._open_question)
        view.beside.question_dropped.connect(self._deeds.take_question_out)

    def _show(self) -> None:
        self.view.show_reading(self.reading, self.desk.clock.today(), self._is_safe)
        self.side.follow(self.reading, self._chosen(), self._is_safe)
        self.actions_changed.emit()

    def _chosen(self) -> StepRow | None:
        return self.reading.step(self.view.list.chosen_id())

    def _choose(self, step_id: str) -> None:
        if not self.view.list.choose(step_id):
            self.view.filters.reset()  # it would not be in view
            self._show()
            self.view.list.choose(step_id)

    def _on_chosen(self) -> None:
        self.view.show_goal(self.reading, self._chosen(), self._is_safe)
        self.side.follow(self.reading, self._chosen(), self._is_safe)
        self.actions_changed.emit()

    def _on_step(self, deed: Callable[[StepRow], None]) -> None:
        if (step := self._chosen()) is not None:
            deed(step)

    def _open(self, key: str) -> None:
        if key.startswith(GOAL):
            self.desk.go("indicators", goal_id=key.removeprefix(GOAL))
        elif (step := self.reading.step(key)) is not None:
            self.side.open_step(self.reading, step, self._is_safe)
            self.view.panel.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_here(self) -> None:
        beside = self.view.beside
        if beside.questions.hasFocus() and beside.questions.chosen_id():
            self._open_question(beside.questions.chosen_id())
        elif beside.barriers.hasFocus():
            self._step_from(beside.barrier_id())
        elif key := self.view.list.chosen_id():
            self._open(key)

    def _open_question(self, key: str) -> None:
        self.side.open_question(self.reading, key, self._is_safe)

    def _back(self) -> None:
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset_filter(self) -> None:
        self.view.filters.reset()
        self._show()
        self._back()

    def _add(self, what: str, who: str, due: Due) -> None:
        line = self.view.add_line
        goal = self.view.goal_chosen(self.reading, self._chosen())
        finding = line.answered.id if line.answered else ""
        key, refused = self._deeds.add((what, who, due), goal.id if goal else None, finding, self.reading)
        if refused is not None:
            line.show_refusal(refused)
            return
        self._choose(key)
        line.done()

    def _step_from(self, finding_id: str) -> None:
        if (mark := self.reading.finding(finding_id)) is not None:
            self.view.add_line.answer(mark, self._is_safe)
            self._to_add_line()

    def _to_add_line(self) -> None:
        self.view.show_side(BESIDE)
        _focus(self.view.add_line.what)

    def _move(self, way: int) -> None:
        if (step := self._chosen()) is not None:
            today, sieve = self.desk.clock.today(), self.view.filters.sieve()
            self._deeds.move(step, places_to_move(self.reading, sieve, today, step.id, way))

    def _drop_here(self) -> None:
        view = self.view
        if view.list.hasFocus():
            self._on_step(self._deeds.take_out)
        elif view.beside.questions.hasFocus() and (key := view.beside.questions.chosen_id()):
            self._deeds.take_question_out(key)
        elif view.side_shown() == STEP and view.panel.links.linked.hasFocus():
            view.panel.links.take_chosen_off()

    def _open_draft(self) -> None:
        step = None if self._has_looked else step_left_open(self.desk.drafts.left, self.reading)
        self._has_looked = True
        if step is not None:
            self.view.list.choose(step.id)
            self.side.open_step(self.reading, step, self._is_safe)


def _focus(field: QWidget) -> None:
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
