# SPDX-License-Identifier: MIT
"""What a report is asked for: whose words, which paper, which day. It knows no report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from walkthrough.export.document import Paper
from walkthrough.wording import Wording


@dataclass(frozen=True)
class ReportOptions:
    """How a report is written.

    Args:
        today: the day printed on it; overdue is judged by it.
        words: the language of the report, apart from that of the screens.
        paper: letter or a4.
    """

    today: date
    words: Wording = field(default_factory=Wording)
    paper: Paper = "letter"
