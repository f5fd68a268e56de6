# SPDX-License-Identifier: MIT
"""Weigh: impact and effort of each theme as two digits, and the picture that the wall draws of them.

It must not know dots nor hands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.choose import LEAST_WEIGHT, MOST_WEIGHT, WeighTheme
from walkthrough.model.queries.choosing import (
    ThemeRow,
    choosing_rules,
    is_counted_in,
    themes_of,
    weighed_in,
)
from walkthrough.model.showing import Call, Showing
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.theme_words import (
    choices,
    dots_words,
    last_time_words,
    theme_cells,
    weight_words,
)
from walkthrough.ui.screens.live.wall_picture import WallPicture
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class WeighMoment(Moment):
    """Themes with their two numbers at the left, the wall's picture at the right."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent=parent)
        self._themes: tuple[ThemeRow, ...] = ()
        self._weighed: frozenset[int] = frozenset()
        """The numbers of the themes weighed in this meeting; other weights are of an earlier one."""
        self._is_counted = False
        self._impact: int | None = None
        """The first of two digits, while the second is still to come."""
        self.list = GroupList(
            N_("Impact and effort"), lines=2, keys="0123456789", empty=N_("Make themes first.")
        )
        self.picture = WallPicture(N_("Impact and effort as the wall shows them"))
        keys = N_(
            "Two digits for the marked theme, 1 to 5: what it changes for families, then how hard it is. "
            "0 starts over."
        )
        self.set_panes(Prose(keys, look="soft"), self.list, self.picture)
        self.list.key_asked.connect(lambda _id, digit: self._on_digit(digit))
        self.list.chosen.connect(lambda _id: self._forget())

    def read_again(self) -> None:
        """Read the themes and draw what the wall shows."""
        rules = self.hands.read(choosing_rules, self.hands.meeting_id)
        found = self.hands.read(themes_of, rules.walk_id if rules else None)
        self._themes = tuple(row for row in found if not row.held)
        self._weighed = self.hands.read(weighed_in, self.hands.meeting_id)
        self._is_counted = self.hands.read(is_counted_in, self.hands.meeting_id)
        self._show_rows()
        self.picture.show_view(self.view_of_wall())

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether the themes were being weighed."""
        return showing.call is Call.WEIGHED

    def on_wall(self) -> Mapping[str, Any]:
        """The picture of impact and effort."""
        return {"call": Call.WEIGHED, "revealed": True, "page": self.shown_page}

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit weighs the marked theme."""
        if event.modifiers() not in _PLAIN or len(event.text()) != 1 or event.text() not in "0123456789":
            return False
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.chosen_id() and self._themes:
            self.list.choose(self._themes[0].id)
        self._on_digit(event.text())
        return True

    def asks(self) -> Handlers:
        """Taking the two numbers away."""
        return {"entry.bin": self._clear}

    def can(self, action_id: str) -> bool:
        """Tell whether the marked theme has numbers."""
        row = self._chosen()
        return row is not None and row.number in self._weighed and bool(weight_words(row))

    def first(self) -> QWidget:
        """The themes."""
        return self.list

    def panes(self) -> tuple[QWidget, ...]:
        """The themes, the picture."""
        return (self.list, self.picture.first())

    def _chosen(self) -> ThemeRow | None:
        key = self.list.chosen_id()
        return next((row for row in self._themes if row.id == key), None)

    def _show_rows(self) -> None:
        digits, at = choices(self._themes), self.list.chosen_id()

        def cells(row: ThemeRow) -> GroupCells:
            is_ours = row.number in self._weighed
            weight = (is_ours and weight_words(row)) or "–"
            if row.id == at and self._impact is not None:
                weight = _("impact {impact}, effort ?").format(impact=self._impact)
            dots = dots_words(row.votes) if self._is_counted else ""
            told = theme_cells(row, digits[row.id], self.is_safe, (dots, weight))
            before = "" if is_ours else last_time_words(weight_words(row))
            return replace(told, detail=" · ".join(fact for fact in (told.detail, before) if fact))

        self.list.set_rows(self._themes, cells)
        if self._themes and not self.list.chosen_id():
            self.list.choose(self._themes[0].id)

    def _on_digit(self, digit: str) -> None:
        row, many = self._chosen(), int(digit)
        if row is None:
            return
        if many == 0:
            self._forget()
            return
        if not LEAST_WEIGHT <= many <= MOST_WEIGHT:
            self.hands.say(_("A number from 1 to 5, please."))
            return
        if self._impact is None:
            self._impact = many
            self.hands.say(_("Impact {n}. Now the effort.").format(n=many))
            self._show_rows()
            return
        impact, self._impact = self._impact, None
        if row.number not in self._weighed and (row.impact, row.effort) == (impact, many):
            # The very weights of last time: only what changes is a step of this meeting.
            self.hands.did(WeighTheme(row.id, None, None))
        if self.hands.did(WeighTheme(row.id, impact, many)):
            self.hands.say(_("Impact {impact}, effort {effort}.").format(impact=impact, effort=many))
            self._to_next(row)

    def _to_next(self, row: ThemeRow) -> None:
        ids = [one.id for one in self._themes]
        at = ids.index(row.id) + 1 if row.id in ids else len(ids)
        if at < len(ids):
            self.list.choose(ids[at])

    def _forget(self) -> None:
        if self._impact is not None:
            self._impact = None
            self._show_rows()
        self.actions_changed.emit()

    def _clear(self) -> None:
        if (row := self._chosen()) is not None:
            self.hands.did(WeighTheme(row.id, None, None))
