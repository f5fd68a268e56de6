# SPDX-License-Identifier: MIT
"""The reveal in a live meeting: what a sealed round says, its earlier ones, and what comes next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.model.sealed_rounds import Sealed
from tests.ui.live_parts import show_part, texts
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.roll import CameUnnamed, Depart
from walkthrough.model.commands.stage import BeginStageCheck
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.roll import roll
from walkthrough.model.queries.wall.shapes import Rating
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.live.moment import MomentsPart
from walkthrough.ui.screens.live.reveal_moment import RevealMoment
from walkthrough.ui.screens.live.stage_part import StagePart

CONTENT = Path(__file__).parents[2] / "resources" / "content"
DOWN, UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


class RevealPart(MomentsPart):
    """The moment alone, as a part."""

    kind = AgendaKind.STAGE_CHECK
    tables = ("round", "tally", "attendance")

    def __init__(self, live) -> None:
        super().__init__(live, ("Ratings",), (RevealMoment(live),))


@pytest.fixture(scope="module")
def ladder():
    return load_shelf(CONTENT, "en").ladder


@pytest.fixture
def room(workbook, ladder):
    """A meeting of twelve whose check was asked once before, in May; returns meeting and check."""
    earlier = BeginStageCheck(date(2026, 5, 12), ladder)
    plan = PlanMeeting(date(2026, 11, 24), {})
    now = BeginStageCheck(date(2026, 11, 24), ladder, plan.id)
    for command in (earlier, Sealed(earlier.id, (1, 5, 4, 1, 0)), plan, now):
        workbook.do(command)
    for _ in range(12):
        workbook.do(CameUnnamed(plan.id, None))
    return plan.id, now.id


def sees(workbook, part) -> Rating:
    return workbook.read(wall_view, part.part.showing())


def test_a_sealed_round_is_read_as_the_room_sees_it(qtbot, at_desk, room, workbook):
    meeting, check = room
    part = show_part(qtbot, at_desk, RevealPart, meeting)
    moment = part.part.moment
    assert "Nothing is sealed yet" in moment.question.text()
    assert not part.part.showing().revealed
    workbook.do(Sealed(check, (1, 1, 5, 4, 0)))
    view = sees(workbook, part)
    assert (view.tallies, view.earlier.tallies) == ((1, 1, 5, 4, 0), (1, 5, 4, 1, 0))
    assert moment.said.text() == "We are close: stage 2 or 3"
    facts = "From stage 1 to stage 3. The middle is stage 2. 1 of 11 is not sure."
    assert moment.facts.text() == facts
    assert "May 12, 2026: We are close: stage 1 or 2" in moment.earlier.text()
    assert moment.picture.picture.scene().summary.startswith("Which stage are we in?")
    assert not moment.list.isVisible()
    workbook.do(Sealed(check, (), ballots=4))
    assert moment.facts.text() == f"{facts} Asked again on Nov 24, 2026: 4 ballots, too few to show."
    again = sees(workbook, part)
    assert (again.tallies, again.again.ballots, again.is_too_few) == ((1, 1, 5, 4, 0), 4, False)
    with qtbot.waitSignals([moment.again_asked, moment.agree_asked]):
        moment.again.click()
        moment.agree.click()
    assert not moment.changed_people.isVisible()
    someone = workbook.read(roll, meeting)[0]
    workbook.do(Depart(someone.id))
    assert "Somebody has left since" in moment.changed_people.text()


def test_several_parts_stand_in_the_order_of_their_spread_and_turn_on_both_screens(
    qtbot, at_desk, room, workbook, ladder
):
    meeting, check = room
    first, second, third = (part.id for part in ladder.dimensions[:3])
    workbook.do(Sealed(check, (0, 0, 11, 0, 0), first))
    workbook.do(Sealed(check, (0, 6, 0, 0, 5), second))
    workbook.do(Sealed(check, (), third, ballots=4))
    part = show_part(qtbot, at_desk, RevealPart, meeting)
    moment = part.part.moment
    names = [part.name for part in ladder.dimensions[:3]]
    assert texts(moment.list) == [names[1], names[0], names[2]]
    assert (sees(workbook, part).dimension, sees(workbook, part).pages) == (names[1], 3)
    part.press(DOWN, DOWN)
    assert moment.said.text() == "4 ballots are in."
    assert not moment.picture.isVisible()
    assert sees(workbook, part).is_too_few
    part.press(UP)
    assert (moment.question.text(), moment.list.chosen_id()) == (names[0], "1")
    workbook.do(Sealed(check, (0, 0, 5, 6, 0), third, box="two"))
    assert moment.question.text() == names[2], "a new round comes into view"
    assert "too few to show" in moment.earlier.text()
    left = part.part.showing()
    again = show_part(qtbot, at_desk, RevealPart, meeting, left)
    assert again.part.showing() == left


def test_what_was_said_stays_on_the_wall_while_the_room_agrees(qtbot, at_desk, room, workbook):
    meeting, check = room
    workbook.do(Sealed(check, (1, 1, 5, 4, 0)))
    part = show_part(qtbot, at_desk, StagePart, meeting)
    part.part.reveal.agree_asked.emit()
    assert part.part.moment is part.part.agree
    assert sees(workbook, part).tallies == (1, 1, 5, 4, 0)
