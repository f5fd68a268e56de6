# SPDX-License-Identifier: MIT
"""One program per workbook: who has it is said, a crash locks nobody out, nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.source_tree import ROOT
from walkthrough.model import FileTrouble
from walkthrough.model.store.lock import Lock, lock_path
from walkthrough.model.workbook import Workbook

HOLD = (
    "import sys; from pathlib import Path; from walkthrough.model.store.lock import Lock;"
    "lock = Lock.take(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "county.walkthrough"


@pytest.fixture
def other_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def refusal(path: Path) -> FileTrouble:
    with pytest.raises(FileTrouble) as trouble:
        Lock.take(path)
    return trouble.value


def test_another_program_is_named_with_its_beginning(path: Path, other_program: subprocess.Popen[str]):
    trouble = refusal(path)
    assert trouble.code == "in_use"
    assert trouble.facts["who"]
    assert trouble.facts["host"]
    assert datetime.fromisoformat(str(trouble.facts["since"])).tzinfo is not None


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_a_program_that_was_killed_locks_nobody_out(path: Path, other_program: subprocess.Popen[str]):
    os.kill(other_program.pid, signal.SIGKILL)
    other_program.wait()
    assert lock_path(path).exists()
    Lock.take(path).give_back()
    assert not lock_path(path).exists()


def test_the_same_program_cannot_open_a_workbook_twice_by_any_name(path: Path):
    first = Lock.take(path)
    assert refusal(path.parent / "." / path.name).code == "in_use"
    if os.name != "nt":
        link = path.parent / "link"
        link.symlink_to(path.parent)
        assert refusal(link / path.name).code == "in_use"
    first.give_back()
    Lock.take(path).give_back()


def test_giving_back_twice_does_no_harm(path: Path):
    lock = Lock.take(path)
    lock.give_back()
    other = Lock.take(path)
    lock.give_back()
    assert refusal(path).code == "in_use"
    other.give_back()


def test_a_lock_file_of_nonsense_is_no_obstacle(path: Path):
    lock_path(path).write_bytes(b"\xff\x00 not JSON")
    Lock.take(path).give_back()


def test_a_workbook_leaves_one_file_behind(path: Path):
    book = Workbook.create(path)
    with pytest.raises(FileTrouble) as trouble:
        Workbook.open(path)
    assert trouble.value.code == "in_use"
    book.close()
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


def test_a_workbook_that_cannot_be_opened_is_not_locked(path: Path):
    path.write_bytes(b"something else")
    with pytest.raises(FileTrouble):
        Workbook.open(path)
    assert not lock_path(path).exists()
