# SPDX-License-Identifier: MIT
"""The stage check as a page: the four questions in order, one check at a time.

It reads one query and does commands; how a part looks it leaves to the part.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model import ChangeSet, Command, Refused
from walkthrough.model.commands.stage import DateStageCheck
from walkthrough.model.queries.ladders import ladder_for_next, ladders
from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.queries.stage_rows import CheckHead, CheckPage
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.stage_check.check_deeds import CheckDeeds
from walkthrough.ui.screens.stage_check.check_side import CheckSide
from walkthrough.ui.screens.stage_check.draft_places import open_place
from walkthrough.ui.screens.stage_check.ladder_choice import LadderChoice
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_side import ACTIONS, LadderSide
from walkthrough.ui.screens.stage_check.start_side import StartSide, counted
from walkthrough.ui.screens.stage_check.tab_order import step_tab
from walkthrough.ui.widgets.later import Later
from walkthrough.ui.widgets.places import StackLayout

_TABLES = (
    "stage_check", "criterion_answer", "evidence", "ladder", "stage", "dimension", "criterion", "next_step",
    "indicator", "round", "tally",
)  # fmt: skip


class StageCheckScreen(Screen):
    """Which stage, how do we know, which counts show it, what moves us on."""

    name = "stage-check"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: tuple[CheckHead, ...] = ()
        self._check_id = ""
        self.page: CheckPage | None = None
        self._is_safe = desk.room.safe
        self.start, self.check_side = StartSide(), CheckSide(CheckDeeds(desk, self.do), self)
        self.begin = self.start.begin
        shown = self.check_side
        self.head, self.questions, self.body, self.private = (
            shown.head, shown.questions, shown.body, shown.private,
        )  # fmt: skip
        self.stage, self.criteria, self.counts, self.next = (
            shown.stage, shown.criteria, shown.counts, shown.next,
        )  # fmt: skip
        self.deeds = LadderDeeds(desk, self.do)
        self._ladder = Later(self._make_ladder)
        self._sides = StackLayout(self)
        for side in (self.start, self.check_side, self._ladder):
            self._sides.addWidget(side)
        self._connect()

    @property
    def ladder(self) -> LadderSide:
        """Where the ladder is changed."""
        return self._ladder.part()

    def refresh(self) -> None:
        """Read the checks and show the chosen one, the newest if it is gone."""
        self._rows = self.desk.workbook.read(check_heads)
        known = [row.id for row in self._rows]
        if self._check_id not in known:
            self._check_id = known[-1] if known else ""
        self.page = self.desk.workbook.read(check_page, self._check_id) if self._check_id else None
        if any(key.startswith("stage-check/ladder") for key in self.desk.drafts.left):
            self._ladder.part()  # what was left half typed has its field then
        if self.is_at_ladder():
            self.ladder.refresh()  # the check is shown again on the way back
        else:
            self._sides.setCurrentIndex(0 if self.page is None else 1)
            self._show_ladders()
            self._show()
        self.actions_changed.emit()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a check, its answers or a next step changed."""
        return changes.touches(*_TABLES)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        if self.page is not None:
            self._show()

    def show_for(self, **where: Any) -> None:
        """Show a check (check_id), a part (dimension_id) or a statement (criterion_id)."""
        if where and self.is_at_ladder():
            self._close_ladder()
        if where.get("check_id") in [row.id for row in self._rows]:
            self._check_id = where["check_id"]
            self.refresh()
        if "dimension_id" in where and self.criteria.list.choose(where["dimension_id"]):
            self.check_side.go_to(1)
        if "criterion_id" in where and (card := self.criteria.card_of(where["criterion_id"])) is not None:
            card.answer.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_place_for(self, draft: str) -> bool:
        """Open the statement, the form or the check that the words belong to."""
        return open_place(self, draft)

    def handlers(self) -> Handlers:
        """What this page does for the keys of the registry."""
        return {
            "entry.next_step": self.check_side.make_step,
            "go.unanswered": self.criteria.go_on,
            "view.picture": self.stage.profile.toggle_table,
            **{action_id: partial(self._act_on_ladder, action_id) for action_id in ACTIONS},
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a check to do it with, or a ladder."""
        if action_id in ACTIONS:
            return self.is_at_ladder() and self.ladder.can(action_id)
        return self.page is not None and not self.is_at_ladder()

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may be asked for while the laptop goes round; None for all."""
        return self.private.only_actions()

    def set_room_safe(self, safe: bool) -> None:
        """Leave out who saw something, and held words, while the room can see."""
        self._is_safe = safe
        if self.page is not None:
            self._show()

    def first_focus(self) -> QWidget:
        """The first question, the way to begin, or the ladder."""
        if self.is_at_ladder():
            return self.ladder.first()
        return self.begin if self.page is None else self.questions.buttons[0]

    def parts(self) -> tuple[QWidget, ...]:
        """One for each question; those of the ladder while it is shown."""
        if self.is_at_ladder():
            return self.ladder.parts()
        if self.page is None:
            return (self.begin,)
        return self.check_side.stops()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step_tab(self, forward=forward) or super().focusNextPrevChild(forward)

    def do(self, command: Command) -> Refused | None:
        """Do a command; a refusal is handed back to be shown beside its field."""
        try:
            self.desk.workbook.do(command, initiator=self)
        except Refused as refused:
            return refused
        return None

    def begin_check(self) -> None:
        """Begin a check as of today, with what the last one found."""
        offer, before = self._offer(), self._check_id
        self._check_id = ""  # the newest is shown: the one that begins
        key = self.deeds.begin_check(offer.chosen(), is_first=not self._rows)
        self._check_id = key or before
        if key:
            offer.start_over()
            self._show_ladders()
            if self.page is not None:
                self.check_side.begin_with(self.page)

    def is_at_ladder(self) -> bool:
        """Tell whether the ladder is shown in place of a check."""
        return self._sides.currentWidget() is self._ladder

    def open_ladder(self, ladder_id: str) -> None:
        """Show a ladder in place of the check; "" for the shipped one."""
        self._sides.setCurrentWidget(self._ladder)
        self.ladder.open_ladder(ladder_id)
        self.actions_changed.emit()

    def _make_ladder(self) -> LadderSide:
        side = LadderSide(self.deeds)
        for offer in (self.start.ladders, self.head.ladders):
            side.made.connect(offer.choose)
        side.left.connect(self._close_ladder)
        side.actions_changed.connect(self.actions_changed)
        return side

    def _act_on_ladder(self, action_id: str) -> None:
        self.ladder.act(action_id)

    def _connect(self) -> None:
        self.begin.clicked.connect(self.begin_check)
        for offer in (self.start.ladders, self.head.ladders):
            offer.change_asked.connect(self.open_ladder)
        self.head.new.clicked.connect(self.begin_check)
        self.head.check.committed.connect(self._on_check)
        self.stage.day.committed.connect(self._on_day)
        self.private.actions_changed.connect(self.actions_changed)

    def _show_ladders(self) -> None:
        read, shipped = self.desk.workbook.read, self.desk.shelf.ladder
        heads, following = read(ladders), read(ladder_for_next, shipped.id)
        for offer in (self.start.ladders, self.head.ladders):
            offer.show_ladders(heads, following, shipped.id, shipped.name)
        usual = len(shipped.stages), len(shipped.dimensions)
        self.start.show_ladder(*counted(heads, self.start.ladders.shown(), usual))

    def _show(self) -> None:
        if self.page is not None:
            self.check_side.show_page(self.page, self._rows, is_safe=self._is_safe)

    def _on_check(self, check_id: str) -> None:
        self._check_id = check_id
        self.refresh()

    def _on_day(self, day: date | None) -> None:
        if self.page is None:
            return
        if day is None:
            self.stage.day.set_value(self.page.as_of)
        else:
            self.do(DateStageCheck(self.page.id, day))

    def _offer(self) -> LadderChoice:
        return self.start.ladders if self.page is None else self.head.ladders

    def _close_ladder(self) -> None:
        self._sides.setCurrentIndex(0 if self.page is None else 1)
        self.refresh()
        self._offer().change.setFocus(Qt.FocusReason.OtherFocusReason)
