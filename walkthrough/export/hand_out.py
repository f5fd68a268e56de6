# SPDX-License-Identifier: MIT
"""Everything a meeting hands out, in one folder or one zip file, with an index.

It is made beside its place and renamed when it is whole. All files are of one moment.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from walkthrough.export.files import entry_in_zip, trouble_of, write_whole
from walkthrough.export.hand_out_index import html_index, text_index
from walkthrough.export.hand_out_papers import File, Paper, WriteData, papers_of
from walkthrough.export.left_out import left_out, left_out_words
from walkthrough.export.left_over import drop_part, part_of
from walkthrough.export.reports import ReportOptions
from walkthrough.export.xml_text import sayable
from walkthrough.model.errors import FileTrouble
from walkthrough.model.queries.minutes import meeting_for_minutes
from walkthrough.model.snapshot import Read

Progress: TypeAlias = Callable[[int, int], None]
INDEXES = 2
"""Files beside the papers: one index to click through, and one for whoever has no browser at hand."""


@dataclass(frozen=True)
class HandOut:
    """What is wanted of a hand-out.

    Args:
        options: language, paper, day, meeting and looks of every file.
        data: makes the complete data, private fields too; None leaves them out.
        is_zip: one zip file in place of a folder.
    """

    options: ReportOptions
    data: WriteData | None = None
    is_zip: bool = False


def hand_out(read: Read, place: Path, wanted: HandOut, progress: Progress) -> list[str]:
    """Write everything into a new folder, or a new zip file.

    Args:
        read: one consistent picture of the workbook.
        place: the folder or zip file; it does not exist yet, its parent does.
        wanted: which files, and how they look.
        progress: told how many files are written, of how many.

    Returns:
        The names of the files, without the indexes.

    Raises:
        FileTrouble: exists, no_folder, no_room, name_too_long, cannot_write; nothing is left behind.
    """
    if place.exists():
        raise FileTrouble("exists", path=str(place))
    drop_part(place)
    papers = papers_of(read, wanted.options, wanted.data)
    part = part_of(place)
    try:
        _make(part)
        files = _write_all(read, part, papers, progress)
        _write_indexes(read, part, wanted, papers)
        if wanted.is_zip:
            _pack(part, place, wanted.options.today)
        else:
            part.rename(place)
    except OSError as error:
        raise trouble_of(error, place) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)  # this one's alone: another may be at work on the same place
    progress(len(files), len(files))
    return [file.name for file in files]


def _make(part: Path) -> None:
    try:
        part.mkdir()
    except FileNotFoundError as error:
        raise FileTrouble("no_folder", path=str(part.parent)) from error
    except PermissionError as error:
        raise FileTrouble("cannot_write", path=str(part.parent)) from error


def _write_all(read: Read, part: Path, papers: list[Paper], progress: Progress) -> list[File]:
    files = [file for paper in papers for file in paper.files]
    for number, file in enumerate(files):
        progress(number, len(files))
        write_whole(part / file.name, file.make(read))
    return files


def _write_indexes(read: Read, part: Path, wanted: HandOut, papers: list[Paper]) -> None:
    """As many as `INDEXES` says."""
    options = wanted.options
    words = options.words
    meeting = read(meeting_for_minutes, options.meeting_id, options.today)
    left = left_out_words(words, left_out(read, "all", options))
    if wanted.data is not None:
        left.append(words.gettext("All of it, private notes too, is in the file “All data, private” alone."))
    day = meeting.day if meeting is not None else options.today
    write_whole(part / "index.html", html_index(words, day, papers, left))
    write_whole(part / words.gettext("0 Read me first.txt"), text_index(words, day, papers, left))


def _pack(part: Path, place: Path, day: date) -> None:
    """Pack the folder into a zip file inside it, and move that to its place."""
    packed = part / "packed.zip"
    inside = sayable(place.stem)
    files = sorted(part.iterdir())
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        for path in files:
            whole.writestr(entry_in_zip(f"{inside}/{path.name}", day), path.read_bytes())
    packed.rename(place)
