# SPDX-License-Identifier: MIT
"""Turns codes and closed lists of the model into words, in the language of the windows.

The sentences themselves are shared with the command line and the reports. What a step did: `wording_steps`.
"""

from __future__ import annotations

import enum

from walkthrough.export.terms import marked, term
from walkthrough.export.trouble_words import refusal_words, trouble_words
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.wording import current


def word(member: enum.StrEnum) -> str:
    """Return the word for a member of one of the model's closed lists."""
    return term(current(), member)


def options(kind: type[enum.StrEnum]) -> list[tuple[enum.StrEnum, str]]:
    """Return (member, marked word) of a whole list, for a choice field, which translates them itself."""
    return [(member, marked(member)) for member in kind]


def refusal_text(refused: Refused) -> str:
    """Return the sentence for something the user can put right."""
    return refusal_words(current(), refused)


def trouble_text(trouble: FileTrouble) -> str:
    """Return the sentence for trouble with a file: what is wrong, and what to do."""
    return trouble_words(current(), trouble)
