# SPDX-License-Identifier: MIT
"""Stage checks in a real workbook: answers, evidence, agreeing, undo, and what the next check takes over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from walkthrough.model import Refused
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.commands.stage import (
    AgreeStage,
    AnswerCriterion,
    BeginStageCheck,
    ClearAnswer,
    DateStageCheck,
    RemoveStageCheck,
    SkipCriterion,
    UseLadder,
    WantStage,
)
from walkthrough.model.commands.stage_evidence import AddEvidence, ChangeEvidence, RemoveEvidence
from walkthrough.model.content import Ladder, load_shelf
from walkthrough.model.queries.stage import check_page, checks, counted, frontier, old_evidence, summary
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow
from walkthrough.model.rules.stages import Standing, Unplaced
from walkthrough.model.words import Agreement, Answer, Proof
from walkthrough.model.workbook import Workbook

MAY = date(2026, 5, 12)
CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
FORM = {"what": "Release form", "place": "Shared binder"}


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return load_shelf(CONTENT, "en").ladder


@pytest.fixture
def check(workbook: Workbook, ladder: Ladder) -> str:
    begin = BeginStageCheck(MAY, ladder)
    workbook.do(begin)
    return begin.id


def page_of(workbook: Workbook, check_id: str) -> CheckPage:
    page = workbook.read(check_page, check_id)
    assert page is not None
    return page


def criterion(workbook: Workbook, check_id: str, code: str) -> CriterionRow:
    every = [one for part in page_of(workbook, check_id).dimensions for one in part.criteria]
    return next(one for one in every if one.code == code)


def say(book: Workbook, check_id: str, code: str, answer: Answer = Answer.YES, **evidence: object) -> None:
    key = criterion(book, check_id, code).id
    book.do(AnswerCriterion(check_id, key, answer))
    if evidence:
        book.do(AddEvidence(check_id, key, Proof(evidence.pop("proof", Proof.DOCUMENT)), evidence))


def test_a_first_check_copies_the_ladder_and_nobody_has_looked_at_anything(workbook, check):
    page = page_of(workbook, check)
    assert [stage.number for stage in page.stages] == [1, 2, 3, 4]
    assert len(page.dimensions) == 10
    assert {part.reached.unplaced for part in page.dimensions} == {Unplaced.NOT_LOOKED_AT}
    assert page.middle is None
    assert [row.criterion.stage for row in frontier(page)] == [1] * 10


def test_a_version_of_a_ladder_is_copied_once(workbook, check, ladder):
    assert workbook.do(UseLadder(ladder)) is None
    assert workbook.do(UseLadder(msgspec.structs.replace(ladder, version=ladder.version + 1))) is not None


def test_without_any_ladder_no_check_begins(workbook):
    with pytest.raises(Refused) as refused:
        workbook.do(BeginStageCheck(MAY))
    assert refused.value.code == "no_ladder"


def test_yes_is_a_claim_until_evidence_that_counts_is_there(workbook, check):
    say(workbook, check, "purpose-1")
    reached = page_of(workbook, check).dimensions[0].reached
    assert (reached.evidenced, reached.claimed) == (0, 1)
    say(workbook, check, "purpose-1", **FORM)
    reached = page_of(workbook, check).dimensions[0].reached
    assert (reached.evidenced, reached.claimed, reached.next) == (1, 1, 2)


def test_evidence_says_what_it_lacks_and_counts_once_it_is_complete(workbook, check):
    say(workbook, check, "purpose-1", what="Release form")
    (piece,) = criterion(workbook, check, "purpose-1").evidence
    assert (piece.missing, piece.counts) == (("place",), False)
    workbook.do(ChangeEvidence(piece.id, {"place": " Shared binder "}))
    (piece,) = criterion(workbook, check, "purpose-1").evidence
    assert (piece.missing, piece.counts, piece.shown.place) == ((), True, "Shared binder")
    workbook.do(RemoveEvidence(piece.id))
    assert criterion(workbook, check, "purpose-1").standing is Standing.YES


def test_evidence_needs_an_answer_first_and_some_words(workbook, check):
    key = criterion(workbook, check, "purpose-1").id
    with pytest.raises(Refused) as refused:
        workbook.do(AddEvidence(check, key, Proof.DOCUMENT, FORM))
    assert refused.value.code == "answer_first"
    workbook.do(AnswerCriterion(check, key, Answer.YES))
    with pytest.raises(Refused) as refused:
        workbook.do(AddEvidence(check, key, Proof.COUNT, {"what": "  "}))
    assert (refused.value.code, refused.value.facts) == ("text_missing", {"field": "amount"})


def test_what_does_not_apply_needs_a_reason_or_it_was_not_looked_at(workbook, check):
    key = criterion(workbook, check, "purpose-1").id
    workbook.do(SkipCriterion(check, key))
    assert criterion(workbook, check, "purpose-1").standing is Standing.NONE
    workbook.do(SkipCriterion(check, key, "No court in this county"))
    assert criterion(workbook, check, "purpose-1").standing is Standing.NA


def test_an_answer_can_be_cleared_and_brought_back_with_its_evidence(workbook, check):
    say(workbook, check, "purpose-1", **FORM)
    before = criterion(workbook, check, "purpose-1")
    workbook.do(ClearAnswer(check, before.id))
    assert criterion(workbook, check, "purpose-1").evidence == ()
    workbook.undo()
    assert criterion(workbook, check, "purpose-1") == before


def test_an_agreed_stage_that_is_not_the_middle_is_refused_without_a_reason(workbook, check):
    with pytest.raises(Refused) as refused:
        workbook.do(AgreeStage(check, Agreement.STAGE, 2, "  "))
    assert (refused.value.code, refused.value.facts["field"]) == ("reason_needed", "agreed_reason")
    assert page_of(workbook, check).agreement is None
    workbook.do(AgreeStage(check, Agreement.STAGE, 2, " Two projects run "))
    page = page_of(workbook, check)
    assert (page.agreed_stage, page.agreed_reason, page.is_without_evidence) == (2, "Two projects run", True)


def test_the_middle_is_agreed_without_a_word(workbook, check):
    for part in page_of(workbook, check).dimensions[:5]:
        say(workbook, check, part.criteria[0].code, **FORM)
    assert page_of(workbook, check).middle == 1
    workbook.do(AgreeStage(check, Agreement.STAGE, 1))
    page = page_of(workbook, check)
    assert (page.agreed_stage, page.is_without_evidence) == (1, False)


def test_not_yet_and_not_agreed_have_no_stage(workbook, check):
    workbook.do(AgreeStage(check, Agreement.NOT_YET, 3, "We have only met once"))
    assert page_of(workbook, check).agreed_stage is None
    workbook.do(AgreeStage(check, Agreement.NOT_AGREED, reason="Half say 1, half say 2"))
    assert page_of(workbook, check).agreement is Agreement.NOT_AGREED


@pytest.mark.parametrize("stage", [0, 5])
def test_a_stage_off_the_ladder_is_refused(workbook, check, stage):
    for command in (AgreeStage(check, Agreement.STAGE, stage, "why"), WantStage(check, stage)):
        with pytest.raises(Refused, match="stage_unknown"):
            workbook.do(command)


def test_the_wanted_stage_is_kept_with_its_reason(workbook, check):
    workbook.do(WantStage(check, 3, "One form for all needs a rule"))
    page = page_of(workbook, check)
    assert (page.wanted_stage, page.wanted_reason) == (3, "One form for all needs a rule")


def test_the_next_check_takes_over_answers_and_evidence_with_their_own_days(workbook, check, ladder):
    say(workbook, check, "purpose-1", proof=Proof.EVENT, what="Each told the other", day=date(2025, 9, 1))
    key = criterion(workbook, check, "purpose-2").id
    workbook.do(SkipCriterion(check, key, "There is no project"))
    workbook.do(AgreeStage(check, Agreement.STAGE, 1, "We know each other"))
    later = BeginStageCheck(date(2026, 11, 3), ladder)
    workbook.do(later)
    first, second = (criterion(workbook, later.id, code) for code in ("purpose-1", "purpose-2"))
    assert (first.answered_on, first.evidence[0].shown.day) == (MAY, date(2025, 9, 1))
    assert (first.standing, first.evidence[0].is_old) == (Standing.MET, True)
    assert second.said.na_reason == "There is no project"
    page = page_of(workbook, later.id)
    assert page.agreement is None
    assert [found[1].code for found in old_evidence(page)] == ["purpose-1"]
    workbook.do(AnswerCriterion(later.id, first.id, Answer.NO))
    assert criterion(workbook, check, "purpose-1").said.answer is Answer.YES


def test_a_changed_statement_loses_its_answer_and_the_history_shows_the_break(workbook, check, ladder):
    say(workbook, check, "purpose-1", **FORM)
    say(workbook, check, "purpose-2", **FORM)
    first = ladder.dimensions[0]
    reworded = (msgspec.structs.replace(first.criteria[0], text="Something else."), *first.criteria[1:])
    changed = (msgspec.structs.replace(first, criteria=reworded), *ladder.dimensions[1:])
    later = BeginStageCheck(
        date(2026, 11, 3), msgspec.structs.replace(ladder, version=ladder.version + 1, dimensions=changed)
    )
    workbook.do(later)
    assert criterion(workbook, later.id, "purpose-1").said.answer is None
    assert criterion(workbook, later.id, "purpose-2").standing is Standing.MET
    assert [row.is_other_ladder for row in workbook.read(checks)] == [False, True]


def test_a_check_is_judged_as_of_its_own_day(workbook, check):
    say(workbook, check, "purpose-1", proof=Proof.EVENT, what="Each told the other", day=date(2026, 6, 1))
    assert criterion(workbook, check, "purpose-1").evidence[0].is_later
    workbook.do(DateStageCheck(check, date(2026, 6, 1)))
    assert criterion(workbook, check, "purpose-1").standing is Standing.MET


def test_counts_are_the_indicators_of_a_check(workbook, check):
    say(workbook, check, "services-2", proof=Proof.COUNT, amount="38", source="Project log", day=MAY)
    say(workbook, check, "purpose-1", **FORM)
    assert [found[2].shown.amount for found in counted(page_of(workbook, check))] == ["38"]


def test_a_next_step_made_from_a_criterion_is_seen_there(workbook, check):
    row = frontier(page_of(workbook, check))[0]
    workbook.do(AddNextStep(row.criterion.text, {"criterion_id": row.criterion.id}))
    (link,) = frontier(page_of(workbook, check))[0].criterion.steps
    assert (link.number, link.what) == (1, row.criterion.text)


def test_what_moves_on_is_the_first_open_stage_of_each_dimension(workbook, check):
    say(workbook, check, "purpose-1", **FORM)
    say(workbook, check, "purpose-3", **FORM)
    row = frontier(page_of(workbook, check))[0]
    assert row.criterion.code == "purpose-2"
    assert page_of(workbook, check).dimensions[0].reached.ahead == (3,)


def test_the_summary_holds_the_newest_check_and_the_one_before(workbook, check, ladder):
    assert workbook.read(summary).before is None
    say(workbook, check, "purpose-1", Answer.NO)
    workbook.do(BeginStageCheck(date(2026, 11, 3), ladder))
    found = workbook.read(summary)
    assert (found.page.as_of, found.before.as_of, found.looked_at) == (date(2026, 11, 3), MAY, 1)


def test_without_a_check_there_is_no_summary(workbook):
    assert workbook.read(summary) is None
    assert workbook.read(check_page, "nothing") is None


def test_a_removed_check_comes_back_whole(workbook, check):
    say(workbook, check, "purpose-1", **FORM)
    before = page_of(workbook, check)
    workbook.do(RemoveStageCheck(check))
    assert workbook.read(checks) == ()
    workbook.undo()
    assert page_of(workbook, check) == before


def test_undoing_everything_leaves_no_check_and_redoing_brings_all_back(workbook, check):
    say(workbook, check, "purpose-1", **FORM)
    workbook.do(AgreeStage(check, Agreement.STAGE, 1, "We know each other"))
    after = page_of(workbook, check)
    while workbook.undo():
        pass
    assert workbook.read(summary) is None
    while workbook.redo():
        pass
    assert page_of(workbook, check) == after


def test_no_step_keeps_the_words_of_a_person(workbook, check):
    key = criterion(workbook, check, "purpose-1").id
    secret = "Quixotic"
    done = [
        AnswerCriterion(check, key, Answer.YES, note=secret),
        AddEvidence(check, key, Proof.DOCUMENT, {"what": secret, "place": secret}),
        SkipCriterion(check, key, secret),
        AgreeStage(check, Agreement.STAGE, 1, secret),
        WantStage(check, 2, secret),
    ]
    assert not any(secret in str(workbook.do(command).facts) for command in done)
