# SPDX-License-Identifier: MIT
"""A picture can be walked by keys, read shape by shape and turned into its table."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.export.scene import Fill, Rect, Scene, Words
from walkthrough.ui.theme import Theme
from walkthrough.ui.widgets.scene_view import SceneView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


def grid(rows=3, columns=4):
    cells = [
        Rect(x=c * 50, y=r * 40, w=46, h=36, fill=Fill(f"ramp{c}"), key=f"{r}{c}", say=f"Row {r}, column {c}")
        for r in range(rows)
        for c in range(columns)
    ]
    table = (("Lane", "Birth"), ("Courts", "3"), ("Health", "1"))
    words = Words(x=2, y=columns * 40, text="Birth", size=9)
    return Scene(w=200, h=140, shapes=(*cells, words), summary="Courts have most.", table=table)


@pytest.fixture
def view(qtbot, qapp):
    Theme().apply(qapp, "light")
    view = SceneView("Map")
    view.set_scene(grid())
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.activateWindow()
    view.picture.setFocus()
    qapp.processEvents()
    return view


def test_arrows_walk_the_shapes_and_enter_picks(view, qtbot):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view.picture, key)
    with qtbot.waitSignal(view.picked) as caught:
        QTest.keyClick(view.picture, Qt.Key.Key_Return)
    assert caught.args == ["11"]


def test_home_and_end_go_to_the_first_and_last_shape(view):
    QTest.keyClick(view.picture, Qt.Key.Key_End)
    assert view.picture.key() == "23"
    QTest.keyClick(view.picture, Qt.Key.Key_Home)
    assert view.picture.key() == "00"


def test_a_click_picks_the_shape_under_it(view, qtbot):
    with qtbot.waitSignal(view.picked) as caught:
        qtbot.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=view.picture.box_of(6).center())
    assert caught.args == ["12"]


def test_shapes_are_children_that_say_their_sentence(view):
    face = QAccessible.queryAccessibleInterface(view.picture)
    assert face.role() == QAccessible.Role.Chart
    assert face.text(QAccessible.Text.Name) == "Map"
    assert face.text(QAccessible.Text.Description) == "Courts have most."
    children = [face.child(n) for n in range(face.childCount())]
    assert [child.text(QAccessible.Text.Name) for child in children[:2]] == [
        "Row 0, column 0",
        "Row 0, column 1",
    ]
    assert all(child.role() == QAccessible.Role.Graphic for child in children)
    assert all(not child.rect().isEmpty() for child in children)


def test_a_smaller_scene_leaves_no_child_behind(view):
    face = QAccessible.queryAccessibleInterface(view.picture)
    kept = [face.child(n) for n in range(face.childCount())]
    view.set_scene(grid(rows=1, columns=2))
    assert face.childCount() == 2
    assert not kept[5].isValid()
    assert kept[5].text(QAccessible.Text.Name) == ""


def test_a_new_scene_keeps_the_keyboard_where_it_was(view):
    QTest.keyClick(view.picture, Qt.Key.Key_End)
    view.set_scene(grid())
    assert view.picture.key() == "23"


def test_the_picture_turns_into_its_table_and_back_with_the_focus(view, qapp):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view.picture, Qt.Key.Key_T, both)
    assert view.shows_table()
    assert QApplication.focusWidget() is view.table
    assert view.table.model().index(0, 1).data() == "3"
    assert view.table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Birth: 3"
    QTest.keyClick(view.table, Qt.Key.Key_T, both)
    assert not view.shows_table()
    assert QApplication.focusWidget() is view.picture


def test_a_picture_is_painted_in_the_theme_of_its_window(view, qapp):
    middle = view.picture.box_of(0).center()
    light = view.picture.grab().toImage().pixelColor(middle)
    Theme().apply(qapp, "dark")
    qapp.processEvents()
    assert view.picture.grab().toImage().pixelColor(middle) != light


def test_reading_a_picture_that_is_gone_does_no_harm(qapp):
    view = SceneView("Map")
    view.set_scene(grid())
    face = QAccessible.queryAccessibleInterface(view.picture)
    child = face.child(3)
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del view
    gc.collect()
    assert not child.isValid()
