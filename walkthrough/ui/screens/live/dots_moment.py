# SPDX-License-Identifier: MIT
"""Dots: how many each, open or on paper, the totals typed theme by theme, and shown by one key.

It must not know how a theme is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.choose import SetDots, SetVotes
from walkthrough.model.queries.choosing import (
    ChoosingRules,
    ThemeRow,
    choosing_rules,
    is_counted_in,
    themes_of,
)
from walkthrough.model.rules.dots import FEWEST_DOTS, MOST_DOTS, check_dots
from walkthrough.model.showing import Call, Showing
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.count_list import KEYS, CountList, CountRow
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.theme_words import (
    check_words,
    choice_text,
    choices,
    dots_words,
    last_time_words,
    sum_words,
)
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import radio_group_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, Column, FlowRow
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

_OPEN = N_("Open: everybody sees where the dots go, and the count.")
_UNSEEN = N_("Private: on paper, counted here. The wall shows totals only, when you show them.")


class DotsMoment(Moment):
    """The count at the left; the sum, its check and the button that shows the totals at the right."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent=parent)
        self._rules: ChoosingRules | None = None
        self._themes: tuple[ThemeRow, ...] = ()
        self._is_counted = False
        """Whether dots were counted in this meeting; else those on the themes are of an earlier one."""
        self.revealed = False
        self.list = CountList(N_("Dots for each theme"), empty=N_("Make themes first: one page back."))
        self.dots = radio_group_field(
            N_("Dots for each person"),
            [(n, plain(str(n))) for n in range(FEWEST_DOTS, MOST_DOTS + 1)],
            across=True,
            name="dots_each",
        )
        self.way = radio_group_field(
            N_("How"), [(False, N_("Open")), (True, N_("On paper"))], across=True, name="dots_way"
        )
        self.way_words, self.total = Prose(look="soft"), Heading(2)
        self.note = InfoBar()
        self.show_totals = Button(N_("Show the &totals"), "primary", sign="live", name="dots_show")
        self.hide_totals = Button(N_("Back to the themes"), "quiet", name="dots_hide")
        self._build()

    def read_again(self) -> None:
        """Read themes, dots and who is here; what is being typed stays."""
        self._rules = self.hands.read(choosing_rules, self.hands.meeting_id)
        before = self._stored()
        self._themes = self.hands.read(themes_of, self._rules.walk_id if self._rules else None)
        self._is_counted = self.hands.read(is_counted_in, self.hands.meeting_id)
        self.revealed &= self._is_counted or not any(row.votes for row in self._themes)
        digits = choices(self._themes)
        voted = [row for row in self._themes if row.id in digits]
        self.list.hides_others = bool(self._rules and self._rules.is_private and self.is_safe)
        self.list.hides_others &= not self.revealed
        lines = [
            CountRow(row.id, choice_text(row, digits[row.id], self.is_safe), detail=self._last_time(row))
            for row in voted
        ]
        shown = self.list.counts()
        self.list.show_lines(lines)
        is_brought_back = not shown and not self.list.is_blank()
        if not is_brought_back and (self.list.is_blank() or shown == before):
            self.list.set_counts(self._stored())
            self.hands.drafts.shows_saved("live/dots")
        if self._rules is not None:
            self.dots.set_value(self._rules.dots)
            self.way.set_value(self._rules.is_private)
        self._show_sum()

    def resume(self, showing: Showing) -> None:
        """Go on where the totals were shown."""
        self.revealed, self.shown_page = showing.revealed, showing.page

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether dots were counted or their totals shown."""
        return showing.call is Call.TOTALS or (showing.call is Call.NONE and showing.many_in > 0)

    def on_wall(self) -> Mapping[str, Any]:
        """The themes to vote on; after the count their totals."""
        if self.revealed:
            return {"call": Call.TOTALS, "revealed": True, "page": self.shown_page}
        return {"page": self.shown_page, "many_in": self.list.total()}

    def take_key(self, event: QKeyEvent) -> bool:
        """A figure goes into the marked theme's number."""
        return self.list.take_digit(event)

    def asks(self) -> Handlers:
        """Clearing a number."""
        return {"entry.bin": self.list.clear_chosen}

    def can(self, action_id: str) -> bool:
        """Tell whether the count has the keys."""
        return self.list.hasFocus()

    def first(self) -> QWidget:
        """The count."""
        return self.list

    def panes(self) -> tuple[QWidget, ...]:
        """The count, the button, the dots for each."""
        return (self.list, self.show_totals, self.dots.control)

    def keep(self) -> None:
        """Write what was counted, without showing it."""
        self._write()

    # -- inside

    def _build(self) -> None:
        head = Column(gap="half")
        ways = FlowRow(gap="wide")
        ways.add(self.dots, self.way)
        head.add(ways, self.way_words)
        side = Card()
        buttons = FlowRow()
        buttons.add(self.show_totals, self.hide_totals)
        side.add(self.total, self.note, buttons, Prose(KEYS, look="small"))
        self.set_panes(head, self.list, side)
        self.dots.committed.connect(lambda _value: self._on_rules())
        self.way.committed.connect(lambda _value: self._on_rules())
        self.list.counted.connect(self._show_sum)
        self.list.completed.connect(self.show_totals.setFocus)
        self.show_totals.clicked.connect(self._reveal)
        self.hide_totals.clicked.connect(self._cover)
        self.live.desk.drafts.watch("live/dots", self.list.draft)

    def _stored(self) -> dict[str, int | None]:
        """The votes of this meeting in the workbook; none typed where nobody has voted yet."""
        any_votes = self._is_counted and any(row.votes for row in self._themes)
        return {row.id: row.votes if any_votes else None for row in self._themes if not row.held}

    def _last_time(self, row: ThemeRow) -> str:
        return last_time_words(dots_words(row.votes)) if row.votes and not self._is_counted else ""

    def _on_rules(self) -> None:
        self.hands.did(SetDots(self.hands.meeting_id, self.dots.value(), self.way.value()))

    def _show_sum(self) -> None:
        people, rules = self.live.people_here(), self._rules
        if rules is None:
            return
        self.way_words.set_words(_UNSEEN if rules.is_private else _OPEN)
        counted, blank = self.list.total(), self.list.is_blank()
        self.list.set_limit(people * rules.dots)
        self.total.set_words(lambda: sum_words(counted, people, rules.dots))
        check = check_dots([many or 0 for many in self.list.counts().values()], people, rules.dots)
        self.note.setVisible(not blank and people > 0)
        if not blank and people > 0:
            tone = {"fits": "good", "over": "warn"}.get(check.code, "note")
            told = check_words(check)
            if told != self.note.text():
                self.note.show_words(plain(told), tone)  # type: ignore[arg-type]  # one of the four tones
        self.show_totals.setEnabled(not blank)
        self.hide_totals.setVisible(self.revealed)

    def _write(self) -> bool:
        votes = {key: many for key, many in self.list.counts().items() if many is not None}
        stored = self._stored()
        if votes and any(stored.get(key) != many for key, many in votes.items()):
            if not self._set_votes(votes):
                return False
            self.hands.drafts.saved("live/dots")
        return True

    def _set_votes(self, votes: dict[str, int]) -> bool:
        meeting_id = self.hands.meeting_id
        if not self._is_counted:
            # The first count of a meeting is about every theme, so that no earlier total stays among them.
            votes = {row.id: votes.get(row.id, 0) for row in self._themes}
            if any(votes.values()) and all(votes[row.id] == row.votes for row in self._themes):
                # The very totals of last time: only what changes is a step of this meeting.
                self.hands.did(SetVotes(meeting_id, dict.fromkeys(votes, 0)))
        return self.hands.did(SetVotes(meeting_id, votes))

    def _reveal(self) -> None:
        if not self._write():
            return
        self.revealed, self.shown_page = True, 0
        self.read_again()
        self.hands.say(_("The totals are on the wall, the highest first."))
        self.wall_changed.emit()

    def _cover(self) -> None:
        self.revealed = False
        self.read_again()
        self.list.setFocus()
        self.wall_changed.emit()
