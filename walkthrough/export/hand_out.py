# SPDX-License-Identifier: MIT
"""Everything a meeting hands out, in one folder: plan, minutes, full report, sheets of partners and tiers.

The folder is made beside its place and renamed when it is whole. All files are of one moment.
"""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import msgspec

from walkthrough.export.document import Document
from walkthrough.export.files import write_whole
from walkthrough.export.left_over import part_of
from walkthrough.export.pdf.writer import pdf_bytes
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.export.reports.sheet import partners_with_sheets
from walkthrough.export.terms import term
from walkthrough.model.errors import FileTrouble
from walkthrough.model.queries import plan
from walkthrough.model.queries.live_stage import stage_check_of
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Tier
from walkthrough.wording import Wording

Progress: TypeAlias = Callable[[int, int], None]
WriteData: TypeAlias = Callable[[Read], bytes]
_LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Piece(msgspec.Struct, frozen=True):
    """One file to be written: its name, what it is in words, and how its bytes are made."""

    name: str
    about: str
    make: Callable[[Read], bytes]


def hand_out(
    read: Read, folder: Path, options: ReportOptions, *, data: WriteData | None, progress: Progress
) -> list[str]:
    """Write everything into a new folder.

    Args:
        read: one consistent picture of the workbook.
        folder: does not exist yet; its parent does.
        options: language, paper, day and meeting.
        data: makes the complete data, private fields too; None leaves them out.
        progress: told how many files are written, of how many.

    Returns:
        The names of the files.

    Raises:
        FileTrouble: exists, no_folder, disk_full, cannot_write; nothing is left behind.
    """
    if folder.exists():
        raise FileTrouble("exists", path=str(folder))
    part = part_of(folder)
    shutil.rmtree(part, ignore_errors=True)
    pieces = list(_pieces(read, options, data=data))
    try:
        _make(part)
        for number, piece in enumerate(pieces):
            progress(number, len(pieces))
            write_whole(part / piece.name, piece.make(read))
        write_whole(part / options.words.gettext("Read me first.txt"), _index(options.words, pieces))
        _rename(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    progress(len(pieces), len(pieces))
    return [piece.name for piece in pieces]


def _make(part: Path) -> None:
    try:
        part.mkdir()
    except FileNotFoundError as error:
        raise FileTrouble("no_folder", path=str(part.parent)) from error
    except OSError as error:
        raise FileTrouble("cannot_write", path=str(part.parent)) from error


def _rename(part: Path, folder: Path) -> None:
    try:
        part.rename(folder)
    except OSError as error:
        raise FileTrouble("cannot_write", path=str(folder)) from error


def _pieces(read: Read, options: ReportOptions, *, data: WriteData | None) -> Iterator[Piece]:
    _ = options.words.gettext
    whole = (
        ("plan", _("1 Action plan.pdf"), _("One page for everyone, then the whole plan.")),
        ("minutes", _("2 Minutes.pdf"), _("Who came, what was decided, what was promised.")),
        ("full", _("3 Full report.pdf"), _("The walk, the stage check, indicators, plan and partners.")),
    )
    for report, name, about in whole:
        yield Piece(name, about, _pdf(report, options))
    about = _("What this partner promised, and by when.")
    for row in partners_with_sheets(read):
        name = _("4 Sheet of {whose}.pdf").format(whose=_fit_for_a_name(row.short or row.name))
        yield Piece(name, about, _pdf("sheet", dataclasses.replace(options, partner_id=row.id)))
    about = _("The next steps and questions of this tier.")
    for tier in _tiers(read):
        name = _("5 Sheet of {whose}.pdf").format(whose=term(options.words, tier))
        yield Piece(name, about, _pdf("sheet", dataclasses.replace(options, tier=tier)))
    if read(stage_check_of, options.meeting_id) is not None:
        about = _("The four questions on one page, then the evidence.")
        yield Piece(_("6 Stage check.pdf"), about, _pdf("stage", options))
    if data is not None:
        about = _("Everything, private notes too. Keep it; do not hand it on.")
        yield Piece(_("9 All data, private.json"), about, data)


def _tiers(read: Read) -> list[Tier]:
    here = {step.tier for step in read(plan.next_steps)} | {row.tier for row in read(plan.raised_questions)}
    return [tier for tier in Tier if tier in here]


def _pdf(report: str, options: ReportOptions) -> Callable[[Read], bytes]:
    def make(read: Read) -> bytes:
        document: Document = REPORTS[report](read, options)
        return pdf_bytes(document)

    return make


def _fit_for_a_name(text: str) -> str:
    """A name as part of a file's name on every system."""
    told = " ".join(_NOT_IN_NAMES.sub(" ", text).split())
    return told[:_LONGEST_NAME].strip(" .") or "-"


def _index(words: Wording, pieces: list[Piece]) -> bytes:
    _ = words.gettext
    lines = [_("What is in this folder"), ""]
    lines += [f"{piece.name}\n    {piece.about}\n" for piece in pieces]
    lines.append(_("About systems. Holds no client information."))
    return ("\n".join(lines) + "\n").replace("\n", "\r\n").encode("utf-8-sig")
