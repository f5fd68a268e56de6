# SPDX-License-Identifier: MIT
"""Which papers a meeting hands out, in which formats, and what their files are called.

The names begin with a digit, so that a folder shows them in the order of the index. Nothing is written here.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

import msgspec

from walkthrough.export.formats import FORMATS
from walkthrough.export.reports import ReportOptions
from walkthrough.export.reports.sheet import partners_with_sheets
from walkthrough.export.terms import term
from walkthrough.export.written import written
from walkthrough.model.queries import plan
from walkthrough.model.queries.before_after import moment_before, moments
from walkthrough.model.queries.live_stage import stage_check_of
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Tier

WriteData: TypeAlias = Callable[[Read], bytes]
_LONGEST_NAME, _MOST_BYTES = 60, 160
"""Of a name in a file's name: letters, and bytes, of which a folder takes 255 for all of it."""
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+')
"""What a folder refuses, and marks that turn the direction: they would make a name end in another way."""
_WANTED: dict[str, tuple[str, ...]] = {
    "plan": ("pdf", "docx", "html", "xlsx", "ics"),
    "minutes": ("pdf", "docx"),
    "full": ("pdf", "html"),
    "sheet": ("pdf",),
    "stage": ("pdf",),
    "compare": ("pdf",),
    "data": ("xlsx",),
}
"""The formats that a meeting hands out of each report, where the report has them."""


class File(msgspec.Struct, frozen=True):
    """One file to be written: its name, its format, and how its bytes are made."""

    name: str
    form: str
    make: Callable[[Read], bytes]


class Paper(msgspec.Struct, frozen=True):
    """One report in one or more formats: what it is called, what it is in words."""

    title: str
    about: str
    files: tuple[File, ...]


def papers_of(read: Read, options: ReportOptions, data: WriteData | None) -> list[Paper]:
    """The papers of a meeting, in the order of their names; `data` makes the complete data, if wanted."""
    found = [
        *_whole(options),
        *_sheets(read, options),
        *_of_the_stage(read, options),
        *_rest(read, options, data),
    ]
    return [paper for paper in found if paper.files]


def _whole(options: ReportOptions) -> Iterator[Paper]:
    _ = options.words.gettext
    yield _paper("plan", _("1 Action plan"), _("One page for everyone, then the whole plan."), options)
    yield _paper("minutes", _("2 Minutes"), _("Who came, what was decided, what was promised."), options)
    about = _("The walk, the stage check, indicators, plan and partners.")
    yield _paper("full", _("3 Full report"), about, options)


def _sheets(read: Read, options: ReportOptions) -> Iterator[Paper]:
    _ = options.words.gettext
    about = _("What this partner promised, and by when.")
    taken: set[str] = set()
    for row in partners_with_sheets(read):
        name = _free(_("4 Sheet of {whose}").format(whose=fit_for_a_name(row.short or row.name)), taken)
        yield _paper("sheet", name, about, dataclasses.replace(options, partner_id=row.id))
    about = _("The next steps and questions of this tier.")
    for tier in _tiers(read):
        name = _("5 Sheet of {whose}").format(whose=term(options.words, tier))
        yield _paper("sheet", name, about, dataclasses.replace(options, tier=tier))


def _of_the_stage(read: Read, options: ReportOptions) -> Iterator[Paper]:
    _ = options.words.gettext
    if read(stage_check_of, options.meeting_id) is not None:
        about = _("The four questions on one page, then the evidence.")
        yield _paper("stage", _("6 Stage check"), about, options)


def _rest(read: Read, options: ReportOptions, data: WriteData | None) -> Iterator[Paper]:
    _ = options.words.gettext
    if moment_before(read(moments, options.today), options.today) is not None:
        about = _("What has changed since the meeting before.")
        yield _paper("compare", _("7 Before and after"), about, options)
    about = _("Every table, to sort and count. No private notes.")
    yield _paper("data", _("8 Tables"), about, options)
    if data is not None:
        about = _("Everything, private notes too. Keep it; do not hand it on.")
        title = _("9 All data, private")
        yield Paper(title, about, (File(f"{title}.json", "json", data),))


def _paper(report: str, title: str, about: str, options: ReportOptions) -> Paper:
    forms = [form for form in _WANTED[report] if form in FORMATS.get(report, ())]
    files = (
        File(f"{title}.{form}", form, partial(_bytes, report=report, form=form, options=options))
        for form in forms
    )
    return Paper(title, about, tuple(files))


def _bytes(read: Read, *, report: str, form: str, options: ReportOptions) -> bytes:
    return written(read, report, form, options)


def _tiers(read: Read) -> list[Tier]:
    here = {step.tier for step in read(plan.next_steps)} | {row.tier for row in read(plan.raised_questions)}
    return [tier for tier in Tier if tier in here]


def fit_for_a_name(text: str) -> str:
    """A name as part of a file's name on every system."""
    told = " ".join(_NOT_IN_NAMES.sub(" ", text).split())
    return told[:_LONGEST_NAME].encode()[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .") or "-"


def _free(name: str, taken: set[str]) -> str:
    """The name, or where two partners are called alike "… (2)": one file would take the other's place."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free
