# SPDX-License-Identifier: MIT
"""Beside the pages: the headings as a tree that leads to their page, and the text of the page in lines.

Both are for eyes, keyboard and screen reader alike. It must not know pdfium.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from walkthrough.ui.screens.reports.pdf_pages import Mark
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column, Stack
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.spoken import Retranslated
from walkthrough.wording import N_, _

OUTLINE, TEXT = 0, 1
_PAGE = int(Qt.ItemDataRole.UserRole)


class OutlineTree(Retranslated, QTreeWidget):
    """The headings. Arrows walk them, and the pages follow."""

    page_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: set[tuple[str, ...]] = set()
        """The headings whose branch is open, each by the words of its way down; kept while it is covered."""
        self._chosen = ""
        self.setObjectName("reports.outline")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._ask)
        self.itemClicked.connect(self._ask)
        self.itemActivated.connect(self._ask)
        self.retranslate()

    def start_over(self) -> None:
        """Forget what was open and chosen: another document comes."""
        self.clear()
        self._open, self._chosen = set(), ""

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show other headings; what was open and chosen stays so if there is one of its words."""
        self.blockSignals(True)
        if self.topLevelItemCount():
            self._keep_places()
        self.clear()
        kept = self._chosen
        above: list[QTreeWidgetItem] = []
        for mark in _without_a_root(marks):
            item = QTreeWidgetItem([mark.text])
            item.setData(0, _PAGE, mark.page)
            item.setToolTip(0, mark.text)
            spoken = _("{heading}, page {page}").format(heading=mark.text, page=mark.page + 1)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            del above[mark.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append(item)
            item.setExpanded(_way(item) in self._open)
            if kept and mark.text == kept:
                self.setCurrentItem(item)
                kept = ""
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)  # or a screen reader has nothing to read at Tab
        self.blockSignals(False)

    def retranslate(self) -> None:
        """Name it in the language of the windows."""
        self.setAccessibleName(_("Outline"))

    def _keep_places(self) -> None:
        chosen = self.currentItem()
        self._chosen = chosen.text(0) if chosen is not None else ""
        self._open = set()
        walk = QTreeWidgetItemIterator(self, QTreeWidgetItemIterator.IteratorFlag.HasChildren)
        while (item := walk.value()) is not None:
            if item.isExpanded():
                self._open.add(_way(item))
            walk += 1

    def _ask(self, item: QTreeWidgetItem | None, _other: object = None) -> None:
        if item is not None:
            self.page_asked.emit(item.data(0, _PAGE))


def _way(item: QTreeWidgetItem) -> tuple[str, ...]:
    """The words of a heading after those of the headings above it."""
    above = item.parent()
    return (*(_way(above) if above is not None else ()), item.text(0))


def _without_a_root(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Put what lies under the title beside it: the title of the whole leads to page 1 and needs no branch."""
    if not marks or any(mark.depth == 0 for mark in marks[1:]):
        return marks
    return (marks[0], *(msgspec.structs.replace(mark, depth=mark.depth - 1) for mark in marks[1:]))


class OutlinePanel(Column):
    """The tree, or the text of the page that is shown."""

    text_asked = Signal()
    """The text is to be seen from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._number = 0
        self.switch = PartSwitch("reports_part", (N_("Outline"), N_("Text")))
        self.tree = OutlineTree()
        self.text = RowList(N_("Text of the page"), lines=6, empty=N_("No text on this page."))
        self.text.setObjectName("reports.text")
        self._stack = Stack()
        for widget in (self.tree, self.text):
            self._stack.addWidget(widget)
        self.add(self.switch)
        self.add(self._stack, stretch=1)
        self.switch.asked.connect(self._show)

    def shows_text(self) -> bool:
        """Whether the text of the page is to be seen."""
        return self._stack.currentIndex() == TEXT

    def show_text(self, page: int, text: str) -> None:
        """Show a page's text (page from 0), a row for each line."""
        self._number = page + 1
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        self.text.set_rows([RowCells(f"{page}/{n}", line) for n, line in enumerate(lines)])

    def clear_all(self) -> None:
        """Show nothing: there is no document, or nobody may see it."""
        self.tree.clear()
        self.text.set_rows([])

    def _show(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        if part == TEXT:
            self.text_asked.emit()
