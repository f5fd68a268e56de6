# SPDX-License-Identifier: MIT
"""Next steps: those of this meeting so far, the line that makes them, and what has votes but no step yet.

What Enter on the line means stands in step_line; it must not know the wall.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet
from walkthrough.model.commands.plan import (
    AcceptNextStep,
    MoveNextStep,
    RemoveNextStep,
)
from walkthrough.model.queries.choosing import WithoutStep, choosing_rules, without_step
from walkthrough.model.queries.live_steps import plan_order, raised_in, steps_of_meeting
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.showing import Showing
from walkthrough.model.words import Acceptance, AgendaKind
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.step_line import StepLine
from walkthrough.ui.screens.live.step_rows import raised_cells, side_cells, step_cells
from walkthrough.ui.screens.live.step_side import StepSide
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import announce
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _, ngettext

_KEYS = N_(
    "What Tab who Tab by when, Enter. F6: to the steps, Shift+F6: back to the line. On a step: 1 said yes, "
    "2 to be asked, 3 said no, R raise it to a tier, Enter how we will know, F2 change, Del take out, "
    "Alt+Up and Alt+Down order."
)
PLENTY = 6
"""From so many on the room is told that fewer promises are kept better."""


class StepsPart(LivePart):
    """The next steps of this meeting."""

    kind = AgendaKind.NEXT_STEPS
    takes_line = True

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._hands, self._safe = PartHands(live), True
        self._without: tuple[WithoutStep, ...] = ()
        self.steps: tuple[StepRow, ...] = ()
        self.line = StepLine(live, self._hands, self)
        self.list = GroupList(
            N_("Next steps of this meeting"),
            lines=3,
            keys="123r",
            empty=N_("No next step yet. Type what will be done, Tab, who, Tab, by when, Enter."),
        )
        self.plenty = Chip("warn", lambda: "", sign="warn")
        self.side = StepSide(self._hands)
        self._build()

    def begin(self, showing: Showing) -> None:
        """Read the steps and take the line."""
        self._hands.begin(showing.meeting_id)
        self.line.take()
        self._read()

    def showing(self) -> Showing:
        """The steps so far."""
        return Showing(self._hands.meeting_id, self.kind)

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a step, a link, a vote or a raised question changed."""
        return changes.touches("next_step", "step_finding", "finding", "theme", "raised", "partner")

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read again."""
        if changes.touches("partner"):
            self.line.offer_owners()
        self._read()

    def leave(self) -> None:
        """Leave the line; an open form keeps its drafts."""
        self.line.leave()

    def key(self, event: QKeyEvent) -> bool:
        """1, 2, 3 and R go to the marked step."""
        pressed = event.text().lower()
        if len(pressed) != 1 or pressed not in "123r" or self.chosen() is None:
            return False
        self._on_key(self.list.chosen_id(), pressed)
        return True

    def handlers(self) -> Handlers:
        """Changing, taking out, ordering; a step from what has none."""
        return {
            "entry.edit": self._edit,
            "entry.bin": self._take_out,
            "entry.up": partial(self._shift, -1),
            "entry.down": partial(self._shift, 1),
            "entry.next_step": self._answer,
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a step, or something without one."""
        if action_id == "entry.next_step":
            return bool(self._without)
        return self.chosen() is not None

    def set_room_safe(self, safe: bool) -> None:
        """Hide names and held wording."""
        self._safe = self.line.is_safe = safe
        self.side.set_safe(safe)
        if self._hands.meeting_id:
            self.line.offer_owners()
            self._read()

    def retranslate(self) -> None:
        """Say what holds facts again."""
        if self._hands.meeting_id:
            self._read()

    def first_focus(self) -> QWidget:
        """The line."""
        return self.live.line.text.control

    def parts(self) -> tuple[QWidget, ...]:
        """The line, the steps, what has none."""
        return (self.first_focus(), self.list, self.side.first())

    def chosen(self) -> StepRow | None:
        """Return the marked step."""
        return self._step(self.list.chosen_id())

    # -- inside

    def _build(self) -> None:
        page = PanesPage(least=720, low=180, margin="gap")
        head = Column(gap="half")
        warning = FlowRow()
        warning.add(self.plenty)
        head.add(Prose(_KEYS, look="small"), warning)
        page.set_panes(head, self.list, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.list.key_asked.connect(self._on_key)
        self.list.activated_row.connect(lambda _id: self._ask_because())
        self.list.edit_asked.connect(lambda _id: self._edit())
        self.list.bin_asked.connect(lambda _id: self._take_out())
        self.list.chosen.connect(lambda _id: self.actions_changed.emit())
        self.side.begun.connect(self._answer)
        self.side.closed.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.line.written.connect(self._on_written)

    def _read(self) -> None:
        read, meeting = self._hands.read, self._hands.meeting_id
        self.steps = read(steps_of_meeting, meeting)
        raised = read(raised_in, meeting)
        from_step = {row.step_id: row for row in raised if row.step_id}
        self.list.set_rows(self.steps, lambda step: step_cells(step, from_step.get(step.id), self._safe))
        if self.steps and not self.list.chosen_id():
            self.list.choose(self.steps[0].id)
        rules = read(choosing_rules, meeting)
        self._without = read(without_step, rules.walk_id) if rules else ()
        own = [raised_cells(row, self._safe) for row in raised]
        self.side.show_rows(side_cells(self._without, own, self._safe))
        self._warn()
        self.actions_changed.emit()

    def _warn(self) -> None:
        many = len(self.steps)
        self.plenty.setVisible(many >= PLENTY)
        if many >= PLENTY:
            told = ngettext("{n} next step.", "{n} next steps.", many).format(n=many)
            told = _("{many} Fewer promises are kept better. Which could wait?").format(many=told)
            if told != self.plenty.text():
                self.plenty.set_plain(told)
                announce(self.plenty, told)

    def _step(self, key: str) -> StepRow | None:
        return next((step for step in self.steps if step.id == key), None)

    def _on_written(self, key: str) -> None:
        self.list.choose(key)

    def _on_key(self, key: str, pressed: str) -> None:
        step = self._step(key)
        if step is None:
            return
        match pressed:
            case "1":
                self._accept(step, Acceptance.ACCEPTED, _("#{number}: said yes in the room."))
            case "3":
                self._accept(step, Acceptance.DECLINED, _("#{number}: the owner said no."))
            case "2":
                self.side.ask_who_asks(step)
            case _:
                self.side.ask_question(step)

    def _accept(self, step: StepRow, acceptance: Acceptance, said: str) -> None:
        if self._hands.did(AcceptNextStep(step.id, acceptance)):
            self._hands.say(said.format(number=step.number))

    def _ask_because(self) -> None:
        if (step := self.chosen()) is not None:
            self.side.ask_because(step)

    def _edit(self) -> None:
        if (step := self.chosen()) is not None:
            self.line.edit(step)

    def _take_out(self) -> None:
        if (step := self.chosen()) is not None and self._hands.did(RemoveNextStep(step.id)):
            self._hands.say(
                _("#{number} is out of the plan. Ctrl+Z brings it back.").format(number=step.number)
            )

    def _shift(self, by: int) -> None:
        keys = [step.id for step in self.steps]
        chosen = self.list.chosen_id()
        there = keys.index(chosen) + by if chosen in keys else -1
        if not 0 <= there < len(keys):
            return
        order = self._hands.read(plan_order)
        self._hands.did(MoveNextStep(chosen, order.index(keys[there]) - order.index(chosen)))

    def _answer(self) -> None:
        row = next((one for one in self._without if one.id == self.side.open.chosen_id()), None)
        row = row or (self._without[0] if self._without else None)
        if row is not None:
            self.line.answer(row)
