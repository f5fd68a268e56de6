# SPDX-License-Identifier: MIT
"""The answers of one time of asking as pictures, by section or by what is worth a talk first.

It works out nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from walkthrough.export.answer_words import (
    AGREE_WORDS,
    NOT_SURE,
    answer_words,
    heading_words,
    numbered,
    part_words,
    told_words,
)
from walkthrough.export.charts.answers import AnswerItem, AnswersInput, AnswersWords, build_answers
from walkthrough.export.scene import Scene
from walkthrough.model.queries.questionnaires import AnswerRow, AskingResult
from walkthrough.wording import Wording


class AnswerGroup(NamedTuple):
    """Questions under one heading; the heading may be empty."""

    heading: str
    rows: tuple[AnswerRow, ...]


def talk_groups(words: Wording, result: AskingResult) -> tuple[AnswerGroup, ...]:
    """The answers under what they say of the room, what is seen most differently first."""
    by_said = groupby(result.worth_a_talk_first(), key=lambda row: row.said)
    return tuple(AnswerGroup(heading_words(words, said), tuple(rows)) for said, rows in by_said)


def section_groups(words: Wording, result: AskingResult) -> tuple[AnswerGroup, ...]:
    """The answers in the order of the ballot, under its sections."""
    groups = (AnswerGroup(part.name, result.of_section(part)) for part in result.questionnaire.sections)
    return tuple(group for group in groups if group.rows)


def answers_scene(words: Wording, rows: Sequence[AnswerRow], width: float = 500.0) -> Scene:
    """The picture of some questions."""
    _ = words.gettext
    told = AnswersWords(
        steps=tuple(_(step) for step in AGREE_WORDS),
        not_sure=_(NOT_SURE),
        last_time=_("Last time"),
        heads=(_("Question"), _("Answer"), _("Ballots"), _("Last time")),
    )
    items = tuple(_item(words, row) for row in rows)
    return build_answers(AnswersInput(items, told, summary_of(words, rows), width))


def summary_of(words: Wording, rows: Sequence[AnswerRow]) -> str:
    """What the picture shows, in sentences."""
    return " ".join(f"{row.question.text} {told_words(words, row)}".strip() for row in rows)


def _item(words: Wording, row: AnswerRow) -> AnswerItem:
    parts = tuple(part_words(words, row.question, part) for part in row.parts)
    return AnswerItem(
        id=row.question.id,
        text=row.question.text,
        told=told_words(words, row),
        tallies=row.tallies,
        choices=row.question.choices,
        before=row.before,
        notes=(words.gettext("Middles: {parts}").format(parts="; ".join(parts)),) if parts else (),
        say=_spoken(words, row, parts),
    )


def _spoken(words: Wording, row: AnswerRow, parts: tuple[str, ...]) -> str:
    """A question as it is read aloud: its text, what is told, every count above zero."""
    named = answer_words(words, row.question)
    counted = [
        words.gettext("{answer}: {n}").format(
            answer=numbered(words, row.question, answer) if answer else named[0], n=many
        )
        for answer, many in enumerate(row.tallies)
        if many
    ]
    return " ".join((row.question.text, told_words(words, row), "; ".join((*counted, *parts)) + "."))
