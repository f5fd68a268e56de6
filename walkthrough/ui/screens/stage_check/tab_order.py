# SPDX-License-Identifier: MIT
"""Tab goes as the eye does: down the layouts, also through rows that were made later than those below them.

Qt's own order is that of making, and this page makes and drops rows all the time. It must not know what the
widgets are for.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from walkthrough.ui.criteria.answer_input import AnswerInput


def step_tab(page: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop of a page, or out of it at its end; False where Qt should decide."""
    focus = QApplication.focusWidget()
    if focus is None:
        return False
    stops = list(tab_stops(page))
    at = next((n for n, one in enumerate(stops) if one is focus or one.isAncestorOf(focus)), -1)
    if at < 0:  # F6 comes to a whole card, which stands around its stops
        inside = [n for n, one in enumerate(stops) if focus.isAncestorOf(one)]
        if not inside:
            return False
        at = inside[0] - 1 if forward else inside[0]
    there = at + 1 if forward else at - 1
    target = stops[there] if 0 <= there < len(stops) else _beyond(page, forward=forward)
    if target is None:
        return False
    if there == len(stops):
        _come_back_to(stops[-1], target, page)
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab may stop at now, in the order of the layouts; the five answers are one stop."""
    if widget.isHidden():
        return
    if isinstance(widget, AnswerInput) or _takes_tab(widget):
        yield widget
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from tab_stops(inside)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from tab_stops(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from tab_stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _beyond(page: QWidget, *, forward: bool) -> QWidget | None:
    """Return the first stop of the window after the page, or before it."""
    one = _neighbour(page, forward=forward)
    while one is not None and one is not page:
        if not page.isAncestorOf(one) and one.isVisible() and _takes_tab(one):
            return one
        one = _neighbour(one, forward=forward)
    return None


def _come_back_to(last: QWidget, target: QWidget, page: QWidget) -> None:
    """Have Shift+Tab on `target`, where Qt's own order holds, come back to the last stop of the page."""
    one = _neighbour(target, forward=False)
    while one is not None and one is not target and not (page.isAncestorOf(one) and _is_reachable(one)):
        one = _neighbour(one, forward=False)
    first = one.focusProxy() or one if one is not None else None  # Qt takes no part of a list as the first
    if first is not None and first not in (last, target):
        QWidget.setTabOrder(first, last)


def _is_reachable(widget: QWidget) -> bool:
    return _takes_tab(widget.focusProxy() or widget)


def _neighbour(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    wanted = Qt.FocusPolicy.TabFocus
    return widget.isEnabled() and (widget.focusPolicy() & wanted) == wanted and not widget.isWindow()
