# SPDX-License-Identifier: MIT
"""Paper for the stage check, in English and Spanish side by side: ballots to cut apart, the four questions.

A ballot carries both languages whatever the report's. Nothing on it tells who filled it in.
"""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.export.both_languages import BothLanguages
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Heading,
    KeepTogether,
    PageBreak,
    Para,
    Rich,
    Run,
    Table,
)
from walkthrough.model.queries.printpack import BallotWords
from walkthrough.wording import N_

FEWEST_COPIES = 8
"""Ballots to print where fewer people are invited: somebody always comes along."""
_TO_A_PAGE = 2
_MOST_NAMED = 5
"""Stages whose names have room over the boxes."""
_MOST_ROWS_IN_HALF = 5
"""Dimensions on a ballot of half a page; with more of them it takes a page."""
_DASHES = 16
_BOX = 24.0
_WRITING = 26.0
"""Points of height of a row to tick, and of one to write in."""

_WHICH = N_("Which stage describes our work together today? Mark one.")
_WHICH_EACH = N_("Which stage describes our work together today? Mark one box in each row.")
_NOT_SURE = N_("Not sure")
_RATHER_NOT = N_("I cannot say, or I would rather not.")
_PROMISE = N_("Nobody can see who gave which rating. Results show only if five or more people answer.")
_AS_A_WHOLE = N_("Our work as a whole")


def ballots(
    both: BothLanguages, words: BallotWords, *, people: int, is_one_of_two: bool = False
) -> Iterator[Block]:
    """A page with the stages and what to do, then ballots for everybody who is invited, two to a page.

    Args:
        both: the languages side by side.
        words: of the ladder that is asked by, and the dimensions chosen.
        people: how many are invited; at least `FEWEST_COPIES` are made, and no half page is left.
        is_one_of_two: whether ballots with more questions stand before these, so that the heading tells.
    """
    yield from _how_to(both, words, tells_how_many=is_one_of_two or bool(words.dimensions))
    copies = max(people, FEWEST_COPIES)
    ballot = KeepTogether(tuple(_ballot(both, words)))
    dashes, cut_here = "–  " * _DASHES, both.words.gettext("Cut here")
    cut = Para(f"{dashes}{cut_here}  {dashes}", style="small")
    for number in range(copies + copies % _TO_A_PAGE):
        is_first = number % _TO_A_PAGE == 0
        if is_first or len(words.dimensions) > _MOST_ROWS_IN_HALF:
            yield PageBreak()
        else:
            yield cut
        yield ballot


def _how_to(both: BothLanguages, words: BallotWords, *, tells_how_many: bool) -> Iterator[Block]:
    _, many = both.words.gettext, 1 + len(words.dimensions)
    told = both.words.ngettext("Ballots with {n} question", "Ballots with {n} questions", many)
    yield Heading(1, told.format(n=many) if tells_how_many else _("Ballots"))
    yield Bullets(
        (
            _("Cut the ballots apart. Hand out one to each person, and note how many."),
            _("All mark alone, fold the paper and put it in one box. No name, no agency."),
            _("Mix the papers. Then type each one from top to bottom; 0 stands for not sure."),
            _("Once the ballots are sealed in the program, destroy the paper."),
        ),
        numbered=True,
    )
    yield Para(
        _("There is one ballot for each person invited, at least {n}: more people may come.").format(
            n=FEWEST_COPIES
        ),
        style="small",
    )
    yield Para(_("Lay this page where all can see it: these are the stages."))
    yield _stages(both, words, is_marked=False)


def _ballot(both: BothLanguages, words: BallotWords) -> Iterator[Block]:
    if words.dimensions:
        yield Para(both.line(_WHICH_EACH, bold=True, between="\n"))  # two of these stand on a page of letter
        if not _has_named_boxes(words):
            yield Para(_names(both, words), style="small")
        yield _boxes(both, words)
    else:
        yield Para(both.line(_WHICH, bold=True, between="\n"))
        yield _stages(both, words, is_marked=True)
    yield Para(both.line(_PROMISE, between="\n"), style="small")


def _stages(both: BothLanguages, words: BallotWords, *, is_marked: bool) -> Table:
    """The stages with what they mean, one column for each language; with a box to mark where asked."""
    rows = [
        (str(stage.number), *(_stage(both, words, at, side) for side in range(len(words.sides))))
        for at, stage in enumerate(words.sides[0].stages)
    ]
    if is_marked:
        rows.append(("0", *_not_sure(both, words)))
    return _form(
        caption="",
        columns=(
            *((Column(both.line(N_("Mark")), 0.7),) if is_marked else ()),
            Column(both.words.gettext("No."), 0.45),
            *(Column(_head(both, side.language), 3) for side in words.sides),
        ),
        rows=tuple((("", *row) if is_marked else row) for row in rows),
        row_heads=1 if is_marked else 0,
        row_height=_BOX,
    )


def _not_sure(both: BothLanguages, words: BallotWords) -> Iterator[Rich]:
    """Not sure, in the language of each column; where a ladder has one language, in all in its column."""
    if len(words.sides) == 1:
        yield both.line(_NOT_SURE, bold=True)
        return
    for side in both.sides:
        told = both.run(f"\n{side.gettext(_RATHER_NOT)}", side.language)
        yield (both.run(side.gettext(_NOT_SURE), side.language, bold=True), told)


def _stage(both: BothLanguages, words: BallotWords, at: int, side: int) -> Rich:
    here = words.sides[side]
    stage = here.stages[at]
    told: tuple[Run, ...] = (both.run(stage.name, here.language, bold=True),)
    return (*told, both.run(f"\n{stage.meaning}", here.language)) if stage.meaning else told


def _head(both: BothLanguages, language: str) -> Rich:
    return (both.run({"en": "English", "es": "Español"}.get(language, language), language),)


def _boxes(both: BothLanguages, words: BallotWords) -> Table:
    """A row for the whole and for each dimension chosen, a box for each stage, one for not sure."""
    names = [both.line(_AS_A_WHOLE, between="\n")]
    for key in words.dimensions:
        texts = tuple((side.dimensions[key].name, side.language) for side in words.sides)
        names.append(both.joined(texts, between="\n"))
    stages = words.sides[0].stages
    is_named = _has_named_boxes(words)
    heads = [
        _stage_head(both, words, at) if is_named else str(stage.number) for at, stage in enumerate(stages)
    ]
    return _form(
        caption="",
        columns=(
            Column(both.line(N_("What is rated"), between="\n"), 2.6),
            *(Column(head, 1.15 if is_named else 0.6, "centre") for head in heads),
            Column(both.line(_NOT_SURE, between="\n"), 1.1, "centre"),
        ),
        rows=tuple((name, *[""] * (len(stages) + 1)) for name in names),
        row_heads=0,
        row_height=_BOX,
    )


def _has_named_boxes(words: BallotWords) -> bool:
    return len(words.sides[0].stages) <= _MOST_NAMED


def _stage_head(both: BothLanguages, words: BallotWords, at: int) -> Rich:
    """The digit that is typed for a stage, and its name in each language."""
    names = tuple((side.stages[at].name, side.language) for side in words.sides)
    return (Run(f"{words.sides[0].stages[at].number}\n"), *both.joined(names, between="\n"))


def _names(both: BothLanguages, words: BallotWords) -> Rich:
    """The names of all stages in one line, for a ladder too high to have them over the boxes."""
    runs: list[Run] = []
    for side in words.sides:
        told = "  ".join(f"{stage.number} {stage.name}" for stage in side.stages)
        runs.append(both.run(f"\n{told}" if runs else told, side.language))
    return tuple(runs)


def blank_sheet(both: BothLanguages) -> Iterator[Block]:
    """The four questions on one page, to be filled in by hand."""
    yield Heading(1, both.words.gettext("The four questions"))
    for number, (question, heads, lines) in enumerate(_QUESTIONS, start=1):
        yield Para((Run(f"{number}. ", bold=True), *_runs(both.line(question, bold=True))))
        yield _form(
            caption="",
            columns=tuple(Column(both.line(head), weight) for head, weight in heads),
            rows=(("",) * len(heads),) * lines,
            row_heads=None,
            row_height=_WRITING,
        )
    yield Para(both.line(_NO_CLIENTS, between="\n"), style="small")


_NO_CLIENTS = N_("No client names. About how the system works, not about who is to blame.")
_QUESTIONS: tuple[tuple[str, tuple[tuple[str, float], ...], int], ...] = (
    (
        N_("Which stage are we in?"),
        ((N_("Stage now"), 1.0), (N_("Wanted stage"), 1.0), (N_("Why"), 3.0)),
        2,
    ),
    (
        N_("How do we know?"),
        ((N_("What is shown"), 2.6), (N_("Evidence: where, how many, when"), 2.4)),
        4,
    ),
    (
        N_("What are the objective indicators?"),
        ((N_("What"), 2.2), (N_("How many"), 1.5), (N_("Source"), 1.4), (N_("Day"), 0.9)),
        3,
    ),
    (
        N_("What steps move us forward?"),
        ((N_("What"), 2.8), (N_("Who"), 1.4), (N_("By when"), 1.7)),
        4,
    ),
)
"""Each question with its columns (head and share of the width) and how many lines it has."""


def _runs(text: Rich) -> tuple[Run, ...]:
    return (Run(text),) if isinstance(text, str) else text


def _form(
    *,
    caption: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Rich, ...], ...],
    row_heads: int | None,
    row_height: float,
) -> Table:
    return Table(
        caption=caption, columns=columns, rows=rows, row_heads=row_heads, zebra=False,
        row_height=row_height, grid=True,
    )  # fmt: skip
