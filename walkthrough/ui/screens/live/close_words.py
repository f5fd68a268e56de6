# SPDX-License-Identifier: MIT
"""The checklist before the close, in words: one row for each thing, with how it stands.

While the room can see, the debrief has one look whatever stands in it. It must not know a widget beyond the
cells it fills.
"""

from __future__ import annotations

from walkthrough.ui.screens.live.close_reading import CloseReading
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import N_, _, ngettext, pgettext

STEPS, WITHOUT, PARKED, ALOUD, HELD, DECISIONS, PEOPLE, DEBRIEF = (
    "steps", "without", "parked", "aloud", "held", "decisions", "people", "debrief",
)  # fmt: skip
TITLES = {
    STEPS: N_("Next steps read back"),
    WITHOUT: N_("Votes, but no next step"),
    PARKED: N_("Parked topics"),
    ALOUD: N_("Three checks to say out loud"),
    HELD: N_("Wording on hold"),
    DECISIONS: N_("How decisions were made"),
    PEOPLE: N_("Who was here"),
    DEBRIEF: N_("Your debrief: twelve checks"),
}
Mark = tuple[str, str]
_FINE = "good"


def marks(reading: CloseReading, parked_waiting: int, safe: bool) -> dict[str, Mark]:
    """Return tone and words for how each thing stands."""
    return {
        STEPS: _of(len(reading.steps) - len(reading.to_read()), len(reading.steps)),
        WITHOUT: _left(len(reading.without)),
        PARKED: _left(parked_waiting),
        ALOUD: _hidden() if safe else _answered(reading, aloud=True),
        HELD: _left(len(reading.held)),
        DECISIONS: _decided(reading),
        PEOPLE: _came(reading),
        DEBRIEF: _hidden() if safe else _answered(reading, aloud=False),
    }


def checklist(reading: CloseReading, parked_waiting: int, safe: bool) -> list[GroupCells]:
    """Return the rows of the checklist."""
    stand = marks(reading, parked_waiting, safe)
    return [GroupCells(id=key, text=_(words), marks=(stand[key],)) for key, words in TITLES.items()]


def is_fine(reading: CloseReading, parked_waiting: int) -> bool:
    """Tell whether nothing waits that the room should deal with; your own debrief can be done later."""
    stand = marks(reading, parked_waiting, safe=True)
    return all(stand[key][0] != "warn" for key in TITLES)


def _left(n: int) -> Mark:
    if not n:
        return _FINE, _("Nothing left")
    return "warn", pgettext("still to do", "{n} left").format(n=n)


def _of(n: int, many: int) -> Mark:
    if not many:
        return "quiet", _("No next step")
    return (_FINE if n == many else "warn"), _("{n} of {many}").format(n=n, many=many)


def _answered(reading: CloseReading, *, aloud: bool) -> Mark:
    rows = reading.checks_aloud() if aloud else reading.checks
    n = sum(row.answer is not None for row in rows)
    return (_FINE if n == len(rows) else "quiet"), _("{n} of {many}").format(n=n, many=len(rows))


def _hidden() -> Mark:
    return "quiet", _("For you alone")


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
