# SPDX-License-Identifier: MIT
"""The command line: the same code as the screens, for scripts, support and tests. It opens no window.

Exit codes: 0 done, 1 not sound or clashes, 2 wrong words, 3 the machine (full, locked, read-only).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from walkthrough import paths
from walkthrough.export.formats import FORMATS
from walkthrough.export.trouble_words import refusal_words, trouble_words
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.wording import Wording, current

if TYPE_CHECKING:
    from walkthrough.export.reports import ReportOptions
    from walkthrough.model.snapshot import Read

DONE, NOT_SOUND, WRONG_WORDS, MACHINE = 0, 1, 2, 3
PROGRESS = "WALKTHROUGH_PROGRESS"
"""Set in the environment by the windows, which read the progress lines."""


def run(asked: argparse.Namespace) -> int:
    """Do what the words on the command line ask; returns the exit code."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "sample": write_sample,
        "export": export,
        "import": bring_back,
        "check": check,
        "content": check_content,
    }
    try:
        return commands[asked.command](asked)
    except FileTrouble as trouble:
        _complain(trouble_words(current(), trouble))
        return NOT_SOUND if trouble.code in ("not_a_workbook", "damaged") else MACHINE
    except Refused as refused:
        _complain(refusal_words(current(), refused))
        return WRONG_WORDS


def write_sample(asked: argparse.Namespace) -> int:
    """Write the sample workbook."""
    from walkthrough.model.sample import create_sample

    create_sample(asked.file, paths.resources())
    _say(current().gettext("Wrote {file}.").format(file=asked.file))
    return DONE


def export(asked: argparse.Namespace) -> int:
    """Write a report, or list them."""
    if asked.list:
        for report, formats in FORMATS.items():
            _say(f"{report}: {', '.join(formats)}")
        return DONE
    _ = current().gettext
    if asked.file is None or asked.out is None:
        _complain(_("Please say which workbook (FILE) and where to write (-o OUT)."))
        return WRONG_WORDS
    if asked.meeting and not asked.report:
        return _hand_out(asked)
    asked.report = asked.report or "plan"
    if asked.format not in FORMATS.get(asked.report, ()):
        _complain(
            _("There is no report {report} as {format}. See: walkthrough export --list").format(
                report=asked.report, format=asked.format
            )
        )
        return WRONG_WORDS
    if (asked.report, asked.format) == ("data", "json"):
        return _export_data(asked)
    return _export_report(asked)


def _options(asked: argparse.Namespace, read: Read) -> ReportOptions:
    """What the words ask of a report; a partner may be named by its key or its name."""
    from walkthrough.export.reports import ReportOptions
    from walkthrough.model import SystemClock
    from walkthrough.model.queries.partners import partners
    from walkthrough.model.words import Tier

    words = Wording(asked.language or current().language, paths.locale_folder())
    named = asked.partner.casefold()
    found = [row.id for row in read(partners) if named in (row.id, row.name.casefold(), row.short.casefold())]
    if asked.partner and not found:
        raise Refused("gone", table="partner")
    return ReportOptions(
        today=SystemClock().today(),
        words=words,
        paper=asked.paper,
        partner_id=found[0] if asked.partner else "",
        tier=Tier(asked.tier) if asked.tier else None,
        meeting_id=asked.meeting,
    )


def _export_report(asked: argparse.Namespace) -> int:
    from walkthrough.export.files import write_whole
    from walkthrough.export.written import written
    from walkthrough.model.snapshot import snapshot

    with snapshot(asked.file) as read:
        options = _options(asked, read)
        content = written(read, asked.report, asked.format, options, _progress)
    write_whole(asked.out, content)
    _say(current().gettext("Wrote {file}.").format(file=asked.out))
    return DONE


def _all_data(read: Read) -> bytes:
    from walkthrough.model.store.interchange import export_data

    return read(export_data)


def _hand_out(asked: argparse.Namespace) -> int:
    """Everything a meeting hands out, in one folder."""
    from walkthrough.export.hand_out import hand_out
    from walkthrough.model.queries.minutes import meeting_for_minutes
    from walkthrough.model.snapshot import snapshot

    with snapshot(asked.file) as read:
        options = _options(asked, read)
        if read(meeting_for_minutes, asked.meeting, options.today) is None:
            raise Refused("gone", table="meeting")
        names = hand_out(
            read, asked.out, options, data=_all_data if asked.with_data else None, progress=_progress
        )
    ngettext = current().ngettext
    told = ngettext("Wrote {n} file into {folder}.", "Wrote {n} files into {folder}.", len(names))
    _say(told.format(n=len(names), folder=asked.out))
    return DONE


def _export_data(asked: argparse.Namespace) -> int:
    from walkthrough.export.files import write_whole
    from walkthrough.model.snapshot import snapshot
    from walkthrough.model.store.interchange import export_data

    with snapshot(asked.file) as read:
        found = read(export_data)
    write_whole(asked.out, found)
    _say(
        current()
        .gettext("Wrote {file}. It holds everything, private notes too: share it with care.")
        .format(file=asked.out)
    )
    return DONE


def bring_back(asked: argparse.Namespace) -> int:
    """Open exported data back into a workbook."""
    from walkthrough.model.store.interchange import import_data

    try:
        found = asked.file.read_bytes()
    except FileNotFoundError as error:
        raise FileTrouble("missing", path=str(asked.file)) from error
    except OSError as error:
        raise FileTrouble("cannot_open", path=str(asked.file)) from error
    import_data(found, asked.out)
    _say(current().gettext("Wrote {file}.").format(file=asked.out))
    return DONE


def check(asked: argparse.Namespace) -> int:
    """Say whether a workbook is sound."""
    from walkthrough.export.check_words import box_words, fault_words
    from walkthrough.model.store.integrity import check as look_over

    found = look_over(asked.file)
    for fault in found.faults:
        _say(fault_words(current(), fault.code, fault.facts))
    for note in found.notes:
        _say(box_words(current(), note.facts["ballots"]))
    if found.sound:
        _say(current().gettext("{file} is sound.").format(file=asked.file.name))
    return DONE if found.sound else NOT_SOUND


def check_content(asked: argparse.Namespace) -> int:
    """Check a route or question file; problems come with line numbers."""
    from walkthrough.export.check_words import problem_words
    from walkthrough.model.content import load_shelf
    from walkthrough.model.content.check import check_file

    # A file in a folder called "es" is judged as Spanish; any other folder's name is no language of ours.
    problems = check_file(asked.file, load_shelf(paths.resources() / "content", asked.file.parent.name))
    for problem in problems:
        _say(f"{Path(asked.file).name}: {problem_words(current(), problem)}")
    if all(problem.is_warning for problem in problems):
        _say(current().gettext("{file} can be used.").format(file=asked.file.name))
        return DONE
    return NOT_SOUND


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _complain(text: str) -> None:
    sys.stderr.write(text + "\n")


def _progress(done: int, whole: int) -> None:
    if os.environ.get(PROGRESS):
        _say(f"progress {done} {whole}")
