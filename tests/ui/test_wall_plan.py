# SPDX-License-Identifier: MIT
"""Numbers and the plan on the wall: digits in circles, short numbers, what is not settled yet."""

from __future__ import annotations

import msgspec
import pytest

from tests.ui.wall_views import VIEWS
from walkthrough.export.scene import Scene, Words, spoken
from walkthrough.ui.wall.frame import WallFrame
from walkthrough.ui.wall.page_lines import width_of
from walkthrough.ui.wall.page_signs import numbered
from walkthrough.ui.wall.pages import wall_scene


@pytest.mark.parametrize("number", [7, 42])
def test_a_digit_on_the_wall_is_never_wider_than_its_circle(number):
    circle, words = numbered(number)(100, 100, 27)
    assert width_of(words.text, words.size, bold=True) <= 2 * circle.r


@pytest.mark.parametrize("number", [9, 112, 12345])
def test_a_short_number_in_the_plan_begins_at_the_margin_and_ends_before_its_words(number):
    view = VIEWS["closing"]
    row = msgspec.structs.replace(view.rows[0], number=number, what="Buy a second van")
    scene = wall_scene(msgspec.structs.replace(view, rows=(row,)), WallFrame(1920, 1080, 48))
    tag, words = (words_at(scene, text) for text in (f"#{number}", "Buy a second van"))
    assert tag.x >= words_at(scene, "Our plan").x - 1
    assert tag.x + width_of(tag.text, tag.size, bold=True) < words.x


def words_at(scene: Scene, start: str) -> Words:
    return next(one for one in scene.shapes if isinstance(one, Words) and one.text.startswith(start))


def test_a_step_without_agency_or_date_says_so_where_the_room_can_mend_it():
    view = VIEWS["closing"]
    row = msgspec.structs.replace(view.rows[0], agency="", due=None, due_words="")
    scene = wall_scene(msgspec.structs.replace(view, rows=(row,)), WallFrame(1920, 1080, 48))
    said = " ".join(shape.say for shape in spoken(scene))
    assert "No agency named yet" in said
    assert "no date yet" in said
