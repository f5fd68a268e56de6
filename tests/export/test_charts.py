# SPDX-License-Identifier: MIT
"""Charts at many widths and with long names: nothing leaves the picture, no words lie on other words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import msgspec
import pytest

from walkthrough.export.charts.map import MapCell, MapInput, MapLane, MapStation, MapWords, build_map, shade
from walkthrough.export.charts.run_chart import RunInput, RunPoint, RunWords, build_run_chart, nice_ticks
from walkthrough.export.charts.stage_profile import (
    ProfileDimension,
    ProfileInput,
    ProfileWords,
    build_stage_profile,
)
from walkthrough.export.charts.stage_strip import StripInput, StripWords, build_stage_strip
from walkthrough.export.fonts import fit, measure, wrap
from walkthrough.export.pictures.walk_map import barriers_gather, map_summary
from walkthrough.export.scene import PAPER, Pen, Poly, Rect, Scene, Words, bounds, hatch, hit, spoken
from walkthrough.wording import Wording

STAGES = ("Information exchange", "Joint projects", "Changing the rules", "Changing the system")
SPANISH = (
    "Intercambio de información",
    "Proyectos conjuntos",
    "Cambio de las reglas",
    "Transformación del sistema",
)
NAMES = (
    "Before birth",
    "Hospital tells child welfare",
    "Birth",
    "Safe-care plan follows the family home",
    "Responsabilidad y resultados compartidos por todos",
    "Unbreakablelongwordofagency",
)
LANES = ("The family", "Child welfare", "Substance use treatment", "Dependency court")


def a_map(width: float = 720.0, current: tuple[str, str] | None = ("s1", "l2")) -> Scene:
    stations = tuple(MapStation(f"s{n}", name, n % 2 == 1) for n, name in enumerate(NAMES))
    lanes = tuple(MapLane(f"l{n}", name, n == 0) for n, name in enumerate(LANES))
    cells = tuple(
        MapCell(f"s{n}", f"l{m}", n * m, 12 - n - m, f"cell {n} {m}") for n in range(6) for m in range(3)
    )
    words = MapWords(
        "Station",
        "Lane",
        "Barriers",
        "Effective practices",
        "Shade: barriers",
        "We are here",
        "Nothing walked yet",
    )
    return build_map(MapInput(stations, lanes, cells, words, "A map.", current, width))


def a_profile(
    width: float = 500.0, stages: tuple[str, ...] = STAGES, agreed: int = 2, wanted: int = 3
) -> Scene:
    rows = [
        (2, 3, (), ()),
        (1, 1, (3,), ()),
        (0, 2, (), ()),
        (0, 4, (), ()),
        (4, 4, (), (2,)),
        (0, 0, (3,), ()),
    ]
    dimensions = tuple(
        ProfileDimension(f"d{n}", NAMES[n], *row, "" if row[0] else "stage 1 not shown yet", f"row {n}")
        for n, row in enumerate(rows)
    )
    words = ProfileWords(
        "Part",
        "Shown with evidence",
        "Said, evidence to come",
        "In place ahead of order",
        "Does not apply",
        "Agreed",
        "Wanted",
        "stage 1 not shown yet",
    )
    return build_stage_profile(ProfileInput(stages, dimensions, words, "A profile.", agreed, wanted, width))


def a_strip(
    width: float = 500.0, stages: tuple[str, ...] = STAGES, agreed: int = 2, wanted: int = 3
) -> Scene:
    words = StripWords("Agreed", "Wanted", "Stage", "Ratings")
    return build_stage_strip(StripInput(stages, words, "A strip.", agreed, wanted, (2, 17, 0, 1), (), width))


RUN = RunInput(
    points=tuple(
        RunPoint(
            f"p{n}",
            738000.0 + 30 * n,
            f"Month {n + 1}",
            value,
            note="A new intake line" if n == 4 else "",
            say="p",
        )
        for n, value in enumerate([31.0, 28.0, None, 30.0, 27.0, 29.0, 22.0])
    ),
    words=RunWords(
        "Month",
        "Days to the first visit",
        "Note",
        "Middle",
        "Baseline",
        "Target",
        "Hidden",
        "No points yet",
        "The scale starts at {value}",
    ),
    summary="A run.",
    verdict="7 points: too few to judge",
    middle=28.5,
    baseline=4,
    target=14.0,
)


def a_run(width: float = 500.0, **changes: object) -> Scene:
    return build_run_chart(msgspec.structs.replace(RUN, width=width, **changes))


def scenes() -> Iterator[tuple[str, Callable[[], Scene]]]:
    for width in (460.0, 500.0, 720.0, 1200.0):
        yield f"map {width}", lambda width=width: a_map(width)
        yield f"strip {width}", lambda width=width: a_strip(width, SPANISH)
        yield f"profile {width}", lambda width=width: a_profile(width, SPANISH)
        yield f"run {width}", lambda width=width: a_run(width)
    for stage in (1, 4):
        yield f"both flags at {stage}", lambda stage=stage: a_profile(agreed=stage, wanted=stage)
        yield f"both flags of a strip at {stage}", lambda stage=stage: a_strip(agreed=stage, wanted=stage)
    yield "target on the middle", lambda: a_run(target=28.5)
    yield "one point", lambda: a_run(points=RUN.points[:1])
    yield "all hidden", lambda: a_run(points=RUN.points[2:3], middle=None, target=None)
    yield (
        "all nothing",
        lambda: a_run(points=tuple(msgspec.structs.replace(p, value=0.0) for p in RUN.points)),
    )
    yield "no points", lambda: a_run(points=())
    yield "whole column", lambda: a_map(current=("s0", ""))


def overlap(one: Words, other: Words) -> bool:
    (x1, y1, w1, h1), (x2, y2, w2, h2) = bounds(one), bounds(other)
    across = min(x1 + w1, x2 + w2) - max(x1, x2)
    down = min(y1 + h1, y2 + h2) - max(y1, y2)
    return across > 0.5 and down > 1.5


@pytest.mark.parametrize("build", [pytest.param(build, id=name) for name, build in scenes()])
def test_nothing_leaves_the_picture_and_no_words_touch(build: Callable[[], Scene]) -> None:
    scene = build()
    for shape in scene.shapes:
        x, y, w, h = bounds(shape)
        inside = x >= -0.6 and y >= -0.6 and x + w <= scene.w + 0.6 and y + h <= scene.h + 0.6
        assert inside, shape
    words = [shape for shape in scene.shapes if isinstance(shape, Words)]
    assert [(a.text, b.text) for a, b in combinations(words, 2) if overlap(a, b)] == []
    assert scene.summary
    assert scene.table


@pytest.mark.parametrize("build", [pytest.param(build, id=name) for name, build in scenes()])
def test_every_colour_is_a_token(build: Callable[[], Scene]) -> None:
    used = {part.color for shape in build().shapes for part in (shape.pen, shape.fill) if part is not None}
    assert used <= PAPER.keys()


def test_cell_is_found_under_the_pointer_and_can_be_read_aloud() -> None:
    scene = a_map()
    box = next(shape for shape in scene.shapes if shape.key == "s2|l1")
    x, y, w, h = bounds(box)
    assert hit(scene, x + w / 2, y + h / 2) == "s2|l1"
    assert hit(scene, 1, scene.h - 1) == ""
    assert "cell 2 1" in [shape.say for shape in spoken(scene)]


def test_shade_steps_are_fixed() -> None:
    assert [shade(n) for n in (0, 1, 2, 3, 4, 5, 7, 8, 400)] == [0, 1, 2, 3, 3, 4, 4, 5, 5]


@pytest.mark.parametrize(("row", "width"), [(22.0, 720.0), (44.0, 720.0), (22.0, 400.0)])
def test_the_counts_of_a_cell_stay_inside_it_and_apart(row: float, width: float) -> None:
    stations = (MapStation("s", "Birth"), MapStation("h", "to Report", True), MapStation("r", "Report"))
    stations = (*stations, *(MapStation(f"s{n}", "Home", n % 2 == 0) for n in range(6)))
    cells = tuple(MapCell(one.id, "l", 12, 34, one.id) for one in stations)
    words = MapWords("Station", "Lane", "Barriers", "Practices", "Shade", "Here", "Nothing")
    scene = build_map(MapInput(stations, (MapLane("l", "Health"),), cells, words, "A map.", None, width, row))
    boxes = [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.key]
    counts = [one for one in scene.shapes if isinstance(one, Words) and one.text in ("12", "34")]
    assert len(counts) == 2 * len(boxes) == 2 * len(stations)
    for box, pair in zip(boxes, zip(counts[::2], counts[1::2], strict=True), strict=True):
        for one in pair:
            x, y, wide, high = bounds(one)
            assert box.x <= x - 12.0
            assert x + wide <= box.x + box.w
            assert box.y <= y + high / 2 <= box.y + box.h
        first, second = pair
        is_beside = first.y == second.y
        apart = second.x - 12.0 - first.x - bounds(first)[2] if is_beside else second.y - first.y
        assert apart >= (3.9 if is_beside else 8.0)


def test_map_without_stations_says_so() -> None:
    words = MapWords("a", "b", "c", "d", "e", "f", "Nothing walked yet")
    scene = build_map(MapInput((), (), (), words, "Empty."))
    assert [shape.text for shape in scene.shapes if isinstance(shape, Words)] == ["Nothing walked yet"]


def test_claimed_part_of_a_bar_is_hatched_and_the_solid_part_is_not() -> None:
    scene = a_profile()
    lines = [shape for shape in scene.shapes if isinstance(shape, Poly) and len(shape.points) == 2]
    slanted = [
        line
        for line in lines
        if line.points[0][0] != line.points[1][0] and line.points[0][1] != line.points[1][1]
    ]
    assert len(slanted) > 40


def test_profile_prints_words_where_a_figure_would_be_nought() -> None:
    scene = a_profile()
    assert "0" not in [cell for row in scene.table for cell in row]
    assert "stage 1 not shown yet" in [shape.text for shape in scene.shapes if isinstance(shape, Words)]


def test_missing_value_breaks_the_line() -> None:
    lines = [s for s in a_run().shapes if isinstance(s, Poly) and s.pen and s.pen.color == "accent"]
    assert [len(line.points) for line in lines] == [2, 4]
    assert ("Month 3", "Hidden", "–") in a_run().table


def test_hatch_stays_in_its_box() -> None:
    for box in ((0.0, 0.0, 50.0, 10.0), (5.0, 7.0, 3.0, 40.0), (0.0, 0.0, 1.0, 1.0)):
        for line in hatch(box, Pen(), 3.0):
            for x, y in line.points:
                assert box[0] - 1e-9 <= x <= box[0] + box[2] + 1e-9
                assert box[1] - 1e-9 <= y <= box[1] + box[3] + 1e-9


@pytest.mark.parametrize("values", [[0.0], [5.0], [-3.0, 4.0], [97.0, 99.0], [0.001, 0.002], [1e7, 3e7]])
def test_ticks_hold_all_values_in_round_steps(values: list[float]) -> None:
    ticks = nice_ticks(values)
    assert ticks[0] <= min(values) <= max(values) <= ticks[-1]
    assert 2 <= len(ticks) <= 8


@pytest.mark.parametrize("values", [[12.0, 9.0], [100.0, 90.0], [0.3, 0.2], [0.0, 3.0]])
def test_a_small_change_does_not_look_like_a_collapse(values: list[float]) -> None:
    assert nice_ticks(values)[0] == 0


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    def told(*values: float) -> list[str]:
        points = tuple(RunPoint(str(n), float(n), str(n), value) for n, value in enumerate(values))
        scene = a_run(points=points, middle=None, target=None)
        return [one.text for one in scene.shapes if isinstance(one, Words) and "scale" in one.text]

    assert told(97.0, 99.0) == ["The scale starts at 97"]
    assert told(9.0, 12.0) == []


def contrast(one: str, other: str) -> float:
    def light(value: str) -> float:
        parts = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_print_palette_keeps_words_readable() -> None:
    pairs = [
        ("ink", "paper"),
        ("muted", "paper"),
        ("muted", "surface"),
        ("accent", "paper"),
        ("accent", "accent_soft"),
    ]
    pairs += [("on_accent", "accent"), ("target", "paper"), ("muted", "accent_soft")]
    pairs += [("on_ramp_low", f"ramp{n}") for n in range(4)] + [("on_ramp_high", f"ramp{n}") for n in (4, 5)]
    assert {
        pair: contrast(PAPER[pair[0]], PAPER[pair[1]])
        for pair in pairs
        if contrast(PAPER[pair[0]], PAPER[pair[1]]) < 4.5
    } == {}
    assert contrast(PAPER["edge"], PAPER["paper"]) >= 3


def test_measure_agrees_with_the_pdf_library() -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    from walkthrough.export.pdf.faces import needed

    needed("Body"), needed("Body-Bold")
    for text in ("AVATAR To Wa Ty.", "¿Quién llama?", "fi ffi 1234"):
        assert measure(text, 12) == pytest.approx(stringWidth(text, "Body", 12))
        assert measure(text, 12, bold=True) == pytest.approx(stringWidth(text, "Body-Bold", 12))


def test_wrapped_and_fitted_words_keep_to_the_width() -> None:
    text = "Safe-care plan follows the family home to an unbelievablylongwordwithoutanybreak"
    for width in (30.0, 60.0, 200.0):
        lines = wrap(text, width, 9)
        assert all(measure(line, 9) <= width for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert measure(fit(text, width, 9), 9) <= width
        assert len(wrap(text, width, 9, lines=2)) <= 2


def test_rectangles_keep_their_size_in_their_bounds() -> None:
    assert bounds(Rect(x=1, y=2, w=3, h=4)) == (1, 2, 3, 4)


def test_where_barriers_gather_is_told_by_station_and_never_by_agency() -> None:
    names = {"a": "Birth", "b": "Court", "x": "Health", "y": "Schools"}
    counts = (("a", "x", 1, 0), ("a", "y", 2, 1), ("b", "x", 2, 0), ("b", "y", 0, 4))
    told = map_summary(Wording(), names, counts)
    assert told.endswith("Barriers gather at: Birth (3), Court (2).")
    assert "Health" not in told
    assert barriers_gather(Wording(), [("Birth", 0)]) == ""
