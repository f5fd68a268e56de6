# SPDX-License-Identifier: MIT
"""The audience window by itself: what it draws and says, and that it stays out of the presenter's way."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from tests.fake_screens import LAPTOP, WALL
from walkthrough.export.scene import Words, spoken
from walkthrough.model.queries.wall.shapes import Walking, WallHead, WallRow
from walkthrough.model.showing import Call
from walkthrough.model.words import AgendaKind, Kind
from walkthrough.settings import WALL_STEPS, from_values
from walkthrough.ui.theme import Theme
from walkthrough.ui.wall import placing
from walkthrough.ui.wall.audience_window import CALM, AudienceWindow, Shown, fitted
from walkthrough.ui.wall.frame import WallClock
from walkthrough.ui.wall.sizing import Sizing


def view(*texts: str) -> Walking:
    head = WallHead(AgendaKind.WALK, "Walk", "Birth", 1, 3)
    rows = tuple(WallRow(number, Kind.BARRIER, text) for number, text in enumerate(texts, start=1))
    return Walking(head, Call.NONE, "What happens first?", "", "", rows, 0, len(rows), 0)


@pytest.fixture
def presenter(qtbot):
    Theme().apply(QApplication.instance(), "light")
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.centralWidget().setFocus()
    return window


@pytest.fixture
def audience(qtbot, presenter):
    window = AudienceWindow(presenter)
    qtbot.addWidget(window)
    window.show_this(Shown(view("Nobody answers after five")))
    window.stand_small(presenter.screen())
    return window


def test_the_small_window_stays_in_front_and_leaves_the_line_at_the_foot_free(audience, presenter):
    assert audience.windowType() == Qt.WindowType.Dialog  # others are put behind when they take no focus
    assert audience.windowHandle().transientParent() is presenter.windowHandle()
    assert presenter.screen().availableGeometry().bottom() - audience.geometry().bottom() > 90


def sentences(face) -> list[str]:
    return [face.child(number).text(QAccessible.Text.Name) for number in range(face.childCount())]


def test_a_screen_reader_meets_the_window_the_summary_and_every_sentence_of_the_picture(audience):
    window = QAccessible.queryAccessibleInterface(audience)
    assert window.text(QAccessible.Text.Name) == "What the room would see"
    assert window.text(QAccessible.Text.Description) == audience.scene.summary != ""
    picture = QAccessible.queryAccessibleInterface(audience.picture)
    assert picture.role() == QAccessible.Role.Chart
    assert sentences(picture) == [shape.say for shape in spoken(audience.scene)]
    assert any("Nobody answers after five" in sentence for sentence in sentences(picture))


def test_a_calm_page_has_no_words_at_all(audience):
    audience.show_this(CALM)
    assert not [shape for shape in audience.scene.shapes if isinstance(shape, Words)]
    assert sentences(QAccessible.queryAccessibleInterface(audience.picture)) == []
    assert audience.accessibleDescription() != ""


def test_nothing_in_the_window_takes_the_focus(audience, presenter, qtbot):
    assert audience.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert audience.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert audience.picture.focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.waitUntil(presenter.centralWidget().hasFocus)


def test_keys_that_come_to_the_wall_are_typed_into_the_presenters_field(audience, presenter):
    QTest.keyClicks(audience, "late")
    assert presenter.centralWidget().text() == "late"


def test_shortcuts_that_come_to_the_wall_do_what_they_do_at_the_presenters(audience, presenter):
    asked = []
    action = QAction("Blank", presenter)
    action.setShortcut("F9")
    action.triggered.connect(lambda: asked.append("blank"))
    presenter.addAction(action)
    QTest.keyClick(audience, Qt.Key.Key_F9)
    action.setEnabled(False)
    QTest.keyClick(audience, Qt.Key.Key_F9)
    assert asked == ["blank"]


def test_a_dry_run_shows_what_the_wall_would_show_line_by_line(screens, audience):
    audience.show_this(Shown(view(*(f"Barrier that takes a few words {n}" for n in range(30)))))
    small = [shape.text for shape in audience.scene.shapes if isinstance(shape, Words)]
    screens(LAPTOP, WALL)
    audience.fill(next(one for one in QApplication.screens() if one.name() == "wall"))
    assert [shape.text for shape in audience.scene.shapes if isinstance(shape, Words)] == small


def test_the_picture_fills_a_wall_to_the_pixel(screens, audience):
    screens(LAPTOP, WALL)
    audience.fill(next(one for one in QApplication.screens() if one.name() == "wall"))
    assert audience.picture.geometry() == QRect(0, 0, 1920, 1080)
    assert audience.windowState() & Qt.WindowState.WindowFullScreen


def test_a_new_picture_is_drawn_when_the_presenter_had_the_turn(audience, qtbot):
    audience.show_this(Shown(view("Another")))
    qtbot.waitUntil(lambda: "Another" in " ".join(shape.say for shape in audience.picture.shapes()))


def test_another_clock_changes_the_picture(audience):
    before = audience.scene
    audience.show_this(Shown(view("Nobody answers after five"), WallClock("timer", 245)))
    assert audience.scene != before


def test_the_picture_wears_the_theme_of_the_program(audience, qtbot):
    light = audience.grab().toImage()
    Theme().apply(QApplication.instance(), "dark")
    QCoreApplication.processEvents()
    assert audience.grab().toImage() != light
    Theme().apply(QApplication.instance(), "light")
    QCoreApplication.processEvents()
    assert audience.grab().toImage() == light


def test_after_a_change_of_language_the_picture_is_laid_out_anew(audience):
    audience.draw_now()
    QCoreApplication.sendEvent(audience, QEvent(QEvent.Type.LanguageChange))
    assert audience._is_stale


def test_where_no_program_may_place_a_window_a_person_drags_it_and_presses_f11(audience, presenter, qtbot):
    audience.stand_small(presenter.screen(), by_hand=True)
    assert "press F11" in audience.windowTitle()
    assert not audience.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    with qtbot.waitSignal(audience.filled):
        QTest.keyClick(audience, Qt.Key.Key_F11)
    assert audience.windowState() & Qt.WindowState.WindowFullScreen
    assert audience.paper == audience.size()


def test_closing_it_by_its_frame_only_tells(audience, qtbot):
    with qtbot.waitSignal(audience.closed):
        audience.close()
    assert audience.isVisible()


def test_a_picture_stands_in_the_middle_of_a_window_of_another_shape():
    assert fitted(QSize(1920, 1080), QSize(1920, 1280)) == QRect(0, 100, 1920, 1080)
    assert fitted(QSize(1920, 1080), QSize(960, 540)) == QRect(0, 0, 960, 540)


# The two columns of ux.md 1.4: picture in cm, last row in cm, pixels of the words on a wall of 1920 x 1080.
@pytest.mark.parametrize(("picture", "row", "pixels"), [(200, 600, 48), (200, 400, 32), (240, 800, 53)])
def test_the_words_are_as_large_as_the_room_needs(picture, row, pixels):
    assert Sizing(picture, row).words(1920, 1080) == pytest.approx(pixels, abs=1)


def test_without_a_room_size_the_words_follow_the_height_of_the_screen():
    assert Sizing().words(1920, 1080) == 48
    assert Sizing().words(1024, 768) == pytest.approx(34, abs=1)


@given(st.integers(20, 2000), st.integers(50, 20_000), st.integers(640, 8000), st.integers(480, 5000))
def test_a_step_larger_is_never_smaller_and_no_size_is_out_of_bounds(picture, row, width, height):
    steps = range(WALL_STEPS[0], WALL_STEPS[1] + 1)
    sizes = [Sizing(picture, row, step).words(width, height) for step in steps]
    assert sizes == sorted(sizes)
    assert all(height / 60 - 1 < size < height / 9 + 1 for size in sizes)


def test_the_steps_have_ends():
    assert Sizing(step=WALL_STEPS[1]).stepped(1) == WALL_STEPS[1]
    assert Sizing(step=WALL_STEPS[0]).stepped(-1) == WALL_STEPS[0]
    assert from_values({"wall_step": 99}).wall_step == WALL_STEPS[1]


def test_a_window_brought_to_another_screen_lies_whole_on_it():
    laptop, wall = QRect(0, 0, 1366, 728), QRect(1366, 0, 1024, 768)
    for x, y, width in itertools.product((-50, 0, 900), (0, 600), (300, 1366)):
        placed = placing.moved(QRect(x, y, width, 500), laptop, wall)
        assert wall.contains(placed)


def test_a_maximised_window_is_maximised_on_the_other_screen_too(screens, presenter, qtbot):
    screens(LAPTOP, WALL)
    presenter.showMaximized()
    placing.bring(presenter, next(one for one in QApplication.screens() if one.name() == "wall"))
    qtbot.waitUntil(lambda: presenter.screen().name() == "wall")
    assert presenter.isMaximized()
