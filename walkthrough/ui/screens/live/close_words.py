# SPDX-License-Identifier: MIT
"""The checklist before the close, in words: one row for each thing, with how it stands.

While the room can see, the debrief has one look whatever stands in it. It must not know a widget beyond the
cells it fills.
"""

from __future__ import annotations

from walkthrough.model.words import Acceptance
from walkthrough.ui.screens.live.close_reading import CloseReading
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import N_, _, ngettext, pgettext

STEPS, LACKING, WITHOUT, PARKED, ALOUD, HELD, DECISIONS, PEOPLE, DEBRIEF = (
    "steps", "lacking", "without", "parked", "aloud", "held", "decisions", "people", "debrief",
)  # fmt: skip
TITLES = {
    STEPS: N_("Next steps: the answers"),
    LACKING: N_("No owner, or no date"),
    WITHOUT: N_("Asked for, but no next step"),
    PARKED: N_("Parked topics"),
    ALOUD: N_("To say out loud: three checks"),
    HELD: N_("Wording on hold"),
    DECISIONS: N_("How decisions were made"),
    PEOPLE: N_("Who was here"),
    DEBRIEF: N_("For you alone: all twelve checks"),
}
Mark = tuple[str, str]
_FINE = "good"


def marks(reading: CloseReading, parked_waiting: int, safe: bool) -> dict[str, Mark]:
    """Return tone and words for how each thing stands."""
    return {
        STEPS: _read_back(reading),
        LACKING: _left(len(reading.lacking(safe))) if reading.steps else ("quiet", _("No next step")),
        WITHOUT: _left(len(reading.without)),
        PARKED: _left(parked_waiting),
        ALOUD: ("quiet", _("Answers hidden")) if safe else _answered(reading, aloud=True),
        HELD: _left(len(reading.held)),
        DECISIONS: _decided(reading),
        PEOPLE: _came(reading),
        DEBRIEF: ("quiet", _("Hidden")) if safe else _answered(reading, aloud=False),
    }


def checklist(reading: CloseReading, parked_waiting: int, safe: bool) -> list[GroupCells]:
    """Return the rows of the checklist."""
    stand = marks(reading, parked_waiting, safe)
    details = {STEPS: answered_words(reading)}
    return [
        GroupCells(id=key, text=_(words), detail=details.get(key, ""), marks=(stand[key],))
        for key, words in TITLES.items()
    ]


def open_points(reading: CloseReading, parked_waiting: int, safe: bool) -> int:
    """Return how many rows wait for the room; your own debrief can be done later."""
    return sum(tone == "warn" for tone, _words in marks(reading, parked_waiting, safe).values())


def summary_words(n: int) -> str:
    """Return in one line whether anything is still open, and that it stops nobody."""
    if not n:
        return _("Nothing is open. You can close.")
    told = ngettext(
        "{n} point is still open: see the signs. Close when you like, it stays as it is.",
        "{n} points are still open: see the signs. Close when you like, they stay as they are.",
        n,
    )
    return told.format(n=n)


def answered_words(reading: CloseReading) -> str:
    """Return how many steps have which answer, in words: being raised or asked later is no yes."""
    answers = [step.acceptance for step in reading.steps]
    yes, ask = answers.count(Acceptance.ACCEPTED), answers.count(Acceptance.TO_ASK)
    no, wait = answers.count(Acceptance.DECLINED), len(reading.to_read())
    raised = len(answers) - yes - ask - no - wait
    told = (
        ngettext("{n} said yes", "{n} said yes", yes).format(n=yes) if yes else "",
        ngettext("{n} to be asked", "{n} to be asked", ask).format(n=ask) if ask else "",
        ngettext("{n} looking for an owner", "{n} looking for an owner", no).format(n=no) if no else "",
        ngettext("{n} raised to a tier", "{n} raised to a tier", raised).format(n=raised) if raised else "",
        ngettext("{n} not read back", "{n} not read back", wait).format(n=wait) if wait else "",
    )
    return ", ".join(part for part in told if part)


def _left(n: int) -> Mark:
    if not n:
        return _FINE, _("Nothing left")
    return "warn", pgettext("still to do", "{n} left").format(n=n)


def _read_back(reading: CloseReading) -> Mark:
    """A step counts as agreed once its owner said yes."""
    if not reading.steps:
        return "quiet", _("No next step")
    if waiting := len(reading.to_read()):
        return _left(waiting)
    n, many = sum(step.acceptance is Acceptance.ACCEPTED for step in reading.steps), len(reading.steps)
    return (_FINE if n == many else "note"), _("{n} of {many} yes").format(n=n, many=many)


def _answered(reading: CloseReading, *, aloud: bool) -> Mark:
    rows = reading.checks_aloud() if aloud else reading.checks
    n = sum(row.answer is not None for row in rows)
    return (_FINE if n == len(rows) else "quiet"), _("{n} of {many}").format(n=n, many=len(rows))


def _decided(reading: CloseReading) -> Mark:
    n, bare = len(reading.decisions), sum(not row.rule for row in reading.decisions)
    if bare:
        return "note", ngettext("{n} without a rule", "{n} without a rule", bare).format(n=bare)
    return "quiet" if not n else _FINE, ngettext("{n} decision", "{n} decisions", n).format(n=n)


def _came(reading: CloseReading) -> Mark:
    n = reading.meeting.came
    return ("note" if not n else "quiet"), ngettext("{n} person", "{n} people", n).format(n=n)


def came_words(reading: CloseReading) -> str:
    """Return how many came, and how many of them speak from lived experience."""
    n, lived = reading.meeting.came, reading.meeting.lived
    came = ngettext("{n} person came.", "{n} people came.", n).format(n=n)
    told = ngettext("{n} of them with lived experience.", "{n} of them with lived experience.", lived)
    return f"{came} {told.format(n=lived)}" if lived else came


def step_made(number: int) -> str:
    """Return what is said after a next step was made here."""
    return _("#{number} is a next step now. Read it back to say who, and by when.").format(number=number)


def held_words(n: int) -> str:
    """Return how many entries are on hold, and what can be done."""
    if not n:
        return _("Nothing is on hold: everything that was written may be shown.")
    told = ngettext(
        "{n} entry may point to a person, and is left out of exports.",
        "{n} entries may point to a person, and are left out of exports.",
        n,
    )
    return " ".join((told.format(n=n), _("F2 words one anew, Ctrl+H lets it be shown.")))
