# SPDX-License-Identifier: MIT
"""The reading grade: syllables by rule, sentences without flattery, and the limit of grade 8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.reading import grade, hard_sentences, sentences, syllables, words

SPOKEN = {
    "one": "asked rules times whole read reach friend cared homes screened phoned tribe voice trust print",
    "two": "children people client placement someone statement safely reading table going doesn't create",
    "three": "agency family agencies usual period decision referral recover manager notices prenatal",
    "four": "information recovery experience community evaluate",
}


@pytest.mark.parametrize(("count", "line"), list(enumerate(SPOKEN.values(), start=1)), ids=SPOKEN)
def test_a_word_has_as_many_syllables_as_are_spoken(count: int, line: str) -> None:
    assert {word: syllables(word) for word in line.split()} == dict.fromkeys(line.split(), count)


def test_a_hyphenated_word_is_one_word_with_the_syllables_of_its_parts() -> None:
    assert words("A follow-up visit") == ["A", "follow-up", "visit"]
    assert syllables("follow-up") == 3


def test_a_number_counts_one_syllable_for_each_digit() -> None:
    assert syllables("2026") == 4


def test_sentences_end_at_full_stops_question_marks_and_line_ends_only() -> None:
    assert sentences("Who decides? We do; they don't: 3.5 times. So\nthere") == [
        "Who decides?",
        "We do; they don't: 3.5 times.",
        "So",
        "there",
    ]


def test_the_grade_is_the_published_formula() -> None:
    # 5 words, 5 syllables: 0.39 * 5 + 11.8 * 1 - 15.59
    assert grade("The cat sat right here.") == pytest.approx(-1.84)


def test_a_plain_question_passes_and_an_office_sentence_does_not() -> None:
    assert hard_sentences("Who makes the call, the worker or the parent?") == []
    [(sentence, found)] = hard_sentences(
        "Interagency collaboration facilitates comprehensive organizational accountability."
    )
    assert sentence.startswith("Interagency")
    assert found > 20


def test_a_heading_of_five_long_words_is_not_judged() -> None:
    assert hard_sentences("Substance use and mental health") == []


@given(st.text(max_size=200))
def test_any_text_at_all_gets_a_grade(text: str) -> None:
    for sentence in sentences(text):
        assert isinstance(grade(sentence), float)
    for word in words(text):
        assert syllables(word) >= 1


@given(st.lists(st.sampled_from(["cat", "family", "agency", "information"]), min_size=1, max_size=12))
def test_a_longer_word_never_lowers_the_grade(chosen: list[str]) -> None:
    harder = ["information", *chosen[1:]]
    assert grade(" ".join(harder)) >= grade(" ".join(chosen))
