# SPDX-License-Identifier: MIT
"""The wall is turned: what does not fit comes with Page Down, row by row to the last, and goes back again."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from tests.fake_screens import LAPTOP, WALL
from tests.fake_screens import screens as screens
from tests.ui.test_projection import here as here
from tests.ui.wall_looked_over import CLOCKS, SIZES, faults, flat, frame_of, more_of
from tests.ui.wall_views import DAY, HEAD, RULES, VIEWS, walking
from walkthrough.export.scene import spoken
from walkthrough.model.queries.wall import shapes
from walkthrough.model.showing import Call, Card
from walkthrough.model.words import AgendaKind, Certainty, Kind, Proof, StepState
from walkthrough.ui.wall.frame import WallFrame
from walkthrough.ui.wall.pages import wall_picture
from walkthrough.ui.wall.projection import WallState
from walkthrough.ui.wall.turning import Turning

TIGHT = ((1024, 768, 26), (1024, 768, 64), (1366, 768, 60), (1920, 1080, 79))
NAMES = tuple(f"Row {chr(65 + n)} that the whole room wants to read to its end" for n in range(14))


def _head(part: AgendaKind) -> shapes.WallHead:
    return shapes.WallHead(part, "A part with a name of usual length")


def _card(card: Card) -> shapes.OpenCard:
    return shapes.OpenCard(_head(AgendaKind.OPEN), card, 2, 6, NAMES)


def _steps() -> tuple[shapes.StepRow, ...]:
    return tuple(
        shapes.StepRow(f"s{n}", n, name, "Courts", DAY, "", "We see it") for n, name in enumerate(NAMES)
    )


def _themes() -> tuple[shapes.ThemeRow, ...]:
    return tuple(shapes.ThemeRow(f"t{n}", n, n, name, (n,), 3, 2, 2) for n, name in enumerate(NAMES, 1))


CHOOSE = _head(AgendaKind.CHOOSE)
LISTS: dict[str, shapes.WallView] = {
    **{f"card_{card.value}": _card(card) for card in (Card.ROLES, Card.NOTES, Card.NOT_HERE, Card.RULES)},
    "promises": shapes.Promises(
        _head(AgendaKind.LAST_TIME),
        tuple(
            shapes.PromiseRow(f"p{n}", n, name, "Courts", DAY, StepState.STUCK, True)
            for n, name in enumerate(NAMES[:5])
        ),
        1,
        3,
        14,
        4,
    ),
    "across": shapes.Across(
        CHOOSE, tuple(shapes.AcrossRow("alike", ("Birth",), (1,), name) for name in NAMES), 0, 2
    ),
    "totals": shapes.Choosing(CHOOSE, Call.TOTALS, _themes()[:9], 0, 1, 3, 11, False),
    "weighed": shapes.Choosing(CHOOSE, Call.WEIGHED, _themes()[:9], 0, 1, 3, 11, False),
    "steps": shapes.Steps(_head(AgendaKind.NEXT_STEPS), _steps()),
    "closing": shapes.Closing(
        _head(AgendaKind.CLOSE), "Juniper County", DAY, "Joint projects", _steps()[:6], DAY, 0, 3, 2
    ),
    "criterion": shapes.OneCriterion(
        _head(AgendaKind.STAGE_CHECK),
        "Money",
        2,
        "Joint projects",
        "We pay for one thing together.",
        "",
        None,
        tuple(shapes.ProofLine(Proof.DOCUMENT, name, "Shared folder", "", "", DAY) for name in NAMES),
        0,
        4,
    ),
    "station": walking(
        tuple(shapes.WallRow(n, Kind.BARRIER, name, "Courts") for n, name in enumerate(NAMES[:3])),
        Call.STATION_READ_BACK,
    ),
    "ladder": walking(
        (),
        Call.LADDER,
        ladder=tuple(shapes.LadderRung(name, Certainty.COUNTED, "some") for name in NAMES),
    ),
    "plain": shapes.Plain(_head(AgendaKind.DASHBOARD), NAMES),
}


def turned_through(view, size, clock=None):
    """Every picture of a view from its first row on, as Page Down gives them."""
    turning, pictures = Turning(), []
    turning.come_to(view)
    while True:
        pictures.append(wall_picture(view, replace(frame_of(size, clock), skip=turning.skip)))
        assert len(pictures) < 40
        if not turning.turn(1, pictures[-1]):
            return pictures, turning


def wanted(view) -> tuple[str, ...]:
    if isinstance(view, shapes.OpenCard) and view.card is Card.RULES:
        return RULES
    for rows in ("rows", "lines", "evidence", "ladder"):
        many = len(getattr(view, rows, ()))
        if many:
            return NAMES[:many]
    raise AssertionError(view)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", TIGHT)
def test_every_row_of_a_list_is_reached_by_page_down(name, size):
    view = LISTS[name]
    for clock in (None, CLOCKS[2]):
        pictures, _turning = turned_through(view, size, clock)
        said = [" ".join(shape.say for shape in spoken(picture.scene)) for picture in pictures]
        assert [row for row in wanted(view) if not any(flat(row) in flat(text) for text in said)] == []
        assert {n: found for n, one in enumerate(pictures) if (found := faults(one.scene, 0))} == {}
        assert pictures[-1].left == 0
        assert more_of(pictures[-1].scene) == 0


@pytest.mark.parametrize("name", LISTS)
def test_each_turn_goes_on_where_the_one_before_ended_and_page_up_leads_back(name):
    view = LISTS[name]
    for size in TIGHT:
        pictures, turning = turned_through(view, size)
        ends = [picture.skip + picture.shown for picture in pictures]
        assert [picture.skip for picture in pictures[1:]] == ends[:-1]
        for picture in reversed(pictures[1:]):
            assert turning.skip == picture.skip
            assert turning.turn(-1, picture)
        assert turning.skip == 0
        assert not turning.turn(-1, pictures[0])


def test_a_tight_wall_is_turned_at_all():
    many = {name: len(turned_through(view, SIZES[3])[0]) for name, view in LISTS.items()}
    assert {name for name, turns in many.items() if turns < 2} <= {"station"}


@pytest.mark.parametrize(
    ("name", "words"),
    [("steps", "Rows {first} to {last} of 14"), ("promises", "Page 2 of 3, rows {first} to {last}")],
)
def test_the_head_says_in_words_which_rows_are_shown(name, words):
    first, second, *_others = turned_through(LISTS[name], SIZES[3])[0]
    said = [shape.say for shape in spoken(second.scene)]
    text = words.format(first=second.skip + 1, last=second.skip + second.shown)
    assert text in said
    assert text not in [shape.say for shape in spoken(first.scene)]


def test_the_newest_step_comes_first_and_begins_the_list_again():
    view, turning = LISTS["steps"], Turning()
    turning.come_to(view)
    assert turning.turn(1, wall_picture(view, frame_of(SIZES[3])))
    turning.come_to(msgspec.structs.replace(view, head=view.head))
    assert turning.skip
    turning.come_to(msgspec.structs.replace(view, rows=(*view.rows, view.rows[0])))
    assert turning.skip == 0


@pytest.mark.parametrize(
    "name", ["walking", "walking_long", "none", "none_long", "rating", "fist", "mapped_long"]
)
def test_walking_voting_and_rating_leave_the_page_keys_to_the_part(name):
    for size in (*SIZES, *TIGHT):
        assert wall_picture(VIEWS[name], frame_of(size)).left == 0
        assert wall_picture(VIEWS[name], replace(frame_of(size), skip=2)).skip == 0


def test_rows_that_went_meanwhile_leave_no_empty_picture():
    view = LISTS["steps"]
    for many in (1, 2, 3):
        fewer = msgspec.structs.replace(view, rows=view.rows[:many])
        picture = wall_picture(fewer, replace(frame_of(SIZES[3]), skip=12))
        assert picture.shown
        assert picture.left == 0


def test_the_wall_turns_within_one_place_and_begins_anew_at_another(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall.set_room_size(200, 1100)
    here.wall.set_view(LISTS["promises"])
    assert not here.wall.turn(-1)
    assert here.wall.turn(1)
    turned = here.wall.picture
    assert turned.skip
    here.wall.set_view(LISTS["promises"], CLOCKS[1])
    assert here.wall.picture.skip == turned.skip
    here.wall.set_view(msgspec.structs.replace(LISTS["promises"], page=2))
    assert here.wall.picture.skip == 0


def test_a_wall_that_is_off_frozen_or_blank_is_not_turned(here, screens):
    screens(LAPTOP, WALL)
    here.wall.set_room_size(200, 1100)
    here.wall.set_view(LISTS["steps"])
    assert not here.wall.turn(1)
    here.wall.start()
    here.wall.freeze()
    assert not here.wall.turn(1)
    assert here.wall.picture.skip == 0
    here.wall.blank()
    assert not here.wall.turn(1)
    here.wall.start()
    assert here.wall.state is WallState.LIVE
    assert here.wall.turn(1)
    kept = here.wall.picture.skip
    here.wall.freeze()
    assert here.wall.picture.skip == kept


def test_a_small_wall_is_turned_too(here):
    here.wall.start()
    assert here.wall.is_small
    here.wall.set_room_size(200, 1100)
    here.wall.set_view(LISTS["steps"])
    assert here.wall.turn(1)
    assert here.wall.picture.skip


def test_a_wall_with_room_for_all_is_not_turned():
    view = msgspec.structs.replace(LISTS["steps"], rows=LISTS["steps"].rows[:3], head=HEAD)
    picture = wall_picture(view, WallFrame(1920, 1080, 48))
    assert (picture.skip, picture.shown, picture.left) == (0, 3, 0)


_NINE = (
    "Not at the table", "Exchange of facts", "Dates kept together", "Single cases together", "Joint projects",
    "Plans for families", "Changing the rules", "One shared budget", "Changing the system",
)  # fmt: skip


@pytest.mark.parametrize("size", [*SIZES, (1024, 768, 42)])
def test_all_nine_stages_of_a_long_ladder_are_seen_or_reached_by_turning(size):
    stages = tuple(shapes.StageName(n, name, "What it means.") for n, name in enumerate(_NINE, 1))
    view, seen, skip = msgspec.structs.replace(VIEWS["rating"], stages_named=stages), set(), 0
    while len(seen) < len(_NINE):
        picture = wall_picture(view, replace(frame_of(size), skip=skip))
        assert not faults(picture.scene, size[2])
        said = " ".join(shape.say for shape in spoken(picture.scene))
        now = {name for name in _NINE if f". {name}." in said}
        assert now - seen, "a page shows something new"
        seen |= now
        skip += picture.shown
    assert size == SIZES[3] or not skip, "all at once, but for the words of a very long room"
