# SPDX-License-Identifier: MIT
"""Makes menus and shortcuts of the registry, and asks the page or the frame when one is chosen.

It must not know what any action does; both hand in handlers by id.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from walkthrough.ui.action_spec import ActionSpec, keys_of
from walkthrough.ui.actions import ACTIONS, BY_ID, MENUS
from walkthrough.ui.page import Handlers, Page
from walkthrough.ui.theme_look import Look
from walkthrough.ui.widgets.soon import Soon
from walkthrough.wording import _

ON_MAC = sys.platform == "darwin"


def text_of(spec: ActionSpec) -> str:
    """Return the words of an action in the language of the windows, mnemonic and all."""
    return _(spec.text).format(n=spec.id.rpartition(".")[2]) if "{n}" in spec.text else _(spec.text)


def plain_text_of(spec: ActionSpec) -> str:
    """Return the words of an action as they are read: without the mnemonic and the dots."""
    return text_of(spec).replace("&", "").removesuffix("…")


def shown_keys(spec: ActionSpec) -> str:
    """Return the first shortcut as this machine writes it, or empty."""
    keys = keys_of(spec, on_mac=ON_MAC)
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


class ActionSet(QObject):
    """The actions of the main window: enabled while somebody answers them and their condition holds.

    A page may say at every change that its answers differ: they are asked for once, when the change has been
    painted, or before the next key.
    """

    changed = Signal()
    """Which actions can be asked for may have changed."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._states: dict[str, tuple[bool, bool]] = {}
        self._menus: dict[str, QMenu] = {}
        self._frame: dict[str, Callable[[], object]] = {}
        self._page: Handlers = {}
        self._asked_page: Page | None = None
        self._conditions: frozenset[str] = frozenset()
        self._absent: frozenset[str] = frozenset()
        self._own_texts: dict[str, str] = {}
        self._refresh_soon = Soon(self.refresh, self)
        window.installEventFilter(self)
        for menu, _text in MENUS:
            self._menus[menu] = window.menuBar().addMenu("")
        for spec in ACTIONS:
            if not spec.held:
                self._add(spec, window)
        self.retranslate()
        self.refresh()

    def action(self, action_id: str) -> QAction:
        """Return the action, for a button that stands for it."""
        return self._actions[action_id]

    def answer(self, handlers: Handlers) -> None:
        """Add handlers of the frame, which answer wherever the page does not."""
        self._frame.update({self._known(action_id): handler for action_id, handler in handlers.items()})
        self.refresh()

    def follow(self, page: Page | None) -> None:
        """Ask this page first from now on."""
        if self._asked_page is not None:
            self._asked_page.actions_changed.disconnect(self._refresh_soon.ask)
        self._asked_page = page
        self._page = {} if page is None else {self._known(i): h for i, h in page.handlers().items()}
        if page is not None:
            page.actions_changed.connect(self._refresh_soon.ask)
        self.refresh()

    def set_conditions(self, conditions: Iterable[str], absent: Iterable[str] = ()) -> None:
        """Say which conditions of the frame hold, and which actions this run does not have at all."""
        before = self._conditions, self._absent
        self._conditions, self._absent = frozenset(conditions), frozenset(absent)
        if before != (self._conditions, self._absent):
            self.refresh()

    def set_text(self, action_id: str, text: str) -> None:
        """Show a finished text of the moment, like what Undo would take back; "" for the usual one."""
        if self._own_texts.get(action_id) != text:
            self._own_texts[action_id] = text
            self._actions[action_id].setText(text or text_of(BY_ID[action_id]))

    def tick(self, action_id: str, on: bool) -> None:
        """Set the tick of an action without asking anybody."""
        self._actions[action_id].setChecked(on)

    def ask(self, action_id: str) -> None:
        """Do the action as if chosen in a menu, if it can be done now."""
        self._refresh_soon.catch_up()
        if self._actions[action_id].isEnabled():
            self._actions[action_id].trigger()

    def can_be_asked(self) -> list[ActionSpec]:
        """List the actions that can be done now."""
        self._refresh_soon.catch_up()
        return [BY_ID[action_id] for action_id, action in self._actions.items() if action.isEnabled()]

    def refresh(self) -> None:
        """Find out again what can be done."""
        self._refresh_soon.stop()
        shown: set[str] = set()
        for action_id, action in self._actions.items():
            spec = BY_ID[action_id]
            is_here = action_id in self._page or action_id in self._frame
            is_here = is_here and action_id not in self._absent
            can_now = is_here and self._can(spec)
            if self._states.get(action_id) != (is_here, can_now):  # asked at every change: Qt only if need be
                self._states[action_id] = (is_here, can_now)
                action.setVisible(is_here)
                action.setEnabled(can_now)
            if is_here and spec.menu:
                shown.add(spec.menu)
        for name, menu in self._menus.items():
            menu.menuAction().setVisible(name in shown)
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every word again."""
        for menu, text in MENUS:
            self._menus[menu].setTitle(_(text))
        for action_id, action in self._actions.items():
            action.setText(self._own_texts.get(action_id) or text_of(BY_ID[action_id]))

    def paint(self, look: Look) -> None:
        """Set the signs in the colours of the theme."""
        for action_id, action in self._actions.items():
            if BY_ID[action_id].icon:
                action.setIcon(look.icon(BY_ID[action_id].icon, "ink", size=16))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # a key comes that may be one of the actions'
            self._refresh_soon.catch_up()
        return False

    def _add(self, spec: ActionSpec, window: QMainWindow) -> None:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in keys_of(spec, on_mac=ON_MAC)])
        action.setCheckable(spec.check)
        action.triggered.connect(lambda _on=False, action_id=spec.id: self._fire(action_id))
        self._actions[spec.id] = action
        window.addAction(action)
        if spec.menu:
            if spec.line_above:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(action)

    def _can(self, spec: ActionSpec) -> bool:
        only = self._asked_page.only_actions() if self._asked_page is not None else None
        if only is not None and spec.id not in only:
            return False
        if spec.when and spec.when not in self._conditions:
            return False
        return spec.id not in self._page or self._asked_page is None or self._asked_page.can(spec.id)

    def _fire(self, action_id: str) -> None:
        handler = self._page.get(action_id) or self._frame.get(action_id)
        if handler is not None:
            handler()

    @staticmethod
    def _known(action_id: str) -> str:
        if action_id not in BY_ID:
            raise KeyError(f"{action_id} is not in the registry of actions")
        return action_id
