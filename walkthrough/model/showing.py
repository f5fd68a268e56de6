# SPDX-License-Identifier: MIT
"""Where the room is looking in a live meeting: keys and numbers only.

So nothing typed can reach the wall but through the database and its privacy classes.
"""

from __future__ import annotations

import enum

import msgspec

from walkthrough.model.words import AgendaKind, RatingMethod

READ_AT_ONCE = 3
"""Entries on one page when a station is read back: so many fit on the smallest wall."""


class Card(enum.StrEnum):
    """The cards of the opening, in their order."""

    PURPOSE = "purpose"
    ROLES = "roles"
    RULES = "rules"
    NOTES = "notes"
    FAMILY = "family"
    NOT_HERE = "not_here"


class Call(enum.StrEnum):
    """What the presenter has called onto the wall within a part; NONE is its usual picture."""

    NONE = "none"
    RULE_AND_PRACTICE = "rule_and_practice"
    HAND_OFF = "hand_off"
    LADDER = "ladder"
    MAP = "map"
    STATION_READ_BACK = "station_read_back"
    LOOK_ACROSS = "look_across"
    TOTALS = "totals"
    WEIGHED = "weighed"
    FIST = "fist"
    CRITERION = "criterion"


class Showing(msgspec.Struct, frozen=True, gc=False):
    """Where the room is looking.

    Args:
        meeting_id: the live meeting.
        part: which part of the agenda.
        station_id: the station being walked; "" for none.
        prompt_id: the question asked now; "" for the station's first that must be asked.
        call: what was called up within the part.
        page: which page of it, the first 0.
        at: the key of the row that is shown alone: a step read back, a theme, a criterion; "" for none.
        done: the keys of the rows that are dealt with (steps read back).
        revealed: whether totals and ratings may be shown.
        many_in: how many ballots or hands are in, for "7 of 11 in".
        method: how they are being taken now; None for what the meeting or its last round says.
    """

    meeting_id: str
    part: AgendaKind
    station_id: str = ""
    prompt_id: str = ""
    call: Call = Call.NONE
    page: int = 0
    at: str = ""
    done: tuple[str, ...] = ()
    revealed: bool = False
    many_in: int = 0
    method: RatingMethod | None = None
