# SPDX-License-Identifier: MIT
"""Indicators and goals in words, as rows of the list. The chart's own words come with the chart.

It must not know a widget beyond the cells it fills.
"""

from __future__ import annotations

from walkthrough.export.calendar import short_day
from walkthrough.export.pictures.runs import current_words, value_words
from walkthrough.export.terms import unless_held
from walkthrough.model.queries.indicators import IndicatorRow, PointRow
from walkthrough.model.queries.plan import GoalRow
from walkthrough.ui.screens.indicators.reading import as_shown
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import N_, _, current, ngettext

GOAL = "goal:"
"""What the key of a heading's row begins with."""
FOR_PAPER = N_("For paper; never on the wall.")


def verdict_mark(row: IndicatorRow) -> tuple[str, str]:
    """Return what may be said of the points, in two words: (tone, words)."""
    reading = row.reading
    if reading.points == 0:
        return "quiet", _("No point yet")
    if reading.too_few:
        return "quiet", _("Too few points")
    return ("indicator", _("Signal")) if reading.signals else ("quiet", _("No signal"))


def indicator_cells(row: IndicatorRow, safe: bool) -> GroupCells:
    """Return an indicator as a row of the list: name, now, target, verdict."""
    row = as_shown(row, safe)
    facts = (
        _("Now: {value}").format(value=current_words(current(), row)),
        _("Target: {value}").format(value=value_words(current(), row, row.target))
        if row.target is not None
        else "",
        _("Small counts are hidden") if row.counts_families else "",
        _("on hold") if row.held and not safe else "",
    )
    return GroupCells(
        id=row.id,
        text=row.name,
        number=row.number,
        detail=" · ".join(fact for fact in facts if fact),
        marks=(verdict_mark(row),),
    )


def goal_cells(goal: GoalRow | None, many: int, safe: bool) -> GroupCells:
    """Return a goal as the heading of its indicators."""
    if goal is None:
        return GroupCells(id=GOAL, text=_("Without a goal"), is_head=True)
    return GroupCells(
        id=f"{GOAL}{goal.id}",
        text=unless_held(current(), goal.text, goal.held and safe),
        detail="" if many else _("No indicator yet."),
        is_head=True,
    )


def point_value(row: IndicatorRow, point: PointRow) -> str:
    """Return the value of a point with its unit, or that it may not be shown."""
    return value_words(current(), row, point.value, hidden=point.value is None)


def point_day(point: PointRow) -> str:
    """Return the day of a point."""
    return short_day(current(), point.day)


def head_words(many: int, goals: int) -> str:
    """Return how many indicators there are under how many goals."""
    if not many and not goals:
        return ""
    told = ngettext("{n} indicator", "{n} indicators", many).format(n=many)
    under = ngettext("{n} goal", "{n} goals", goals).format(n=goals)
    return _("{indicators}, {goals}").format(indicators=told, goals=under)
