# SPDX-License-Identifier: MIT
"""The indicators page in the real window, by keys."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.model import Workbook
from walkthrough.model.commands.indicator import AddGoal, AddIndicator, RecordPoint
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.queries.indicators import indicators, indicators_to_share
from walkthrough.model.queries.plan import goals
from walkthrough.model.words import Better
from walkthrough.ui.screens.indicators.days import PastDays
from walkthrough.ui.screens.indicators.view import GOAL_SIDE, INDICATOR

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TODAY = date.today()  # noqa: DTZ011  the windows go by the machine's day too
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def key(pressed, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), pressed, modifier)


def typed(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("indicators") / "filled.walkthrough"
    workbook = Workbook.create(path)
    workbook.do(AddPartner("Department of Health", "health"))
    sooner, safer = AddGoal("Sooner", {"budget": "12,000 dollars"}), AddGoal("Safer")
    facts = {"unit": "days", "better": Better.DOWN, "baseline": 21.0, "target": 7.0, "owner": "M. Diaz"}
    days = AddIndicator("Days to first visit", {"goal_id": sooner.id, **facts})
    families = AddIndicator(
        "Families served together", {"goal_id": sooner.id, "counts_families": True, "baseline": 4.0}
    )
    for command in (sooner, safer, days, families):
        workbook.do(command)
    for month in range(12):
        day = TODAY - timedelta(days=30 * (12 - month))
        workbook.do(RecordPoint(days.id, day, 21 - month, {"note": "New form" if month == 4 else ""}))
        workbook.do(RecordPoint(families.id, day, 4 + 2 * month))
    workbook.close()
    return path


@pytest.fixture
def book(filled, tmp_path):
    return Path(shutil.copyfile(filled, tmp_path / "indicators.walkthrough"))


@pytest.fixture
def page(start, book):
    windows = start(book, "--screen", "indicators")
    windows.window.resize(1093, 614)
    shown = windows.window.stack.page
    assert shown.name == "indicators"
    shown.windows = windows
    return shown


def rows(page):
    return page.desk.workbook.read(indicators)


def choose(page, name):
    page.view.list.setFocus()
    page.view.choose(next(row.id for row in rows(page) if row.name == name))


def shown(page):
    model = page.view.list.model()
    return [model.index(row, 0).data(SPOKEN) for row in range(model.rowCount())]


def not_on_the_wall(page, yes=True):
    page.desk.room._confirmed = yes
    page.desk.room.changed.emit()


def test_the_list_says_name_now_target_and_verdict(page):
    line = shown(page)[1]
    for part in ("Days to first visit", "10 days", "Target: 7 days", "Signal"):
        assert part in line


def test_an_indicator_is_added_under_the_goal_that_is_chosen(page):
    page.view.list.setFocus()
    key(Qt.Key.Key_End)
    assert page.view.side_shown() == GOAL_SIDE
    QTest.keyClick(page.windows.window, "N", CTRL | Qt.KeyboardModifier.ShiftModifier)
    typed("Babies at home")
    key(Qt.Key.Key_Return)
    row = next(row for row in rows(page) if row.name == "Babies at home")
    assert row.goal == "Safer"
    assert page.view.list.chosen_id() == row.id
    assert QApplication.focusWidget() is page.view.name.control
    key(Qt.Key.Key_Return)
    assert page.view.name.error()


def test_a_value_is_day_tab_value_tab_note_enter(page):
    choose(page, "Days to first visit")
    page.view.panel.points.day.setFocus()
    typed("today")
    key(Qt.Key.Key_Tab)
    typed("9.5")
    key(Qt.Key.Key_Tab)
    typed("Holiday week")
    key(Qt.Key.Key_Return)
    point = rows(page)[0].current
    assert (point.day, point.value, point.note) == (TODAY, 9.5, "Holiday week")
    assert QApplication.focusWidget() is page.view.panel.points.day.control
    assert page.view.panel.points.day.value() is None
    table = page.view.panel.points.table
    assert "9.5 days" in table.model().index(0, 0).data(SPOKEN)
    assert any("9.5 days" in shape.say for shape in page.view.panel.chart.picture.shapes())


@pytest.mark.parametrize(
    ("day", "value", "wrong"),
    [("soonish", "1", "day"), ("", "1", "day"), ("today", "", "value"), ("today", "many", "value")],
)
def test_what_makes_no_sense_is_said_beside_its_field(page, day, value, wrong):
    choose(page, "Days to first visit")
    points = page.view.panel.points
    points.day.setFocus()
    typed(day)
    points.value.setFocus()
    typed(value)
    key(Qt.Key.Key_Return)
    assert getattr(points, wrong).error()
    assert QApplication.focusWidget() is getattr(points, wrong).control
    assert len(rows(page)[0].points) == 12


def test_a_value_is_changed_and_taken_out_in_the_table(page):
    choose(page, "Days to first visit")
    table = page.view.panel.points.table
    table.setFocus()
    key(Qt.Key.Key_Down)
    table.setCurrentIndex(table.model().index(0, 0))
    key(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is page.view.panel.points.value.control
    QTest.keyClick(QApplication.focusWidget(), "A", CTRL)
    typed("11")
    key(Qt.Key.Key_Return)
    assert rows(page)[0].current.value == 11
    assert len(rows(page)[0].points) == 12
    table.setFocus()
    QTest.keyClick(page.windows.window, Qt.Key.Key_Delete)
    assert len(rows(page)[0].points) == 11
    QTest.keyClick(page.windows.window, "Z", CTRL)
    assert len(rows(page)[0].points) == 12
    assert len(rows(page)) == 2


def test_while_the_room_can_see_only_what_may_leave_is_shown(page):
    choose(page, "Families served together")
    panel = page.view.panel
    shared = page.desk.workbook.read(indicators_to_share)[1]
    assert page.reading.indicator(shared.id) == shared
    told = " ".join(shape.say for shape in panel.chart.picture.shapes())
    assert "too few families to show" in told
    assert panel.form.fields["baseline"].isHidden()
    assert "4" not in panel.chart.picture.scene().summary.split("Now")[0].replace("#4", "")
    table = panel.points.table.model()
    spoken = [table.index(row, 1).data() for row in range(table.rowCount())]
    assert spoken.count("too few families to show") == sum(point.value is None for point in shared.points)
    not_on_the_wall(page)
    assert panel.form.fields["baseline"].value() == 4.0
    assert "too few" not in " ".join(shape.say for shape in panel.chart.picture.shapes())
    not_on_the_wall(page, False)
    assert panel.form.fields["baseline"].value() is None


def test_a_hidden_value_is_not_opened_while_the_room_can_see(page):
    choose(page, "Families served together")
    table = page.view.panel.points.table
    table.setFocus()
    key(Qt.Key.Key_End, CTRL)
    key(Qt.Key.Key_F2)
    assert page.view.panel.points.value.value() is None
    assert "hidden" in page.windows.window.status.said()


def test_names_and_money_are_for_paper(page):
    choose(page, "Days to first visit")
    assert page.view.panel.form.fields["owner"].isHidden()
    page.view.list.setFocus()
    key(Qt.Key.Key_Home)
    assert page.view.goal.form.fields["budget"].isHidden()
    not_on_the_wall(page)
    assert page.view.goal.form.fields["budget"].value() == "12,000 dollars"


def test_fields_save_themselves(page):
    choose(page, "Days to first visit")
    key(Qt.Key.Key_F2)
    fields = page.view.panel.form.fields
    assert QApplication.focusWidget() is fields["name"].control
    QTest.keyClick(QApplication.focusWidget(), "A", CTRL)
    typed("Days until somebody comes")
    fields["target"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), "A", CTRL)
    typed("5")
    key(Qt.Key.Key_Return)
    fields["counts_families"].control.click()
    row = rows(page)[0]
    assert (row.name, row.target, row.counts_families) == ("Days until somebody comes", 5.0, True)


def test_a_name_may_not_become_empty(page):
    choose(page, "Days to first visit")
    key(Qt.Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), "A", CTRL)
    key(Qt.Key.Key_Delete)
    key(Qt.Key.Key_Tab)
    assert page.view.panel.form.fields["name"].error()
    assert rows(page)[0].name == "Days to first visit"


def test_goals_are_added_renamed_moved_and_taken_out(page):
    page.view.add_goal.click()
    page.view.goal.add_it.click()
    assert page.view.goal.form.fields["text"].error()
    typed("Closer")
    key(Qt.Key.Key_Return)
    assert [goal.text for goal in page.desk.workbook.read(goals)] == ["Sooner", "Safer", "Closer"]
    assert QApplication.focusWidget() is page.view.name.control
    page.view.list.setFocus()
    QTest.keyClick(page.windows.window, Qt.Key.Key_Up, ALT)
    assert [goal.text for goal in page.desk.workbook.read(goals)] == ["Sooner", "Closer", "Safer"]
    key(Qt.Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), "A", CTRL)
    typed("Nearer")
    key(Qt.Key.Key_Tab)
    assert [goal.text for goal in page.desk.workbook.read(goals)] == ["Sooner", "Nearer", "Safer"]
    page.view.list.setFocus()
    QTest.keyClick(page.windows.window, Qt.Key.Key_Delete)
    assert [goal.text for goal in page.desk.workbook.read(goals)] == ["Sooner", "Safer"]


def test_indicators_move_within_their_goal(page):
    choose(page, "Families served together")
    QTest.keyClick(page.windows.window, Qt.Key.Key_Up, ALT)
    assert [row.name for row in rows(page)] == ["Families served together", "Days to first visit"]
    QTest.keyClick(page.windows.window, Qt.Key.Key_Up, ALT)
    assert [row.name for row in rows(page)] == ["Families served together", "Days to first visit"]


def test_held_words_stay_off_the_wall_in_list_title_and_chart(page):
    choose(page, "Days to first visit")
    QTest.keyClick(page.windows.window, "H", CTRL)
    assert "Days to first visit" not in " ".join(shown(page))
    assert "Days to first visit" not in page.view.panel.chart.picture.scene().summary
    assert "wording on hold" in page.view.panel._title.text()
    assert page.view.panel.form.fields["name"].isHidden()
    told = " ".join(shape.say for shape in page.view.panel.chart.picture.shapes())
    assert "New form" not in told


def test_the_chart_turns_into_a_table_by_one_key(page):
    choose(page, "Days to first visit")
    QTest.keyClick(page.windows.window, "T", CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.view.panel.chart.shows_table()
    assert "New form" in [page.view.panel.chart.table.model().index(4, n).data() for n in range(3)]


def test_what_is_typed_survives_a_change_from_elsewhere(page):
    choose(page, "Days to first visit")
    page.view.panel.points.day.setFocus()
    typed("3/1")
    page.desk.workbook.do(AddIndicator("From elsewhere"))
    assert page.view.panel.points.day.control.text() == "3/1"
    assert QApplication.focusWidget() is page.view.panel.points.day.control


def test_an_empty_page_leads_to_the_first_goal_and_indicator(start, tmp_path):
    Workbook.create(tmp_path / "new.walkthrough").close()
    page = start(tmp_path / "new.walkthrough", "--screen", "indicators").window.stack.page
    assert QApplication.focusWidget() is page.view.begin
    key(Qt.Key.Key_Space)
    typed("Sooner")
    page.view.goal.add_it.click()
    typed("Days to first visit")
    key(Qt.Key.Key_Return)
    assert [(row.name, row.goal) for row in rows(page)] == [("Days to first visit", "Sooner")]
    assert page.view.side_shown() == INDICATOR


@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_wider_than_the_window(start, book, zoom):
    windows = start(book, "--screen", "indicators", "--zoom", zoom)
    windows.window.resize(1093, 614)
    page = windows.window.stack.page
    page.desk.workbook.do(AddIndicator("A very long name without an end " * 20))
    QTest.qWait(20)
    for name in ("Days to first visit", ("A very long name without an end " * 20).strip()):
        choose(page, name)
        QTest.qWait(20)
        assert page.view.page.width() <= page.view.viewport().width()
        assert page.view.panel.page.width() <= page.view.panel.viewport().width()


def test_tab_goes_round_every_control_each_of_which_has_a_name(page):
    not_on_the_wall(page)
    choose(page, "Days to first visit")
    first = QApplication.focusWidget()
    seen = []
    for _turn in range(80):
        key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus.accessibleName(), focus
        seen.append(focus)
        if focus is first:
            break
    assert seen[-1] is first
    assert len(set(map(id, seen))) == len(seen)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/1", date(2026, 3, 1)),
        ("12/24", date(2025, 12, 24)),
        ("mar 1", date(2026, 3, 1)),
        ("3/1/2027", date(2027, 3, 1)),
        ("today", date(2026, 11, 22)),
        ("2w", date(2026, 12, 6)),
        ("2025-02-03", date(2025, 2, 3)),
        ("soonish", None),
    ],
)
def test_a_day_without_a_year_lies_behind_us(text, day):
    assert PastDays(lambda: date(2026, 11, 22)).read(text) == day
