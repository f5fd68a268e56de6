# SPDX-License-Identifier: MIT
"""Stage check, one open criterion at a time: what moves a dimension on, what was said of it, what shows it.

Judged by what the room may see: held evidence is left out, and who observed an example is not asked for. The
presenter's own judgement, which knows both, comes in as the key of a criterion.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, bindparam, func, not_, select

from walkthrough.model.queries.wall.checks import ladder_of, newest_check, stage_names
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, page_of, part_head
from walkthrough.model.queries.wall.shapes import OneCriterion, Plain, ProofLine
from walkthrough.model.rules.evidence import Shown
from walkthrough.model.rules.stages import WEAKEST_FIRST, Said, Standing, reached, standing
from walkthrough.model.schema import Criterion, CriterionAnswer, Dimension, Evidence, MeetingDimension
from walkthrough.model.showing import Showing

_SOMEBODY = "-"
"""Who observed an example is for paper: here it is taken as said."""


class _Criterion(msgspec.Struct, frozen=True, gc=False):
    """A criterion with what was said of it; `answer_id` is "" where nobody looked at it."""

    id: str
    dimension_id: str
    dimension: str
    text: str
    example: str
    answer_id: str
    said: Said


def one_criterion(connection: Connection, showing: Showing, meeting: WallMeeting) -> OneCriterion | Plain:
    """The criterion that `showing.at` names, else the open one of the page; the part's name where all of the
    meeting's dimensions have shown every stage.
    """
    check = newest_check(connection, showing.meeting_id)
    here = {
        "meeting": showing.meeting_id,
        "check": check.id if check else "",
        "ladder": ladder_of(connection, check),
    }
    stages = stage_names(connection, here["ladder"])
    proofs = _proofs(connection, here)
    criteria = _criteria(connection, here, proofs)
    as_of = check.as_of if check else meeting.day
    open_ones = _open_ones(criteria, _dimensions(connection, here), len(stages), as_of)
    named = next((one for one in criteria if one.id == showing.at), None)
    head = part_head(connection, showing)
    if named is None and not open_ones:
        return Plain(head)
    page, pages = _page(showing, open_ones, named)
    shown = named or open_ones[page]
    return OneCriterion(
        head=head,
        dimension=shown.dimension,
        stage=shown.said.stage,
        stage_name=next((one.name for one in stages if one.number == shown.said.stage), ""),
        text=shown.text,
        example=shown.example,
        answer=shown.said.answer,
        evidence=tuple(proofs[shown.answer_id]),
        page=page,
        pages=pages,
    )


def _page(showing: Showing, open_ones: list[_Criterion], named: _Criterion | None) -> tuple[int, int]:
    """Which page this is: that of the named criterion's dimension, else the one asked for."""
    page, pages = page_of(showing, len(open_ones), 1)
    if named is not None:
        same = (at for at, one in enumerate(open_ones) if one.dimension_id == named.dimension_id)
        page = next(same, page)
    return page, pages


def _open_ones(
    criteria: list[_Criterion], dimensions: list[str], stages: int, as_of: date
) -> list[_Criterion]:
    """For each dimension what moves it on (RULES 1): the weakest of its first stage that is not shown yet."""
    of: defaultdict[str, list[_Criterion]] = defaultdict(list)
    for one in criteria:
        of[one.dimension_id].append(one)
    found = []
    for key in dimensions:
        at = reached([one.said for one in of[key]], stages, as_of).next
        worth = {one.id: standing(one.said, stages, as_of) for one in of[key] if one.said.stage == at}
        candidates = [one for one in of[key] if worth.get(one.id, Standing.NA) in WEAKEST_FIRST[:-1]]
        if candidates:
            found.append(min(candidates, key=lambda one: WEAKEST_FIRST.index(worth[one.id])))
    return found


def _dimensions(connection: Connection, here: dict[str, Any]) -> list[str]:
    """The dimensions chosen for the meeting, in its order; all of the ladder where none is chosen."""
    rows = connection.execute(_dimension_keys(), here).all()
    chosen = [row.id for row in rows if row.is_chosen]
    return chosen or [row.id for row in rows]


def _criteria(
    connection: Connection, here: dict[str, Any], proofs: dict[str, list[ProofLine]]
) -> list[_Criterion]:
    found = []
    for key, at, name, text, example, answer_id, *told in connection.execute(_answered(), here):
        stage, answer, na_reason = told
        shown = tuple(_shown(line) for line in proofs[answer_id])
        found.append(
            _Criterion(key, at, name, text, example, answer_id, Said(stage, answer, na_reason, shown))
        )
    return found


def _proofs(connection: Connection, here: dict[str, Any]) -> defaultdict[str, list[ProofLine]]:
    found: defaultdict[str, list[ProofLine]] = defaultdict(list)
    for answer_id, *line in connection.execute(_evidence(), here):
        found[answer_id].append(ProofLine(*line))
    return found


def _shown(line: ProofLine) -> Shown:
    return Shown(line.proof, line.what, line.place, line.amount, line.source, _SOMEBODY, line.day)


@for_the_room
def _dimension_keys() -> Any:
    chosen = and_(
        MeetingDimension.dimension_id == Dimension.id, MeetingDimension.meeting_id == bindparam("meeting")
    )
    return (
        select(Dimension.id, MeetingDimension.id.is_not(None).label("is_chosen"))
        .outerjoin(MeetingDimension, chosen)
        .where(Dimension.ladder_id == bindparam("ladder"))
        .order_by(MeetingDimension.pos, Dimension.pos, Dimension.id)
    )


@for_the_room
def _answered() -> Any:
    answered = and_(
        CriterionAnswer.criterion_id == Criterion.id, CriterionAnswer.stage_check_id == bindparam("check")
    )
    return (
        select(
            Criterion.id, Criterion.dimension_id, Dimension.name, Criterion.text, Criterion.example,
            func.coalesce(CriterionAnswer.id, ""), Criterion.stage, CriterionAnswer.answer,
            func.coalesce(CriterionAnswer.na_reason, ""),
        )
        .join(Dimension, Dimension.id == Criterion.dimension_id)
        .outerjoin(CriterionAnswer, answered)
        .where(Dimension.ladder_id == bindparam("ladder"))
        .order_by(Criterion.stage, Criterion.pos, Criterion.id)
    )  # fmt: skip


@for_the_room
def _evidence() -> Any:
    return (
        select(
            Evidence.answer_id, Evidence.proof, Evidence.what, Evidence.place, Evidence.amount,
            Evidence.source, Evidence.day,
        )
        .join(CriterionAnswer, CriterionAnswer.id == Evidence.answer_id)
        .where(CriterionAnswer.stage_check_id == bindparam("check"), not_(Evidence.held))
        .order_by(Evidence.pos, Evidence.id)
    )  # fmt: skip
