# SPDX-License-Identifier: MIT
"""Nothing but what the room may see comes to the wall: SQLite itself says which columns were read, and the
same public state gives the same views whatever the secrets are.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, func, select

from tests.model.live_meeting import Live, every_showing, keys_of
from tests.planted_workbook import FillGaps, PlantColumns, PlantHeld, PlantSmall, plant
from walkthrough.model.queries.promises import promises_of
from walkthrough.model.queries.wall import ladder
from walkthrough.model.queries.wall.shapes import Walking
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.schema import Base, Finding, Privacy, Station
from walkthrough.model.showing import Call, Showing
from walkthrough.model.words import AgendaKind
from walkthrough.model.workbook import Workbook

MAY_READ_FIGURES = ladder.ladder_in_words.__code__
"""The only reader of private columns: RULES 3 lets a word out where the figure must stay, and the word is
made of the figure. Its rows hold no figure at all (see `LadderRung`).
"""
FIGURES = {f"family_count.families_{way}" for way in ("in", "on", "lost")}
READ = 20
"""SQLITE_READ: a column is read, be it selected, filtered by or sorted by."""


def is_inside(code: Any) -> bool:
    """Whether a function is at work somewhere up the stack."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code is not code:
        frame = frame.f_back
    return frame is not None


@contextmanager
def reads_of(connection: Connection) -> Iterator[list[str]]:
    """Every column that SQLite reads meanwhile and that is not the room's, as `table.column`."""
    found: list[str] = []

    def judge(action: int, table: str, name: str, *_rest: object) -> int:
        if action == READ and name and not is_open(table, name):
            found.append(f"{table}.{name}")
        return driver.SQLITE_OK

    def is_open(table: str, name: str) -> bool:
        column = getattr(Base.metadata.tables.get(table), "c", {}).get(name)
        if column is None:
            return False
        is_room = column.info["privacy"] is Privacy.ROOM
        return is_room or (str(column) in FIGURES and is_inside(MAY_READ_FIGURES))

    raw: Any = connection.connection.dbapi_connection
    raw.set_authorizer(judge)
    try:
        yield found
    finally:
        raw.set_authorizer(None)


def leaks(connection: Connection, showing: Showing) -> list[str]:
    with reads_of(connection) as found:
        wall_view(connection, showing)
    return found


@pytest.fixture(scope="module")
def live_file(live_meeting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A live meeting, with a row in every table and a held one in each table that can hold any."""
    path = tmp_path_factory.mktemp("full") / "live.walkthrough"
    shutil.copyfile(live_meeting_file, path)
    book = Workbook.open(path)
    for deed in (FillGaps(), PlantHeld({}), PlantSmall((20, 30), 9)):
        book.do(deed)
    book.settle()
    book.close()
    return path


@pytest.fixture
def live(live_file: Path, tmp_path: Path) -> Iterator[tuple[Workbook, Live]]:
    path = tmp_path / "live.walkthrough"
    shutil.copyfile(live_file, path)
    book = Workbook.open(path)
    yield book, book.read(keys_of)
    book.close()


def test_sqlite_reads_no_column_for_the_wall_that_is_not_the_rooms(live: tuple[Workbook, Live]):
    book, keys = live
    found = {(showing, leak) for showing in every_showing(keys) for leak in book.read(leaks, showing)}
    assert found == set()


@pytest.mark.parametrize(
    ("query", "leak"),
    [
        (select(Station.private_note), "station.private_note"),
        (select(Station.id).where(Station.private_note != ""), "station.private_note"),
        (select(Finding.id).order_by(Finding.made_at), "finding.made_at"),
        (ladder._counts(), "family_count.families_lost"),
    ],
)
def test_a_read_of_a_private_column_is_found(live: tuple[Workbook, Live], query: Any, leak: str):
    def read(connection: Connection) -> list[str]:
        with reads_of(connection) as found:
            connection.execute(query, {"walk": live[1].walk}).all()
        return found

    assert leak in live[0].read(read)


def test_a_read_of_the_journal_and_of_the_presenters_list_is_found(live: tuple[Workbook, Live]):
    book, keys = live

    def read(connection: Connection) -> list[str]:
        with reads_of(connection) as found:
            connection.exec_driver_sql("select label from chg_step").all()
            promises_of(connection, keys.meeting)
        return found

    assert {"chg_step.label", "next_step.owner", "next_step.private_note"} <= set(book.read(read))


def views(path: Path) -> dict[Showing, Any]:
    book = Workbook.open(path)
    try:
        return {showing: book.read(wall_view, showing) for showing in every_showing(book.read(keys_of))}
    finally:
        book.close()


@pytest.fixture(scope="module")
def without_secrets(live_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Showing, Any]:
    """Every view while all private and paper texts are empty."""
    path = tmp_path_factory.mktemp("without") / "live.walkthrough"
    shutil.copyfile(live_file, path)
    planted = plant(path)
    shutil.copyfile(live_file, path)
    book = Workbook.open(path)
    book.do(PlantColumns(dict.fromkeys({**planted.private, **planted.paper}, "")))
    book.settle()
    book.close()
    return views(path)


def test_the_wall_is_the_same_with_and_without_secrets(
    live_file: Path, without_secrets: dict[Showing, Any], tmp_path: Path
):
    path = tmp_path / "planted.walkthrough"
    shutil.copyfile(live_file, path)
    plant(path, families=5)
    planted = views(path)
    assert planted == without_secrets == views(live_file)
    assert "zq" not in repr(planted)


def test_planted_words_of_the_room_would_be_seen(live_file: Path, tmp_path: Path):
    path = tmp_path / "planted.walkthrough"
    shutil.copyfile(live_file, path)
    book = Workbook.open(path)
    book.do(PlantColumns({"finding.text": "zqtold"}))
    book.settle()
    book.close()
    assert "zqtold" in repr(views(path))


def test_a_figure_gives_no_more_than_its_word(live: tuple[Workbook, Live]):
    book, keys = live
    showing = Showing(keys.meeting, AgendaKind.WALK, keys.station, call=Call.LADDER)
    shown = []
    for lost in (1, 7, 150, 250):
        book.do(PlantSmall((20, 30), lost))
        view = book.read(wall_view, showing)
        assert isinstance(view, Walking)
        shown.append(view.ladder)
    assert shown[0] == shown[1] == shown[2] != shown[3]
    assert not any(sign.isdigit() for rung in shown[3] for sign in f"{rung.word}{rung.certainty}")


def test_the_planted_workbook_holds_what_the_wall_could_show(live: tuple[Workbook, Live]):
    """A wall that shows nothing would pass every test above."""
    book, keys = live
    shown = {showing: book.read(wall_view, showing) for showing in every_showing(keys)}
    empty = [
        f"{type(view).__name__}.{name}"
        for view in shown.values()
        for name in view.__struct_fields__
        if not any(_filled(other, type(view), name) for other in shown.values())
    ]
    assert set(empty) <= {"Closing.next_day"}
    assert book.read(lambda at: at.execute(select(func.count()).where(Finding.held)).scalar()) >= 2


def _filled(view: Any, kind: type[Any], name: str) -> bool:
    return type(view) is kind and bool(getattr(view, name))
