# SPDX-License-Identifier: MIT
"""A half-typed line outlives the program: it is offered again, and one Enter puts it back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.journeys import job_parts as job
from tests.journeys.keys import SHIFT, Fingers, Key, at, focus, wait_until
from walkthrough.model.queries.entries import entry_by_number
from walkthrough.model.store.integrity import check
from walkthrough.model.words import Kind
from walkthrough.ui.drafts import EVERY_MS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def left_behind(start, tmp_path) -> Path:
    """The files of a workbook as they lie on the disk while a line is half typed: as after a power cut."""
    windows = start()
    hand = Fingers(windows.window)
    job.make_a_workbook(hand)
    job.start_the_walk(hand)
    hand.enter("Nurses ask every family")
    hand.write("-No ride to the cl")
    QTest.qWait(EVERY_MS + 500)
    book = windows.frame.opened.workbook.path
    for file in (book, book.with_name(f"{book.name}-wal")):
        shutil.copyfile(file, tmp_path / file.name.replace(book.name, "found.walkthrough"))
    return tmp_path / "found.walkthrough"


def test_a_half_typed_line_is_offered_again_and_enter_puts_it_back(start, left_behind):
    windows = start(left_behind)
    hand = Fingers(windows.window)
    assert wait_until(lambda: at() == "draft.put_back")
    assert "ride" not in windows.frame._offer.text(), "the room may look"
    hand.press(Key.Key_Return)
    assert windows.window.stack.page.name == "walk"
    assert at() == "capture"
    assert focus().text() == "No ride to the cl"
    hand.enter("inic")
    first, second = (windows.frame.opened.workbook.read(entry_by_number, number) for number in (1, 2))
    assert (first.kind, first.text) == (Kind.PRACTICE, "Nurses ask every family")
    assert (second.kind, second.text) == (Kind.BARRIER, "No ride to the clinic")
    hand.ctrl(Key.Key_W)
    assert check(left_behind).sound


def test_it_waits_for_f6_and_thrown_away_it_is_gone(start, left_behind):
    windows = start(left_behind, "--screen", "walk")
    hand = Fingers(windows.window)
    assert wait_until(lambda: at() == "draft.put_back")
    hand.press(Key.Key_F6)
    assert at() == "capture"
    hand.press(Key.Key_F6, with_=SHIFT)
    assert at() == "draft.put_back"
    hand.press(Key.Key_Tab, Key.Key_Return)
    assert at() == "draft.put_back", "it asks first, and the same key again throws nothing away"
    hand.press(Key.Key_Tab, Key.Key_Return)
    assert windows.frame.opened.workbook.drafts.all() == ()
    assert at() == "capture"
