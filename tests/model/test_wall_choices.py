# SPDX-License-Identifier: MIT
"""What the room sees when it chooses, rates, promises and closes: the right rows, and no held one."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tests.model.live_meeting import HANDS, STEPS, THEMES, Live, Wall
from walkthrough.model.commands.choose import SetVotes
from walkthrough.model.commands.plan import AcceptNextStep, EditNextStep, RemoveNextStep, SetStepState
from walkthrough.model.queries.roll import people_here
from walkthrough.model.queries.stage import check_heads, check_page, frontier
from walkthrough.model.queries.wall.shapes import (
    Choosing,
    Closing,
    Fist,
    OneCriterion,
    Plain,
    Rating,
    ReadBack,
    Steps,
)
from walkthrough.model.schema import Finding, FistCount, Partner, Round, Tally, Theme
from walkthrough.model.showing import Call
from walkthrough.model.words import Acceptance, AgendaKind, RatingMethod, StepState


def test_the_themes_are_numbered_for_the_digits_and_say_no_votes_before_they_are_shown(wall: Wall):
    first, second = (wall.sees(Choosing, AgendaKind.CHOOSE, page=page) for page in range(2))
    assert [row.choice for row in first.rows] == list(range(1, 10))
    assert [row.choice for row in second.rows] == list(range(10, THEMES + 1))
    assert {row.votes for row in (*first.rows, *second.rows)} == {None}
    assert [row.id for row in (*first.rows, *second.rows)] == list(wall.keys.themes)
    assert (first.pages, first.dots, first.is_private) == (2, 3, True)
    assert first.people == wall.book.read(people_here, wall.keys.meeting) == 5


def test_once_shown_the_theme_with_most_votes_leads_and_held_ones_are_left_out(wall: Wall, keys: Live):
    wall.book.do(SetVotes(keys.meeting, {keys.themes[4]: 50, keys.themes[6]: 50}))
    wall.write(lambda at: at.execute(update(Theme).filter_by(id=keys.themes[0]).values(held=True)))
    view = wall.sees(Choosing, AgendaKind.CHOOSE, call=Call.TOTALS, revealed=True)
    assert [row.id for row in view.rows[:2]] == [keys.themes[4], keys.themes[6]]
    votes = [row.votes for row in view.rows]
    assert votes == sorted(votes, reverse=True)
    shown = [
        row.id
        for page in range(2)
        for row in wall.sees(Choosing, AgendaKind.CHOOSE, page=page, revealed=True).rows
    ]
    assert len(shown) == THEMES - 1
    assert keys.themes[0] not in shown


def test_a_theme_shows_the_numbers_of_its_findings_but_of_no_held_one(wall: Wall, keys: Live):
    numbers = [
        number for row in wall.sees(Choosing, AgendaKind.CHOOSE, page=1).rows for number in row.findings
    ]
    held = wall.find(select(Finding.number).where(Finding.held))
    assert numbers
    assert set(numbers).isdisjoint(held)


def test_the_newest_fist_is_shown_or_the_one_named(wall: Wall, keys: Live):
    newest = wall.sees(Fist, AgendaKind.CHOOSE, call=Call.FIST)
    assert (newest.counts, newest.outcome) == ((1, 0, 0, 2, 3, 5), "stop")
    (name,) = wall.find(select(Theme.name).where(Theme.id == keys.themes[0]))
    assert newest.question == name
    first = wall.find(
        select(FistCount.id).where(FistCount.meeting_id == keys.meeting).order_by(FistCount.pos)
    )[0]
    named = wall.sees(Fist, AgendaKind.CHOOSE, call=Call.FIST, at=first)
    assert (named.question, named.outcome) == ("Shall we try it?", "hear")
    wall.write(lambda session: session.execute(update(Theme).values(held=True)))
    assert wall.sees(Fist, AgendaKind.CHOOSE, call=Call.FIST).question == ""
    wall.write(lambda session: session.execute(update(FistCount).values(held=True)))
    assert wall.sees(Fist, AgendaKind.CHOOSE, call=Call.FIST).counts == (0,) * 6


def test_ratings_are_shown_when_they_may_be_and_not_before(wall: Wall):
    hidden = wall.sees(Rating, AgendaKind.STAGE_CHECK, many_in=3)
    assert (hidden.tallies, hidden.words, hidden.many_in, hidden.people) == ((), "", 3, 5)
    shown = wall.sees(Rating, AgendaKind.STAGE_CHECK, revealed=True)
    assert shown.tallies == HANDS
    assert (shown.words, shown.stages, shown.tail, shown.middle) == ("close", (2, 3), 1, (3,))
    assert (shown.not_sure, shown.rated, shown.many_in, shown.agreed) == (1, 10, 11, 3)
    assert [stage.number for stage in shown.stages_named] == [1, 2, 3, 4]
    assert shown.is_open
    wall.write(lambda session: session.execute(update(Round).values(sealed=False)))
    assert wall.sees(Rating, AgendaKind.STAGE_CHECK, revealed=True).tallies == ()


@pytest.mark.parametrize(
    ("method", "shown"), [(RatingMethod.PASS, ()), (RatingMethod.HANDS, (0, 0, 4, 0, 0))]
)
def test_fewer_than_five_private_ballots_are_never_shown(wall: Wall, method: RatingMethod, shown):
    def make_few(session: Session) -> None:
        session.execute(update(Round).values(method=method))
        session.execute(update(Tally).values(ballots=0))
        session.execute(update(Tally).where(Tally.stage == 2).values(ballots=4))

    wall.write(make_few)
    assert wall.sees(Rating, AgendaKind.STAGE_CHECK, revealed=True).tallies == shown


def test_the_open_criteria_are_those_of_the_stage_rule_for_the_dimensions_chosen(wall: Wall, keys: Live):
    newest = wall.book.read(check_heads)[-1]
    page = wall.book.read(check_page, newest.id)
    assert page is not None
    expected = [(row.dimension, row.criterion.stage, row.criterion.text) for row in frontier(page)[:3]]
    views = [
        wall.sees(OneCriterion, AgendaKind.STAGE_CHECK, call=Call.CRITERION, page=page) for page in range(3)
    ]
    assert [(view.dimension, view.stage, view.text) for view in views] == expected
    assert [(view.page, view.pages) for view in views] == [(page, 3) for page in range(3)]
    assert all(view.stage_name for view in views)


def test_a_criterion_may_be_named_and_shows_its_answer_and_evidence(wall: Wall):
    page = wall.book.read(check_page, wall.book.read(check_heads)[-1].id)
    assert page is not None
    named = page.dimensions[1].criteria[0]
    view = wall.sees(OneCriterion, AgendaKind.STAGE_CHECK, call=Call.CRITERION, at=named.id)
    assert (view.text, view.answer, view.page) == (named.text, named.said.answer, 1)
    assert [line.what for line in view.evidence][-1:] == ["Forms"]


def test_the_next_steps_are_those_of_this_meeting_the_newest_last_and_by_agency(wall: Wall, keys: Live):
    wall.book.do(SetStepState(keys.steps[1], StepState.DROPPED, wall.sees(Closing, AgendaKind.CLOSE).day))
    rows = wall.sees(Steps, AgendaKind.NEXT_STEPS).rows
    wanted = [f"Step {number}" for number in range(STEPS - 1) if number != 1]
    assert [row.what for row in rows if row.what.startswith("Step ")] == wanted
    assert {row.agency for row in rows if row.what.startswith("Step ")} == set(
        wall.find(select(Partner.name).order_by(Partner.pos).limit(1))
    )
    assert "Ana Ruiz" not in repr(rows)
    held = set(wall.find(select(Finding.number).where(Finding.held)))
    assert rows[0].answers
    assert held.isdisjoint(rows[0].answers)


def test_reading_back_goes_step_by_step_until_none_is_left(wall: Wall):
    rows = wall.sees(Steps, AgendaKind.NEXT_STEPS).rows
    keys = tuple(row.id for row in rows)
    for many, row in enumerate(rows):
        view = wall.sees(ReadBack, AgendaKind.READ_BACK, done=keys[:many])
        assert (view.step, view.number, view.of) == (row, many + 1, len(rows))
    ended = wall.sees(ReadBack, AgendaKind.READ_BACK, done=keys)
    assert (ended.step, ended.number) == (None, len(rows))


def test_a_step_read_back_out_of_its_turn_has_the_number_of_its_turn(wall: Wall):
    rows = wall.sees(Steps, AgendaKind.NEXT_STEPS).rows
    view = wall.sees(ReadBack, AgendaKind.READ_BACK, at=rows[4].id, done=(rows[0].id, "dropped since"))
    assert (view.step, view.number) == (rows[4], 2)
    again = wall.sees(ReadBack, AgendaKind.READ_BACK, at=rows[0].id, done=(rows[4].id, rows[0].id))
    assert (again.step, again.number) == (rows[0], 2)


def test_at_a_held_step_the_wall_shows_the_part_alone_and_does_not_count_it(wall: Wall, keys: Live):
    assert wall.sees(Plain, AgendaKind.READ_BACK, at=keys.steps[-1]).lines == ()
    assert wall.sees(ReadBack, AgendaKind.READ_BACK).of == len(keys.steps) - 1
    wall.book.do(RemoveNextStep(keys.steps[0]))
    assert wall.sees(Plain, AgendaKind.READ_BACK, at=keys.steps[0]).lines == ()


def test_the_closing_shows_what_is_due_first_and_the_stage_agreed_on(wall: Wall, keys: Live):
    first = wall.sees(Closing, AgendaKind.CLOSE)
    wall.book.do(EditNextStep(keys.steps[5], {"due": first.day}))
    view = wall.sees(Closing, AgendaKind.CLOSE)
    assert view.rows[0].id == keys.steps[5]
    assert (view.stage_number, view.stage) == (3, "Changing the rules")
    pages = [wall.sees(Closing, AgendaKind.CLOSE, page=page) for page in range(view.pages)]
    assert sorted(row.id for page in pages for row in page.rows) == sorted(keys.steps[:-1])
    assert all(len(page.rows) <= 6 for page in pages)


def test_the_plan_names_no_agency_that_said_no(wall: Wall, keys: Live):
    day = wall.sees(Closing, AgendaKind.CLOSE).day
    wall.book.do(EditNextStep(keys.steps[2], {"due": day}))
    before = wall.sees(Closing, AgendaKind.CLOSE).rows[0]
    assert before.agency
    assert not before.has_refused
    wall.book.do(AcceptNextStep(keys.steps[2], Acceptance.DECLINED))
    row = wall.sees(Closing, AgendaKind.CLOSE).rows[0]
    assert (row.id, row.agency, row.has_refused) == (keys.steps[2], "", True)


@pytest.mark.parametrize("part", [AgendaKind.BREAK, AgendaKind.DASHBOARD])
def test_a_part_without_a_picture_shows_its_name(wall: Wall, part: AgendaKind):
    assert wall.sees(Plain, part).lines == ()


def test_decisions_show_those_of_this_meeting(wall: Wall):
    assert wall.sees(Plain, AgendaKind.DECISIONS).lines == ("A decision", "A decision")


def test_too_few_ballots_are_told_by_their_number_and_pages_lead_to_each_question(wall: Wall):
    whole = wall.sees(Rating, AgendaKind.STAGE_CHECK, revealed=True)
    assert (whole.page, whole.pages, whole.dimension, whole.is_too_few) == (0, 2, "", False)
    assert whole.earlier is not None
    assert (whole.earlier.tallies, whole.earlier.is_same_check) == (HANDS[::-1], True)
    few = wall.sees(Rating, AgendaKind.STAGE_CHECK, revealed=True, page=7)
    assert (few.page, few.many_in, few.is_too_few, few.tallies, few.words) == (1, 4, True, (), "")
    (part,) = wall.find(select(Round.dimension_id).where(Round.dimension_id.is_not(None)))
    assert wall.sees(Rating, AgendaKind.STAGE_CHECK, revealed=True, at=part) == few
    hidden = wall.sees(Rating, AgendaKind.STAGE_CHECK, at=part, method=RatingMethod.HANDS)
    assert (hidden.dimension, hidden.is_open, hidden.is_too_few) == (few.dimension, True, False)
