# SPDX-License-Identifier: MIT
"""The minutes of one meeting: who came by agency and role, what was said, decided, promised and parked.

Nobody's name from the attendance comes in here, and lived experience only as a count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from walkthrough.export.calendar import day_words
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    KeyFacts,
    Para,
    Rich,
    Run,
    Table,
    Title,
)
from walkthrough.export.reports.gatherings import decisions_table, parked_table
from walkthrough.export.reports.options import ReportOptions, name_of, report_document
from walkthrough.export.reports.steps import by_when, raised_table, what, who_cell
from walkthrough.export.terms import term, unless_held
from walkthrough.model.queries import overview
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.minutes import (
    FistLine,
    HandsLine,
    Minutes,
    SaidLine,
    StageLine,
    ThemeLine,
    ToldLine,
    meeting_for_minutes,
    minutes_of,
)
from walkthrough.model.queries.plan import StepRow
from walkthrough.model.rules.fist import outcome
from walkthrough.model.snapshot import Read
from walkthrough.model.words import Acceptance, Agreement, Kind, Role, StepState
from walkthrough.wording import Wording


def minutes_document(read: Read, options: ReportOptions) -> Document:
    """The minutes as a neutral document; of a workbook without a meeting, that there is none."""
    words = options.words
    _ = words.gettext
    head = read(overview.head)
    name = name_of(words, head.name if head else None)
    meeting = read(meeting_for_minutes, options.meeting_id, options.today)
    blocks = _nothing(words, name) if meeting is None else _blocks(options, name, read(minutes_of, meeting))
    return report_document(
        options,
        blocks,
        title=_("Minutes of {name}").format(name=name),
        subject=_("Who came, what was decided, and who does what by when"),
        author=name,
    )


def meeting_title(words: Wording, meeting: MeetingRow) -> str:
    """What a meeting is called: its title, or what it is for."""
    return meeting.title or term(words, meeting.kind)


def _nothing(words: Wording, name: str) -> Iterator[Block]:
    _ = words.gettext
    yield Title(words.pgettext("of a meeting", "Minutes"), above=name)
    yield Para(_("No meeting has been held yet."))
    yield Heading(1, _("Decisions"))
    yield Heading(1, _("Next steps of this meeting"))


def _blocks(options: ReportOptions, name: str, told: Minutes) -> Iterator[Block]:
    words, meeting = options.words, told.meeting
    _ = words.gettext
    yield Title(
        text=words.pgettext("of a meeting", "Minutes"),
        above=name,
        below=_("{meeting}, {day}").format(
            meeting=meeting_title(words, meeting), day=day_words(words, meeting.day)
        ),
    )
    yield Para(_in_short(words, told), style="lead")
    yield _facts(words, meeting)
    yield Heading(1, _("Decisions"))
    yield decisions_table(words, told.decisions, caption="")
    yield Heading(1, _("Next steps of this meeting"))
    yield _steps(options, [step for step in told.steps if step.state is not StepState.DROPPED])
    if told.raised:
        yield raised_table(words, told.raised)
    if options.wants("people"):
        yield Heading(1, _("Who was here"))
        yield _presence(words, told)
    if options.wants("promises"):
        yield from _promises(words, told.told)
    if options.wants("choices"):
        yield from _choices(words, told)
    if options.wants("parked"):
        yield Heading(1, _("Parked topics"))
        yield parked_table(words, told.parked, caption="")
    if options.wants("heard"):
        yield from _said(words, told.said)


def _in_short(words: Wording, told: Minutes) -> str:
    """The meeting in two sentences: how many came, what was promised and decided."""
    _, ngettext = words.gettext, words.ngettext
    people = sum(row.people for row in told.present)
    agencies = len({row.partner for row in told.present if row.partner})
    found = []
    if people:
        came = ngettext("{n} person came", "{n} people came", people).format(n=people)
        from_where = ngettext("{n} agency", "{n} agencies", agencies).format(n=agencies)
        found.append(_("{people} from {agencies}.").format(people=came, agencies=from_where))
    ways = Counter(_way(step) for step in told.steps if step.state is not StepState.DROPPED)
    steps = ways["promised"]
    promised = ngettext("{n} next step was promised", "{n} next steps were promised", steps).format(n=steps)
    decided = ngettext("{n} decision was made", "{n} decisions were made", len(told.decisions))
    found.append(
        _("{promised}, {decided}.").format(promised=promised, decided=decided.format(n=len(told.decisions)))
    )
    if rest := _not_promised(words, ways["free"], ways["to_ask"]):
        found.append(rest)
    return " ".join(found)


def _way(step: StepRow) -> str:
    """Whether a step is promised, still to be asked for, or without anybody who could promise it."""
    if step.acceptance is Acceptance.ACCEPTED:
        return "promised"
    is_free = step.acceptance is Acceptance.DECLINED or not (step.owner or step.partner or step.ask_whom)
    return "free" if is_free else "to_ask"


def _not_promised(words: Wording, free: int, to_ask: int) -> str:
    """The next steps that nobody has promised, in a sentence, or ""."""
    told = []
    if free:
        line = words.ngettext("{n} next step looks for an owner", "{n} next steps look for an owner", free)
        told.append(line.format(n=free))
    if to_ask:
        line = words.ngettext("{n} owner is still to be asked", "{n} owners are still to be asked", to_ask)
        told.append(line.format(n=to_ask))
    return ", ".join(told) + "." if told else ""


def _facts(words: Wording, meeting: MeetingRow) -> KeyFacts:
    _ = words.gettext
    when = _("{start} to {end}") if meeting.ends else "{start}"
    time = when.format(start=meeting.starts, end=meeting.ends) if meeting.starts else ""
    clock = " ".join(part for part in (time, meeting.zone) if part)
    place = " · ".join(part for part in (meeting.place, term(words, meeting.mode)) if part)
    facts = (
        (_("What for"), meeting.purpose),
        (_("When"), ", ".join(part for part in (day_words(words, meeting.day), clock) if part)),
        (_("Where"), place),
        (_("Facilitator"), meeting.facilitator),
        (_("Recorder"), meeting.recorder),
        (_("Next meeting"), day_words(words, meeting.next_day)),
    )
    return KeyFacts(tuple((label, value) for label, value in facts if value))


def _presence(words: Wording, told: Minutes) -> Table:
    _ = words.gettext

    def agency(partner: str, role: Role) -> str:
        if role is Role.LIVED_EXPERIENCE:
            return _("Families and lived experience")
        return partner or _("No agency named")

    return Table(
        caption=_("People present, by agency and role"),
        columns=(Column(_("Agency"), 3), Column(_("Role"), 1.6), Column(_("People"), 0.8, "end")),
        rows=tuple(
            (agency(row.partner, row.role), term(words, row.role), str(row.people)) for row in told.present
        ),
        empty=_("Nobody has been marked as present."),
    )


def _promises(words: Wording, rows: tuple[ToldLine, ...]) -> Iterator[Block]:
    _ = words.gettext
    if not rows:
        return
    yield Heading(1, _("Last time's promises"))
    yield Table(
        caption=_("What became of what was promised before"),
        columns=(
            Column(_("No."), 0.6),
            Column(_("Next step"), 3.4),
            Column(_("Agency"), 1.6),
            Column(_("Status"), 2.4),
        ),
        rows=tuple(
            (f"#{row.number}", unless_held(words, row.what, row.held), row.partner, _became(words, row))
            for row in rows
        ),
    )


def _became(words: Wording, row: ToldLine) -> str:
    state = term(words, row.state)
    note = unless_held(words, row.note, row.held) if row.note else ""
    if row.state is StepState.DONE and not note:
        note = words.gettext("no proof noted")
    return f"{state}: {note}" if note else state


def _steps(options: ReportOptions, steps: Sequence[StepRow]) -> Table:
    """What was promised here, and what its owner said to it."""
    words = options.words
    _ = words.gettext
    return Table(
        caption="",
        columns=(
            Column(_("No."), 0.6),
            Column(_("What"), 3.6),
            Column(_("Who"), 2),
            Column(_("By when"), 1.3),
            Column(_("Owner says"), 1.4),
        ),
        rows=tuple(
            (
                f"#{step.number}",
                what(words, step),
                who_cell(words, step),
                by_when(words, step, options.today),
                "" if step.acceptance is Acceptance.DECLINED else term(words, step.acceptance),
            )
            for step in steps
        ),
        empty=_("No next step is open."),
    )


def _hands(words: Wording, line: HandsLine) -> str:
    _ = words.gettext
    named = [
        _("{stage}: {n}").format(stage=name or _("not sure"), n=hands) for _number, name, hands in line.hands
    ]
    return _("A show of hands, open to all, about the stage: {hands}.").format(hands=", ".join(named))


def _choices(words: Wording, told: Minutes) -> Iterator[Block]:
    _ = words.gettext
    if not (told.themes or told.fists or told.stage or told.hands):
        return
    yield Heading(1, _("What we chose and agreed"))
    yield from (Para(_hands(words, round_)) for round_ in told.hands)
    if told.stage is not None:
        yield Para(_agreed(words, told.stage))
    if told.themes:
        yield votes_table(words, told.themes)
    for line in told.fists:
        yield Para(_fist(words, line))


def _agreed(words: Wording, line: StageLine) -> str:
    _ = words.gettext
    if line.agreement is Agreement.STAGE:
        told = _("The stage of our work together: {stage}.").format(stage=line.stage)
    else:
        told = _("The stage of our work together: {how}.").format(how=term(words, line.agreement))
    return f"{told} {line.reason}".strip()


def votes_table(words: Wording, themes: tuple[ThemeLine, ...]) -> Table:
    """The themes with their votes, and how they were weighed."""
    _ = words.gettext
    return Table(
        caption=_("Themes by votes"),
        columns=(
            Column(_("No."), 0.6),
            Column(_("Theme"), 3.6),
            Column(_("Votes"), 0.8, "end"),
            Column(_("Impact"), 0.8, "end"),
            Column(_("Effort"), 0.8, "end"),
        ),
        rows=tuple(
            (
                f"#{row.number}",
                unless_held(words, row.name, row.held),
                str(row.votes),
                str(row.impact or "–"),
                str(row.effort or "–"),
            )
            for row in themes
        ),
    )


def _fist(words: Wording, line: FistLine) -> str:
    _ = words.gettext
    says = {
        "stop": _("Somebody showed no finger: we stop and hear why."),
        "hear": _("Somebody showed one or two fingers: we hear the concern first."),
        "go": _("Everybody showed three or more: we go."),
        "": "",
    }
    fingers = ", ".join(
        words.ngettext("{n} person showed {fingers}", "{n} people showed {fingers}", many).format(
            n=many, fingers=finger
        )
        for finger, many in enumerate(line.counts)
        if many
    )
    about = unless_held(words, line.question, line.held) if line.question else _("no question noted")
    return _("Fist to five ({about}). Fingers: {fingers}. {says}").format(
        about=about, fingers=fingers or "–", says=says[outcome(line.counts)]
    )


def _said(words: Wording, rows: tuple[SaidLine, ...]) -> Iterator[Block]:
    _ = words.gettext
    if not rows:
        return
    heads = {Kind.PRACTICE: _("What works"), Kind.BARRIER: _("What gets in the way")}
    yield Heading(1, _("What we heard"))
    for station, lines in groupby(rows, key=lambda row: row.station):
        yield Heading(2, station or _("Still to sort"))
        said = tuple(lines)
        for kind in (Kind.PRACTICE, Kind.BARRIER, Kind.INDICATOR):
            if of_kind := tuple(_line(words, row) for row in said if row.kind is kind):
                yield Heading(3, heads.get(kind) or _("Indicators"))
                yield Bullets(of_kind)


def _line(words: Wording, row: SaidLine) -> Rich:
    runs = [Run(f"#{row.number} ", bold=True), Run(unless_held(words, row.text, row.held))]
    if row.lane:
        runs.append(Run(f" ({row.lane})", italic=True))
    return tuple(runs)
