# SPDX-License-Identifier: MIT
"""The presenter's window in every part of a meeting: nothing is cut, whatever stands in it.

As people talk and with texts far too long, on a small laptop and a large screen, in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QWidget,
)

from docs.pictures.live_county import AS_TOLD, OVER_LONG, go_live
from docs.pictures.live_tour import go_on_live, settle, tour
from walkthrough import paths
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.live import gone_live
from walkthrough.model.sample import create_sample
from walkthrough.ui.screens.live.head import OneLine
from walkthrough.ui.widgets.short_text import ShortHeading, ShortProse
from walkthrough.ui.widgets.signs import Chip

LAPTOP, LARGE = (1093, 614), (1920, 1080)
SPARE = 1
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


def is_outside(widget: QWidget) -> bool:
    """Whether the widget sticks out of what it stands in, where that does not scroll."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    room = parent.rect().adjusted(-SPARE, -SPARE, SPARE, SPARE)
    return not room.contains(widget.geometry())


def is_cut(widget: QWidget) -> bool:
    """Whether a label or a button has less room than its words need."""
    if isinstance(widget, OneLine | ShortHeading | ShortProse):
        return False  # they end in an ellipsis
    high, wide = 0, 0
    if isinstance(widget, QLabel) and widget.text():
        least = widget.minimumSizeHint()
        high = widget.heightForWidth(widget.width()) if widget.wordWrap() else least.height()
        wide = 0 if widget.wordWrap() else least.width()
    if isinstance(widget, QAbstractButton):
        high, wide = words_of(widget)
    if isinstance(widget, QLineEdit):
        high = widget.fontMetrics().height()
    return widget.height() + SPARE < high or widget.width() + SPARE < wide


def words_of(button: QAbstractButton) -> tuple[int, int]:
    """How high and wide a button's words are, with its sign."""
    text = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    sign = 0 if button.icon().isNull() else button.iconSize().width()
    metrics = button.fontMetrics()
    return metrics.height(), metrics.horizontalAdvance(text) + sign


def faults(window: QWidget) -> Iterator[str]:
    """What is cut off, sticks out or scrolls sideways in a window."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not QRect(QPoint(), widget.size()).isValid():
            continue
        name = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"
        if isinstance(widget, QLabel):
            name += f" {widget.text()[:40]!r}"
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | Chip):
            if is_outside(widget):
                yield f"outside: {name} {widget.geometry().getRect()}"
            if is_cut(widget):
                yield f"cut: {name} {widget.size().toTuple()}"
        if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().isVisible():
            yield f"sideways: {name}"


@pytest.fixture
def county(tmp_path):
    """Make a county in the middle of its meeting: `county(told)`."""

    def make(told):
        path = tmp_path / "county.walkthrough"
        create_sample(path, paths.resources())
        go_live(path, load_shelf(paths.resources() / "content", "en"), told)
        return path

    return make


def stops_of(windows, size, wait=20):
    windows.window.resize(*size)
    meeting = windows.frame.opened.workbook.read(gone_live)
    page = go_on_live(windows, meeting.id)
    page.bar.hide()
    windows.room.confirm_alone()
    settle(30)
    yield from tour(page, wait)


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("told", "language", "size"),
    [
        pytest.param(AS_TOLD, "en", LAPTOP, marks=pytest.mark.slow),  # Spanish is longer everywhere
        (AS_TOLD, "es", LAPTOP),
        (OVER_LONG, "es", LAPTOP),
        pytest.param(OVER_LONG, "en", LARGE, marks=pytest.mark.slow),
    ],
    ids=["told", "told_es", "over_long_es", "over_long_large"],
)
def test_nothing_is_cut_in_any_part(told, language, size, county, start):
    windows = start(county(told), "--screen", "overview", "--language", language)
    found: dict[str, list[str]] = {}
    stops = 0
    for stop in stops_of(windows, size):
        stops += 1
        for fault in faults(windows.window):
            found.setdefault(fault, []).append(stop)
    assert stops > 25, "the tour left parts out"
    assert not found, "\n".join(f"{fault}: {', '.join(at)}" for fault, at in found.items())
