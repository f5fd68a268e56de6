# SPDX-License-Identifier: MIT
"""What came of questionnaires and of the tools of others as sheets. Of few ballots their number alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from walkthrough.export.answer_words import answer_words, middle_words, told_words
from walkthrough.export.tables.table import Row, Sheet, choice, day, sheet, text, whole, yes_no
from walkthrough.model.queries.outside import OutsideRow
from walkthrough.model.queries.questionnaires import AnswerRow, AskingResult
from walkthrough.model.words import RatingMethod
from walkthrough.wording import N_, Wording

_ASKED = (
    whole("asking", N_("Asking"), N_("Lines of one time of asking have the same number."), 8),
    day("day", N_("Day"), N_("The day of asking.")),
    text("questionnaire", N_("Questionnaire"), N_("What it is called."), 34),
)
_ASKINGS = (
    *_ASKED,
    whole("version", N_("Version"), N_("The version that was asked."), 9),
    choice("how", N_("How asked"), N_("How the answers were taken."), RatingMethod, 16),
    whole("people", N_("People here"), N_("How many were in the room; empty: nobody counted."), 9),
    whole("handed_out", N_("Handed out"), N_("How many sheets were handed out."), 9),
    whole("returned", N_("Came back"), N_("How many sheets came back."), 9),
    whole("spoilt", N_("Spoilt"), N_("How many could not be read."), 9),
    whole("ballots", N_("Ballots"), N_("How many ballots there were."), 9),
    yes_no("is_shown", N_("May be shown"), N_("False: fewer than five ballots, so answers are not kept.")),
)
_QUESTION = (
    *_ASKED,
    whole("question_number", N_("Question: number"), N_("Its place in the questionnaire."), 10),
    text("question", N_("Question"), N_("What was asked."), 48),
)
_ANSWERS = (
    *_QUESTION,
    whole("answer", N_("Answer: number"), N_("The number of the answer; empty: not sure or blank."), 9),
    text("answer_words", N_("Answer"), N_("The answer in words."), 26),
    whole("ballots", N_("Ballots"), N_("How many gave this answer."), 9),
    text("says", N_("What it says"), N_("What all answers to the question say."), 40),
)
_PARTS = (
    *_QUESTION,
    text("group", N_("Group"), N_("Who answered: an agency, or everyone else."), 28),
    text("middle", N_("Middle"), N_("Where the middle of its answers lies."), 30),
)
_TOOLS = (
    text("tool", N_("Tool"), N_("The name of the tool."), 36),
    text("owner", N_("Owner"), N_("Who owns the tool."), 26),
    day("day", N_("Day"), N_("The day of the result.")),
    whole("people", N_("People"), N_("How many people took part."), 9),
    text("part", N_("Part"), N_("The part of the tool."), 28),
    text("score", N_("Score"), N_("The score as its owner writes it."), 16),
    text("note", N_("Note"), N_("What was noted beside it."), 36),
)


def askings_sheet(words: Wording, results: Iterable[AskingResult]) -> Sheet:
    """Every time a questionnaire was asked, the oldest first."""
    lines = (
        (
            *_asked(number, one),
            one.asking.version,
            one.asking.method.value,
            one.asking.people or None,
            one.asking.handed_out,
            one.asking.returned,
            one.asking.spoilt,
            one.asking.ballots,
            one.asking.is_shown,
        )
        for number, one in enumerate(results, start=1)
    )
    about = N_("When our questionnaires were asked, and how many answered.")
    return sheet(words, "questionnaires", N_("Questionnaires"), about, _ASKINGS, lines)


def _asked(number: int, one: AskingResult) -> Row:
    return number, one.asking.day, one.questionnaire.name


def _answers(results: Iterable[AskingResult]) -> Iterator[tuple[Row, AnswerRow]]:
    for number, one in enumerate(results, start=1):
        places = {question.id: at for at, question in enumerate(one.questionnaire.questions, start=1)}
        for row in one.answers:
            yield (*_asked(number, one), places[row.question.id], row.question.text), row


def tallies_sheet(words: Wording, results: Iterable[AskingResult]) -> Sheet:
    """How many gave each answer, where that may be shown."""
    lines = (
        (*head, answer or None, called, row.tallies[answer], told_words(words, row))
        for head, row in _answers(results)
        for answer, called in enumerate(answer_words(words, row.question))
    )
    about = N_("How many gave each answer, where that may be shown.")
    return sheet(words, "questionnaire_answers", N_("Questionnaire answers"), about, _ANSWERS, lines)


def middles_sheet(words: Wording, results: Iterable[AskingResult]) -> Sheet:
    """Where the middle of each group lies, where a split may be shown."""
    lines = (
        (
            *head,
            part.name or words.gettext("Everyone else"),
            middle_words(words, row.question, part.low, part.high),
        )
        for head, row in _answers(results)
        for part in row.parts
    )
    about = N_("The middle of each group of five or more, where that may be shown.")
    return sheet(words, "questionnaire_groups", N_("Questionnaire groups"), about, _PARTS, lines)


def tools_sheet(words: Wording, results: Iterable[OutsideRow]) -> Sheet:
    """The scores of tools that others own; a result without a score has one line."""
    lines = (
        (one.name, one.owner, one.day, one.people, part, score, one.note)
        for one in results
        for part, score in [(row.part, row.score) for row in one.scores] or [("", "")]
    )
    about = N_("Results of tools that others own, as they were typed in.")
    return sheet(words, "other_tools", N_("Other tools"), about, _TOOLS, lines)
