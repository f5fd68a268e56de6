# SPDX-License-Identifier: MIT
"""Closing a meeting of 150 findings and 30 next steps: every file of it, in a process of its own."""

from __future__ import annotations

import os
import random
import subprocess
import time
from datetime import timedelta
from pathlib import Path

from bench import workbooks
from bench.figures import Figure
from walkthrough import paths
from walkthrough.model import Workbook
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.meeting import CloseMeeting, PlanMeeting
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.walk import lanes, stations, walk_head
from walkthrough.model.words import Kind

FINDINGS, STEPS, GOAL = 150, 30, 10.0


def figures(folder: Path) -> list[Figure]:
    """Close one meeting of the sample with that much in it, from the child's start to the folder's name."""
    path, out = workbooks.sample(folder / "meeting.walkthrough"), folder / "out"
    meeting = _held(path)
    backup = folder / "backups"
    backup.mkdir()
    book = Workbook.open(path, backups=backup)
    begin = time.perf_counter()
    book.do(CloseMeeting(meeting, book.clock.today() + timedelta(days=90)))
    book.backup_now("meeting")
    told = subprocess.run(
        [*paths.own_command(), "export", str(path), "--meeting", meeting, "-o", str(out), "--with-data"],
        env={**os.environ, "WALKTHROUGH_PROGRESS": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    seconds = time.perf_counter() - begin
    book.close()
    many = len(list(out.iterdir()))
    assert told.stdout.count("progress") > many / 2, "it says how far it is"
    name = f"close: {FINDINGS} findings, {STEPS} next steps, backup and {many} files"
    return [Figure(name, f"{seconds:.1f} s", f"{GOAL:.0f} s", seconds < GOAL)]


def _held(path: Path) -> str:
    chance = random.Random(3)
    book = Workbook.open(path)
    walk = book.read(walk_head)
    assert walk is not None
    here, across = book.read(stations, walk.id), book.read(lanes, walk.id)
    owners, today = book.read(partners), book.clock.today()
    meeting = PlanMeeting(today, {"title": "A long one", "walk_id": walk.id})
    book.do(meeting)
    for _number in range(FINDINGS):
        kind = chance.choice((Kind.BARRIER, Kind.PRACTICE))
        place, lane = chance.choice(here).id, chance.choice(across).id
        book.do(RecordEntry(kind, workbooks.words(chance, 12), walk.id, place, lane, meeting_id=meeting.id))
    for number in range(STEPS):
        values = {
            "owner_partner_id": owners[number % len(owners)].id,
            "due": today + timedelta(days=number),
            "meeting_id": meeting.id,
        }
        book.do(AddNextStep(workbooks.words(chance, 14), values))
    book.close()
    return meeting.id
