# SPDX-License-Identifier: MIT
"""A comparison in short sentences: what changed, and each part in one line. It lays out nothing."""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.export.calendar import day_words
from walkthrough.export.pictures.before_after import IndicatorThenNow
from walkthrough.export.pictures.history import agreed_in_words
from walkthrough.export.reports.compare_content import (
    AtTheTable,
    Barriers,
    Comparison,
    Promises,
)
from walkthrough.model.queries.before_after import StageThenNow
from walkthrough.model.queries.minutes import Presence
from walkthrough.model.rules.before_after import BarrierFate, PromiseFate
from walkthrough.model.rules.stage_moves import Way
from walkthrough.model.words import StepState
from walkthrough.wording import N_, Wording

_Told = tuple[int, str]
"""How much a change weighs, the least first, and its words."""
_MAIN, _ALSO = 0, 1
_PROMISES: dict[PromiseFate, Callable[[Wording, int], str]] = {
    PromiseFate.DONE: lambda words, n: words.ngettext("{n} is done", "{n} are done", n),
    PromiseFate.MOVING: lambda words, n: words.ngettext("{n} is under way", "{n} are under way", n),
    PromiseFate.WAITING: lambda words, n: words.ngettext("{n} waits to start", "{n} wait to start", n),
    PromiseFate.STUCK: lambda words, n: words.ngettext("{n} is stuck", "{n} are stuck", n),
    PromiseFate.OVERDUE: lambda words, n: words.ngettext("{n} is past its day", "{n} are past their day", n),
    PromiseFate.DROPPED: lambda words, n: words.ngettext("{n} was dropped", "{n} were dropped", n),
}
_BARRIERS: dict[BarrierFate, Callable[[Wording, int], str]] = {
    BarrierFate.ANSWERED: lambda words, n: words.ngettext(
        "{n} is answered by a step that is done", "{n} are answered by a step that is done", n
    ),
    BarrierFate.SAID_AGAIN: lambda words, n: words.ngettext("{n} was said again", "{n} were said again", n),
    BarrierFate.WORKED_ON: lambda words, n: words.ngettext(
        "{n} is being worked on", "{n} are being worked on", n
    ),
    BarrierFate.WAITING: lambda words, n: words.ngettext(
        "{n} waits for a next step", "{n} wait for a next step", n
    ),
    BarrierFate.NOT_SAID: lambda words, n: words.ngettext(
        "{n} was not named this time", "{n} were not named this time", n
    ),
    BarrierFate.NEW: lambda words, n: words.ngettext("{n} is new", "{n} are new", n),
}
FATES = {
    PromiseFate.DONE: N_("Done"),
    PromiseFate.MOVING: N_("Under way"),
    PromiseFate.WAITING: N_("Not started yet"),
    PromiseFate.STUCK: N_("Stuck"),
    PromiseFate.OVERDUE: N_("Past its day"),
    PromiseFate.DROPPED: N_("Dropped"),
}
"""What became of a promise, as the words before its line."""


def changes(words: Wording, content: Comparison) -> list[str]:
    """What changed since then, each as part of a sentence, what weighs most first; nothing if none."""
    told = (
        *_changed_promises(words, content.promises),
        *_changed_barriers(words, content.barriers),
        *_changed_stage(words, content.stage),
        *_changed_rest(words, content),
    )
    return [text for _weight, text in sorted(told, key=lambda one: one[0])]


def _changed_promises(words: Wording, told: Promises) -> list[_Told]:
    n, done, dropped = len(told.then), len(told.of(PromiseFate.DONE)), len(told.of(PromiseFate.DROPPED))
    found = []
    if done:
        line = words.ngettext("{done} of {n} promise done", "{done} of {n} promises done", n)
        found.append((_MAIN, line.format(done=done, n=n)))
    if dropped:
        line = words.ngettext("{n} promise was dropped", "{n} promises were dropped", dropped)
        found.append((_ALSO, line.format(n=dropped)))
    changed = [one.step.state for one in told.then if one.was is not one.step.state]
    if begun := changed.count(StepState.UNDER_WAY):
        line = words.ngettext("{n} promise got under way", "{n} promises got under way", begun)
        found.append((_ALSO, line.format(n=begun)))
    if stuck := changed.count(StepState.STUCK):
        line = words.ngettext("{n} promise got stuck", "{n} promises got stuck", stuck)
        found.append((_MAIN, line.format(n=stuck)))
    if told.new:
        line = words.ngettext("{n} new promise", "{n} new promises", len(told.new))
        found.append((_ALSO, line.format(n=len(told.new))))
    return found


def _changed_barriers(words: Wording, told: Barriers) -> list[_Told]:
    found = []
    if answered := len(told.of(BarrierFate.ANSWERED)):
        line = words.ngettext("{n} barrier is answered", "{n} barriers are answered", answered)
        found.append((_MAIN, line.format(n=answered)))
    if again := len(told.of(BarrierFate.SAID_AGAIN)):
        line = words.ngettext("{n} barrier was said again", "{n} barriers were said again", again)
        found.append((_MAIN, line.format(n=again)))
    if new := len(told.of(BarrierFate.NEW)):
        line = words.ngettext("{n} new barrier", "{n} new barriers", new)
        found.append((_ALSO, line.format(n=new)))
    return found


def _changed_stage(words: Wording, told: StageThenNow | None) -> list[_Told]:
    if told is None or told.before is None or told.before is told.now or not told.can_compare:
        return []
    _, found = words.gettext, list[_Told]()
    if told.before.agreed != told.now.agreed and told.now.agreement is not None:
        line = _("the agreed stage was {then} and is {now}")
        agreed = [agreed_in_words(words, one) for one in (told.before, told.now)]
        found.append((_MAIN, line.format(then=agreed[0], now=agreed[1])))
    return [*found, *_moves(words, told)]


def _moves(words: Wording, told: StageThenNow) -> list[_Told]:
    """How many parts went which way."""
    ways = [one.move.way for one in told.moves]
    found = []
    if up := ways.count(Way.UP):
        line = words.ngettext("{n} part moved up", "{n} parts moved up", up)
        found.append((_MAIN, line.format(n=up)))
    if back := ways.count(Way.BACK):
        line = words.ngettext("{n} part moved back", "{n} parts moved back", back)
        found.append((_MAIN, line.format(n=back)))
    if first := ways.count(Way.FIRST):
        line = words.ngettext(
            "{n} part was looked at for the first time",
            "{n} parts were looked at for the first time",
            first,
        )
        found.append((_ALSO, line.format(n=first)))
    if again := ways.count(Way.OPEN):
        line = words.ngettext("{n} part is open again", "{n} parts are open again", again)
        found.append((_ALSO, line.format(n=again)))
    return found


def _changed_rest(words: Wording, content: Comparison) -> list[_Told]:
    found = []
    if values := len(content.new_values):
        line = words.ngettext("{n} indicator has a new value", "{n} indicators have a new value", values)
        found.append((_ALSO, line.format(n=values)))
    if decided := len(content.decisions):
        line = words.ngettext("{n} decision was made", "{n} decisions were made", decided)
        found.append((_ALSO, line.format(n=decided)))
    return found


# One line for each part ----------------------------------------------------------------------------------


def promises_in_short(words: Wording, told: Promises) -> str:
    """What became of the promises of then."""
    _, n = words.gettext, len(told.then)
    if not n:
        return _("No promise was open then.")
    each = [
        _PROMISES[fate](words, many).format(n=many) for fate in PromiseFate if (many := len(told.of(fate)))
    ]
    line = words.ngettext("{n} was open then: {each}.", "{n} were open then: {each}.", n)
    return line.format(n=n, each=", ".join(each))


def barriers_in_short(words: Wording, told: Barriers) -> str:
    """What became of the barriers."""
    if not told.rows:
        return words.gettext("None has been named.")
    each = [
        _BARRIERS[fate](words, many).format(n=many) for fate in BarrierFate if (many := len(told.of(fate)))
    ]
    return ", ".join(each) + "."


def stage_in_short(words: Wording, told: StageThenNow | None) -> str:
    """The stage agreed then and now, and how many parts moved."""
    _ = words.gettext
    if told is None:
        return _("There has been no stage check yet.")
    if told.before is None:
        line = _(
            "There is one check so far, of {day}: {what}. With a second one there is something to compare."
        )
        return line.format(day=day_words(words, told.now.as_of), what=agreed_in_words(words, told.now))
    if told.before is told.now:
        line = _("No new check since {day}: {what}.")
        return line.format(day=day_words(words, told.now.as_of), what=agreed_in_words(words, told.now))
    if not told.can_compare:
        return _("The two checks ask by different ladders. They cannot be compared.")
    agreed = _("Agreed then: {then}; now: {now}.").format(
        then=agreed_in_words(words, told.before), now=agreed_in_words(words, told.now)
    )
    moved = [text for _weight, text in _moves(words, told)]
    if not moved:
        return " ".join((agreed, _("No part has moved to another stage.")))
    return f"{agreed} {', '.join(moved)}."


def indicators_in_short(words: Wording, content: Comparison) -> str:
    """How many have a new value, and what the rules of run charts say of all."""
    _, n = words.gettext, len(content.indicators)
    if not n:
        return _("No indicator has been set yet.")
    line = words.ngettext("{new} of {n} has a new value.", "{new} of {n} have a new value.", n)
    told = [line.format(new=len(content.new_values), n=n)]
    if signals := _many(content, lambda one: bool(one.row.reading.signals) and not stands_still(one)):
        line = words.ngettext(
            "{n} shows a signal: something may have changed.",
            "{n} show a signal: something may have changed.",
            signals,
        )
        told.append(line.format(n=signals))
    if few := _many(content, lambda one: one.row.reading.too_few):
        line = words.ngettext("{n} has too few points to judge.", "{n} have too few points to judge.", few)
        told.append(line.format(n=few))
    return " ".join(told)


def stands_still(one: IndicatorThenNow) -> bool:
    """Whether an indicator has the same value then and now."""
    then, point = one.then, one.row.current
    return then is not None and point is not None and then.value is not None and then.value == point.value


def _many(content: Comparison, wanted: Callable[[IndicatorThenNow], bool]) -> int:
    return sum(not one.row.held and wanted(one) for one in content.indicators)


def table_in_short(words: Wording, told: AtTheTable | None) -> str:
    """How many people of how many agencies came then, and the last time."""
    if told is None:
        return ""
    line = words.gettext("{then} then, {now} at the newest meeting.")
    return line.format(then=_people(words, told.came_then), now=_people(words, told.came_now))


def _people(words: Wording, came: tuple[Presence, ...]) -> str:
    if not came:
        return words.gettext("nobody was marked as present")
    many = sum(one.people for one in came)
    agencies = len({one.partner for one in came if one.partner})
    people = words.ngettext("{n} person", "{n} people", many).format(n=many)
    from_where = words.ngettext("{n} agency", "{n} agencies", agencies).format(n=agencies)
    return words.gettext("{people} from {agencies}").format(people=people, agencies=from_where)
