# SPDX-License-Identifier: MIT
"""Words without an end, as a pasted link is one: cut where they must be, and at once."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from walkthrough.export.fonts import measure, wrap

WIDTHS = st.sampled_from([6.0, 20.0, 80.0, 300.0])


@given(st.text(st.sampled_from("abWil-/é漢👵\u0627"), min_size=1, max_size=60), WIDTHS)
def test_pieces_are_as_long_as_they_can_be_and_nothing_is_lost(word, width):
    lines = wrap(word, width, 10)
    assert "".join(lines) == word
    for line, following in itertools.pairwise(lines):
        assert len(line) == 1 or measure(line, 10) <= width
        assert line[-1] in "-/" or measure(line + following[0], 10) > width


def test_two_hundred_thousand_letters_are_no_more_than_work_for_a_moment():
    measured = wrap("x" * 200_000, 300, 10)
    assert len(measured) > 3_000
    assert measured[0] == measured[1]
