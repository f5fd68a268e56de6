# SPDX-License-Identifier: MIT
"""Go to anything: type a few letters of a page or an action, press Enter. It knows the registry, nothing
else.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from walkthrough.ui.actions import ActionSpec
from walkthrough.ui.menus import plain_text_of, shown_keys
from walkthrough.ui.theme import look_of
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
        self._specs = sorted(others, key=lambda spec: not spec.id.startswith("go."))  # places before deeds
        look = look_of(parent)
        self.setWindowTitle(_("Go to"))
        self.resize(look.px(460), look.px(420))
        self.field = line_field(N_("&Go to"), hint=N_("Type some letters, then Enter."), name="go_to")
        self.list = QListWidget()
        self.list.setAccessibleName(_("What fits"))
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
            self.answer = str(item.data(_ID))
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
        wanted = typed.casefold().split()
        self.list.clear()
        for spec in self._specs:
            text = plain_text_of(spec)
            if all(part in text.casefold() for part in wanted):
                keys = shown_keys(spec)
                item = QListWidgetItem(_("{text}   {keys}").format(text=text, keys=keys).strip(), self.list)
                item.setData(_ID, spec.id)
        self.list.setCurrentRow(0)
