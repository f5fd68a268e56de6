# SPDX-License-Identifier: MIT
"""What the parts of this screen may ask of it: to do a command. They never see the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from walkthrough.model import Command, Refused

if TYPE_CHECKING:
    from walkthrough.model.queries.stage_rows import CriterionRow
    from walkthrough.ui.drafts import DraftKeeper

Do = Callable[[Command], Refused | None]
"""Does a command; returns why it was refused, or None where it was done."""


@dataclass(frozen=True)
class Hands:
    """What a part is handed: doing, saying a sentence, the drafts, and the one key that makes a next step."""

    do: Do
    say: Callable[[str], None]
    drafts: DraftKeeper
    make_step: Callable[[CriterionRow], None]
