# SPDX-License-Identifier: MIT
"""The two panels at the right of the live screen, one of them open at a time: who is here, and help.

It must not know the parts beyond the keys that go back to them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from walkthrough.ui.key_sheet import KeySheet
from walkthrough.ui.screens.live.help_panel import HelpPanel
from walkthrough.ui.screens.live.layout import LiveLayout
from walkthrough.ui.screens.live.roll_panel import RollPanel
from walkthrough.ui.screens.live.side import SidePanel


class LiveSides(QObject):
    """Opens and closes; whoever had the keys before gets them back."""

    def __init__(self, laid_out: LiveLayout, focus_part: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.roll, self.help = RollPanel(), HelpPanel()
        self._focus_part = focus_part
        self._back: QWidget | None = None
        for panel in (self.roll, self.help):
            laid_out.put_beside(panel)
            panel.left.connect(self.close_all)
        self.help.keys_asked.connect(lambda: KeySheet(parent.window()).exec())

    def open_panel(self) -> SidePanel | None:
        """The panel that is open."""
        return next((panel for panel in (self.roll, self.help) if not panel.isHidden()), None)

    def toggle_roll(self) -> None:
        """Open the roll with the keys in its list, or close it."""
        self._toggle(self.roll, self.roll.list)

    def toggle_help(self) -> None:
        """Open help in the moment, or close it."""
        self._toggle(self.help, self.help.list)

    def close_all(self) -> None:
        """Close what is open; the keys go back to where they were."""
        panel = self.open_panel()
        if panel is None:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and panel.isAncestorOf(focus)
        back, self._back = self._back, None
        panel.hide()
        if not had_focus:
            return
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_part()

    def parts(self) -> tuple[QWidget, ...]:
        """What F6 comes to."""
        panel = self.open_panel()
        return () if panel is None else (self.roll.list if panel is self.roll else self.help.list,)

    def _toggle(self, panel: SidePanel, first: QWidget) -> None:
        other = self.open_panel()
        if other is panel:
            self.close_all()
            return
        if other is not None:
            other.hide()
        else:
            self._back = QApplication.focusWidget()
        panel.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
