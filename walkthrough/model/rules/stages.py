# SPDX-License-Identifier: MIT
"""Which stage a dimension has reached, by evidence and by claim, and the middle of them all (RULES 1).

Pure functions over frozen rows, for ladders of any height. They know neither the workbook nor any sentence.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from walkthrough.model.rules.evidence import Shown, counts
from walkthrough.model.words import Agreement, Answer

FEWEST_STAGES, MOST_STAGES = 2, 9
"""How high a ladder may be: one digit chooses a stage, on a ballot as in a meeting."""


class Standing(enum.StrEnum):
    """What an answer is worth on a day. `met` is yes with evidence that counts, `yes` is a claim."""

    NO = "no"
    NONE = "none"
    DONT_KNOW = "dont_know"
    PARTLY = "partly"
    YES = "yes"
    MET = "met"
    NA = "na"


WEAKEST_FIRST = (
    Standing.NO,
    Standing.NONE,
    Standing.DONT_KNOW,
    Standing.PARTLY,
    Standing.YES,
    Standing.MET,
)
"""The order in which the weakest answer of a cell is found; `na` is left out of it."""

_WORTH = {one: Standing(one.value) for one in Answer if one is not Answer.NA}
_CLAIMED = (Standing.YES, Standing.MET)
_OPEN = (Standing.NONE, Standing.DONT_KNOW)


class Unplaced(enum.StrEnum):
    """Why a dimension has no stage at all."""

    DOES_NOT_APPLY = "does_not_apply"
    NOT_LOOKED_AT = "not_looked_at"
    NOBODY_KNOWS = "nobody_knows"


class Said(msgspec.Struct, frozen=True, gc=False):
    """What was said of one criterion of a dimension; no `answer`: nobody has looked at it."""

    stage: int
    answer: Answer | None = None
    na_reason: str = ""
    shown: tuple[Shown, ...] = ()


class Reached(msgspec.Struct, frozen=True, gc=False):
    """Where one dimension stands.

    `cells` hold the standing of stage 1, 2, ... If `unplaced` is set there is no number; both climbs are 0.
    An `evidenced` of 0 reads "stage 1 not shown yet", never "0".
    """

    cells: tuple[Standing, ...]
    evidenced: int
    claimed: int
    ahead: tuple[int, ...] = ()
    next: int | None = None
    skipped: tuple[int, ...] = ()
    unplaced: Unplaced | None = None


def standing(said: Said, stages: int, as_of: date) -> Standing:
    """What the answer to one criterion is worth on a day."""
    match said.answer:
        case None:
            return Standing.NONE
        case Answer.NA:
            return Standing.NA if said.na_reason.strip() else Standing.NONE
        case Answer.YES if any(counts(piece, said.stage, stages, as_of) for piece in said.shown):
            return Standing.MET
    return _WORTH[said.answer]


def cell(standings: Iterable[Standing]) -> Standing:
    """Several criteria in one cell: the weakest that applies. No criterion at all: nobody has looked."""
    every = tuple(standings)
    if len(every) == 1:
        return every[0]
    live = [one for one in every if one is not Standing.NA]
    if not live:
        return Standing.NA if every else Standing.NONE
    return min(live, key=WEAKEST_FIRST.index)


def reached(criteria: Iterable[Said], stages: int, as_of: date) -> Reached:
    """Where a dimension stands on a day.

    Args:
        criteria: what was said of each of its criteria, in any order.
        stages: how many stages the ladder has.
        as_of: the date of the stage check.
    """
    return reached_by([(said.stage, standing(said, stages, as_of)) for said in criteria], stages)


def reached_by(worth: Iterable[tuple[int, Standing]], stages: int) -> Reached:
    """Where a dimension stands, once it is known what the answer to each of its criteria is worth.

    Args:
        worth: the stage of each criterion and what its answer is worth, in any order.
        stages: how many stages the ladder has.
    """
    by_stage: dict[int, list[Standing]] = {stage: [] for stage in range(1, stages + 1)}
    for stage, one in worth:
        by_stage[stage].append(one)
    return climb([cell(every) for every in by_stage.values()])


def climb(cells: Iterable[Standing]) -> Reached:
    """Where a dimension stands whose cells are known, stage 1 first."""
    return _climb(tuple(cells))


@lru_cache(maxsize=1024)
def _climb(cells: tuple[Standing, ...]) -> Reached:
    """A dimension stands in few ways, and mostly as it stood in the check before."""
    live = [stage for stage, one in enumerate(cells, start=1) if one is not Standing.NA]
    worth = {stage: cells[stage - 1] for stage in live}
    evidenced = _climbed(live, worth, (Standing.MET,))
    return Reached(
        cells=cells,
        evidenced=evidenced,
        claimed=_climbed(live, worth, _CLAIMED),
        ahead=tuple(stage for stage in live if stage > evidenced and worth[stage] is Standing.MET),
        next=next((stage for stage in live if worth[stage] is not Standing.MET), None),
        skipped=tuple(stage for stage in range(1, evidenced) if stage not in worth),
        unplaced=_unplaced([worth[stage] for stage in live]),
    )


def middle(dimensions: Sequence[Reached]) -> int | None:
    """The lower median of the evidenced stages; None if fewer than half of the dimensions have one."""
    numbers = sorted(one.evidenced for one in dimensions if one.unplaced is None)
    if not numbers or 2 * len(numbers) < len(dimensions):
        return None
    return numbers[(len(numbers) - 1) // 2]


def needs_reason(agreement: Agreement, stage: int | None, at_middle: int | None) -> bool:
    """Whether an agreed stage must come with a reason: it differs from the middle, or there is none.

    "Not yet at 1" is what a middle of 0 says; "not agreed" is the same as no middle.
    """
    agreed = 0 if agreement is Agreement.NOT_YET else stage
    return agreement is Agreement.NOT_AGREED or at_middle is None or agreed != at_middle


def is_without_evidence(agreement: Agreement | None, standings: Iterable[Standing]) -> bool:
    """Whether a stage was agreed although no answer of the check has evidence that counts."""
    return agreement is Agreement.STAGE and Standing.MET not in tuple(standings)


def _climbed(live: Sequence[int], worth: dict[int, Standing], steps: tuple[Standing, ...]) -> int:
    top = 0
    for stage in live:
        if worth[stage] not in steps:
            break
        top = stage
    return top


def _unplaced(live: Sequence[Standing]) -> Unplaced | None:
    if not live:
        return Unplaced.DOES_NOT_APPLY
    if all(one is Standing.NONE for one in live):
        return Unplaced.NOT_LOOKED_AT
    if all(one in _OPEN for one in live):
        return Unplaced.NOBODY_KNOWS
    return None
