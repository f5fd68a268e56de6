# SPDX-License-Identifier: MIT
"""Words on the wall in scripts that are read from the right, and letters that no bundled face has."""

from __future__ import annotations

import pytest

from tests.ui.wall_looked_over import SIZES, faults, frame_of, words_of
from tests.ui.wall_views import DAY, walking
from walkthrough.export.glyphs import BOX
from walkthrough.export.scene import bounds, spoken
from walkthrough.model.queries.wall import shapes
from walkthrough.model.words import AgendaKind, Kind
from walkthrough.ui.wall.calm import calm_scene
from walkthrough.ui.wall.frame import WallFrame
from walkthrough.ui.wall.page_lines import reads_from_right
from walkthrough.ui.wall.page_promises import step_sentence
from walkthrough.ui.wall.pages import wall_scene

HEBREW = "אין מענה בטלפון אחרי חמש"
RUNE = "\U00012000"


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        (HEBREW, True),
        ("لا أحد يجيب", True),
        ("No answer", False),
        ("The word שלום is a greeting", False),
        ("12 – 34", False),
    ],
)
def test_the_way_a_text_is_read_is_told_by_most_of_its_letters(text, is_right):
    assert reads_from_right(text) is is_right


@pytest.mark.parametrize("size", SIZES)
def test_a_row_read_from_the_right_begins_at_the_right_edge_of_its_box(size):
    rows = tuple(
        shapes.WallRow(n, Kind.BARRIER, text, "Courts") for n, text in ((1, HEBREW * 3), (2, "No ride"))
    )
    scene = wall_scene(walking(rows), frame_of(size))
    assert not faults(scene, size[2])
    right = [words for words in words_of(scene) if reads_from_right(words.text)]
    assert right
    assert {words.anchor for words in right} == {"end"}
    assert len({round(words.x) for words in right}) == 1
    (left,) = (words for words in words_of(scene) if words.text == "No ride")
    assert left.anchor == "start"
    assert max(bounds(words)[0] for words in right) > left.x


def test_a_letter_that_no_face_has_is_replaced_wherever_it_stands():
    step = shapes.StepRow("a", 1, f"Ask {RUNE}", f"Agency {RUNE}", DAY, "", f"Seen {RUNE}")
    head = shapes.WallHead(AgendaKind.NEXT_STEPS, f"Steps {RUNE}")
    for size in SIZES:
        scene = wall_scene(shapes.Steps(head, (step,)), frame_of(size))
        drawn = [words.text for words in words_of(scene)]
        assert not [text for text in drawn if RUNE in text]
        assert any(BOX in text for text in drawn)
        assert any(RUNE in shape.say for shape in spoken(scene))


def test_the_calm_page_lies_on_the_same_ground_as_every_picture():
    frame = WallFrame(1920, 1080, 48)
    assert calm_scene(frame).shapes[0].fill == wall_scene(walking(()), frame).shapes[0].fill


@pytest.mark.parametrize(
    ("agency", "due", "words", "said"),
    [
        ("Courts", None, "next meeting", "Courts: Ask the jail (by when: next meeting)."),
        ("", None, "next meeting", "Ask the jail (by when: next meeting)."),
        ("Courts", None, "", "Courts: Ask the jail."),
        ("", None, "", "Ask the jail."),
    ],
)
def test_words_for_a_day_stand_as_they_were_typed(agency, due, words, said):
    assert step_sentence(shapes.StepRow("a", 1, "Ask the jail.", agency, due, words)) == said
