# SPDX-License-Identifier: MIT
"""The run chart of an indicator with its words: what the published rules see, or that points are too few."""

from __future__ import annotations

from walkthrough.export.calendar import number_words, short_day
from walkthrough.export.charts.run_chart import RunInput, RunPoint, RunWords, build_run_chart
from walkthrough.export.scene import Scene
from walkthrough.model.queries.indicators import IndicatorRow, PointRow
from walkthrough.model.rules.runs import Signal
from walkthrough.wording import N_, Wording

_BOTH_SHIFTS = N_("Signal: six or more points in a row on one side of the middle line, then on the other.")
_SIGNALS = {
    Signal.SHIFT_UP: N_("Signal: six or more points in a row above the middle line."),
    Signal.SHIFT_DOWN: N_("Signal: six or more points in a row below the middle line."),
    Signal.TREND_UP: N_("Signal: five or more points in a row going up."),
    Signal.TREND_DOWN: N_("Signal: five or more points in a row going down."),
}


def verdict(words: Wording, row: IndicatorRow) -> str:
    """What may be said of the points: too few to judge, no signal, or the signals."""
    _, reading = words.gettext, row.reading
    if reading.points == 0:
        return _("No point yet.")
    if reading.too_few:
        return words.ngettext(
            "{n} point: too few to judge.", "{n} points: too few to judge.", reading.points
        ).format(n=reading.points)
    if not reading.signals:
        return words.ngettext("{n} point: no signal.", "{n} points: no signal.", reading.points).format(
            n=reading.points
        )
    signals, told = set(reading.signals), []
    if signals >= {Signal.SHIFT_UP, Signal.SHIFT_DOWN}:
        told.append(_(_BOTH_SHIFTS))
        signals -= {Signal.SHIFT_UP, Signal.SHIFT_DOWN}
    told += [_(_SIGNALS[signal]) for signal in Signal if signal in signals]
    return " ".join([*told, _("Something may have changed.")])


def short_verdict(words: Wording, row: IndicatorRow) -> str:
    """The verdict in a word or two, for lists and the overview."""
    reading = row.reading
    if reading.signals:
        return words.gettext("Signal: something may have changed.")
    return verdict(words, row)


def value_words(words: Wording, row: IndicatorRow, value: float | None, *, hidden: bool = False) -> str:
    """A value with its unit; a small count of families is told as such."""
    if hidden:
        return words.gettext("too few families to show")
    if value is None:
        return words.gettext("not known")
    return f"{number_words(words, value)} {row.unit}".strip()


def current_words(words: Wording, row: IndicatorRow) -> str:
    """The newest value and its day."""
    point = row.current
    if point is None:
        return words.gettext("no point yet")
    value = value_words(words, row, point.value, hidden=point.value is None)
    return words.gettext("{value} on {day}").format(value=value, day=short_day(words, point.day))


def summary_of(words: Wording, row: IndicatorRow) -> str:
    """The chart in a sentence or two, for those who do not see it."""
    _ = words.gettext
    parts = [
        _("Run chart of {name}.").format(name=row.name),
        _("Baseline: {value}.").format(
            value=value_words(words, row, row.baseline, hidden=row.baseline_hidden)
        ),
        _("Target: {value}.").format(value=value_words(words, row, row.target)),
        _("Now: {value}.").format(value=current_words(words, row)),
        verdict(words, row),
    ]
    return " ".join(parts)


def run_scene(words: Wording, row: IndicatorRow, width: float = 500.0) -> Scene:
    """The points of an indicator with the middle line and the target."""
    _, reading = words.gettext, row.reading
    unit = f"{row.name} ({row.unit})" if row.unit else row.name
    return build_run_chart(
        RunInput(
            points=tuple(_point(words, row, point) for point in row.points),
            words=RunWords(
                when=_("Day"),
                value=unit,
                note=_("Note"),
                middle=_("middle"),
                baseline=_("baseline"),
                target=_("target"),
                hidden=_("hidden"),
                empty=_("No point yet."),
                cut=_("The scale starts at {value}, not at 0."),
            ),
            summary=summary_of(words, row),
            verdict=verdict(words, row),
            middle=reading.middle,
            target=row.target,
            width=width,
        )
    )


def _point(words: Wording, row: IndicatorRow, point: PointRow) -> RunPoint:
    value = value_words(words, row, point.value, hidden=point.value is None)
    day = short_day(words, point.day)
    return RunPoint(
        id=point.id,
        at=float(point.day.toordinal()),
        label=day,
        value=point.value,
        shown=value,
        note=point.note,
        say=f"{day}: {value}" + (f". {point.note}" if point.note else ""),
    )
