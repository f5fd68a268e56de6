# SPDX-License-Identifier: MIT
"""The focus shows on every control in every theme; words, chips and cards speak; rows wrap."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QSlider, QTabBar, QVBoxLayout, QWidget

from walkthrough.ui.theme import NAMES, Theme, look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import check_field, choice_field, line_field, radio_group_field, text_field
from walkthrough.ui.widgets.focus_ring import FocusRing
from walkthrough.ui.widgets.messages import EmptyState, InfoBar
from walkthrough.ui.widgets.places import Card, Column, FlowRow, ScrollPage, Stack, StackLayout
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.signs import KIND_WORDS, Chip, KindGlyph
from walkthrough.ui.widgets.text import Heading, Prose

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

CONTROLS = {
    "line": lambda: line_field("Name"),
    "text": lambda: text_field("Name"),
    "choice": lambda: choice_field("Name", [(1, "One")]),
    "check": lambda: check_field("Name"),
    "radio": lambda: radio_group_field("Name", [(1, "One"), (2, "Two")]),
    "primary": lambda: Button("Save", "primary"),
    "plain": lambda: Button("Save"),
    "quiet": lambda: Button("Save", "quiet"),
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
    "tabs": lambda: _tabs(),
    "list": lambda: RowList("Rows"),
}


def _tabs():
    bar = QTabBar()
    bar.addTab("One")
    bar.addTab("Two")
    return bar


@pytest.fixture
def theme(qapp):
    theme = Theme()
    theme.apply(qapp, "light")  # as in the program: no widget is older than the first theme
    return theme


@pytest.fixture
def window_of(qtbot):
    """Show widgets in a window that lives as long as the test."""
    windows = []

    def _window_of(*widgets):
        window = _window(qtbot, *widgets)
        windows.append(window)
        return window

    return _window_of


def _window(qtbot, *widgets):
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", CONTROLS)
def test_the_ring_is_seen_around_every_control_in_every_theme(kind, name, theme, qapp, window_of):
    theme.apply(qapp, name)
    control, other = CONTROLS[kind](), Button("Elsewhere")
    window = window_of(control, other)
    ring = FocusRing(window)
    control.setFocus()
    qapp.processEvents()
    assert ring.isVisible()
    at = ring.target()
    assert at is control or control.isAncestorOf(at)
    focus = look_of(window).color("focus").rgb()
    picture = window.grab(ring.geometry()).toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    seen = sum(picture.pixel(x, y) == focus for x, y in points)
    assert seen > picture.width()  # two pixels high, above and below, less the round corners


def test_the_ring_follows_moving_scrolling_and_hiding(theme, qapp, qtbot, window_of):
    theme.apply(qapp, "light")
    page = ScrollPage()
    buttons = [Button(f"Button {n}") for n in range(30)]
    page.add(*buttons)
    window = window_of(page)
    ring = FocusRing(window)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 500)
    buttons[0].setFocus()
    qapp.processEvents()
    before = ring.y()
    page.verticalScrollBar().setValue(20)
    qapp.processEvents()
    assert ring.y() < before
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qapp.processEvents()
    assert not ring.isVisible()
    page.verticalScrollBar().setValue(0)
    assert ring.isVisible()
    buttons[0].hide()
    assert ring.target() is not buttons[0]


def test_what_has_the_focus_is_scrolled_into_view(theme, qapp, qtbot, window_of):
    page = ScrollPage()
    buttons = [Button(f"Button {n}") for n in range(40)]
    page.add(*buttons)
    window_of(page)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 500)
    buttons[39].setFocus()
    qapp.processEvents()
    box = QRect(buttons[39].mapTo(page, QPoint(0, 0)), buttons[39].size())
    assert page.rect().contains(box)


@pytest.mark.parametrize("kind", [Stack, QWidget])
def test_a_stack_is_dressed_by_its_window_alone_and_shows_its_first(theme, window_of, kind):
    place = kind()
    stack = place if kind is Stack else StackLayout(place)
    words = [Prose(lambda: "one"), Prose(lambda: "two")]
    for one, page in zip(words, (Column(), ScrollPage()), strict=True):
        page.add(one)
        stack.addWidget(page)
    outer = ScrollPage()
    outer.add(place)
    assert not any(one.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for one in words)
    window_of(outer)
    assert [one.isVisible() for one in words] == [True, False]
    stack.setCurrentIndex(1)
    assert [one.isVisible() for one in words] == [False, True]


@pytest.mark.parametrize(
    ("make", "role", "name"),
    [
        (lambda: Heading(1, "Plan"), QAccessible.Role.Heading, "Plan"),
        (lambda: Prose("Plan"), QAccessible.Role.StaticText, "Plan"),
        (lambda: Button("&Save"), QAccessible.Role.Button, "Save"),
        (lambda: Card("Plan"), QAccessible.Role.Grouping, "Plan"),
        (lambda: InfoBar("good", "All saved."), QAccessible.Role.AlertMessage, "All saved."),
        (lambda: Chip("barrier"), QAccessible.Role.StaticText, "Barrier"),
        (lambda: KindGlyph("next_step"), QAccessible.Role.Graphic, "Next step"),
        (lambda: RowList("Findings"), QAccessible.Role.List, "Findings"),
    ],
)
def test_widgets_say_what_they_are(make, role, name, qtbot):
    widget = make()
    qtbot.addWidget(widget)
    face = QAccessible.queryAccessibleInterface(widget)
    assert (face.role(), face.text(QAccessible.Text.Name)) == (role, name)


def test_every_kind_has_a_shape_of_its_own(qapp):
    signs = look_of().signs
    shapes = {tuple(sorted(signs[kind].items())) for kind in KIND_WORDS}
    assert len(shapes) == len(KIND_WORDS)


def test_a_row_of_chips_goes_on_in_the_next_line(theme, qapp, qtbot):
    row = FlowRow()
    row.add(*(Chip(kind) for kind in KIND_WORDS))
    assert row.heightForWidth(2000) < row.heightForWidth(300) < row.heightForWidth(120)
    row.clear()
    qapp.processEvents()
    assert row.layout().count() == 0


def test_an_empty_place_says_how_to_begin(theme, qapp, window_of):
    begin = Button("Choose a route", "primary")
    empty = EmptyState("walk", "No walk yet", "Pick a route.", begin)
    window_of(empty)
    assert begin.isVisible()
    assert empty.title.text() == "No walk yet"


def test_a_closed_message_is_gone_until_there_is_another(qtbot, window_of):
    bar = InfoBar(closable=True)
    window_of(bar)
    assert not bar.isVisible()
    bar.show_words("Two texts wait.", "warn")
    assert bar.isVisible()
    with qtbot.waitSignal(bar.closed):
        bar._close.click()
    assert not bar.isVisible()


def test_long_words_wrap_and_are_never_cut(theme, qapp, window_of):
    prose = Prose("a long sentence that goes on " * 20)
    page = ScrollPage()
    page.add(prose)
    window = window_of(page)
    window.resize(300, 200)
    qapp.processEvents()
    assert prose.height() >= prose.heightForWidth(prose.width())


def test_one_endless_word_never_widens_a_panel(qtbot, qapp):
    Theme().apply(qapp, "light")
    for label in (Prose(), Heading(2)):
        qtbot.addWidget(label)
        label.set_plain("a" * 400)
        assert label.minimumSizeHint().width() < 200
        label.set_plain("a" * 40)
        assert label.text() == "a" * 40
