# SPDX-License-Identifier: MIT
"""Choosing again in a later meeting: dots and weights of the earlier one are words, not today's numbers."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.ui.live_parts import show_part, texts
from walkthrough.model.commands.choose import SetVotes, WeighTheme
from walkthrough.model.commands.finding import MakeTheme
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.roll import CameUnnamed
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.choosing import is_counted_in, themes_of
from walkthrough.paths import resources
from walkthrough.ui.screens.live.choose_part import ChoosePart

Key = Qt.Key


def spoken(rows, at):
    """A row as it is read aloud."""
    return rows.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def walk_id(workbook):
    shelf = load_shelf(resources() / "content", "en")
    command = StartWalk(shelf.route("five-points"), shelf.general_prompts, shelf.family("harper"))
    workbook.do(command)
    return command.walk_id


@pytest.fixture
def voted_before(workbook, walk_id):
    """Three themes with the dots and weights of an earlier meeting; returns the key of a later one."""
    for name in ("Phones", "Forms", "Rides"):
        workbook.do(MakeTheme(walk_id, name))
    earlier, later = (PlanMeeting(date(2026, month, 1), {"walk_id": walk_id}) for month in (10, 11))
    workbook.do(earlier)
    workbook.do(later)
    for _ in range(4):
        workbook.do(CameUnnamed(later.id, None))
    workbook.live_meeting = earlier.id
    keys = [row.id for row in workbook.read(themes_of, walk_id)]
    workbook.do(SetVotes(earlier.id, dict(zip(keys, (9, 7, 1), strict=True))))
    workbook.do(WeighTheme(keys[0], 5, 2))
    return later.id


def shown(qtbot, at_desk, room, moment):
    part = show_part(qtbot, at_desk, ChoosePart, room)
    part.part.go(moment)
    return part


def test_a_new_meeting_counts_from_nothing_and_tells_the_last_totals_in_words(
    qtbot, at_desk, voted_before, workbook, walk_id
):
    part = shown(qtbot, at_desk, voted_before, 2)
    dots = part.part.dots
    assert dots.list.is_blank()
    assert dots.note.isHidden()
    assert "last time: 9 dots" in texts(dots.list)[0] + spoken(dots.list, 0)
    part.part.leave()
    assert [row.votes for row in workbook.read(themes_of, walk_id)] == [9, 7, 1], "coming here writes nothing"
    part.type("4")
    dots.show_totals.click()
    assert [row.votes for row in workbook.read(themes_of, walk_id)] == [4, 0, 0], (
        "no earlier total stays among them"
    )
    assert part.part.showing().revealed
    workbook.undo()
    assert [row.votes for row in workbook.read(themes_of, walk_id)] == [9, 7, 1]
    assert not part.part.showing().revealed, "the totals of last time are not put up as today's"


def test_the_same_totals_as_last_time_are_of_this_meeting_once_counted(
    qtbot, at_desk, voted_before, workbook, walk_id
):
    part = shown(qtbot, at_desk, voted_before, 2)
    for many in (9, 7, 1):
        part.type(str(many))
        part.press(Key.Key_Return)
    part.part.dots.show_totals.click()
    assert workbook.read(is_counted_in, voted_before)
    assert list(part.part.dots.list.counts().values()) == [9, 7, 1]
    assert [row.votes for row in part.part.dots.view_of_wall().rows] == [9, 7, 1]


def test_weights_of_an_earlier_meeting_are_told_in_words_until_a_theme_is_weighed(
    qtbot, at_desk, voted_before, workbook, walk_id
):
    part = shown(qtbot, at_desk, voted_before, 3)
    weigh = part.part.weigh
    assert "last time: impact 5, effort 2" in texts(weigh.list)[0] + spoken(weigh.list, 0)
    assert "–" in spoken(weigh.list, 0)
    part.type("52")
    assert "last time" not in texts(weigh.list)[0] + spoken(weigh.list, 0)
    assert "impact 5, effort 2" in spoken(weigh.list, 0), "the very weights of last time count as of today"
