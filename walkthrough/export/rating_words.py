# SPDX-License-Identifier: MIT
"""What a round of ratings says, in the words of RULES 2: on the wall, for the presenter and on paper alike.

It works out nothing; it must not know a picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from walkthrough.export.calendar import short_day
from walkthrough.model.rules.agreement import Agreeing
from walkthrough.model.rules.spread import span
from walkthrough.wording import Wording


def said_words(words: Wording, told: Agreeing) -> str:
    """How far the room agrees, without a stop at the end."""
    _ = words.gettext
    match told.code:
        case "not_sure":
            return _("Half or more of us are not sure")
        case "too_few":
            return _("Too few ratings to say")
        case "agree":
            return _("We agree on stage {n}").format(n=told.stages[0])
        case "close":
            one, other = told.stages
            return _("We are close: stage {i} or {j}").format(i=one, j=other)
    return _("We see it differently")


def far_words(words: Wording, told: Agreeing) -> str:
    """How many see it two or more stages away; "" for nobody."""
    far = words.ngettext(
        "{k} of {of} sees it two or more stages away from what most of us chose",
        "{k} of {of} see it two or more stages away from what most of us chose",
        told.tail,
    )
    return far.format(k=told.tail, of=told.rated) if told.tail else ""


def unsure_words(words: Wording, told: Agreeing) -> str:
    """How many are not sure; "" for nobody."""
    unsure = words.ngettext("{k} of {of} is not sure", "{k} of {of} are not sure", told.not_sure)
    return unsure.format(k=told.not_sure, of=told.rated + told.not_sure) if told.not_sure else ""


def range_words(words: Wording, tallies: Sequence[int]) -> str:
    """From which stage to which; "" where all chose one, or nobody chose."""
    low, high = span(tallies)
    return words.gettext("From stage {a} to stage {b}").format(a=low, b=high) if low < high else ""


def middle_words(words: Wording, told: Agreeing) -> str:
    """Where the middle lies: one stage, or between two; never a decimal."""
    match told.middle:
        case (one,):
            return words.gettext("The middle is stage {n}").format(n=one)
        case (one, other):
            return words.gettext("The middle lies between {a} and {b}").format(a=one, b=other)
    return ""


def fact_words(words: Wording, told: Agreeing, tallies: Sequence[int]) -> tuple[str, ...]:
    """All that stands under the first sentence: the tail, the range, the middle."""
    range_, middle = range_words(words, tallies), middle_words(words, told)
    facts = (far_words(words, told), range_, middle, unsure_words(words, told))
    return tuple(fact for fact in facts if fact)


def sheets_words(words: Wording, ballots: int, handed_out: int | None, spoilt: int | None) -> str:
    """How many sheets came back, of how many, and how many were spoilt; "" where nothing is to be told."""
    back = ballots + (spoilt or 0)
    if not spoilt and (handed_out is None or handed_out <= back):
        return ""
    if handed_out is not None and handed_out > back:
        sheets = words.gettext("{n} of {of} sheets").format(n=back, of=handed_out)
    else:
        sheets = words.ngettext("{n} sheet", "{n} sheets", back).format(n=back)
    told = words.gettext("{sheets}: {good} counted, {spoilt} spoilt")
    return told.format(sheets=sheets, good=ballots, spoilt=spoilt or 0)


def few_words(words: Wording, ballots: int) -> str:
    """What is said of a round with too few ballots, in two sentences."""
    many = words.ngettext("{n} ballot is in.", "{n} ballots are in.", ballots).format(n=ballots)
    nothing_more = words.gettext("With fewer than five, nothing more is shown or kept.")
    return f"{many} {nothing_more}"


def again_words(words: Wording, day: date, ballots: int) -> str:
    """That the question was asked once more, and by too few to show it."""
    told = words.ngettext(
        "Asked again on {day}: {n} ballot, too few to show.",
        "Asked again on {day}: {n} ballots, too few to show.",
        ballots,
    )
    return told.format(day=short_day(words, day), n=ballots)
