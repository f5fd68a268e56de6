# SPDX-License-Identifier: MIT
"""Themes are put on whole, switched and zoomed while the program runs, in the bundled typeface."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from walkthrough.ui.theme import NAMES, Theme, look_of, palette_of, read_look
from walkthrough.ui.theme_look import Look
from walkthrough.ui.theme_signs import path_of
from walkthrough.ui.widgets.text import Heading, Prose

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.fixture
def theme(qapp):
    theme = Theme()
    theme.apply(qapp, "light")  # as in the program: no widget is older than the first theme
    return theme


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_sets_every_role_of_the_palette(name, qapp):
    palette = palette_of(read_look(name))
    roles = [role for role in QPalette.ColorRole if role.name not in ("NoRole", "NColorRoles")]
    unset = [role.name for role in roles if not palette.isBrushSet(QPalette.ColorGroup.Active, role)]
    assert not unset


@pytest.mark.parametrize("name", NAMES)
def test_a_style_sheet_has_no_hole_and_finds_all_its_pictures(name, theme):
    sheet = theme.sheet(read_look(name))
    assert "$" not in sheet
    pictures = set(re.findall(r"url\(([^)]+)\)", sheet))
    assert pictures
    assert not [path for path in pictures if not Path(path).stat().st_size]


def test_a_theme_is_switched_while_windows_are_open(theme, qapp, qtbot):
    window = QWidget()
    QVBoxLayout(window).addWidget(QPushButton("Save"))
    qtbot.addWidget(window)
    theme.apply(qapp, "light")
    window.show()
    light = window.grab().toImage().pixelColor(2, 2)
    with qtbot.waitSignal(theme.changed) as caught:
        theme.apply(qapp, "dark")
    assert isinstance(caught.args[0], Look)
    assert window.grab().toImage().pixelColor(2, 2).lightness() < 60 < light.lightness()


@pytest.mark.parametrize("zoom", [100, 125, 150, 200])
def test_zoom_makes_text_and_controls_larger(theme, qapp, qtbot, zoom):
    window = QWidget()
    column = QVBoxLayout(window)
    heading, prose, button = Heading(1, "Plan"), Prose("Plan"), QPushButton("Plan")
    for widget in (heading, prose, button):
        column.addWidget(widget)
    qtbot.addWidget(window)
    look = theme.apply(qapp, "light", zoom)
    window.show()
    qapp.processEvents()
    assert heading.font().pixelSize() == look.px(look.type_sizes["h1"])
    assert prose.font().pixelSize() == look.px(look.type_sizes["body"])
    assert button.sizeHint().height() >= look.px(36)


def test_zoom_stays_between_100_and_200(theme, qapp):
    assert theme.apply(qapp, "light", 50).zoom == 100
    assert theme.apply(qapp, "light", 400).zoom == 200


def test_a_window_may_have_a_look_of_its_own(theme, qapp, qtbot):
    theme.apply(qapp, "light")
    window = QWidget()
    inside = QLabel("Wall", window)
    qtbot.addWidget(window)
    theme.apply(window, "dark", 150)
    assert look_of(inside).name == "dark"
    assert look_of(None).name == "light"


def test_the_bundled_typeface_is_used(theme, qapp):
    theme.apply(qapp, "light")
    assert QFontInfo(look_of().font()).family() == "Atkinson Hyperlegible Next"


def test_headings_go_down_in_size(theme, qapp):
    sizes = [read_look("light").type_sizes[role] for role in ("display", "h1", "h2", "h3", "body", "small")]
    assert sizes == sorted(set(sizes), reverse=True)


def test_an_unknown_theme_is_a_key_error():
    with pytest.raises(KeyError):
        read_look("sepia")


def test_every_sign_can_be_drawn_and_stays_on_its_grid():
    for name, sign in read_look("light").signs.items():
        assert sign.keys() <= {"line", "fill", "dash"}, name
        for drawing in sign.values():
            box = path_of(drawing).boundingRect()
            assert box.left() >= 0, name
            assert box.top() >= 0, name
            assert box.right() <= 24, name
            assert box.bottom() <= 24, name


def test_a_bad_step_in_a_sign_is_named():
    with pytest.raises(ValueError, match="L1"):
        path_of("M0 0 L1")
