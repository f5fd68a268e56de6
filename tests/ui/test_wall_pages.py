# SPDX-License-Identifier: MIT
"""The pictures of the wall: whatever stands in a view, nothing is clipped, covered or dropped in silence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from tests.ui.test_theme_contrast import contrast
from tests.ui.wall_looked_over import CLOCKS, SIZES, Wordy, faults, flat, frame_of, more_of, words_of
from tests.ui.wall_views import VIEWS, walking
from walkthrough import paths, wording
from walkthrough.export.glyphs import clean
from walkthrough.export.scene import Scene, Words, bounds, spoken
from walkthrough.model.queries.wall import shapes
from walkthrough.model.showing import Call
from walkthrough.model.words import Kind
from walkthrough.ui.theme import read_look
from walkthrough.ui.wall.frame import WallClock, WallFrame
from walkthrough.ui.wall.page_board import MARK
from walkthrough.ui.wall.page_head import clock_words
from walkthrough.ui.wall.page_lines import width_of, wrapped
from walkthrough.ui.wall.page_map import cell_say
from walkthrough.ui.wall.page_promises import step_sentence
from walkthrough.ui.wall.page_revealed import agreement_words
from walkthrough.ui.wall.pages import wall_scene
from walkthrough.ui.widgets.scene_paint import scene_palette
from walkthrough.wording import Wording


@pytest.fixture
def speak():
    """Let the windows speak "en", "es", or a language that is half as long again."""
    kept = wording.current()
    yield lambda language: wording.use(
        Wordy() if language == "wordy" else Wording(language, paths.locale_folder())
    )
    wording.use(kept)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("language", ["en", "es", "wordy"])
def test_nothing_is_clipped_covered_too_small_or_unsaid(name, language, speak):
    speak(language)
    clocks = {size: CLOCKS[(len(name) + index) % len(CLOCKS)] for index, size in enumerate(SIZES)}
    found = {
        size: fault
        for size, clock in clocks.items()
        if (fault := faults(wall_scene(VIEWS[name], frame_of(size, clock)), size[2]))
    }
    assert not found


@pytest.mark.parametrize("name", ["walking_long", "promises_long", "break"])
@pytest.mark.parametrize("clock", CLOCKS)
def test_no_clock_covers_the_head(name, clock, speak):
    speak("wordy")
    for size in SIZES:
        assert not faults(wall_scene(VIEWS[name], frame_of(size, clock)), size[2])


@pytest.mark.parametrize("name", VIEWS)
def test_a_picture_is_as_large_as_its_frame_and_lies_on_paper(name):
    for width, height, size in SIZES:
        scene = wall_scene(VIEWS[name], WallFrame(width, height, size))
        assert (scene.w, scene.h) == (width, height)
        assert bounds(scene.shapes[0]) == (0, 0, width, height)
        assert scene.shapes[0].fill.color == "paper"


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(
    "frame", [(320, 180, 12), (480, 360, 60), (800, 600, 200), (1080, 1920, 48), (3840, 1080, 79)]
)
def test_windows_of_any_form_hold_their_words(name, frame):
    found = faults(wall_scene(VIEWS[name], frame_of(frame, CLOCKS[1])), 0)
    assert not found


def lists_of(view) -> int:
    return len(getattr(view, "rows", getattr(view, "evidence", ())))


@pytest.mark.parametrize("name", [name for name, view in VIEWS.items() if lists_of(view)])
def test_every_row_is_shown_or_counted(name):
    view = VIEWS[name]
    if isinstance(view, shapes.Walking) and view.call not in (Call.NONE, Call.STATION_READ_BACK):
        return
    for size in SIZES:
        scene = wall_scene(view, frame_of(size))
        assert shown_rows(view, scene) + more_of(scene) == lists_of(view)


def shown_rows(view, scene: Scene) -> int:
    """How many rows of a view a screen reader meets, told by how each of them begins to be said."""
    says = [shape.say for shape in spoken(scene)]
    if isinstance(view, shapes.Walking):
        return sum(
            1
            for say in says
            if re.match(r"(Barrier|Effective practice|Indicator|Next step|Decision|Parked topic) #\d+:", say)
        )
    if isinstance(view, shapes.Mapped):
        return sum(1 for row in view.rows if row.lane in says)
    if isinstance(view, shapes.OneCriterion):
        return sum(1 for say in says if re.match(r"(Document|Count|Dated event|Observed example)\.", say))
    if isinstance(view, shapes.Across):
        return sum(1 for say in says if any(flat(row.text) in say for row in view.rows))
    keys = {shape.key for shape in spoken(scene)}
    return sum(1 for row in view.rows if row.id in keys)


def test_the_newest_rows_stand_first_and_the_rest_is_counted():
    rows = tuple(shapes.WallRow(n, Kind.BARRIER, f"Barrier number {n}") for n in range(60, 0, -1))
    scene = wall_scene(walking(rows), frame_of(SIZES[2]))
    texts = [words.text for words in words_of(scene) if words.text.startswith("Barrier number")]
    assert texts == [f"Barrier number {60 - index}" for index in range(len(texts))]
    assert len(texts) >= 3
    assert more_of(scene) == 60 - len(texts)


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
def test_every_entry_stands_with_the_number_by_which_it_is_corrected(size):
    rows = tuple(shapes.WallRow(n, Kind.BARRIER, f"Barrier number {n}") for n in (104, 9))
    told = " ".join(words.text for words in words_of(wall_scene(walking(rows), frame_of(size))))
    assert "#104" in told
    assert "#9" in told


def test_one_row_that_is_too_long_ends_with_an_ellipsis_and_is_said_whole():
    text = "word " * 8000
    scene = wall_scene(walking((shapes.WallRow(1, Kind.BARRIER, text),)), frame_of(SIZES[3]))
    assert any(words.text.endswith("…") for words in words_of(scene))
    assert any(shape.say.count("word") == 8000 for shape in spoken(scene))


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_is_told_by_a_word_and_a_sign_in_its_colour(kind):
    scene = wall_scene(walking((shapes.WallRow(1, kind, "Two forms"),)), frame_of(SIZES[2]))
    said = [shape.say for shape in spoken(scene) if "Two forms" in shape.say]
    word, _, number = said[0].split(":")[0].rpartition(" ")
    assert number == "#1"
    assert any(words.text == word for words in words_of(scene))
    inks = [shape.fill or shape.pen for shape in scene.shapes if not isinstance(shape, Words)]
    assert any(ink is not None and ink.color == kind.value for ink in inks)


def test_the_six_signs_have_six_forms():
    forms = set()
    for kind in Kind:
        scene = wall_scene(walking((shapes.WallRow(1, kind, "x"),)), frame_of(SIZES[2]))
        sign = next(
            shape
            for shape in scene.shapes
            if not isinstance(shape, Words)
            and (
                (shape.fill and shape.fill.color == kind.value)
                or (shape.pen and shape.pen.color == kind.value)
            )
            and bounds(shape)[3] > 0.5 * 48
        )
        x, y = bounds(sign)[:2]
        corners = tuple((round(px - x), round(py - y)) for px, py in getattr(sign, "points", ()))
        forms.add((type(sign).__name__, corners, sign.fill is None))
    assert len(forms) == len(Kind)


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (WallClock("timer", 130), "2:10 left"),
        (WallClock("paused", 130), "2:10 left · paused"),
        (WallClock("timer", 45), "Last minute · 0:45 left"),
        (WallClock("timer", 0), "Time – finish the thought"),
        (WallClock("timer", -500), "Time – finish the thought"),
        (WallClock("break", 181), "Break · back in 4 min"),
        (WallClock("break", -1), "Break is over"),
    ],
)
def test_the_clock_says_in_words_what_it_means(clock, words):
    assert clock_words(clock) == words
    scene = wall_scene(VIEWS["walking"], frame_of(SIZES[2], clock))
    assert any(shape.say == words for shape in spoken(scene))
    assert "barrier" not in {shape.pen.color for shape in scene.shapes[:6] if shape.pen}


def test_a_cell_of_the_map_is_said_in_one_sentence():
    assert cell_say("Court", "Birth", 5, 1) == "Court, Birth: 5 barriers, 1 effective practice"
    assert cell_say("Court", "Birth", 0, 0) == "Court, Birth: nothing yet"
    scene = wall_scene(VIEWS["mapped"], frame_of(SIZES[2]))
    assert any(re.search(r"^Courts, Birth: 6 barriers$", shape.say) for shape in spoken(scene))


def test_the_map_keeps_the_present_station_in_sight_on_a_long_route():
    for size in SIZES:
        scene = wall_scene(VIEWS["mapped_long"], frame_of(size))
        says = [shape.say for shape in spoken(scene)]
        assert any(say.endswith(", here") for say in says)
        assert any("more station" in say for say in says)


def test_nothing_of_the_ratings_is_drawn_before_the_reveal():
    hidden = wall_scene(VIEWS["rating"], frame_of(SIZES[2]))
    said = " ".join(shape.say for shape in spoken(hidden))
    assert "7 of 11 are in" in said
    assert "rating" not in said
    assert "agree" not in said


@pytest.mark.parametrize("size", [*SIZES, (1024, 768, 42)])
def test_all_stages_are_on_the_picture_while_the_room_rates(size):
    for clock in CLOCKS:
        scene = wall_scene(VIEWS["rating"], frame_of(size, clock))
        assert more_of(scene) == 0
        drawn = {words.text for words in words_of(scene)}
        assert {stage.name for stage in VIEWS["rating"].stages_named} <= drawn


@pytest.mark.parametrize("size", SIZES)
def test_all_themes_of_a_page_are_on_the_picture_while_the_room_votes(size):
    rows = tuple(
        shapes.ThemeRow(str(n), n, n, f"Theme {n} has a rather long name", (n,), None, None, None)
        for n in range(1, 10)
    )
    view = msgspec.structs.replace(VIEWS["none"], rows=rows)
    scene = wall_scene(view, frame_of(size, CLOCKS[2]))
    assert more_of(scene) == 0
    assert {str(n) for n in range(1, 10)} <= {words.text for words in words_of(scene)}


@pytest.mark.parametrize("card", ["card_roles_empty", "card_notes_empty"])
@pytest.mark.parametrize("size", SIZES)
def test_what_the_program_says_itself_fits_every_wall(card, size):
    assert more_of(wall_scene(VIEWS[card], frame_of(size, CLOCKS[2]))) == 0


def test_after_the_reveal_each_rating_is_one_dot():
    view = VIEWS["rated"]
    for size in SIZES:
        scene = wall_scene(view, frame_of(size))
        discs = [shape for shape in scene.shapes if type(shape).__name__ == "Circle" and shape.fill]
        dots = [disc for disc in discs if disc.fill.color == "accent" and not disc.pen]
        assert len(dots) == sum(view.tallies)


@pytest.mark.parametrize(
    ("words", "stages", "said"),
    [
        ("agree", (2,), "We agree on stage 2"),
        ("close", (2, 3), "We are close: stage 2 or 3"),
        ("differ", (), "We see it differently"),
        ("not_sure", (), "Half or more of us are not sure"),
        ("too_few", (), "Too few ratings to say"),
    ],
)
def test_the_outcome_is_said_in_the_words_of_the_rule(words, stages, said):
    view = msgspec.structs.replace(VIEWS["rated"], words=words, stages=stages)
    assert agreement_words(view) == said
    scene = wall_scene(view, frame_of(SIZES[2]))
    assert any(text.text == said for text in words_of(scene))


def test_a_show_of_hands_is_called_an_open_vote():
    said = " ".join(shape.say for shape in spoken(wall_scene(VIEWS["rated_open"], frame_of(SIZES[3]))))
    assert "Open vote: a show of hands" in said


def test_a_step_is_read_back_with_agency_and_date():
    step = shapes.StepRow("a", 1, "Set up a phone tree.", "Child welfare", date(2026, 12, 1), "")
    assert flat(step_sentence(step)) == "Child welfare: Set up a phone tree by Dec 1, 2026."


def test_the_plan_says_that_an_owner_is_looked_for_where_one_said_no():
    view = VIEWS["closing"]
    view = msgspec.structs.replace(view, rows=tuple(row for row in view.rows if row.has_refused))
    said = " ".join(shape.say for shape in spoken(wall_scene(view, frame_of(SIZES[3]))))
    assert "Ask the jail about visits on Saturdays. looking for an owner" in flat(said)


def test_the_map_never_cuts_the_name_of_a_hand_off():
    for size in SIZES:
        drawn = {word.text for word in words_of(wall_scene(VIEWS["mapped"], frame_of(size)))}
        assert not [text for text in drawn if text.startswith("to ") and text.endswith("…")], size


def test_the_ground_rules_come_with_the_frame():
    frame = WallFrame(1920, 1080, 48, None, ("One at a time.",))
    said = " ".join(shape.say for shape in spoken(wall_scene(VIEWS["card_rules"], frame)))
    assert "1. One at a time." in said


def test_the_question_is_larger_than_the_rows_and_the_rows_are_of_the_size_asked_for():
    scene = wall_scene(VIEWS["walking"], frame_of(SIZES[2]))
    by_text = {words.text: words.size for words in words_of(scene)}
    assert by_text["Two hotlines, two forms"] == 48
    assert by_text["What happens when the hospital calls?"] > 48
    assert min(by_text.values()) >= MARK * 48 - 0.01


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_on_the_wall_stand_out_seven_to_one(theme):
    palette = scene_palette(read_look(theme))
    weak = {}
    for view in VIEWS.values():
        for clock in CLOCKS:
            scene = wall_scene(view, frame_of(SIZES[2], clock))
            for ink, ground in inks_and_grounds(scene):
                ratio = contrast(QColor(palette[ink]), QColor(palette[ground]))
                if ratio < 7:
                    weak[ink, ground] = round(ratio, 2)
    assert not weak


def inks_and_grounds(scene: Scene):
    """Each colour of words with the colour of the last area drawn under their middle."""
    pairs = set()
    areas = []
    for shape in scene.shapes:
        if isinstance(shape, Words):
            x, y, w, h = bounds(shape)
            at = (x + w / 2, y + h / 2)
            under = [
                fill
                for (left, top, wide, high), fill in areas
                if left <= at[0] <= left + wide and top <= at[1] <= top + high
            ]
            pairs.add(((shape.fill.color), under[-1]))
        elif shape.fill:
            areas.append((bounds(shape), shape.fill.color))
    return pairs


ANY_TEXT = st.text(
    st.one_of(
        st.characters(blacklist_categories=("Cs",)),
        st.sampled_from("אבגד ابجد 😀👩‍👩‍👧 \u200f\u202e\u0301 \t\n\xa0"),
    ),
    max_size=400,
)


@given(texts=st.lists(ANY_TEXT, min_size=1, max_size=5), size=st.sampled_from(SIZES))
def test_any_text_stays_inside(texts, size):
    rows = tuple(
        shapes.WallRow(n, list(Kind)[n % 6], text, texts[-1], n, texts[0]) for n, text in enumerate(texts)
    )
    view = walking(rows, question=texts[0], station=texts[-1], family_line=texts[0])
    scene = wall_scene(view, frame_of(size, CLOCKS[2]))
    found = faults(scene, size[2])
    assert not {fault: found[fault] for fault in found if fault != "unsaid"}
    assert more_of(scene) <= len(rows)


@given(
    text=ANY_TEXT,
    width=st.floats(20, 2000),
    size=st.floats(8, 90),
    bold=st.booleans(),
    most=st.integers(0, 6),
)
def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost(text, width, size, bold, most):
    laid = wrapped(text, width, size, bold, most)
    for line in laid.lines:
        assert width_of(line, size, bold) <= width + size / 100 or len(line) <= 2
    if most:
        assert len(laid.lines) <= most
    if laid.whole:
        assert re.sub(r"\s", "", "".join(laid.lines)) == re.sub(r"\s", "", clean(text))
    else:
        assert laid.lines[-1].endswith("…")


def test_a_word_without_end_is_cut_without_a_hyphen():
    laid = wrapped("x" * 500, 600, 48)
    assert "".join(laid.lines) == "x" * 500


def test_the_same_view_makes_the_same_picture():
    one, other = (wall_scene(VIEWS["walking"], frame_of(SIZES[2])) for _ in range(2))
    assert one == other
    assert wall_scene(VIEWS["walking"], replace(frame_of(SIZES[2]), size=79)) != one
