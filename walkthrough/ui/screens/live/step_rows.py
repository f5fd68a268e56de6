# SPDX-License-Identifier: MIT
"""Next steps, raised questions, and what has no step yet, as rows of the lists in the live meeting.

It must not know a widget beyond the cells it fills.
"""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.model.queries.choosing import WithoutStep
from walkthrough.model.queries.live_steps import RaisedHere
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import Acceptance
from walkthrough.ui.step_words import acceptance_words, answers_words, when_words, who_words, wording_of
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext

_TONES = {
    Acceptance.OPEN: "quiet",
    Acceptance.ACCEPTED: "good",
    Acceptance.TO_ASK: "note",
    Acceptance.DECLINED: "warn",
}


def step_cells(step: StepRow, raised: RaisedHere | None, safe: bool) -> GroupCells:
    """Return a step of this meeting as a row."""
    because = wording_of(step.because, step.held, safe) if step.because else ""
    facts = (
        # Whether somebody is named on paper shows as little as who it is: the room may be looking.
        step.partner if safe else who_words(step, safe),
        when_words(step),
        answers_words(step.findings),
        acceptance_words(step, safe),
        _("we will know because: {because}").format(because=because) if because else "",
        _("on hold") if step.held and not safe else "",
    )
    marks = [(_TONES[step.acceptance], word(step.acceptance))]
    if raised is not None:
        marks.append(("note", _("Raised: {tier}").format(tier=word(raised.tier))))
    return GroupCells(
        id=step.id,
        text=wording_of(step.what, step.held, safe),
        number=step.number,
        detail=" · ".join(fact for fact in facts if fact),
        marks=tuple(marks),
    )


def raised_cells(row: RaisedHere, safe: bool) -> GroupCells:
    """Return a raised question as a row."""
    return GroupCells(
        id=row.id,
        text=wording_of(row.question, row.held, safe),
        number=row.number,
        detail=word(row.tier),
    )


def side_cells(without: Sequence[WithoutStep], raised: Sequence[GroupCells], safe: bool) -> list[GroupCells]:
    """Return what has votes and no step, then the questions raised here, each under a heading if there are
    both.
    """
    rows = [_without_cells(row, safe) for row in without]
    if not raised:
        return rows
    return [*rows, GroupCells(id="head:raised", text=_("Raised to a tier"), is_head=True), *raised]


def _without_cells(row: WithoutStep, safe: bool) -> GroupCells:
    votes = ngettext("{n} vote", "{n} votes", row.votes).format(n=row.votes) if row.votes else ""
    again = ngettext("said once more", "said {n} times more", row.said_again).format(n=row.said_again)
    numbers = " ".join(f"#{mark.number}" for mark in row.findings) if row.is_theme else ""
    return GroupCells(
        id=row.id,
        text=wording_of(row.text, row.held, safe),
        number=row.number,
        kind="" if row.is_theme else "barrier",
        detail=" · ".join(part for part in (_("Theme") if row.is_theme else "", numbers) if part),
        marks=(("note", votes or again),),
    )
