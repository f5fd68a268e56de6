# SPDX-License-Identifier: MIT
"""What a report is asked for, and what all of them carry: logo, whom it is for, draft. It knows no report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import msgspec

from walkthrough.export.calendar import day_words
from walkthrough.export.document import Block, Document, Logo, PageBreak, Paper, Title
from walkthrough.model.words import Tier
from walkthrough.wording import N_, Wording


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
        questionnaire_id: whose blank sheet is all that is wanted of the print pack; "" for the whole pack.
        since: the day a comparison starts from; None for the last meeting but one.
        left_out: codes of the parts (`PARTS`) that are not wanted.
        whom: whom it is for, in the user's words, said under the title; "" for everyone.
        is_grey: set in black and grey only, for printers and copiers without colour.
        is_draft: says on every page that it is not agreed yet.
        logo: the workbook's own; `REPORTS` fills it in.
    """

    today: date
    words: Wording = field(default_factory=Wording)
    paper: Paper = "letter"
    partner_id: str = ""
    tier: Tier | None = None
    meeting_id: str = ""
    questionnaire_id: str = ""
    since: date | None = None
    left_out: frozenset[str] = frozenset()
    whom: str = ""
    is_grey: bool = False
    is_draft: bool = False
    logo: Logo | None = None

    def wants(self, part: str) -> bool:
        """Whether the part of this code is to be in the report."""
        return part not in self.left_out


PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "plan": (
        ("first", N_("Page 1, for everyone")),
        ("whole", N_("The whole plan")),
        ("why", N_("Why these steps")),
    ),
    "full": (
        ("walk", N_("The walk")),
        ("themes", N_("Themes and votes")),
        ("stage", N_("Stage of collaboration")),
        ("questionnaires", N_("Questionnaires")),
        ("indicators", N_("Indicators")),
        ("whole", N_("The whole plan")),
        ("partners", N_("Partners")),
        ("meetings", N_("Meetings, decisions, parked topics")),
    ),
    "stage": (
        ("standing", N_("Where each part stands")),
        ("ratings", N_("How we rated it")),
        ("history", N_("From check to check")),
        ("evidence", N_("What was said, and how we know")),
        ("counts", N_("All counts")),
        ("open", N_("What is open, part by part")),
    ),
    "compare": (
        ("promises", N_("Promises")),
        ("barriers", N_("Barriers")),
        ("families", N_("Families on the way")),
        ("stage", N_("Stage of collaboration")),
        ("indicators", N_("Indicators")),
        ("decisions", N_("Decisions")),
        ("table", N_("Who was at the table")),
    ),
    "orientation": (
        ("partners", N_("Who is at the table")),
        ("meet", N_("How we meet and decide")),
        ("route", N_("The route we walk")),
        ("stage", N_("Where our work together stands")),
        ("promised", N_("What is promised")),
        ("agreements", N_("Agreements")),
        ("words", N_("Our words")),
        ("notes", N_("Notes and privacy")),
    ),
    "minutes": (
        ("people", N_("Who was here")),
        ("promises", N_("Last time's promises")),
        ("choices", N_("What we chose and agreed")),
        ("heard", N_("What we heard")),
        ("parked", N_("Parked topics")),
    ),
}
"""The parts of a report that can be left out: a code, and what it is called. Reports not named here have
none.
"""


def name_of(words: Wording, name: str | None) -> str:
    """The collaborative's name, or what stands in for it."""
    return name or words.gettext("A collaborative without a name")


def parted(*parts: Iterable[Block]) -> tuple[Block, ...]:
    """Parts of a report, each from a new page; one without blocks takes none."""
    told: list[Block] = []
    for part in map(tuple, parts):
        if part:
            told += (PageBreak(), *part) if told else part
    return tuple(told)


def report_document(
    options: ReportOptions,
    blocks: Iterable[Block],
    *,
    title: str,
    subject: str,
    author: str,
    date_line: str = "",
) -> Document:
    """A document with the foot, the properties and the marks on its title that all reports share.

    Args:
        options: what was asked for.
        blocks: what it says; the first title takes the logo and whom it is for.
        title: the whole document's name, for the file's properties and the running head.
        subject: what it is about, in one sentence.
        author: the collaborative.
        date_line: what stands at every page's foot in place of the day.
    """
    words = options.words
    _ = words.gettext
    return Document(
        title=_("{title} (draft)").format(title=title) if options.is_draft and title else title,
        language=words.language,
        paper=options.paper,
        day=options.today,
        subject=subject,
        author=author,
        footer=_("About systems. Holds no client information."),
        date_line=date_line or _("Version of {day}").format(day=day_words(words, options.today)),
        page_words=_("Page {page} of {pages}"),
        blocks=_marked(options, tuple(blocks)),
        stamp=_("Draft") if options.is_draft else "",
        is_grey=options.is_grey,
    )


def _marked(options: ReportOptions, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the first title marked: a stamp on the page is seen, the word in the title is heard."""
    _ = options.words.gettext
    at = next((at for at, block in enumerate(blocks) if isinstance(block, Title)), None)
    if at is None:
        return blocks
    title = blocks[at]
    assert isinstance(title, Title)
    whom = _("For: {whom}").format(whom=options.whom.strip()) if options.whom.strip() else ""
    marked = msgspec.structs.replace(
        title,
        text=_("{title} (draft)").format(title=title.text) if options.is_draft else title.text,
        below="\n".join(part for part in (whom, title.below) if part),
        logo=options.logo,
    )
    return (*blocks[:at], marked, *blocks[at + 1 :])
