# SPDX-License-Identifier: MIT
"""Says what a PDF shows as boxes: for the Reports screen and the command line. It knows no document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from walkthrough.export.undrawable import Undrawable
from walkthrough.wording import N_, Wording

_KINDS: Final = {
    "emoji": N_("Pictures among the letters (emoji)"),
    "chinese": N_("Chinese characters"),
    "japanese": N_("Japanese letters"),
    "korean": N_("Korean letters"),
}
_MOST_SHOWN: Final = 8
_MOST_PLACES: Final = 6


def undrawable_words(words: Wording, found: Sequence[Undrawable]) -> list[str]:
    """A sentence for each kind of character that the PDF shows as a box; none if there is none."""
    by_kind = sorted(found, key=lambda one: one.kind)
    return [_sentence(words, kind, list(group)) for kind, group in groupby(by_kind, key=lambda one: one.kind)]


def _sentence(words: Wording, kind: str, found: list[Undrawable]) -> str:
    _ = words.gettext
    shown = " ".join(one.text for one in found[:_MOST_SHOWN]) + ("…" if len(found) > _MOST_SHOWN else "")
    name = _(_KINDS[kind]) if kind in _KINDS else _("Letters or signs")
    if kind not in _KINDS or len(found) == 1:
        shown = ", ".join(f"{one.text} ({one.name})" for one in found[:_MOST_SHOWN])
    places = list(dict.fromkeys(place for one in found for place in one.places))
    count = sum(one.count for one in found)
    told = words.ngettext(
        "{kind} that the PDF cannot show: {shown}. A box □ stands there, {n} time.",
        "{kind} that the PDF cannot show: {shown}. A box □ stands there, {n} times.",
        count,
    ).format(kind=name, shown=shown, n=count)
    if not places:
        return told
    listed = ", ".join(places[:_MOST_PLACES]) + ("…" if len(places) > _MOST_PLACES else "")
    return " ".join((told, _("See: {places}.").format(places=listed)))
