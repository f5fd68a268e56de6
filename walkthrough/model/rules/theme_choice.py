# SPDX-License-Identifier: MIT
"""Which theme the words on the line mean: one that is there, by its place or its name, or a new one. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def theme_meant(words: str, names: Sequence[str]) -> int | None:
    """The place (from 0) of the theme that `words` mean among `names`; None for a new name.

    A number counts from 1, as people see it. Capital letters and gaps make no difference.
    """
    if is_place(words):
        place = int(words)
        return place - 1 if 1 <= place <= len(names) else None
    wanted = _plain(words)
    return next((place for place, name in enumerate(names) if _plain(name) == wanted), None)


def is_place(words: str) -> bool:
    """Whether the words are a number of few digits, which is never the name of a new theme."""
    return words.isascii() and words.isdecimal() and len(words) <= 4


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
