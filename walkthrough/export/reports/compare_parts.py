# SPDX-License-Identifier: MIT
"""The parts of a comparison: promises, barriers, families, stage, indicators, decisions, who came.

Each can be left out. No agency is ranked, and nobody's name from the attendance comes in here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from walkthrough.export.calendar import day_words
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeepTogether,
    Para,
    Rich,
    Run,
    Table,
    text_width,
)
from walkthrough.export.pictures.before_after import (
    IndicatorThenNow,
    barriers_then_scene,
    indicators_then_scene,
    now_words,
    stage_then_scene,
    then_words,
)
from walkthrough.export.pictures.history import agreed_line, move_line, move_reasons
from walkthrough.export.pictures.runs import short_verdict
from walkthrough.export.reports.compare_content import AtTheTable, Comparison, Promise
from walkthrough.export.reports.compare_words import FATES, stage_in_short, stands_still
from walkthrough.export.reports.gatherings import decisions_table
from walkthrough.export.reports.options import ReportOptions
from walkthrough.export.reports.steps import by_when, first_steps_table, what, who_cell
from walkthrough.export.reports.walk import LADDER_WORDS
from walkthrough.export.terms import HELD, term, unless_held
from walkthrough.model.queries.before_after import NamedRow
from walkthrough.model.queries.minutes import Presence
from walkthrough.model.queries.report import RungLine
from walkthrough.model.rules.before_after import Barrier, BarrierFate, PromiseFate
from walkthrough.model.words import Role, StepState
from walkthrough.wording import N_, Wording

_BARRIER_HEADS = {
    BarrierFate.ANSWERED: N_("Answered: a next step for it is done"),
    BarrierFate.SAID_AGAIN: N_("Said again at the same station"),
    BarrierFate.WORKED_ON: N_("Being worked on"),
    BarrierFate.WAITING: N_("Waiting for a next step"),
    BarrierFate.NOT_SAID: N_("Not named this time"),
    BarrierFate.NEW: N_("New"),
}


def part_blocks(options: ReportOptions, content: Comparison, shown: str) -> Iterator[Block]:
    """The parts that are wanted, then how it was compared; the first page has the picture of `shown`."""
    parts: dict[str, Callable[[ReportOptions, Comparison], Iterator[Block]]] = {
        "promises": _promises,
        "barriers": _barriers,
        "families": _families,
        "stage": _stage,
        "indicators": _indicators,
        "decisions": _decisions,
        "table": _at_the_table,
    }
    for code, blocks in parts.items():
        if options.wants(code):
            yield from (_table_alone(block) if code == shown else block for block in blocks(options, content))
    yield from _how(options.words, content)


def _table_alone(block: Block) -> Block:
    """Of a picture its table, for the picture is on the first page."""
    return block.table if isinstance(block, Figure) and block.table is not None else block


def figure_of(code: str, options: ReportOptions, content: Comparison) -> Figure | None:
    """The picture of a part, with its table; None where words say it better."""
    figures = {"stage": _stage_figure, "indicators": _indicators_figure, "barriers": _barriers_figure}
    return figures[code](options, content)


# Promises ------------------------------------------------------------------------------------------------


def _promises(options: ReportOptions, content: Comparison) -> Iterator[Block]:
    words, told = options.words, content.promises
    _ = words.gettext
    yield Heading(1, _("Promises"))
    yield Table(
        caption=_("What became of the promises of {day}").format(day=day_words(words, content.since)),
        columns=(
            Column(_("No."), 0.6),
            Column(_("Next step"), 3.4),
            Column(_("Who"), 1.8),
            Column(_("By when"), 1.3),
            Column(_("What became of it"), 2.8),
        ),
        rows=tuple(_promise(options, one) for one in told.then),
        empty=_("No promise was open then."),
    )
    if told.new:
        yield first_steps_table(words, told.new, options.today, _("Promised since then"))


def _promise(options: ReportOptions, one: Promise) -> tuple[Rich, ...]:
    words, step = options.words, one.step
    return (
        f"#{step.number}",
        what(words, step),
        who_cell(words, step),
        by_when(words, step, options.today),
        _became(words, one),
    )


def _became(words: Wording, one: Promise) -> Rich:
    """The fate in bold; then the proof, or what was said last."""
    _, step = words.gettext, one.step
    runs = [Run(_(FATES[one.fate]), bold=True)]
    if one.fate is PromiseFate.DONE:
        told = unless_held(words, step.proof, step.held) if step.proof else _("no proof noted")
    else:
        told = unless_held(words, one.note.text, one.note.held or step.held) if one.note else ""
    if told:
        runs.append(Run(f": {told}"))
    if one.was is not step.state and one.was is not StepState.NOT_STARTED:
        runs.append(Run("\n" + _("Then: {state}").format(state=term(words, one.was))))
    return tuple(runs)


# Barriers ------------------------------------------------------------------------------------------------


def _barriers_figure(options: ReportOptions, content: Comparison) -> Figure | None:
    """The barriers of each station then and now, with their table; None where words say it better."""
    words, told = options.words, content.barriers
    if not told.has_picture:
        return None
    then, now = day_words(words, content.since), day_words(words, content.today)
    scene = barriers_then_scene(words, told.stations, then, now, text_width(options.paper))
    table = _scene_table(words.gettext("Barriers at each station"), scene.table)
    return Figure(scene, words.gettext("Barriers that stand, then and now"), scene.summary, table)


def _barriers(options: ReportOptions, content: Comparison) -> Iterator[Block]:
    words, told = options.words, content.barriers
    _ = words.gettext
    yield Heading(1, _("Barriers"))
    if not told.rows:
        yield Para(_("No barrier has been named yet."))
        return
    if (figure := _barriers_figure(options, content)) is not None:
        yield figure
    yield Para(
        _("More barriers are no bad sign: people may have looked more closely, or dared to say more."),
        style="small",
    )
    for fate in BarrierFate:
        if rows := told.of(fate):
            yield Heading(2, _(_BARRIER_HEADS[fate]))
            if fate is BarrierFate.NOT_SAID:
                yield Para(_("They may be gone, or nobody thought of them. Ask."))
            yield from _by_station(words, rows)


def _by_station(words: Wording, rows: tuple[tuple[NamedRow, Barrier], ...]) -> Iterator[Block]:
    for station, lines in groupby(rows, key=lambda row: row[0].station):
        yield Heading(3, station or words.gettext("Still to sort"))
        yield Bullets(tuple(_barrier(words, row, one) for row, one in lines))


def _barrier(words: Wording, row: NamedRow, one: Barrier) -> Rich:
    _, named = words.gettext, one.named
    told = [Run(f"#{named.number} ", bold=True), Run(unless_held(words, named.text, row.held))]
    marks = [row.lane] if row.lane else []
    if one.again:
        marks.append(_("now #{number}").format(number=one.again))
    steps = [step for step in named.steps if step.state is not StepState.DROPPED]
    if steps:
        numbers = ", ".join(f"#{step.number}" for step in steps)
        marks.append(_("next steps: {numbers}").format(numbers=numbers))
    if marks:
        told.append(Run(f" ({'; '.join(marks)})", italic=True))
    return tuple(told)


# Families on the way -------------------------------------------------------------------------------------


def _families(options: ReportOptions, content: Comparison) -> Iterator[Block]:
    """The ladders of two walks; where a figure of one is hidden, both are told in words."""
    if content.ladders is None:
        return
    words = options.words
    _ = words.gettext
    then, now = content.ladders
    yield Heading(1, _("Families on the way"))
    in_words = any(rung.figures is None for rung in (*then, *now))
    if in_words:
        yield Para(_("Some numbers are small. To protect families both ladders are told in words."))
    was, is_now = ({rung.station: rung for rung in ladder} for ladder in (then, now))
    yield Table(
        caption=_("Families lost at each station, then and now"),
        columns=(Column(_("Station"), 2), Column(_("Then"), 1.6), Column(_("Now"), 1.6)),
        rows=tuple(
            (
                station,
                _rung(words, was.get(station), in_words=in_words),
                _rung(words, is_now.get(station), in_words=in_words),
            )
            for station in {**was, **is_now}
        ),
    )


def _rung(words: Wording, rung: RungLine | None, *, in_words: bool) -> str:
    _ = words.gettext
    if rung is None:
        return "–"
    if in_words or rung.figures is None or rung.figures.families_in is None:
        return _(LADDER_WORDS[rung.words])
    lost, came = rung.figures.families_lost, rung.figures.families_in
    told = _("{lost} of {came}").format(lost="?" if lost is None else lost, came=came)
    return f"{told} ({term(words, rung.certainty)})"


# Stage, indicators ---------------------------------------------------------------------------------------


def _stage_figure(options: ReportOptions, content: Comparison) -> Figure | None:
    """The parts of working together then and now, with their table; None without two checks to compare."""
    words, told = options.words, content.stage
    if told is None or told.before is None or told.before is told.now or not told.can_compare:
        return None
    if not told.now.parts:
        return None
    scene = stage_then_scene(words, told, text_width(options.paper))
    table = _scene_table(words.gettext("Stage of each part"), scene.table)
    return Figure(scene, words.gettext("Parts of working together, then and now"), scene.summary, table)


def _stage(options: ReportOptions, content: Comparison) -> Iterator[Block]:
    words, told = options.words, content.stage
    _ = words.gettext
    yield Heading(1, _("Stage of collaboration"))
    yield Para(stage_in_short(words, told))
    if told is None or told.before is None or told.before is told.now or not told.can_compare:
        return
    if (figure := _stage_figure(options, content)) is not None:
        yield figure
    if told.moves:
        lines = ((f"{move_line(words, one, told.now.stages)}.", move_reasons(one)) for one in told.moves)
        what_moved = Para(_("What moved. Going back is normal: people and rules change."))
        yield KeepTogether(
            (what_moved, Bullets(tuple(" ".join(part for part in line if part) for line in lines)))
        )
    if told.now.agreement is not None:
        yield Para(agreed_line(words, told.now))


def _indicators_figure(options: ReportOptions, content: Comparison) -> Figure | None:
    """The indicators then and now, with what may be said of them."""
    words = options.words
    _ = words.gettext
    shown = tuple(one for one in content.indicators if not one.row.held)
    if not shown:
        return None
    scene = indicators_then_scene(words, shown, text_width(options.paper))
    table = Table(
        caption=_("Indicators, and what may be said of them"),
        columns=(
            Column(_("Indicator"), 2.6),
            Column(_("Then"), 1.6),
            Column(_("Now"), 1.6),
            Column(_("What the points say"), 2),
        ),
        rows=tuple(
            (
                f"#{one.row.number} {one.row.name}",
                then_words(words, one),
                now_words(words, one),
                _points_say(words, one),
            )
            for one in shown
        ),
    )
    return Figure(scene, _("Indicators then and now"), scene.summary, table)


def _points_say(words: Wording, one: IndicatorThenNow) -> str:
    """The verdict; beside two values that are the same, a signal from in between would read as nonsense."""
    is_still = stands_still(one) and one.row.reading.signals
    return words.gettext("The same then and now") if is_still else short_verdict(words, one.row)


def _indicators(options: ReportOptions, content: Comparison) -> Iterator[Block]:
    _ = options.words.gettext
    yield Heading(1, _("Indicators"))
    if not content.indicators:
        yield Para(_("No indicator has been set yet."))
    if (figure := _indicators_figure(options, content)) is not None:
        yield figure
    held = [one.row for one in content.indicators if one.row.held]
    if held:
        numbers = ", ".join(f"#{row.number}" for row in held)
        yield Para(f"{numbers} {_(HELD)}", style="small")


# Decisions, and who came ---------------------------------------------------------------------------------


def _decisions(options: ReportOptions, content: Comparison) -> Iterator[Block]:
    if not content.decisions:
        return
    yield Heading(1, options.words.gettext("Decided since then"))
    yield decisions_table(options.words, content.decisions, caption="")


def _at_the_table(options: ReportOptions, content: Comparison) -> Iterator[Block]:
    if content.table is None:
        return
    words, told = options.words, content.table
    _ = words.gettext
    yield Heading(1, _("Who was at the table"))
    then, now = (_by_agency(words, came) for came in (told.came_then, told.came_now))
    yield Table(
        caption=_("People by agency"),
        columns=(
            Column(_("Agency"), 3),
            Column(_day_of(words, told, is_now=False), 1.2, "end"),
            Column(_day_of(words, told, is_now=True), 1.2, "end"),
        ),
        rows=tuple((agency, str(then[agency] or "–"), str(now[agency] or "–")) for agency in {**then, **now}),
        empty=_("Nobody has been marked as present."),
    )


def _day_of(words: Wording, told: AtTheTable, *, is_now: bool) -> str:
    return day_words(words, told.now.day if is_now else told.then.day)


def _by_agency(words: Wording, came: tuple[Presence, ...]) -> Counter[str]:
    _, found = words.gettext, Counter[str]()
    for one in came:
        is_lived = one.role is Role.LIVED_EXPERIENCE
        agency = _("Families and lived experience") if is_lived else one.partner or _("No agency named")
        found[agency] += one.people
    return found


# How it was compared -------------------------------------------------------------------------------------


def _how(words: Wording, content: Comparison) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(1, _("How this was compared"))
    lines = [
        _("A promise and a barrier count from the day of the meeting in which they were made or named."),
        _("A barrier is answered once a next step for it is done. Only families can say if it is gone."),
    ]
    if content.barriers.is_walked_again:
        lines.append(
            _(
                "Two walks are compared. A barrier was said again where most of its words come back at the "
                "same station. Only you can tell if it is the same one."
            )
        )
    if unknown := content.promises.unknown:
        line = words.ngettext(
            "{n} next step was written down outside a meeting, so it is not compared: {numbers}.",
            "{n} next steps were written down outside a meeting, so they are not compared: {numbers}.",
            len(unknown),
        )
        numbers = ", ".join(f"#{step.number}" for step in unknown)
        lines.append(line.format(n=len(unknown), numbers=numbers))
    yield Bullets(tuple(lines))


def _scene_table(caption: str, rows: tuple[tuple[str, ...], ...]) -> Table:
    heads, *body = rows
    return Table(
        caption=caption,
        columns=tuple(Column(head, 2.0 if at == 0 else 1.0) for at, head in enumerate(heads)),
        rows=tuple(body),
    )
