# SPDX-License-Identifier: MIT
"""Thousands of random commands over every table: undo all is the start, redo all the end, also reopened.

Hypothesis finds short failing stories; long ones come from plain dice, because its own long runs degenerate.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.model.any_rows import Delete, Edit, Insert, Move, Random, Whole, exact, whole
from walkthrough.model.changes import ChangeSet
from walkthrough.model.clock import FixedClock
from walkthrough.model.store.integrity import faults_in
from walkthrough.model.workbook import Workbook

CLOCK = FixedClock(datetime(2026, 3, 4, 12, tzinfo=UTC))
SEEDS = st.integers(0, 2**32)


def net_changes(changes: ChangeSet) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    """First and last image of every row that a step touched; rows that came out as they were are left out."""
    net: dict[tuple[str, str], tuple[str | None, str | None]] = {}
    for change in changes.changes:
        key = (change.table, change.id)
        first = net[key][0] if key in net else exact(change.old and dict(change.old))
        net[key] = (first, exact(change.new and dict(change.new)))
    return {key: images for key, images in net.items() if images[0] != images[1]}


def difference(before: Whole, after: Whole) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    return {key: (exact(before.get(key)), exact(after.get(key))) for key in keys}


class Commands(RuleBasedStateMachine):
    """A workbook beside the list of all that it ever was."""

    blank: Path

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "random.walkthrough"
        shutil.copyfile(self.blank, self.path)
        self.book = Workbook.open(self.path, clock=CLOCK)
        self.states = [self.book.read(whole)]
        self.at = 0

    def do(self, command: Random) -> None:
        before = self.states[self.at]
        changes = self.book.do(command)
        now = self.book.read(whole)
        assert difference(before, now) == (net_changes(changes) if changes else {})
        if changes is not None:
            self.at += 1
            self.states[self.at :] = [now]

    @rule(seed=SEEDS, rows=st.integers(1, 8))
    def insert(self, seed: int, rows: int) -> None:
        self.do(Insert(seed, rows))

    @rule(seed=SEEDS)
    def insert_many(self, seed: int) -> None:
        self.do(Insert(seed, 30))

    @rule(seed=SEEDS)
    def edit(self, seed: int) -> None:
        self.do(Edit(seed))

    @rule(seed=SEEDS)
    def move(self, seed: int) -> None:
        self.do(Move(seed))

    @rule(seed=SEEDS)
    def delete(self, seed: int) -> None:
        self.do(Delete(seed))

    @rule(times=st.integers(1, 6))
    def undo(self, times: int) -> None:
        for _ in range(times):
            changes = self.book.undo()
            assert (changes is None) == (self.at == 0)
            self.at -= changes is not None
        assert self.book.read(whole) == self.states[self.at]

    @rule(times=st.integers(1, 6))
    def redo(self, times: int) -> None:
        for _ in range(times):
            changes = self.book.redo()
            assert (changes is None) == (self.at == len(self.states) - 1)
            self.at += changes is not None
        assert self.book.read(whole) == self.states[self.at]

    @rule(roll=st.integers(0, 3))
    def reopen_at_times(self, roll: int) -> None:
        if roll == 0:
            self.reopen()

    def reopen(self) -> None:
        self.book.close()
        self.book = Workbook.open(self.path, clock=CLOCK)
        assert self.book.read(whole) == self.states[self.at]

    def teardown(self) -> None:
        try:
            while self.book.undo():
                pass
            assert self.book.read(whole) == self.states[0]
            self.at = 0
            self.reopen()
            while self.book.redo():
                pass
            assert self.book.read(whole) == self.states[-1]
            assert sound(self.book)
        finally:
            self.book.close()
            self.folder.cleanup()


def sound(book: Workbook) -> bool:
    with book._writer.begin() as connection:
        found = faults_in(connection)
    assert found == ()
    return True


@pytest.mark.timeout(180)
def test_random_commands_undo_and_redo_come_out_exactly(blank_workbook_file: Path):
    Commands.blank = blank_workbook_file
    run_state_machine_as_test(
        Commands,
        settings=settings(
            max_examples=40,
            stateful_step_count=50,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


class Soak:
    """One long run of plain dice; what the workbook was is kept as a hash by depth of the undo stack."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.dice = random.Random(seed)
        self.book = Workbook.open(path, clock=CLOCK)
        self.hashes = {0: self.hash()}
        self.depth = self.top = 0

    def hash(self) -> str:
        rows = sorted(self.book.read(whole).items())
        return hashlib.sha256(repr(rows).encode()).hexdigest()

    def step(self) -> None:
        roll = self.dice.random()
        if roll < 0.7:
            kind = self.dice.choices((Insert, Edit, Move, Delete), (4, 8, 3, 2))[0]
            self.do(kind(self.dice.getrandbits(32)))
        elif roll < 0.98:
            back = self.dice.random() < 0.5
            for _ in range(self.dice.randint(1, 6)):
                self.back() if back else self.forth()
        else:
            self.book.close()
            self.book = Workbook.open(self.path, clock=CLOCK)

    def do(self, command: Random) -> None:
        if self.book.do(command) is not None:
            self.hashes = {depth: value for depth, value in self.hashes.items() if depth <= self.depth}
            self.depth = self.top = self.depth + 1

    def back(self) -> bool:
        done = self.book.undo() is not None
        assert done == (self.depth > 0)
        self.depth -= done
        return done

    def forth(self) -> bool:
        done = self.book.redo() is not None
        assert done == (self.depth < self.top)
        self.depth += done
        return done

    def compare(self) -> None:
        assert self.hashes.setdefault(self.depth, self.hash()) == self.hash()

    def run(self, steps: int) -> None:
        for number in range(steps):
            self.step()
            if number % 50 == 0:
                self.compare()
        self.forth_to_the_end()
        self.compare()
        known = len(self.hashes)
        while self.back():
            if self.depth in self.hashes:
                self.compare()
        self.book.close()
        self.book = Workbook.open(self.path, clock=CLOCK)
        self.forth_to_the_end()
        assert known > 2
        assert sound(self.book)
        self.book.close()

    def forth_to_the_end(self) -> None:
        while self.forth():
            if self.depth in self.hashes:
                self.compare()


@pytest.mark.timeout(180)
@pytest.mark.slow  # the suite has the runs of Hypothesis; one long seeded run is for `make soak`
def test_two_thousand_random_steps_come_out_exactly(blank_workbook_file: Path, tmp_path: Path):
    path = tmp_path / "soak.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    Soak(path, seed=20260304).run(2_000)


@pytest.mark.slow
def test_ten_thousand_random_steps_come_out_exactly(blank_workbook_file: Path, tmp_path: Path):
    path = tmp_path / "soak.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    Soak(path, seed=1).run(10_000)
