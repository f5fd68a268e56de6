# SPDX-License-Identifier: MIT
"""kill -9 in the middle of each part of a live meeting: the restart offers to go on right there, fit for the
wall, with the half-typed line and the clock running on.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.keys import Fingers, Key, focus, wait_until
from tests.source_tree import ROOT
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.store.integrity import check
from walkthrough.model.words import AgendaKind
from walkthrough.model.workbook import Workbook

HALF = "nobody answers af"
PARTS = (
    *(AgendaKind.OPEN, AgendaKind.LAST_TIME, AgendaKind.WALK, AgendaKind.CHOOSE, AgendaKind.STAGE_CHECK),
    *(AgendaKind.NEXT_STEPS, AgendaKind.READ_BACK, AgendaKind.CLOSE),
)
"""The parts of the usual agenda; the other kinds are killed by `make soak`."""
pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system that can end a process hard"),
    pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints"),
]


@pytest.fixture
def path(sample_workbook_file: Path, tmp_path: Path) -> Path:
    """A county whose meeting of today has every kind of part."""
    path = Path(shutil.copyfile(sample_workbook_file, tmp_path / "county.walkthrough"))
    book = Workbook.open(path)
    parts = tuple((kind, str(kind), 10) for kind in AgendaKind)
    book.do(PlanMeeting(book.clock.today(), {"starts": "00:10", "ends": "23:50"}, parts))
    book.close()
    return path


def killed_in(path: Path, folder: Path, kind: AgendaKind) -> list[str]:
    """Let somebody go live as far as that, end them hard, and return what they saw last."""
    script = Path(__file__).with_name("live_child.py")
    with subprocess.Popen(
        [sys.executable, str(script), str(path), str(folder), str(kind), HALF],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        seen = process.stdout.readline().split()
        os.kill(process.pid, signal.SIGKILL)
    return seen


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind in PARTS else pytest.mark.slow) for kind in AgendaKind]
)
def test_a_meeting_that_was_killed_goes_on_right_there(kind, path, start, tmp_path):
    seen = killed_in(path, tmp_path / "data", kind)
    assert seen[1] == kind, seen
    assert check(path).sound
    windows = start(path, "--screen", "overview")
    hand = Fingers(windows.window)
    bar = windows.frame._bar
    assert bar.isVisible()
    assert focus() is bar._go_on
    assert HALF not in bar.text()
    hand.press(Key.Key_Return)
    page = windows.window.stack.page
    assert page.name == "live"
    assert windows.window.room.safe
    showing = page.run.showing()
    assert [showing.meeting_id, showing.part, showing.station_id or "-", str(showing.page)] == seen[:4]
    assert page.run.clock.now.timer_ends.isoformat() == seen[4]
    assert 0 < page.run.clock.timer_left() <= 600
    assert focus().objectName() == "draft.put_back"
    hand.press(Key.Key_Return)
    assert wait_until(lambda: page.line.line.text == seen[5].replace("_", " "))
    assert page.line.isVisible()
    assert focus() is page.line.text.control


def test_the_half_typed_line_alone_leads_back_into_the_meeting(path, start, tmp_path):
    killed_in(path, tmp_path / "data", AgendaKind.CHOOSE)
    windows = start(path, "--screen", "overview")
    windows.frame._offer._put_back.click()
    page = windows.window.stack.page
    assert page.name == "live"
    assert page.run.course.kind is AgendaKind.CHOOSE
    assert page.line.line.text == HALF
    assert not windows.frame._bar.isVisible()
