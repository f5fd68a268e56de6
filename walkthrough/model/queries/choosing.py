# SPDX-License-Identifier: MIT
"""What the presenter needs to let a room choose: themes with their findings, dots, fists, what has no step.

As frozen rows; the words of held rows come along, because only a window knows who can see it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.queries.plan import FindingMark
from walkthrough.model.queries.rows import frozen
from walkthrough.model.schema import (
    Finding,
    FistCount,
    Meeting,
    NextStep,
    StepFinding,
    Theme,
    ThemeFinding,
    Walk,
)
from walkthrough.model.words import Kind, RatingMethod


class ChoosingRules(msgspec.Struct, frozen=True, gc=False):
    """How a meeting chooses: on which walk, with how many dots each, unseen or not; how it rates stages."""

    walk_id: str | None
    dots: int
    is_private: bool
    rating: RatingMethod | None


class ThemeRow(msgspec.Struct, frozen=True, gc=False):
    """A theme with the findings under it, by number."""

    id: str
    number: int
    name: str
    votes: int
    impact: int | None
    effort: int | None
    held: bool
    findings: tuple[FindingMark, ...] = ()


class LooseFinding(msgspec.Struct, frozen=True, gc=False):
    """A finding that stands under no theme yet."""

    id: str
    number: int
    kind: Kind
    text: str
    held: bool
    said_again: int


class FistRow(msgspec.Struct, frozen=True, gc=False):
    """A fist-to-five that was counted; about a theme, a next step or the question alone."""

    id: str
    question: str
    held: bool
    counts: tuple[int, ...]
    theme_id: str | None
    theme: str
    theme_held: bool
    step_number: int | None


class WithoutStep(msgspec.Struct, frozen=True, gc=False):
    """A theme or a barrier with votes, or said again, that no next step answers.

    `findings` are what a step would answer.
    """

    id: str
    number: int
    is_theme: bool
    text: str
    votes: int
    held: bool
    findings: tuple[FindingMark, ...]
    said_again: int = 0


def choosing_rules(connection: Connection, meeting: str) -> ChoosingRules | None:
    """How this meeting chooses; its walk is the newest where it names none. None if it is gone."""
    row = connection.execute(
        select(Meeting.walk_id, Meeting.dots, Meeting.dots_private, Meeting.rating).where(
            Meeting.id == meeting
        )
    ).one_or_none()
    if row is None:
        return None
    newest = select(Walk.id).order_by(Walk.id.desc()).limit(1)
    walk, dots, is_private, rating = row
    return ChoosingRules(walk or connection.execute(newest).scalar(), dots, is_private, rating)


def themes_of(connection: Connection, walk: str | None) -> tuple[ThemeRow, ...]:
    """The themes of a walk in their order, each with its findings."""
    under: defaultdict[str, list[FindingMark]] = defaultdict(list)
    links = (
        select(ThemeFinding.theme_id, Finding.id, Finding.number, Finding.kind, Finding.text, Finding.held)
        .join(Finding, Finding.id == ThemeFinding.finding_id)
        .join(Theme, Theme.id == ThemeFinding.theme_id)
        .where(Theme.walk_id == walk)
        .order_by(Finding.number)
    )
    for theme, key, number, kind, text, held in connection.execute(links):
        under[theme].append(FindingMark(key, number, kind, text, held))
    rows = connection.execute(
        select(Theme.id, Theme.number, Theme.name, Theme.votes, Theme.impact, Theme.effort, Theme.held)
        .where(Theme.walk_id == walk)
        .order_by(Theme.pos, Theme.number)
    )
    return frozen(ThemeRow, ((*row, tuple(under[row[0]])) for row in rows))


def is_counted_in(connection: Connection, meeting: str) -> bool:
    """Whether dots were counted in this meeting; if not, those on the themes are of an earlier one."""
    return bool(_done_in(connection, meeting, "SetVotes"))


def weighed_in(connection: Connection, meeting: str) -> frozenset[int]:
    """The numbers of the themes weighed in this meeting; the weights of others are of an earlier one."""
    return frozenset(facts["number"] for facts in _done_in(connection, meeting, "WeighTheme"))


def _done_in(connection: Connection, meeting: str, label: str) -> list[dict[str, Any]]:
    """The facts of the steps of a meeting that stand: undone ones left out, redone ones not."""
    rows = connection.exec_driver_sql(
        "select step.facts from chg_step step left join"
        " (select of, kind, max(seq) from chg_step where of is not null group by of) back"
        " on back.of = step.seq where step.kind = 'do' and step.label = ? and step.meeting = ?"
        " and back.kind is not 'undo'",
        (label, meeting),
    )
    return [json.loads(facts) for (facts,) in rows]


def loose_findings(connection: Connection, walk: str | None, limit: int = 60) -> tuple[LooseFinding, ...]:
    """Barriers of a walk that stand under no theme, those most often said first."""
    rows = connection.execute(
        select(Finding.id, Finding.number, Finding.kind, Finding.text, Finding.held, Finding.said_again)
        .where(
            Finding.walk_id == walk,
            Finding.kind == Kind.BARRIER,
            Finding.id.not_in(select(ThemeFinding.finding_id)),
        )
        .order_by((Finding.votes + Finding.said_again).desc(), Finding.number)
        .limit(limit)
    )
    return frozen(LooseFinding, rows)


def fists_of(connection: Connection, meeting: str) -> tuple[FistRow, ...]:
    """Every fist-to-five of a meeting, the newest first."""
    rows = connection.execute(
        select(
            FistCount.id, FistCount.question, FistCount.held,
            FistCount.zero, FistCount.one, FistCount.two, FistCount.three, FistCount.four, FistCount.five,
            FistCount.theme_id, Theme.name, Theme.held, NextStep.number,
        )
        .outerjoin(Theme, Theme.id == FistCount.theme_id)
        .outerjoin(NextStep, NextStep.id == FistCount.step_id)
        .where(FistCount.meeting_id == meeting)
        .order_by(FistCount.pos.desc())
    )  # fmt: skip
    return tuple(
        FistRow(row[0], row[1], row[2], tuple(row[3:9]), row[9], row[10] or "", bool(row[11]), row[12])
        for row in rows
    )


def without_step(connection: Connection, walk: str | None, limit: int = 8) -> tuple[WithoutStep, ...]:
    """What got votes, or was said again, and has no next step: themes by their dots, then barriers."""
    answered = {key for (key,) in connection.execute(select(StepFinding.finding_id))}
    themes = [row for row in themes_of(connection, walk) if row.votes]
    found = [
        WithoutStep(row.id, row.number, True, row.name, row.votes, row.held, row.findings)
        for row in sorted(themes, key=lambda row: -row.votes)
        if not any(mark.id in answered for mark in row.findings)
    ]
    themed = {mark.id for row in themes for mark in row.findings}
    loud = (Finding.votes + Finding.said_again).label("loud")
    barriers = connection.execute(
        select(
            Finding.id,
            Finding.number,
            Finding.kind,
            Finding.text,
            Finding.held,
            Finding.votes,
            Finding.said_again,
        )
        .where(
            Finding.walk_id == walk,
            Finding.kind == Kind.BARRIER,
            Finding.votes + Finding.said_again > 0,
            Finding.id.not_in(select(StepFinding.finding_id)),
        )
        .order_by(loud.desc(), Finding.number)
        .limit(limit + len(themed))
    )
    for key, number, kind, text, held, votes, again in barriers:
        if key not in themed:
            mark = FindingMark(key, number, kind, text, held)
            found.append(WithoutStep(key, number, False, text, votes, held, (mark,), again))
    return tuple(found[:limit])
