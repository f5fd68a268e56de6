# SPDX-License-Identifier: MIT
"""A next step as it is read back, in words; and the steps of the meeting as rows with their answers.

In the live meeting nothing may tell that a name stands on paper: without an agency there is no word of it.
"""

from __future__ import annotations

from walkthrough.model.queries.plan import StepRow
from walkthrough.model.words import Acceptance
from walkthrough.ui.screens.live.read_back_order import ReadBackOrder
from walkthrough.ui.step_words import acceptance_words, answers_words, when_words, wording_of
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import _

_MARKS = {Acceptance.TO_ASK: "warn", Acceptance.DECLINED: "warn"}


def owner_words(owner: str, agency: str, safe: bool) -> str:
    """Return who does it: agency and person, or while the room can see the agency alone."""
    named = [agency] if safe else [owner, agency]
    return ", ".join(part for part in named if part) or _("No agency named yet")


def has_owner(step: StepRow, safe: bool) -> bool:
    """Tell whether somebody is named, as far as the reader may know, and has not said no."""
    is_named = bool(step.partner or (step.owner and not safe))
    return is_named and step.acceptance is not Acceptance.DECLINED


def has_date(step: StepRow) -> bool:
    """Tell whether it is said by when, as a day or in words."""
    return bool(step.due or step.due_words or step.closed_on)


def promise_words(step: StepRow, safe: bool) -> str:
    """Return who and by when, as the second line under what is to be done."""
    return _("{who} · {when}").format(who=owner_words(step.owner, step.partner, safe), when=when_words(step))


def lack_words(step: StepRow, safe: bool) -> str:
    """Return what is missing for a promise that can be kept, and the key that adds it; "" for nothing."""
    owner, date = has_owner(step, safe), has_date(step)
    if owner:
        return "" if date else _("No date yet: F2 sets one")
    if step.acceptance is Acceptance.DECLINED:
        return _("Looking for an owner: F2 names one")
    if safe:
        return _("No agency yet: F2 names one") if date else _("No agency and no date yet: F2 adds them")
    return _("No owner yet: F2 names one") if date else _("No owner and no date yet: F2 adds them")


def yes_words(step: StepRow, safe: bool) -> str:
    """Return what is said once there is a yes: also what it lacks. Still to be filled in: the number."""
    has_named = bool(step.partner or (step.owner and not safe))  # whoever had said no says yes now
    if has_named:
        return _("#{number}: yes.") if has_date(step) else _("#{number}: said yes, but it has no date yet.")
    if safe:
        return _("#{number}: said yes, but no agency is named yet.")
    if has_date(step):
        return _("#{number}: said yes, but nobody owns it yet.")
    return _("#{number}: said yes, but nobody owns it yet, and it has no date.")


def more_words(step: StepRow, safe: bool) -> str:
    """Return how we will know, and what the step answers."""
    because = wording_of(step.because, step.held, safe) if step.because else ""
    told = _("We will know because: {because}").format(because=because) if because else ""
    return " · ".join(part for part in (told, answers_words(step.findings)) if part)


def answer_mark(step: StepRow, *, is_raised: bool, is_done: bool, safe: bool) -> tuple[str, str]:
    """Return tone and words for how the owner answered."""
    match step.acceptance:
        case Acceptance.ACCEPTED:
            return _yes_mark(step, safe)
        case Acceptance.TO_ASK | Acceptance.DECLINED:
            words = acceptance_words(step, safe)
        case _ if is_raised:
            words = _("Raised")
        case _:
            words = _("Read") if is_done else _("Not read yet")
    tone = "note" if is_raised and step.acceptance is Acceptance.OPEN else "quiet"
    return _MARKS.get(step.acceptance, tone), words


def _yes_mark(step: StepRow, safe: bool) -> tuple[str, str]:
    if not has_owner(step, safe):
        return "warn", _("Said yes, no agency yet") if safe else _("Said yes, no owner yet")
    return ("good", _("Said yes")) if has_date(step) else ("warn", _("Said yes, no date yet"))


def step_rows(order: ReadBackOrder, safe: bool) -> list[GroupCells]:
    """Return the steps as rows in the order of reading."""
    return [
        GroupCells(
            id=step.id,
            text=wording_of(step.what, step.held, safe),
            number=step.number,
            detail=_("First: somebody leaves early") if step.id in order.first else "",
            marks=(
                answer_mark(
                    step, is_raised=step.id in order.raised, is_done=step.id in order.done, safe=safe
                ),
            ),
            is_soft=step.id in order.done,
        )
        for step in order.steps
    ]
