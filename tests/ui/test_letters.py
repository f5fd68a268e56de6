# SPDX-License-Identifier: MIT
"""The letters that Alt presses: no two controls that show at once have the same one."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from walkthrough.model.workbook import Workbook
from walkthrough.ui.screen_makers import pages_here

Letters = dict[str, list[str]]


def letters_of(window) -> Letters:
    """Every letter with the controls and menus of the window that it presses."""
    found: Letters = defaultdict(list)
    for menu in window.menuBar().actions():
        found[QKeySequence.mnemonic(menu.text()).toString()].append(menu.text())
    for control in (*window.findChildren(QAbstractButton), *window.findChildren(QLabel)):
        is_label = isinstance(control, QLabel)
        if not control.isVisible() or (is_label and control.buddy() is None):
            continue
        letter = QKeySequence.mnemonic(control.text()).toString()
        if letter and (is_label or control.isEnabled()):
            found[letter].append(control.text())
    found.pop("", None)
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_letter_presses_two_controls_on_any_page_under_the_bar_of_what_was_left(
    start, sample_workbook_file, tmp_path, language
):
    book = tmp_path / "Sample.walkthrough"
    book.write_bytes(sample_workbook_file.read_bytes())
    left = Workbook.open(book)
    left.drafts.keep("stage-check/ladder-new/name", "left half typed")
    left.close()
    windows = start(book, "--screen", "home", "--language", language)
    assert windows.frame._offer.isVisible()
    twice = {}
    for name in pages_here():
        windows.frame.go(name)
        QTest.qWait(1)
        if name == "stage-check":
            windows.window.stack.page.private.more.click()
        both = {letter: texts for letter, texts in letters_of(windows.window).items() if len(texts) > 1}
        if both:
            twice[name] = both
    assert not twice
