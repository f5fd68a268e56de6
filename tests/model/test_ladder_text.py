# SPDX-License-Identifier: MIT
"""A ladder typed or pasted as lines: bullets, numbers, tables, and what is wrong on which line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.ladder_text import stages_in
from walkthrough.model.rules.stages import MOST_STAGES

NAMES = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8)
MEANINGS = st.lists(NAMES, max_size=3).map(" ".join)


def read(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.meaning) for one in stages_in(text).stages]


@pytest.mark.parametrize(
    "line",
    [
        "Networking: we know whom to call",
        "  - Networking - we know whom to call ",
        "1. Networking: we know whom to call",
        "(1) Networking — we know whom to call",
        "1\tNetworking\twe know whom to call",
        "Level 1: Networking: we know whom to call",
        "Level 1\tNetworking\twe know whom to call",
        'Networking\t"we know\nwhom to call"',
        "• Networking:   we know  whom to call",
    ],
)
def test_a_line_is_a_name_and_what_it_means(line):
    assert read(line) == [("Networking", "we know whom to call")]


def test_numbers_that_are_part_of_a_name_stay():
    text = "12 step work: together\n2. Joint work: at 9:30 we meet\nPhase 3: deep\nPhase 4\tfirm"
    assert read(text) == [
        ("12 step work", "together"),
        ("Joint work", "at 9:30 we meet"),
        ("Phase 3", "deep"),
        ("Phase 4", "firm"),
    ]


def test_empty_lines_are_passed_over_and_a_line_without_a_name_is_told():
    found = stages_in("\nTalk:\n\n: nothing\n - \nAct\ntalk: again")
    assert [(one.line, one.name, one.meaning) for one in found.stages] == [
        (2, "Talk", ""),
        (6, "Act", ""),
        (7, "talk", "again"),
    ]
    assert [(one.line, one.code) for one in found.faults] == [
        (4, "name_missing"),
        (5, "name_missing"),
        (7, "name_twice"),
    ]


def test_each_line_beyond_the_last_stage_is_told():
    found = stages_in("\n".join(f"Level{chr(64 + n)}" for n in range(1, MOST_STAGES + 3)))
    assert [(one.line, one.code) for one in found.faults] == [(10, "line_too_many"), (11, "line_too_many")]


@given(st.lists(st.tuples(NAMES, MEANINGS), max_size=9, unique_by=lambda stage: stage[0].casefold()))
def test_what_is_written_plainly_is_read_as_it_is(stages):
    text = "\n".join(f"{name}: {meaning}" for name, meaning in stages)
    assert read(text) == stages
    numbered = "\n".join(f"{n}. {name}: {meaning}" for n, (name, meaning) in enumerate(stages, start=1))
    assert read(numbered) == stages
    assert stages_in(text).faults == ()


@given(st.text())
def test_any_text_is_read_and_no_stage_lacks_a_name(text):
    found = stages_in(text)
    assert all(one.name for one in found.stages)
    assert len(found.stages) <= len(text.splitlines())
