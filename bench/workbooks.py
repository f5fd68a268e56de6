# SPDX-License-Identifier: MIT
"""Workbooks to measure with: the sample filled up with findings, by the program's own commands."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from sqlalchemy import Connection

from walkthrough.model import Workbook
from walkthrough.model.commands.entry import RecordEntries, RecordEntry
from walkthrough.model.words import Kind

AT_ONCE = 5_000
LINE = (
    "waiting list intake court family treatment bed referral form consent visit transport worker letter"
    " phone hearing plan agency school health housing child parent partner week month days before after"
)
WORDS = tuple(LINE.split())


def sample(path: Path) -> Path:
    """The sample workbook, as the program writes it."""
    subprocess.run([sys.executable, "-m", "walkthrough", "sample", str(path)], check=True)
    return path


def filled(path: Path, findings: int, seed: int = 1) -> Path:
    """The sample with so many findings more, spread over its stations and lanes."""
    book = Workbook.open(sample(path))
    chance = random.Random(seed)
    everywhere = book.read(places)
    for start in range(0, findings, AT_ONCE):
        count = min(AT_ONCE, findings - start)
        book.do(RecordEntries(tuple(_finding(chance, everywhere) for _ in range(count))))
    book.settle()
    book.close()
    return path


def words(chance: random.Random, count: int = 9) -> str:
    """A line of so many words, as long as what people type."""
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize()


def places(connection: Connection) -> list[tuple[str, str, str]]:
    """Every (walk, station, lane) there is."""
    query = (
        "select station.walk_id, station.id, lane.id from station join lane on lane.walk_id = station.walk_id"
    )
    return [tuple(row) for row in connection.exec_driver_sql(query)]


def _finding(chance: random.Random, places: list[tuple[str, str, str]]) -> RecordEntry:
    walk, station, lane = chance.choice(places)
    kind = chance.choice((Kind.BARRIER, Kind.BARRIER, Kind.PRACTICE))
    return RecordEntry(kind, words(chance), walk_id=walk, station_id=station, lane_id=lane)
