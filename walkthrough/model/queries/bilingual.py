# SPDX-License-Identifier: MIT
"""The words of a ladder in each language we have them in, side by side: for ballots, which carry both.

A ladder that was written or changed in the workbook has the words it was written in, and those alone. It
knows no widget and no paper.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.content import Ladder as Shipped
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.model.schema import Dimension, Ladder, Stage, StageCheck

LANGUAGES = ("en", "es")
"""The languages of a ballot, in the order in which they stand side by side."""


class DimensionWords(msgspec.Struct, frozen=True, gc=False):
    """What one part of collaboration is called and what it asks."""

    name: str
    about: str


class LadderWords(msgspec.Struct, frozen=True, gc=False):
    """A ladder in one language; `dimensions` goes by the key of the dimension in the workbook."""

    language: str
    stages: tuple[StageRow, ...]
    dimensions: dict[str, DimensionWords]


def ladder_words(connection: Connection, check_id: str, content: Path) -> tuple[LadderWords, ...]:
    """The ladder of a stage check, as `words_of_ladder` gives it; nothing where the check is gone."""
    key = connection.execute(select(StageCheck.ladder_id).where(StageCheck.id == check_id)).scalar()
    return words_of_ladder(connection, key, content) if key else ()


def words_of_ladder(connection: Connection, ladder_id: str, content: Path) -> tuple[LadderWords, ...]:
    """A ladder of the workbook in one language or two, English first.

    Two where every stage stands as we ship it; a part that was added or renamed then keeps its one name on
    both sides. One, in its own language, for a ladder with stages of the user's own.

    Args:
        ladder_id: the key of the ladder; one that is gone has no words at all.
        content: the folder of the shipped content, below which the languages are.
    """
    language = connection.execute(select(Ladder.language).where(Ladder.id == ladder_id)).scalar()
    if language is None:
        return ()
    here = _in_workbook(connection, ladder_id, language)
    if language not in LANGUAGES:
        return (here,)
    codes = _codes(connection, ladder_id)
    shipped = {one: load_shelf(content, one) for one in LANGUAGES}
    if any(shelf.ladder_language != one for one, shelf in shipped.items()):
        return (here,)
    own = shipped[language].ladder
    if here.stages != _stages(own):
        return (here,)
    return tuple(
        here if one == language else _translated(here, codes, own, shipped[one].ladder, one)
        for one in LANGUAGES
    )


def shipped_words(content: Path) -> tuple[LadderWords, ...]:
    """The stages of the ladder we ship, for a workbook that has no stage check yet."""
    shelves = (load_shelf(content, one) for one in LANGUAGES)
    return tuple(
        LadderWords(one, _stages(shelf.ladder), {})
        for one, shelf in zip(LANGUAGES, shelves, strict=True)
        if shelf.ladder_language == one
    )


def _in_workbook(connection: Connection, ladder_id: str, language: str) -> LadderWords:
    stages = connection.execute(
        select(Stage.number, Stage.name, Stage.meaning)
        .where(Stage.ladder_id == ladder_id)
        .order_by(Stage.number)
    )
    parts = connection.execute(
        select(Dimension.id, Dimension.name, Dimension.about)
        .where(Dimension.ladder_id == ladder_id)
        .order_by(Dimension.pos)
    )
    return LadderWords(
        language=language,
        stages=tuple(StageRow(number, name, meaning) for number, name, meaning in stages),
        dimensions={key: DimensionWords(name, about) for key, name, about in parts},
    )


def _codes(connection: Connection, ladder_id: str) -> dict[str, str]:
    query = select(Dimension.id, Dimension.code).where(Dimension.ladder_id == ladder_id)
    return {key: code for key, code in connection.execute(query)}  # noqa: C416  rows are no pairs to mypy


def _stages(ladder: Shipped) -> tuple[StageRow, ...]:
    return tuple(StageRow(stage.number, stage.name, stage.meaning) for stage in ladder.stages)


def _translated(
    here: LadderWords, codes: dict[str, str], own: Shipped, other: Shipped, language: str
) -> LadderWords:
    said = {part.id: DimensionWords(part.name, part.about) for part in own.dimensions}
    twins = {part.id: DimensionWords(part.name, part.about) for part in other.dimensions}
    return LadderWords(
        language=language,
        stages=_stages(other),
        dimensions={
            key: twins.get(codes[key], words) if said.get(codes[key]) == words else words
            for key, words in here.dimensions.items()
        },
    )
