# SPDX-License-Identifier: MIT
"""Help in the moment (F1 in a live meeting): short, plain, by keys; and the keys of the live screen."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from tests.journeys.keys import Fingers, Key, focus
from walkthrough.model.rules.reading import hard_sentences
from walkthrough.ui.screens.live.help_texts import TOPICS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def live(start, tmp_path, sample_workbook_file):
    windows = start(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough"))
    windows.hand = Fingers(windows.window)
    windows.hand.ctrl(Key.Key_L)
    windows.page = windows.window.stack.page
    return windows


def test_f1_opens_help_arrows_choose_and_esc_closes(live):
    before, panel = focus(), live.page.sides.help
    live.hand.press(Key.Key_F1)
    assert panel.list.hasFocus()
    told = panel.text()
    live.hand.press(Key.Key_Down)
    assert panel.text() != told
    live.hand.press(Key.Key_Escape)
    assert panel.isHidden()
    assert focus() is before


def test_help_is_there_for_each_moment_that_was_asked_for(live):
    panel = live.page.sides.help
    assert [topic.key for topic in TOPICS] == [
        "blame", "one_voice", "nobody", "silent", "painful", "client", "silent_write", "round_robin",
    ]  # fmt: skip
    for topic in TOPICS:
        panel.list.choose(topic.key)
        assert panel.text().count("\n") == len(topic.lines) - 1
        assert "{" not in panel.text()


def test_a_named_client_is_told_the_key_that_removes_for_good(live):
    live.page.sides.help.list.choose("client")
    text = live.page.sides.help.text()
    assert "F9" in text
    assert "Ctrl+Shift+Del" in text


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
def test_every_help_reads_at_grade_eight_or_below(topic):
    words = " ".join(line.format(blank="F9", rest="F8", remove="Del") for line in topic.lines)
    assert hard_sentences(words) == []


def test_help_leads_to_all_keys(live):
    titles = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        titles.append(dialog.windowTitle())
        dialog.reject()

    live.hand.press(Key.Key_F1)
    QTimer.singleShot(200, look)
    live.page.sides.help.keys.click()
    assert titles == ["Keys"]


def test_one_panel_at_a_time(live):
    live.hand.press(Key.Key_F1)
    live.hand.press(Key.Key_A, with_=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert live.page.sides.help.isHidden()
    assert live.page.sides.roll.isVisible()
