# SPDX-License-Identifier: MIT
"""Choosing: what dots and fists mean, themes of the loudest barriers, votes and weights."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from walkthrough.model.commands.choose import SetDots, SetVotes, ThemesOfLoudest, WeighTheme
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.finding import SayAgain
from walkthrough.model.commands.meeting import EditMeeting, PlanMeeting
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.errors import Refused
from walkthrough.model.rules.dots import check_dots
from walkthrough.model.rules.fist import outcome
from walkthrough.model.schema import Meeting, Theme, ThemeFinding
from walkthrough.model.words import Kind
from walkthrough.paths import resources

# Rules ---------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 60), max_size=12), st.integers(0, 40), st.integers(1, 5))
def test_dots_fit_when_they_are_as_many_as_were_given_out(votes, people, dots):
    code, many = check_dots(votes, people, dots)
    given_out = people * dots
    assert {"over": given_out + many, "under": given_out - many, "fits": given_out}[code] == sum(votes)
    assert (many == 0) == (code == "fits")
    assert many >= 0


def test_every_way_to_show_fingers_means_what_the_rule_says():
    for counts in itertools.product(range(3), repeat=6):
        shown = [fingers for fingers, many in enumerate(counts) for _ in range(many)]
        if 0 in shown:
            meant = "stop"
        elif 1 in shown or 2 in shown:
            meant = "hear"
        else:
            meant = "go" if shown else ""
        assert outcome(counts) == meant


# Commands ------------------------------------------------------------------------------------------------


@pytest.fixture
def walk(workbook):
    shelf = load_shelf(resources() / "content", "en")
    command = StartWalk(shelf.route("five-points"), shelf.general_prompts, shelf.family("harper"))
    workbook.do(command)
    return command.walk_id


@pytest.fixture
def meeting(workbook):
    command = PlanMeeting(date(2026, 12, 8))
    workbook.do(command)
    return command.id


def say(workbook, walk, text, *, kind=Kind.BARRIER, again=0):
    command = RecordEntry(kind, text, walk)
    workbook.do(command)
    for _ in range(again):
        workbook.do(SayAgain(command.entry_id))
    return command.entry_id


def themes(workbook):
    query = select(Theme.name, Theme.pos, Theme.number, Theme.votes).order_by(Theme.pos)
    return workbook.read(lambda c: c.execute(query).all())


def test_the_loudest_barriers_become_themes_and_each_holds_its_own(workbook, walk):
    say(workbook, walk, "Quiet")
    loud = say(workbook, walk, "Loud", again=3)
    say(workbook, walk, "What works", kind=Kind.PRACTICE, again=9)
    louder = say(workbook, walk, "Louder", again=5)
    command = ThemesOfLoudest(walk, most=2)
    workbook.do(command)
    assert [row.name for row in themes(workbook)] == ["Louder", "Loud"]
    assert [row.pos for row in themes(workbook)] == [0, 1]
    assert command.facts() == {"count": 2}
    links = select(ThemeFinding.finding_id).join(Theme, Theme.id == ThemeFinding.theme_id).order_by(Theme.pos)
    assert workbook.read(lambda c: c.execute(links).scalars().all()) == [louder, loud]
    workbook.undo()
    assert themes(workbook) == []


def test_of_barriers_as_loud_as_each_other_the_first_said_comes_first_and_twelve_is_the_end(workbook, walk):
    for number in range(15):
        say(workbook, walk, f"Barrier {number}")
    workbook.do(ThemesOfLoudest(walk, most=99))
    assert [row.name for row in themes(workbook)] == [f"Barrier {number}" for number in range(12)]
    numbers = [row.number for row in themes(workbook)]
    assert len(set(numbers)) == 12
    assert min(numbers) > 15


def test_what_is_on_hold_gives_no_theme_its_name(workbook, walk):
    held = say(workbook, walk, "A client's name", again=5)
    workbook.do(HoldEntry(Kind.BARRIER, held))
    say(workbook, walk, "No bus")
    workbook.do(ThemesOfLoudest(walk))
    assert [row.name for row in themes(workbook)] == ["No bus"]


def test_without_barriers_there_is_nothing_to_make(workbook, walk):
    assert workbook.do(ThemesOfLoudest(walk)) is None


def test_all_hands_are_one_step_and_a_theme_that_was_not_asked_keeps_its_votes(workbook, walk, meeting):
    for number in range(3):
        say(workbook, walk, f"Barrier {number}")
    workbook.do(ThemesOfLoudest(walk))
    keys = workbook.read(lambda c: c.execute(select(Theme.id).order_by(Theme.pos)).scalars().all())
    workbook.do(SetVotes(meeting, dict.fromkeys(keys, 2)))
    workbook.do(SetVotes(meeting, {keys[0]: 7, keys[2]: 0}))
    assert [row.votes for row in themes(workbook)] == [7, 2, 0]
    assert workbook.next_undo.facts == {"count": 2, "votes": 7}
    workbook.undo()
    assert [row.votes for row in themes(workbook)] == [2, 2, 2]


def test_votes_below_zero_leave_every_theme_as_it_was(workbook, walk, meeting):
    say(workbook, walk, "One")
    say(workbook, walk, "Two")
    workbook.do(ThemesOfLoudest(walk))
    first, second = workbook.read(lambda c: c.execute(select(Theme.id).order_by(Theme.pos)).scalars().all())
    with pytest.raises(Refused) as refused:
        workbook.do(SetVotes(meeting, {first: 3, second: -1}))
    assert (refused.value.code, refused.value.facts["field"]) == ("out_of_range", "votes")
    assert [row.votes for row in themes(workbook)] == [0, 0]


@pytest.mark.parametrize(("impact", "effort", "field"), [(0, 3, "impact"), (3, 6, "effort")])
def test_a_weight_is_a_number_from_one_to_five_or_none(workbook, walk, impact, effort, field):
    say(workbook, walk, "One")
    workbook.do(ThemesOfLoudest(walk))
    (theme,) = workbook.read(lambda c: c.execute(select(Theme.id)).scalars().all())
    with pytest.raises(Refused) as refused:
        workbook.do(WeighTheme(theme, impact, effort))
    assert refused.value.facts == {"field": field, "least": 1, "most": 5}
    for weights in ((1, 5), (None, 2), (None, None)):
        workbook.do(WeighTheme(theme, *weights))
        row = workbook.read(lambda c: c.execute(select(Theme.impact, Theme.effort)).one())
        assert tuple(row) == weights
    assert workbook.next_undo.facts == {"number": themes(workbook)[0].number}


@pytest.mark.parametrize("dots", [0, 6])
def test_each_person_has_one_to_five_dots_however_they_are_set(workbook, meeting, dots):
    for command in (SetDots(meeting, dots, False), EditMeeting(meeting, {"dots": dots})):
        with pytest.raises(Refused) as refused:
            workbook.do(command)
        assert refused.value.facts == {"field": "dots", "least": 1, "most": 5}


def test_dots_are_three_and_placed_in_the_open_until_somebody_says_otherwise(workbook, meeting):
    query = select(Meeting.dots, Meeting.dots_private)
    assert tuple(workbook.read(lambda c: c.execute(query).one())) == (3, False)
    workbook.do(SetDots(meeting, 4, True))
    assert tuple(workbook.read(lambda c: c.execute(query).one())) == (4, True)
    assert workbook.next_undo.facts == {"dots": 4}
