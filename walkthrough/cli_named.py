# SPDX-License-Identifier: MIT
"""What the words of `walkthrough export` name: a format, a language, a partner, a meeting. What is not there
is refused in a sentence that names what is. It must not know any report.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from walkthrough.cli_words import WrongWords
from walkthrough.export.formats import FORMATS, suffix_of
from walkthrough.model.snapshot import Read
from walkthrough.paths import WORKBOOK_SUFFIX
from walkthrough.wording import current, languages

if TYPE_CHECKING:
    from walkthrough.model.queries.meetings import MeetingRow

_USUAL = "pdf"
_LAST, _NEXT = "last", "next"


def format_of(asked: argparse.Namespace) -> str:
    """The format asked for, or that by which the file's name ends.

    Raises:
        WrongWords: the report has no such format, or the file's name ends as another kind of file does.
    """
    _ = current().gettext
    suffix = asked.out.suffix.lower() if asked.out else ""
    known = FORMATS.get(asked.report, ())
    by_name = next((form for form in known if suffix_of(asked.report, form) == suffix), "")
    form: str = asked.format or by_name or _of_the_name(suffix)
    if form not in known:
        raise WrongWords(
            _("There is no report {report} as {format}. See: walkthrough export --list").format(
                report=asked.report, format=form
            )
        )
    ending = suffix_of(asked.report, form)
    if suffix != ending and suffix in _endings():
        raise WrongWords(
            _("{report} as {format} is a {suffix} file: give it a name that ends so, like {name}.").format(
                report=asked.report, format=form, suffix=ending, name=asked.out.with_suffix(ending).name
            )
        )
    return form


def _of_the_name(suffix: str) -> str:
    """What a name's end says of the format. That of a workbook says nothing: it is refused as a place."""
    says_one = suffix[1:].isalpha() and suffix != WORKBOOK_SUFFIX
    return suffix[1:] if says_one else _USUAL


def _endings() -> set[str]:
    """Every way in which the name of a file of ours ends."""
    both = {(suffix_of(report, form), f".{form}") for report, forms in FORMATS.items() for form in forms}
    return {ending for pair in both for ending in pair}


def language_of(asked: argparse.Namespace, folder: Path) -> str:
    """The language asked for, else that of the sentences here; `folder` has the catalogues.

    Raises:
        WrongWords: there is no such language.
    """
    code: str = asked.language or current().language
    if code not in (here := languages(folder)):
        raise WrongWords(
            current()
            .gettext("There is no language {code}. There are: {languages}.")
            .format(code=code, languages=", ".join(here))
        )
    return code


def partner_of(asked: argparse.Namespace, read: Read) -> str:
    """The key of the partner asked for by key, name or short name; "" where none is.

    Raises:
        WrongWords: there is no such partner.
    """
    from walkthrough.model.queries.partners import partners

    rows = read(partners)
    named = asked.partner.casefold()
    found = [row.id for row in rows if named in (row.id, row.name.casefold(), row.short.casefold())]
    if named and not found:
        raise WrongWords(
            current()
            .gettext("There is no partner {name}. There are: {partners}.")
            .format(name=asked.partner, partners=", ".join(row.short or row.name for row in rows) or "–")
        )
    return found[0] if named else ""


def meeting_of(asked: argparse.Namespace, read: Read, today: date) -> str:
    """The key of the meeting asked for by key, by day, as the last or as the next; "" where none is.

    Raises:
        WrongWords: there is no such meeting, or more than one on that day.
    """
    from walkthrough.model.queries.meetings import meetings
    from walkthrough.model.queries.minutes import meeting_for_minutes
    from walkthrough.model.queries.overview import next_meeting

    if not asked.meeting:
        return ""
    if asked.meeting == _LAST:
        row = read(meeting_for_minutes, "", today)
        found = [row] if row else []
    elif asked.meeting == _NEXT:
        row = read(next_meeting, today)
        found = [row] if row else []
    else:
        found = [row for row in read(meetings) if asked.meeting in (row.id, row.day.isoformat())]
    if len(found) == 1:
        return found[0].id
    raise WrongWords(_which_meetings(asked.meeting, found or read(meetings), is_one_day=bool(found)))


def _which_meetings(named: str, rows: Sequence[MeetingRow], *, is_one_day: bool) -> str:
    """What to say of a meeting that is not there, or of a day with more than one: these need their keys."""
    _ = current().gettext
    told = _("There is no meeting {name}. There are: {meetings}.")
    if is_one_day:
        told = _("There is more than one meeting on {name}. Name one by its ID: {meetings}.")
    key = "{row.id}" if is_one_day else "{row.day}"
    lines = (key.format(row=row) + (f" ({row.title})" if row.title else "") for row in rows)
    return told.format(name=named, meetings=", ".join(lines) or "–")
