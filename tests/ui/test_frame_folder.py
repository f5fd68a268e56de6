# SPDX-License-Identifier: MIT
"""The real window where the data folder is not as it should be."""

from __future__ import annotations

import pytest


@pytest.fixture
def book(blank_workbook_file, tmp_path):
    path = tmp_path / "Bell.walkthrough"
    path.write_bytes(blank_workbook_file.read_bytes())
    return path


def test_a_damaged_file_offers_the_backups_if_there_are_any(start, book, tmp_path):
    (tmp_path / "data" / "backups").mkdir(parents=True)
    book.write_bytes(book.read_bytes()[:8192] + b"x" * 4096)
    windows = start()
    windows.answers.yes = False
    assert not windows.frame.open_book(book)
    assert windows.answers.said == ["This file cannot be opened"]


def test_a_data_folder_that_cannot_be_written_is_said_once_and_work_goes_on(start, book, tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")
    windows = start(book, "--screen", "overview")
    assert windows.window.status.said().startswith("Backups and settings cannot be kept")
    assert windows.answers.said == []
    windows.window.status.say("")
    windows.frame.close_book()
    assert windows.frame.open_book(book)
    assert windows.window.status.said() == ""
