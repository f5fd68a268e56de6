# SPDX-License-Identifier: MIT
"""Last time's promises as rows: what, which agency, by when, how it stands now, whether the owner has left.

While the room can see, nothing may tell that a name stands on paper. It must not know a widget beyond the
cells it fills.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from walkthrough.model.queries.promises import PromiseLine
from walkthrough.model.words import StepState
from walkthrough.ui.screens.live.read_back_words import owner_words
from walkthrough.ui.step_words import TONES, day_text, wording_of
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext


def promise_cells(line: PromiseLine, day: date, empty_agencies: Collection[str], safe: bool) -> GroupCells:
    """Return a promise as a row; `empty_agencies` are the partners of which nobody sits any more."""
    facts = (
        owner_words(line.owner, line.agency, safe),
        _("by {day}").format(day=day_text(line.due)) if line.due else line.due_words,
        _proof(line, safe) if line.state is StepState.DONE else _note(line, safe),
        _left_words(line, empty_agencies, safe),
        _("on hold") if line.held and not safe else "",
    )
    marks = [(TONES[line.state], word(line.state))]
    if line.is_overdue and line.due is not None:
        late = (day - line.due).days
        marks.insert(0, ("bad", ngettext("{n} day late", "{n} days late", late).format(n=late)))
    return GroupCells(
        id=line.id,
        text=wording_of(line.what, line.held, safe),
        number=line.number,
        detail=" · ".join(fact for fact in facts if fact),
        marks=tuple(marks),
        is_soft=line.is_told,
    )


def head_words(lines: Sequence[PromiseLine], page: int, pages: int) -> str:
    """Return how many promises there are, how many are told, and which page it is."""
    n, told = len(lines), sum(line.is_told for line in lines)
    late = sum(line.is_overdue for line in lines)
    parts = [
        ngettext("{n} promise", "{n} promises", n).format(n=n),
        ngettext("{n} overdue", "{n} overdue", late).format(n=late) if late else "",
        ngettext("{n} told today", "{n} told today", told).format(n=told) if told else "",
        _("page {page} of {pages}").format(page=page + 1, pages=pages) if pages > 1 else "",
    ]
    return " · ".join(part for part in parts if part)


def question_words(line: PromiseLine, state: StepState) -> str:
    """Return what is asked after a state was given."""
    if state is StepState.DONE:
        return _("#{number} is done. How do we know?").format(number=line.number)
    return _("#{number}, {state}: what is there to say?").format(number=line.number, state=word(state))


def _proof(line: PromiseLine, safe: bool) -> str:
    if not line.proof:
        return _("no proof noted")
    return _("proof: {proof}").format(proof=wording_of(line.proof, line.held, safe))


def _note(line: PromiseLine, safe: bool) -> str:
    note = next((one for one in line.notes if one.is_of_now and one.text), None)
    return wording_of(note.text, note.held or line.held, safe) if note is not None else ""


def _left_words(line: PromiseLine, empty_agencies: Collection[str], safe: bool) -> str:
    if line.owner_partner_id in empty_agencies:
        return _("nobody of this agency has a seat now: who takes it on?")
    return _("its owner has left: who takes it on?") if line.owner_has_left and not safe else ""
