# SPDX-License-Identifier: MIT
"""The words of RULES 2 for the presenter: how far a room agrees on a stage, its tail, its middle.

It must not know a widget.
"""

from __future__ import annotations

from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.model.rules.agreement import Agreeing
from walkthrough.wording import _, ngettext


def agreement_words(told: Agreeing) -> str:
    """Return what the hands say, in one sentence."""
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
        case _:
            return _("We see it differently")


def tail_words(told: Agreeing) -> str:
    """Return who sees it otherwise and who is not sure; "" for nobody."""
    parts = []
    if told.tail:
        far = ngettext(
            "{k} of {of} sees it two or more stages away",
            "{k} of {of} see it two or more stages away",
            told.tail,
        )
        parts.append(far.format(k=told.tail, of=told.rated))
    if told.not_sure:
        unsure = ngettext("{k} of {of} is not sure", "{k} of {of} are not sure", told.not_sure)
        parts.append(unsure.format(k=told.not_sure, of=told.rated + told.not_sure))
    return ". ".join(parts)


def middle_words(told: Agreeing) -> str:
    """Return where the middle lies: one stage, or between two; never a decimal."""
    match told.middle:
        case (one,):
            return _("The middle is stage {n}").format(n=one)
        case (one, other):
            return _("The middle lies between {a} and {b}").format(a=one, b=other)
    return ""


def hands_words(counted: int, people: int) -> str:
    """Return how many hands there are of how many people."""
    if not people:
        return ngettext("{n} hand", "{n} hands", counted).format(n=counted)
    told = ngettext("{n} hand, {people} people here", "{n} hands, {people} people here", counted)
    return told.format(n=counted, people=people)


def stage_text(stage: StageRow) -> str:
    """Return a stage as it is called out."""
    return _("Stage {number} · {name}").format(number=stage.number, name=stage.name)
