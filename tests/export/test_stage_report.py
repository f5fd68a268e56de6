# SPDX-License-Identifier: MIT
"""The report of a stage check: four questions first, claims as claims, ratings only where they may show."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

import msgspec

from walkthrough.export.document import Block, PageBreak, text_of
from walkthrough.export.pdf.writer import pages_of
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.ballots.head import BoxHead, BoxQuestion
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck, SkipCriterion
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.commands.stage_indicator import IndicatorFromEvidence
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage import check_page
from walkthrough.model.words import Agreement, Answer, Proof, RatingMethod
from walkthrough.model.workbook import Workbook
from walkthrough.paths import resources

LADDER = load_shelf(resources() / "content", "en").ladder
DAY = date(2026, 11, 20)


def blocks_of(workbook: Workbook, meeting: str = "") -> tuple[Block, ...]:
    return REPORTS["stage"](workbook.read, ReportOptions(DAY, meeting_id=meeting)).blocks


def told(workbook: Workbook, meeting: str = "") -> str:
    return "\n".join(text_of(REPORTS["stage"](workbook.read, ReportOptions(DAY, meeting_id=meeting))))


def criteria_of(workbook: Workbook, check: str) -> dict[str, str]:
    page = workbook.read(check_page, check)
    assert page is not None
    return {one.code: one.id for part in page.dimensions for one in part.criteria}


def rate(workbook: Workbook, check: str, dimension: str, *ballots: tuple[int, int]) -> None:
    questions = (BoxQuestion("", 4), BoxQuestion(dimension, 4))
    head = BoxHead(
        name="",
        for_table="stage_check",
        for_id=check,
        method=RatingMethod.PASS,
        questions=questions,
        people=9,
    )
    box = workbook.boxes.open_new(head)
    for ballot in ballots:
        box.cast(ballot)
    workbook.seal(box)


def test_page_1_answers_the_four_questions_and_the_rest_stands_behind_it(workbook: Workbook) -> None:
    meeting = PlanMeeting(DAY, {"title": "November"})
    workbook.do(meeting)
    check = BeginStageCheck(DAY, LADDER, meeting.id)
    workbook.do(check)
    keys = criteria_of(workbook, check.id)
    for code in ("services-1", "services-2", "staff-1"):
        workbook.do(AnswerCriterion(check.id, keys[code], Answer.YES))
    paper = {"what": "List of gaps", "place": "Binder", "day": date(2025, 3, 1)}
    workbook.do(AddEvidence(check.id, keys["services-1"], Proof.DOCUMENT, paper))
    count = {"what": "Families seen", "amount": "38", "source": "Log", "day": date(2026, 6, 30)}
    seen = AddEvidence(check.id, keys["services-2"], Proof.COUNT, count)
    workbook.do(seen)
    workbook.do(IndicatorFromEvidence(seen.id))
    workbook.do(AddNextStep("Brief all teams", {"criterion_id": keys["staff-1"], "owner": "Dana"}))
    workbook.do(SkipCriterion(check.id, keys["money-1"], "The law keeps it closed"))
    workbook.do(BeginStageCheck(date(2026, 11, 21)))

    first = takewhile(lambda block: not isinstance(block, PageBreak), blocks_of(workbook, meeting.id))
    document = REPORTS["stage"](workbook.read, ReportOptions(DAY))
    page_1 = "\n".join(text_of(msgspec.structs.replace(document, blocks=tuple(first))))
    asked = [page_1.index(f"{number}. ") for number in range(1, 5)]
    assert asked == sorted(asked)
    assert "Services, stage 2: Partners have served families together" in page_1
    assert "38  Families seen, Log, Jun 30, 2026, #1" in page_1
    assert "#2  Brief all teams. Dana; No date yet." in page_1
    whole = told(workbook, meeting.id)
    assert "November 20, 2026" in whole
    assert "Claimed, no evidence that counts" in whole
    assert "1 statement is claimed and not shown yet" in whole
    assert "Reason: The law keeps it closed." in whole
    assert "Services, 1: Document: List of gaps, Binder, Mar 1, 2025 (old)" in whole
    assert "November 21, 2026" in told(workbook)


def test_too_few_ballots_print_as_their_number_and_a_bare_stage_as_without_evidence(
    workbook: Workbook,
) -> None:
    check = BeginStageCheck(DAY, LADDER)
    workbook.do(check)
    page = workbook.read(check_page, check.id)
    assert page is not None
    rate(workbook, check.id, page.dimensions[7].id, *[(2, 4)] * 4)
    workbook.do(AgreeStage(check.id, Agreement.STAGE, 3, "It feels so"))
    whole = told(workbook)
    assert "Agreed stage: 3 Changing the rules. Agreed without evidence. It feels so." in whole
    assert whole.count("4 ballots are in. With fewer than five, nothing more is shown or kept.") == 2
    assert "One dot is one person." not in whole

    rate(workbook, check.id, page.dimensions[7].id, (2, 1), (2, 4), (2, 1), (2, 4), (2, 0))
    whole = told(workbook)
    assert "We agree on stage 2." in whole
    assert "One dot is one person." in whole


def test_long_lists_are_cut_so_that_the_four_questions_stay_on_one_page(workbook: Workbook) -> None:
    check = BeginStageCheck(DAY, LADDER)
    workbook.do(check)
    keys = criteria_of(workbook, check.id)
    for part in LADDER.dimensions[:5]:
        workbook.do(AnswerCriterion(check.id, keys[f"{part.id}-1"], Answer.YES))
        count = {"what": "Families " * 25, "amount": "38", "source": "Log", "day": date(2026, 6, 30)}
        workbook.do(AddEvidence(check.id, keys[f"{part.id}-1"], Proof.COUNT, count))
    for number in range(1, 5):
        text = f"Step {number} " + "and all that belongs to it " * 6
        workbook.do(AddNextStep(text, {"criterion_id": keys["staff-1"], "owner": "Dana"}))
    other = msgspec.structs.replace(LADDER, id="other", dimensions=())
    workbook.do(BeginStageCheck(date(2026, 11, 21), other, ladder_id=""))
    document = REPORTS["stage"](workbook.read, ReportOptions(DAY))
    first = tuple(takewhile(lambda block: not isinstance(block, PageBreak), document.blocks))
    page_1 = msgspec.structs.replace(document, blocks=first)
    assert pages_of(page_1) == 1
    said = "\n".join(text_of(page_1))
    assert "A new check was begun on November 21, 2026. Nothing is answered in it yet." in said
    assert "1 more next step is on a later page." in said
    behind = "\n".join(text_of(document)).removeprefix(said)
    assert all(f"Step {number} and" in behind for number in range(1, 5))


def test_a_result_tells_of_spoilt_sheets_and_of_those_that_did_not_come_back(workbook: Workbook) -> None:
    check = BeginStageCheck(DAY, LADDER)
    workbook.do(check)
    questions = (BoxQuestion("", 4),)
    paper = RatingMethod.PAPER
    head = BoxHead(name="", for_table="stage_check", for_id=check.id, method=paper, questions=questions)
    box = workbook.boxes.open_new(msgspec.structs.replace(head, people=8))
    for _sheet in range(6):
        box.cast((2,))
    box.count_sheets(handed_out=8, spoilt=1)
    workbook.seal(box)
    assert "7 of 8 sheets: 6 counted, 1 spoilt." in told(workbook)


def test_all_reports_tell_of_the_one_check_of_today_in_which_something_was_said(workbook: Workbook) -> None:
    fall, first, second = (BeginStageCheck(day, LADDER) for day in (date(2026, 10, 20), DAY, DAY))
    workbook.do(fall)
    keys = criteria_of(workbook, fall.id)
    workbook.do(AnswerCriterion(fall.id, keys["staff-1"], Answer.YES))
    workbook.do(AgreeStage(fall.id, Agreement.STAGE, 1, "In the fall"))
    workbook.do(first)
    dimension = next(one.id for one in workbook.read(check_page, first.id).dimensions)
    rate(workbook, first.id, dimension, *[(2, 3)] * 6)
    workbook.do(AgreeStage(first.id, Agreement.STAGE, 2, "Said today"))
    workbook.do(second)

    stage, plan, full = (
        "\n".join(text_of(REPORTS[name](workbook.read, ReportOptions(DAY))))
        for name in ("stage", "plan", "full")
    )
    for text in (stage, plan, full):
        assert "Said today" in text
        assert "No stage has been agreed" not in text
    for text in (stage, full):
        assert "We agree on stage 3" in text, "the ratings are those of the same check"
    assert "A new check was begun on November 20, 2026." in stage

    workbook.do(AnswerCriterion(second.id, keys["money-1"], Answer.NO))
    assert "No stage has been agreed in the new check yet." in told(workbook)
