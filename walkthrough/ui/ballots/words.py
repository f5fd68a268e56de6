# SPDX-License-Identifier: MIT
"""Sentences around a ballot box: how many are in, what closing it does, which sheets are missing.

Numbers of ballots only; it must not know an answer.
"""

from __future__ import annotations

from walkthrough.model.ballots import BallotBox
from walkthrough.model.rules.ballots import FEWEST_BALLOTS, may_show, sheets_off
from walkthrough.wording import N_, Wording, _, current, ngettext

UNSEEN = N_("Nobody can see who gave which rating. Results show only if five or more people answer.")


def in_words(many: int, people: int, wording: Wording | None = None) -> str:
    """Return how many ballots are in, of how many people where somebody counted them; in the language of the
    windows, or that of `wording`.
    """
    words = wording or current()
    if people < many or not people:
        return words.ngettext("{n} is in", "{n} are in", many).format(n=many)
    return words.ngettext("{n} of {of} is in", "{n} of {of} are in", many).format(n=many, of=people)


def box_words(box: BallotBox) -> str:
    """Return how many ballots are in a box; where sheets are spoilt, how many sheets came back in all."""
    if not box.spoilt:
        return in_words(box.many_in, box.head.people)
    n = box.many_in + box.spoilt
    if box.handed_out is not None and n < box.handed_out:  # not of the people: they stand nowhere here
        back = _("{n} of {of} sheets").format(n=n, of=box.handed_out)
    else:
        back = ngettext("{n} sheet", "{n} sheets", n).format(n=n)
    told = _("{sheets}: {good} counted, {spoilt} spoilt")
    return told.format(sheets=back, good=box.many_in, spoilt=box.spoilt)


def is_as_expected(box: BallotBox) -> bool:
    """Tell whether nothing speaks against closing a box: neither sheets nor people are amiss."""
    is_twice = bool(box.head.people) and box.many_in > box.head.people
    return may_show(box.many_in) and not sheets_words(box) and not is_twice


def closing_words(box: BallotBox) -> str:
    """Return what happens when this box is closed now."""
    told = [sheets_words(box) or box_words(box) + "."]
    if may_show(box.many_in):
        told.append(_("Once the box is closed, the ratings are shown and no ballot can be added."))
    else:
        told.append(
            _("With fewer than five nothing is shown and only the number is kept.")
            + " "
            + _("Leave the box open, or close it?")
        )
    if box.head.people and box.many_in > box.head.people:
        told.append(_("More ballots than people: somebody may have rated twice."))
    return " ".join(told)


def dropping_words(box: BallotBox) -> str:
    """Return what is lost with this box."""
    n = box.many_in
    told = ngettext(
        "Throw {n} ballot away? Nobody can bring it back.",
        "Throw {n} ballots away? Nobody can bring them back.",
        n,
    )
    return told.format(n=n)


def sheets_words(box: BallotBox) -> str:
    """Return how many sheets there are too few or too many; "" where they match or nobody counted."""
    off = sheets_off(box.handed_out, box.many_in, box.spoilt)
    if not off:
        return ""
    told = _("{back} returned + {spoilt} spoilt, {out} handed out:").format(
        back=box.many_in, spoilt=box.spoilt, out=box.handed_out
    )
    if off < 0:
        few = ngettext("{n} is missing.", "{n} are missing.", -off).format(n=-off)
        return f"{told} {few}"
    over = ngettext("{n} too many.", "{n} too many.", off).format(n=off)
    return f"{told} {over}"


def sealed_words(ballots: int) -> str:
    """Return what became of a box that was closed."""
    if ballots < FEWEST_BALLOTS:
        told = ngettext(
            "The box is closed: {n} ballot. Nothing is shown, only the number is kept.",
            "The box is closed: {n} ballots. Nothing is shown, only the number is kept.",
            ballots,
        )
        return told.format(n=ballots)
    return ngettext("The box is closed: {n} ballot.", "The box is closed: {n} ballots.", ballots).format(
        n=ballots
    )
