# SPDX-License-Identifier: MIT
"""Every input has a name, a role, a hint and an error that eyes and screen readers meet alike."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWidget

from walkthrough import wording
from walkthrough.ui.theme import Theme
from walkthrough.ui.widgets.field import (
    check_field,
    choice_field,
    day_field,
    line_field,
    number_field,
    radio_group_field,
    suggest_field,
    text_field,
)
from walkthrough.ui.widgets.spoken import plain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen

OPTIONS = [("court", "Courts"), ("health", "Health")]
FACTORIES = {
    "line": lambda **more: line_field("&What", **more),
    "text": lambda **more: text_field("&What", **more),
    "choice": lambda **more: choice_field("&What", OPTIONS, **more),
    "suggest": lambda **more: suggest_field("&What", ["Ana", "Bo"], **more),
    "day": lambda **more: day_field("&What", **more),
    "number": lambda **more: number_field("&What", **more),
    "check": lambda **more: check_field("&What", **more),
    "radio": lambda **more: radio_group_field("&What", OPTIONS, **more),
}
EXAMPLES = {
    "line": "Two forms",
    "text": "Two forms\nand two lines",
    "choice": "health",
    "suggest": "Ana",
    "day": date(2026, 3, 1),
    "number": 12,
    "check": True,
    "radio": "health",
}


class Loud(wording.Wording):
    """A language in which everything is shouted, to see what is translated."""

    def gettext(self, text):
        return f"{text}!"


@pytest.fixture
def loud(qapp):
    """Turn the language while windows are open; turned back afterwards."""

    def turn():
        wording.use(Loud())
        QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.LanguageChange))
        qapp.processEvents()

    before = wording.current()
    yield turn
    wording.use(before)


@pytest.fixture
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def announced(monkeypatch):
    """What a screen reader is asked to say, caught on its way out to the machine."""
    said = []

    def catch(event):
        if event.type() == QAccessible.Event.Announcement:
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(catch))
    return said


def face(field):
    return QAccessible.queryAccessibleInterface(field.control)


@pytest.fixture
def show(qtbot):
    """Show fields in a window that lives as long as the test."""
    windows = []

    def _show(*fields):
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for field in fields:
            column.addWidget(field)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return _show


@pytest.mark.parametrize("kind", FACTORIES)
def test_every_input_has_a_name_a_role_a_description_and_an_object_name(kind, qtbot):
    field = FACTORIES[kind](hint="As people say it.")
    qtbot.addWidget(field)
    assert face(field).text(QAccessible.Text.Name) == "What"
    relations = [relation for _face, relation in face(field).relations()]
    assert kind == "check" or QAccessible.RelationFlag.Label in relations
    assert face(field).text(QAccessible.Text.Description) == "As people say it."
    assert face(field).role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client)
    assert field.control.objectName() == "what"
    assert field.control.accessibleIdentifier() == "what"


@pytest.mark.parametrize("kind", FACTORIES)
def test_a_value_goes_in_and_comes_out_and_tells_nobody(kind, qtbot):
    field = FACTORIES[kind]()
    qtbot.addWidget(field)
    told = []
    field.committed.connect(told.append)
    field.edited.connect(told.append)
    field.set_value(EXAMPLES[kind])
    assert field.value() == EXAMPLES[kind]
    assert field.commit()
    assert not told


@pytest.mark.parametrize("kind", FACTORIES)
def test_an_error_is_shown_read_and_announced(kind, show, announced):
    field = FACTORIES[kind](hint="As people say it.")
    show(field)
    field.set_error("This is used already.")
    assert face(field).text(QAccessible.Text.Description).startswith("This is used already.")
    assert [message for message, _p in announced] == ["This is used already."]
    assert announced[0][1] == QAccessible.AnnouncementPoliteness.Assertive
    assert field._error_row.isVisible()
    field.clear_error()
    assert not field._error_row.isVisible()
    assert face(field).text(QAccessible.Text.Description) == "As people say it."


@pytest.mark.parametrize("kind", FACTORIES)
def test_every_word_of_a_field_follows_the_language(kind, show, loud):
    field = FACTORIES[kind](hint="As people say it.", optional=kind != "check")
    show(field)
    field.set_value(EXAMPLES[kind])
    field.set_error("Wrong.")
    loud()
    assert field.control.accessibleName().startswith("What!")
    assert face(field).text(QAccessible.Text.Description) == "Wrong.! As people say it.!" or kind == "day"
    assert field.value() == EXAMPLES[kind]


def test_words_of_people_are_never_translated(show, loud):
    field = choice_field("Who", [(1, plain("Plan")), (2, "Plan")])
    show(field)
    loud()
    assert [field.control.itemText(n) for n in range(2)] == ["Plan", "Plan!"]


def test_enter_commits_once_and_only_what_changed(show):
    field = line_field("Name")
    show(field)
    got = []
    field.committed.connect(got.append)
    field.control.setFocus()
    QTest.keyClicks(field.control, "Ana")
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert got == ["Ana"]


@pytest.mark.parametrize("kind", ["line", "text", "suggest"])
def test_leaving_a_text_commits_it(kind, show):
    field, other = FACTORIES[kind](), line_field("Next")
    show(field, other)
    got = []
    field.committed.connect(got.append)
    field.control.setFocus()
    QTest.keyClicks(field.control, "Bo")
    QTest.keyClick(QApplication.activePopupWidget() or field.control, Qt.Key.Key_Tab)  # as the screen would
    assert other.control.hasFocus()
    assert got == ["Bo"]


def test_typing_takes_the_error_away_and_tells_drafts(show):
    field = line_field("Name")
    show(field)
    drafts = []
    field.edited.connect(drafts.append)
    field.set_error("Say who.")
    QTest.keyClicks(field.control, "A")
    assert field.error() == ""
    assert drafts == ["A"]


@pytest.mark.parametrize("typed", ["2026-03-01", "3/1/2026", "3/1/26", "March 1, 2026", "Mar 1, 2026"])
def test_a_day_is_understood_and_said_back_in_words(typed, show, english):
    field = day_field("By when")
    show(field)
    QTest.keyClicks(field.control, typed)
    assert field.value() == date(2026, 3, 1)
    assert "Sunday, March 1, 2026" in face(field).text(QAccessible.Text.Description)


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "13/13/2026"])
def test_what_is_no_day_is_refused_in_words(typed, show, english):
    field = day_field("By when")
    show(field)
    got = []
    field.committed.connect(got.append)
    QTest.keyClicks(field.control, typed)
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert not got
    assert "not a day" in field.error()


def test_richer_words_for_days_can_be_handed_in(show):
    field = day_field("By when", parse=lambda text: date(2026, 5, 4) if text == "2w" else None)
    show(field)
    QTest.keyClicks(field.control, "2w")
    assert field.value() == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("typed", "value", "fine"),
    [
        ("", None, True),
        ("12", 12, True),
        ("1,200", 1200, True),
        ("x", None, False),
        ("-3", None, False),
        ("2.5", None, False),
    ],
)
def test_a_number_may_be_empty_but_not_nonsense(typed, value, fine, show, english):
    field = number_field("Families")
    show(field)
    QTest.keyClicks(field.control, typed)
    assert field.value() == value
    assert field.commit() is fine


def test_a_number_with_decimals_shows_no_more_than_it_has(show, english):
    field = number_field("Days", decimals=2)
    show(field)
    field.set_value(7.0)
    assert field.control.text() == "7"
    field.set_value(7.5)
    assert field.control.text() == "7.5"


def test_tab_goes_through_the_fields_in_order_and_out_of_every_one(show):
    fields = [make(name=kind) for kind, make in FACTORIES.items()]
    show(*fields)
    fields[0].control.setFocus()
    passed = []
    for _field in fields:
        at = QApplication.focusWidget()
        passed.append(at.parent().objectName() if isinstance(at, QRadioButton) else at.objectName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert passed == list(FACTORIES)
    assert QApplication.focusWidget() is fields[0].control


def test_scrolling_over_a_list_does_not_change_the_answer(show, qapp):
    field = choice_field("Sector", OPTIONS)
    show(field)
    field.set_value("court")
    place = QPointF(field.control.rect().center())
    turn = QWheelEvent(
        place,
        field.control.mapToGlobal(place),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(field.control, turn)
    assert field.value() == "court"


def test_a_text_grows_with_its_lines_and_then_scrolls(show, qapp):
    Theme().apply(qapp, "light")
    field = text_field("Note", lines=2, most=5)
    show(field)
    low = field.control.sizeHint().height()
    field.set_value("a\nb\nc\nd")
    middle = field.control.sizeHint().height()
    field.set_value("a\n" * 30)
    assert low < middle < field.control.sizeHint().height() < 200


def test_a_field_with_a_computed_label_needs_a_name():
    with pytest.raises(ValueError, match="name"):
        line_field(lambda: "Ana")


def test_a_radio_button_toggled_by_voice_or_a_screen_reader_is_chosen(qtbot):
    field = radio_group_field("&What", OPTIONS)
    qtbot.addWidget(field)
    told: list[str] = []
    field.control.edited.connect(told.append)
    field.control.set_value(OPTIONS[0][0])
    assert told == []  # nobody chose it
    QAccessible.queryAccessibleInterface(field.control.buttons()[1]).actionInterface().doAction("Toggle")
    assert told == [field.control.buttons()[1].text()]
    assert field.control.value() == OPTIONS[1][0]
