# SPDX-License-Identifier: MIT
"""The roll as rows and sentences. While the room may look no name is among them, and lived experience is one
line with a count.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTime

from walkthrough.model.queries.roll import RollRow
from walkthrough.model.words import Role
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext, pgettext

LIVED = "lived"
"""The key of the one line for everybody with lived experience."""


def lived(rows: Sequence[RollRow]) -> list[RollRow]:
    """Return who speaks from lived experience."""
    return [row for row in rows if row.is_lived_experience]


def roll_cells(rows: Sequence[RollRow], *, safe: bool) -> list[GroupCells]:
    """Return everybody as rows, by agency."""
    if not safe:
        return [_cells(row, safe=False) for row in rows]
    cells = [_cells(row, safe=True) for row in rows if not row.is_lived_experience]
    if among := lived(rows):
        here = sum(row.is_here for row in among)
        said = _("{here} of {many} here").format(here=here, many=len(among))
        cells.append(
            GroupCells(LIVED, word(Role.LIVED_EXPERIENCE), marks=(("good" if here else "quiet", said),))
        )
    return cells


def count_words(rows: Sequence[RollRow]) -> str:
    """Return how many are here and how many have left."""
    here, gone = sum(row.is_here for row in rows), sum(row.has_left for row in rows)
    words = ngettext("{n} here", "{n} here", here).format(n=here)
    if not gone:
        return words
    return _("{here}, {gone}").format(here=words, gone=ngettext("{n} left", "{n} left", gone).format(n=gone))


def early_words(rows: Sequence[RollRow], *, safe: bool) -> str:
    """Return who must go before the end, the first first; empty for nobody."""
    early = sorted((row for row in rows if row.leaves and row.is_here), key=lambda row: row.leaves)
    told = [
        _("{who} at {time}").format(who=who_is(row, safe=safe), time=time_words(row.leaves)) for row in early
    ]
    return _("Must go early: {list}.").format(list=", ".join(told)) if told else ""


def offer_words(row: RollRow, steps: int, *, choose_first: bool, safe: bool) -> str:
    """Return what is offered when somebody leaves early."""
    who = who_is(row, safe=safe)
    said = (
        [
            ngettext(
                "{n} next step of {who}: read it back now.",
                "{n} next steps of {who}: read them back now.",
                steps,
            ).format(n=steps, who=who)
        ]
        if steps
        else []
    )
    if choose_first:
        said.append(_("Before {who} goes: hear their choices first.").format(who=who))
    return " ".join(said)


def who_is(row: RollRow, *, safe: bool) -> str:
    """Return a person as the room may know them: by agency, else by role; the name only for the presenter."""
    if not safe and row.name:
        return row.name
    if row.is_lived_experience:
        return word(row.role)
    return row.partner or word(row.role)


def time_words(kept: str) -> str:
    """Return a time of day, kept as HH:MM, as people here write it."""
    return QLocale().toString(QTime(int(kept[:2]), int(kept[3:])), QLocale.FormatType.ShortFormat)


def _cells(row: RollRow, *, safe: bool) -> GroupCells:
    name = "" if safe else row.name
    text = row.partner or name or _("No agency")
    facts = [name if row.partner else "", word(row.role) if row.role is not Role.OTHER else ""]
    if row.leaves:
        facts.append(_("must go at {time}").format(time=time_words(row.leaves)))
    mark = (
        ("good", _("Here"))
        if row.is_here
        else ("note", pgettext("at a meeting", "Has left"))
        if row.has_left
        else ("quiet", _("Invited"))
    )
    return GroupCells(
        row.id, text, detail=" · ".join(fact for fact in facts if fact), marks=(mark,), is_soft=row.has_left
    )
