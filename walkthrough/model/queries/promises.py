# SPDX-License-Identifier: MIT
"""Last time's promises for the presenter: next steps of before a meeting, with owners and notes.

The wall has a query of its own in the same order (`queries/wall/promises.py`); nothing in here goes there.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from walkthrough.model.queries.leavers import STAYED, leavers_by_partner
from walkthrough.model.queries.plan import OPEN_STATES
from walkthrough.model.rules.promises import in_order, is_overdue
from walkthrough.model.schema import Meeting, NextStep, Partner, StepNote
from walkthrough.model.words import Acceptance, StepState


class PromiseNote(msgspec.Struct, frozen=True, gc=False):
    """How a promise went on one day; `is_of_now` where it was said in this meeting."""

    day: date
    state: StepState
    text: str
    held: bool
    is_of_now: bool


class PromiseLine(msgspec.Struct, frozen=True, gc=False):
    """A promise as the presenter sees it. `owner` and `ask_whom` are for paper, `private_note` for the
    presenter alone; `agency` is the owner's partner, "" for none. `notes` are the newest first.
    """

    id: str
    number: int
    what: str
    agency: str
    due: date | None
    state: StepState
    held: bool
    owner: str
    owner_partner_id: str | None
    due_words: str
    because: str
    proof: str
    acceptance: Acceptance
    ask_whom: str
    ask_by: date | None
    private_note: str
    is_overdue: bool
    owner_has_left: bool
    notes: tuple[PromiseNote, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether somebody has said in this meeting how it stands."""
        return any(note.is_of_now for note in self.notes)


def promises_of(connection: Connection, meeting_id: str) -> tuple[PromiseLine, ...]:
    """Every next step that was promised before this meeting and was still open when it began, in the order
    in which they are gone through (`rules/promises.py`). What is marked in this meeting stays.
    """
    day = connection.execute(select(Meeting.day).where(Meeting.id == meeting_id)).scalar()
    if day is None:
        return ()
    here = {"meeting": meeting_id}
    notes: defaultdict[str, list[PromiseNote]] = defaultdict(list)
    for step_id, told_in, *note in connection.execute(_notes(), here):
        note.append(told_in == meeting_id)
        notes[step_id].append(PromiseNote(*note))
    leavers = leavers_by_partner(connection)
    lines = []
    for *columns, partner_left in connection.execute(_promises(), here):
        due, state, owner, partner_id = columns[4], columns[5], columns[7], columns[8]
        has_left = bool(partner_left) or leavers.get(partner_id, STAYED).has(owner)
        values: list[Any] = [*columns, is_overdue(due, state, day), has_left, tuple(notes[columns[0]])]
        lines.append(PromiseLine(*values))
    return in_order(lines, day)


def was_promised_before() -> Any:
    """The condition that a next step is of before the meeting `:meeting`, and was open when it began. It
    looks at columns of the class room only, so that the wall may use it.
    """
    note = aliased(StepNote)
    told_here = select(note.step_id).where(note.meeting_id == bindparam("meeting"))
    is_earlier = or_(NextStep.meeting_id.is_(None), NextStep.meeting_id != bindparam("meeting"))
    return is_earlier & or_(NextStep.state.in_(OPEN_STATES), NextStep.id.in_(told_here))


@cache
def _promises() -> Any:
    return (
        select(
            NextStep.id,
            NextStep.number,
            NextStep.what,
            func.coalesce(Partner.name, ""),
            NextStep.due,
            NextStep.state,
            NextStep.held,
            NextStep.owner,
            NextStep.owner_partner_id,
            NextStep.due_words,
            NextStep.because,
            NextStep.proof,
            NextStep.acceptance,
            NextStep.ask_whom,
            NextStep.ask_by,
            NextStep.private_note,
            func.coalesce(Partner.has_left, 0),
        )
        .outerjoin(Partner, Partner.id == NextStep.owner_partner_id)
        .where(was_promised_before())
    )


@cache
def _notes() -> Any:
    return (
        select(
            StepNote.step_id, StepNote.meeting_id, StepNote.day, StepNote.state, StepNote.text, StepNote.held
        )
        .join(NextStep, NextStep.id == StepNote.step_id)
        .where(was_promised_before())
        .order_by(StepNote.day.desc(), StepNote.id.desc())
    )
