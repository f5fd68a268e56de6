# SPDX-License-Identifier: MIT
"""The mapped classes of a workbook, one module per aggregate. For commands and queries, not for ui."""

from walkthrough.model.schema.base import Base, Privacy, moment_text, new_id
from walkthrough.model.schema.box import BoxBase, OpenBox, OpenTally
from walkthrough.model.schema.collaborative import Collaborative
from walkthrough.model.schema.entry import Decision, Finding, ParkedTopic, Theme, ThemeFinding
from walkthrough.model.schema.handed_out import Logo, PlanIssue
from walkthrough.model.schema.indicator import Goal, Indicator, Point
from walkthrough.model.schema.meeting import (
    AgendaPart,
    Attendance,
    Debrief,
    FistCount,
    Meeting,
    MeetingDimension,
    MeetingStation,
)
from walkthrough.model.schema.partner import AgreementPartner, Partner, Seat, WrittenAgreement
from walkthrough.model.schema.plan import NextStep, Raised, StepFinding, StepNote
from walkthrough.model.schema.questionnaire import (
    AnswerTally,
    AskedPart,
    Asking,
    OutsideResult,
    OutsideScore,
    PartMiddle,
    Question,
    Questionnaire,
    QuestionSection,
)
from walkthrough.model.schema.stage import (
    Criterion,
    CriterionAnswer,
    Dimension,
    Evidence,
    Ladder,
    Round,
    Stage,
    StageCheck,
    Tally,
)
from walkthrough.model.schema.walk import FamilyCount, HandOff, Lane, Prompt, Station, SubStep, Walk

__all__ = [
    "AgendaPart",
    "AgreementPartner",
    "AnswerTally",
    "AskedPart",
    "Asking",
    "Attendance",
    "Base",
    "BoxBase",
    "Collaborative",
    "Criterion",
    "CriterionAnswer",
    "Debrief",
    "Decision",
    "Dimension",
    "Evidence",
    "FamilyCount",
    "Finding",
    "FistCount",
    "Goal",
    "HandOff",
    "Indicator",
    "Ladder",
    "Lane",
    "Logo",
    "Meeting",
    "MeetingDimension",
    "MeetingStation",
    "NextStep",
    "OpenBox",
    "OpenTally",
    "OutsideResult",
    "OutsideScore",
    "ParkedTopic",
    "PartMiddle",
    "Partner",
    "PlanIssue",
    "Point",
    "Privacy",
    "Prompt",
    "Question",
    "QuestionSection",
    "Questionnaire",
    "Raised",
    "Round",
    "Seat",
    "Stage",
    "StageCheck",
    "Station",
    "StepFinding",
    "StepNote",
    "SubStep",
    "Tally",
    "Theme",
    "ThemeFinding",
    "Walk",
    "WrittenAgreement",
    "moment_text",
    "new_id",
]
