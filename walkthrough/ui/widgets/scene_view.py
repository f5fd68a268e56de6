# SPDX-License-Identifier: MIT
"""A Scene with its twin: the picture, and the same figures as a table, one key apart.

Must not know what the picture shows.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from walkthrough.export.scene import Scene
from walkthrough.ui.widgets import scene_faces  # noqa: F401  gives the picture its voice
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.scene_picture import ScenePicture
from walkthrough.ui.widgets.spoken import Retranslated, Words, announce, worded
from walkthrough.wording import N_

Index = QModelIndex | QPersistentModelIndex
_KEYS = "Ctrl+Shift+T"
_HERE = QModelIndex()


class _Figures(QAbstractTableModel):
    """A scene's table; its first row holds the heads."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ((),)

    def set_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._rows = rows or ((),)
        self.endResetModel()

    def rowCount(self, parent: Index = _HERE) -> int:
        return 0 if parent.isValid() else len(self._rows) - 1

    def columnCount(self, parent: Index = _HERE) -> int:
        return 0 if parent.isValid() else len(self._rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row() + 1]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._rows[0][index.column()]}: {text}"
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return self._rows[0][section]
        return None


class SceneView(Retranslated, QWidget):
    """A picture and its table. `name` is what the picture is called; its summary is read after that.

    `table_button` stands over the picture; a page with little height may put it elsewhere.
    """

    picked = Signal(str)
    """The key of a shape that was clicked or entered."""
    reached = Signal(str)
    """The key of the shape that the keyboard has come to."""

    def __init__(self, name: Words, *, table_button: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.picture = ScenePicture(self)
        self.table = QTableView(self)
        self._figures = _Figures(self)
        self._set_up_table()
        self.table_button = Button(
            N_("Show as table"), "quiet", keys=_KEYS, name="picture_or_table", parent=self
        )
        self.table_button.setVisible(table_button)
        self.table_button.clicked.connect(self.toggle_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.picture, 1)
        column.addWidget(self.table, 1)
        self.table.hide()
        self.picture.picked.connect(self.picked)
        self.picture.reached.connect(self.reached)
        self.retranslate()

    def set_scene(self, scene: Scene) -> None:
        """Show a scene, as a picture or as a table, whichever is on."""
        self.picture.set_scene(scene)
        self._figures.set_rows(scene.table)
        self.table.setAccessibleDescription(scene.summary)
        self.table_button.setEnabled(len(scene.table) > 1)

    def shows_table(self) -> bool:
        """Return whether the table is on."""
        return not self.table.isHidden()

    def toggle_table(self) -> None:
        """Turn from the picture to the table or back; the focus goes along."""
        to_table = not self.shows_table()
        focused = self.picture.hasFocus() or self.table.hasFocus()
        self.picture.setVisible(not to_table)
        self.table.setVisible(to_table)
        self.table_button.set_words(N_("Show as picture") if to_table else N_("Show as table"))
        if focused:
            (self.table if to_table else self.picture).setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, worded(N_("Shown as a table") if to_table else N_("Shown as a picture")))

    def retranslate(self) -> None:
        """Set the names in the language of the windows."""
        name = worded(self._name)
        self.picture.setAccessibleName(name)
        self.table.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == QKeySequence(_KEYS):
            self.toggle_table()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.table.resizeRowsToContents()

    def _set_up_table(self) -> None:
        self.table.setModel(self._figures)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
