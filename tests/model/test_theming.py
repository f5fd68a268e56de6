# SPDX-License-Identifier: MIT
"""A theme as it is typed: a name, then numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from walkthrough.model.rules.theming import read_theme


@pytest.mark.parametrize(
    ("typed", "name", "numbers"),
    [
        ("Waiting lists 12 15 #3", "Waiting lists", (12, 15, 3)),
        ("Waiting lists", "Waiting lists", ()),
        ("Within 24 hours 12", "Within 24 hours", (12,)),
        ("Phones 12, 15; #12", "Phones", (12, 15)),
        ("Plan B2", "Plan B2", ()),
        ("  ", "", ()),
        ("12 15", "", (12, 15)),
    ],
)
def test_the_numbers_at_the_end_are_findings_and_the_rest_is_the_name(typed, name, numbers):
    assert read_theme(typed) == (name, numbers)


words = some.text(some.characters(categories=("Lu", "Ll")), min_size=1, max_size=12)


@given(
    some.lists(words, min_size=1, max_size=6),
    some.lists(some.integers(1, 10**6), max_size=8, unique=True),
    some.booleans(),
)
def test_what_is_put_together_is_read_apart_again(name, numbers, hashed):
    tail = " ".join(f"#{n}" if hashed else str(n) for n in numbers)
    assert read_theme(f"{' '.join(name)} {tail}") == (" ".join(name), tuple(numbers))
