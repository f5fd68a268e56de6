# SPDX-License-Identifier: MIT
"""Every screen with 100,000 findings in the workbook: the time to its rows, its slowest query; commits."""

from __future__ import annotations

import random
from pathlib import Path

from bench import workbooks
from bench.figures import Figure, milliseconds, percentile
from bench.windows import opened, seconds, timed_reads
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.words import Kind
from walkthrough.ui.frame import Frame
from walkthrough.ui.screen_makers import pages_here

COMMITS, GOAL = 300, 0.050


def figures(path: Path) -> list[Figure]:
    """Visit each page twice, the first time to load its code with a small workbook."""
    small = workbooks.sample(path.with_name("small.walkthrough"))
    frame = opened(small)
    names = [name for name in pages_here() if name != "home"]
    for name in names:
        frame.go(name)
    frame.open_book(path, "home")
    reads = timed_reads(frame.opened.workbook)
    found = [_visit(frame, name, reads) for name in names]
    found.append(_commits(frame))
    frame.window.close()
    return found


def _visit(frame: Frame, name: str, reads: list[float]) -> Figure:
    reads.clear()
    shown = seconds(lambda: frame.go(name))
    slowest = max(reads, default=0.0)
    measured = f"{milliseconds(shown)}, slowest of {len(reads)} queries {milliseconds(slowest)}"
    return Figure(f"{name}, 100,000 findings: shown", measured, "50 ms", max(shown, slowest) <= GOAL)


def _commits(frame: Frame) -> Figure:
    chance = random.Random(2)
    book = frame.opened.workbook
    places = book.read(workbooks.places)
    times = []
    for _ in range(COMMITS):
        walk, station, lane = chance.choice(places)
        entry = RecordEntry(
            Kind.BARRIER, workbooks.words(chance), walk_id=walk, station_id=station, lane_id=lane
        )
        times.append(seconds(lambda entry=entry: book.do(entry)))
    measured = f"p50 {milliseconds(percentile(times, 0.5))}, longest {milliseconds(max(times))}"
    return Figure(f"commit, 100,000 findings: {COMMITS} times", measured, "50 ms", max(times) <= GOAL)
