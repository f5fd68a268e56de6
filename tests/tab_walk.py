# SPDX-License-Identifier: MIT
"""Walks a window with the Tab key as somebody without a mouse does, and says what is wrong on the way.

It presses real keys in real windows, and hears what a screen reader would. It knows no screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

MOST_STOPS = 400
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def described(widget: QWidget | None) -> str:
    """A widget's class, name and words, for a message."""
    if widget is None:
        return "nothing"
    said = widget.accessibleName() or str(widget.property("text") or "")
    return f"{type(widget).__name__}[{widget.objectName()}] {said[:40]!r}"


def stops(first: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Every widget that Tab (or Backtab) comes to, from `first` until it is back there.

    Fails where the focus gets lost, goes round without `first`, or never ends.
    """
    first.setFocus(Qt.FocusReason.TabFocusReason)
    begin = QApplication.focusWidget()
    inside = begin is not None and begin.window() is first.window()
    assert inside, f"{described(first)} takes no focus: {described(begin)} has it"
    seen = [begin]
    for _press in range(MOST_STOPS):
        QTest.keyClick(seen[-1], key)
        now = QApplication.focusWidget()
        assert now is not None, f"after {described(seen[-1])} the focus is nowhere"
        if now is begin:
            return seen
        assert now is not seen[-1], f"{described(now)} is a trap"
        assert now not in seen, f"round without the start: {described(now)} after {described(seen[-1])}"
        seen.append(now)
    raise AssertionError(f"no end after {MOST_STOPS} stops")


def complaints(window: QWidget, first: QWidget) -> Iterator[str]:
    """What is wrong when the window is walked from `first` forth and back."""
    try:
        forth, back = stops(first), stops(first, Qt.Key.Key_Backtab)
    except AssertionError as wrong:
        yield str(wrong)
        return
    if missing := set(forth) ^ set(back):
        yield f"only one way: {sorted(map(described, missing))}"
    elif [*forth[1:]] != back[:0:-1]:
        yield f"another order backwards: {list(map(described, forth))} / {list(map(described, back))}"
    for widget in forth:
        yield from nameless(widget)
    for widget in window.findChildren(QWidget):
        if wants_a_stop(widget) and not is_reached(widget, forth):
            yield f"never reached: {described(widget)}"
        if isinstance(widget, CONTROLS) and widget.isVisible() and not is_inside_a_control(widget):
            yield from nameless(widget)


def nameless(widget: QWidget) -> Iterator[str]:
    """Complaints if a screen reader has no name or no role to say."""
    face = QAccessible.queryAccessibleInterface(widget)
    if face is None or not face.isValid():
        yield f"not in the accessibility tree: {described(widget)}"
        return
    if not face.text(QAccessible.Text.Name).strip():
        yield f"no name: {described(widget)} in {described(widget.parentWidget())}"
    if face.role() in NO_ROLE:
        yield f"no role: {described(widget)}"


def wants_a_stop(widget: QWidget) -> bool:
    """Whether this is something to be used that can be seen and is not greyed out."""
    if not widget.isVisible() or not widget.isEnabled() or is_inside_a_control(widget):
        return False
    takes_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes_tab or isinstance(widget, CONTROLS)


def is_inside_a_control(widget: QWidget) -> bool:
    """Whether it is a part of one control: the line of a number box, the head or the corner of a table."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QAbstractSpinBox | QComboBox | QAbstractItemView | QTabBar):
            return True
        if isinstance(above, QLineEdit) and isinstance(widget, QAbstractButton):
            return True
        above = above.parentWidget()
    return False


def is_reached(widget: QWidget, seen: list[QWidget]) -> bool:
    """Whether Tab comes to it, or to what stands for it: its proxy, its group, what it scrolls."""
    proxy = widget.focusProxy()
    if widget in seen or proxy in seen:
        return True
    if isinstance(widget, QAbstractButton) and widget.group() is not None:
        return any(button in seen for button in widget.group().buttons())
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        beside = widget.parentWidget().findChildren(QAbstractButton) if widget.parentWidget() else []
        return any(button in seen for button in beside if button.autoExclusive())
    if type(widget) is QAbstractScrollArea:
        return any(widget.isAncestorOf(one) for one in seen)
    return False
