# SPDX-License-Identifier: MIT
"""Questionnaires on paper: the blank sheet to mark, what came of asking, and results of other tools.

Results are what sealing left: with fewer than five ballots their number alone. Nothing here is private.
"""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.answer_words import (
    AGREE_WORDS,
    NOT_SURE,
    ballots_words,
    part_words,
    told_words,
)
from walkthrough.export.calendar import short_day
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeepTogether,
    PageBreak,
    Paper,
    Para,
    Table,
    text_width,
)
from walkthrough.export.pictures.answers import AnswerGroup, answers_scene, section_groups, summary_of
from walkthrough.model.queries.outside import ToolRow, outside_tools
from walkthrough.model.queries.questionnaires import (
    AnswerRow,
    AskingResult,
    QuestionnaireRow,
    QuestionRow,
    SectionRow,
    asking_result,
    every_asking,
    questionnaire,
    questionnaires,
)
from walkthrough.model.rules.answers import Said
from walkthrough.model.snapshot import Read
from walkthrough.model.words import QuestionKind
from walkthrough.wording import Wording

_WRITING = 24.0
"""Points of height that a mark by hand needs."""
_SHORT = 12
"""So many questions stand on one page if all are in one list, without their sections."""


def sheets_to_print(read: Read, words: Wording) -> tuple[Block, ...]:
    """The blank sheet of each questionnaire of the workbook, each on a page of its own; () for none."""
    blocks: list[Block] = []
    for head in read(questionnaires):
        row = read(questionnaire, head.id)
        if row is not None and row.questions:
            blocks += [PageBreak(), *blank_sheet(words, row)]
    return tuple(blocks)


def blank_sheet(words: Wording, row: QuestionnaireRow, parts: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """A sheet for one person. The digits on it are those that are typed later.

    Args:
        words: the language of what is ours on it; its questions are in their own.
        row: the questionnaire.
        parts: the groups a ballot may name; () where nobody is asked.
    """
    _ = words.gettext
    steps = " · ".join(f"{number} {_(step)}" for number, step in enumerate(AGREE_WORDS, 1))
    blocks: list[Block] = [Heading(1, row.name)]
    if row.about:
        blocks.append(Para(row.about, lang=row.language))
    blocks.append(
        Para(
            _("Mark one box in each line: {steps} · 0 {unsure}. Write no name. Fold the sheet.").format(
                steps=steps, unsure=_(NOT_SURE)
            ),
            style="callout",
        )
    )
    number = 1
    is_short = len(row.questions) <= _SHORT
    for section in (SectionRow("", "", row.questions),) if is_short else row.sections:
        blocks += _blank_section(words, section, number)
        number += len(section.questions)
    if parts:
        rows = tuple(("", f"{at} {part}") for at, part in enumerate(parts, 1))
        blocks.append(_marks(words, _("Which group are you with?"), _("Group"), rows))
    blocks.append(
        Para(
            _("Nobody can see who gave which answer. Answers show only if five or more people answer."),
            style="small",
        )
    )
    return tuple(blocks)


def questionnaire_blocks(words: Wording, read: Read, paper: Paper = "letter") -> tuple[Block, ...]:
    """What the questionnaires and other tools found, newest asking of each; () where there is nothing."""
    _ = words.gettext
    blocks: list[Block] = []
    for asking in read(every_asking):
        result = read(asking_result, asking.id)
        if result is not None:
            blocks += _result(words, result, text_width(paper))
    tools = read(outside_tools)
    if tools:
        blocks.append(Heading(2, _("Results of other tools")))
    for tool in tools:
        blocks += _tool(words, tool)
    return (Heading(1, _("Questionnaires")), *blocks) if blocks else ()


def _blank_section(words: Wording, section: SectionRow, first: int) -> Iterator[Block]:
    """Tables are called by their section or question."""
    name = section.name or words.gettext("Statements to agree with")
    lines: list[tuple[int, QuestionRow]] = []
    for number, one in enumerate(section.questions, first):
        if one.kind is QuestionKind.AGREE:
            lines.append((number, one))
            continue
        if lines:
            yield _agree_lines(words, name, lines)
            lines = []
        named = (*enumerate(one.choices, 1), (0, words.gettext(NOT_SURE)))
        rows = tuple(("", f"{at} {choice}") for at, choice in named)
        yield KeepTogether((_marks(words, f"{number}. {one.text}", words.gettext("Choice"), rows),))
    if lines:
        yield _agree_lines(words, name, lines)


def _agree_lines(words: Wording, name: str, lines: list[tuple[int, QuestionRow]]) -> Table:
    digits = (*range(1, len(AGREE_WORDS) + 1), 0)
    return Table(
        caption=name,
        columns=(
            Column(words.gettext("Statement"), 7),
            *(Column(str(digit), 0.8, "centre") for digit in digits),
        ),
        rows=tuple((f"{number}. {one.text}", *("" for _digit in digits)) for number, one in lines),
        zebra=False,
        row_height=_WRITING,
        grid=True,
    )


def _marks(words: Wording, name: str, head: str, rows: tuple[tuple[str, str], ...]) -> Table:
    return Table(
        caption=name,
        columns=(Column(words.gettext("Mark"), 0.8), Column(head, 7)),
        rows=rows,
        row_heads=1,
        zebra=False,
        row_height=_WRITING,
        grid=True,
    )


def _result(words: Wording, result: AskingResult, width: float) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(2, f"{result.questionnaire.name}, {short_day(words, result.asking.day)}")
    yield Para(ballots_words(words, result.asking))
    for heading, said in (
        (_("Where we see it differently"), Said.DIFFER),
        (_("Where we agree"), Said.AGREE),
    ):
        items = tuple(row.question.text for row in result.worth_a_talk_first() if row.said is said)
        if items:
            yield KeepTogether((Para(heading, style="lead"), Bullets(items)))
    for group in section_groups(words, result):
        yield from _group(words, group, width)


def _group(words: Wording, group: AnswerGroup, width: float) -> Iterator[Block]:
    _ = words.gettext
    if group.heading:
        yield Heading(3, group.heading)
    caption = _("One dot for each ballot.")
    yield Figure(answers_scene(words, group.rows, width), caption, summary_of(words, group.rows))
    agreeing = [row for row in group.rows if row.question.kind is QuestionKind.AGREE]
    if agreeing:
        yield _agree_table(words, agreeing)
    for row in group.rows:
        if row.question.kind is QuestionKind.CHOICE:
            yield KeepTogether((_choice_table(words, row),))
    if split := [row for row in group.rows if row.parts]:
        yield Para(_("Where the middle of each group’s answers lies"), style="lead")
        yield Bullets(tuple(_split_words(words, row) for row in split))


def _agree_table(words: Wording, rows: list[AnswerRow]) -> Table:
    _ = words.gettext
    steps = ", ".join(f"{number} {_(step)}" for number, step in enumerate(AGREE_WORDS, 1))
    digits = (*range(1, len(AGREE_WORDS) + 1), 0)
    return Table(
        caption=_("Ballots by answer: {steps}, 0 {unsure}").format(steps=steps, unsure=_(NOT_SURE)),
        columns=(Column(_("Statement"), 6), *(Column(str(digit), 0.8, "end") for digit in digits)),
        rows=tuple((row.question.text, *(str(row.tallies[digit]) for digit in digits)) for row in rows),
    )


def _choice_table(words: Wording, row: AnswerRow) -> Table:
    _ = words.gettext
    named = (*row.question.choices, _(NOT_SURE))
    placed = (*row.tallies[1:], row.tallies[0])
    return Table(
        caption=f"{row.question.text} {told_words(words, row)}",
        columns=(Column(_("Choice"), 5), Column(_("Ballots"), 1, "end")),
        rows=tuple((name, str(many)) for name, many in zip(named, placed, strict=True)),
    )


def _split_words(words: Wording, row: AnswerRow) -> str:
    parts = "; ".join(part_words(words, row.question, part) for part in row.parts)
    return f"{row.question.text} {parts}."


def _tool(words: Wording, tool: ToolRow) -> Iterator[Block]:
    _ = words.gettext
    yield Heading(3, tool.name)
    for result in tool.results:
        people = ""
        if result.people is not None:
            people = words.ngettext("{n} person", "{n} people", result.people).format(n=result.people)
        day = short_day(words, result.day) or _("No day")
        facts = " · ".join(part for part in (result.owner, day, people, result.note) if part)
        yield Para(facts, style="small")
    if tool.parts:
        days = tuple(short_day(words, result.day) or _("No day") for result in tool.results)
        yield Table(
            caption=_("Scores by part, as the owner of the tool writes them"),
            columns=(Column(_("Part"), 3), *(Column(day, 1.2) for day in days)),
            rows=tuple((part, *(score or "–" for score in tool.scores(part))) for part in tool.parts),
        )
