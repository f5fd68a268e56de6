# SPDX-License-Identifier: MIT
"""Answers by agency: which parts are shown, and that nobody can work out what one of them said (RULES 2)."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.asked import Asked, asked_in
from tests.model.test_agreement import ways
from walkthrough.model.rules import ballots
from walkthrough.model.rules.agreement import words_of
from walkthrough.model.rules.ballots import split_of
from walkthrough.model.rules.fixing import Seen, a_part_is_fixed
from walkthrough.model.words import QuestionKind
from walkthrough.model.workbook import Workbook

Tally = tuple[int, ...]


def added(tallies: Sequence[Tally]) -> Tally:
    return tuple(map(sum, zip(*tallies, strict=True)))


def middle(tally: Tally) -> tuple[int, int]:
    found = words_of(tally).middle
    return (found[0], found[-1]) if found else (0, 0)


def seen(tallies: Sequence[Tally]) -> list[Seen]:
    return [Seen(sum(tally), *middle(tally)) for tally in tallies]


def is_fixed_by_trying_all(tallies: Sequence[Tally]) -> bool:
    """The same question, answered by trying every tally that each part could have."""
    total, answers = added(tallies), len(tallies[0])
    could = [[w for w in ways(sum(one), answers) if middle(w) == middle(one)] for one in tallies]
    found: list[set[Tally]] = [set() for _ in tallies]
    for some in itertools.product(*could[:-1]):
        last = tuple(all_ - many for all_, many in zip(total, added(some), strict=True))
        if min(last) >= 0 and middle(last) == middle(tallies[-1]):
            for known, one in zip(found, (*some, last), strict=True):
                known.add(one)
    return any(len(known) == 1 for known in found)


@pytest.mark.parametrize(("people", "steps"), [((2, 3), 3), ((4, 5), 2), ((2, 2, 2), 2), ((2, 3, 2), 2)])
def test_a_part_is_fixed_just_where_trying_all_finds_one_tally_only(people: tuple[int, ...], steps: int):
    found = set()
    for tallies in itertools.product(*(list(ways(many, steps + 1)) for many in people)):
        fixed = a_part_is_fixed(seen(tallies), tallies)
        assert fixed == is_fixed_by_trying_all(tallies), tallies
        found.add(fixed)
    assert found == {True, False}


@st.composite
def some_parts(draw: st.DrawFn) -> list[Tally]:
    """Two parts of up to six people that lean to a few of the four steps."""
    steps = draw(st.lists(st.integers(0, 4), min_size=1, max_size=3))
    told = [draw(st.lists(st.sampled_from(steps), min_size=1, max_size=6)) for _ in range(2)]
    return [tuple(part.count(step) for step in range(5)) for part in told]


@given(some_parts())
def test_that_holds_for_parts_that_nearly_agree(tallies: list[Tally]):
    assert a_part_is_fixed(seen(tallies), tallies) == is_fixed_by_trying_all(tallies)


def split(**told: Tally) -> dict[str, int]:
    """The parts shown of one question, with their size; `rest` stands for those who named none."""
    found = split_of({name.replace("rest", ""): [tally] for name, tally in told.items()})
    return {part.name or "rest": part.ballots for part in found}


SAID = (2, 2, 3, 1, 2, 3, 2, 2, 4, 1, 2)
"""What the first, second, third ... of a group says."""


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ({"court": 6, "schools": 5}, {"court": 6, "schools": 5}),
        ({"court": 6, "schools": 5, "rest": 5}, {"court": 6, "schools": 5, "rest": 5}),
        ({"court": 6, "schools": 7, "health": 5, "rest": 2}, {"court": 6, "schools": 7, "rest": 7}),
        ({"court": 6, "schools": 7, "health": 4, "rest": 1}, {"court": 6, "schools": 7, "rest": 5}),
        ({"court": 6, "schools": 6, "health": 1}, {"court": 6, "rest": 7}),
        ({"court": 6, "schools": 4}, {}),
        ({"court": 11, "schools": 4, "rest": 1}, {"court": 11, "rest": 5}),
        ({"court": 11}, {}),
        ({"schools": 4, "rest": 9}, {}),
        ({"rest": 11}, {}),
        ({}, {}),
    ],
)
def test_small_groups_are_everyone_else_and_that_is_never_one_to_four(
    people: dict[str, int], shown: dict[str, int]
):
    assert split(**{name: tuple(map(SAID[:many].count, range(5))) for name, many in people.items()}) == shown


def test_a_part_shows_its_middles_and_one_question_that_tells_too_much_drops_all():
    court, schools = [(0, 3, 2, 1), (1, 0, 3, 2)], [(0, 1, 1, 4), (0, 2, 1, 2)]
    told = split_of({"Court": court, "Schools": schools})
    assert [(part.name, part.ballots, part.middles) for part in told] == [
        ("Court", 6, ((1, 2), (2, 2))),
        ("Schools", 6, ((3, 3), (2, 2))),
    ]
    few, blank, unanimous = [(0, 2, 4, 0), (0, 6, 0, 0)], [(6, 0, 0, 0), (0, 1, 2, 3)], [(0, 0, 6, 0)] * 2
    for tells in (few, blank, unanimous):
        both = zip((court, schools), tells, strict=True)
        assert split_of({str(n): [*one, tally] for n, (one, tally) in enumerate(both)}) == ()


PEOPLE = [(5, 5), (5, 6), (5, 7), (5, 3, 2), (5, 5, 3)]
"""How many in two or three groups, the last one of those who named none."""


def worlds(people: Sequence[int], steps: int) -> Iterator[tuple[Tally, ...]]:
    """Everything that the groups can have answered to one question."""
    return itertools.product(*(list(ways(many, steps + 1)) for many in people))


def fixed_ballots(people: Sequence[int], steps: int) -> list[tuple[Tally, ...]]:
    """Worlds in which somebody who sees the total and the split knows one ballot of people who do not all
    agree. It judges by all the worlds that look alike, and knows nothing of how a split is made.
    """
    alike = defaultdict(list)
    for world in worlds(people, steps):
        names = [*map(str, range(len(people) - 1)), ""]
        shown = split_of({name: [tally] for name, tally in zip(names, world, strict=True)})
        if shown:
            alike[added(world), shown].append(world)
    found = []
    for (total, _), some in alike.items():
        for place in range(len(people)):
            can_be = {step for world in some for step, many in enumerate(world[place]) if many}
            if len(can_be) < 2 and max(total) < sum(total):
                found += some
    assert alike, "no split was ever shown"
    return found


@pytest.mark.parametrize("people", PEOPLE)
def test_whoever_sees_a_split_knows_of_no_ballot_what_it_said(people: tuple[int, ...]):
    assert fixed_ballots(people, 2) == []


def test_without_looking_for_fixed_parts_somebody_would_know(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ballots, "a_part_is_fixed", lambda parts, tallies: False)
    assert ((0, 5, 0), (0, 2, 3)) in fixed_ballots((5, 5), 2)


def test_sixty_people_in_eight_groups_are_judged_as_well():
    dice = random.Random(7)
    told = {}
    for group in range(8):
        tallies = [[0] * 6 for _ in range(3)]
        for tally, lean in itertools.product(tallies, range(7 + group % 2)):
            tally[dice.choice((0, 1 + (group + lean) % 5, 3, 4))] += 1
        told[str(group)] = [tuple(tally) for tally in tallies]
    shown = split_of(told)
    assert [(part.name, part.ballots) for part in shown] == [(str(n), 7 + n % 2) for n in range(8)]
    assert split_of(dict(reversed(told.items()))) == tuple(reversed(shown))


def sealed_split(book: Workbook, asked: Asked, sheets: Sequence[tuple[str, Sequence[int]]]) -> list[object]:
    box = book.boxes.open_new(asked.questionnaire_head("Court", "Schools", "Health"))
    for part, answers in sheets:
        box.cast(answers, part)
    book.seal(box)
    told = (
        "select p.name, p.ballots, m.low, m.high from asked_part p join part_middle m on asked_part_id = p.id"
        " join asking a on asking_id = a.id where a.box = ? order by p.pos, m.question_id"
    )
    return book.read(lambda c: [tuple(row) for row in c.exec_driver_sql(told, (box.head.name,))])


def test_sealing_keeps_the_middles_of_the_parts_and_nothing_else_of_them(workbook: Workbook):
    asked = asked_in(workbook, questions=2)
    court = [("Court", (1 + n % 3, 4)) for n in range(6)] + [("", (2, 2)), ("Health", (3, 5))]
    schools = [("Schools", (5, 3 + n % 2)) for n in range(4)] + [("Schools", (2, 2)), ("", (1, 4))]
    rest = [("", (4, 1)), ("Health", (4, 4)), ("", (0, 0))]
    assert sealed_split(workbook, asked, [*court, *schools, *rest]) == [
        ("Court", 6, 2, 2), ("Court", 6, 4, 4),
        ("Schools", 5, 5, 5), ("Schools", 5, 3, 3),
        ("", 6, 3, 3), ("", 6, 4, 4),
    ]  # fmt: skip
    assert sealed_split(workbook, asked, court) == [], "two others: Court joins them, and all are one part"
    images = workbook.read(lambda c: " ".join(map(str, c.exec_driver_sql("select * from chg_row").all())))
    assert "Health" not in images
    assert images.count("Schools") == 1


def test_choices_have_no_middle_and_so_no_split(workbook: Workbook):
    asked = Asked(kind=QuestionKind.CHOICE)
    workbook.do(asked)
    sheets = [("Court" if n % 2 else "Schools", (1 + n % 4, 2 + n % 3, n % 2)) for n in range(14)]
    assert sealed_split(workbook, asked, sheets) == []
