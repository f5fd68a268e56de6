# SPDX-License-Identifier: MIT
"""What the close of a live meeting writes: papers, backup, a copy for a stick; and what stands in its way."""

from __future__ import annotations

import errno
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.live_parts import Key, at, plan_meeting, show_part
from walkthrough.model import FileTrouble
from walkthrough.model.commands.collaborative import NameCollaborative
from walkthrough.model.commands.live import StartMeeting
from walkthrough.model.commands.meeting import CloseMeeting
from walkthrough.model.queries.closing import closing_meeting
from walkthrough.model.queries.plan_issue import PlanVersion, plan_version
from walkthrough.model.words import MeetingState
from walkthrough.ui.screens.live.close_part import ClosePart
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.stick import StickCopy
from walkthrough.ui.wording_ui import refusal_text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def meeting(workbook, at_desk):
    workbook.do(NameCollaborative("Bell & Knox"))
    key = plan_meeting(workbook, at_desk.desk.clock.today())
    workbook.do(StartMeeting(key))
    return key


@pytest.fixture
def show(qtbot, at_desk, meeting):
    return lambda **more: show_part(qtbot, at_desk, ClosePart, meeting, **more)


@pytest.fixture
def documents(tmp_path, monkeypatch):
    """Where the papers go, here a folder of the test's own."""
    folder = tmp_path / "documents"
    folder.mkdir()
    where = "walkthrough.ui.out_names.QStandardPaths.writableLocation"
    monkeypatch.setattr(where, lambda _kind: str(folder))
    return folder


def seen(part):
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_one_key_closes_backs_up_and_hands_out(show, meeting, documents, qtbot, at_desk, tmp_path):
    shown = show()
    today = at_desk.desk.clock.today()
    shown.part.next_day.control.setFocus()
    shown.type("2w")
    closed = []
    shown.part.closed.connect(lambda: closed.append(True))
    shown.part.close_it.setFocus()
    shown.press(Key.Key_Return)
    row = shown.book.read(closing_meeting, meeting)
    assert (row.state, row.next_day) == (MeetingState.CLOSED, today + timedelta(days=14))
    assert closed == [True]
    assert shown.book.read(plan_version) == PlanVersion(1, today)
    papers = shown.part.papers
    qtbot.waitUntil(lambda: papers.job is None, timeout=60_000)
    folder = documents / f"Bell & Knox {today.isoformat()}"
    assert papers.folder == folder
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} >= {".pdf", ".json"}
    assert str(documents) not in seen(papers), "where it lies may name a person"
    assert "never" in papers.outside.text()
    assert at() == "hand_out_open"


def test_a_copy_goes_to_a_stick_and_its_day_is_remembered(show, meeting, documents, qtbot, at_desk, tmp_path):
    shown = show()
    papers = shown.part.papers
    papers.folder = documents / "Bell & Knox"
    papers.folder.mkdir()
    (papers.folder / "plan.pdf").write_text("plan")
    at_desk.ask.path = tmp_path / "stick"
    at_desk.ask.path.mkdir()
    papers.copy.click()
    qtbot.waitUntil(lambda: papers.copying is None, timeout=10_000)
    assert (tmp_path / "stick" / "Bell & Knox" / "plan.pdf").read_text() == "plan"
    kept = at_desk.desk.settings.now.copied_on(shown.book.path)
    assert kept == at_desk.desk.clock.today()
    assert "never" not in papers.outside.text()


def test_a_stick_that_is_gone_is_said_and_nothing_is_remembered(show, documents, qtbot, at_desk, tmp_path):
    shown = show()
    papers = shown.part.papers
    papers.folder = documents / "not there"
    at_desk.ask.path = tmp_path / "stick"
    papers.copy.click()
    qtbot.waitUntil(lambda: papers.copying is None, timeout=10_000)
    assert papers.outcome.text().startswith("It could not be copied")
    assert at_desk.desk.settings.now.copied_on(shown.book.path) is None
    assert papers.copy.isEnabled()


def test_a_second_copy_gets_a_folder_of_its_own(qtbot, tmp_path):
    papers, stick = tmp_path / "papers", tmp_path / "stick"
    for folder in (papers, stick, stick / "papers"):
        folder.mkdir()
    copy = StickCopy(papers, None, stick)
    with qtbot.waitSignal(copy.copied) as caught:
        copy.start()
    copy.wait()
    assert caught.args == [stick / "papers (2)"]


def test_a_cancelled_hand_out_leaves_no_folder_and_can_be_asked_again(show, meeting, documents, qtbot):
    shown = show()
    shown.part.close_it.click()
    shown.part.papers.cancel.click()
    qtbot.waitUntil(lambda: shown.part.papers.job is None, timeout=10_000)
    assert list(documents.iterdir()) == []
    assert at() == "hand_out_again"
    assert shown.book.read(closing_meeting, meeting).state is MeetingState.CLOSED


def test_a_full_stick_is_said_in_one_sentence_and_nothing_is_left_there(
    show, documents, qtbot, at_desk, tmp_path, monkeypatch
):
    def no_room(here, there):
        Path(there).write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device", str(there))

    monkeypatch.setattr("walkthrough.ui.screens.live.stick.shutil.copyfile", no_room)
    papers = show().part.papers
    papers.folder = documents / "Bell & Knox"
    papers.folder.mkdir()
    (papers.folder / "plan.pdf").write_text("plan")
    at_desk.ask.path = stick = tmp_path / "stick"
    stick.mkdir()
    papers.copy.click()
    qtbot.waitUntil(lambda: papers.copying is None, timeout=10_000)
    assert papers.outcome.text() == (
        "It could not be copied: there is too little room. Make room or choose another place."
    )
    assert list(stick.iterdir()) == []


def test_a_full_disk_is_handed_back_to_be_said_beside_the_line(show, at_desk, monkeypatch):
    shown = show()

    def full(*_args, **_more):
        raise FileTrouble("disk_full", path=str(shown.book.path))

    hands = PartHands(LiveDesk(at_desk.desk, shown.part, None, lambda: 0))
    monkeypatch.setattr(shown.book, "do", full)
    told = "The disk is full, so the last change was not saved. Make room and do it again."
    assert refusal_text(hands.do(CloseMeeting("any"))) == told
