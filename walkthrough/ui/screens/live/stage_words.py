# SPDX-License-Identifier: MIT
"""The words of RULES 2 for the presenter: how far a room agrees on a stage, its tail, its middle.

It must not know a widget.
"""

from __future__ import annotations

from walkthrough.export import rating_words
from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.model.rules.agreement import Agreeing
from walkthrough.wording import _, current, ngettext


def agreement_words(told: Agreeing) -> str:
    """Return what the hands say, in one sentence."""
    return rating_words.said_words(current(), told)


def tail_words(told: Agreeing) -> str:
    """Return who sees it otherwise and who is not sure; "" for nobody."""
    parts = (rating_words.far_words(current(), told), rating_words.unsure_words(current(), told))
    return ". ".join(part for part in parts if part)


def middle_words(told: Agreeing) -> str:
    """Return where the middle lies: one stage, or between two; never a decimal."""
    return rating_words.middle_words(current(), told)


def hands_words(counted: int, people: int) -> str:
    """Return how many hands there are of how many people."""
    if not people:
        return ngettext("{n} hand", "{n} hands", counted).format(n=counted)
    told = ngettext("{n} hand, {people} people here", "{n} hands, {people} people here", counted)
    return told.format(n=counted, people=people)


def stage_text(stage: StageRow) -> str:
    """Return a stage as it is called out."""
    return _("Stage {number} · {name}").format(number=stage.number, name=stage.name)
