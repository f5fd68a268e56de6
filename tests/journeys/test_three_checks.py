# SPDX-License-Identifier: MIT
"""A first check of a new group, a third one that is mostly carried over, and one that fell back.

Each is done by keys in the real window; what screen and report then say is kind, clear and never "0".
"""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.journeys.keys import CTRL, SHIFT, Fingers, Key, wait_until
from walkthrough import paths
from walkthrough.export.document import text_of
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck, WantStage
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage import check_heads, check_page
from walkthrough.model.words import Agreement, Answer, Proof
from walkthrough.model.workbook import Workbook

LADDER = load_shelf(paths.resources() / "content", "en").ladder
SHOWN = ("purpose-1", "purpose-2", "governance-1", "information-1", "screening-1", "case-work-1")
UNKIND = {
    "0",
    "fail",
    "failed",
    "failure",
    "bad",
    "worse",
    "wrong",
    "behind",
    "poor",
    "weak",
    "lost",
    "score",
}
"""Words that would sound like blame, and the figure that nobody should read."""


@pytest.fixture
def book(blank_workbook_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(blank_workbook_file, tmp_path / "Harlan.walkthrough"))


def show_statements(workbook: Workbook, day: date) -> str:
    """A check of some day in which six statements are shown by documents; its key."""
    check = BeginStageCheck(day, LADDER)
    workbook.do(check)
    page = workbook.read(check_page, check.id)
    assert page is not None
    for one in (one for part in page.dimensions for one in part.criteria if one.code in SHOWN):
        workbook.do(AnswerCriterion(check.id, one.id, Answer.YES))
        values = {"what": f"Page on {one.code}", "place": "Shared binder", "day": day - timedelta(days=9)}
        workbook.do(AddEvidence(check.id, one.id, Proof.DOCUMENT, values))
    workbook.do(AgreeStage(check.id, Agreement.STAGE, 2, "Our projects run"))
    workbook.do(WantStage(check.id, 3, "Rules outlast people"))
    return check.id


def words_on(screen) -> str:
    """What stands on the page to be read, and what a screen reader hears of its list and its picture."""
    told = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    rows = screen.criteria.list
    told += [rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.count())]
    told += [shape.say for shape in screen.stage.profile.picture.shapes()]
    return "\n".join(told)


def report_of(screen) -> str:
    options = ReportOptions(screen.desk.clock.today())
    return "\n".join(text_of(REPORTS["stage"](screen.desk.workbook.read, options)))


def is_kind(text: str) -> bool:
    found = UNKIND & {word.lower() for word in re.findall(r"[\w.]+", text)}
    assert not found, found
    return True


def agree(fingers: Fingers, screen, place: int, reason: str) -> None:
    """Choose the answer at this place of the list and say why."""
    screen.stage.agreed.stage.control.setFocus()
    fingers.press(*[Key.Key_Down] * place)
    fingers.tab_to("agreed_reason")
    fingers.enter(reason)


def test_a_first_check_with_nothing_shown_yet_is_a_beginning(start, book):
    windows = start(book, "--screen", "stage-check")
    screen, fingers = windows.window.stack.page, Fingers(windows.window)
    fingers.press(Key.Key_Space)
    assert wait_until(lambda: screen.criteria.card_with_focus() is not None)
    for answer in "34333":  # no, nobody knows, no ...: one part after the other, the first stage of each
        fingers.type(answer)
        for _stage in range(4):
            fingers.press(Key.Key_Down, with_=CTRL | SHIFT)
    agree(fingers, screen, 5, "We have met twice")
    told = words_on(screen)
    assert "Agreed: not yet at stage 1." in told
    assert "stage 1 not shown yet" in told
    report = report_of(screen)
    assert "Nothing is shown by evidence yet. That is where a first check begins." in report
    assert "Agreed: not yet at stage 1. We have met twice." in report
    assert "No next step is open yet. The last page has statements to choose one from." in report
    assert is_kind(told)
    assert is_kind(report)


def test_a_third_check_carries_over_and_asks_only_to_renew(start, book):
    workbook = Workbook.open(book)
    show_statements(workbook, date(2025, 3, 4))
    workbook.do(BeginStageCheck(date(2025, 9, 2)))
    workbook.close()
    windows = start(book, "--screen", "stage-check")
    screen, fingers = windows.window.stack.page, Fingers(windows.window)
    fingers.tab_to("new_check")
    fingers.press(Key.Key_Space)
    assert len(screen.desk.workbook.read(check_heads)) == 3
    assert len(screen.counts.old_lines) == len(SHOWN)
    told = words_on(screen)
    assert "Stage 2 shown" in told or "2 Joint projects" in told
    assert "Said on March 4, 2025: 3 Changing the rules. It holds until you say it anew." in told
    assert "This evidence is older than twelve months. It still counts, but please look again." in told
    report = report_of(screen)
    assert (
        "Agreed on March 4, 2025: 2 Joint projects. No stage has been agreed in the new check yet." in report
    )
    assert "Wanted stage: 3 Changing the rules (said on March 4, 2025)." in report
    assert "Nothing has moved since September 2, 2025." in report
    assert "Evidence older than twelve months, to be renewed:" in report
    assert is_kind(told)
    assert is_kind(report)


def test_a_check_that_fell_back_says_so_plainly_and_that_it_is_normal(start, book):
    workbook = Workbook.open(book)
    show_statements(workbook, date(2026, 5, 12))
    workbook.close()
    windows = start(book, "--screen", "stage-check")
    screen, fingers = windows.window.stack.page, Fingers(windows.window)
    fingers.tab_to("new_check")
    fingers.press(Key.Key_Space)
    page = screen.page
    code = next(one for one in page.dimensions[0].criteria if one.code == "purpose-2")
    screen.show_for(criterion_id=code.id)
    fingers.type("3")
    fingers.settle()
    agree(fingers, screen, 1, "The shared goal is being written anew")
    told = words_on(screen)
    assert "Agreed stage: 1 Information exchange." in told
    report = report_of(screen)
    assert "Going back is normal: people and rules change." in report
    assert "Purpose moved back: from stage 2 to stage 1." in report
    assert "Agreed: 1 Information exchange. The shared goal is being written anew." in report
    assert is_kind(told)
    assert is_kind(report)
