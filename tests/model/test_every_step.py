# SPDX-License-Identifier: MIT
"""Which checks are said aloud: the one about those most affected always, the others in turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.every_step import ALWAYS, said_aloud

CODES = ["involved-groups", ALWAYS, *(f"check-{n}" for n in range(10))]
codes = st.lists(st.text(min_size=1, max_size=4), unique=True, max_size=12)


@given(codes, st.integers(0, 1000))
def test_at_most_three_each_once_in_their_order(some, place):
    aloud = said_aloud(some, place)
    assert len(set(aloud)) == len(aloud) <= 3
    assert list(aloud) == [code for code in some if code in aloud]


@given(st.integers(0, 1000))
def test_those_most_affected_are_asked_about_every_time(place):
    assert ALWAYS in said_aloud(CODES, place)


def test_after_six_meetings_every_check_was_said():
    assert {code for place in range(6) for code in said_aloud(CODES, place)} == set(CODES)


def test_the_same_meeting_asks_the_same_checks():
    assert said_aloud(CODES, 4) == said_aloud(CODES, 4)
    assert said_aloud(CODES, 4) != said_aloud(CODES, 5)
