# SPDX-License-Identifier: MIT
"""Content as data: routes, families, questionnaires, the ladder, lists and words, read from TOML files.

It must not know the workbook; the checker for user-made files is in `walkthrough.model.content.check`.
"""

from __future__ import annotations

from walkthrough.model.content.shapes import (
    Agenda,
    AgendaPart,
    Criterion,
    Dimension,
    Family,
    HandoffMethod,
    Ladder,
    Lane,
    Named,
    PartnerType,
    Prompt,
    Question,
    Questionnaire,
    QuestionSection,
    Route,
    Stage,
    Station,
    StoryAnswer,
    Term,
    View,
)
from walkthrough.model.content.shelf import Shelf, load_shelf, read_piece

__all__ = [
    "Agenda",
    "AgendaPart",
    "Criterion",
    "Dimension",
    "Family",
    "HandoffMethod",
    "Ladder",
    "Lane",
    "Named",
    "PartnerType",
    "Prompt",
    "Question",
    "QuestionSection",
    "Questionnaire",
    "Route",
    "Shelf",
    "Stage",
    "Station",
    "StoryAnswer",
    "Term",
    "View",
    "load_shelf",
    "read_piece",
]
