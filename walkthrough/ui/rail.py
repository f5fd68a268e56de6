# SPDX-License-Identifier: MIT
"""The rail at the left edge: every page by sign and word, the present one marked. It knows no page itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from walkthrough.ui.actions import BY_ID, PAGE_TEXTS
from walkthrough.ui.menus import shown_keys
from walkthrough.ui.theme import look_of
from walkthrough.wording import _

HOME = "home"
_WIDTH = 164
_AROUND_WORDS = 62
"""What a button has beside its words: edges, sign and gaps."""


class Rail(QWidget):
    """One button per page. Tab comes to the present one; Up and Down walk through the others."""

    chosen = Signal(str)
    """The name of the page that was asked for."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("rail")
        self._buttons = {name: self._button(name) for name in names}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        for name, button in self._buttons.items():
            self._group.addButton(button)
            column.addWidget(button)
            if name == HOME:
                column.addSpacing(12)
        column.addStretch(1)
        self.retranslate()
        self._paint()
        self.set_open(False)

    def mark(self, name: str) -> None:
        """Mark the page that is shown; one that stands outside the rail leaves none marked."""
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            present = other == name
            button.setChecked(present)
            has_tab = present or (name not in self._buttons and other == HOME)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_tab else Qt.FocusPolicy.ClickFocus)
            button.setAccessibleDescription(_("shown now") if present else shown_keys(BY_ID[f"go.{other}"]))
        self._group.setExclusive(True)

    def set_open(self, is_open: bool) -> None:
        """Say whether a workbook is open: without one there is only Home."""
        for name, button in self._buttons.items():
            button.setVisible(is_open or name == HOME)

    def first_focus(self) -> QWidget:
        """Return the button of the present page."""
        return self._group.checkedButton() or self._buttons[HOME]

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(_("Pages"))
        for name, button in self._buttons.items():
            button.setText(_(PAGE_TEXTS[name]))
            button.setAccessibleName(_(PAGE_TEXTS[name]))
            button.setToolTip(shown_keys(BY_ID[f"go.{name}"]))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk up and down among the pages that can be chosen."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = [button for button in self._buttons.values() if button.isVisible()]
        now = self.focusWidget()
        if step is None or now not in buttons:
            super().keyPressEvent(event)
            return
        buttons[(buttons.index(now) + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.LanguageChange:
                self.retranslate()
            case QEvent.Type.StyleChange | QEvent.Type.PaletteChange:
                self._paint()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"rail.{name}")
        button.setAccessibleIdentifier(f"rail.{name}")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda: self.chosen.emit(name))
        return button

    def _paint(self) -> None:
        look = look_of(self)
        for name, button in self._buttons.items():
            button.setIcon(look.icon(name, "rail_ink", on="rail_on_ink", size=18))
            button.setIconSize(QSize(look.px(18), look.px(18)))
        self._fit()

    def _fit(self) -> None:
        """As wide as ever, or as the longest word needs: the present page is in bold, and that is wider."""
        look = look_of(self)
        bold = QFontMetrics(look.font(bold=True))
        need = max(bold.horizontalAdvance(button.text()) for button in self._buttons.values())
        self.setFixedWidth(max(look.px(_WIDTH), need + look.px(_AROUND_WORDS)))
