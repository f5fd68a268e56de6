# SPDX-License-Identifier: MIT
"""How large the words on the wall are: the worked-out table to the pixel, and how sizes follow the room."""

from __future__ import annotations

from math import atan, degrees

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.sight import (
    CAPITAL_PER_EM,
    floor_size,
    screen_width_cm,
    usual_size,
    words_size,
)

TABLE = [
    (screen_width_cm(55), 400, 52, 42),
    (screen_width_cm(55), 600, 79, 63),
    (screen_width_cm(65), 600, 67, 53),
    (200, 400, 32, 26),
    (200, 600, 48, 38),
    (240, 800, 53, 43),
]
ROOMS = {
    "picture_cm": st.integers(20, 3_000),
    "back_row_cm": st.integers(50, 20_000),
    "screen_px": st.integers(640, 7_680),
}


@pytest.mark.parametrize(("picture_cm", "back_row_cm", "good", "least"), TABLE)
def test_the_sizes_are_those_worked_out_for_a_full_hd_picture(picture_cm, back_row_cm, good, least):
    assert words_size(picture_cm, back_row_cm, 1920) == good
    assert floor_size(picture_cm, back_row_cm, 1920) == least


@given(**ROOMS)
def test_a_capital_fills_twenty_minutes_of_arc_at_the_back_row(picture_cm, back_row_cm, screen_px):
    size = words_size(picture_cm, back_row_cm, screen_px)
    capital_cm = size * CAPITAL_PER_EM * picture_cm / screen_px
    half_a_pixel = 0.5 * CAPITAL_PER_EM * picture_cm / screen_px
    low, high = (
        60 * degrees(atan(max(tall, 0) / back_row_cm))
        for tall in (capital_cm - half_a_pixel, capital_cm + half_a_pixel)
    )
    assert low - 0.001 <= 20 <= high + 0.001


@given(**ROOMS)
def test_words_never_shrink_as_the_back_row_moves_away(picture_cm, back_row_cm, screen_px):
    here = words_size(picture_cm, back_row_cm, screen_px)
    assert words_size(picture_cm, back_row_cm + 100, screen_px) >= here
    assert words_size(picture_cm + 100, back_row_cm, screen_px) <= here
    assert floor_size(picture_cm, back_row_cm, screen_px) <= here


def test_without_a_room_size_words_are_as_for_six_metres_on_every_projector():
    assert usual_size(1080) == words_size(200, 600, 1920) == 48
    assert usual_size(768) == 34
    assert usual_size(2160) == 96
