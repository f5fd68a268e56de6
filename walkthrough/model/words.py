# SPDX-License-Identifier: MIT
"""The closed lists of the field: each member is the value stored in the file. No sentence stands here."""

from __future__ import annotations

import enum


class Kind(enum.StrEnum):
    """The six kinds of entry that the capture line makes."""

    BARRIER = "barrier"
    PRACTICE = "practice"
    INDICATOR = "indicator"
    NEXT_STEP = "next_step"
    PARKED = "parked"
    DECISION = "decision"


FINDING_KINDS = (Kind.BARRIER, Kind.PRACTICE)


class Tier(enum.StrEnum):
    """The three governance tiers."""

    OVERSIGHT = "oversight"
    STEERING = "steering"
    CORE = "core"


class Seated(enum.StrEnum):
    """How a seat stands."""

    FILLED = "filled"
    VACANT = "vacant"
    INVITED = "invited"
    LEFT = "left"


class MeetingKind(enum.StrEnum):
    """What a meeting is for."""

    WALK = "walk"
    STEERING = "steering"
    CROSS_TRAINING = "cross_training"
    VISIT = "visit"


class MeetingMode(enum.StrEnum):
    """Where people sit."""

    ROOM = "room"
    ONLINE = "online"
    MIXED = "mixed"


class MeetingState(enum.StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    LIVE = "live"
    CLOSED = "closed"


class AgendaKind(enum.StrEnum):
    """The parts an agenda is made of."""

    OPEN = "open"
    LAST_TIME = "last_time"
    WALK = "walk"
    CHOOSE = "choose"
    STAGE_CHECK = "stage_check"
    NEXT_STEPS = "next_steps"
    READ_BACK = "read_back"
    CLOSE = "close"
    DASHBOARD = "dashboard"
    RAISED = "raised"
    DECISIONS = "decisions"
    BREAK = "break"


class Role(enum.StrEnum):
    """From which level of an agency, or from life, somebody speaks."""

    FRONT_LINE = "front_line"
    MANAGER = "manager"
    DIRECTOR = "director"
    LIVED_EXPERIENCE = "lived_experience"
    OTHER = "other"


class Certainty(enum.StrEnum):
    """How a number of families is known."""

    COUNTED = "counted"
    ESTIMATED = "estimated"
    NOBODY_KNOWS = "nobody_knows"


class Warmth(enum.StrEnum):
    """How a family gets from one step to the next, coldest first."""

    NONE = "none"
    PAPER = "paper"
    FAX = "fax"
    PHONE = "phone"
    WARM = "warm"


class Answer(enum.StrEnum):
    """What was said of a criterion. `met` is never stored: it is `yes` with evidence that counts."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    DONT_KNOW = "dont_know"
    NA = "na"


class Proof(enum.StrEnum):
    """The four kinds of evidence."""

    DOCUMENT = "document"
    COUNT = "count"
    EVENT = "event"
    EXAMPLE = "example"


class Agreement(enum.StrEnum):
    """How the talk about the stage ended."""

    STAGE = "stage"
    NOT_YET = "not_yet"
    NOT_AGREED = "not_agreed"


class Better(enum.StrEnum):
    """Which way an indicator should move."""

    UP = "up"
    DOWN = "down"


class StepState(enum.StrEnum):
    """How a next step stands."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    STUCK = "stuck"
    DONE = "done"
    DROPPED = "dropped"


class Acceptance(enum.StrEnum):
    """Whether the owner has said yes."""

    OPEN = "open"
    ACCEPTED = "accepted"
    TO_ASK = "to_ask"
    DECLINED = "declined"


class ParkedState(enum.StrEnum):
    """What became of a parked topic."""

    OPEN = "open"
    SETTLED = "settled"
    DROPPED = "dropped"


class AgreementKind(enum.StrEnum):
    """Kinds of written agreement between partners."""

    MOU = "mou"
    DATA_SHARING = "data_sharing"
    COMMUNICATION = "communication"
    OTHER = "other"


class RatingMethod(enum.StrEnum):
    """How a private or open rating is taken."""

    PAPER = "paper"
    PASS = "pass"
    HANDS = "hands"


class DebriefAnswer(enum.StrEnum):
    """How the facilitator judges one of the checks at every step, after the meeting."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_YET = "not_yet"


class QuestionKind(enum.StrEnum):
    """How a question of a questionnaire is answered."""

    AGREE = "agree"
    """On five steps, 1 strongly disagree to 5 strongly agree."""
    CHOICE = "choice"
    """One of its own choices, counted from 1."""


class PictureKind(enum.StrEnum):
    """The kinds of picture file that paper can carry."""

    PNG = "png"
    JPEG = "jpeg"
