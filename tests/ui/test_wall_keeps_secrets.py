# SPDX-License-Identifier: MIT
"""The audience window is the same to the byte and to the word, whatever stands in private, paper and held
fields: in every part of the meeting, on a real window on a second screen.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.fake_screens import LAPTOP, WALL
from tests.model.live_meeting import every_showing, go_live, keys_of
from tests.planted_workbook import FillGaps, PlantColumns, PlantHeld, PlantSmall, plant
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.model.workbook import Workbook
from walkthrough.ui.room import RoomState, ScreenWatch
from walkthrough.ui.theme import Theme
from walkthrough.ui.wall.frame import WallClock
from walkthrough.ui.wall.keep_awake import KeepAwake
from walkthrough.ui.wall.projection import Projection

_TEXTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


@dataclass(frozen=True)
class Seen:
    """What the room sees and a screen reader on the wall would read."""

    picture: str
    said: tuple[str, ...]


@pytest.fixture(scope="module")
def live_file(sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A live meeting with a row in every table, and held ones."""
    path = tmp_path_factory.mktemp("live") / "live.walkthrough"
    shutil.copyfile(sample_workbook_file, path)
    book = Workbook.open(path)
    go_live(book)
    for deed in (FillGaps(), PlantHeld({}), PlantSmall((20, 30), 9)):
        book.do(deed)
    book.settle()
    book.close()
    return path


@pytest.fixture
def wall(qtbot, screens):
    """A wall on a second screen."""
    Theme().apply(QApplication.instance(), "light")
    screens(LAPTOP, WALL.sized(1024, 768))
    room, presenter = RoomState(), QWidget()
    qtbot.addWidget(presenter)
    watch = ScreenWatch(room, presenter)
    assert watch is not None
    presenter.show()
    projection = Projection(room, presenter, parent=presenter, awake=KeepAwake(()))
    projection.start()
    assert projection.audience.screen().name() == "wall"
    yield projection
    projection.stop()


def spoken_in(face) -> Iterator[str]:
    yield from (face.text(kind) for kind in _TEXTS)
    for number in range(face.childCount()):
        yield from spoken_in(face.child(number))


def seen(projection: Projection) -> Seen:
    audience = projection.audience
    audience.draw_now()
    image = audience.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    said = spoken_in(QAccessible.queryAccessibleInterface(audience))
    return Seen(sha256(image.constBits()).hexdigest(), tuple(said))


def places(book: Workbook) -> Iterator[Showing]:
    """Of each kind of place in the meeting one; `tests/model/test_wall_leaks.py` goes to all of them."""
    known = set()
    for showing in every_showing(book.read(keys_of)):
        kind = (showing.part, showing.call, bool(showing.at), showing.revealed)
        if kind not in known:
            known.add(kind)
            yield showing


def meeting_on(projection: Projection, path: Path, part: AgendaKind | None = None) -> dict[Showing, Seen]:
    """The meeting as the wall shows it."""
    book, pictures = Workbook.open(path), {}
    try:
        for showing in places(book):
            if part not in (None, showing.part):
                continue
            projection.set_view(book.read(wall_view, showing), WallClock("timer", 245))
            pictures[showing] = seen(projection)
    finally:
        book.close()
    return pictures


@pytest.mark.timeout(180)
def test_the_audience_window_is_equal_to_the_byte_with_and_without_secrets(wall, live_file, tmp_path):
    planted_file, empty_file = tmp_path / "planted.walkthrough", tmp_path / "empty.walkthrough"
    shutil.copyfile(live_file, planted_file)
    marks = plant(planted_file, families=5)
    shutil.copyfile(live_file, empty_file)
    book = Workbook.open(empty_file)
    book.do(PlantColumns(dict.fromkeys({**marks.private, **marks.paper}, "")))
    book.settle()
    book.close()
    planted, empty = meeting_on(wall, planted_file), meeting_on(wall, empty_file)
    assert planted.keys() == empty.keys()
    assert [showing for showing in planted if planted[showing] != empty[showing]] == []
    assert not [text for one in planted.values() for text in one.said if "zq" in text]
    assert len({one.picture for one in planted.values()}) > 10  # a wall that shows nothing would be equal too


def test_one_letter_that_the_room_may_see_changes_picture_and_words(wall, live_file, tmp_path):
    path = tmp_path / "told.walkthrough"
    shutil.copyfile(live_file, path)
    before = meeting_on(wall, path, AgendaKind.WALK)
    book = Workbook.open(path)
    book.do(PlantColumns({"finding.text": "zqtold"}))
    book.settle()
    book.close()
    after = meeting_on(wall, path, AgendaKind.WALK)
    changed = [showing for showing in before if before[showing] != after[showing]]
    assert changed
    assert any("zqtold" in text for one in after.values() for text in one.said)
