# SPDX-License-Identifier: MIT
"""Asks what a new collaborative is called. It writes nothing; the frame makes the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from walkthrough.paths import WORKBOOK_SUFFIX
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.focus_ring import FocusRing
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_TAKEN_BY_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")
_LONGEST = 80


@dataclass(frozen=True)
class NewWorkbook:
    """What was asked for."""

    name: str
    area: str
    path: Path


def file_name_for(name: str) -> str:
    """Return a file name that every system takes, as close to the collaborative's name as can be."""
    stem = " ".join(_NOT_IN_NAMES.sub(" ", name).split())[:_LONGEST].strip(" .")
    if not stem or _TAKEN_BY_WINDOWS.fullmatch(stem):
        stem = f"workbook {stem}".strip()
    return stem + WORKBOOK_SUFFIX


class NewWorkbookDialog(QDialog):
    """Name and area; the button works once there is a name that no workbook has."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.answer: NewWorkbook | None = None
        self.setWindowTitle(_("New workbook"))
        self.setMinimumWidth(look_of(parent).px(460))
        self.name = line_field(
            N_("&Name of the collaborative"),
            hint=N_("For example the county and what you work on together."),
            name="new_name",
        )
        self.area = line_field(
            N_("&Area it serves"),
            hint=N_("A county, a city, a tribe, a region."),
            optional=True,
            name="new_area",
        )
        self._build()
        self._ring = FocusRing(self)
        self.name.setFocus()

    def accept(self) -> None:
        """Close with an answer, or say beside the name what is missing."""
        name = self.name.value()
        path = self._folder / file_name_for(name)
        if not name:
            self._refuse(N_("Please give it a name first."))
        elif path.exists():
            self._refuse(N_("There is a workbook of this name already. Please choose another name."))
        else:
            self.answer = NewWorkbook(name, self.area.value(), path)
            super().accept()

    def _refuse(self, words: str) -> None:
        self.name.set_error(words)
        self.name.setFocus()

    def _build(self) -> None:
        look = look_of(self.parentWidget())
        column = QVBoxLayout(self)
        side = look.space("wide")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space("gap"))
        column.addWidget(Heading(2, N_("A new collaborative")))
        column.addWidget(
            Prose(
                N_("All it records goes into one file on this computer. You choose the route later."),
                look="soft",
            )
        )
        column.addWidget(self.name)
        column.addWidget(self.area)
        column.addStretch(1)
        buttons = Row()
        create = self._button(N_("&Create"), "primary", self.accept)
        create.setDefault(True)
        buttons.add_stretch()
        buttons.add(self._button(N_("Cancel"), "plain", self.reject), create)
        column.addWidget(buttons)

    def _button(self, words: str, kind: str, press: Callable[[], None]) -> Button:
        button = Button(words, "primary" if kind == "primary" else "plain")
        button.clicked.connect(press)
        return button


def ask_new_workbook(folder: Path, parent: QWidget) -> NewWorkbook | None:
    """Ask; None if the person thought better of it."""
    dialog = NewWorkbookDialog(folder, parent)
    dialog.exec()
    return dialog.answer
