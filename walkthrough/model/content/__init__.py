# SPDX-License-Identifier: MIT
"""Content as data: routes, families, the ladder, lists and words, read from TOML files in one language.

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
