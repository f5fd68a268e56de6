# SPDX-License-Identifier: MIT
"""A next step in words, for every page that shows one: who, by when, how late, how it stands; and what a
typed owner means.

`safe` says that the room may be looking: names of people and held wording stay out. It must not know a
widget.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from walkthrough.export.calendar import short_day
from walkthrough.export.terms import unless_held
from walkthrough.model.queries.partners import PartnerRow
from walkthrough.model.queries.plan import FindingMark, StepRow
from walkthrough.model.words import Acceptance, StepState
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _, current, ngettext

TONES = {
    StepState.NOT_STARTED: "quiet",
    StepState.UNDER_WAY: "note",
    StepState.STUCK: "warn",
    StepState.DONE: "good",
    StepState.DROPPED: "quiet",
}
STATE_KEYS = {
    "1": StepState.DONE,
    "2": StepState.UNDER_WAY,
    "3": StepState.STUCK,
    "4": StepState.DROPPED,
}
STATE_BUTTONS = (
    (StepState.DONE, N_("1 Done")),
    (StepState.UNDER_WAY, N_("2 Under way")),
    (StepState.STUCK, N_("3 Stuck")),
    (StepState.DROPPED, N_("4 Dropped")),
)
_TWO_NAMES = re.compile(r"^(?P<one>[^(,:/]+?)\s*[(,:/]\s*(?P<other>[^()]+?)\)?$")


def day_text(day: date | None) -> str:
    """Return a day in short words."""
    return short_day(current(), day)


def wording_of(text: str, held: bool, safe: bool) -> str:
    """Return a text, or the words that stand for it while it is held and the room can see."""
    return unless_held(current(), text, held and safe)


def who_words(step: StepRow, safe: bool) -> str:
    """Return who does it. People's names are for paper: the room reads the agency."""
    if safe:
        if step.partner:
            return step.partner
        return _("Somebody, named on paper") if step.owner else _("Nobody yet")
    named = [part for part in (step.owner, step.partner) if part]
    return ", ".join(named) if named else _("Nobody yet")


def when_words(step: StepRow) -> str:
    """Return by when, or since when it is closed."""
    if step.closed_on is not None:
        return _("{state} on {day}").format(state=word(step.state), day=day_text(step.closed_on))
    if step.due is not None:
        return _("by {day}").format(day=day_text(step.due))
    return _("by: {words}").format(words=step.due_words) if step.due_words else _("no date yet")


def late_words(step: StepRow, today: date) -> str:
    """Return how late an open step is, "" if it is not."""
    if not step.is_overdue(today) or step.due is None:
        return ""
    days = (today - step.due).days
    return ngettext("{n} day late", "{n} days late", days).format(n=days)


def answers_words(marks: Sequence[FindingMark]) -> str:
    """Return which findings a step answers, by their numbers."""
    if not marks:
        return ""
    return _("answers {numbers}").format(numbers=" ".join(f"#{mark.number}" for mark in marks))


def acceptance_words(step: StepRow, safe: bool) -> str:
    """Return whether the owner is still to be asked, or said no; "" if neither."""
    if step.acceptance is Acceptance.DECLINED:
        return _("the owner said no")
    if step.acceptance is not Acceptance.TO_ASK:
        return ""
    day = day_text(step.ask_by)
    if step.ask_whom and not safe:
        return _("to be asked by {day}: {whom}").format(day=day, whom=step.ask_whom)
    return _("to be asked by {day}").format(day=day)


def proof_words(step: StepRow, safe: bool) -> str:
    """Return the proof of a step that is done, or that none was noted."""
    if step.state is not StepState.DONE:
        return ""
    if not step.proof:
        return _("no proof noted")
    return _("proof: {proof}").format(proof=wording_of(step.proof, step.held, safe))


def owner_values(text: str, partners: Sequence[PartnerRow]) -> dict[str, Any]:
    """Return the columns that a typed owner means: an agency, a person, or both ("R. Diaz, Health")."""
    by_name = {name.casefold(): row.id for row in partners for name in (row.short, row.name) if name}
    text = text.strip()
    if text.casefold() in by_name:
        return {"owner": "", "owner_partner_id": by_name[text.casefold()]}
    if two := _TWO_NAMES.match(text):
        one, other = two["one"].strip(), two["other"].strip()
        for person, agency in ((one, other), (other, one)):
            if agency.casefold() in by_name:
                return {"owner": person, "owner_partner_id": by_name[agency.casefold()]}
    return {"owner": text}
