# SPDX-License-Identifier: MIT
"""Keys of the live screen: what goes wrong while a part answers one is told at once, not kept."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from walkthrough.model import FileTrouble
from walkthrough.ui.screens.live.keys import LiveKeys


@pytest.fixture
def told(monkeypatch):
    """What reached the frame's last resort, which says it to the user."""
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: heard.append(error))
    return heard


def listening(qtbot, answer):
    place = QWidget()
    qtbot.addWidget(place)
    rows = QListWidget()
    rows.addItems(["1 first", "2 second"])
    QVBoxLayout(place).addWidget(rows)
    place.keys = LiveKeys(place, (), answer)
    place.show()
    place.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    return rows


def test_a_full_disk_while_a_part_answers_a_key_is_told_once_and_the_key_ends_there(qtbot, told):
    def answer(_event):
        raise FileTrouble("cannot_write", path="meeting.walkthrough")

    rows = listening(qtbot, answer)
    QTest.keyClick(rows, Qt.Key.Key_2)
    assert [error.code for error in told] == ["cannot_write"]
    assert rows.currentRow() != 1, "the list took a key that the part had begun to answer"


def test_the_keys_after_a_trouble_reach_the_part_as_before(qtbot, told):
    heard = []

    def answer(event):
        heard.append(event.text())
        if len(heard) == 1:
            raise FileTrouble("cannot_write", path="meeting.walkthrough")
        return True

    rows = listening(qtbot, answer)
    for digit in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(rows, digit)
    assert heard == ["1", "2", "3"]
    assert len(told) == 1
