# SPDX-License-Identifier: MIT
"""A user's own content file: every mistake is named with its line, and nothing that is read can raise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.content import Route, load_shelf, read_piece
from walkthrough.model.content.check import MOST_BYTES, Problem, check_file, check_text
from walkthrough.model.content.lines import line_index
from walkthrough.paths import resources

SHELF = load_shelf(resources() / "content", "en")
ROUTE = (SHELF.folder / "route-five-points.toml").read_text("utf-8")
FAMILY = (SHELF.folder / "family-harper.toml").read_text("utf-8")
LADDER = (SHELF.folder / "ladder.toml").read_text("utf-8")
MEETINGS = (SHELF.folder / "meetings.toml").read_text("utf-8")
LISTS = (SHELF.folder / "lists.toml").read_text("utf-8")

SOURCE = '"Made up by us for walking the route; it is drawn from no real case"'


def check(text: str) -> tuple[Problem, ...]:
    return check_text(text.encode(), SHELF)


def line_of(text: str, part: str) -> int:
    assert text.count(part) == 1, part
    return text[: text.index(part)].count("\n") + 1


def only(text: str) -> Problem:
    [problem] = check(text)
    return problem


MISTAKES = {
    # what is wrong: the sound text, what is replaced by what, the code, a fact of it, what stands on its line
    "a key with a typo": (
        ROUTE,
        'short = "Birth"',
        'shrt = "Birth"',
        "unknown_key",
        "shrt",
        'shrt = "Birth"',
    ),
    "a number for a name": (ROUTE, '"At birth"', "7", "wrong_type", "name", "name = 7"),
    "minutes in words": (MEETINGS, "minutes = 240", 'minutes = "ten"', "wrong_type", "int", '"ten"'),
    "too long for the map": (ROUTE, '= "Birth"', '= "Birth and after"', "too_long", 12, "Birth and after"),
    "an id with blanks": (ROUTE, '"birth"\n', '"The birth"\n', "bad_id", "id", 'id = "The birth"'),
    "a station twice": (
        ROUTE,
        '"birth"\n',
        '"prenatal"\n#\n',
        "id_twice",
        "prenatal",
        '[[stations]]\nid = "prenatal"\n#',
    ),
    "a prompt twice": (
        ROUTE,
        '"birth-told"',
        '"birth-tests"',
        "id_twice",
        "birth-tests",
        "What is the parent told,",
    ),
    "two to ask": (
        ROUTE,
        '"birth-notice", "g-works", ',
        '"g-works", ',
        "must_ask_count",
        2,
        '["g-works", "g-feels"]',
    ),
    "an unknown one to ask": (
        ROUTE,
        '["birth-notice"',
        '["birth-x"',
        "must_ask_unknown",
        "birth-x",
        '["birth-x"',
    ),
    "no family lane": (ROUTE, '"family", name', '"kin", name', "first_lane_family", "kin", '"kin", name'),
    "a family without a line": (FAMILY, "to-infancy = ", "# ", "line_missing", "to-infancy", "[lines]"),
    "a line for no station": (
        FAMILY,
        "[lines]",
        '[lines]\nschool = "Hi."',
        "line_unknown",
        "school",
        "school =",
    ),
    "a system that is no lane": (FAMILY, '"community"]', '"army"]', "system_unknown", "army", '"army"]'),
    "a route that is not there": (FAMILY, '"five-points"', '"six"', "route_unknown", "six", '"six"'),
    "a stage left out": (LADDER, '"money-3", stage = 3', '"money-3", stage = 2', "stage_missing", 3, None),
    "no such stage": (
        LADDER,
        '"money-4", stage = 4',
        '"money-4", stage = 5',
        "stage_unknown",
        5,
        "stage = 5",
    ),
    "a story cut short": (
        LADDER,
        'criterion = "money-2"',
        'criterion = "x"',
        "story_missing",
        "money-2",
        None,
    ),
    "a story too many": (
        LADDER,
        'criterion = "money-2"',
        'criterion = "x"',
        "story_unknown",
        "x",
        'criterion = "x"',
    ),
    "no such evidence": (
        LADDER,
        '"staff-1", proof = "event"',
        '"staff-1", proof = "-"',
        "wrong_value",
        "proof",
        'proof = "-"',
    ),
    "minutes that do not add up": (MEETINGS, "= 240", "= 200", "minutes_sum", 240, "minutes = 200"),
    "a partner in no sector": (
        LISTS,
        '"Funder", sector = "other"',
        '"F", sector = "x"',
        "sector_unknown",
        "x",
        '"F", sector',
    ),
    "no sources": (FAMILY, f"[{SOURCE}]", "[]", "too_short", "based_on", "based_on = []"),
}


OWN_LADDER = """kind = "ladder"
id = "harlan"
version = 1
name = "Steps in Harlan"
based_on = ["Our own words"]
stages = [
  { number = 1, name = "Talk" },
  { number = 2, name = "Act", meaning = "We do it together." },
]
"""


def test_a_ladder_of_ones_own_may_have_stages_alone_and_no_story(tmp_path: Path) -> None:
    file = tmp_path / "ladder-harlan.toml"
    part = '[[dimensions]]\nid = "money"\nname = "Money"\ncriteria = [\n'
    cells = [f'  {{ id = "money-{n}", stage = {n}, text = "We share it." }},\n' for n in (1, 2)]
    for text in (OWN_LADDER, f"{OWN_LADDER}{part}{''.join(cells)}]\n"):
        file.write_text(text, "utf-8")
        assert check_file(file) == ()
    file.write_text(f"{OWN_LADDER}{part}{cells[0]}]\n", "utf-8")
    assert [(found.code, found.line) for found in check_file(file)] == [("stage_missing", 13)]


@pytest.mark.parametrize(("text", "old", "new", "code", "fact", "place"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_line(
    text: str, old: str, new: str, code: str, fact: object, place: str | None
) -> None:
    assert text.count(old) == 1, old
    wrong = text.replace(old, new)
    found = [problem for problem in check(wrong) if problem.code == code]
    assert found, check(wrong)
    assert any(fact in problem.facts.values() for problem in found)
    if place is not None:
        assert found[0].line == line_of(wrong, place)


def test_a_missing_key_is_named_at_the_table_that_lacks_it() -> None:
    wrong = ROUTE.replace('name = "At birth"\n', "")
    problem = only(wrong)
    assert (problem.code, problem.facts) == ("missing_key", {"key": "name"})
    assert problem.line == line_of(wrong, '[[stations]]\nid = "birth"')


def test_all_mistakes_of_a_file_are_found_at_once_in_the_order_of_their_lines() -> None:
    wrong = ROUTE.replace('name = "At birth"', "name = 7").replace(
        'short = "Childhood"', 'shrt = "Childhood"'
    )
    problems = check(wrong.replace("version = 1", 'version = "one"'))
    assert [problem.code for problem in problems] == [
        "wrong_type",
        "wrong_type",
        "missing_key",
        "unknown_key",
    ]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_a_line_that_is_not_toml_is_named_with_its_column() -> None:
    wrong = ROUTE.replace('name = "At birth"', 'name = "At birth')
    problem = only(wrong)
    assert problem.code == "syntax"
    assert problem.line == line_of(wrong, 'name = "At birth\n')
    assert problem.facts["column"] > 1


def test_a_text_that_ends_too_early_is_named_at_its_last_line() -> None:
    assert only('kind = "route"\nid = [1,\n').line == 3


def test_a_hard_sentence_is_a_warning_with_its_grade() -> None:
    hard = "Interagency collaboration facilitates comprehensive organizational accountability."
    wrong = FAMILY.replace("Leo turns three.", hard)
    problem = only(wrong)
    assert problem.is_warning
    assert problem.code == "hard_to_read"
    assert problem.facts["sentence"] == hard
    assert problem.line == line_of(wrong, hard)


def test_a_family_whose_route_file_is_broken_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "route-five-points.toml").write_text("nothing here")
    (tmp_path / "family-own.toml").write_text(FAMILY)
    [problem] = check_file(tmp_path / "family-own.toml")
    assert (problem.code, problem.is_warning) == ("not_checked", True)


def test_a_users_route_may_use_our_general_prompts(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(ROUTE)
    assert check_file(tmp_path / "mine.toml", SHELF) == ()


def test_a_route_saved_by_notepad_is_checked_and_read(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xef\xbb\xbf" + ROUTE.replace("\n", "\r\n").encode())
    assert check_file(tmp_path / "mine.toml", SHELF) == ()
    assert read_piece(tmp_path / "mine.toml", Route) == SHELF.route("five-points")


def test_a_file_of_no_known_kind_is_told_which_kinds_there_are() -> None:
    problem = only('kind = "poem"\n')
    assert problem.code == "unknown_kind"
    assert "route" in str(problem.facts["known"])


def test_a_file_that_cannot_be_read_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    assert check_file(tmp_path / "missing.toml")[0].code == "cannot_read"
    assert check_file(tmp_path)[0].code == "cannot_read"
    assert check_file(Path("a\0b"))[0].code == "cannot_read"


def test_a_file_that_is_much_too_big_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big.toml").write_bytes(b"#" * (MOST_BYTES + 1))
    assert check_file(tmp_path / "big.toml")[0].code == "too_big"


def test_bytes_that_are_no_text_are_named_at_their_line() -> None:
    assert check_text(b"kind = 1\n\xff\n", SHELF) == (Problem(2, "not_text", {}),)


@pytest.mark.parametrize(
    "text",
    [
        "x=" + "[" * 5000 + "]" * 5000,
        "x=" + "9" * 6000,
        "x = 2020-13-45",
        "a." * 3000 + "b = 1",
        "x = {a" + ".a" * 99,
    ],
    ids=["deep", "long number", "no such day", "long key", "cut off"],
)
def test_a_hostile_text_is_a_problem_and_no_crash(text: str) -> None:
    assert check(text)


@given(st.data())
def test_a_text_with_a_piece_cut_out_or_doubled_never_raises(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([FAMILY, ROUTE[:3000]]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    middle = data.draw(
        st.sampled_from(["", text[start:end] * 2, '"', "[[", "]", "{", "'''", "=", "\n", "\\"])
    )
    broken = text[:start] + middle + text[end:]
    for problem in check(broken):
        assert 1 <= problem.line <= broken.count("\n") + 2


def test_the_line_index_knows_tables_items_strings_over_lines_and_inline_tables() -> None:
    strings = '# head\na = """\nx = 1\n"""\nlist = [ # note\n  { k = "}]" },\n  2,\n]\n'
    tables = '[t.u]\n"q r" = 1\n[[t.v]]\nb.c = 1\n[[t.v]]\nb = 2\n'
    index = line_index(strings + tables)
    assert index["a",] == 2
    assert index["list", 0, "k"] == 6
    assert index["list", 1] == 7
    assert index["t", "u", "q r"] == 10
    assert index["t", "v", 0, "b", "c"] == 12
    assert index["t", "v", 1, "b"] == 14
    assert ("x",) not in index
