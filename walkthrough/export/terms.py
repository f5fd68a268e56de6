# SPDX-License-Identifier: MIT
"""The field's terms in words: what each member of a closed list is called in a sentence, a table or a button.

One place for screens and reports. It knows no row and no layout.
"""

from __future__ import annotations

import enum

from walkthrough.model.words import (
    Acceptance,
    AgendaKind,
    Agreement,
    AgreementKind,
    Answer,
    Better,
    Certainty,
    DebriefAnswer,
    Kind,
    MeetingKind,
    MeetingMode,
    MeetingState,
    ParkedState,
    PictureKind,
    Proof,
    QuestionKind,
    RatingMethod,
    Role,
    Seated,
    StepState,
    Tier,
    Warmth,
)
from walkthrough.wording import N_, Wording

_TERMS: tuple[tuple[enum.StrEnum, str], ...] = (
    (Kind.BARRIER, N_("Barrier")),
    (Kind.PRACTICE, N_("Effective practice")),
    (Kind.INDICATOR, N_("Indicator")),
    (Kind.NEXT_STEP, N_("Next step")),
    (Kind.PARKED, N_("Parked topic")),
    (Kind.DECISION, N_("Decision")),
    (Tier.OVERSIGHT, N_("Oversight")),
    (Tier.STEERING, N_("Steering")),
    (Tier.CORE, N_("Core team")),
    (Seated.FILLED, N_("Filled")),
    (Seated.VACANT, N_("Vacant")),
    (Seated.INVITED, N_("Invited")),
    (Seated.LEFT, N_("Left")),
    (MeetingKind.WALK, N_("Walk")),
    (MeetingKind.STEERING, N_("Steering review")),
    (MeetingKind.CROSS_TRAINING, N_("Cross-training")),
    (MeetingKind.VISIT, N_("Site visit")),
    (MeetingMode.ROOM, N_("In the room")),
    (MeetingMode.ONLINE, N_("Online")),
    (MeetingMode.MIXED, N_("In the room and online")),
    (MeetingState.PLANNED, N_("Planned")),
    (MeetingState.LIVE, N_("Going on now")),
    (MeetingState.CLOSED, N_("Closed")),
    (AgendaKind.OPEN, N_("Opening")),
    (AgendaKind.LAST_TIME, N_("Last time")),
    (AgendaKind.WALK, N_("Walk")),
    (AgendaKind.CHOOSE, N_("Choose")),
    (AgendaKind.STAGE_CHECK, N_("Stage check")),
    (AgendaKind.NEXT_STEPS, N_("Next steps")),
    (AgendaKind.READ_BACK, N_("Read back")),
    (AgendaKind.CLOSE, N_("Closing")),
    (AgendaKind.DASHBOARD, N_("Dashboard")),
    (AgendaKind.RAISED, N_("Raised questions")),
    (AgendaKind.DECISIONS, N_("Decisions")),
    (AgendaKind.BREAK, N_("Break")),
    (Role.FRONT_LINE, N_("Front line")),
    (Role.MANAGER, N_("Manager")),
    (Role.DIRECTOR, N_("Director")),
    (Role.LIVED_EXPERIENCE, N_("Lived experience")),
    (Role.OTHER, N_("Other")),
    (Certainty.COUNTED, N_("Counted")),
    (Certainty.ESTIMATED, N_("Estimated")),
    (Certainty.NOBODY_KNOWS, N_("Nobody knows")),
    (Warmth.NONE, N_("No contact: the family is on its own")),
    (Warmth.PAPER, N_("A paper or a phone number to call")),
    (Warmth.FAX, N_("A form sent to the other agency")),
    (Warmth.PHONE, N_("A phone call between workers")),
    (Warmth.WARM, N_("In person: somebody goes along")),
    (Answer.YES, N_("Yes")),
    (Answer.PARTLY, N_("Partly")),
    (Answer.NO, N_("No")),
    (Answer.DONT_KNOW, N_("Don't know")),
    (Answer.NA, N_("Does not apply")),
    (Proof.DOCUMENT, N_("Document")),
    (Proof.COUNT, N_("Count")),
    (Proof.EVENT, N_("Dated event")),
    (Proof.EXAMPLE, N_("Observed example")),
    (Agreement.STAGE, N_("Stage agreed")),
    (Agreement.NOT_YET, N_("Not yet at stage 1")),
    (Agreement.NOT_AGREED, N_("Not agreed")),
    (Better.UP, N_("Should go up")),
    (Better.DOWN, N_("Should go down")),
    (StepState.NOT_STARTED, N_("Not started")),
    (StepState.UNDER_WAY, N_("Under way")),
    (StepState.STUCK, N_("Stuck")),
    (StepState.DONE, N_("Done")),
    (StepState.DROPPED, N_("Dropped")),
    (Acceptance.OPEN, N_("Not asked yet")),
    (Acceptance.ACCEPTED, N_("Said yes")),
    (Acceptance.TO_ASK, N_("To be asked")),
    (Acceptance.DECLINED, N_("Said no")),
    (ParkedState.OPEN, N_("Open")),
    (ParkedState.SETTLED, N_("Settled")),
    (ParkedState.DROPPED, N_("Dropped")),
    (AgreementKind.MOU, N_("Memorandum of understanding")),
    (AgreementKind.DATA_SHARING, N_("Data sharing agreement")),
    (AgreementKind.COMMUNICATION, N_("Communication protocol")),
    (AgreementKind.OTHER, N_("Other agreement")),
    (DebriefAnswer.YES, N_("Yes")),
    (DebriefAnswer.PARTLY, N_("Partly")),
    (DebriefAnswer.NO, N_("No")),
    (DebriefAnswer.NOT_YET, N_("Not yet")),
    (RatingMethod.PAPER, N_("Paper ballots")),
    (RatingMethod.PASS, N_("Pass the laptop")),
    (RatingMethod.HANDS, N_("Show of hands")),
    (QuestionKind.AGREE, N_("A statement to agree with")),
    (QuestionKind.CHOICE, N_("A question with choices")),
    (PictureKind.PNG, N_("PNG picture")),
    (PictureKind.JPEG, N_("JPEG picture")),
)
_BY_LIST = {  # members of two lists may share a value, and then they are equal as keys
    (type(member), member.value): text for member, text in _TERMS
}
HELD = N_("(wording on hold)")
"""What stands in place of a text that may point to a person, until somebody has answered."""


def marked(member: enum.StrEnum) -> str:
    """The English text of a member, for widgets that translate it themselves."""
    return _BY_LIST[type(member), member.value]


def term(words: Wording, member: enum.StrEnum) -> str:
    """What a member of a closed list is called in the language of `words`."""
    return words.gettext(_BY_LIST[type(member), member.value])


def unless_held(words: Wording, text: str, held: bool) -> str:
    """The text, or the words that stand in for it while it is held."""
    return words.gettext(HELD) if held else text
