# SPDX-License-Identifier: MIT
"""What a private round on a questionnaire asks: its questions in its own language, and the groups offered.

It must not know a widget.
"""

from __future__ import annotations

from walkthrough.export.answer_words import AGREE_WORDS
from walkthrough.model.ballots import BoxQuestion
from walkthrough.model.ballots.head import FOR_QUESTIONNAIRE
from walkthrough.model.queries.questionnaires import QuestionnaireRow, QuestionRow
from walkthrough.model.words import QuestionKind
from walkthrough.ui.ballots.asked import AnswerText, Asked, QuestionText
from walkthrough.ui.ballots.tongues import in_each


def questionnaire_asked(row: QuestionnaireRow, meeting_id: str | None, parts: tuple[str, ...]) -> Asked:
    """Return the round; `parts` are the groups that a ballot may name, () where nobody is asked."""
    return Asked(
        for_table=FOR_QUESTIONNAIRE,
        for_id=row.id,
        languages=(row.language,),
        first=tuple(BoxQuestion(one.id, one.answers) for one in row.questions),
        texts={one.id: _text(one, row.language) for one in row.questions},
        meeting_id=meeting_id,
        parts=parts,
    )


def _text(question: QuestionRow, language: str) -> QuestionText:
    if question.kind is QuestionKind.CHOICE:
        answers = tuple(AnswerText((choice,)) for choice in question.choices)
    else:
        answers = tuple(AnswerText(in_each((language,), step)) for step in AGREE_WORDS)
    return QuestionText((question.text,), answers, question.text)
