# SPDX-License-Identifier: MIT
"""Keeps widgets that nobody sees out of a change of theme, and dresses them when they are shown next.

A change puts the style sheet on every widget there is; with all pages visited that took seconds. It must
not know which widgets those are nor why they are out of sight.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle


@contextmanager
def left_out(widgets: list[QWidget]) -> Iterator[None]:
    """Let these and all inside them keep the style they wear while the program takes on another.

    Each must be given to `dress` before it is shown again.
    """
    # Qt dresses again what is polished and tells what has no style of its own.
    everything = [part for widget in widgets for part in _whole(widget)]
    for part in everything:
        part.setAttribute(_POLISHED, False)
        part.setAttribute(_OWN_STYLE, True)
    try:
        yield
    finally:
        for part in everything:
            part.setAttribute(_OWN_STYLE, False)


def dress(widget: QWidget) -> None:
    """Put the program's present style on a widget that was left out, and on all inside it."""
    everything = _whole(widget)
    for part in everything:
        part.setAttribute(_POLISHED, True)
        part.style().polish(part)
    for part in everything:
        QCoreApplication.sendEvent(part, QEvent(QEvent.Type.StyleChange))


def _whole(widget: QWidget) -> list[QWidget]:
    """What holds others comes before them: they take its font."""
    return [widget, *widget.findChildren(QWidget)]
