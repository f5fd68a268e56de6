# SPDX-License-Identifier: MIT
"""`walkthrough export`: one report, or everything that a meeting hands out, and what is left out of it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from walkthrough import paths
from walkthrough.cli_named import format_of, language_of, meeting_of, partner_of
from walkthrough.cli_words import DONE, WRONG_WORDS, complain, is_watched, progress, say
from walkthrough.export.formats import FORMATS, listed
from walkthrough.wording import Wording, current

if TYPE_CHECKING:
    from walkthrough.export.left_out import LeftOut
    from walkthrough.export.reports import ReportOptions
    from walkthrough.model.snapshot import Read

LEFT_OUT = "left-out "
"""What a line for the windows begins with that holds a `LeftOut` as JSON."""


def export(asked: argparse.Namespace) -> int:
    """Write a report, or list them."""
    if asked.list:
        for report in FORMATS:
            say(f"{report}: {listed(report)}")
        return DONE
    if asked.file is None or not (asked.out or asked.what_is_left_out):
        complain(current().gettext("Please say which workbook (FILE) and where to write (-o OUT)."))
        return WRONG_WORDS
    is_folder = bool(asked.meeting and not asked.report)
    asked.report = asked.report or "plan"
    asked.language = language_of(asked, paths.locale_folder())
    asked.format = (asked.format or "pdf") if is_folder else format_of(asked)
    if (problem := _problem(asked)) and not is_folder:
        complain(problem)
        return WRONG_WORDS
    if asked.what_is_left_out:
        return _tell_left_out(asked, "all" if is_folder else asked.report)
    if is_folder:
        return _hand_out(asked)
    if (asked.report, asked.format) == ("data", "json"):
        return _export_everything(asked)
    return _export_report(asked)


def _problem(asked: argparse.Namespace) -> str:
    """What is wrong with the words, in a sentence, or empty."""
    _ = current().gettext
    from walkthrough.export.reports.options import PARTS

    known = [code for code, _name in PARTS.get(asked.report, ())]
    wrong = [code for code in asked.without if code not in known]
    if not wrong:
        return ""
    if not known:
        return _("The report {report} has no parts to leave out.").format(report=asked.report)
    return _("There is no part {part} in the report {report}. It has: {parts}").format(
        part=wrong[0], report=asked.report, parts=", ".join(known)
    )


def _options(asked: argparse.Namespace, read: Read) -> ReportOptions:
    """What the words ask of a report."""
    from walkthrough.export.reports import ReportOptions
    from walkthrough.model import SystemClock
    from walkthrough.model.words import Tier

    today = SystemClock().today()
    return ReportOptions(
        today=today,
        words=Wording(asked.language, paths.locale_folder()),
        paper=asked.paper,
        partner_id=partner_of(asked, read),
        tier=Tier(asked.tier) if asked.tier else None,
        meeting_id=meeting_of(asked, read, today),
        questionnaire_id=asked.questionnaire,
        since=asked.since,
        left_out=frozenset(asked.without),
        whom=asked.whom,
        is_grey=asked.grey,
        is_draft=asked.draft,
    )


def _export_report(asked: argparse.Namespace) -> int:
    from walkthrough.export.files import write_whole
    from walkthrough.export.written import written
    from walkthrough.model.snapshot import snapshot

    with snapshot(asked.file) as read:
        options = _options(asked, read)
        content = written(read, asked.report, asked.format, options, progress)
        left = _left_out(read, asked, asked.report, options)
    write_whole(asked.out, content)
    _say_left_out(left)
    say(current().gettext("Wrote {file}.").format(file=asked.out))
    return DONE


def _left_out(read: Read, asked: argparse.Namespace, report: str, options: ReportOptions) -> LeftOut:
    from walkthrough.export.left_out import left_out
    from walkthrough.export.written import document_of

    draws = asked.format == "pdf" and report in FORMATS and "pdf" in FORMATS[report]
    document = document_of(read, report, options) if draws else None
    return left_out(read, report, options, document, form=asked.format)


def _tell_left_out(asked: argparse.Namespace, report: str) -> int:
    """A dry run: nothing is written."""
    from walkthrough.export.left_out import left_out_words
    from walkthrough.model.snapshot import snapshot

    with snapshot(asked.file) as read:
        left = _left_out(read, asked, report, _options(asked, read))
    if is_watched():
        _say_left_out(left)
    else:
        for sentence in left_out_words(current(), left):
            say(sentence)
    return DONE


def _say_left_out(left: LeftOut) -> None:
    """Beside the answer: people read sentences, the windows have words of their own."""
    import msgspec

    from walkthrough.export.left_out import left_out_words

    if is_watched():
        say(LEFT_OUT + msgspec.json.encode(left).decode())
        return
    for sentence in left_out_words(current(), left):
        complain(sentence)


def _everything(read: Read) -> bytes:
    from walkthrough.model.store.interchange import export_data

    return read(export_data)


def _hand_out(asked: argparse.Namespace) -> int:
    """Everything a meeting hands out, in one folder or one zip file."""
    from walkthrough.export.hand_out import INDEXES, HandOut, hand_out
    from walkthrough.model.snapshot import snapshot

    with snapshot(asked.file) as read:
        options = _options(asked, read)
        wanted = HandOut(options, data=_everything if asked.with_data else None, is_zip=asked.zip)
        names = hand_out(read, Path(asked.out), wanted, progress)
    ngettext = current().ngettext
    many = len(names) + INDEXES
    told = ngettext("Wrote {n} file into {folder}.", "Wrote {n} files into {folder}.", many)
    say(told.format(n=many, folder=asked.out))
    return DONE


def _export_everything(asked: argparse.Namespace) -> int:
    from walkthrough.export.files import write_whole
    from walkthrough.model.snapshot import snapshot

    with snapshot(asked.file) as read:
        found = _everything(read)
    write_whole(asked.out, found)
    say(
        current()
        .gettext("Wrote {file}. It holds everything, private notes too: share it with care.")
        .format(file=asked.out)
    )
    return DONE
