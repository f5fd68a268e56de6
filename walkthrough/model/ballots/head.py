# SPDX-License-Identifier: MIT
"""What an open ballot box is about: which questions, of whom, by which method. No answer stands here."""

from __future__ import annotations

import msgspec

from walkthrough.model.words import RatingMethod

FOR_STAGE_CHECK = "stage_check"
FOR_QUESTIONNAIRE = "questionnaire"


class BoxQuestion(msgspec.Struct, frozen=True, gc=False):
    """One question of a box.

    Args:
        key: "" for the stage as a whole, else a dimension; in a questionnaire a question.
        answers: how many answers there are: 1 to this number. 0 is not sure, or left blank.
    """

    key: str
    answers: int


class BoxHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a box is about.

    Args:
        for_table: FOR_STAGE_CHECK or FOR_QUESTIONNAIRE.
        for_id: the stage check, or the questionnaire.
        method: on paper, or by passing the laptop.
        questions: what is asked, in the order of the ballot.
        people: how many were here when it was opened; 0 where nobody counted.
        meeting_id: the meeting at which it is asked, if any.
        parts: the agencies or groups a ballot may name; () where nobody is asked.
        question: what is asked, where it is not the stage as a whole in the usual words.
        name: random; a crash between sealing and clearing up is recognised by it.
    """

    for_table: str
    for_id: str
    method: RatingMethod
    questions: tuple[BoxQuestion, ...]
    people: int = 0
    meeting_id: str | None = None
    parts: tuple[str, ...] = ()
    question: str = ""
    name: str = ""
