# SPDX-License-Identifier: MIT
"""Themes: made by typing a name and numbers, findings shown under them, at most twelve to vote on.

It must not know dots nor totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command
from walkthrough.model.commands.choose import ThemesOfLoudest
from walkthrough.model.commands.finding import (
    THEMES_AT_MOST,
    AddToTheme,
    DropTheme,
    MoveTheme,
    TakeFromTheme,
)
from walkthrough.model.queries.choosing import ThemeRow, choosing_rules, loose_findings, themes_of
from walkthrough.model.queries.plan import FindingMark
from walkthrough.model.showing import Call, Showing
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.theme_line import ThemeLine
from walkthrough.ui.screens.live.theme_words import choices, finding_cells, name_of, theme_cells
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

_HEAD = "head:"


class ThemesMoment(Moment):
    """Themes at the left, the findings under the marked one and those under none at the right."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, parent=parent)
        self._walk: str | None = None
        self.themes: tuple[ThemeRow, ...] = ()
        self.list = GroupList(
            N_("Themes"), lines=2, empty=N_("No theme yet. Type a name and the numbers of its findings.")
        )
        self.findings = GroupList(
            N_("Findings"), lines=2, empty=N_("Every barrier stands under a theme, or there are none yet.")
        )
        self.naming = ThemeLine(self.hands)
        self.line = self.naming.field
        self.loudest = Button(
            N_("Themes of the &loudest barriers"), "primary", sign="barrier", name="themes_loudest"
        )
        self._build()

    def read_again(self) -> None:
        """Read the themes, and the findings of the marked one."""
        rules = self.hands.read(choosing_rules, self.hands.meeting_id)
        self._walk = rules.walk_id if rules else None
        self.naming.walk_id = self._walk
        self.themes = self.hands.read(themes_of, self._walk)
        digits = choices(self.themes)
        self.list.set_rows([theme_cells(row, digits.get(row.id), self.is_safe) for row in self.themes])
        if self.themes and not self.list.chosen_id():
            self.list.choose(self.themes[0].id)
        self.loudest.setVisible(not self.themes and self._walk is not None)
        self._show_findings()

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether a theme was being worked on."""
        return showing.call is Call.NONE and bool(showing.at)

    def on_wall(self) -> Mapping[str, Any]:
        """The numbered themes, at their page; the marked one is where to go on."""
        return {"page": self.shown_page, "at": self.list.chosen_id()}

    def resume(self, showing: Showing) -> None:
        """Mark the theme that was being worked on."""
        self.read_again()
        self.list.choose(showing.at)

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit marks its theme."""
        digit = event.text()
        if len(digit) != 1 or digit not in "123456789":
            return False
        key = next((key for key, at in choices(self.themes).items() if at == int(digit)), "")
        if key:
            self.list.choose(key)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(key)

    def asks(self) -> Handlers:
        """Making, naming, ordering and dropping themes, by their keys."""
        return {
            "entry.theme": self.begin_theme,
            "entry.edit": self.begin_rename,
            "entry.bin": self.drop,
            "entry.up": lambda: self.shift(-1),
            "entry.down": lambda: self.shift(1),
        }

    def can(self, action_id: str) -> bool:
        """Tell whether there is a theme to do it with."""
        return self._walk is not None if action_id == "entry.theme" else self.chosen() is not None

    def chosen(self) -> ThemeRow | None:
        """Return the marked theme."""
        key = self.list.chosen_id()
        return next((row for row in self.themes if row.id == key), None)

    def begin_theme(self) -> None:
        """Come to the line; a finding that is marked at the right comes along by its number."""
        cells = self.findings.chosen_cells() if self.findings.hasFocus() else None
        number = cells.number if cells is not None else None
        self.naming.begin_new("" if number is None else f"#{number}")

    def begin_rename(self) -> None:
        """Bring the name of the marked theme to the line."""
        row = self.chosen()
        if row is not None and row.held and self.is_safe:
            self.hands.say(_("The wording is on hold, so it is not shown while the room can see."))
        elif row is not None:
            self.naming.begin_rename(row)

    def drop(self) -> None:
        """Take the marked theme out, or the marked finding out of its theme."""
        if (row := self.chosen()) is None:
            return
        mark = next((one for one in row.findings if one.id == self.findings.chosen_id()), None)
        if self.findings.hasFocus():
            if mark is not None:
                self.hands.did(TakeFromTheme(row.id, mark.id))
        elif self.hands.did(DropTheme(row.id)):
            self.hands.say(_("The theme is out; its findings stay. Ctrl+Z brings it back."))

    def shift(self, by: int) -> None:
        """Move the marked theme up or down."""
        if (row := self.chosen()) is not None:
            self.hands.did(MoveTheme(row.id, by))

    def first(self) -> QWidget:
        """The themes, or the one key that makes them."""
        return self.list if self.themes else self.line.control

    def panes(self) -> tuple[QWidget, ...]:
        """Themes, findings, line."""
        return (self.list, self.findings, self.line.control)

    # -- inside

    def _build(self) -> None:
        keys = N_(
            "F2 names a theme anew, Del takes it out, Alt+Up and Alt+Down put them in order. "
            "Enter on a finding puts it under the marked theme, or takes it out."
        )
        head = Row(gap="gap")
        head.add(Prose(keys, look="soft"), stretch=1)
        head.add(self.loudest)
        self.set_panes(head, self.list, self.findings, self.naming)
        self.loudest.clicked.connect(self._make_of_loudest)
        self.list.chosen.connect(self._on_chosen)
        self.list.edit_asked.connect(lambda _id: self.begin_rename())
        self.list.bin_asked.connect(lambda _id: self.drop())
        self.list.activated_row.connect(lambda _id: self.findings.setFocus())
        self.findings.activated_row.connect(self._toggle)
        self.findings.bin_asked.connect(lambda _id: self.drop())
        self.naming.made.connect(self.list.choose)
        self.naming.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))

    def _on_chosen(self, _id: str) -> None:
        self._show_findings()
        self.actions_changed.emit()

    def _show_findings(self) -> None:
        cells, row = [], self.chosen()
        if row is not None:
            title = _("Under: {theme}").format(theme=name_of(row, self.is_safe))
            cells.append(GroupCells(id=f"{_HEAD}under", text=title, is_head=True))
            cells += [finding_cells(mark, self.is_safe) for mark in row.findings]
        loose = self.hands.read(loose_findings, self._walk)
        if loose:
            cells.append(GroupCells(id=f"{_HEAD}loose", text=_("Barriers under no theme yet"), is_head=True))
        for one in loose:
            mark = FindingMark(one.id, one.number, one.kind, one.text, one.held)
            cells.append(finding_cells(mark, self.is_safe, one.said_again))
        self.findings.set_rows(cells)

    def _toggle(self, finding_id: str) -> None:
        row = self.chosen()
        if row is None or finding_id.startswith(_HEAD):
            return
        is_under = any(mark.id == finding_id for mark in row.findings)
        command: Command = (TakeFromTheme if is_under else AddToTheme)(row.id, finding_id)
        self.hands.did(command)

    def _make_of_loudest(self) -> None:
        if self._walk is not None and self.hands.did(ThemesOfLoudest(self._walk, THEMES_AT_MOST)):
            many = len(self.themes)
            self.hands.say(
                _("{n} themes, one for each of the loudest barriers. F2 names one anew.").format(n=many)
                if many
                else _("There is no barrier yet to make a theme of.")
            )
            self.first().setFocus()
