# SPDX-License-Identifier: MIT
"""The shipped English content: complete, true at every stage, in plain words, read only when asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from walkthrough.model.content import Dimension, Family, Route, Shelf, load_shelf
from walkthrough.model.content.check import check_file
from walkthrough.model.rules.evidence import Shown, missing
from walkthrough.model.rules.stages import Said, reached
from walkthrough.model.words import AgendaKind, Answer, Tier, Warmth
from walkthrough.paths import resources

CONTENT = resources() / "content"
ENGLISH = load_shelf(CONTENT, "en")
FILES = sorted((CONTENT / "en").glob("*.toml"))
SHORTEST_WALK = 8
MAP_LETTERS = 12


def station_names(route: Route) -> list[str]:
    return [station.id for station in route.stations]


@pytest.fixture(params=ENGLISH.routes, ids=lambda route: route.id)
def route(request: pytest.FixtureRequest) -> Route:
    return request.param


@pytest.fixture(params=ENGLISH.families, ids=lambda family: family.id)
def family(request: pytest.FixtureRequest) -> Family:
    return request.param


@pytest.fixture(params=ENGLISH.ladder.dimensions, ids=lambda dimension: dimension.id)
def dimension(request: pytest.FixtureRequest) -> Dimension:
    return request.param


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_file_passes_the_check_that_users_files_pass_reading_grade_included(path: Path) -> None:
    assert check_file(path) == ()


def test_the_five_points_come_first_with_four_hand_offs_between_them() -> None:
    first = ENGLISH.routes[0]
    assert first.id == "five-points"
    assert [station.is_handoff for station in first.stations] == [False, True] * 4 + [False]


def test_the_child_welfare_route_has_its_twelve_stations() -> None:
    assert len(ENGLISH.route("child-welfare").stations) == 12


def test_every_station_asks_three_prompts_first_and_has_two_to_four_of_its_own(route: Route) -> None:
    general = {prompt.id for prompt in ENGLISH.general_prompts}
    assert len(general) == 12
    for station in route.stations:
        own = {prompt.id for prompt in station.prompts}
        assert 2 <= len(own) <= 4, station.id
        assert len(set(station.must_ask)) == 3, station.id
        assert set(station.must_ask) <= general | own, station.id
        assert own & set(station.must_ask), f"{station.id} never asks what is special to it"


def test_some_station_of_a_route_asks_first_what_works_and_another_what_is_in_the_way(route: Route) -> None:
    asked = {prompt for station in route.stations for prompt in station.must_ask}
    assert {"g-works", "g-in-the-way", "g-feels"} <= asked


def test_the_family_is_lane_0_and_tribes_have_a_lane_that_a_key_reaches(route: Route) -> None:
    lanes = [lane.id for lane in route.lanes]
    assert lanes[0] == "family"
    assert "tribes" in lanes[1:10]
    assert {lane.sector for lane in route.lanes} <= {sector.id for sector in ENGLISH.sectors}


def test_station_names_fit_the_map_and_leave_time_to_talk(route: Route) -> None:
    for station in route.stations:
        assert len(station.short) <= MAP_LETTERS, station.short
        assert station.minutes >= SHORTEST_WALK, station.id
        assert station.sub_steps, station.id


def test_a_family_has_one_line_that_fits_the_wall_for_every_station_and_hand_off(family: Family) -> None:
    assert list(family.lines) == station_names(ENGLISH.route(family.route_id))
    assert max(map(len, family.lines.values())) <= 200


def test_there_are_three_families_for_two_routes_and_one_is_served_by_five_systems() -> None:
    assert len(ENGLISH.families) == 3
    assert {family.route_id for family in ENGLISH.families} == {"five-points", "child-welfare"}
    assert any(len(set(family.systems)) == 5 for family in ENGLISH.families)
    assert any("tribes" in family.systems for family in ENGLISH.families)


def test_ten_dimensions_have_one_criterion_at_each_of_the_four_stages(dimension: Dimension) -> None:
    assert len(ENGLISH.ladder.dimensions) == 10
    assert [stage.number for stage in ENGLISH.ladder.stages] == [1, 2, 3, 4]
    assert [criterion.stage for criterion in dimension.criteria] == [1, 2, 3, 4]


def test_a_group_at_stage_4_can_prove_all_four_criteria_by_the_stage_rule(dimension: Dimension) -> None:
    stage_of = {criterion.id: criterion.stage for criterion in dimension.criteria}
    said = []
    for told in dimension.stage4_story:
        shown = Shown(told.proof, told.what, told.place, told.amount, told.source, told.role, told.day)
        assert missing(shown) == (), told.criterion
        said.append(Said(stage_of[told.criterion], Answer.YES, shown=(shown,)))
    assert reached(said, stages=4, as_of=date(2026, 5, 31)).evidenced == 4


def test_tiers_and_the_warmth_scale_use_the_words_of_the_workbook() -> None:
    assert [tier.id for tier in ENGLISH.tiers] == list(Tier)
    assert [method.id for method in ENGLISH.handoff_methods] == list(Warmth)
    assert [method.warmth for method in ENGLISH.handoff_methods] == list(range(len(Warmth)))


def test_barriers_have_fifteen_categories_and_duplication() -> None:
    categories = [category.id for category in ENGLISH.barrier_categories]
    assert len(categories) == 16
    assert "duplication" in categories


def test_every_sector_but_none_is_without_a_kind_of_partner() -> None:
    assert {kind.sector for kind in ENGLISH.partner_types} == {sector.id for sector in ENGLISH.sectors}


def test_the_glossary_shows_where_the_systems_mean_different_things() -> None:
    assert 25 <= len(ENGLISH.glossary) <= 48
    clashing = {term.id for term in ENGLISH.glossary if term.views}
    assert {"client", "success", "setback"} <= clashing
    assert [term.word.lower() for term in ENGLISH.glossary] == sorted(
        t.word.lower() for t in ENGLISH.glossary
    )


def test_ninety_minutes_hold_three_stations_of_at_least_eight_minutes() -> None:
    agenda = next(agenda for agenda in ENGLISH.agendas if agenda.id == "ninety-minutes")
    [walk] = [part for part in agenda.parts if part.kind is AgendaKind.WALK]
    assert walk.stations == 3
    assert walk.minutes / walk.stations >= SHORTEST_WALK


def test_a_half_day_walks_all_nine_stations_of_the_five_points() -> None:
    agenda = next(agenda for agenda in ENGLISH.agendas if agenda.id == "half-day")
    walks = [part for part in agenda.parts if part.kind is AgendaKind.WALK]
    assert sum(part.stations for part in walks) == len(ENGLISH.route("five-points").stations)
    assert all(part.minutes / part.stations >= SHORTEST_WALK for part in walks)


def test_a_steering_review_goes_from_promises_over_figures_and_questions_to_decisions() -> None:
    agenda = next(agenda for agenda in ENGLISH.agendas if agenda.id == "steering-review")
    kinds = [part.kind.value for part in agenda.parts]
    assert kinds == ["open", "last_time", "dashboard", "raised", "decisions", "close"]


def test_the_checks_at_every_step_are_twelve() -> None:
    assert len(ENGLISH.every_step_checks) == 12


def test_no_shipped_file_calls_itself_official() -> None:
    for path in FILES:
        assert "official" not in path.read_text("utf-8").lower(), path.name


def test_only_the_file_that_is_asked_for_is_read(tmp_path: Path) -> None:
    (tmp_path / "route-five-points.toml").write_bytes(
        (CONTENT / "en" / "route-five-points.toml").read_bytes()
    )
    (tmp_path / "route-broken.toml").write_text("not TOML at all")
    assert Shelf(tmp_path).route("five-points") == ENGLISH.route("five-points")


def test_a_route_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        ENGLISH.route("no-such-route")


def test_a_language_that_is_not_there_falls_back_to_english() -> None:
    assert load_shelf(CONTENT, "xx").language == "en"
