# SPDX-License-Identifier: MIT
"""Questionnaires: which there are, what stands in one, when they were asked, what was answered.

Results are what sealing left: with fewer than five ballots their number alone (RULES 2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from walkthrough.model.queries.rows import frozen
from walkthrough.model.rules.agreement import Agreeing
from walkthrough.model.rules.answers import Said, answered, said_of, worth_a_talk_first
from walkthrough.model.rules.ballots import may_show
from walkthrough.model.rules.questionnaire_text import answers_of
from walkthrough.model.schema import (
    AnswerTally,
    AskedPart,
    Asking,
    PartMiddle,
    Question,
    Questionnaire,
    QuestionSection,
)
from walkthrough.model.words import QuestionKind, RatingMethod


class QuestionnaireHead(msgspec.Struct, frozen=True, gc=False):
    """One line of the list: the newest version, and how often all versions were asked."""

    id: str
    code: str
    version: int
    name: str
    about: str
    language: str
    is_shipped: bool
    questions: int
    askings: int = 0
    last_asked: date | None = None


class QuestionRow(msgspec.Struct, frozen=True, gc=False):
    """One question; `choices` are the answers of a choice question, the first is number 1."""

    id: str
    section_id: str
    kind: QuestionKind
    text: str
    choices: tuple[str, ...]

    @property
    def answers(self) -> int:
        """How many answers it has, not counting "not sure"."""
        return answers_of(self.kind, self.choices)


class SectionRow(msgspec.Struct, frozen=True, gc=False):
    """A section with its questions; `name` may be empty."""

    id: str
    name: str
    questions: tuple[QuestionRow, ...]


class QuestionnaireRow(msgspec.Struct, frozen=True, gc=False):
    """One questionnaire, whole, in one version. `is_asked` ones never change again."""

    id: str
    code: str
    version: int
    name: str
    about: str
    language: str
    is_shipped: bool
    is_asked: bool
    sections: tuple[SectionRow, ...]

    @property
    def questions(self) -> tuple[QuestionRow, ...]:
        """All its questions, in the order of the ballot."""
        return tuple(one for section in self.sections for one in section.questions)


class AskingRow(msgspec.Struct, frozen=True, gc=False):
    """One time of asking: how many ballots there were, and of how many sheets, where somebody counted."""

    id: str
    questionnaire_id: str
    version: int
    meeting_id: str | None
    day: date
    method: RatingMethod
    people: int
    handed_out: int | None
    returned: int | None
    spoilt: int | None
    ballots: int

    @property
    def is_shown(self) -> bool:
        """Whether there are enough ballots to show answers."""
        return may_show(self.ballots)


class PartAnswer(msgspec.Struct, frozen=True, gc=False):
    """Where the middle of one part's answers lies, and no more of it; `name` is "" for everyone else."""

    name: str
    low: int
    high: int


class AnswerRow(msgspec.Struct, frozen=True, gc=False):
    """What was answered to one question.

    Args:
        question: the question.
        tallies: how many were not sure or left it blank, then how many gave answer 1, 2, ...
        told: what that says.
        before: the tallies of the time before with the same version; () where there was none.
        parts: the middles of the parts, where a split may be shown.
    """

    question: QuestionRow
    tallies: tuple[int, ...]
    told: Agreeing
    before: tuple[int, ...] = ()
    parts: tuple[PartAnswer, ...] = ()

    @property
    def said(self) -> Said:
        """Under which heading it stands."""
        return said_of(self.question.kind, self.told)


class AskingResult(msgspec.Struct, frozen=True, gc=False):
    """What came of one time of asking. No answers where they may not be shown."""

    asking: AskingRow
    questionnaire: QuestionnaireRow
    answers: tuple[AnswerRow, ...]
    before: AskingRow | None

    def of_section(self, section: SectionRow) -> tuple[AnswerRow, ...]:
        """The answers to the questions of a section, in its order."""
        inside = {one.id for one in section.questions}
        return tuple(row for row in self.answers if row.question.id in inside)

    def worth_a_talk_first(self) -> tuple[AnswerRow, ...]:
        """All answers, those that people see most differently first."""
        order = worth_a_talk_first([(row.question.kind, row.tallies) for row in self.answers])
        return tuple(self.answers[at] for at in order)


def questionnaires(connection: Connection) -> tuple[QuestionnaireHead, ...]:
    """The newest version of each, in order."""
    counted = (
        select(QuestionSection.questionnaire_id, func.count(Question.id))
        .join(Question, Question.section_id == QuestionSection.id)
        .group_by(QuestionSection.questionnaire_id)
    )
    questions: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}
    asked = (
        select(Questionnaire.code, func.count(Asking.id), func.max(Asking.day))
        .join(Asking, Asking.questionnaire_id == Questionnaire.id)
        .group_by(Questionnaire.code)
    )
    askings = {code: (many, _day(last)) for code, many, last in connection.execute(asked)}
    rows = connection.execute(_heads().order_by(Questionnaire.pos, Questionnaire.version, Questionnaire.id))
    newest = {(row.code, row.language if row.is_shipped else ""): row for row in rows}
    whole = ((*row, questions.get(row.id, 0), *askings.get(row.code, (0, None))) for row in newest.values())
    return frozen(QuestionnaireHead, whole)


def questionnaire(connection: Connection, key: str) -> QuestionnaireRow | None:
    """One questionnaire with its questions, or None where it is gone."""
    row = connection.execute(_heads().where(Questionnaire.id == key)).one_or_none()
    if row is None:
        return None
    asked = connection.execute(select(Asking.id).filter_by(questionnaire_id=key).limit(1)).first()
    return frozen(QuestionnaireRow, [(*row, asked is not None, _sections(connection, key))])[0]


def askings(connection: Connection, code: str) -> tuple[AskingRow, ...]:
    """When a questionnaire was asked, in any of its versions, newest first."""
    newest_first = (Asking.day.desc(), Questionnaire.version.desc(), Asking.pos.desc(), Asking.id.desc())
    return frozen(
        AskingRow, connection.execute(_askings().where(Questionnaire.code == code).order_by(*newest_first))
    )


def every_asking(connection: Connection) -> tuple[AskingRow, ...]:
    """The newest time of asking of each questionnaire, in the order of the list."""
    heads = questionnaires(connection)
    newest = (next(iter(askings(connection, head.code)), None) for head in heads)
    return tuple(row for row in newest if row is not None)


def asking_result(connection: Connection, key: str) -> AskingResult | None:
    """What came of one time of asking, beside the time before; None where it is gone."""
    row = connection.execute(_askings().where(Asking.id == key)).one_or_none()
    whole = questionnaire(connection, row.questionnaire_id) if row is not None else None
    if row is None or whole is None:
        return None
    asking = AskingRow(*row)
    before = _before(connection, asking)
    if not asking.is_shown:
        return AskingResult(asking, whole, (), before)
    now, then = _tallies(connection, key), _tallies(connection, before.id) if before else {}
    parts = _parts(connection, key)
    answers = [
        _answer(one, now[one.id], then.get(one.id, {}), parts.get(one.id, ()))
        for one in whole.questions
        if one.id in now
    ]
    return AskingResult(asking, whole, tuple(answers), before)


def _answer(
    question: QuestionRow, now: dict[int, int], then: dict[int, int], parts: tuple[PartAnswer, ...]
) -> AnswerRow:
    tallies = _in_order(now, question)
    told = answered(question.kind, tallies)
    return AnswerRow(question, tallies, told, _in_order(then, question) if then else (), parts)


def _in_order(found: dict[int, int], question: QuestionRow) -> tuple[int, ...]:
    return tuple(found.get(answer, 0) for answer in range(question.answers + 1))


def _heads() -> Any:
    return select(
        Questionnaire.id,
        Questionnaire.code,
        Questionnaire.version,
        Questionnaire.name,
        Questionnaire.about,
        Questionnaire.language,
        Questionnaire.is_shipped,
    )


def _sections(connection: Connection, key: str) -> tuple[SectionRow, ...]:
    inside: defaultdict[str, list[QuestionRow]] = defaultdict(list)
    rows = connection.execute(
        select(Question.id, Question.section_id, Question.kind, Question.text, Question.choices)
        .join(QuestionSection, QuestionSection.id == Question.section_id)
        .where(QuestionSection.questionnaire_id == key)
        .order_by(Question.pos, Question.id)
    )
    for row in rows:
        inside[row.section_id].append(
            QuestionRow(row.id, row.section_id, row.kind, row.text, tuple(row.choices))
        )
    sections = connection.execute(
        select(QuestionSection.id, QuestionSection.name)
        .filter_by(questionnaire_id=key)
        .order_by(QuestionSection.pos, QuestionSection.id)
    )
    return tuple(SectionRow(row.id, row.name, tuple(inside[row.id])) for row in sections)


def _askings() -> Any:
    return select(
        Asking.id,
        Asking.questionnaire_id,
        Questionnaire.version,
        Asking.meeting_id,
        Asking.day,
        Asking.method,
        Asking.people,
        Asking.handed_out,
        Asking.returned,
        Asking.spoilt,
        Asking.ballots,
    ).join(Questionnaire, Questionnaire.id == Asking.questionnaire_id)


def _before(connection: Connection, asking: AskingRow) -> AskingRow | None:
    """The time before of the same version that shows answers."""
    order = (Asking.pos.desc(), Asking.id.desc())
    here = select(Asking.pos).where(Asking.id == asking.id).scalar_subquery()
    earlier = _askings().where(Asking.questionnaire_id == asking.questionnaire_id, Asking.pos < here)
    rows: Iterable[AskingRow] = frozen(AskingRow, connection.execute(earlier.order_by(*order)))
    return next((row for row in rows if row.is_shown), None)


def _tallies(connection: Connection, asking_id: str) -> dict[str, dict[int, int]]:
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    columns = (AnswerTally.question_id, AnswerTally.answer, AnswerTally.ballots)
    for question, answer, ballots in connection.execute(select(*columns).filter_by(asking_id=asking_id)):
        found[question][answer] = ballots
    return found


def _parts(connection: Connection, asking_id: str) -> dict[str, tuple[PartAnswer, ...]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    rows = connection.execute(
        select(PartMiddle.question_id, AskedPart.name, PartMiddle.low, PartMiddle.high)
        .join(AskedPart, AskedPart.id == PartMiddle.asked_part_id)
        .where(AskedPart.asking_id == asking_id)
        .order_by(AskedPart.pos, AskedPart.id)
    )
    for question, *part in rows:
        found[question].append(part)
    return {question: frozen(PartAnswer, parts) for question, parts in found.items()}


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
