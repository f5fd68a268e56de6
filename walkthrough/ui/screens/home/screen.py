# SPDX-License-Identifier: MIT
"""Home: choose a workbook, begin one, see the sample. It asks by signals; the frame opens and makes files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.settings import KeptSettings
from walkthrough.ui.page import Handlers, Page
from walkthrough.ui.screens.home.library import volumes
from walkthrough.ui.screens.home.view import Promise, VolumeList, Welcome, door_button
from walkthrough.ui.widgets.places import Row, ScrollPage, StackLayout
from walkthrough.ui.widgets.text import Heading
from walkthrough.wording import N_


class HomePage(Page):
    """The library of workbooks, or the welcome while there is none."""

    name = "home"

    open_asked = Signal(Path)
    start_asked = Signal(Path)
    """Open this workbook and start its next meeting."""
    new_asked = Signal()
    browse_asked = Signal()
    sample_asked = Signal()
    sample_unwanted = Signal()
    folder_asked = Signal()

    def __init__(self, folder: Path, settings: KeptSettings, parent: QWidget | None = None) -> None:
        """`folder` is where workbooks are kept; the settings name those opened before."""
        super().__init__(parent)
        self._folder, self._settings = folder, settings
        self.list = VolumeList()
        self.welcome = Welcome(self.sample_asked.emit, self.new_asked.emit, self.browse_asked.emit)
        self._sides = StackLayout(self)
        self._sides.addWidget(self._library())
        self._sides.addWidget(self.welcome)
        self.list.itemActivated.connect(lambda _item: self._open_marked())
        self.list.currentRowChanged.connect(lambda _row: self._follow_mark())
        self.refresh()

    def refresh(self) -> None:
        """Look again which workbooks there are."""
        found = volumes(self._folder, self._settings.now.recent)
        self.list.show_volumes(found)
        side = 0 if found else 1
        if side != self._sides.currentIndex():
            had_focus = self.isAncestorOf(self.window().focusWidget())  # Qt would pass it on to any button
            self._sides.setCurrentIndex(side)
            if had_focus or not self.isVisible():
                self.first_focus().setFocus()
        self._has_sample = any(volume.is_sample for volume in found)
        self._follow_mark()

    def handlers(self) -> Handlers:
        """Nothing beyond what the frame answers itself."""
        return {}

    def first_focus(self) -> QWidget:
        """The list, or the first door."""
        return self.list if self.list.count() else self.welcome.sample

    def _library(self) -> QWidget:
        page = ScrollPage(gap="gap", margin="page")
        head = Row(gap="unit")
        head.add(Heading(1, N_("Your collaboratives")), stretch=1)
        self._sample = door_button(N_("See the &sample"), "quiet", self.sample_asked.emit, "home.sample")
        head.add(
            self._sample,
            door_button(N_("&Open a file"), "plain", self.browse_asked.emit, "home.open", keys="Ctrl+O"),
            door_button(
                N_("Ne&w"), "primary", self.new_asked.emit, "home.new", sign="add", keys="Ctrl+N",
            ),
        )  # fmt: skip
        page.add(head)
        page.add(self.list, stretch=1)
        page.add(self._foot())
        return page

    def _foot(self) -> QWidget:
        foot = Row(gap="unit")
        self._unwanted = door_button(
            N_("&Delete the sample"), "quiet", self.sample_unwanted.emit, "home.delete_sample"
        )
        foot.add(Promise(), stretch=1)
        foot.add(
            door_button(N_("Star&t the meeting"), "plain", self._start_marked, "home.start", sign="live"),
            self._unwanted,
            door_button(N_("Show my d&ata folder"), "quiet", self.folder_asked.emit, "home.folder"),
        )
        return foot

    def _follow_mark(self) -> None:
        volume = self.list.volume()
        self._unwanted.setVisible(volume is not None and volume.is_sample)
        self._sample.setVisible(not getattr(self, "_has_sample", False))

    def _open_marked(self) -> None:
        volume = self.list.volume()
        if volume is not None:
            self.open_asked.emit(volume.path)

    def _start_marked(self) -> None:
        volume = self.list.volume()
        if volume is not None:
            self.start_asked.emit(volume.path)
