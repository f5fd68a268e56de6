# SPDX-License-Identifier: MIT
"""Lists are handled by keys alone, read whole, keep their place, and open 100,000 rows at once."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.ui.theme import Theme, look_of
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.row_paint import wrapped
from walkthrough.ui.widgets.table_list import TableColumn, TableList

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@dataclass(frozen=True)
class Step:
    id: str
    what: str
    who: str


STEPS = [Step("a", "One form", "Cole"), Step("b", "Phone tree", "Diaz"), Step("c", "Share policy", "Ames")]


def cells(step):
    return RowCells(
        step.id, step.what, "next_step", 7, detail=step.who, lane="Courts", marks=(("warn", "Due soon"),)
    )


def shown(qtbot, qapp, widget):
    Theme().apply(qapp, "light")
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qapp.processEvents()
    return widget


@pytest.fixture
def rows(qtbot, qapp):
    rows = shown(qtbot, qapp, RowList("Next steps", empty="No step yet."))
    rows.set_rows(STEPS, cells)
    rows.choose("b")
    qapp.processEvents()
    return rows


@pytest.fixture
def table(qtbot, qapp):
    columns = [
        TableColumn(head="What", cell=lambda step: step.what, weight=2, sort="what"),
        TableColumn(head="Who", cell=lambda step: step.who, sort="who"),
    ]
    table = shown(qtbot, qapp, TableList("Next steps", columns))
    table.set_rows(STEPS)
    table.choose("b")
    return table


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "activated_row"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "edit_asked"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "bin_asked"),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, "again_asked"),
    ],
)
def test_a_key_asks_for_the_row_it_is_on(key, modifier, signal, rows, qtbot):
    with qtbot.waitSignal(getattr(rows, signal)) as caught:
        QTest.keyClick(rows, key, modifier)
    assert caught.args == ["b"]


def test_a_row_says_all_that_it_shows(rows):
    face = QAccessible.queryAccessibleInterface(rows)
    assert face.role() == QAccessible.Role.List
    assert face.child(1).text(QAccessible.Text.Name) == "Next step 7, Phone tree, Diaz, Courts, Due soon"


def test_arrows_choose_and_tab_leaves_the_list(rows, qapp):
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.chosen_id() == "c"
    assert not rows.tabKeyNavigation()


def test_rows_read_again_keep_the_chosen_one(rows):
    told = []
    rows.chosen.connect(told.append)
    rows.set_rows([Step("new", "Earlier", "Bo"), *STEPS], cells)
    assert rows.chosen_id() == "b"
    assert not told


def test_when_the_chosen_row_is_gone_its_neighbour_is_chosen(rows):
    rows.set_rows([STEPS[0], STEPS[2]], cells)
    assert rows.chosen_id() == "c"


def test_an_empty_list_says_so_to_everybody(rows, qapp):
    full = rows.grab().toImage()
    rows.set_rows([], cells)
    rows.retranslate()
    assert rows.accessibleDescription() == "No step yet."
    assert rows.chosen_id() == ""
    assert rows.grab().toImage() != full


def test_a_hundred_thousand_rows_open_at_once_and_only_what_is_seen_is_fetched(rows, qapp):
    fetched = []

    def page(offset, limit):
        fetched.append(offset)
        return [
            RowCells(str(n), f"Row {n}", "barrier", n) for n in range(offset, min(offset + limit, 100_000))
        ]

    start = time.perf_counter()
    rows.set_source(100_000, page)
    qapp.processEvents()
    assert time.perf_counter() - start < 0.5
    QTest.keyClick(rows, Qt.Key.Key_End)
    qapp.processEvents()
    assert rows.chosen_id() == "99999"
    assert len(fetched) <= 4


def test_long_text_wraps_and_the_rest_is_cut_with_an_ellipsis(qapp):
    font = look_of().font()
    assert wrapped("short", font, 300, 2) == ["short"]
    lines = wrapped("many words " * 40, font, 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_whole_chapter_in_a_row_is_laid_out_as_fast_as_a_line(qapp):
    font, chapter = look_of().font(), "word " * 8000
    started = time.perf_counter()
    for _ in range(20):
        assert wrapped(chapter, font, 800, 2)[-1].endswith("…")
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("many", [80, 1400])
def test_rows_that_come_in_above_leave_the_chosen_one_chosen(many, rows, qapp):
    ids = [str(n) for n in range(many)]

    def page(offset, limit):
        return [RowCells(key, key) for key in ids[offset : offset + limit]]

    rows.set_source(many, page)
    rows.choose("38", 38)
    told = []
    rows.chosen.connect(told.append)
    ids[:0] = [f"new {n}" for n in range(7)]
    rows.retranslate()  # the pages are let go before the rows are counted again
    rows.set_source(many + 7, page)
    assert (rows.chosen_id(), rows.currentIndex().row()) == ("38", 45)
    assert told[-1:] in ([], ["38"])


def test_a_table_row_says_its_heads_and_a_cell_its_own(table):
    model = table.model()
    whole, own = (model.index(1, n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2))
    assert whole == "What: Phone tree, Who: Diaz"
    assert own == "Who: Diaz"
    assert QAccessible.queryAccessibleInterface(table).role() == QAccessible.Role.Table


def test_an_empty_cell_of_a_table_says_so_and_shows_nothing(table):
    table.set_rows([Step("d", "One list", "")])
    empty = table.model().index(0, 1)
    assert empty.data(Qt.ItemDataRole.AccessibleTextRole) == "Who: empty"
    assert empty.data() == ""


def test_enter_opens_the_row_of_a_table(table, qtbot):
    with qtbot.waitSignal(table.activated_row) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == ["b"]


def test_tab_leaves_a_table(table):
    assert not table.tabKeyNavigation()


def test_a_head_asks_for_sorting_and_again_for_the_other_way(table):
    asked = []
    table.sort_asked.connect(lambda key, down: asked.append((key, down)))
    table.horizontalHeader().sectionClicked.emit(1)
    table.show_sorted("who")
    table.horizontalHeader().sectionClicked.emit(1)
    assert asked == [("who", False), ("who", True)]


def test_a_table_keeps_the_chosen_row_when_sorted(table):
    table.set_rows(sorted(STEPS, key=lambda step: step.who))
    assert table.chosen_id() == "b"


def test_columns_share_the_width_and_never_scroll_sideways(table, qapp):
    table.resize(900, 400)
    qapp.processEvents()
    assert table.columnWidth(0) > table.columnWidth(1) * 1.5
    assert table.horizontalHeader().length() == table.viewport().width()
    assert QApplication.focusWidget() is table


def test_a_column_without_weight_is_as_wide_as_its_texts(qtbot, qapp):
    columns = [
        TableColumn(head="What", cell=lambda step: step.what),
        TableColumn(head="Who", cell=lambda step: step.who * 4, weight=0),
    ]
    table = shown(qtbot, qapp, TableList("Next steps", columns))
    table.set_rows(STEPS)
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)
    assert table.horizontalHeader().length() == table.viewport().width()
