# SPDX-License-Identifier: MIT
"""Then and now with words: the parts of a stage check, the barriers of each station, the indicators.

Nothing here says that going back is bad, or that more barriers are worse.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.charts.before_after import (
    AxisMark,
    Dumbbell,
    DumbbellInput,
    DumbbellWords,
    build_dumbbells,
)
from walkthrough.export.pictures.runs import value_words
from walkthrough.export.pictures.stage import UNPLACED
from walkthrough.export.scene import Scene
from walkthrough.model.queries.before_after import StageThenNow, ValueThen
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.stage_history import HistoryCheck, HistoryPart
from walkthrough.wording import Wording


class StationThenNow(msgspec.Struct, frozen=True, gc=False):
    """How many barriers stood at a station then, and how many stand now."""

    station: str
    then: int
    now: int


class IndicatorThenNow(msgspec.Struct, frozen=True, gc=False):
    """An indicator with what it stood at then; None where there is no value of that time."""

    row: IndicatorRow
    then: ValueThen | None


# The stage -----------------------------------------------------------------------------------------------


def stage_then_scene(words: Wording, told: StageThenNow, width: float) -> Scene:
    """The parts of working together, each at its stage then and now.

    `told.before` must be there, and both checks must ask by one ladder.
    """
    _, before, now = words.gettext, told.before, told.now
    if before is None:
        raise ValueError("one check alone is no comparison")
    was = {part.code: part for part in before.parts}
    pairs = [(was.get(part.code), part) for part in now.parts]
    high = max(len(now.stages), 1)
    heads = ((_("Part"), short_day(words, before.as_of), short_day(words, now.as_of)),)
    names = (_("not shown yet"), *(f"{stage.number} {stage.name}" for stage in now.stages))
    return build_dumbbells(
        DumbbellInput(
            rows=tuple(_part(words, high, then, part) for then, part in pairs),
            words=_signs(words, day_words(words, before.as_of), day_words(words, now.as_of)),
            summary=_stage_summary(words, before, pairs),
            axis=tuple(AxisMark(at / high, name) for at, name in enumerate(names)),
            table=(
                *heads,
                *((part.name, part_stands(words, then), part_stands(words, part)) for then, part in pairs),
            ),
            width=width,
        )
    )


def part_stands(words: Wording, part: HistoryPart | None) -> str:
    """Where a part stands, in a word or two."""
    _ = words.gettext
    if part is None:
        return _("not looked at")
    if part.reached.unplaced is not None:
        return _(UNPLACED[part.reached.unplaced])
    if part.reached.evidenced == 0:
        return _("stage 1 not shown yet")
    return _("stage {n}").format(n=part.reached.evidenced)


def _part(words: Wording, high: int, then: HistoryPart | None, now: HistoryPart) -> Dumbbell:
    was, is_now = _share(then, high), _share(now, high)
    told = words.gettext("{name}: then {then}, now {now}.")
    return Dumbbell(
        name=now.name,
        then=was,
        now=is_now,
        note=part_stands(words, now) if was is None and is_now is None else "",
        say=told.format(name=now.name, then=part_stands(words, then), now=part_stands(words, now)),
    )


def _share(part: HistoryPart | None, high: int) -> float | None:
    if part is None or part.reached.unplaced is not None:
        return None
    return part.reached.evidenced / high


def _stage_summary(
    words: Wording, before: HistoryCheck, pairs: Sequence[tuple[HistoryPart | None, HistoryPart]]
) -> str:
    told = [
        words.gettext("Parts of working together, {then} and now.").format(
            then=day_words(words, before.as_of)
        )
    ]
    line = words.gettext("{name}: then {then}, now {now}.")
    told += [
        line.format(name=part.name, then=part_stands(words, then), now=part_stands(words, part))
        for then, part in pairs
    ]
    return " ".join(told)


# Barriers ------------------------------------------------------------------------------------------------


def barriers_then_scene(
    words: Wording, rows: Sequence[StationThenNow], then: str, now: str, width: float
) -> Scene:
    """How many barriers stood at each station then, and stand now.

    Args:
        words: of the reader's language.
        rows: the stations in the order of the route.
        then, now: the two days, in words.
        width: in points.
    """
    _ = words.gettext
    most = max((many for row in rows for many in (row.then, row.now)), default=0) or 1
    line = _("{name}: then {then}, now {now}.")
    says = [line.format(name=row.station, then=row.then, now=row.now) for row in rows]
    return build_dumbbells(
        DumbbellInput(
            rows=tuple(
                Dumbbell(row.station, row.then / most, row.now / most, str(row.then), str(row.now), say=say)
                for row, say in zip(rows, says, strict=True)
            ),
            words=_signs(words, then, now),
            summary=" ".join([_("Barriers that stand at each station, then and now."), *says]),
            table=(
                (_("Station"), _("Then"), _("Now")),
                *((row.station, str(row.then), str(row.now)) for row in rows),
            ),
            width=width,
        )
    )


# Indicators ----------------------------------------------------------------------------------------------


def indicators_then_scene(words: Wording, rows: Sequence[IndicatorThenNow], width: float) -> Scene:
    """Each indicator then and now, on a scale of its own, with its target."""
    _ = words.gettext
    line = _("{name}: then {then}, now {now}.")
    told = [(one.row.name, then_words(words, one), now_words(words, one)) for one in rows]
    says = [line.format(name=name, then=then, now=now) for name, then, now in told]
    return build_dumbbells(
        DumbbellInput(
            rows=tuple(_indicator(words, one, say) for one, say in zip(rows, says, strict=True)),
            words=DumbbellWords(
                _("Then"), _("Now"), _("The same then and now"), _("Target"), _("Then"), _("Now")
            ),
            summary=" ".join(
                [_("Indicators then and now. Each line has a scale of its own."), *says],
            ),
            table=((_("Indicator"), _("Then"), _("Now")), *told),
            width=width,
        )
    )


def then_words(words: Wording, one: IndicatorThenNow) -> str:
    """What an indicator stood at then, with its day."""
    _, then = words.gettext, one.then
    if then is None:
        return _("no value of that time")
    told = value_words(words, one.row, then.value, hidden=then.value is None)
    if then.day is not None:
        told = _("{value} on {day}").format(value=told, day=short_day(words, then.day))
    return _("{value} (baseline)").format(value=told) if then.is_baseline else told


def now_words(words: Wording, one: IndicatorThenNow) -> str:
    """What it stands at now, with its day; or that there is no newer value than then."""
    _, point = words.gettext, one.row.current
    if point is None:
        return _("no point yet")
    if one.then is not None and not one.then.is_baseline and one.then.day == point.day:
        return _("no new value")
    told = value_words(words, one.row, point.value, hidden=point.value is None)
    return _("{value} on {day}").format(value=told, day=short_day(words, point.day))


def _indicator(words: Wording, one: IndicatorThenNow, say: str) -> Dumbbell:
    row = one.row
    then = one.then.value if one.then is not None else None
    now = row.current.value if row.current is not None else None
    known = [value for value in (then, now, row.target) if value is not None]
    if then is None and now is None:
        return Dumbbell(row.name, None, None, note=now_words(words, one), say=say)
    low, high = min(known), max(known)
    wide = (high - low) or 1.0

    def share(value: float | None) -> float | None:
        return None if value is None else (value - low) / wide if high > low else 0.5

    return Dumbbell(
        name=row.name,
        then=share(then),
        now=share(now),
        then_said=_short_value(words, row, then, is_known=one.then is not None),
        now_said=_short_value(words, row, now, is_known=row.current is not None),
        target=share(row.target),
        say=say,
    )


def _short_value(words: Wording, row: IndicatorRow, value: float | None, *, is_known: bool) -> str:
    if value is not None:
        return value_words(words, row, value)
    return words.gettext("hidden") if is_known else "–"


def _signs(words: Wording, then: str, now: str) -> DumbbellWords:
    _ = words.gettext
    return DumbbellWords(
        then=_("Then: {day}").format(day=then),
        now=_("Now: {day}").format(day=now),
        still=_("The same then and now"),
        then_head=_("Then"),
        now_head=_("Now"),
    )
