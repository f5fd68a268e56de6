# SPDX-License-Identifier: MIT
"""What a private round asks, in one language or in two side by side, and what makes a box of it.

It must not know who asks: a stage check and a questionnaire hand the same shapes in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from walkthrough.model.ballots import BoxHead, BoxQuestion
from walkthrough.model.ballots.head import FOR_STAGE_CHECK
from walkthrough.model.queries.bilingual import LadderWords
from walkthrough.model.words import RatingMethod
from walkthrough.ui.ballots.tongues import in_each
from walkthrough.wording import N_, _

Texts = tuple[str, ...]
"""One text in each language of the ballot."""

WHOLE = N_("Which stage describes our work together today?")


@dataclass(frozen=True)
class AnswerText:
    """One answer to choose: its name, and what it means where that needs saying."""

    name: Texts
    meaning: Texts = ()


@dataclass(frozen=True)
class QuestionText:
    """One question; the answers from 1 on. "Not sure", which is 0, the ballot adds itself."""

    asked: Texts
    answers: tuple[AnswerText, ...]
    short: str = ""
    """Its name in a line of many, like that of a dimension."""


@dataclass(frozen=True)
class Asked:
    """All that one round can ask.

    Args:
        for_table, for_id, meeting_id: as in BoxHead.
        languages: of the ballot, in the order in which they stand side by side.
        first: the questions that are always asked.
        more: those that stand on paper too, if wanted.
        texts: the words of every question, by its key.
        parts: the agencies or groups that a ballot may name.
        question: as in BoxHead.
    """

    for_table: str
    for_id: str
    languages: tuple[str, ...]
    first: tuple[BoxQuestion, ...]
    texts: Mapping[str, QuestionText] = field(hash=False)
    more: tuple[BoxQuestion, ...] = ()
    meeting_id: str | None = None
    parts: tuple[str, ...] = ()
    question: str = ""

    def head(self, method: RatingMethod, people: int, *, with_more: bool) -> BoxHead:
        """Return what a new box of it is about; more than the first questions on paper only."""
        more = self.more if with_more and method is RatingMethod.PAPER else ()
        return BoxHead(
            for_table=self.for_table,
            for_id=self.for_id,
            method=method,
            questions=(*self.first, *more),
            people=people,
            meeting_id=self.meeting_id,
            parts=self.parts,
            question=self.question,
        )

    def is_about(self, head: BoxHead) -> bool:
        """Tell whether an open box belongs to it."""
        return (head.for_table, head.for_id) == (self.for_table, self.for_id)

    def words_of(self, head: BoxHead) -> tuple[QuestionText, ...]:
        """Return the words of a box's questions; figures alone for one whose words are gone."""
        return tuple(self.texts.get(one.key) or _figures(one, self.languages) for one in head.questions)


def stage_asked(
    words: Sequence[LadderWords], check_id: str, meeting_id: str | None, dimensions: Sequence[str]
) -> Asked:
    """Return what a stage check asks: the stage as a whole, and on paper these dimensions in this order."""
    languages = tuple(one.language for one in words)
    stages = words[0].stages if words else ()
    answers = tuple(
        AnswerText(
            tuple(one.stages[at].name for one in words), tuple(one.stages[at].meaning for one in words)
        )
        for at in range(len(stages))
    )
    texts = {"": QuestionText(in_each(languages, WHOLE), answers, _("The stage as a whole"))}
    known = [key for key in dimensions if words and key in words[0].dimensions]
    for key in known:
        told = tuple(one.dimensions[key] for one in words)
        texts[key] = QuestionText(
            tuple(f"{one.name}: {one.about}" if one.about else one.name for one in told),
            answers,
            told[0].name,
        )
    return Asked(
        for_table=FOR_STAGE_CHECK,
        for_id=check_id,
        languages=languages,
        first=(BoxQuestion("", len(stages)),),
        more=tuple(BoxQuestion(key, len(stages)) for key in known),
        texts=texts,
        meeting_id=meeting_id,
    )


def _figures(question: BoxQuestion, languages: Sequence[str]) -> QuestionText:
    each = tuple("" for _language in languages)
    return QuestionText(each, tuple(AnswerText(each) for _answer in range(question.answers)))
