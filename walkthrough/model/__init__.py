# SPDX-License-Identifier: MIT
"""Everything true without a screen: no Qt, no ReportLab, no sentence. These are the names others may use."""

from walkthrough.model.changes import Change, ChangeSet, StepName
from walkthrough.model.clock import Clock, FixedClock, SystemClock
from walkthrough.model.drafts import Draft
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.model.workbook import Command, Workbook

__all__ = [
    "Change", "ChangeSet", "Clock", "Command", "Draft", "FileTrouble", "FixedClock", "Refused", "StepName",
    "SystemClock", "Workbook",
]  # fmt: skip
