# SPDX-License-Identifier: MIT
"""The program's own sentences in several languages at once, for a ballot that people of either can read.

It must not know which ballot.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from walkthrough import paths
from walkthrough.wording import Wording


@cache
def tongue(language: str) -> Wording:
    """Return the wording of one language; English where we have no catalogue of it."""
    return Wording(language, paths.locale_folder())


def in_each(languages: Sequence[str], marked: str) -> tuple[str, ...]:
    """Return a marked text in each of the languages."""
    return tuple(tongue(language).gettext(marked) for language in languages)
