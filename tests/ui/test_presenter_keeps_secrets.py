# SPDX-License-Identifier: MIT
"""The presenter's window, while it is room-safe, is the same to the byte and to the word whatever stands in
private, paper, held and draft fields: in every part of a live meeting, through its pages.
"""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.model.live_meeting import go_live
from tests.planted_workbook import FillGaps, PlantColumns, PlantHeld, PlantSmall, plant
from tests.screen_texts import texts_of
from tests.settled import settle
from walkthrough.model.clock import FixedClock
from walkthrough.model.words import AgendaKind
from walkthrough.model.workbook import Workbook

PAGES = 3
"""So many times Page Down is pressed in each part."""
PARTS = tuple(kind for kind in AgendaKind if kind not in (AgendaKind.DASHBOARD, AgendaKind.BREAK))
MOMENT = datetime(2026, 12, 8, 13, 20, tzinfo=UTC)
MUST_BE_SAID = {"evidence.role": "somebody else"}
"""That an example says who saw it makes it complete, which the room may know; who it was, it may not."""
SECRET = "zqdraft she said her name"
OTHER = "five words of no weight"
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints"),
    pytest.mark.timeout(180),
]


@dataclass(frozen=True)
class Seen:
    """What anybody in front of the window sees, and what a screen reader reads there."""

    picture: bytes
    said: str


@pytest.fixture(scope="module")
def live_file(sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A live meeting with a row in every table, and held ones."""
    path = tmp_path_factory.mktemp("live") / "live.walkthrough"
    shutil.copyfile(sample_workbook_file, path)
    book = Workbook.open(path)
    go_live(book)
    for deed in (FillGaps(), PlantHeld({}), PlantSmall((3, 7), 4)):
        book.do(deed)
    book.settle()
    book.close()
    return path


@pytest.fixture(autouse=True)
def one_moment(monkeypatch):
    """Nothing differs because a minute went by."""
    monkeypatch.setattr("walkthrough.ui.frame.SystemClock", lambda: FixedClock(MOMENT))


def with_secrets(path: Path) -> list[str]:
    marks = plant(path, families=4)
    book = Workbook.open(path)
    book.drafts.keep("live/capture", SECRET)
    book.close()
    return [*marks.private.values(), *marks.paper.values(), *marks.held.values(), "zqdraft"]


def without(path: Path, marks: list[str]) -> None:
    """The same, but for the words themselves: empty where they may be, held rows with others."""
    assert marks
    empty = Path(str(path) + ".marks")
    shutil.copyfile(path, empty)
    told = plant(empty, families=4)
    empty.unlink()
    book = Workbook.open(path)
    book.do(PlantColumns({**dict.fromkeys({**told.private, **told.paper}, ""), **MUST_BE_SAID}))
    book.do(PlantHeld(dict.fromkeys(told.held, "wording that nobody minds")))
    book.drafts.keep("live/capture", OTHER)
    book.close()


def calm(windows) -> None:
    """The clock of the status line is no secret, and no part of the meeting."""
    windows.window.status.set_saved(QDateTime(2026, 12, 8, 13, 20, 0))
    windows.window.status.say("")
    windows.window.statusBar().findChild(QLabel, "said").clear()
    settle()


def seen(windows) -> Seen:
    calm(windows)
    image = windows.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return Seen(bytes(image.constBits()), texts_of(windows.window))


def differ(one: bytes, other: bytes) -> bool:
    """Whether anybody could see it. Qt lays a letter a hair apart from one time to the next: a few
    of 255 levels in a few pixels. A word that leaks is black on white.
    """
    if one == other:
        return False
    apart = [abs(a - b) for a, b in zip(one, other, strict=True) if a != b]
    return max(apart) > 8 or len(apart) > 2_000


def whole_meeting(start, path: Path) -> Iterator[tuple[tuple[AgendaKind, int], Seen]]:
    windows = start(path, "--screen", "overview")
    windows.window.resize(1093, 614)
    QTest.keyClick(windows.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = windows.window.stack.page
    assert page.name == "live"
    assert windows.room.safe
    for kind in PARTS:
        page.run.go_to_kind(kind)
        settle()
        for number in range(PAGES):
            yield (kind, number), seen(windows)
            page.part().page(1)
            settle()
    windows.window.close()


def test_the_presenter_window_is_equal_to_the_byte_with_and_without_secrets(start, live_file, tmp_path):
    secret, plain = tmp_path / "a" / "county.walkthrough", tmp_path / "b" / "county.walkthrough"
    for path in (secret, plain):
        path.parent.mkdir()
        shutil.copyfile(live_file, path)
    marks = with_secrets(secret)
    without(plain, marks)
    one, other = dict(whole_meeting(start, secret)), dict(whole_meeting(start, plain))
    assert one.keys() == other.keys()
    leaks = [(place, mark) for place, told in one.items() for mark in marks if mark in told.said.lower()]
    assert leaks == []
    for place, told in one.items():
        lines = told.said.splitlines(), other[place].said.splitlines()
        assert "\n".join(difflib.unified_diff(*lines, lineterm="", n=0)) == "", place
    assert [place for place in one if differ(one[place].picture, other[place].picture)] == []
    assert len({told.picture for told in one.values()}) > len(PARTS)  # a page that shows nothing is equal too


def test_held_wording_shows_as_soon_as_the_room_does_not_look(start, live_file, tmp_path):
    path = tmp_path / "county.walkthrough"
    shutil.copyfile(live_file, path)
    marks = with_secrets(path)
    windows = start(path, "--screen", "overview")
    QTest.keyClick(windows.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = windows.window.stack.page
    windows.room.confirm_alone()
    told = ""
    for kind in PARTS:
        page.run.go_to_kind(kind)
        settle()
        told += texts_of(windows.window).lower()
    assert [mark for mark in marks if mark in told]
