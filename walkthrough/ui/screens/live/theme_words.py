# SPDX-License-Identifier: MIT
"""Themes in words: rows of the lists, dots and hands added up, what a fist-to-five means.

It must not know a widget beyond the cells it fills.
"""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.export.terms import unless_held
from walkthrough.model.queries.choosing import ThemeRow
from walkthrough.model.queries.plan import FindingMark
from walkthrough.model.rules.dots import DotCheck
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import N_, _, current, ngettext

OUTCOMES = {
    "stop": N_("Stop: somebody shows a fist. Ask what would have to change, then ask again."),
    "hear": N_("Hear the concerns first: somebody shows one or two fingers."),
    "go": N_("Go: everybody can live with it."),
}
FINGERS = (
    N_("Fist: no, I stop this"),
    N_("1 finger: I see a big problem"),
    N_("2 fingers: I have a concern"),
    N_("3 fingers: I can live with it"),
    N_("4 fingers: I like it"),
    N_("5 fingers: I will help lead it"),
)


def name_of(theme: ThemeRow, safe: bool) -> str:
    """Return a theme's name, or the words that stand for it while it is held and the room can see."""
    return unless_held(current(), theme.name, theme.held and safe)


def choices(themes: Sequence[ThemeRow]) -> dict[str, int]:
    """Return the digit of each theme that the room can vote on; one on hold has none."""
    voted = [theme for theme in themes if not theme.held]
    return {theme.id: at for at, theme in enumerate(voted, start=1)}


def choice_text(theme: ThemeRow, choice: int | None, safe: bool) -> str:
    """Return a theme as it is called out: its digit and its name."""
    name = name_of(theme, safe)
    return _("{choice}  {name}").format(choice=choice, name=name) if choice else name


def numbers_words(marks: Sequence[FindingMark]) -> str:
    """Return the findings under a theme by their numbers."""
    return " ".join(f"#{mark.number}" for mark in marks)


def theme_detail(theme: ThemeRow) -> str:
    """Return a theme's own number and those of its findings."""
    under = numbers_words(theme.findings) or _("no finding under it yet")
    return _("Theme #{number}: {findings}").format(number=theme.number, findings=under)


def dots_words(votes: int) -> str:
    """Return a total in words."""
    return ngettext("{n} dot", "{n} dots", votes).format(n=votes)


def last_time_words(words: str) -> str:
    """Return what an earlier meeting counted or found, as a fact that is not of today; "" for nothing."""
    return _("last time: {what}").format(what=words) if words else ""


def weight_words(theme: ThemeRow) -> str:
    """Return how a theme was weighed, "" before that."""
    if theme.impact is None and theme.effort is None:
        return ""
    return _("impact {impact}, effort {effort}").format(
        impact=theme.impact or _("open"), effort=theme.effort or _("open")
    )


def theme_cells(theme: ThemeRow, choice: int | None, safe: bool, marks: Sequence[str] = ()) -> GroupCells:
    """Return a theme as a row; `marks` are what stands at its right."""
    said = [("warn", _("On hold"))] if theme.held and not safe else []
    return GroupCells(
        id=theme.id,
        text=choice_text(theme, choice, safe),
        detail=theme_detail(theme),
        marks=(*said, *(("note", mark) for mark in marks if mark)),
    )


def finding_cells(mark: FindingMark, safe: bool, again: int = 0) -> GroupCells:
    """Return a finding as a row."""
    said = ngettext("said once more", "said {n} times more", again).format(n=again) if again else ""
    return GroupCells(
        id=mark.id,
        text=unless_held(current(), mark.text, mark.held and safe),
        kind=str(mark.kind),
        number=mark.number,
        detail=said,
    )


def sum_words(counted: int, people: int, dots: int) -> str:
    """Return what was counted against what was given out, as a sum that can be read aloud."""
    dots_each = ngettext(
        "{counted} for {people} people, {dots} dot each: {all} in all.",
        "{counted} for {people} people, {dots} dots each: {all} in all.",
        dots,
    )
    return dots_each.format(counted=dots_words(counted), people=people, dots=dots, all=people * dots)


def check_words(check: DotCheck) -> str:
    """Return whether a count can be right. A note: nothing is refused because of it."""
    if check.code == "fits":
        return _("Every dot is counted.")
    if check.code == "over":
        told = ngettext(
            "{n} more than was given out. Count again, or go on and note why.",
            "{n} more than were given out. Count again, or go on and note why.",
            check.many,
        )
    else:
        told = ngettext(
            "{n} was not placed, or not counted.", "{n} were not placed, or not counted.", check.many
        )
    return told.format(n=check.many)
