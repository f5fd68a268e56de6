# SPDX-License-Identifier: MIT
"""What the answers to one question of a questionnaire say: agreement and divergence (RULES 2).

Pure. It knows no ballot and no sentence; whether tallies may be shown at all is decided before.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence

from walkthrough.model.rules.agreement import Agreeing, words_of
from walkthrough.model.rules.spread import widest_first
from walkthrough.model.words import QuestionKind


class Said(enum.StrEnum):
    """Under which heading a question stands in the results, in the order in which it is worth a talk."""

    DIFFER = "differ"
    CLOSE = "close"
    NOT_SURE = "not_sure"
    TOO_FEW = "too_few"
    AGREE = "agree"
    CHOICE = "choice"


def said_of(kind: QuestionKind, told: Agreeing) -> Said:
    """The heading of a question; choices have no order, so nobody is near to or far from anybody else."""
    return Said.CHOICE if kind is QuestionKind.CHOICE else Said(told.code)


def answered(kind: QuestionKind, tallies: Sequence[int]) -> Agreeing:
    """What was said of a question.

    Args:
        tallies: how many were not sure or left it blank, then how many gave answer 1, 2, ...
    """
    if kind is QuestionKind.AGREE:
        return words_of(tallies)
    not_sure, *chose = tallies
    most = max(chose, default=0)
    first = tuple(number for number, many in enumerate(chose, start=1) if many == most and most)
    return Agreeing("choice", first, 0, not_sure, sum(chose), ())


def worth_a_talk_first(asked: Sequence[tuple[QuestionKind, Sequence[int]]]) -> tuple[int, ...]:
    """The places of the questions: those seen most differently first, questions with choices last."""
    agree = [at for at, (kind, _tallies) in enumerate(asked) if kind is QuestionKind.AGREE]
    ordered = widest_first([asked[at][1] for at in agree])
    return (*(agree[at] for at in ordered), *(at for at in range(len(asked)) if at not in agree))
