# SPDX-License-Identifier: MIT
"""Tab goes as the eye does: down the layouts, also through rows that were made later than those below them.

It must not know what the widgets are for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield every widget inside that Tab may stop at, hidden ones too, in the order of the layouts.

    A field stands for its control: left behind on its own it would catch Tab and hand the focus back.
    """
    proxy = widget.focusProxy()
    is_field = proxy is not None and widget.isAncestorOf(proxy)
    if is_field or (proxy is None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        yield widget
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from tab_stops(inside)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from tab_stops(child)


def order_tabs(widget: QWidget) -> None:
    """Have Tab follow the layouts inside a widget."""
    for one, other in pairwise(tab_stops(widget)):
        QWidget.setTabOrder(one, other)


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
