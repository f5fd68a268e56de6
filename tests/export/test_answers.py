# SPDX-License-Identifier: MIT
"""Answers as a picture: a dot for each ballot, a count in figures, all of it told in words too."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.asked_questionnaires import ROOM, ask, made
from walkthrough.export.answer_words import told_words
from walkthrough.export.charts.answers import AnswerItem, AnswersInput, AnswersWords, build_answers
from walkthrough.export.pictures.answers import answers_scene, section_groups, talk_groups
from walkthrough.export.scene import Circle, Words, bounds, spoken
from walkthrough.model.queries.questionnaires import asking_result
from walkthrough.wording import Wording

STEPS = AnswersWords(
    ("Strongly disagree", "Disagree", "In between", "Agree", "Strongly agree"),
    "Not sure",
    "Last time",
    ("Question", "Answer", "Ballots", "Last time"),
)
many = st.integers(0, 40)
agreeing = st.builds(
    lambda text, tallies, before: AnswerItem("a", text, text, tuple(tallies), before=tuple(before)),
    st.text(max_size=120),
    st.lists(many, min_size=6, max_size=6),
    st.lists(many, min_size=6, max_size=6) | st.just([]),
)
choosing = st.integers(2, 9).flatmap(
    lambda choices: st.builds(
        lambda text, tallies: AnswerItem("c", text, text, tuple(tallies), tuple([text] * choices)),
        st.text(max_size=80),
        st.lists(many, min_size=choices + 1, max_size=choices + 1),
    )
)


@settings(max_examples=15)
@given(st.lists(agreeing | choosing, min_size=1, max_size=3), st.sampled_from([320.0, 500.0]))
def test_every_ballot_has_its_dot_and_nothing_leaves_the_picture(items, width):
    scene = build_answers(AnswersInput(tuple(items), STEPS, "", width))
    assert sum(isinstance(shape, Circle) for shape in scene.shapes) == sum(sum(one.tallies) for one in items)
    for shape in scene.shapes:
        left, top, wide, high = bounds(shape)
        assert left >= -1.5, shape
        assert top >= -0.5, shape
        assert top + high <= scene.h + 2.0, shape
        if isinstance(shape, Circle):
            assert left + wide <= width + 0.5, shape


def test_a_room_is_told_first_where_it_does_not_agree_in_dots_figures_and_words(workbook):
    words = Wording()
    result = workbook.read(asking_result, ask(workbook, made(workbook)))
    groups = talk_groups(words, result)
    assert [group.heading for group in groups] == [
        "We see it differently", "We are close", "We agree", "What we chose"
    ]  # fmt: skip
    scene = answers_scene(words, groups[0].rows)
    (said,) = spoken(scene)
    assert said.say == (
        "Parents can lead a team. We see it differently. 3 of 6 see it two or more steps away. "
        "1 Strongly disagree: 3; 3 In between: 1; 5 Strongly agree: 2."
    )
    assert [row[2] for row in scene.table[1:]] == ["3", "0", "1", "0", "2", "0"]
    assert told_words(words, groups[3].rows[0]) == "Chosen most: Time. 1 of 6 is not sure."


def test_the_time_before_stands_beside_in_figures_and_sections_keep_the_order_of_the_ballot(workbook):
    key = made(workbook)
    ask(workbook, key, ROOM[:5])
    result = workbook.read(asking_result, ask(workbook, key))
    purpose, trust = section_groups(Wording(), result)
    assert (purpose.heading, len(purpose.rows), trust.heading) == ("Purpose", 2, "Trust")
    scene = answers_scene(Wording(), purpose.rows)
    figures = [shape.text for shape in scene.shapes if isinstance(shape, Words)]
    assert "(4)" in figures  # strongly agree, last time
    assert scene.table[0][3] == "Last time"
