# SPDX-License-Identifier: MIT
"""Read back: one step at a time, large, until each has an answer. Enter is yes.

It must not know how the wall shows a step, nor the parts beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from walkthrough.model import ChangeSet, Command
from walkthrough.model.commands.plan import AcceptNextStep, RemoveNextStep
from walkthrough.model.queries.live_steps import raised_in
from walkthrough.model.queries.plan import StepRow, next_steps_of
from walkthrough.model.showing import Showing
from walkthrough.model.words import Acceptance, AgendaKind
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live import read_back_card as answers
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.read_back_order import ReadBackOrder
from walkthrough.ui.screens.live.read_back_view import ReadBackView
from walkthrough.ui.screens.live.read_back_words import yes_words
from walkthrough.wording import _

_TABLES = ("next_step", "step_finding", "raised", "partner", "meeting")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = {Qt.Key.Key_N: answers.ASK, Qt.Key.Key_D: answers.NO, Qt.Key.Key_R: answers.RAISE}
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReadBackPart(LivePart):
    """The step that is read now, what is asked about it, and below all the steps of this meeting."""

    kind = AgendaKind.READ_BACK

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.hands = PartHands(live)
        self.order = ReadBackOrder()
        self._is_safe = True
        self.view = ReadBackView(self.hands)
        self.card, self.forms, self.list = self.view.card, self.view.forms, self.view.list
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._join()

    def begin(self, showing: Showing) -> None:
        """Read the steps, and go on where the room was."""
        if showing.meeting_id != self.hands.meeting_id:
            self.order = ReadBackOrder()
        self.hands.begin(showing.meeting_id)
        if showing.part is self.kind:
            self.order.resume(showing.at, showing.done)
        self._read()

    def showing(self) -> Showing:
        """The step by its key, and those that are dealt with."""
        return Showing(self.hands.meeting_id, self.kind, at=self.order.at, done=tuple(self.order.done))

    def put_first(self, step_ids: Iterable[str]) -> None:
        """Read these before all others: somebody who is asked leaves early."""
        self.order.put_first(step_ids)
        if self.hands.meeting_id:
            self._read()
            self.wall_changed.emit()

    def concerns(self, changes: ChangeSet) -> bool:
        """Tell whether a step, its owner or what it answers changed."""
        return changes.touches(*_TABLES)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read again; an open question about a step that is still there stays."""
        self._read()
        self.wall_changed.emit()

    def page(self, by: int) -> bool:
        """Go one step on or back without an answer."""
        return self._go(by)

    def key(self, event: QKeyEvent) -> bool:
        """Enter is yes, N, D and R are the other answers, Up and Down go along the steps."""
        focus = QApplication.focusWidget()
        is_button = isinstance(focus, QAbstractButton) and focus is not self.card.buttons[answers.YES]
        if event.modifiers() not in _ALONE or self.view.form() is not None or self.order.step() is None:
            return False
        if event.key() in _ENTER:
            return not is_button and self._answer(answers.YES)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._go(-1 if event.key() == Qt.Key.Key_Up else 1)
        asked = _KEYS.get(Qt.Key(event.key()))
        return asked is not None and self._answer(asked)

    def handlers(self) -> Handlers:
        """F2 and Del."""
        return {
            "entry.edit": lambda: self._answer(answers.CHANGE),
            "entry.bin": lambda: self._answer(answers.DROP),
        }

    def can(self, action_id: str) -> bool:
        """There must be a step."""
        return self.order.step() is not None and self.view.form() is None

    def set_room_safe(self, safe: bool) -> None:
        """Hide names and held wording; a question that was open is closed, for it may show a name."""
        self._is_safe = safe
        form = self.view.form()
        if form is not None and safe:
            form.leave_it()
        self._show()

    def retranslate(self) -> None:
        """Say the step and the rows again."""
        self._show()

    def first_focus(self) -> QWidget:
        """The button that says yes; the rows once all are read."""
        if self.order.step() is None:
            return self.list if self.order.steps else self
        return self.card.buttons[answers.YES]

    def parts(self) -> tuple[QWidget, ...]:
        """The answers, and the rows."""
        return (self.card.buttons[answers.YES], self.list) if self.order.steps else (self,)

    def _join(self) -> None:
        self.card.asked.connect(self._answer)
        for form in self.forms.values():
            form.left.connect(self._back_to_card)
        self.forms[answers.CHANGE].saved.connect(lambda _key: self._back_to_card())
        self.forms[answers.ASK].saved.connect(self._on_asked)
        self.forms[answers.RAISE].saved.connect(self._on_raised)
        self.list.chosen.connect(self._on_chosen)
        self.list.activated_row.connect(self._on_activated)

    # -- what is read

    def _read(self) -> None:
        raised = self.hands.read(raised_in, self.hands.meeting_id)
        steps = self.hands.read(next_steps_of, self.hands.meeting_id)
        self.order.take(steps, frozenset(row.step_id for row in raised if row.step_id))
        form = self.view.form()
        if form is not None and form.step is not None and self.order.step(form.step.id) is None:
            form.leave_it()
        self._show()

    def _show(self) -> None:
        self.view.show_order(self.order, self._is_safe)
        self.actions_changed.emit()

    # -- what is answered

    def _answer(self, asked: str) -> bool:
        step = self.order.step()
        if step is None or self.view.form() is not None:
            return False
        if asked == answers.BACK:
            return self._go(-1)
        if asked in self.forms:
            self.forms[asked].open_for(step, self._is_safe)
            self._show()
            return True
        command: Command = AcceptNextStep(step.id, Acceptance.ACCEPTED)
        told = yes_words(step, self._is_safe)
        if asked == answers.NO:
            command, told = AcceptNextStep(step.id, Acceptance.DECLINED), _("#{number}: the owner said no.")
        elif asked == answers.DROP:
            command, told = RemoveNextStep(step.id), _("#{number} is out. Undo brings it back.")
        self._settle(step, command, told)
        return True

    def _settle(self, step: StepRow, command: Command, told: str) -> None:
        """Do it, and go to the next step without an answer."""
        place, was_done, done = self.order.place(), step.id in self.order.done, self.order.done
        done.setdefault(step.id)  # before the workbook tells: the wall must not show it once more
        if not self.hands.did(command):
            if not was_done:
                del done[step.id]
            self._show()
            return
        self.hands.say(told.format(number=step.number))
        is_out = isinstance(command, RemoveNextStep)
        self._go_on(place - 1 if is_out else place)

    def _on_asked(self, key: str) -> None:
        self._on_saved(key, _("#{number}: to be asked."))

    def _on_raised(self, key: str) -> None:
        self._on_saved(key, _("#{number}: the question is raised."))

    def _on_saved(self, key: str, told: str) -> None:
        step = self.order.step(key)
        self.order.done.setdefault(key)
        if step is not None:
            self.hands.say(told.format(number=step.number))
        self._go_on(self.order.place())

    def _go_on(self, place: int) -> None:
        self.order.at = self.order.waiting(place)
        self._show()
        self.wall_changed.emit()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.order.at and self.order.steps:
            self.finished.emit()

    def _go(self, by: int) -> bool:
        key = self.order.beside(by) if self.view.form() is None else ""
        if key:
            self._show_at(key)
        return bool(key)

    def _show_at(self, key: str) -> None:
        self.order.at = key
        self._show()
        self.wall_changed.emit()

    def _on_chosen(self, key: str) -> None:
        if key and self.order.at not in ("", key) and self.view.form() is None:
            self._show_at(key)

    def _on_activated(self, key: str) -> None:
        self._show_at(key)
        self._back_to_card()

    def _back_to_card(self) -> None:
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
