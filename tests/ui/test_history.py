# SPDX-License-Identifier: MIT
"""History: older steps go back one at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from walkthrough.model import FixedClock, Refused, Workbook
from walkthrough.model.commands.collaborative import DescribeCollaborative, NameCollaborative
from walkthrough.model.queries.history import history
from walkthrough.model.queries.overview import head
from walkthrough.ui.dialogs.history import HistoryDialog


def test_steps_of_another_day_go_back_one_at_a_time_by_keyboard(qtbot, tmp_path):
    clock = FixedClock(datetime(2026, 10, 20, 12, tzinfo=UTC))
    book = Workbook.create(tmp_path / "w.walkthrough", clock=clock)
    book.do(NameCollaborative("Juniper"))
    book.do(DescribeCollaborative({"purpose": "Families stay together"}))
    clock.moment += timedelta(days=30)
    with pytest.raises(Refused, match="undo_older"):
        book.undo()
    dialog = HistoryDialog(book, lambda key: "")
    qtbot.addWidget(dialog)
    dialog.show()
    assert [line.is_undone for line in book.read(history)] == [False, False]
    QTest.keyClick(dialog.steps, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.back
    QTest.keyClick(dialog.back, Qt.Key.Key_Space)
    assert book.read(head).purpose == ""
    assert [line.is_undone for line in book.read(history)] == [True, False]
    assert "Undone" in dialog.told.text()
    QTest.keyClick(dialog.back, Qt.Key.Key_Space)
    assert book.read(head) is None
    assert not dialog.back.isEnabled()
    book.close()
