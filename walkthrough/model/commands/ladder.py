# SPDX-License-Identifier: MIT
"""Other ladders: a version that may be changed, one of our own, one from a file; its name and its stages.

A ladder that a stage check has used never changes: changing it makes a new version. Its dimensions and
criteria are changed in `ladder_parts`. It must not know a check's answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from walkthrough.model import content
from walkthrough.model.commands.base import Deed, change, found, said
from walkthrough.model.commands.ladder_rows import (
    changeable,
    copy_ladder,
    is_used,
    ladder_in,
    own_code,
    same_words,
    versions_of,
    write_ladder,
)
from walkthrough.model.errors import Refused
from walkthrough.model.rules.ladder_versions import next_version
from walkthrough.model.rules.stages import FEWEST_STAGES, MOST_STAGES
from walkthrough.model.schema import Criterion, Dimension, Ladder, Stage, new_id

STAGE_COLUMNS = frozenset({"name", "meaning"})


@dataclass(frozen=True)
class ChangeLadder(Deed):
    """Have a version of a ladder that may be changed: a copy of it, or itself where it may be changed as is.

    Args:
        ladder_id: a ladder of the workbook; "" for the shipped one given as `ladder`.
        ladder: the shipped ladder, copied into the workbook first if need be.
        language: that of the shipped ladder.
        id: the key of the copy, if one is made.
    """

    ladder_id: str = ""
    ladder: content.Ladder | None = None
    language: str = "en"
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the copy with the same codes, so that answers to unchanged statements come along.

        Raises:
            Refused: gone; no_ladder where none was named.
        """
        if self.ladder_id:
            ladder = found(session, Ladder, self.ladder_id)
        elif self.ladder is not None:
            ladder = ladder_in(session, self.ladder, self.language)
        else:
            raise Refused("no_ladder")
        if not ladder.is_own or is_used(session, ladder.id):
            ladder = copy_ladder(session, ladder, self.id)
        self._facts.update(ladder_id=ladder.id, version=ladder.version)

    def facts(self) -> dict[str, Any]:
        """The ladder that may be changed now, and its version."""
        return dict(self._facts)


@dataclass(frozen=True)
class MakeLadder(Deed):
    """Make a ladder of our own of its stages, each a (name, meaning), the lowest first; no dimensions yet.

    Without dimensions a check asks for the stage as a whole, and nothing else.
    """

    name: str
    stages: tuple[tuple[str, str], ...]
    language: str = "en"
    id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write it.

        Raises:
            Refused: text_missing (facts: field); too_few_stages (facts: field, least), too_many_stages
                (facts: field, most).
        """
        name = said(self.name, "name")
        _count_stages(len(self.stages))
        ladder = Ladder(
            id=self.id, code=own_code(self.id), version="1", name=name, language=self.language, is_own=True
        )
        session.add(ladder)
        session.flush()
        for number, (stage, meaning) in enumerate(self.stages, start=1):
            named = said(stage, "stages")
            session.add(Stage(ladder_id=self.id, number=number, name=named, meaning=meaning.strip()))

    def facts(self) -> dict[str, Any]:
        """The ladder, and how many stages it has."""
        return {"ladder_id": self.id, "stages": len(self.stages)}


@dataclass(frozen=True)
class BringInLadder(Deed):
    """Take over a ladder that a user wrote into a file. Check the file first, for what is wrong by line.

    The same version with the same words is taken over once; with other words it becomes a version of its
    own, so that a check never stands on words that it did not ask by.
    """

    ladder: content.Ladder
    language: str = "en"
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write it, unless it is here.

        Raises:
            Refused: too_few_stages, too_many_stages (facts: field, least or most).
        """
        _count_stages(len(self.ladder.stages))
        version = str(self.ladder.version)
        here = session.scalars(select(Ladder).filter_by(code=self.ladder.id, language=self.language)).all()
        same = next((one for one in here if same_words(session, one, self.ladder)), None)
        if same is None:
            known = versions_of(session, self.ladder.id)
            version = next_version(version, known) if version in known else version
            same = write_ladder(session, self.id, self.ladder, version, self.language, is_own=True)
        self._facts.update(ladder_id=same.id, version=same.version)

    def facts(self) -> dict[str, Any]:
        """The ladder and its version, also where it was here before."""
        return dict(self._facts)


@dataclass(frozen=True)
class RenameLadder(Deed):
    """Give a ladder that may be changed another name."""

    ladder_id: str
    name: str

    def apply(self, session: Session) -> None:
        """Write the name.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; text_missing (facts: field).
        """
        changeable(session, self.ladder_id).name = said(self.name, "name")

    def facts(self) -> dict[str, Any]:
        """The ladder."""
        return {"ladder_id": self.ladder_id}


@dataclass(frozen=True)
class RemoveLadder(Deed):
    """Take a ladder out that no stage check has used (Undo brings it back)."""

    ladder_id: str

    def apply(self, session: Session) -> None:
        """Delete it with its stages, dimensions and criteria.

        Raises:
            Refused: gone; ladder_used.
        """
        ladder = found(session, Ladder, self.ladder_id)
        if is_used(session, self.ladder_id):
            raise Refused("ladder_used")
        session.delete(ladder)

    def facts(self) -> dict[str, Any]:
        """The ladder."""
        return {"ladder_id": self.ladder_id}


@dataclass(frozen=True)
class EditStageOfLadder(Deed):
    """Change the name or the meaning of a stage. `values` are columns of `STAGE_COLUMNS`."""

    stage_id: str
    values: dict[str, Any]
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write the given columns.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; text_missing (facts: field).
        """
        row = found(session, Stage, self.stage_id)
        changeable(session, row.ladder_id)
        change(row, self.values, STAGE_COLUMNS)
        said(row.name, "name")
        self._facts.update(ladder_id=row.ladder_id, stage=row.number)

    def facts(self) -> dict[str, Any]:
        """The ladder and the stage's number."""
        return dict(self._facts)


@dataclass(frozen=True)
class AddStage(Deed):
    """Put a stage into a ladder: at number `at`, else above all others; those from there on move up."""

    ladder_id: str
    name: str
    meaning: str = ""
    at: int | None = None
    id: str = field(default_factory=new_id)
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Write it; criteria stay with their stage, so the new one has none.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; text_missing (facts: field); too_many_stages (facts:
                field, most).
        """
        changeable(session, self.ladder_id)
        many = len(_stages(session, self.ladder_id))
        _count_stages(many + 1)
        number = min(max(self.at or many + 1, 1), many + 1)
        _shift(session, self.ladder_id, number, 1)
        named = said(self.name, "name")
        row = Stage(id=self.id, ladder_id=self.ladder_id, number=number, name=named)
        row.meaning = self.meaning.strip()
        session.add(row)
        self._facts.update(ladder_id=self.ladder_id, stage=number)

    def facts(self) -> dict[str, Any]:
        """The ladder and the new stage's number."""
        return dict(self._facts)


@dataclass(frozen=True)
class MoveStage(Deed):
    """Move a stage with its criteria so many places up the ladder, or down (below 0)."""

    stage_id: str
    by: int
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Number the stages anew; criteria go with theirs.

        Raises:
            Refused: gone, ladder_used, ladder_shipped.
        """
        row = found(session, Stage, self.stage_id)
        changeable(session, row.ladder_id)
        order = _stages(session, row.ladder_id)
        here = order.index(row)
        order.insert(min(max(here + self.by, 0), len(order) - 1), order.pop(here))
        at = {stage.number: number for number, stage in enumerate(order, start=1)}
        for one in _criteria(session, row.ladder_id):
            one.stage = at[one.stage]
        for number, stage in enumerate(order, start=1):
            stage.number = number
        self._facts.update(ladder_id=row.ladder_id, stage=row.number)

    def facts(self) -> dict[str, Any]:
        """The ladder and the number that the stage has now."""
        return dict(self._facts)


@dataclass(frozen=True)
class RemoveStage(Deed):
    """Take a stage out with the criteria at it; those above it move down (Undo brings it back)."""

    stage_id: str
    _facts: dict[str, Any] = field(default_factory=dict, compare=False)

    def apply(self, session: Session) -> None:
        """Delete it.

        Raises:
            Refused: gone, ladder_used, ladder_shipped; too_few_stages (facts: field, least).
        """
        row = found(session, Stage, self.stage_id)
        changeable(session, row.ladder_id)
        _count_stages(len(_stages(session, row.ladder_id)) - 1)
        of_ladder = select(Dimension.id).filter_by(ladder_id=row.ladder_id)
        gone = delete(Criterion).where(Criterion.dimension_id.in_(of_ladder), Criterion.stage == row.number)
        session.execute(gone, execution_options={"synchronize_session": "fetch"})
        self._facts.update(ladder_id=row.ladder_id, stage=row.number)
        session.delete(row)
        session.flush()
        _shift(session, self._facts["ladder_id"], self._facts["stage"] + 1, -1)

    def facts(self) -> dict[str, Any]:
        """The ladder and the number that the stage had."""
        return dict(self._facts)


def _count_stages(many: int) -> None:
    if many < FEWEST_STAGES:
        raise Refused("too_few_stages", field="stages", least=FEWEST_STAGES)
    if many > MOST_STAGES:
        raise Refused("too_many_stages", field="stages", most=MOST_STAGES)


def _stages(session: Session, ladder_id: str) -> list[Stage]:
    return list(session.scalars(select(Stage).filter_by(ladder_id=ladder_id).order_by(Stage.number)))


def _criteria(session: Session, ladder_id: str) -> list[Criterion]:
    query = select(Criterion).join(Dimension, Dimension.id == Criterion.dimension_id)
    return list(session.scalars(query.where(Dimension.ladder_id == ladder_id)))


def _shift(session: Session, ladder_id: str, since: int, by: int) -> None:
    """Number the stages from `since` on anew, with their criteria."""
    for stage in _stages(session, ladder_id):
        stage.number += by if stage.number >= since else 0
    for one in _criteria(session, ladder_id):
        one.stage += by if one.stage >= since else 0
    session.flush()
