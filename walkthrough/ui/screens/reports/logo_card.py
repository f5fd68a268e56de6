# SPDX-License-Identifier: MIT
"""The logo at the top of every report: what it shows, in words and small; choose another, take it out.

It must not know a workbook: it says what is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from walkthrough.model.queries.logo import LogoRow
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_


class LogoCard(Column):
    """Shown with the options of every report that has pages; the logo is the workbook's."""

    choose_asked = Signal()
    described = Signal(object)
    """Other words for what it shows."""
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self.told = Prose(N_("A county’s or an agency’s mark, at the top of every report."), look="soft")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.alt = line_field(
            N_("What the logo shows"),
            hint=N_("For those who do not see it: “Seal of Juniper County”."),
            name="reports_logo_alt",
        )
        self.choose = Button(N_("Choose a &logo…"), "plain", name="reports_logo_choose")
        self.remove = Button(N_("Take it out"), "quiet", name="reports_logo_remove")
        buttons = FlowRow()
        buttons.add(self.choose, self.remove)
        self.add(Heading(3, N_("Logo")), self.told, self.picture, self.alt, buttons)
        self.choose.clicked.connect(self.choose_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.alt.committed.connect(self.described)

    def show_logo(self, row: LogoRow | None) -> None:
        """Show the logo there is."""
        for widget in (self.picture, self.alt, self.remove):
            widget.setVisible(row is not None)
        self.told.setVisible(row is None)
        if row is None:
            return
        drawn = QPixmap()
        drawn.loadFromData(row.content)
        look, ratio = look_of(self), self.devicePixelRatioF()
        room = QSize(round(look.px(160) * ratio), round(look.px(48) * ratio))
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drawn = drawn.scaled(room, kept, smooth)  # a wide one would take the options beyond their pane
        drawn.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(drawn)
        self.picture.setAccessibleName(row.alt)
        if not self.alt.control.hasFocus():
            self.alt.set_value(row.alt)
