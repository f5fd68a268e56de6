# SPDX-License-Identifier: MIT
"""After a box is sealed, nobody who reads every byte learns an order, a time, a person or a single ballot.

The same look finds each of these where the program is made to keep too much: so it can fail.
"""

from __future__ import annotations

import logging
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from tests.fake_screens import LAPTOP, WALL
from tests.fake_screens import screens as screens
from tests.journeys.ballot_traces import Secret, traces
from tests.journeys.keys import Key, at
from tests.journeys.test_private_ratings import Room
from tests.journeys.test_private_ratings import county as county
from tests.model.asked import Asked, asked_in
from walkthrough import logs
from walkthrough.model.ballots import BallotBox, box_file, sealing
from walkthrough.model.ballots import box as box_module
from walkthrough.model.ballots import boxes as boxes_module
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.rules.ballots import Part
from walkthrough.model.store.interchange import export_data
from walkthrough.model.words import Kind, RatingMethod
from walkthrough.model.workbook import Workbook
from walkthrough.ui.crash import report_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
SMALL = ("Zephyrine Clinic", "Quillmoor Shelter")
QUESTIONS = 12


class Voting:
    """A room that answers twelve questions on paper, with a backup, a slip and an error in the middle."""

    def __init__(self, book: Workbook, folder: Path) -> None:
        self.book, self.folder = book, folder
        self.asked: Asked = asked_in(book, questions=QUESTIONS)
        self.secret = Secret(groups=SMALL)
        dice = random.Random(11)
        self.sheets = [[dice.choice((2, 3, 4, 4, 5, 0, 1)) for _ in range(QUESTIONS)] for _ in range(21)]

    def hold(self, pause: float = 0) -> None:
        """Open, cast, take one back, seal; `pause` seconds twice in the middle."""
        box = self.book.boxes.open_new(self.asked.questionnaire_head("Court", "Schools", *SMALL))
        for number, sheet in enumerate(self.sheets):
            part = ("Court", "Schools", "Court", "Schools", "", *SMALL)[number % 7]
            self.secret.cast(sheet, lambda sheet=sheet, part=part: box.cast(sheet, part))
            if number in (7, 14):  # so that whole seconds lie before and after some of the ballots
                time.sleep(pause)
            if number == 7:
                backup = self.book.backup_now("open-box")
                if backup is not None:
                    os.utime(backup.path, (0, 0))  # when it was made is no secret
                wrong = [5, 4, *sheet[2:]]
                self.secret.cast(wrong, lambda wrong=wrong: box.cast(wrong))
                box.take_back()
                report = self._error(box)
        self.book.seal(box)
        (self.folder / "crash.txt").write_text(report, encoding="utf-8")
        self.book.backup_now("sealed")
        self.book.idle()

    def _error(self, box: BallotBox) -> str:
        try:
            box.cast([*self.sheets[3], 9])
        except ValueError as error:
            return report_text(error)
        raise AssertionError


@pytest.fixture(autouse=True)
def log_and_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The log and what is put aside for a moment are looked through as well."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    root, level = logging.getLogger(), logs.log().level
    handler = logging.FileHandler(tmp_path / "walkthrough.log", encoding="utf-8")
    handler.setFormatter(logs.SafeFormatter())
    root.addHandler(handler)
    logs.log().setLevel(logging.INFO)
    yield
    logs.log().setLevel(level)
    root.removeHandler(handler)
    handler.close()


@pytest.fixture
def voting(workbook: Workbook, tmp_path: Path) -> Iterator[Voting]:
    workbook.close()
    book = Workbook.open(workbook.path, backups=tmp_path / "backups")
    yield Voting(book, tmp_path)
    book.close()


def test_a_sealed_box_leaves_no_trace_in_any_byte(voting: Voting, tmp_path: Path):
    voting.hold(pause=1.2)
    assert (tmp_path / "test.walkthrough-wal").exists(), "looked at with all that the log still holds"
    assert traces(tmp_path, voting.secret) == {}
    parts = voting.book.read(lambda c: c.exec_driver_sql("select name from asked_part").scalars().all())
    assert parts == ["Court", "Schools", ""]
    voting.book.close()
    assert traces(tmp_path, voting.secret) == {}


def test_paper_typed_in_on_the_screen_leaves_no_trace(county, start, tmp_path: Path):
    room = Room(start(county(12, RatingMethod.PAPER, 9), "--screen", "overview")).go_live()
    hand, panel = room.hand, room.panel
    hand.press(Key.Key_Return)
    hand.type("c")
    assert at() == "sheet_cells"
    dice, secret = random.Random(5), Secret()
    for number in range(9):
        sheet = [dice.choice((2, 3, 4, 4, 0, 1)) for _ in range(10)]
        secret.cast(sheet, lambda sheet=sheet: hand.type("".join(map(str, sheet))))
        assert panel.ballot_box.many_in == number + 1
        if number in (2, 6):
            QTest.qWait(1100)
            room.windows.frame.opened.drafts.keep_all()  # what happens every two seconds
    (box,) = room.boxes()
    assert traces(tmp_path, secret, at_work=True) == {"box": {box.name}}, "before it is sealed"
    panel.side.close_box.setFocus()
    hand.press(Key.Key_Return, Key.Key_Return)
    assert [ballots for ballots, _tallies in room.rounds()] == [9] * 10
    assert traces(tmp_path, secret, at_work=True) == {}
    room.windows.window.close()
    assert traces(tmp_path, secret) == {}


def test_a_laptop_passed_round_leaves_no_trace(county, start, screens, tmp_path: Path):
    windows = start(county(9, RatingMethod.PASS), "--screen", "overview")
    screens(LAPTOP, WALL)
    room = Room(windows).go_live()
    hand, secret = room.hand, Secret()
    hand.press(Key.Key_Return)
    hand.type("c")
    hand.press(Key.Key_Return)
    for number, answer in enumerate((4, 2, 0, 3, 3, 1, 4, 2, 3)):
        hand.press(Key.Key_Space)
        secret.cast([answer], lambda answer=answer: hand.press(Key(Key.Key_0 + answer), Key.Key_Return))
        if number in (2, 6):
            QTest.qWait(1100)
            windows.frame.opened.drafts.keep_all()
    hand.ctrl(Key.Key_Return)
    hand.press(Key.Key_Return, Key.Key_Return)
    assert room.rounds() == [(9, (1, 1, 2, 3, 2))]
    assert traces(tmp_path, secret, at_work=True) == {}
    windows.window.close()
    assert traces(tmp_path, secret) == {}


def test_while_a_box_is_open_the_workbook_and_its_backups_hold_nothing_of_it(voting: Voting, tmp_path: Path):
    box = voting.book.boxes.open_new(voting.asked.questionnaire_head("Court", *SMALL))
    for sheet in voting.sheets:
        voting.secret.cast(sheet, lambda sheet=sheet: box.cast(sheet, SMALL[0]))
    voting.book.settle()
    voting.book.backup_now("open-box")
    (tmp_path / "data.json").write_bytes(voting.book.read(export_data))
    found = traces(tmp_path, voting.secret)
    assert {kind: found.get(kind) for kind in ("box", "group")} == {
        "box": {box.path.name}, "group": {box.path.name},
    }  # fmt: skip
    assert set(found) <= {"box", "group", "time"}, "not even the box knows a ballot or an order"
    assert found.get("time", set()) <= {box.path.name}


Break = Callable[[Voting, pytest.MonkeyPatch], None]


def with_each_ballot(monkeypatch: pytest.MonkeyPatch, keep: Callable[[list[int]], object]) -> None:
    """Do something more whenever a ballot is cast."""
    cast = BallotBox.cast

    def told(box: BallotBox, answers: list[int], part: str = "") -> None:
        cast(box, answers, part)
        keep(list(answers))

    monkeypatch.setattr(BallotBox, "cast", told)


def keeps_the_box(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (box_module, boxes_module):
        monkeypatch.setattr(module, "destroy", lambda path: True)


def keeps_the_state_before(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    take = box_file._take_its_place

    def told(part: Path, path: Path) -> None:
        if path.exists():
            (voting.folder / "temporary" / "before").write_bytes(path.read_bytes())
        take(part, path)

    monkeypatch.setattr(box_file, "_take_its_place", told)


def never_seals(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voting.book, "seal", lambda box: None)


def journals_ballots(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(answers: list[int]) -> None:
        voting.book.do(RecordEntry(Kind.DECISION, ",".join(map(str, answers))))
        voting.book.undo()

    with_each_ballot(monkeypatch, keep)


def drafts_ballots(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(answers: list[int]) -> None:
        voting.book.drafts.keep("ballot", "".join(map(str, answers)))
        voting.book.drafts.drop("ballot")

    with_each_ballot(monkeypatch, keep)


def counts_in_the_workbook(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    with_each_ballot(monkeypatch, lambda _: voting.book.do(RecordEntry(Kind.DECISION, "One more is in")))


def logs_ballots(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    with_each_ballot(monkeypatch, lambda _: logs.log().info("a ballot is in"))


def writes_a_temporary_file(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(answers: list[int]) -> None:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(bytes(answers))

    with_each_ballot(monkeypatch, keep)


def seals_row_by_row(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[list[int]] = []
    with_each_ballot(monkeypatch, kept.append)
    seal = voting.book.seal

    def told(box: BallotBox) -> None:
        seal(box)
        for answers in kept:
            voting.book.do(RecordEntry(Kind.PARKED, str(answers[5])))

    monkeypatch.setattr(voting.book, "seal", told)


def makes_keys_early(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[RecordEntry] = []
    with_each_ballot(monkeypatch, lambda _: kept.append(RecordEntry(Kind.PARKED, "A ballot")))
    seal = voting.book.seal

    def told(box: BallotBox) -> None:
        seal(box)
        for entry in random.Random(3).sample(kept, len(kept)):
            voting.book.do(entry)

    monkeypatch.setattr(voting.book, "seal", told)


def shows_small_groups(voting: Voting, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(tallies: dict[str, Any]) -> tuple[Part, ...]:
        return tuple(Part(name, sum(of[0]), ((1, 1),) * len(of)) for name, of in tallies.items())

    monkeypatch.setattr(sealing, "split_of", told)


@pytest.mark.parametrize(
    ("broken", "kinds"),
    [
        (keeps_the_box, {"box", "group"}),
        (keeps_the_state_before, {"box", "group"}),
        (never_seals, {"box", "group"}),
        (journals_ballots, {"ballot", "time"}),
        (drafts_ballots, {"ballot", "time"}),
        (counts_in_the_workbook, {"time"}),
        (logs_ballots, {"time"}),
        (writes_a_temporary_file, {"ballot", "time"}),
        (seals_row_by_row, {"order"}),
        (makes_keys_early, {"time"}),
        (shows_small_groups, {"group"}),
    ],
)
def test_a_program_that_keeps_too_much_is_found_out(
    broken: Break, kinds: set[str], workbook: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    voting = Voting(workbook, tmp_path)
    broken(voting, monkeypatch)
    voting.hold(pause=1.2 if broken is logs_ballots else 0)
    assert kinds <= set(traces(tmp_path, voting.secret))
