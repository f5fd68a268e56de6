# SPDX-License-Identifier: MIT
"""A ballot box at the model: on the disk at each ballot, sealed once, and never in the way (RULES 2)."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.asked import STAGES, Asked, asked_in, code_of, filled, reread, rounds, rows, state, tallies
from walkthrough.model import FileTrouble, Refused
from walkthrough.model.ballots import BallotBox, box_file
from walkthrough.model.workbook import Workbook


@pytest.fixture
def asked(workbook: Workbook) -> Asked:
    return asked_in(workbook)


@pytest.fixture
def box(workbook: Workbook, asked: Asked) -> BallotBox:
    return workbook.boxes.open_new(asked.check_head())


def test_opening_and_casting_write_nothing_in_the_workbook(workbook: Workbook, asked: Asked):
    workbook.settle()
    before = workbook.path.read_bytes(), rows(workbook, "select * from chg_step")
    box = filled(workbook.boxes.open_new(asked.check_head()), 7)
    box.take_back()
    box.count_sheets(handed_out=9, spoilt=1)
    workbook.settle()
    assert (workbook.path.read_bytes(), rows(workbook, "select * from chg_step")) == before
    workbook.boxes.drop(box)
    assert sorted(path.name for path in workbook.path.parent.glob("*.ballots*")) == []
    assert workbook.boxes.found() == ()


def test_what_was_cast_is_on_the_disk_at_once_and_what_was_taken_back_is_not(box: BallotBox):
    box.cast((1, 2, 0))
    box.cast((4, 0, 3))
    assert state(reread(box)) == state(box) == (
        2, None, 0, (0, 1, 0, 0, 1), (1, 0, 1, 0, 0), (1, 0, 0, 1, 0),
    )  # fmt: skip
    assert box.can_take_back
    assert box.take_back()
    assert not box.can_take_back
    assert not box.take_back()
    assert state(reread(box)) == state(box) == (
        1, None, 0, (0, 1, 0, 0, 0), (0, 0, 1, 0, 0), (1, 0, 0, 0, 0),
    )  # fmt: skip
    assert not reread(box).can_take_back
    box.count_sheets(handed_out=12)
    box.count_sheets(spoilt=1)
    assert (reread(box).handed_out, reread(box).spoilt, reread(box).many_in) == (12, 1, 1)


ballots = st.lists(
    st.tuples(*[st.integers(0, STAGES)] * 3, st.sampled_from(["", "Court", "Schools"])), max_size=4
)


@settings(max_examples=6)
@given(cast=ballots, luck=st.randoms(use_true_random=False))
def test_the_file_tells_no_order_and_nothing_of_what_was_taken_back(
    cast: list[tuple[int, int, int, str]], luck: random.Random, tmp_path_factory: pytest.TempPathFactory
):
    asked = Asked()
    asked.dimension_ids[:] = ["one", "two"]
    head = msgspec.structs.replace(asked.check_head(), name="same", parts=("Court", "Schools"))
    folder = tmp_path_factory.mktemp("order")
    one, other = BallotBox.make(folder / "one", head), BallotBox.make(folder / "other", head)
    for *answers, part in cast:
        one.cast(answers, part)
    luck.shuffle(cast)
    for *answers, part in cast:
        other.cast((4, 4, 4), "Schools")
        other.take_back()
        other.cast(answers, part)
    assert one.path.read_bytes() == other.path.read_bytes()


def test_an_answer_that_is_none_is_refused_and_changes_nothing(box: BallotBox):
    filled(box, 2)
    before = state(box)
    for wrong in ((5, 1, 1), (1, -1, 1)):
        with pytest.raises(Refused) as refused:
            box.cast(wrong)
        assert code_of(refused) == "out_of_range"
    with pytest.raises(Refused):
        box.count_sheets(handed_out=-1)
    for mistake in (lambda: box.cast((1, 1)), lambda: box.cast((1, 1, 1), "nobody's")):
        with pytest.raises(ValueError, match=r"\d"):
            mistake()
    assert state(box) == state(reread(box)) == before


TOUCHING = {
    "open",
    "write",
    "flush",
    "fsync",
    "execute",
    "commit",
    "close",
    "replace",
    "rename",
    "link",
    "unlink",
}
"""Calls that can change what is on the disk."""


@contextmanager
def watched(look: Callable[[], Any]) -> Iterator[list[Any]]:
    """All that `look` ever saw on the disk while something ran, as if it had been killed at any call."""
    seen: list[Any] = []

    def note(_frame: Any, event: str, called: Any) -> None:
        if event not in ("c_call", "c_return") or getattr(called, "__name__", "") not in TOUCHING:
            return
        sys.setprofile(None)
        found = look()
        if not seen or found != seen[-1]:
            seen.append(found)
        sys.setprofile(note)

    sys.setprofile(note)
    try:
        yield seen
    finally:
        sys.setprofile(None)


def contents(folder: Path, start: str) -> dict[str, bytes]:
    """The files of a folder by what their names have after `start`."""
    found = (path for path in folder.iterdir() if path.name.startswith(start))
    return {path.name.removeprefix(start): path.read_bytes() for path in sorted(found)}


def put(folder: Path, start: str, found: dict[str, bytes]) -> None:
    for name, content in found.items():
        (folder / (start + name)).write_bytes(content)


@pytest.mark.parametrize("keeps_what_is_open", [False, True], ids=["elsewhere", "as on Windows"])
def test_a_ballot_that_is_cut_short_is_in_or_not_in_and_leaves_no_other_trace(
    workbook: Workbook,
    box: BallotBox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keeps_what_is_open: bool,
):
    monkeypatch.setattr(box_file, "KEEPS_WHAT_IS_OPEN", keeps_what_is_open)
    filled(box, 3)
    start, states = workbook.path.name + ".", {3: state(box)}
    with watched(lambda: contents(tmp_path, start)) as seen:
        box.cast((1, 2, 3))
    states[4] = state(box)
    found = set()
    endings = {name.rpartition(".")[2] for moment in seen for name in moment}
    assert endings == {"lock", "ballots", "part"} | ({"before"} if keeps_what_is_open else set())
    for moment in seen:
        box.destroy()
        put(tmp_path, start, moment)
        workbook.boxes._known.clear()
        (after,) = workbook.boxes.found()
        assert state(after) == states[after.many_in]
        found.add(after.many_in)
        assert set(contents(tmp_path, start)) == {f"{box.head.name}.ballots", "lock"}
        after.destroy()
    assert found == {3, 4}


@pytest.mark.parametrize("keeps_what_is_open", [False, True], ids=["elsewhere", "as on Windows"])
def test_the_old_state_is_overwritten_and_not_only_unlinked(
    box: BallotBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keeps_what_is_open: bool
):
    monkeypatch.setattr(box_file, "KEEPS_WHAT_IS_OPEN", keeps_what_is_open)
    filled(box, 3)
    os.link(box.path, tmp_path / "old bytes")
    box.cast((1, 2, 3))
    assert set((tmp_path / "old bytes").read_bytes()) == {0}
    os.link(box.path, tmp_path / "last bytes")
    box.destroy()
    assert set((tmp_path / "last bytes").read_bytes()) == {0}


def test_a_crash_while_sealing_seals_once_and_leaves_no_box(
    workbook: Workbook, box: BallotBox, tmp_path: Path
):
    filled(box, 6)
    workbook.settle()
    told, start = state(box)[3:], workbook.path.name

    def look() -> dict[str, bytes]:
        found = contents(tmp_path, start)
        return {name: content for name, content in found.items() if name not in (".lock", "-shm")}

    with watched(look) as seen:
        workbook.seal(box)
    assert len(seen) > 3, "the log, the box overwritten, the box gone"
    outcomes = set()
    for number, moment in enumerate(seen):
        put(tmp_path, f"crash {number}", moment)
        book = Workbook.open(tmp_path / f"crash {number}")
        for left in book.boxes.found():
            assert not rounds(book)
            outcomes.add("open")
            book.seal(left)
        outcomes.add("sealed")
        assert [(one[0], one[4], one[5]) for one in rounds(book)] == [(6, 1, box.head.name)] * 3
        assert tallies(book) == list(told)
        assert book.boxes.found() == book.boxes.damaged() == ()
        book.close()
        assert not [path.name for path in tmp_path.iterdir() if f"crash {number}." in path.name]
    assert outcomes == {"open", "sealed"}


def test_a_full_disk_is_said_and_the_ballot_is_not_in(
    box: BallotBox, tmp_path: Path, request: pytest.FixtureRequest
):
    resource = pytest.importorskip("resource")  # Windows has no limit on the size of a file
    filled(box, 3)
    before = state(box), contents(tmp_path, "test.walkthrough.")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    request.addfinalizer(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limits[1]))
    with pytest.raises(FileTrouble) as trouble:
        box.cast((1, 1, 1))
    assert code_of(trouble) in {"disk_full", "cannot_write"}
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (state(box), contents(tmp_path, "test.walkthrough.")) == before
    box.cast((1, 1, 1))
    assert reread(box).many_in == 4


def test_a_folder_that_is_closed_is_said_and_no_box_is_there(
    workbook: Workbook, asked: Asked, box: BallotBox, ordinary_user: Any
):
    filled(box, 5)
    workbook.path.parent.chmod(0o500)
    try:
        with ordinary_user:
            for try_it in (lambda: box.cast((1, 1, 1)), lambda: workbook.boxes.drop(box)):
                with pytest.raises(FileTrouble):
                    try_it()
            with pytest.raises(FileTrouble):
                workbook.boxes.open_new(asked.questionnaire_head())
    finally:
        workbook.path.parent.chmod(0o700)
    assert set(workbook.path.parent.glob("*.ballots*")) == {box.path}


def test_no_box_for_four_people_and_no_second_one_for_the_same(workbook: Workbook, asked: Asked):
    for people in (1, 4):
        with pytest.raises(Refused) as refused:
            workbook.boxes.open_new(asked.check_head(people=people))
        assert code_of(refused) == "too_few_people"
    filled(workbook.boxes.open_new(asked.check_head(people=5)), 1)
    with pytest.raises(Refused) as refused:
        workbook.boxes.open_new(asked.check_head(people=12))
    assert code_of(refused) == "box_open"
    other = filled(workbook.boxes.open_new(asked.questionnaire_head()), 6)
    assert {box.many_in for box in workbook.boxes.found()} == {1, 6}
    workbook.seal(other)
    assert [box.many_in for box in workbook.boxes.found()] == [1]


def test_a_box_file_that_somebody_deletes_is_written_again_by_the_next_ballot(box: BallotBox):
    filled(box, 4)
    box.path.unlink()
    box.cast((1, 1, 1))
    assert reread(box).many_in == 5


def test_a_box_that_could_not_be_seen_for_a_moment_is_the_same_box_afterwards(
    workbook: Workbook, box: BallotBox
):
    filled(box, 3)
    aside = box.path.rename(box.path.with_suffix(".synced"))
    assert workbook.boxes.found() == ()
    aside.rename(box.path)
    (again,) = workbook.boxes.found()
    filled(box, 2)  # by the page that is open over all this
    workbook.seal(again)
    assert rounds(workbook)[0][0] == 5, "no ballot that was acknowledged is lost"
