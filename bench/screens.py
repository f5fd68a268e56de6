# SPDX-License-Identifier: MIT
"""Every screen with 100,000 findings in the workbook: made and shown, read again, its slowest query; commits.

Processor time stands beside the time that passed, because a shared machine lengthens only the latter.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
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
    found = [figure for name in names for figure in _visit(frame, name, reads)]
    found.append(_commits(frame))
    frame.close_book()  # its pages must not read again what is gone by then
    frame.window.close()
    return found


def _visit(frame: Frame, name: str, reads: list[float]) -> list[Figure]:
    reads.clear()
    made = _shown(f"{name}, 100,000 findings: made and shown", lambda: frame.go(name))
    again = _shown(f"{name}, 100,000 findings: read again and shown", frame.window.stack.page.refresh)
    slowest = max(reads, default=0.0)
    query = f"{milliseconds(slowest)}, slowest of {len(reads)}"
    return [made, again, Figure(f"{name}, 100,000 findings: query", query, "50 ms", slowest <= GOAL)]


def _shown(what: str, work: Callable[[], object]) -> Figure:
    begin = time.process_time()
    passed = seconds(work)
    measured = f"{milliseconds(passed)}, {milliseconds(time.process_time() - begin)} of processor time"
    return Figure(what, measured, "50 ms", passed <= GOAL)


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
