# SPDX-License-Identifier: MIT
"""What a report is asked for: whose words, which paper, which day, of whom. It knows no report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from walkthrough.export.calendar import day_words
from walkthrough.export.document import Block, Document, Paper
from walkthrough.model.words import Tier
from walkthrough.wording import Wording


@dataclass(frozen=True)
class ReportOptions:
    """How a report is written.

    Args:
        today: the day printed on it; overdue is judged by it.
        words: the language of the report, apart from that of the screens.
        paper: letter or a4.
        partner_id: whose sheet it is; "" for everybody's, one after the other.
        tier: the tier whose sheet it is, in place of a partner's; None for none.
        meeting_id: of which meeting the minutes or the print pack are; "" for the newest, or the next.
        since: the day a comparison starts from; None for the last meeting but one.
        left_out: codes of the parts (`PARTS`) that are not wanted.
        whom: whom it is for, in the user's words, said under the title; "" for everyone.
        is_grey: set in black and grey only, for printers and copiers without colour.
        is_draft: says on every page that it is not agreed yet.
    """

    today: date
    words: Wording = field(default_factory=Wording)
    paper: Paper = "letter"
    partner_id: str = ""
    tier: Tier | None = None
    meeting_id: str = ""
    since: date | None = None
    left_out: frozenset[str] = frozenset()
    whom: str = ""
    is_grey: bool = False
    is_draft: bool = False


PARTS: dict[str, tuple[tuple[str, str], ...]] = {}
"""The parts of a report that can be left out: a code, and what it is called. Reports not named here have
none.
"""


def name_of(words: Wording, name: str | None) -> str:
    """The collaborative's name, or what stands in for it."""
    return name or words.gettext("A collaborative without a name")


def report_document(
    options: ReportOptions, blocks: Iterable[Block], *, title: str, subject: str, author: str
) -> Document:
    """A document with the foot and the properties that all reports share."""
    words = options.words
    _ = words.gettext
    return Document(
        title=title,
        language=words.language,
        paper=options.paper,
        day=options.today,
        subject=subject,
        author=author,
        footer=_("About systems. Holds no client information."),
        date_line=_("Version of {day}").format(day=day_words(words, options.today)),
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(blocks),
    )
