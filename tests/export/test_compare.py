# SPDX-License-Identifier: MIT
"""Before and after: what changed in one sentence and part by part, and nothing where nothing did."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from tests.conftest import SAMPLE_DAY
from tests.export.test_stage_pictures import overlap
from walkthrough.export.document import Figure, Para, Title, text_of
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.export.scene import PAPER, Words, bounds
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.indicator import AddIndicator, RecordPoint
from walkthrough.model.commands.meeting import AddAttendance, CloseMeeting, PlanMeeting
from walkthrough.model.commands.plan import AddNextStep, SetStepState
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.commands.station import RecordCount
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage import check_page
from walkthrough.model.queries.walk import stations
from walkthrough.model.snapshot import snapshot
from walkthrough.model.words import Agreement, Answer, Certainty, Kind, Proof, Role, StepState
from walkthrough.model.workbook import Workbook
from walkthrough.paths import resources

SHELF = load_shelf(resources() / "content", "en")
THEN, NOW, TODAY = date(2025, 11, 4), date(2026, 11, 3), date(2026, 11, 22)


def compared(book: Workbook, since: date | None = None, today: date = TODAY, **options) -> list[str]:
    return text_of(REPORTS["compare"](book.read, ReportOptions(today, since=since, **options)))


def told(book: Workbook, **options) -> str:
    return "\n".join(compared(book, **options))


def lead(book: Workbook, since: date | None = None) -> str:
    blocks = REPORTS["compare"](book.read, ReportOptions(TODAY, since=since)).blocks
    return next(str(one.text) for one in blocks if isinstance(one, Para) and one.style == "lead")


class Story:
    """A year: two walks of one route, two checks, promises in between."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.walks, self.meetings = [], []
        for day in (THEN, NOW):
            walk = StartWalk(SHELF.route("five-points"), started_on=day)
            meeting = PlanMeeting(day, {"title": f"Meeting of {day.year}", "walk_id": walk.walk_id})
            for command in (walk, meeting):
                book.do(command)
            order = [one.id for one in book.read(stations, walk.walk_id)]
            codes = [one.id for one in SHELF.route("five-points").stations]
            self.walks.append(dict(zip(codes, order, strict=True)))
            self.walks[-1]["walk"] = walk.walk_id
            self.meetings.append(meeting.id)

    def do(self, command) -> str:
        self.book.do(command)
        return command.id

    def barrier(self, which: int, station: str, text: str, **values) -> str:
        walk = self.walks[which]
        entry = RecordEntry(
            Kind.BARRIER, text, walk["walk"], walk[station], meeting_id=self.meetings[which], **values
        )
        self.book.do(entry)
        return entry.entry_id

    def promise(self, what: str, state: StepState, answers: tuple[str, ...] = (), **values) -> None:
        step = self.do(AddNextStep(what, {"meeting_id": self.meetings[0], **values}, answers))
        if state is not StepState.NOT_STARTED:
            told = ("Waits for counsel", "Signed form of May 4") if state is StepState.DONE else ("Waits", "")
            self.book.do(SetStepState(step, state, NOW, *told))

    def check(self, day: date, agreed: int, shown: tuple[str, ...]) -> None:
        check = self.do(BeginStageCheck(day, SHELF.ladder))
        page = self.book.read(check_page, check)
        keys = {one.code: one.id for part in page.dimensions for one in part.criteria}
        for code in ("purpose-1", "staff-1", "money-1"):
            answer = Answer.YES if code in shown else Answer.NO
            self.book.do(AnswerCriterion(check, keys[code], answer, on=day))
            if code in shown:
                paper = {"what": "A list", "place": "Binder", "day": day}
                self.book.do(AddEvidence(check, keys[code], Proof.DOCUMENT, paper))
        self.book.do(AgreeStage(check, Agreement.STAGE, agreed, "We said so"))


def test_a_year_is_told_in_one_sentence_and_then_part_by_part(workbook: Workbook):
    story = Story(workbook)
    shifts = story.barrier(0, "birth", "Night shift reports every mother to the hotline")
    fax = story.barrier(0, "birth", "The fax is off on weekends")
    story.barrier(0, "infancy", "Nobody holds the plan")
    story.barrier(1, "birth", "The night shift still reports mothers to the hotline")
    story.promise("Sign one form", StepState.DONE, (fax,))
    story.promise("Train the night shift", StepState.STUCK, (shifts,))
    story.promise("Call ten families", StepState.UNDER_WAY, due=NOW)
    story.check(THEN, 1, ("purpose-1", "staff-1"))
    story.check(NOW, 2, ("purpose-1", "money-1"))
    measure = story.do(AddIndicator("Families seen", {"unit": "%", "target": 90.0}))
    for day, value in ((THEN, 40.0), (NOW, 55.0)):
        workbook.do(RecordPoint(measure, day, value))
    workbook.do(AddAttendance(story.meetings[1], Role.LIVED_EXPERIENCE, came=True))
    for meeting in story.meetings:
        workbook.do(CloseMeeting(meeting, None))

    assert lead(workbook) == (
        "Since November 4, 2025: 1 of 3 promises done; 1 promise got stuck; 1 barrier is answered;"
        " 1 barrier was said again; the agreed stage was 1 Information exchange and is 2 Joint projects."
    )
    report = told(workbook)
    assert "#2 The fax is off on weekends (next steps: #5)" in report
    assert "#1 Night shift reports every mother to the hotline (now #4; next steps: #6)" in report
    assert "Signed form of May 4" in report
    assert "Stuck: Waits" in report
    assert "Past its day: Waits" in report
    assert "2 points: too few to judge." in report
    assert "Going back is normal" in report
    assert "Families and lived experience" in report
    assert report.index("What to talk about first") < report.index("What became of the promises")
    only = told(workbook, left_out=frozenset({"promises", "barriers", "stage", "indicators", "table"}))
    assert "What became of the promises" not in only
    assert "Night shift reports every mother" in only, "what to talk about first stays"


def test_small_counts_of_two_walks_are_told_in_words_and_held_words_stay_back(workbook: Workbook):
    story = Story(workbook)
    for which, lost in ((0, 3), (1, 40)):
        workbook.do(RecordCount(story.walks[which]["birth"], Certainty.COUNTED, 80, 80 - lost, lost))
    held = story.barrier(0, "birth", "The mother of little Ana waits")
    workbook.do(HoldEntry(Kind.BARRIER, held))
    report = told(workbook)
    assert "both ladders are told in words" in report
    assert "many lost" in report
    assert "40 of 80" not in report
    assert "little Ana" not in report
    assert "(wording on hold)" in report


def test_held_against_its_own_day_nothing_has_changed(workbook: Workbook, sample_workbook_file: Path):
    Story(workbook).promise("Sign one form", StepState.NOT_STARTED)
    assert lead(workbook, since=TODAY) == "Nothing has changed in this workbook since November 22, 2026."
    with snapshot(sample_workbook_file) as read:
        document = REPORTS["compare"](read, ReportOptions(SAMPLE_DAY, since=SAMPLE_DAY))
    assert "Nothing has changed in this workbook since November 22, 2026." in text_of(document)
    assert "New" not in text_of(document)


def test_one_moment_alone_says_kindly_what_is_missing(workbook: Workbook):
    assert "There is only one moment so far" in told(workbook)
    workbook.do(PlanMeeting(TODAY + timedelta(days=30)))
    assert "There is only one moment so far" in told(workbook), "a meeting to come is no moment yet"


def test_a_step_noted_outside_a_meeting_is_named_and_not_compared(workbook: Workbook):
    story = Story(workbook)
    story.promise("Sign one form", StepState.NOT_STARTED)
    workbook.do(AddNextStep("Typed at the desk", {}))
    assert "written down outside a meeting, so it is not compared: #2." in told(workbook, since=THEN)


@pytest.mark.parametrize("since", [THEN, SAMPLE_DAY - timedelta(days=89)])
def test_the_pictures_stay_within_their_frame_and_no_words_touch(sample_workbook_file: Path, since: date):
    with snapshot(sample_workbook_file) as read:
        blocks = REPORTS["compare"](read, ReportOptions(SAMPLE_DAY, since=since)).blocks
    scenes = [block.scene for block in blocks if isinstance(block, Figure)]
    assert scenes
    assert isinstance(blocks[0], Title)
    for scene in scenes:
        assert scene.summary
        assert scene.table
        words = [shape for shape in scene.shapes if isinstance(shape, Words)]
        assert [(a.text, b.text) for a, b in combinations(words, 2) if overlap(a, b)] == []
        for shape in scene.shapes:
            x, y, w, h = bounds(shape)
            assert -0.6 <= x <= x + w <= scene.w + 0.6, shape
            assert -0.6 <= y <= y + h <= scene.h + 0.6, shape
        used = {part.color for shape in scene.shapes for part in (shape.pen, shape.fill) if part is not None}
        assert used <= PAPER.keys()
