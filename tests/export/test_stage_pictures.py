# SPDX-License-Identifier: MIT
"""The pictures of rounds and of the history: nothing leaves them, and they say what they show."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from tests.export.test_charts import SPANISH, STAGES, overlap
from walkthrough.export.pictures.history import history_scene, move_line, move_reasons
from walkthrough.export.pictures.ratings import ratings_scene
from walkthrough.export.scene import PAPER, Circle, Poly, Scene, Words, bounds, spoken
from walkthrough.model.queries.rounds import AskedRow, AskedStage, RoundRow
from walkthrough.model.queries.stage_history import HistoryCheck, HistoryMove, HistoryPart
from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.model.rules.agreement import words_of
from walkthrough.model.rules.stage_moves import moves, way_of
from walkthrough.model.rules.stages import Standing, climb, middle
from walkthrough.model.words import Agreement, RatingMethod
from walkthrough.wording import Wording

EN = Wording()
SEVEN = ("Apart", "We meet", "We tell", "We plan", "We act", "We share", "We are one system for all families")
PARTS = ("Purpose and values", "Screening", "Unbreakablelongwordofapart", "Money", "Families lead")
HANDS = RatingMethod.HANDS


def a_round(tallies: tuple[int, ...], day: date, check: str, method: RatingMethod, ballots: int) -> RoundRow:
    told = words_of(tallies) if tallies else None
    many = ballots or sum(tallies)
    return RoundRow(check + "r", check, day, method, "", "", "", "", many, many, tallies, told, "b", 0)


def asked(
    tallies: tuple[int, ...],
    before: tuple[int, ...] = (),
    names: tuple[str, ...] = STAGES,
    method: RatingMethod = RatingMethod.PAPER,
    ballots: int = 0,
) -> AskedRow:
    newest = a_round(tallies, date(2026, 11, 24), "now", method, ballots)
    earlier = (a_round(before, date(2026, 5, 12), "old", HANDS, 0),) if before else ()
    return AskedRow(newest, earlier, tuple(AskedStage(n, name, "") for n, name in enumerate(names, 1)))


def check(
    number: int, reached: tuple[int, ...], agreed: int | None, before: HistoryCheck | None = None, version="1"
) -> HistoryCheck:
    met, no = Standing.MET, Standing.NO
    parts = tuple(
        HistoryPart(name, name, climb((met,) * stage + (no,) * (4 - stage)))
        for name, stage in zip(PARTS, reached, strict=True)
    )
    is_other = before is not None and before.version != version
    moved: tuple[HistoryMove, ...] = ()
    if before is not None and not is_other:
        was, now = ({part.code: part.reached for part in one} for one in (before.parts, parts))
        moved = tuple(HistoryMove(move.code, move, ("The grant ended",)) for move in moves(was, now))
    return HistoryCheck(
        id=str(number),
        as_of=date(2016 + number // 4, 1 + number % 4 * 3, 12),
        ladder="Four stages",
        ladder_code="four",
        version=version,
        is_other_ladder=is_other,
        stages=tuple(StageRow(n, name, "") for n, name in enumerate(STAGES, 1)),
        agreement=Agreement.NOT_AGREED if agreed is None else Agreement.STAGE,
        agreed=agreed,
        agreed_way=way_of(before.agreed, agreed) if before and not is_other else None,
        agreed_reason="",
        wanted=None,
        wanted_reason="",
        middle=middle([part.reached for part in parts]),
        is_without_evidence=number % 2 == 1,
        parts=parts,
        moves=moved,
    )


def checks(many: int, break_at: int = -1) -> list[HistoryCheck]:
    found: list[HistoryCheck] = []
    for n in range(many):
        reached = (n % 5, 0, 4, (n + 2) % 5, 1)
        version = "1" if n < break_at or break_at < 0 else "2"
        agreed = None if n == 2 else 1 + n % 4
        found.append(check(n, reached, agreed, found[-1] if found else None, version))
    return found


SCENES = {
    "four ballots": lambda: ratings_scene(EN, asked((), ballots=4)),
    "five": lambda: ratings_scene(EN, asked((0, 0, 3, 2, 0), (0, 3, 4, 0, 0))),
    "forty": lambda: ratings_scene(EN, asked((3, 4, 15, 12, 6), (2, 9, 16, 8, 1)), 320),
    "all the same": lambda: ratings_scene(EN, asked((0, 0, 99, 0, 0))),
    "nobody sure": lambda: ratings_scene(EN, asked((9, 0, 0, 0, 0)), 700),
    "seven stages": lambda: ratings_scene(EN, asked((1, 0, 2, 3, 3, 2, 1, 9), names=SEVEN), 360),
    "Spanish": lambda: ratings_scene(EN, asked((0, 6, 0, 0, 6), names=SPANISH), 330),
    "no check": lambda: history_scene(EN, []),
    "one check": lambda: history_scene(EN, checks(1), 330),
    "four checks and a break": lambda: history_scene(EN, checks(4, 3)),
    "forty checks": lambda: history_scene(EN, checks(40, 35), 520),
}


@pytest.mark.parametrize("name", SCENES)
def test_nothing_leaves_the_picture_no_words_touch_and_all_colours_are_tokens(name: str) -> None:
    scene = SCENES[name]()
    for shape in scene.shapes:
        x, y, w, h = bounds(shape)
        assert x >= -0.6 and y >= -0.6, shape  # noqa: PT018  one box
        assert x + w <= scene.w + 0.6 and y + h <= scene.h + 0.6, shape  # noqa: PT018  one box
    words = [shape for shape in scene.shapes if isinstance(shape, Words)]
    assert [(a.text, b.text) for a, b in combinations(words, 2) if overlap(a, b)] == []
    used = {part.color for shape in scene.shapes for part in (shape.pen, shape.fill) if part is not None}
    assert used <= PAPER.keys()
    assert scene.summary


def dots(scene: Scene, *, hollow: bool) -> int:
    """Dots of ratings; the legend has one of each kind."""
    token = "paper" if hollow else "accent"
    found = [one for one in scene.shapes if isinstance(one, Circle) and one.fill and one.fill.color == token]
    return sum(one.r < 7 for one in found) - 1


def test_each_rating_is_one_dot_and_the_earlier_ones_are_hollow() -> None:
    scene = ratings_scene(EN, asked((1, 1, 5, 4, 0), (2, 3, 3, 0, 0)))
    assert (dots(scene, hollow=False), dots(scene, hollow=True)) == (11, 8)
    said = " ".join(shape.say for shape in spoken(scene))
    assert "Stage 2, Joint projects: 5 ratings, 3 in the round before" in said
    assert "We are close: stage 2 or 3." in scene.summary
    assert "May 12, 2026, show of hands" in [one.text for one in scene.shapes if isinstance(one, Words)]
    assert scene.table[2] == ("2. Joint projects", "5", "3")


def test_with_four_ballots_there_is_their_number_and_nothing_else() -> None:
    scene = ratings_scene(EN, asked((), (2, 3, 3, 0, 0), ballots=4))
    assert scene.table == ()
    assert {type(shape) for shape in scene.shapes} == {Words}
    assert scene.summary.endswith("4 ballots are in. With fewer than five, nothing more is shown or kept.")


def test_another_ladder_breaks_the_line_and_is_named() -> None:
    def lines(scene: Scene) -> int:
        return sum(
            isinstance(one, Poly) and one.pen is not None and one.pen.width == 1.8 for one in scene.shapes
        )

    whole, broken = history_scene(EN, checks(6)), history_scene(EN, checks(6, 4))
    assert lines(whole) - lines(broken) == 1
    words = [one.text for one in broken.shapes if isinstance(one, Words)]
    assert "another ladder from here" in words
    assert "another ladder from here" not in [one.text for one in whole.shapes if isinstance(one, Words)]


def test_all_checks_are_in_the_table_and_those_left_out_of_the_picture_are_counted() -> None:
    scene = history_scene(EN, checks(40))
    drawn = sum(bool(one.key) for one in scene.shapes)
    words = " ".join(one.text for one in scene.shapes if isinstance(one, Words))
    assert f"{40 - drawn} earlier checks are not in the picture." in words
    assert len(scene.table) == 41
    assert scene.table[0][3:] == PARTS
    assert "0" not in {cell for row in scene.table for cell in row}


def test_going_back_is_told_and_drawn_like_going_up() -> None:
    first = check(0, (3, 1, 1, 1, 1), 3)
    second = check(1, (1, 2, 1, 1, 1), 2, first)
    back, up = second.moves
    assert move_line(EN, back, second.stages) == "Purpose and values moved back: from stage 3 to stage 1"
    assert move_line(EN, up, second.stages) == "Screening moved up: from stage 1 to stage 2"
    assert move_reasons(back) == "The grant ended."
    scene = history_scene(EN, [first, second])
    chevrons = [one for one in scene.shapes if isinstance(one, Poly) and len(one.points) == 3]
    assert {one.pen.width for one in chevrons if one.pen} == {1.4}
    assert len({one.pen.color for one in chevrons[:2] if one.pen}) == 1
