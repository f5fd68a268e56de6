# SPDX-License-Identifier: MIT
"""Other ladders in a real workbook: changed, made, brought in; what checks used before never changes."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from walkthrough.model import Refused
from walkthrough.model.commands.ladder import (
    AddStage,
    BringInLadder,
    ChangeLadder,
    EditStageOfLadder,
    MakeLadder,
    MoveStage,
    RemoveLadder,
    RemoveStage,
    RenameLadder,
)
from walkthrough.model.commands.ladder_parts import (
    AddCriterion,
    AddDimension,
    EditCriterion,
    EditDimension,
    MoveCriterion,
    MoveDimension,
    RemoveCriterion,
    RemoveDimension,
)
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.commands.stage import (
    AgreeStage,
    AnswerCriterion,
    BeginStageCheck,
    RemoveStageCheck,
    UseLadder,
)
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.ladders import LadderPage, ladder_for_next, ladder_page, ladders
from walkthrough.model.queries.live_stage import dimensions_today
from walkthrough.model.queries.meetings import meetings
from walkthrough.model.queries.prepare import preparing
from walkthrough.model.queries.printpack import print_pack
from walkthrough.model.queries.stage import check_page, checks, frontier, summary
from walkthrough.model.queries.stage_rows import CheckPage
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.schema import Ladder
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind, Agreement, Answer
from walkthrough.model.workbook import Workbook

MAY, NOVEMBER = date(2026, 5, 12), date(2026, 11, 3)
CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
SHIPPED = load_shelf(CONTENT, "en").ladder
SEVEN = tuple((f"Step {chr(64 + n)}", "we do more") for n in range(1, 8))


def begun(book: Workbook, day: date = MAY, **more: object) -> str:
    command = BeginStageCheck(day, SHIPPED, **more)
    book.do(command)
    return command.id


def page_of(book: Workbook, check_id: str) -> CheckPage:
    page = book.read(check_page, check_id)
    assert page is not None
    return page


def changed(book: Workbook, ladder_id: str = "") -> LadderPage:
    """The version of a ladder that may be changed."""
    command = ChangeLadder(ladder_id, SHIPPED)
    book.do(command)
    return seen(book, command.facts()["ladder_id"])


def seen(book: Workbook, ladder_id: str) -> LadderPage:
    page = book.read(ladder_page, ladder_id)
    assert page is not None
    return page


def refused(book: Workbook, command: object) -> str:
    with pytest.raises(Refused) as why:
        book.do(command)
    return why.value.code


def test_changing_a_used_ladder_makes_a_version_and_the_check_keeps_its_own(workbook):
    check = begun(workbook)
    before = page_of(workbook, check)
    own = changed(workbook, before.ladder_id)
    assert (own.head.version, own.head.code, own.head.may_change) == ("1-2", before.ladder_code, True)
    assert [len(part.criteria) for part in own.dimensions] == [4] * 10
    again = changed(workbook, own.head.id)
    assert again.head.id == own.head.id
    workbook.do(EditStageOfLadder(own.stages[0].id, {"name": "Getting to know each other"}))
    later = begun(workbook, NOVEMBER)
    assert page_of(workbook, later).stages[0].name == "Getting to know each other"
    assert page_of(workbook, check) == before
    assert [row.is_other_ladder for row in workbook.read(checks)] == [False, True]
    assert changed(workbook, own.head.id).head.version == "1-3"


def test_what_a_check_used_and_what_is_shipped_is_never_changed_nor_taken_out(workbook):
    check = page_of(workbook, begun(workbook))
    used = seen(workbook, check.ladder_id)
    part = used.dimensions[0]
    for command in (
        RenameLadder(check.ladder_id, "Ours"),
        EditStageOfLadder(used.stages[0].id, {"name": "x"}),
        AddStage(check.ladder_id, "x"),
        MoveStage(used.stages[0].id, 1),
        RemoveStage(used.stages[0].id),
        AddDimension(check.ladder_id, "x"),
        EditDimension(part.id, {"name": "x"}),
        MoveDimension(part.id, 1),
        RemoveDimension(part.id),
        AddCriterion(part.id, 1, "x"),
        EditCriterion(part.criteria[0].id, {"text": "x"}),
        MoveCriterion(part.criteria[0].id, 1),
        RemoveCriterion(part.criteria[0].id),
        RemoveLadder(check.ladder_id),
    ):
        assert refused(workbook, command) == "ladder_used"
    workbook.do(RemoveStageCheck(check.id))
    assert refused(workbook, EditDimension(part.id, {"name": "x"})) == "ladder_shipped"


def test_unchanged_statements_bring_their_answers_and_the_step_says_how_many(workbook):
    check = page_of(workbook, begun(workbook))
    for part in check.dimensions:
        for one in part.criteria[:3]:
            workbook.do(AnswerCriterion(check.id, one.id, Answer.PARTLY))
    own = changed(workbook, check.ladder_id)
    for part in own.dimensions[:3]:
        workbook.do(EditCriterion(part.criteria[0].id, {"text": "Said in our own words."}))
    workbook.do(RemoveDimension(own.dimensions[9].id))
    workbook.do(MoveDimension(own.dimensions[0].id, 5))
    command = BeginStageCheck(NOVEMBER, SHIPPED)
    facts = workbook.do(command).facts
    assert (facts["answers"], facts["came"], facts["changed"]) == (30, 24, 3)
    page = page_of(workbook, command.id)
    said = [one.said.answer for part in page.dimensions for one in part.criteria]
    assert (len(said), sum(answer is Answer.PARTLY for answer in said)) == (36, 24)


def test_a_version_changed_in_the_other_language_keeps_the_answers_to_what_stayed(workbook):
    check = page_of(workbook, begun(workbook))
    for one in check.dimensions[0].criteria:
        workbook.do(AnswerCriterion(check.id, one.id, Answer.YES))
    change = ChangeLadder("", load_shelf(CONTENT, "es").ladder, "es")
    workbook.do(change)
    own = seen(workbook, change.facts()["ladder_id"])
    workbook.do(EditCriterion(own.dimensions[0].criteria[1].id, {"text": "Lo decimos a nuestra manera."}))
    page = page_of(workbook, begun(workbook, NOVEMBER))
    assert (page.language, page.is_own_ladder) == ("es", True)
    said = [one.said.answer for one in page.dimensions[0].criteria]
    assert said == [Answer.YES, None, Answer.YES, Answer.YES]


def test_a_stage_comes_and_goes_with_its_statements(workbook):
    own = changed(workbook)
    workbook.do(AddStage(own.head.id, "In between", at=2))
    page = seen(workbook, own.head.id)
    assert [(stage.number, stage.criteria) for stage in page.stages] == [
        (1, 10), (2, 0), (3, 10), (4, 10), (5, 10),
    ]  # fmt: skip
    assert page.head.holes == 10
    assert [part.holes for part in page.dimensions] == [(2,)] * 10
    workbook.do(RemoveStage(page.stages[0].id))
    page = seen(workbook, own.head.id)
    assert [(one.number, one.name) for one in page.stages][:2] == [(1, "In between"), (2, "Joint projects")]
    workbook.do(MoveStage(page.stages[0].id, 3))
    page = seen(workbook, own.head.id)
    assert [stage.criteria for stage in page.stages] == [10, 10, 10, 0]
    assert page.dimensions[0].criteria[0].text == own.dimensions[0].criteria[1].text
    while workbook.undo():
        pass
    assert workbook.read(ladders) == ()


def test_a_statement_moves_within_its_stage_and_on_to_the_next(workbook):
    own = changed(workbook)
    part = own.dimensions[0]
    extra = AddCriterion(part.id, 2, "One more")
    workbook.do(extra)

    def order() -> list[tuple[int, str]]:
        return [(one.stage, one.id[-4:]) for one in seen(workbook, own.head.id).dimensions[0].criteria]

    keys = [one.id[-4:] for one in part.criteria]
    new = extra.id[-4:]
    assert order()[1:3] == [(2, keys[1]), (2, new)]
    workbook.do(MoveCriterion(extra.id, -1))
    assert order()[1:3] == [(2, new), (2, keys[1])]
    workbook.do(MoveCriterion(extra.id, -1))
    assert order()[:2] == [(1, keys[0]), (1, new)]
    for _step in range(9):
        workbook.do(MoveCriterion(extra.id, 1))
    assert order()[-1] == (4, new)


def test_a_ladder_of_two_to_nine_stages_with_words(workbook):
    assert refused(workbook, MakeLadder(" ", SEVEN)) == "text_missing"
    assert refused(workbook, MakeLadder("Ours", SEVEN[:1])) == "too_few_stages"
    assert refused(workbook, MakeLadder("Ours", SEVEN + SEVEN)) == "too_many_stages"
    assert refused(workbook, MakeLadder("Ours", (("Talk", ""), (" ", "we act")))) == "text_missing"
    make = MakeLadder("Ours", SEVEN[:2])
    workbook.do(make)
    assert refused(workbook, RemoveStage(seen(workbook, make.id).stages[0].id)) == "too_few_stages"
    for _stage in range(7):
        workbook.do(AddStage(make.id, "More"))
    assert refused(workbook, AddStage(make.id, "Too much")) == "too_many_stages"


def test_without_dimensions_a_check_asks_for_the_stage_as_a_whole(workbook):
    workbook.do(MakeLadder("Seven steps", SEVEN))
    check = begun(workbook)
    page = page_of(workbook, check)
    assert (len(page.stages), page.dimensions, page.middle, frontier(page)) == (7, (), None, ())
    assert refused(workbook, AgreeStage(check, Agreement.STAGE, 6)) == "reason_needed"
    workbook.do(AgreeStage(check, Agreement.STAGE, 6, "We share staff"))
    assert page_of(workbook, check).is_without_evidence
    assert workbook.read(summary).looked_at == 0


def test_no_check_begins_while_a_statement_is_missing_and_the_one_used_last_is_taken(workbook):
    first = page_of(workbook, begun(workbook))
    own = changed(workbook, first.ladder_id)
    workbook.do(AddDimension(own.head.id, "Housing"))
    assert refused(workbook, BeginStageCheck(MAY, ladder_id=own.head.id)) == "statements_missing"
    assert page_of(workbook, begun(workbook, NOVEMBER)).ladder_id == first.ladder_id


def test_which_ladder_the_next_check_asks_by(workbook):
    assert workbook.read(ladder_for_next, SHIPPED.id) is None
    made = MakeLadder("Seven steps", SEVEN)
    workbook.do(made)
    assert workbook.read(ladder_for_next, SHIPPED.id) == made.id
    workbook.do(UseLadder(SHIPPED))
    shipped = next(one for one in workbook.read(ladders) if not one.is_own).id
    begun(workbook, ladder_id=shipped)
    assert workbook.read(ladder_for_next, SHIPPED.id) is None  # the shipped one, in its newest version
    own = changed(workbook, shipped).head.id
    assert workbook.read(ladder_for_next, SHIPPED.id) == own
    assert not page_of(workbook, begun(workbook, NOVEMBER, ladder_id="")).is_own_ladder
    begun(workbook, NOVEMBER, ladder_id=made.id)
    assert workbook.read(ladder_for_next, SHIPPED.id) == made.id
    workbook.do(RemoveLadder(own))
    workbook.undo()
    assert own in [one.id for one in workbook.read(ladders)]


def test_a_file_of_the_same_version_with_other_words_is_a_version_of_its_own(workbook):
    first = BringInLadder(SHIPPED)
    workbook.do(first)
    assert workbook.do(BringInLadder(SHIPPED)) is None
    other = BringInLadder(msgspec.structs.replace(SHIPPED, name="Stages in Harlan"))
    workbook.do(other)
    assert (first.facts()["version"], other.facts()["version"]) == ("1", "1-2")
    check = page_of(workbook, begun(workbook, ladder_id=None))
    assert (check.ladder, check.is_own_ladder) == ("Stages in Harlan", True)


def test_the_parts_chosen_for_a_meeting_follow_a_changed_ladder(workbook):
    shipped = page_of(workbook, begun(workbook))
    plan = PlanMeeting(NOVEMBER, {"title": "Autumn"})
    workbook.do(plan)
    workbook.do(SetMeetingDimensions(plan.id, (shipped.dimensions[4].id, shipped.dimensions[2].id)))
    own = changed(workbook, shipped.ladder_id)
    workbook.do(EditDimension(own.dimensions[4].id, {"name": "Other words"}))
    planned = [one for one in workbook.read(preparing, plan.id).dimensions if one.is_chosen]
    assert [one.id for one in planned] == [own.dimensions[2].id, own.dimensions[4].id]
    meeting = next(one for one in workbook.read(meetings) if one.id == plan.id)
    ballot = workbook.read(print_pack, meeting, CONTENT).ballot
    assert ballot.dimensions == (own.dimensions[4].id, own.dimensions[2].id)
    workbook.do(EditStageOfLadder(own.stages[0].id, {"name": "First of all"}))
    on_wall = workbook.read(wall_view, Showing(plan.id, AgendaKind.STAGE_CHECK))
    assert on_wall.stages_named[0].name == "First of all"
    begun(workbook, NOVEMBER, meeting_id=plan.id)
    assert workbook.read(dimensions_today, plan.id) == (own.dimensions[4].id, own.dimensions[2].id)


# Whatever is done to ladders, a check's page stays exactly as it was --------------------------------------


def any_ladder(connection: Connection, dice: random.Random) -> LadderPage | None:
    keys = connection.execute(select(Ladder.id).order_by(Ladder.id)).scalars().all()
    return ladder_page(connection, dice.choice(keys)) if keys else None


def any_change(page: LadderPage, dice: random.Random) -> object:
    """A change of any row of a ladder, also of one that may not be changed."""
    stage, part = dice.choice(page.stages), dice.choice([*page.dimensions, None])
    by = dice.choice((-2, -1, 1, 2))
    changes = [
        ChangeLadder(page.head.id),
        RenameLadder(page.head.id, "Another name"),
        EditStageOfLadder(stage.id, {"name": "Another stage", "meaning": "anew"}),
        AddStage(page.head.id, "More", at=dice.choice((None, 1, 3))),
        MoveStage(stage.id, by),
        RemoveStage(stage.id),
        RemoveLadder(page.head.id),
        AddDimension(page.head.id, "Housing"),
    ]
    if part is not None:
        one = dice.choice([*part.criteria, None])
        changes += [
            EditDimension(part.id, {"name": "Renamed", "about": ""}),
            MoveDimension(part.id, by),
            RemoveDimension(part.id),
            AddCriterion(part.id, stage.number, "A new statement"),
        ]
        if one is not None:
            worded = EditCriterion(one.id, {"text": "Reworded"})
            changes += [worded, MoveCriterion(one.id, by), RemoveCriterion(one.id)]
    return dice.choice(changes)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_no_sequence_of_changes_touches_an_earlier_check(workbook, seed):
    while workbook.undo():
        pass
    dice = random.Random(seed)
    begin = BeginStageCheck(MAY, msgspec.structs.replace(SHIPPED, dimensions=SHIPPED.dimensions[:2]))
    workbook.do(begin)
    first = page_of(workbook, begin.id)
    workbook.do(AnswerCriterion(first.id, first.dimensions[0].criteria[0].id, Answer.YES))
    workbook.do(AddNextStep("Write it down", {"criterion_id": first.dimensions[0].criteria[0].id}))
    pages = [page_of(workbook, first.id)]
    workbook.do(ChangeLadder(first.ladder_id))
    for _step in range(24):
        page = workbook.read(any_ladder, dice)
        command = BeginStageCheck(NOVEMBER, ladder_id=page.head.id)
        if dice.random() > 0.1:
            command = any_change(page, dice)
        try:
            workbook.do(command)
        except Refused:
            continue
        if isinstance(command, BeginStageCheck):
            pages.append(page_of(workbook, command.id))
    assert [page_of(workbook, page.id) for page in pages] == pages
