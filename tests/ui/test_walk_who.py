# SPDX-License-Identifier: MIT
"""The walk's line by keys: who does a step, what is typed over the whole line, from field to part by F6."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.walking import Hands, begin_walk, has_focus
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.words import Kind

Key = Qt.Key


@pytest.fixture
def hands(start, tmp_path, blank_workbook_file):
    path = tmp_path / "walked.walkthrough"
    path.write_bytes(blank_workbook_file.read_bytes())
    begin_walk(path)
    return Hands(start(path, "--screen", "walk"))


@pytest.mark.qt_log_ignore("This plugin does not support")  # the list of offers, offscreen
def test_an_agency_by_its_first_letters_is_the_agency_of_the_step(hands):
    hands.book.do(AddPartner(name="Riverbend Clinic", sector="health"))
    hands.screen.refresh()
    hands.type(">One form")
    hands.press(Key.Key_Tab)
    hands.type("river")
    hands.press(Key.Key_Tab)
    assert hands.line.who.control.text() == "Riverbend Clinic"
    hands.press(Key.Key_Return)
    assert (hands.last().owner, hands.last().partner) == ("", "Riverbend Clinic")
    hands.press(Key.Key_Up)
    assert hands.line.who.value() == "Riverbend Clinic"
    hands.type(" for all")
    hands.press(Key.Key_Return)
    assert (hands.last().text, hands.last().partner) == ("One form for all", "Riverbend Clinic")


def test_no_name_of_a_person_is_offered_or_brought_while_the_room_may_look(hands):
    command = RecordEntry(Kind.NEXT_STEP, "One form", owner="R. Diaz")
    hands.book.do(command)
    hands.screen.set_room_safe(True)
    hands.screen.refresh()
    assert hands.line.who.control.completer().model().stringList() == []
    hands.press(Key.Key_Up)
    assert hands.line.who.value() == ""
    hands.type(" for all")
    hands.press(Key.Key_Return)
    assert (hands.last().text, hands.last().owner) == ("One form for all", "R. Diaz")


def test_what_is_typed_over_the_whole_line_may_begin_with_a_kind_sign(hands):
    hands.type("No ride home")
    hands.ctrl(Key.Key_A)
    hands.enter("-Nobody answers")
    assert (hands.last().kind, hands.last().text) == (Kind.BARRIER, "Nobody answers")
    hands.type("+half")
    hands.ctrl(Key.Key_A)
    QApplication.clipboard().setText("?Who pays")
    hands.ctrl(Key.Key_V)
    hands.press(Key.Key_Return)
    assert (hands.last().kind, hands.last().text) == (Kind.PARKED, "Who pays")


def test_f6_leaves_the_line_from_any_of_its_fields_and_shift_f6_comes_back(hands):
    hands.press(Key.Key_F6)
    after = QApplication.focusWidget()
    hands.press(Key.Key_F6, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert has_focus(hands.line.text)
    hands.type(">One form")
    for field in (hands.line.who, hands.line.when):
        field.control.setFocus()
        hands.press(Key.Key_F6)
        assert QApplication.focusWidget() is after
