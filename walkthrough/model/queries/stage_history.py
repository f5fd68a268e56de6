# SPDX-License-Identifier: MIT
"""The stage checks over time: where each stood, and what moved from one to the next, with the reason given.

All checks are read together, in a few statements. Rows carry codes and people's own words, never sentences;
private columns are not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Text, select, type_coerce

from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.model.rules.evidence import Shown
from walkthrough.model.rules.stage_moves import Move, Way, moves, way_of
from walkthrough.model.rules.stages import (
    Reached,
    Said,
    Standing,
    is_without_evidence,
    middle,
    reached_by,
    standing,
)
from walkthrough.model.schema import (
    Criterion,
    CriterionAnswer,
    Dimension,
    Evidence,
    Ladder,
    Stage,
    StageCheck,
)
from walkthrough.model.words import Agreement, Answer, Proof

_MOST_REASONS = 3
_ANSWERS = {one.value: one for one in Answer}
_PROOFS = {one.value: one for one in Proof}


class HistoryPart(msgspec.Struct, frozen=True, gc=False):
    """Where one dimension stood in a check."""

    code: str
    name: str
    reached: Reached


class HistoryMove(msgspec.Struct, frozen=True, gc=False):
    """One dimension that moved since the check before; `reasons` are what was said or shown anew for it."""

    name: str
    move: Move
    reasons: tuple[str, ...]


class HistoryCheck(msgspec.Struct, frozen=True, gc=False):
    """One stage check among all. `is_other_ladder`: it cannot be compared with the check before it.

    `agreed` is the stage agreed on, 0 for "not yet at stage 1", None where none was agreed; `agreed_way`
    tells which way it went since the check before. `middle` is None for too few parts looked at. `moves` is
    empty in the first check and in the first of another ladder. `met` statements are shown, `more_met` more
    than in the check before, where the two can be compared.
    """

    id: str
    as_of: date
    ladder: str
    ladder_code: str
    version: str
    is_other_ladder: bool
    stages: tuple[StageRow, ...]
    agreement: Agreement | None
    agreed: int | None
    agreed_way: Way | None
    agreed_reason: str
    wanted: int | None
    wanted_reason: str
    middle: int | None
    is_without_evidence: bool
    parts: tuple[HistoryPart, ...]
    moves: tuple[HistoryMove, ...]
    met: int = 0
    more_met: int = 0


class _Answered(msgspec.Struct, frozen=True, gc=False):
    """One criterion in one check, with what was said and shown for it; held words are left out."""

    said: Said
    words: Sequence[str] = ()

    def told(self) -> tuple[str, ...]:
        """Return what was said and shown for it in words."""
        return tuple(text for text in map(str.strip, self.words) if text)


_Cells = Mapping[str, Sequence[_Answered]]
"""What was said of each dimension, by its code."""


def stage_history(connection: Connection) -> tuple[HistoryCheck, ...]:
    """All stage checks, the oldest first."""
    stages, parts, criteria = _stages(connection), _parts(connection), _criteria(connection)
    answers = _answers(connection, {one.id: one.stage for mine in criteria.values() for one in mine})
    found: list[HistoryCheck] = []
    cells_before: _Cells = {}
    for head in connection.execute(_heads()):
        cells = {
            code: [answers.get((head.id, one.id)) or _Answered(Said(one.stage)) for one in criteria[key]]
            for key, code, _name in parts[head.ladder_id]
        }
        names = {code: name for _key, code, name in parts[head.ladder_id]}
        check = _check(head, stages[head.ladder_id], names, cells, found[-1] if found else None)
        if found and not check.is_other_ladder:
            check = msgspec.structs.replace(check, moves=_moves(found[-1], check, cells_before, cells))
        found.append(check)
        cells_before = cells
    return tuple(found)


def _check(
    head: Any, stages: tuple[StageRow, ...], names: dict[str, str], cells: _Cells, before: HistoryCheck | None
) -> HistoryCheck:
    high, as_of = len(stages), head.as_of
    by_part = {
        code: [(one.said.stage, standing(one.said, high, as_of)) for one in mine]
        for code, mine in cells.items()
    }
    parts = tuple(HistoryPart(code, names[code], reached_by(mine, high)) for code, mine in by_part.items())
    worth = [one for mine in by_part.values() for _stage, one in mine]
    is_other = before is not None and (before.ladder_code, before.version) != (head.code, head.version)
    agreed = _agreed(head.agreement, head.agreed_stage)
    is_next = before is not None and not is_other
    met = sum(one is Standing.MET for one in worth)
    return HistoryCheck(
        id=head.id,
        as_of=head.as_of,
        ladder=head.name,
        ladder_code=head.code,
        version=head.version,
        is_other_ladder=is_other,
        stages=stages,
        agreement=head.agreement,
        agreed=agreed,
        agreed_way=way_of(before.agreed, agreed) if is_next and before is not None else None,
        agreed_reason=head.agreed_reason,
        wanted=head.wanted_stage,
        wanted_reason=head.wanted_reason,
        middle=middle([part.reached for part in parts]),
        is_without_evidence=is_without_evidence(head.agreement, worth),
        parts=parts,
        moves=(),
        met=met,
        more_met=max(met - before.met, 0) if is_next and before is not None else 0,
    )


def _agreed(agreement: Agreement | None, stage: int | None) -> int | None:
    match agreement:
        case Agreement.STAGE:
            return stage
        case Agreement.NOT_YET:
            return 0
    return None


def _moves(
    before: HistoryCheck, check: HistoryCheck, said_before: _Cells, said: _Cells
) -> tuple[HistoryMove, ...]:
    names = {part.code: part.name for part in check.parts}
    was, now = ({part.code: part.reached for part in one.parts} for one in (before, check))
    return tuple(
        HistoryMove(names[move.code], move, _reasons(move, said_before.get(move.code, ()), said[move.code]))
        for move in moves(was, now)
    )


def _reasons(move: Move, before: Sequence[_Answered], now: Sequence[_Answered]) -> tuple[str, ...]:
    """What was said or shown anew for the stages that decided it."""
    known = {text for one in before for text in one.told()}
    told = [text for one in now if one.said.stage in move.stages for text in one.told() if text not in known]
    return tuple(dict.fromkeys(told))[:_MOST_REASONS]


def _stages(connection: Connection) -> dict[str, tuple[StageRow, ...]]:
    query = select(Stage.ladder_id, Stage.number, Stage.name, Stage.meaning).order_by(Stage.number)
    found: dict[str, tuple[StageRow, ...]] = defaultdict(tuple)
    for ladder, number, name, meaning in connection.execute(query):
        found[ladder] += (StageRow(number, name, meaning),)
    return found


def _parts(connection: Connection) -> dict[str, list[tuple[str, str, str]]]:
    columns = (Dimension.ladder_id, Dimension.id, Dimension.code, Dimension.name, Dimension.short)
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for ladder, key, code, name, short in connection.execute(select(*columns).order_by(Dimension.pos)):
        found[ladder].append((key, code, short or name))
    return found


def _criteria(connection: Connection) -> dict[str, list[Any]]:
    columns = (Criterion.id, Criterion.dimension_id, Criterion.code, Criterion.stage)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(*columns).order_by(Criterion.stage, Criterion.pos, Criterion.id)):
        found[row.dimension_id].append(row)
    return found


def _answers(connection: Connection, stages: Mapping[str, int]) -> dict[tuple[str, str], _Answered]:
    """What was answered and shown, by check and criterion; `stages` are those of the criteria."""
    pieces = _pieces(connection)
    columns = (
        CriterionAnswer.id, CriterionAnswer.stage_check_id, CriterionAnswer.criterion_id,
        _as_written(CriterionAnswer.answer), CriterionAnswer.na_reason, CriterionAnswer.note,
    )  # fmt: skip
    found: dict[tuple[str, str], _Answered] = {}
    for key, check, one, answer, na_reason, note in connection.execute(select(*columns)).all():
        shown, told = pieces[key]
        said = Said(stages[one], _ANSWERS[answer], na_reason, tuple(shown))
        found[check, one] = _Answered(said, (note, na_reason, *told))
    return found


def _pieces(connection: Connection) -> Mapping[str, tuple[list[Shown], list[str]]]:
    """What is shown for each answer, and its words that are not held."""
    query = select(
        Evidence.answer_id, _as_written(Evidence.held), _as_written(Evidence.proof), Evidence.what,
        Evidence.place, Evidence.amount, Evidence.source, Evidence.role, _as_written(Evidence.day),
    ).order_by(Evidence.pos, Evidence.id)  # fmt: skip
    found: dict[str, tuple[list[Shown], list[str]]] = defaultdict(lambda: ([], []))
    for answer, held, proof, what, place, amount, source, role, day in connection.execute(query).all():
        shown, told = found[answer]
        when = date.fromisoformat(day) if day else None
        shown.append(Shown(_PROOFS[proof], what, place, amount, source, role, when))
        if not held:
            told.append(what)
    return found


def _as_written(column: Any) -> Any:
    """A column as it stands in the file: so many rows are read that types of their own cost more than all."""
    return type_coerce(column, Text)


def _heads() -> Any:
    return (
        select(
            StageCheck.id, StageCheck.as_of, StageCheck.ladder_id, StageCheck.agreement,
            StageCheck.agreed_stage, StageCheck.agreed_reason, StageCheck.wanted_stage,
            StageCheck.wanted_reason, Ladder.code, Ladder.version, Ladder.name,
        )
        .join(Ladder, Ladder.id == StageCheck.ladder_id)
        .order_by(StageCheck.pos, StageCheck.id)
    )  # fmt: skip
