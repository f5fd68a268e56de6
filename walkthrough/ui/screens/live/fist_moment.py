# SPDX-License-Identifier: MIT
"""Fist to five: six numbers about a theme or a question, and what the rule says.

It must not know dots nor weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.export.terms import unless_held
from walkthrough.model.commands.choose import CountFist, RemoveFist
from walkthrough.model.queries.choosing import FistRow, choosing_rules, fists_of, themes_of
from walkthrough.model.rules.fist import FINGERS as HOW_MANY
from walkthrough.model.rules.fist import outcome
from walkthrough.model.showing import Call, Showing
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.count_list import KEYS, CountList, CountRow
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.theme_words import FINGERS, OUTCOMES, choice_text, choices
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, line_field
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.messages import InfoBar, Tone
from walkthrough.ui.widgets.places import Card, Column, FlowRow, Row
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _, current, ngettext

_DRAFTS = "live/fist", "live/fist_question"
_TONES: dict[str, Tone] = {"stop": "bad", "hear": "warn", "go": "good"}


class FistMoment(Moment):
    """Six rows to count at the left; the outcome and the counts before at the right."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent=parent)
        self._fists: tuple[FistRow, ...] = ()
        self._shown = ""
        """The key of the count that the room sees; "" while the next one is asked for."""
        self.about = choice_field(N_("About"), name="fist_about")
        self.question = line_field(N_("The question"), name="fist_question")
        self.list = CountList(N_("How many fingers"))
        self.outcome, self.mismatch = InfoBar(), InfoBar()
        self.count = Button(N_("&Count and show"), "primary", sign="live", name="fist_count")
        self.next = Button(N_("Ask the next one"), "quiet", sign="add", name="fist_next")
        self.before = GroupList(N_("Counted before"), lines=2, empty=N_("Nothing was counted yet."))
        self._build()

    def read_again(self) -> None:
        """Read the themes to ask about and what was counted before."""
        rules = self.hands.read(choosing_rules, self.hands.meeting_id)
        themes = self.hands.read(themes_of, rules.walk_id if rules else None)
        digits = choices(themes)
        offered = [
            (row.id, plain(choice_text(row, digits[row.id], self.is_safe))) for row in themes if not row.held
        ]
        kept = self.about.value() or ""
        self.about.control.set_options([("", N_("A question of its own")), *offered])
        self.about.control.set_value(kept if kept in digits else "")
        lines = [CountRow(str(n), _(FINGERS[n])) for n in range(HOW_MANY)]
        self.list.show_lines(lines)
        self._fists = self.hands.read(fists_of, self.hands.meeting_id)
        if self._shown not in [row.id for row in self._fists]:
            self._shown = ""
        self.before.set_rows(self._fists, self._cells)
        self._show_outcome()

    def resume(self, showing: Showing) -> None:
        """Show the count that was shown."""
        self._shown = showing.at if showing.revealed else ""

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether a fist-to-five was asked for."""
        return showing.call is Call.FIST

    def on_wall(self) -> Mapping[str, Any]:
        """The count that is shown; before that the themes, because the question itself is a draft."""
        if self._shown:
            return {"call": Call.FIST, "at": self._shown, "revealed": True}
        return {}

    def take_key(self, event: QKeyEvent) -> bool:
        """A figure goes into the marked row."""
        return self.list.take_digit(event)

    def asks(self) -> Handlers:
        """Taking a count out, or clearing a number."""
        return {"entry.bin": self._take_out if self.before.hasFocus() else self.list.clear_chosen}

    def can(self, action_id: str) -> bool:
        """Tell whether a number or an earlier count is marked and has the keys."""
        return self.list.hasFocus() or (bool(self.before.chosen_id()) and self.before.hasFocus())

    def first(self) -> QWidget:
        """The count."""
        return self.list

    def panes(self) -> tuple[QWidget, ...]:
        """The count, what was counted before, the question."""
        return (self.list, self.before, self.question.control)

    # -- inside

    def _build(self) -> None:
        asked = Row(gap="gap")
        asked.add(self.about, self.question, stretch=1)
        head = Column(gap="half")
        head.add(asked, Prose(KEYS, look="small"))
        side = Card(fill=True)
        buttons = FlowRow()
        buttons.add(self.count, self.next)
        side.add(self.outcome, self.mismatch, buttons)
        side.add(self.before, stretch=1)
        self.before.setMinimumHeight(96)
        self.set_panes(head, self.list, side)
        self.about.committed.connect(self._on_about)
        self.question.control.returnPressed.connect(self.list.setFocus)
        self.list.counted.connect(self._on_counted)
        self.list.completed.connect(self.count.setFocus)
        self.count.clicked.connect(self._count)
        self.next.clicked.connect(self._ask_next)
        self.before.activated_row.connect(self._show_again)
        self.before.bin_asked.connect(lambda _id: self._take_out())
        self.live.desk.drafts.watch(_DRAFTS[0], self.list.draft)
        self.live.desk.drafts.watch(_DRAFTS[1], self.question.control)

    def _on_about(self, _value: object) -> None:
        self._shown = ""
        self._show_outcome()
        self.wall_changed.emit()

    def _on_counted(self) -> None:
        if self._shown:
            self._shown = ""
            self.wall_changed.emit()
        self._show_outcome()

    def _count(self) -> None:
        counts = tuple(self.list.counts().get(str(n)) or 0 for n in range(HOW_MANY))
        command = CountFist(
            self.hands.meeting_id, counts, self.question.value(), theme_id=self.about.value() or None
        )
        refused = self.hands.do(command)
        if refused is not None:
            self.hands.say(refusal_text(refused))
            return
        for key in _DRAFTS:
            self.hands.drafts.saved(key)
        self._shown = command.id
        self.read_again()
        self.next.setFocus()
        self.wall_changed.emit()

    def _ask_next(self) -> None:
        self._shown = ""
        self.list.start_over()
        self.question.set_value("")
        for key in _DRAFTS:
            self.hands.drafts.saved(key)
        self._show_outcome()
        self.question.control.setFocus()
        self.wall_changed.emit()

    def _show_again(self, key: str) -> None:
        self._shown = key
        self._show_outcome()
        self.wall_changed.emit()

    def _take_out(self) -> None:
        if key := self.before.chosen_id():
            self.hands.did(RemoveFist(key))

    def _show_outcome(self) -> None:
        shown = next((row.counts for row in self._fists if row.id == self._shown), None)
        counts = shown or tuple(self.list.counts().get(str(n)) or 0 for n in range(HOW_MANY))
        code = outcome(counts)
        self.outcome.setVisible(bool(code))
        if code and self.outcome.text() != _(OUTCOMES[code]):
            self.outcome.show_words(OUTCOMES[code], _TONES[code])
        self._show_mismatch()
        self.count.setEnabled(not self.list.is_blank())
        self.count.setVisible(not self._shown)
        self.next.setVisible(bool(self._shown))

    def _show_mismatch(self) -> None:
        people, counted = self.live.people_here(), self.list.total()
        self.list.set_limit(people)
        self.mismatch.setVisible(0 < people < counted)
        if 0 < people < counted:
            told = _("{hands} for {people}. Count again, or go on.").format(
                hands=ngettext("{n} hand", "{n} hands", counted).format(n=counted),
                people=ngettext("{n} person here", "{n} people here", people).format(n=people),
            )
            if told != self.mismatch.text():
                self.mismatch.show_words(plain(told), "warn")

    def _cells(self, row: FistRow) -> GroupCells:
        if row.theme:
            about = unless_held(current(), row.theme, row.theme_held and self.is_safe)
        elif row.step_number:
            about = _("Next step #{number}").format(number=row.step_number)
        else:
            about = ""
        question = unless_held(current(), row.question, row.held and self.is_safe) if row.question else ""
        counts = " · ".join(str(many) for many in row.counts)
        text = ": ".join(part for part in (about, question) if part) or _("Fist to five")
        tone = {"stop": "bad", "hear": "warn", "go": "good"}.get(outcome(row.counts), "quiet")
        short = {"stop": _("Stop"), "hear": _("Hear it"), "go": _("Go")}.get(outcome(row.counts), "")
        return GroupCells(
            id=row.id,
            text=text,
            detail=_("0 to 5 fingers: {counts}").format(counts=counts),
            marks=((tone, short),) if short else (),
        )
