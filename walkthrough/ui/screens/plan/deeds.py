# SPDX-License-Identifier: MIT
"""What the parts of this screen are handed: doing a command, saying a sentence, drafts, days, today.

They never see the workbook.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from walkthrough.model import Command, Refused
from walkthrough.ui.widgets.due_input import DayReader

if TYPE_CHECKING:
    from walkthrough.ui.drafts import DraftKeeper

Do = Callable[[Command], Refused | None]
"""Does a command; returns why it was refused, or None where it was done."""


@dataclass(frozen=True)
class Hands:
    """What a part may use."""

    do: Do
    say: Callable[[str], None]
    drafts: DraftKeeper
    days: DayReader
    today: Callable[[], date]
