# SPDX-License-Identifier: MIT
"""Go to anything: type a few letters of a page or an action, press Enter. It knows the registry, nothing
else.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from walkthrough.ui.action_spec import ActionSpec
from walkthrough.ui.actions import PAGE_TEXTS
from walkthrough.ui.menus import plain_text_of, shown_keys
from walkthrough.ui.theme import look_of
from walkthrough.ui.theme_look import Look
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.focus_ring import FocusRing
from walkthrough.wording import N_, _

_ID = Qt.ItemDataRole.UserRole
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class GoToDialog(QDialog):
    """A line to type on and the list of what fits; `answer` is the id of the chosen action, or ""."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = ""
        others = [spec for spec in specs if spec.id != "go.anything"]
        self._specs = sorted(others, key=lambda spec: not _is_page(spec))  # places before deeds
        self._look = look_of(parent)
        self.setWindowTitle(_("Go to"))
        self.resize(self._look.px(460), self._look.px(470))
        self.field = line_field(N_("&Go to"), hint=N_("Type some letters, then Enter."), name="go_to")
        self.list = _rows(self._look)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self._ring = FocusRing(self)
        self.field.edited.connect(self._fit)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.field.control.installEventFilter(self)
        self._fit("")
        self.field.setFocus()

    def accept(self) -> None:
        """Take the marked line."""
        item = self.list.currentItem()
        if item is not None:
            self.answer = str(item.data(0, _ID))
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while the line keeps the focus; Enter takes the marked one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _STEPS:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _fit(self, typed: str) -> None:
        """Offer the pages, and once something is typed whatever it fits."""
        wanted = typed.casefold().split()
        self.list.clear()
        for spec in self._specs:
            text = plain_text_of(spec)
            if all(part in text.casefold() for part in wanted) and (wanted or _is_page(spec)):
                self._add(spec, text)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _add(self, spec: ActionSpec, text: str) -> None:
        keys = shown_keys(spec)
        row = QTreeWidgetItem(self.list, [text, keys])
        row.setData(0, _ID, spec.id)
        spoken = _("{text}: {keys}").format(text=text, keys=keys) if keys else text
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        row.setSizeHint(0, QSize(0, self._look.px(36)))  # asked before the rows wear their style
        row.setForeground(1, self._look.color("ink_soft"))
        row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _is_page(spec: ActionSpec) -> bool:
    return spec.id.removeprefix("go.") in PAGE_TEXTS


def _rows(look: Look) -> QTreeWidget:
    """Two columns without a head: what it does, and its keys at the right."""
    rows = QTreeWidget()
    rows.setAccessibleName(_("What fits"))
    rows.setColumnCount(2)
    rows.setHeaderHidden(True)
    rows.setRootIsDecorated(False)
    rows.setIndentation(0)
    rows.setUniformRowHeights(True)
    rows.setAllColumnsShowFocus(True)
    rows.header().setStretchLastSection(False)
    rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    rows.header().setMinimumSectionSize(look.px(60))
    return rows
