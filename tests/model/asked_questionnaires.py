# SPDX-License-Identifier: MIT
"""Questionnaires asked for tests as people ask them: a box is opened, ballots go in, it is sealed."""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.model import Workbook
from walkthrough.model.ballots import BoxHead, BoxQuestion
from walkthrough.model.ballots.head import FOR_QUESTIONNAIRE
from walkthrough.model.commands.questionnaire import MakeQuestionnaire
from walkthrough.model.queries.questionnaires import askings, questionnaire
from walkthrough.model.rules.questionnaire_text import GivenQuestion, GivenSection
from walkthrough.model.words import QuestionKind, RatingMethod

VALUES = (
    GivenSection("Purpose", (GivenQuestion("We share one goal."), GivenQuestion("Parents can lead a team."))),
    GivenSection(
        "Trust",
        (
            GivenQuestion("We keep our word."),
            GivenQuestion("What helps most?", QuestionKind.CHOICE, ("Time", "Money", "Training")),
        ),
    ),
)
ROOM = [
    # one goal, parents can lead, our word, what helps
    [5, 1, 4, 1],
    [5, 5, 4, 1],
    [4, 1, 5, 2],
    [5, 5, 0, 1],
    [5, 3, 4, 3],
    [5, 1, 5, 0],
]


def made(workbook: Workbook, name: str = "Our values") -> str:
    """A questionnaire with two sections and four questions; its key."""
    command = MakeQuestionnaire(name, "What we believe about families.", VALUES)
    workbook.do(command)
    return command.id


def head_of(workbook: Workbook, key: str, *, people: int = 8, parts: tuple[str, ...] = ()) -> BoxHead:
    """What a box for a questionnaire is about."""
    row = workbook.read(questionnaire, key)
    assert row is not None
    return BoxHead(
        for_table=FOR_QUESTIONNAIRE,
        for_id=key,
        method=RatingMethod.PAPER,
        questions=tuple(BoxQuestion(one.id, one.answers) for one in row.questions),
        people=people,
        parts=parts,
    )


def ask(
    workbook: Workbook,
    key: str,
    ballots: Sequence[Sequence[int]] = ROOM,
    parts: Sequence[str] = (),
) -> str:
    """Ask a questionnaire of a room; the key of the asking."""
    offered = tuple(dict.fromkeys(part for part in parts if part))
    box = workbook.boxes.open_new(head_of(workbook, key, people=max(len(ballots), 5), parts=offered))
    for number, ballot in enumerate(ballots):
        box.cast(ballot, parts[number] if parts else "")
    workbook.seal(box)
    row = workbook.read(questionnaire, key)
    assert row is not None
    return max(one.id for one in workbook.read(askings, row.code) if one.questionnaire_id == key)
