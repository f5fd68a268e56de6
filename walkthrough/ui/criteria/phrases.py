# SPDX-License-Identifier: MIT
"""The words of the stage check: what an answer is worth, what a piece of evidence says and still needs.

It must not know any widget; each state is a tone, words and a sign, never a colour alone.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from walkthrough.export import calendar
from walkthrough.export.terms import HELD
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, EvidenceRow
from walkthrough.model.rules.evidence import NEEDED, in_lower_half
from walkthrough.model.rules.stages import Reached, Standing, Unplaced
from walkthrough.model.words import Proof
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _, current

State = tuple[str, Words, str]
"""Tone, words and sign of a chip."""

STANDINGS: dict[Standing, State] = {
    Standing.MET: ("good", N_("Shown"), "good"),
    Standing.YES: ("warn", N_("Claimed, not shown yet"), "claimed"),
    Standing.PARTLY: ("note", N_("Partly in place"), "partly"),
    Standing.NO: ("quiet", N_("Not in place yet"), "not_yet"),
    Standing.DONT_KNOW: ("quiet", N_("Nobody knows yet"), "help"),
    Standing.NONE: ("quiet", N_("Not looked at"), ""),
    Standing.NA: ("quiet", N_("Does not apply"), "close"),
}

_UNPLACED = {
    Unplaced.DOES_NOT_APPLY: N_("Does not apply"),
    Unplaced.NOT_LOOKED_AT: N_("Not looked at"),
    Unplaced.NOBODY_KNOWS: N_("Nobody knows yet"),
}


def step_words(row: CriterionRow) -> str:
    """Return a next step towards a statement: something to do; the statement says how it is afterwards."""
    # Translators: the first words of a next step; {statement} is like "Partners show each other reports."
    return _("Decide how we get there: “{statement}”").format(statement=row.text)


LABELS: dict[tuple[Proof, str], str] = {
    (Proof.DOCUMENT, "what"): N_("Title of the document"),
    (Proof.DOCUMENT, "place"): N_("Where it is kept"),
    (Proof.DOCUMENT, "day"): N_("Date on it"),
    (Proof.COUNT, "amount"): N_("How many"),
    (Proof.COUNT, "what"): N_("Of what"),
    (Proof.COUNT, "source"): N_("Source of the number"),
    (Proof.COUNT, "day"): N_("As of which day"),
    (Proof.EVENT, "what"): N_("What happened"),
    (Proof.EVENT, "day"): N_("On which day"),
    (Proof.EXAMPLE, "role"): N_("Who saw it, by role"),
    (Proof.EXAMPLE, "day"): N_("When"),
    (Proof.EXAMPLE, "what"): N_("What was seen"),
}
"""The fields of each kind of evidence, in the order in which they are asked for."""

_NEEDS: dict[tuple[Proof, str], str] = {
    # Translators: these go into "Still needed: ...".
    (Proof.DOCUMENT, "what"): N_("its title"),
    (Proof.DOCUMENT, "place"): N_("where it is kept"),
    (Proof.COUNT, "amount"): N_("the number"),
    (Proof.COUNT, "source"): N_("the source"),
    (Proof.COUNT, "day"): N_("the day"),
    (Proof.EVENT, "what"): N_("what happened"),
    (Proof.EVENT, "day"): N_("the day"),
    (Proof.EXAMPLE, "role"): N_("who saw it, by role"),
    (Proof.EXAMPLE, "day"): N_("when it was"),
    (Proof.EXAMPLE, "what"): N_("what was seen"),
}


def day_words(day: date | None) -> str:
    """Return a day in full words, "" for none."""
    return calendar.day_words(current(), day)


def stage_line(page: CheckPage, number: int) -> str:
    """Return a stage as a short line: "Stage 2 · Joint projects"."""
    name = next((stage.name for stage in page.stages if stage.number == number), "")
    return _("Stage {number} · {name}").format(number=number, name=name)


def reached_line(reached: Reached) -> str:
    """Return where a dimension stands in a few words, for a narrow list. Never a 0."""
    if reached.unplaced is not None:
        return _(_UNPLACED[reached.unplaced])
    if reached.claimed == 0:
        return _("Stage 1 not shown yet")
    if reached.evidenced == 0:
        return _("Not shown yet, {claimed} claimed").format(claimed=reached.claimed)
    if reached.claimed > reached.evidenced:
        return _("Stage {shown} shown, {claimed} claimed").format(
            shown=reached.evidenced, claimed=reached.claimed
        )
    return _("Stage {shown} shown").format(shown=reached.evidenced)


def evidence_text(row: EvidenceRow, *, is_safe: bool) -> str:
    """Return what a piece of evidence says; who saw it and held words are left out where the room can see."""
    shown = row.shown
    if row.held and is_safe:
        return _(HELD)
    match shown.proof:
        case Proof.COUNT:
            said = " ".join(part for part in (shown.amount, shown.what) if part)
            parts = [said, shown.source]
        case Proof.EXAMPLE:
            parts = [shown.what, "" if is_safe else shown.role]
        case _:
            parts = [shown.what, shown.place]
    return " · ".join(part for part in (*parts, day_words(shown.day)) if part)


def evidence_states(row: EvidenceRow, criterion: CriterionRow, stages: int) -> list[State]:
    """Return whether a piece of evidence counts, and if not why; and whether it is old."""
    states = [_worth(row, criterion, stages)]
    if row.is_old:
        states.append(("warn", N_("Older than twelve months"), "again"))
    return states


def _worth(row: EvidenceRow, criterion: CriterionRow, stages: int) -> State:
    if row.missing:
        needs = [_(_NEEDS[row.shown.proof, name]) for name in row.missing]
        text = _("Still needed: {what}").format(what=QLocale().createSeparatedList(needs))
        return ("warn", lambda: text, "warn")
    if row.is_later:
        return ("note", N_("After the day of this check"), "note")
    if not row.counts and not in_lower_half(criterion.stage, stages):
        return ("note", N_("An example alone is too little at this stage"), "note")
    return ("good", N_("Complete"), "tick")


def needed_line(proof: Proof) -> str:
    """Return what a piece of this kind needs before it counts, told before anything is typed."""
    needs = [_(_NEEDS[proof, name]) for name in NEEDED[proof]]
    return _("It counts once it has {what}.").format(what=QLocale().createSeparatedList(needs))


def evidence_kind(row: EvidenceRow) -> str:
    """Return the word for a piece of evidence's kind."""
    return word(row.shown.proof)
