# SPDX-License-Identifier: MIT
"""Answers to a questionnaire in words: the five steps, the choices, and what a room's answers say together.

One place for ballot, screen, chart and paper. It knows no layout.
"""

from __future__ import annotations

from walkthrough.model.queries.questionnaires import AnswerRow, AskingRow, PartAnswer, QuestionRow
from walkthrough.model.rules.answers import Said
from walkthrough.model.words import QuestionKind
from walkthrough.wording import N_, Wording

AGREE_WORDS = (
    N_("Strongly disagree"),
    N_("Disagree"),
    N_("In between"),
    N_("Agree"),
    N_("Strongly agree"),
)
"""The five steps of an agree question, 1 to 5."""
NOT_SURE = N_("Not sure")
"""Answer 0: not sure, or left blank."""

_HEADINGS = {
    Said.DIFFER: N_("We see it differently"),
    Said.CLOSE: N_("We are close"),
    Said.NOT_SURE: N_("Half or more of us are not sure"),
    Said.TOO_FEW: N_("Too few ratings to say"),
    Said.AGREE: N_("We agree"),
    Said.CHOICE: N_("What we chose"),
}


def heading_words(words: Wording, said: Said) -> str:
    """The heading under which questions stand that say the same of the room."""
    return words.gettext(_HEADINGS[said])


def answer_words(words: Wording, question: QuestionRow) -> tuple[str, ...]:
    """The answers of a question in words: "not sure" first, then answer 1, 2, ..."""
    _ = words.gettext
    if question.kind is QuestionKind.CHOICE:
        return (_(NOT_SURE), *question.choices)
    return (_(NOT_SURE), *(_(step) for step in AGREE_WORDS))


def numbered(words: Wording, question: QuestionRow, answer: int) -> str:
    """One answer with its number, as it stands on the ballot: "4 Agree"; a choice by its words alone."""
    told = answer_words(words, question)[answer]
    return f"{answer} {told}" if question.kind is QuestionKind.AGREE else told


def told_words(words: Wording, row: AnswerRow) -> str:
    """What the answers to one question say, with its tail (RULES 2)."""
    _ = words.gettext
    told = row.told
    named = [numbered(words, row.question, answer) for answer in told.stages]
    first = ""
    match row.said:
        case Said.DIFFER:
            first = _("We see it differently.")
        case Said.CLOSE:
            first = _("We are close: “{one}” or “{other}”.").format(one=named[0], other=named[1])
        case Said.NOT_SURE:
            first = _("Half or more of us are not sure.")
        case Said.TOO_FEW:
            first = _("Too few ratings to say.")
        case Said.AGREE:
            first = _("We agree on “{answer}”.").format(answer=named[0])
        case Said.CHOICE if named:
            first = _("Chosen most: {answers}.").format(answers="; ".join(named))
    return " ".join(part for part in (first, *_tail(words, row)) if part)


def _tail(words: Wording, row: AnswerRow) -> tuple[str, ...]:
    told = row.told
    far = unsure = ""
    if told.tail:
        far = words.ngettext(
            "{n} of {all} sees it two or more steps away.",
            "{n} of {all} see it two or more steps away.",
            told.tail,
        ).format(n=told.tail, all=told.rated)
    if told.not_sure:
        unsure = words.ngettext(
            "{n} of {all} is not sure.", "{n} of {all} are not sure.", told.not_sure
        ).format(n=told.not_sure, all=told.rated + told.not_sure)
    return far, unsure


def middle_words(words: Wording, question: QuestionRow, low: int, high: int) -> str:
    """Where a middle lies: one answer, or between two; 0 where nobody was sure."""
    if not low:
        return words.gettext(NOT_SURE)
    one, other = (numbered(words, question, answer) for answer in (low, high))
    return one if low == high else words.gettext("between {one} and {other}").format(one=one, other=other)


def part_words(words: Wording, question: QuestionRow, part: PartAnswer) -> str:
    """The middle of one part of those who answered, by its name."""
    _ = words.gettext
    return _("{part}: {middle}").format(
        part=part.name or _("Everyone else"), middle=middle_words(words, question, part.low, part.high)
    )


def ballots_words(words: Wording, asking: AskingRow) -> str:
    """How many ballots there were; of few, why no answer is shown."""
    told = words.ngettext("{n} ballot.", "{n} ballots.", asking.ballots).format(n=asking.ballots)
    if asking.is_shown:
        return told
    why = words.gettext(
        "With fewer than five, answers could be traced to a person, so none was kept. Talk about it in the "
        "open instead, or ask again when more of you are here."
    )
    return f"{told} {why}"
