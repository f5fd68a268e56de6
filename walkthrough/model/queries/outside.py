# SPDX-License-Identifier: MIT
"""Results of tools that others own, as they were typed in."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.schema import OutsideResult, OutsideScore


class ScoreRow(msgspec.Struct, frozen=True, gc=False):
    """The score of one part, as its owner writes it."""

    part: str
    score: str


class OutsideRow(msgspec.Struct, frozen=True, gc=False):
    """One result of such a tool."""

    id: str
    name: str
    owner: str
    day: date | None
    people: int | None
    note: str
    scores: tuple[ScoreRow, ...]

    @property
    def tool(self) -> str:
        """What results of one tool have in common: its name, however it is written."""
        return " ".join(self.name.split()).casefold()


class ToolRow(msgspec.Struct, frozen=True, gc=False):
    """All results of one tool, by day, and its parts in the order in which they first came."""

    name: str
    owner: str
    results: tuple[OutsideRow, ...]
    parts: tuple[str, ...]

    def scores(self, part: str) -> tuple[str, ...]:
        """The scores of a part, one for each result; "" where a result has none."""
        return tuple(
            next((one.score for one in result.scores if one.part == part), "") for result in self.results
        )


def outside_results(connection: Connection) -> tuple[OutsideRow, ...]:
    """All results in the order they were typed in."""
    scores: defaultdict[str, list[ScoreRow]] = defaultdict(list)
    rows = connection.execute(
        select(OutsideScore.outside_result_id, OutsideScore.part, OutsideScore.score).order_by(
            OutsideScore.pos, OutsideScore.id
        )
    )
    for key, *score in rows:
        scores[key].append(ScoreRow(*score))
    columns = (OutsideResult.id, OutsideResult.name, OutsideResult.owner, OutsideResult.day)
    results = connection.execute(
        select(*columns, OutsideResult.people, OutsideResult.note).order_by(
            OutsideResult.pos, OutsideResult.id
        )
    )
    return tuple(OutsideRow(*row, tuple(scores[row.id])) for row in results)


def outside_tools(connection: Connection) -> tuple[ToolRow, ...]:
    """Every tool with its results by day, so that several days stand beside each other."""
    tools: defaultdict[str, list[OutsideRow]] = defaultdict(list)
    for row in outside_results(connection):
        tools[row.tool].append(row)
    return tuple(_tool(rows) for rows in tools.values())


def _tool(rows: list[OutsideRow]) -> ToolRow:
    by_day = tuple(sorted(rows, key=lambda row: (row.day is None, row.day or date.min)))
    parts = dict.fromkeys(score.part for row in by_day for score in row.scores)
    owner = next((row.owner for row in reversed(by_day) if row.owner), "")
    return ToolRow(by_day[-1].name, owner, by_day, tuple(parts))
