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
from walkthrough.ui.screens.live.read_back_card import ReadBackCard
from walkthrough.ui.screens.live.read_back_forms import AskForm, ChangeForm, RaiseForm, StepForm
from walkthrough.ui.screens.live.read_back_words import step_rows
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.places import Card, ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, ngettext

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
        self._steps: tuple[StepRow, ...] = ()
        self._raised: frozenset[str] = frozenset()
        self._first: tuple[str, ...] = ()
        self._done: dict[str, None] = {}  # in the order in which they were dealt with
        self._at, self._is_safe = "", True
        self.card = ReadBackCard()
        self.forms: dict[str, StepForm] = {
            answers.CHANGE: ChangeForm(self.hands),
            answers.ASK: AskForm(self.hands),
            answers.RAISE: RaiseForm(self.hands),
        }
        self.all_read = Card()
        self._all_words = Heading(2, self._all_read_words)
        self.list = FitList(N_("Next steps of this meeting"), lines=2)
        self.none_yet = EmptyState(
            "next_step",
            N_("No next step yet"),
            N_("What the room agrees in the part Next steps is read back here, one step at a time."),
        )
        self._lay_out()
        self._join()

    def begin(self, showing: Showing) -> None:
        """Read the steps, and go on where the room was."""
        if showing.meeting_id != self.hands.meeting_id:
            self._done, self._at, self._first = {}, "", ()
        self.hands.begin(showing.meeting_id)
        if showing.part is self.kind:
            self._done |= dict.fromkeys(showing.done)
            self._at = showing.at or self._at
        self._read()

    def showing(self) -> Showing:
        """The step by its key, and those that are dealt with."""
        return Showing(self.hands.meeting_id, self.kind, at=self._at, done=tuple(self._done))

    def put_first(self, step_ids: Iterable[str]) -> None:
        """Read these before all others: somebody who is asked leaves early."""
        self._first = tuple(step_ids)
        if self.hands.meeting_id:
            waiting = [key for key in self._first if key not in self._done]
            self._at = waiting[0] if waiting else self._at
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
        if event.modifiers() not in _ALONE or self._form() is not None or self._step() is None:
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
        return self._step() is not None and self._form() is None

    def set_room_safe(self, safe: bool) -> None:
        """Hide names and held wording; a question that was open is closed, for it may show a name."""
        self._is_safe = safe
        form = self._form()
        if form is not None and safe:
            form.leave_it()
        self._show()

    def retranslate(self) -> None:
        """Say the step and the rows again."""
        self._show()

    def first_focus(self) -> QWidget:
        """The button that says yes; the rows once all are read."""
        if self._step() is None:
            return self.list if self._steps else self
        return self.card.buttons[answers.YES]

    def parts(self) -> tuple[QWidget, ...]:
        """The answers, and the rows."""
        return (self.card.buttons[answers.YES], self.list) if self._steps else (self,)

    def _lay_out(self) -> None:
        page = ScrollPage(gap="gap", margin="gap")
        self.all_read.add(
            self._all_words, Prose(N_("Choose a row and press Enter to read it again."), look="soft")
        )
        page.add(self.card, *self.forms.values(), self.all_read, self.list, self.none_yet)
        page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

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
        steps = self.hands.read(next_steps_of, self.hands.meeting_id)
        early = [step for key in self._first for step in steps if step.id == key]
        self._steps = (*early, *(step for step in steps if step.id not in self._first))
        raised = self.hands.read(raised_in, self.hands.meeting_id)
        self._raised = frozenset(row.step_id for row in raised if row.step_id)
        known = {step.id for step in self._steps}
        answered = {step.id for step in self._steps if step.acceptance is not Acceptance.OPEN}
        taken_back = (set(self._done) & known) - answered - self._raised  # by an undo: it is read once more
        kept = (answered | self._raised) & known
        self._done = {key: None for key in self._done if key in kept}
        form = self._form()
        if form is not None and form.step is not None and form.step.id not in known:
            form.leave_it()
        if taken_back or self._at not in known:
            self._at = next(iter(taken_back), "") or self._waiting()
        self._show()

    def _show(self) -> None:
        step = self._step()
        is_asking = self._form() is not None
        self.card.setVisible(step is not None)
        self.card.set_asking(is_asking)
        self.all_read.setVisible(step is None and bool(self._steps))
        self.none_yet.setVisible(not self._steps)
        self.list.setVisible(bool(self._steps) and not is_asking)
        self._all_words.retranslate()
        if step is not None:
            self.card.show_step(
                step,
                (self._number(), len(self._steps)),
                is_raised=step.id in self._raised,
                is_done=step.id in self._done,
                safe=self._is_safe,
            )
        rows = step_rows(
            self._steps, raised=self._raised, done=self._done, first=self._first, safe=self._is_safe
        )
        self.list.set_rows(rows)
        if step is not None and self.list.chosen_id() != step.id:
            self.list.choose(step.id)
        self.actions_changed.emit()

    def _all_read_words(self) -> str:
        n = len(self._steps)
        return ngettext("{n} next step is read back.", "All {n} next steps are read back.", n).format(n=n)

    def _step(self) -> StepRow | None:
        return next((step for step in self._steps if step.id == self._at), None)

    def _place(self) -> int:
        return next((n for n, step in enumerate(self._steps) if step.id == self._at), 0)

    def _number(self) -> int:
        """Which it is in the order of reading, counted as the wall counts."""
        done = list(self._done)
        return 1 + (done.index(self._at) if self._at in self._done else len(done))

    def _form(self) -> StepForm | None:
        return next((form for form in self.forms.values() if form.step is not None), None)

    def _waiting(self, after: int = -1) -> str:
        """The next step without an answer, from a place on, then from the beginning; "" for none."""
        order = [*self._steps[after + 1 :], *self._steps[: after + 1]]
        return next((step.id for step in order if step.id not in self._done), "")

    # -- what is answered

    def _answer(self, asked: str) -> bool:
        step = self._step()
        if step is None or self._form() is not None:
            return False
        if asked == answers.BACK:
            return self._go(-1)
        if asked in self.forms:
            self.forms[asked].open_for(step, self._is_safe)
            self._show()
            return True
        command: Command = AcceptNextStep(step.id, Acceptance.ACCEPTED)
        told = _("#{number}: yes.")
        if asked == answers.NO:
            command, told = AcceptNextStep(step.id, Acceptance.DECLINED), _("#{number}: the owner said no.")
        elif asked == answers.DROP:
            command, told = RemoveNextStep(step.id), _("#{number} is out. Undo brings it back.")
        self._settle(step, command, told)
        return True

    def _settle(self, step: StepRow, command: Command, told: str) -> None:
        """Do it, and go to the next step without an answer."""
        place, was_done = self._place(), step.id in self._done
        self._done.setdefault(step.id)  # before the workbook tells: the wall must not show it once more
        if not self.hands.did(command):
            if not was_done:
                del self._done[step.id]
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
        step = next((step for step in self._steps if step.id == key), None)
        self._done.setdefault(key)
        if step is not None:
            self.hands.say(told.format(number=step.number))
        self._go_on(self._place())

    def _go_on(self, place: int) -> None:
        self._at = self._waiting(min(place, len(self._steps) - 1))
        self._show()
        self.wall_changed.emit()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._at and self._steps:
            self.finished.emit()

    def _go(self, by: int) -> bool:
        if not self._steps or self._form() is not None:
            return False
        place = self._place() + by if self._at else (len(self._steps) - 1 if by < 0 else -1)
        if not 0 <= place < len(self._steps):
            return False
        self._show_at(self._steps[place].id)
        return True

    def _show_at(self, key: str) -> None:
        self._at = key
        self._show()
        self.wall_changed.emit()

    def _on_chosen(self, key: str) -> None:
        if key and self._at and key != self._at and self._form() is None:
            self._show_at(key)

    def _on_activated(self, key: str) -> None:
        self._show_at(key)
        self._back_to_card()

    def _back_to_card(self) -> None:
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
