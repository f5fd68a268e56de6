# SPDX-License-Identifier: MIT
"""A live meeting as a closed file, made once, and a wall that looks at a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model.live_meeting import Live, Wall, go_live
from walkthrough.model.workbook import Workbook


@pytest.fixture(scope="session")
def live_meeting_file(sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workbook with its next meeting live, as a closed file."""
    path = tmp_path_factory.mktemp("live") / "live.walkthrough"
    shutil.copyfile(sample_workbook_file, path)
    book = Workbook.open(path)
    go_live(book)
    book.settle()
    book.close()
    return path


@pytest.fixture
def wall(live_meeting_file: Path, tmp_path: Path) -> Iterator[Wall]:
    """What the room sees of an open copy of it."""
    path = tmp_path / "live.walkthrough"
    shutil.copyfile(live_meeting_file, path)
    book = Workbook.open(path)
    yield Wall(book)
    book.close()


@pytest.fixture
def keys(wall: Wall) -> Live:
    """The keys of that meeting."""
    return wall.keys
