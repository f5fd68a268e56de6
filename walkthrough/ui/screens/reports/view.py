# SPDX-License-Identifier: MIT
"""How the Reports page is laid out: reports or options at the left, the pages at the right, what will be left
out and the buttons under both, always in view.

It must not know a workbook.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from walkthrough.ui.screens.reports.kinds import ALL, ReportKind, kinds_here
from walkthrough.ui.screens.reports.options_panel import OptionsPanel
from walkthrough.ui.screens.reports.page_keys import PageKeys
from walkthrough.ui.screens.reports.pdf_pages import PdfPages
from walkthrough.ui.screens.reports.preview import Preview
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, FlowRow, Row, Stack
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.spoken import worded
from walkthrough.ui.widgets.text import Heading
from walkthrough.wording import N_, _

LIST, OPTIONS = 0, 1


class ReportsView(QWidget):
    """Everything on the page."""

    def __init__(self, pages: PdfPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = GroupList(N_("Which report"))
        self.list.setObjectName("reports.list")
        self.options = OptionsPanel()
        self.left = Stack()
        self.preview = Preview(pages)
        self.wide = Button(N_("Only the p&ages"), "quiet", name="reports_wide")
        self.wide.setCheckable(True)
        self.told = InfoBar()
        self.bar = QProgressBar()
        self.set_up = Button(N_("&Options"), "plain", sign="settings", keys="Enter", name="reports_options")
        self.write = Button(N_("&Write it…"), "primary", sign="reports", keys="Ctrl+E", name="reports_write")
        self.printed = Button(N_("&Print…"), "plain", keys="Ctrl+P", name="reports_print")
        self.cancel = Button(N_("&Cancel"), "plain", sign="close", name="reports_cancel")
        self.open_it = Button(N_("Open &it"), "plain", sign="open", name="reports_open")
        self.open_folder = Button(N_("Show the fol&der"), "quiet", name="reports_folder")
        self.page_keys = PageKeys(self.preview.view)
        self._lay_out()
        self._give_keys()

    def show_kinds(self) -> None:
        """List the reports."""
        self.list.set_rows(kinds_here(), _cells)

    def show_left(self, which: int) -> None:
        """Show the list of reports, or the options of one."""
        self.left.setCurrentIndex(which)
        self.set_up.setVisible(which == LIST)

    def shows_options(self) -> bool:
        """Whether the options are in view."""
        return self.left.currentIndex() == OPTIONS

    def show_kind(self, kind: ReportKind) -> None:
        """Offer what can be done with this report."""
        self.printed.setVisible(kind.is_paged)
        self.preview.tools.setVisible(kind.is_paged)
        self.write.set_words(N_("&Write them…") if kind.name == ALL else N_("&Write it…"))

    def show_written(self, shown: bool) -> None:
        """Offer to open what was written, or no longer."""
        self.open_it.setVisible(shown)
        self.open_folder.setVisible(shown)

    def show_busy(self, busy: bool) -> None:
        """Offer to stop what is being written."""
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        self.write.setEnabled(not busy)
        self.printed.setEnabled(not busy)

    def retranslate(self) -> None:
        """Name what has no words of its own."""
        self.bar.setAccessibleName(_("How far it is"))
        self.preview.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.page_keys.take(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_foot"):
            self._space_out()

    def _space_out(self) -> None:
        """The foot stands as far in as the page over it."""
        side = look_of(self).space("gap")
        self._foot.setContentsMargins(side, 0, side, side)

    def _lay_out(self) -> None:
        for widget in (self.list, self.options):
            self.left.addWidget(widget)
        self.bar.setTextVisible(False)
        buttons = FlowRow()
        buttons.add(self.set_up, self.write, self.printed, self.cancel, self.open_it, self.open_folder)
        foot = Column(gap="unit")
        foot.add(self.told, self.bar, buttons)
        head = Row(gap="gap")
        head.add(Heading(1, N_("Reports")))
        head.add(self.preview.tools, stretch=1)
        self.preview.tools.add(self.wide)
        page = PanesPage(least=600, shares=(1, 2), low=250, margin="gap")
        page.set_panes(head, self.left, self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(foot)
        column.addLayout(self._foot)
        self._space_out()
        self.wide.toggled.connect(self._widen)
        self.show_busy(False)
        self.show_written(False)
        self.show_left(LIST)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _give_keys(self) -> None:
        outline = self.preview.outline
        self.page_keys.watch(self.list, self.options, *self.options.controls())
        self.page_keys.watch(outline.tree, outline.text, beside=True)

    def _widen(self, only_pages: bool) -> None:
        self.left.setVisible(not only_pages)


def _cells(kind: ReportKind) -> RowCells:
    return RowCells(kind.name, worded(kind.text), detail=_(kind.about))
