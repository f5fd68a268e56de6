# SPDX-License-Identifier: MIT
"""kill -9 during capture, a hundred times: what was called saved is there, what was half typed is offered."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_tree import ROOT
from walkthrough.model.store.integrity import check
from walkthrough.model.workbook import Workbook

KILLS = 100

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


@pytest.fixture
def path(blank_workbook_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(blank_workbook_file, tmp_path / "killed.walkthrough"))


@pytest.fixture
def typist(path: Path) -> Iterator[subprocess.Popen[str]]:
    script = Path(__file__).with_name("recording_child.py")
    with subprocess.Popen(
        [sys.executable, str(script), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        yield process
        process.stdin.close()


def type_and_be_killed(typist: subprocess.Popen[str], first: int, dice: random.Random) -> list[list[str]]:
    """Let somebody type, end it at a random moment, and return all that was told to them."""
    typist.stdin.write(f"{first}\n")
    typist.stdin.flush()

    def line() -> list[str]:
        words = typist.stdout.readline().split()
        assert words, "the typist has stopped"
        return words

    told = [line()]
    told += [line() for _ in range(dice.randint(0, 8))]
    time.sleep(dice.uniform(0, 0.006 if len(told) > 1 else 0.03))
    os.kill(int(told[0][1]), signal.SIGKILL)
    while told[-1] != ["ended"]:
        told.append(line())
    return told


def decisions(path: Path) -> set[str]:
    book = Workbook.open(path)
    found = set(book.read(lambda c: c.exec_driver_sql("select text from decision").scalars().all()))
    book.close()
    return found


@pytest.mark.timeout(120)
def test_a_hundred_kills_lose_nothing_that_was_called_saved(typist: subprocess.Popen[str], path: Path):
    dice, saved, endings = random.Random(43), set(), set()
    last, offers = ["nothing"], 0
    for kill in range(KILLS + 1):
        told = type_and_be_killed(typist, first=kill * 1000, dice=dice)
        for words in told:
            if words[0] == "open":  # what the next one finds
                there, offered = int(words[1]), words[2:]
                assert len(saved) <= there <= len(saved) + kill
                offers += bool(offered) and offered == last[1:2]
                assert last[0] != "kept" or offered == last[1:2] or f"Decision {last[1]}" in decisions(path)
        saved |= {f"Decision {words[1]}" for words in told if words[0] == "saved"}
        if told[-2][0] != "started":  # killed before it looked: the one after it will find the draft
            last = told[-2]
        endings.add(last[0])
        if kill % 25 == 0:
            assert saved <= decisions(path)
    assert saved <= decisions(path)
    assert check(path).faults == ()
    assert len(saved) > KILLS // 2
    assert offers > 0
    assert endings >= {"kept", "saved"}
