# SPDX-License-Identifier: MIT
"""The key sheet (F1): every shortcut by group, made of the registry. It knows no page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from walkthrough.ui.action_spec import ActionSpec, keys_of
from walkthrough.ui.actions import ACTIONS, GROUPS, PAGE_TEXTS
from walkthrough.ui.menus import ON_MAC, plain_text_of
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.focus_ring import FocusRing
from walkthrough.ui.widgets.text import Heading
from walkthrough.wording import N_, _

CAPTURE_LINE = (
    ("Enter", N_("Save the line")),
    ("@", N_("Name a lane, then Tab to take it")),
    (N_("Up"), N_("On the empty line: change the last entry")),
    ("#12", N_("Change number 12")),
)
"""What the capture line understands by itself, beside the actions."""

KIND_SIGNS = {
    "barrier": "-",
    "practice": "+",
    "indicator": "=",
    "next_step": ">",
    "parked": "?",
    "decision": "*",
}
"""The first character on the capture line that stands for each kind."""

NAMES_A_LINE = 3
"""So many pages stand in a line of the last column, which would be cut off otherwise."""


def rows_of(group: str) -> list[tuple[str, str, str]]:
    """Return (keys, what it does, where it works) for a group, in the language of the windows."""
    line = (
        [(_(keys), _(text), _(PAGE_TEXTS["walk"])) for keys, text in CAPTURE_LINE]
        if group == "capture"
        else []
    )
    return line + [
        _row(spec) for spec in ACTIONS if spec.group == group and spec.keys and not _is_folded(spec)
    ]


def _row(spec: ActionSpec) -> tuple[str, str, str]:
    keys = [_native(key) for key in keys_of(spec, on_mac=ON_MAC)]
    where = _where(spec.screens)
    sign = KIND_SIGNS.get(spec.id.removeprefix("capture.kind."))
    if sign is not None:
        return _("{keys}, or {sign} first").format(keys=keys[0], sign=sign), plain_text_of(spec), where
    if spec.id == "capture.lane.1":
        return (
            _("{first} to {last}").format(first=keys[0], last=keys[0][:-1] + "9"),
            _("The other lanes, counted from the top"),
            where,
        )
    if spec.held:
        return _("{keys}, held down").format(keys=keys[0]), plain_text_of(spec), where
    return keys[0], plain_text_of(spec), where


def _where(screens: tuple[str, ...]) -> str:
    names = [_(PAGE_TEXTS[name]) for name in screens]
    lines = [", ".join(names[at : at + NAMES_A_LINE]) for at in range(0, len(names), NAMES_A_LINE)]
    return ",\n".join(lines)


def _is_folded(spec: ActionSpec) -> bool:
    """Tell whether the row of lane 1 speaks for this one too."""
    return spec.id.startswith("capture.lane.") and spec.id[-1] in "23456789"


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class KeySheet(QDialog):
    """A list to read and search by letter; it can stay open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = look_of(parent)
        self.setWindowTitle(_("Keys"))
        self.resize(look.px(900), look.px(600))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(_("Keys by group"))
        self.tree.setHeaderLabels([_("What it does"), _("Key"), _("Where")])
        close = Button(N_("Close"))
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(Heading(2, N_("Keys")))
        column.addWidget(self.tree, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._ring = FocusRing(self)
        self.tree.ensurePolished()  # rows are measured as they are filled in
        self._fill()
        self.tree.setFocus()

    def _fill(self) -> None:
        for group, title in GROUPS:
            top = QTreeWidgetItem(self.tree, [_(title)])
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            for keys, text, where in rows_of(group):
                row = QTreeWidgetItem(top, [text, keys, where])
                spoken = _("{text}: {keys}").format(text=text, keys=keys)
                row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.tree.expandAll()
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        for column in range(2):
            self.tree.resizeColumnToContents(column)
