# SPDX-License-Identifier: MIT
"""What the stage check shows: its dimensions with the rule applied, criteria with evidence, what came before.

Rows are frozen and carry codes, never sentences. Private columns are not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from walkthrough.model.queries.live_stage import stage_check_of
from walkthrough.model.queries.rows import frozen
from walkthrough.model.queries.stage_links import indicator_links, step_links
from walkthrough.model.queries.stage_rows import (
    CheckHead,
    CheckPage,
    CheckRow,
    CriterionRow,
    DimensionRow,
    EvidenceRow,
    FrontierRow,
    StageRow,
    StageSummary,
)
from walkthrough.model.queries.stage_said import newest_with_something, said_last
from walkthrough.model.rules.evidence import Shown, counts, is_old, missing
from walkthrough.model.rules.stages import Said, is_without_evidence, middle, reached, standing
from walkthrough.model.schema import (
    Criterion,
    CriterionAnswer,
    Dimension,
    Evidence,
    Ladder,
    Stage,
    StageCheck,
)

_CHECK = (
    StageCheck.id,
    StageCheck.as_of,
    StageCheck.meeting_id,
    StageCheck.ladder_id,
    StageCheck.agreement,
    StageCheck.agreed_stage,
    StageCheck.agreed_reason,
    StageCheck.wanted_stage,
    StageCheck.wanted_reason,
    Ladder.code,
    Ladder.version,
    Ladder.name,
    Ladder.language,
    Ladder.is_own,
)


def check_page(connection: Connection, check_id: str) -> CheckPage | None:
    """Everything one stage check holds, judged as of its own date; None if it is gone."""
    head = connection.execute(
        select(*_CHECK).join(Ladder, Ladder.id == StageCheck.ladder_id).where(StageCheck.id == check_id)
    ).one_or_none()
    if head is None:
        return None
    stages = tuple(
        StageRow(number, name, meaning)
        for number, name, meaning in connection.execute(
            select(Stage.number, Stage.name, Stage.meaning)
            .where(Stage.ladder_id == head.ladder_id)
            .order_by(Stage.number)
        )
    )
    dimensions = _dimensions(connection, check_id, head.ladder_id, len(stages), head.as_of)
    standings = [one.standing for part in dimensions for one in part.criteria]
    return CheckPage(
        id=head.id,
        as_of=head.as_of,
        meeting_id=head.meeting_id,
        ladder=head.name,
        ladder_code=head.code,
        version=head.version,
        language=head.language,
        stages=stages,
        dimensions=dimensions,
        middle=middle([part.reached for part in dimensions]),
        agreement=head.agreement,
        agreed_stage=head.agreed_stage,
        agreed_reason=head.agreed_reason,
        wanted_stage=head.wanted_stage,
        wanted_reason=head.wanted_reason,
        is_without_evidence=is_without_evidence(head.agreement, standings),
        ladder_id=head.ladder_id,
        is_own_ladder=head.is_own,
    )


def middle_of(connection: Connection, check_id: str) -> int | None:
    """The middle of the dimensions of a check, or None for too few parts looked at."""
    page = check_page(connection, check_id)
    return page.middle if page else None


def check_heads(connection: Connection) -> tuple[CheckHead, ...]:
    """The stage checks, oldest first, without working out where they stand."""
    columns = (StageCheck.id, StageCheck.as_of, StageCheck.agreement, StageCheck.agreed_stage)
    name = func.coalesce(Stage.name, "")
    agreed = (Stage.ladder_id == StageCheck.ladder_id) & (Stage.number == StageCheck.agreed_stage)
    more = (name, StageCheck.wanted_stage, StageCheck.ladder_id, Ladder.name, Ladder.version)
    query = select(*columns, *more).join(Ladder, Ladder.id == StageCheck.ladder_id).outerjoin(Stage, agreed)
    return frozen(CheckHead, connection.execute(query.order_by(StageCheck.pos)))


def checks(connection: Connection) -> tuple[CheckRow, ...]:
    """What was agreed and shown in every stage check, oldest first."""
    rows: list[CheckRow] = []
    for head in check_heads(connection):
        page = check_page(connection, head.id)
        if page is not None:
            rows.append(_row_of(page, rows[-1] if rows else None))
    return tuple(rows)


def summary(connection: Connection, check_id: str = "") -> StageSummary | None:
    """A check and the one before it, for the overview and the reports; None if there is none yet.

    Without a key, or with one that is gone, it is the newest check.
    """
    heads = check_heads(connection)
    if not heads:
        return None
    keys = [head.id for head in heads]
    at = keys.index(check_id) if check_id in keys else len(keys) - 1
    before = check_page(connection, keys[at - 1]) if at else None
    page = check_page(connection, keys[at])
    assert page is not None
    earlier = _row_of(before, None) if before else None
    wanted, agreed = said_last(connection, page)
    return StageSummary(
        page=page,
        before=earlier,
        wanted=wanted,
        agreed=agreed,
        looked_at=sum(part.reached.unplaced is None for part in page.dimensions),
        frontier=frontier(page),
        old=len(old_evidence(page)),
    )


def summary_to_report(connection: Connection, meeting_id: str = "") -> StageSummary | None:
    """The check that every report tells of: the newest in which something is said, or the newest begun.

    With a meeting that has a check it is one of that meeting. None without any check.
    """
    check = ""
    if meeting_id:
        check = newest_with_something(connection, meeting_id) or stage_check_of(connection, meeting_id) or ""
    return summary(connection, check or newest_with_something(connection))


def frontier(page: CheckPage) -> tuple[FrontierRow, ...]:
    """What moves each dimension on: the weakest criterion of its first stage that is not shown yet.

    A dimension that has shown every stage, or to which nothing applies, has no row.
    """
    rows = []
    for part in page.dimensions:
        criterion = next((one for one in part.criteria if one.id == part.next_criterion_id), None)
        if criterion is not None:
            rows.append(FrontierRow(part.id, part.name, criterion))
    return tuple(rows)


def old_evidence(page: CheckPage) -> tuple[tuple[DimensionRow, CriterionRow, EvidenceRow], ...]:
    """Evidence older than twelve months on the day of the check, to be renewed."""
    return tuple(found for found in _pieces(page) if found[2].is_old)


def counted(page: CheckPage) -> tuple[tuple[DimensionRow, CriterionRow, EvidenceRow], ...]:
    """Evidence that is a count: the objective indicators of the check."""
    return tuple(found for found in _pieces(page) if found[2].shown.proof == "count")


def _pieces(page: CheckPage) -> Iterable[tuple[DimensionRow, CriterionRow, EvidenceRow]]:
    return (
        (part, criterion, piece)
        for part in page.dimensions
        for criterion in part.criteria
        for piece in criterion.evidence
    )


def _row_of(page: CheckPage, before: CheckRow | None) -> CheckRow:
    same = before is None or is_same_ladder(page, before)
    return CheckRow(
        id=page.id,
        as_of=page.as_of,
        ladder_code=page.ladder_code,
        version=page.version,
        is_other_ladder=not same,
        agreement=page.agreement,
        agreed_stage=page.agreed_stage,
        agreed_reason=page.agreed_reason,
        wanted_stage=page.wanted_stage,
        middle=page.middle,
        is_without_evidence=page.is_without_evidence,
        reached={part.code: part.reached for part in page.dimensions},
        ladder_id=page.ladder_id,
        is_own_ladder=page.is_own_ladder,
    )


def is_same_ladder(one: CheckPage | CheckRow, other: CheckPage | CheckRow) -> bool:
    """Whether two checks asked by the same version of a ladder: their stages may stand on one line.

    Own versions of two copies of a workbook may bear one number, so they are the same only as rows.
    """
    if one.is_own_ladder or other.is_own_ladder:
        return one.ladder_id == other.ladder_id
    return (one.ladder_code, one.version) == (other.ladder_code, other.version)


def _dimensions(
    connection: Connection, check_id: str, ladder_id: str, stages: int, as_of: date
) -> tuple[DimensionRow, ...]:
    criteria = _criteria(connection, check_id, ladder_id, stages, as_of)
    rows = connection.execute(
        select(Dimension.id, Dimension.code, Dimension.name, Dimension.short, Dimension.about)
        .where(Dimension.ladder_id == ladder_id)
        .order_by(Dimension.pos)
    )
    return tuple(
        DimensionRow(
            id=key,
            code=code,
            name=name,
            short=short or name,
            about=about,
            criteria=tuple(criteria[key]),
            reached=reached([one.said for one in criteria[key]], stages, as_of),
        )
        for key, code, name, short, about in rows
    )


def _criteria(
    connection: Connection, check_id: str, ladder_id: str, stages: int, as_of: date
) -> dict[str, list[CriterionRow]]:
    shown = _shown(connection, check_id)
    steps, indicators = step_links(connection, ladder_id), indicator_links(connection, ladder_id)
    found: dict[str, list[CriterionRow]] = defaultdict(list)
    for row in connection.execute(_answered_criteria(check_id, ladder_id)):
        pieces = shown[row.answer_id] if row.answer_id else []
        said = Said(row.stage, row.answer, row.na_reason or "", tuple(piece for _, _, piece in pieces))
        found[row.dimension_id].append(
            CriterionRow(
                id=row.id,
                code=row.code,
                text=row.text,
                example=row.example,
                said=said,
                standing=standing(said, stages, as_of),
                note=row.note or "",
                answered_on=row.answered_on,
                evidence=tuple(_evidence_row(piece, row.stage, stages, as_of) for piece in pieces),
                steps=tuple(steps[row.code]),
                indicators=tuple(indicators[row.code]),
            )
        )
    return found


def _answered_criteria(check_id: str, ladder_id: str) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Criterion.id,
            Criterion.dimension_id,
            Criterion.code,
            Criterion.stage,
            Criterion.text,
            Criterion.example,
            CriterionAnswer.id.label("answer_id"),
            CriterionAnswer.answer,
            CriterionAnswer.na_reason,
            CriterionAnswer.note,
            CriterionAnswer.answered_on,
        )
        .join(Dimension, Dimension.id == Criterion.dimension_id)
        .outerjoin(
            CriterionAnswer,
            (CriterionAnswer.criterion_id == Criterion.id) & (CriterionAnswer.stage_check_id == check_id),
        )
        .where(Dimension.ladder_id == ladder_id)
        .order_by(Criterion.stage, Criterion.pos, Criterion.id)
    )


def _evidence_row(piece: tuple[str, bool, Shown], stage: int, stages: int, as_of: date) -> EvidenceRow:
    key, held, shown = piece
    return EvidenceRow(
        id=key,
        shown=shown,
        missing=missing(shown),
        is_later=shown.day is not None and shown.day > as_of,
        counts=counts(shown, stage, stages, as_of),
        is_old=is_old(shown, as_of),
        held=held,
    )


def _shown(connection: Connection, check_id: str) -> dict[str, list[tuple[str, bool, Shown]]]:
    query = (
        select(
            Evidence.id,
            Evidence.answer_id,
            Evidence.held,
            Evidence.proof,
            Evidence.what,
            Evidence.place,
            Evidence.amount,
            Evidence.source,
            Evidence.role,
            Evidence.day,
        )
        .join(CriterionAnswer, CriterionAnswer.id == Evidence.answer_id)
        .where(CriterionAnswer.stage_check_id == check_id)
        .order_by(Evidence.pos, Evidence.id)
    )
    found: dict[str, list[tuple[str, bool, Shown]]] = defaultdict(list)
    for key, answer_id, held, proof, what, place, amount, source, role, day in connection.execute(query):
        found[answer_id].append((key, held, Shown(proof, what, place, amount, source, role, day)))
    return found
