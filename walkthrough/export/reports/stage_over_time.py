# SPDX-License-Identifier: MIT
"""How a check was rated, and how the checks followed each other, for the stage report and the full one.

Ratings come as RULES 2 allows. Nothing here says that going back is bad.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from walkthrough.export.calendar import day_words
from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Heading,
    KeepTogether,
    Para,
    Table,
)
from walkthrough.export.pictures.history import (
    agreed_line,
    history_scene,
    move_line,
    move_reasons,
    unmoved_line,
)
from walkthrough.export.pictures.ratings import asked_words, question_words, ratings_scene
from walkthrough.model.queries.rounds import AskedRow
from walkthrough.model.queries.stage_history import HistoryCheck
from walkthrough.wording import Wording


def rating_blocks(words: Wording, asked: tuple[AskedRow, ...], level: Literal[1, 2] = 1) -> Iterator[Block]:
    """Each question of a check with its ratings, as far as they may be shown; `level` is the heading's."""
    _ = words.gettext
    if not asked:
        return
    before: tuple[Block, ...] = (Heading(level, _("How we rated it")),)
    if not all(one.newest.is_open for one in asked):
        before += (Para(_("Nobody can see who gave which rating."), style="small"),)
    parts = [one for one in asked if one.newest.dimension_id]
    for one in asked:
        if len(parts) > 1 and one is parts[0]:
            before += (Para(_("Parts that we see most differently come first.")),)
        yield KeepTogether((*before, *_rating(words, one, level)))
        before = ()


def _rating(words: Wording, asked: AskedRow, level: Literal[1, 2]) -> Iterator[Block]:
    question, said = question_words(words, asked), asked_words(words, asked)
    yield Heading(2 if level == 1 else 3, question)
    if asked.newest.told is not None:
        scene = ratings_scene(words, asked)
        yield Figure(scene, words.gettext("One dot is one person."), scene.summary)
    yield Para(said)


def history_blocks(
    words: Wording, checks: tuple[HistoryCheck, ...], level: Literal[1, 2] = 1
) -> Iterator[Block]:
    """The checks side by side, and what moved between the last two; nothing of one check alone."""
    _ = words.gettext
    if len(checks) < 2:
        return
    newest, before = checks[-1], checks[-2]
    scene = history_scene(words, checks)
    yield Heading(level, _("From check to check"))
    yield Figure(scene, _("The stage checks so far"), scene.summary, _history_table(words, scene.table))
    if newest.is_other_ladder:
        yield Para(_("This check asks by another ladder. It cannot be compared with the one before."))
        return
    day = day_words(words, before.as_of)
    if not newest.moves:
        yield Para(unmoved_line(words, newest, day))
        return
    told = _("What moved since {day}. Going back is normal: people and rules change.").format(day=day)
    lines = ((f"{move_line(words, one, newest.stages)}.", move_reasons(one)) for one in newest.moves)
    moves = Bullets(tuple(" ".join(part for part in line if part) for line in lines))
    yield KeepTogether((Para(told), moves))
    yield Para(agreed_line(words, newest))


def _history_table(words: Wording, rows: tuple[tuple[str, ...], ...]) -> Table:
    """The checks as a table of few columns: one line for each part, one column for each check."""
    _ = words.gettext
    heads, *checks = rows
    newest = checks[:4]
    return Table(
        caption=_("The newest checks, part by part"),
        columns=(Column(heads[0], 1.6), *(Column(check[0], 1.2) for check in newest)),
        rows=tuple((head, *(check[at] for check in newest)) for at, head in enumerate(heads) if at),
    )
