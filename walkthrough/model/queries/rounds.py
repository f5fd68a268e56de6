# SPDX-License-Identifier: MIT
"""The sealed rounds of stage checks: what may be shown of each, and the earlier ones of the same question.

Its statements pass the gate of the wall, so the presenter's window never shows more of a round than the room
sees. It knows no sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.rules.agreement import Agreeing, words_of
from walkthrough.model.rules.ballots import may_show
from walkthrough.model.rules.spread import widest_first
from walkthrough.model.schema import Dimension, Ladder, Round, Stage, StageCheck, Tally
from walkthrough.model.words import RatingMethod


class RoundRow(msgspec.Struct, frozen=True, gc=False):
    """One question in one time of asking.

    Args:
        id, check_id: keys of the round and of its stage check; `day` is the check's.
        dimension_id, dimension_code, dimension: the part that was rated; "" for the stage as a whole.
        question: what was asked, where it was not in the usual words.
        ballots: how many ballots there were, or hands. With fewer than five ballots this is all there is.
        people: how many were here; 0 where nobody counted.
        tallies: how many were not sure, then how many chose stage 1, 2, ...; () where it may not be shown.
        told: what the rule says of the tallies; None without them.
        box: the box it was sealed from; "" for hands.
        place: where the part stands on the ladder; 0 for the stage as a whole.
        handed_out, spoilt: sheets given to people, and those that could not be read; None where nobody knows.
    """

    id: str
    check_id: str
    day: date
    method: RatingMethod
    dimension_id: str
    dimension_code: str
    dimension: str
    question: str
    ballots: int
    people: int
    tallies: tuple[int, ...]
    told: Agreeing | None
    box: str
    place: int
    handed_out: int | None = None
    spoilt: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was a show of hands, which all can see."""
        return self.method is RatingMethod.HANDS

    @property
    def asked(self) -> tuple[str, str]:
        """What tells one question from another."""
        return self.dimension_code, self.question


class AskedStage(msgspec.Struct, frozen=True, gc=False):
    """A stage of the ladder that was asked about."""

    number: int
    name: str
    meaning: str


class AskedRow(msgspec.Struct, frozen=True, gc=False):
    """One question of a check: its newest round that may be shown, and the others, the newest first.

    Where no round of this check may be shown, `newest` is the newest of all. `earlier` holds rounds of the
    same question in this check and in those before it, as far as they were asked of the same ladder in the
    same version. `again` is the newest round asked after the one shown, with too few ballots.
    """

    newest: RoundRow
    earlier: tuple[RoundRow, ...]
    stages: tuple[AskedStage, ...]
    again: RoundRow | None = None

    @property
    def beneath(self) -> RoundRow | None:
        """The last earlier round that may be shown, to compare with."""
        return next((one for one in self.earlier if one.tallies), None)

    def is_at(self, key: str) -> bool:
        """Tell whether a key means this question: its dimension, or any of its rounds in this check."""
        mine = (one.id for one in self.earlier if one.check_id == self.newest.check_id)
        return bool(key) and key in (self.newest.dimension_id, self.last.id, self.newest.id, *mine)

    @property
    def last(self) -> RoundRow:
        """The round sealed last, shown or not."""
        return self.again or self.newest


def rounds_of_check(connection: Connection, check_id: str) -> tuple[AskedRow, ...]:
    """The questions of a check: the stage as a whole first, then the parts seen most differently first."""
    row = connection.execute(_check(), {"check": check_id}).one_or_none()
    if row is None:
        return ()
    stages = tuple(AskedStage(*one) for one in connection.execute(_stages(), {"ladder": row.ladder_id}))
    asked = {"code": row.code, "version": row.version, "until": row.pos}
    rounds = _rows(connection, _rounds_until(), _tallies_until(), asked)
    return _questions(rounds, check_id, stages)


def all_rounds(connection: Connection) -> tuple[RoundRow, ...]:
    """Every sealed round of the workbook, the oldest first."""
    return _rows(connection, _rounds(), _tallies(), {})


def _questions(
    rounds: Iterable[RoundRow], check_id: str, stages: tuple[AskedStage, ...]
) -> tuple[AskedRow, ...]:
    by_question: dict[tuple[str, str], list[RoundRow]] = defaultdict(list)
    for one in rounds:
        by_question[one.asked].insert(0, one)
    found = [_question(mine, stages) for mine in by_question.values() if mine[0].check_id == check_id]
    whole = [one for one in found if not one.newest.dimension_id]
    parts = sorted((one for one in found if one.newest.dimension_id), key=lambda one: one.newest.place)
    order = widest_first([one.newest.tallies for one in parts])
    return (*whole, *(parts[at] for at in order))


def _question(mine: list[RoundRow], stages: tuple[AskedStage, ...]) -> AskedRow:
    """A round of too few ballots never hides the one before it that the room has seen."""
    here = sum(one.check_id == mine[0].check_id for one in mine)
    at = next((n for n, one in enumerate(mine[:here]) if one.tallies), 0)
    again = mine[0] if at else None
    return AskedRow(newest=mine[at], earlier=tuple(mine[at + 1 :]), stages=stages, again=again)


def _rows(connection: Connection, rounds: Any, tallies: Any, asked: dict[str, Any]) -> tuple[RoundRow, ...]:
    chosen: dict[str, dict[int, int]] = defaultdict(dict)
    for round_id, stage, many in connection.execute(tallies, asked):
        chosen[round_id][stage] = many
    highest = _highest(connection)
    return tuple(
        _row(one, chosen.get(one.id, {}), highest.get(one.ladder_id, 0))
        for one in connection.execute(rounds, asked)
    )


def _row(one: Any, chosen: dict[int, int], stages: int) -> RoundRow:
    told = tuple(chosen.get(stage, 0) for stage in range(stages + 1)) if chosen else ()
    may = one.method is RatingMethod.HANDS or may_show(sum(told))
    tallies = told if may else ()
    return RoundRow(
        id=one.id,
        check_id=one.stage_check_id,
        day=one.as_of,
        method=one.method,
        dimension_id=one.dimension_id or "",
        dimension_code=one.code or "",
        dimension=one.name or "",
        question=one.question,
        ballots=one.ballots or sum(told),
        people=one.people,
        tallies=tallies,
        told=words_of(tallies) if tallies else None,
        box=one.box,
        place=one.place or 0,
        handed_out=one.handed_out,
        spoilt=one.spoilt,
    )


def _highest(connection: Connection) -> dict[str, int]:
    found: dict[str, int] = {}
    for ladder, number in connection.execute(_heights()):
        found[ladder] = max(number, found.get(ladder, 0))
    return found


@for_the_room
def _check() -> Any:
    columns = (StageCheck.pos, StageCheck.ladder_id, Ladder.code, Ladder.version)
    query = select(*columns).join(Ladder, Ladder.id == StageCheck.ladder_id)
    return query.where(StageCheck.id == bindparam("check"))


@for_the_room
def _stages() -> Any:
    query = select(Stage.number, Stage.name, Stage.meaning)
    return query.where(Stage.ladder_id == bindparam("ladder")).order_by(Stage.number)


@for_the_room
def _heights() -> Any:
    return select(Stage.ladder_id, Stage.number)


@for_the_room
def _rounds() -> Any:
    return _sealed(
        select(
            Round.id, Round.stage_check_id, Round.method, Round.dimension_id, Round.question, Round.ballots,
            Round.people, Round.box, Round.handed_out, Round.spoilt,
            StageCheck.as_of, StageCheck.ladder_id, Dimension.code, Dimension.name,
            Dimension.pos.label("place"),
        )
        .select_from(Round)
        .outerjoin(Dimension, Dimension.id == Round.dimension_id)
    ).order_by(StageCheck.pos, StageCheck.id, Round.pos, Round.id)  # fmt: skip


@for_the_room
def _tallies() -> Any:
    query = select(Tally.round_id, Tally.stage, Tally.ballots).select_from(Tally)
    return _sealed(query.join(Round, Round.id == Tally.round_id))


@for_the_room
def _rounds_until() -> Any:
    return _until(_rounds())


@for_the_room
def _tallies_until() -> Any:
    return _until(_tallies())


def _sealed(query: Any) -> Any:
    return query.join(StageCheck, StageCheck.id == Round.stage_check_id).where(Round.sealed)


def _until(query: Any) -> Any:
    """Of one version of a ladder, in the checks up to one."""
    query = query.join(Ladder, Ladder.id == StageCheck.ladder_id)
    is_same = (Ladder.code == bindparam("code"), Ladder.version == bindparam("version"))
    return query.where(*is_same, StageCheck.pos <= bindparam("until"))
