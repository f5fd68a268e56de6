# SPDX-License-Identifier: MIT
"""What a report will leave out, told before it goes out: held wording, private notes, small counts, ballots,
letters that cannot be drawn, parts that are not wanted.

Numbers and counts only, so that the list itself may be read in the room.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from walkthrough.export.document import Document
from walkthrough.export.reports.options import PARTS, ReportOptions
from walkthrough.export.undrawable import Undrawable, undrawable
from walkthrough.export.undrawable_words import undrawable_words
from walkthrough.model.queries.left_out import HeldRow, kept_back
from walkthrough.model.snapshot import Read
from walkthrough.wording import N_, Wording

_EVERY = frozenset({
    "finding", "theme", "parked_topic", "decision", "fist_count", "goal", "indicator", "next_step",
    "step_note", "raised", "evidence",
})  # fmt: skip
_DRAWS_ON: dict[str, frozenset[str]] = {
    "plan": _EVERY - {"parked_topic", "decision", "fist_count", "evidence"},
    "sheet": frozenset({"finding", "indicator", "next_step", "step_note", "raised"}),
    "stage": frozenset({"evidence", "next_step"}),
    "minutes": _EVERY - {"evidence", "goal"},
    "printpack": frozenset(),
}
"""The tables with held rows that a report tells of; a report not named here tells of all."""

_ANSWERED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Walk"), ("finding", "theme")),
    (N_("Stage check"), ("evidence",)),
    (N_("Indicators"), ("goal", "indicator")),
    (N_("Plan"), ("next_step", "step_note", "raised")),
    (N_("Meetings"), ("parked_topic", "decision", "fist_count")),
)
"""The pages on which held rows are answered."""
_MOST_NUMBERS = 8


class LeftOut(msgspec.Struct, frozen=True):
    """What one report leaves out.

    Args:
        report: its name; `all` for everything that a meeting hands out.
        held: rows whose wording is on hold.
        notes: private fields that something is written in.
        ladders, figures: small counts of families that are told in words, or not at all.
        rounds: sealed times of asking, of which no single ballot exists.
        removed: texts that were removed for good.
        parts: codes of the parts that are not wanted.
        letters: characters that no typeface of ours can draw, and where they stand.
        is_whole: nothing is left out, private notes included: the complete data.
    """

    report: str
    held: tuple[HeldRow, ...] = ()
    notes: int = 0
    ladders: int = 0
    figures: int = 0
    rounds: int = 0
    removed: int = 0
    parts: tuple[str, ...] = ()
    letters: tuple[Undrawable, ...] = ()
    is_whole: bool = False


def left_out(
    read: Read, report: str, options: ReportOptions, document: Document | None = None, *, form: str = "pdf"
) -> LeftOut:
    """Look up what a report will leave out.

    Args:
        read: one consistent picture of the workbook.
        report: its name in `FORMATS`, or `all`.
        options: those it will be written with.
        document: the report as it will be written, to look for letters that cannot be drawn.
        form: the format it will be written in.
    """
    if (report, form) == ("data", "json"):
        return LeftOut(report, is_whole=True)
    found = read(kept_back)
    tables = _DRAWS_ON.get(report, _EVERY)
    known = {code for code, _name in PARTS.get(report, ())}
    return LeftOut(
        report,
        held=tuple(row for row in found.held if row.table in tables),
        notes=found.notes,
        ladders=found.ladders,
        figures=found.figures,
        rounds=found.rounds,
        removed=found.removed,
        parts=tuple(sorted(options.left_out & known)),
        letters=undrawable(document) if document is not None else (),
    )


def left_out_words(words: Wording, told: LeftOut) -> list[str]:
    """Say it, one sentence to an item, what needs an answer first."""
    if told.is_whole:
        return [
            words.gettext("Nothing is left out: private notes are in it, too. Keep it; do not hand it on.")
        ]
    return [
        *undrawable_words(words, told.letters),
        *_held(words, told),
        *_parts(words, told),
        *_always(words, told),
    ]


def needs_an_answer(told: LeftOut) -> bool:
    """Whether somebody should look before it goes out: wording is on hold, or letters cannot be drawn."""
    return bool(told.held or told.letters)


def _held(words: Wording, told: LeftOut) -> Iterator[str]:
    _ = words.gettext
    if not told.held:
        return
    sentence = words.ngettext(
        "{n} entry is on hold. In its place stands “(wording on hold)”.",
        "{n} entries are on hold. In their place stands “(wording on hold)”.",
        len(told.held),
    )
    yield sentence.format(n=len(told.held))
    for page, tables in _ANSWERED:
        rows = [row for row in told.held if row.table in tables]
        if rows:
            yield _("Answer on the page {page}: {numbers}.").format(
                page=_(page), numbers=_numbers(words, rows)
            )


def _numbers(words: Wording, rows: list[HeldRow]) -> str:
    numbers = sorted(row.number for row in rows if row.number)
    told = [f"#{number}" for number in numbers[:_MOST_NUMBERS]]
    if rest := len(rows) - len(told):
        told.append(
            words.ngettext("{n} more", "{n} more", rest).format(n=rest)
            if told
            else words.ngettext("{n} without a number", "{n} without a number", rest).format(n=rest)
        )
    return ", ".join(told)


def _parts(words: Wording, told: LeftOut) -> Iterator[str]:
    _ = words.gettext
    names = [_(name) for code, name in PARTS.get(told.report, ()) if code in told.parts]
    if names:
        yield _("Not wanted: {parts}.").format(parts=", ".join(names))


def _always(words: Wording, told: LeftOut) -> Iterator[str]:
    _, ngettext = words.gettext, words.ngettext
    if told.notes:
        sentence = ngettext(
            "{n} private note stays in the workbook.", "{n} private notes stay in the workbook.", told.notes
        )
        yield sentence.format(n=told.notes)
    if told.ladders:
        sentence = ngettext(
            "{n} ladder of families is told in words: a number in it is small.",
            "{n} ladders of families are told in words: numbers in them are small.",
            told.ladders,
        )
        yield sentence.format(n=told.ladders)
    if told.figures:
        sentence = ngettext(
            "{n} small number of an indicator is hidden.",
            "{n} small numbers of indicators are hidden.",
            told.figures,
        )
        yield sentence.format(n=told.figures)
    if told.rounds:
        yield _("Single ballots are never told: only what the box was sealed with.")
    if told.removed:
        yield _("Texts removed for good are nowhere in it.")
    if not (told.notes or told.ladders or told.figures or told.held or told.parts or told.letters):
        yield _("Nothing is held back: no private note, no small number, nothing on hold.")
