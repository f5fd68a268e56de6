# SPDX-License-Identifier: MIT
"""Turns codes and closed lists of the model into words: refusals, file trouble, kinds, states, roles.

It must not know any widget. What a step did is worded in `wording_steps`.
"""

from __future__ import annotations

import enum
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale

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


def day_of(moment: str) -> str:
    """Return the local day of a moment as the workbook writes it, in the words of the language."""
    day = datetime.fromisoformat(moment).astimezone()
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def moment_of(moment: object) -> str:
    """Return a moment (a datetime, or as written in a lock) in the words of the language."""
    try:
        when = moment if isinstance(moment, datetime) else datetime.fromisoformat(str(moment))
    except ValueError:
        return str(moment)
    local = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
