# SPDX-License-Identifier: MIT
"""What was said at two places and sounds alike is found by the words the two share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.alikeness import (
    FEWEST_SHARED,
    LEAST_ALIKE,
    Told,
    alike_pairs,
    significant_words,
)


def keys(*told: Told) -> list[tuple[int, int]]:
    return [(one.key, other.key) for one, other in alike_pairs(told)]


def said(key: int, text: str, place: str = "", kind: str = "barrier") -> Told:
    return Told(key, place or f"station {key}", kind, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No bed after five", {"after", "five"}),
        ("Release FORMS, release form!", {"release", "form"}),
        ("Niñas sin atención médica", {"nina", "atencion", "medica"}),
        ("30 days", {"day"}),
        ("to be of it", set()),
    ],
)
def test_the_words_that_tell_something(text: str, words: set[str]):
    assert significant_words(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nobody answers the clinic phone after five", "The clinic phone: nobody answers after hours"),
        ("Five release forms", "Too many release forms"),
        ("Largas listas de espera", "Lista de espera muy larga"),
    ],
)
def test_two_that_share_most_of_their_words_sound_alike(one: str, other: str):
    assert keys(said(2, other), said(1, one)) == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nobody answers the clinic phone after five", "The court has no interpreter on Mondays"),
        ("Release forms", "Release from jail"),
        ("Waits", "Waits"),
        ("", ""),
    ],
)
def test_one_word_in_common_is_no_likeness(one: str, other: str):
    assert keys(said(1, one), said(2, other)) == []


def test_the_same_place_or_another_kind_makes_no_pair():
    text = "Nobody answers the clinic phone"
    assert keys(said(1, text, "birth"), said(2, text, "birth")) == []
    assert keys(said(1, text), said(2, text, kind="practice")) == []


def test_a_word_that_everybody_says_counts_for_nothing():
    told = [said(key, f"family worker agency home word{chr(97 + key)}") for key in range(12)]
    assert keys(*told) == []
    assert keys(*told[:11]) != []


def test_the_most_alike_come_first_and_no_more_than_asked_for():
    first, close = "clinic phone rings unanswered nightly", "clinic phone rings unanswered daily"
    told = [said(1, first), said(2, close), said(3, first)]
    assert keys(*told) == [(1, 3), (1, 2), (2, 3)]
    assert len(alike_pairs(told, most=2)) == 2


words = st.lists(st.sampled_from(["clinic", "phone", "court", "judge", "bed", "forms", "list"]), max_size=6)
told_at = st.tuples(
    st.sampled_from(["birth", "home", "court"]), st.sampled_from(["barrier", "practice"]), words
)


@given(st.lists(told_at, max_size=11))
def test_every_pair_is_of_two_places_of_one_kind_and_shares_enough(rows):
    told = [Told(key, place, kind, " ".join(said)) for key, (place, kind, said) in enumerate(rows)]
    for one, other in alike_pairs(told):
        mine, theirs = significant_words(one.text), significant_words(other.text)
        assert one.key < other.key
        assert (one.place != other.place, one.kind == other.kind) == (True, True)
        assert len(mine & theirs) >= max(FEWEST_SHARED, LEAST_ALIKE * len(mine | theirs))


@given(st.lists(told_at, max_size=14))
def test_the_order_in_which_they_come_has_no_say(rows):
    told = [Told(key, place, kind, " ".join(said)) for key, (place, kind, said) in enumerate(rows)]
    assert alike_pairs(told) == alike_pairs(told[::-1])
