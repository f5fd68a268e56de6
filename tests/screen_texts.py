# SPDX-License-Identifier: MIT
"""Everything a person could read or hear from what is on a window now: for tests of what the wall may show.

It reads widgets, list rows, pictures and the accessibility tree alike; what is not visible is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from walkthrough.ui.widgets.row_model import CELLS_ROLE
from walkthrough.ui.widgets.scene_picture import ScenePicture

PROPERTIES = ("text", "plainText", "toolTip", "placeholderText", "accessibleName", "accessibleDescription")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    CELLS_ROLE,
)
SAID = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
DEEPEST = 40
MOST_ROWS = 400


def texts_of(window: QWidget) -> str:
    """All of it as one text."""
    return "\n".join(piece for piece in _pieces(window) if piece)


def _pieces(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield from (str(widget.property(name) or "") for name in PROPERTIES)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _rows(widget.model())
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(number) for number in range(widget.count()))
        if isinstance(widget, ScenePicture):
            yield repr(widget.scene())
    yield from _heard(QAccessible.queryAccessibleInterface(window), 0)


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
        for column in range(columns):
            yield from (_shown(model.data(model.index(row, column), role)) for role in ROLES)


def _shown(value: Any) -> str:
    return "" if value is None else repr(value)


def _heard(face: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if face is None or depth > DEEPEST or face.state().invisible:
        return
    yield from (face.text(kind) for kind in SAID)
    if face.role() in (QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.Tree):
        return  # its rows were read from the model
    for number in range(face.childCount()):
        yield from _heard(face.child(number), depth + 1)
