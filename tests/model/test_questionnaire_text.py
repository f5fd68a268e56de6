# SPDX-License-Identifier: MIT
"""A questionnaire pasted as lines: sections, questions and choices are told apart, and no word is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.questionnaire_text import GivenQuestion, GivenSection, read_questionnaire
from walkthrough.model.words import QuestionKind

PASTED = """
# How we work

1. We share one goal.
• We tell each other early.

2) Trust:
- We trust each other.
What helps most?
a) More time
b) Fewer forms

- We meet in person.
Is that enough?
"""
words = st.text(alphabet="abcdefgh", min_size=2, max_size=8)
questions = st.builds(
    lambda text, choices: GivenQuestion(text + "?", QuestionKind.CHOICE, tuple(choices)),
    words,
    st.lists(words, min_size=2, max_size=9),
) | st.builds(lambda text: GivenQuestion(text + "."), words)
sections = st.lists(
    st.builds(lambda name, asked: GivenSection(name, tuple(asked)), words, st.lists(questions, max_size=4)),
    max_size=3,
).map(tuple)


def as_text(given_sections: tuple[GivenSection, ...], bullet: str, mark: str) -> str:
    lines = []
    for section in given_sections:
        lines.append(f"{section.name}:")
        for number, one in enumerate(section.questions, 1):
            lines += [f"{bullet.format(n=number)}{one.text}", *(f"{mark} {choice}" for choice in one.choices)]
            lines.append("")
    return "\n".join(lines)


def test_sections_questions_and_choices_are_told_apart():
    agree = QuestionKind.AGREE
    assert read_questionnaire(PASTED) == (
        GivenSection(
            "How we work", (GivenQuestion("We share one goal."), GivenQuestion("We tell each other early."))
        ),
        GivenSection(
            "Trust",
            (
                GivenQuestion("We trust each other."),
                GivenQuestion("What helps most?", QuestionKind.CHOICE, ("More time", "Fewer forms")),
                GivenQuestion("We meet in person."),
                GivenQuestion("Is that enough?", agree),
            ),
        ),
    )


def test_questions_end_in_the_signs_of_their_own_script_and_a_cell_of_a_table_is_one_line():
    asked = {"\u4fe1\u4efb\uff1f": "\u5171\u540c\uff1a", "\u0646\u062b\u0642\u061f": "\u0645\u0639\u0627:"}
    for question, section in asked.items():
        text = f"\ufeff# {section}\r\n{question}\r\n- \u662f\r\n- \u0644\u0627"
        choice = GivenQuestion(question, QuestionKind.CHOICE, ("\u662f", "\u0644\u0627"))
        assert read_questionnaire(text) == (GivenSection(section[:-1], (choice,)),)
    assert read_questionnaire('\u5171\u540c\uff1a\n"We ""trust""\nothers."\t\nWe meet.') == (
        GivenSection("\u5171\u540c", (GivenQuestion('We "trust" others.'), GivenQuestion("We meet."))),
    )


def test_a_question_with_one_choice_is_two_questions():
    (section,) = read_questionnaire("Do we?\n- We do")
    assert [one.text for one in section.questions] == ["Do we?", "We do"]
    assert {one.kind for one in section.questions} == {QuestionKind.AGREE}


@given(sections, st.sampled_from(["", "{n}. ", "- ", "Q{n}) "]), st.sampled_from(["-", "a)", "•", "[ ]"]))
def test_what_was_written_out_is_read_back(given_sections, bullet, mark):
    assert read_questionnaire(as_text(given_sections, bullet, mark)) == given_sections


@given(st.text(max_size=200))
def test_any_text_can_be_pasted_and_no_empty_question_comes_of_it(text):
    for section in read_questionnaire(text):
        for one in section.questions:
            assert one.text.strip()
            assert (one.kind is QuestionKind.CHOICE) == bool(one.choices)
