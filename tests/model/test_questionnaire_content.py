# SPDX-License-Identifier: MIT
"""The questionnaire that ships, and what the checker tells somebody who wrote one of their own."""

from __future__ import annotations

from walkthrough.model.content import load_shelf
from walkthrough.model.content.check import check_text
from walkthrough.model.words import QuestionKind
from walkthrough.paths import resources

SHELF = load_shelf(resources() / "content", "en")
OWN = """kind = "questionnaire"
id = "ours"
version = 1
name = "Our values"

[[sections]]
name = "Purpose"
questions = [
  { text = "We share one goal." },
  { kind = "choice", text = "What helps most?", choices = ["More time", "more TIME", "Money"] },
  { kind = "choice", text = "Who should lead?", choices = ["One of us"] },
  { text = "We trust each other.", choices = ["Yes", "No"] },
]
"""


def test_the_pulse_has_nine_statements_in_three_sections_and_one_choice():
    (pulse,) = (one for one in SHELF.questionnaires if one.id == "meeting-pulse")
    kinds = [asked.kind for section in pulse.sections for asked in section.questions]
    assert len(pulse.sections) == 3
    assert (kinds.count(QuestionKind.AGREE), kinds.count(QuestionKind.CHOICE)) == (9, 1)
    assert pulse.based_on


def test_wrong_choices_are_told_with_their_line():
    found = check_text(OWN.encode(), SHELF)
    assert [(one.line, one.code) for one in found] == [
        (10, "choice_twice"),
        (11, "choices_missing"),
        (12, "choices_unwanted"),
    ]


def test_a_questionnaire_without_faults_can_be_used_and_an_unknown_kind_of_question_cannot():
    lines = OWN.splitlines()
    good = "\n".join([*lines[:9], *lines[12:]])
    assert check_text(good.encode(), SHELF) == ()
    bad = good.replace('text = "We share', 'kind = "rate", text = "We share')
    assert [(one.line, one.code) for one in check_text(bad.encode(), SHELF)] == [(9, "wrong_value")]
