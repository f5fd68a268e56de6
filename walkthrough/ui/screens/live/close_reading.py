# SPDX-License-Identifier: MIT
"""What the close of a meeting is made of, read once: steps, votes, topics, checks, what is held.

It must not know how any of it looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkthrough.model.content import Prompt
from walkthrough.model.queries.choosing import WithoutStep, choosing_rules, without_step
from walkthrough.model.queries.closing import (
    CheckRow,
    ClosingMeeting,
    HeldEntry,
    checks_of,
    closing_meeting,
    held_entries,
)
from walkthrough.model.queries.live_steps import raised_in
from walkthrough.model.queries.meetings import DecisionRow, ParkedRow, decisions, parked_topics
from walkthrough.model.queries.plan import StepRow, next_steps_of
from walkthrough.model.rules.every_step import said_aloud
from walkthrough.model.words import Acceptance, ParkedState
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.read_back_words import has_date, has_owner


@dataclass(frozen=True)
class CloseReading:
    """Everything the checklist asks about."""

    meeting: ClosingMeeting
    steps: tuple[StepRow, ...]
    raised: frozenset[str]
    without: tuple[WithoutStep, ...]
    topics: tuple[ParkedRow, ...]
    checks: tuple[CheckRow, ...]
    aloud: tuple[str, ...]
    held: tuple[HeldEntry, ...]
    decisions: tuple[DecisionRow, ...]

    def is_answered(self, step: StepRow) -> bool:
        """Tell whether a step was read back: its owner answered, or it was raised."""
        return step.acceptance is not Acceptance.OPEN or step.id in self.raised

    def to_read(self) -> tuple[StepRow, ...]:
        """Return the steps that still wait to be read back."""
        return tuple(step for step in self.steps if not self.is_answered(step))

    def lacking(self, safe: bool) -> tuple[StepRow, ...]:
        """Return the steps that nobody owns, as far as the reader may know, or that have no date."""
        open_steps = (step for step in self.steps if step.is_open)
        return tuple(step for step in open_steps if not (has_owner(step, safe) and has_date(step)))

    def checks_aloud(self) -> tuple[CheckRow, ...]:
        """Return the checks that are said aloud."""
        return tuple(row for row in self.checks if row.code in self.aloud)


def read_closing(hands: PartHands, checks: tuple[Prompt, ...]) -> CloseReading | None:
    """Read it; None if the meeting is gone. `checks` are those of the program, until the debrief begins."""
    here, read = hands.meeting_id, hands.read
    meeting = read(closing_meeting, here)
    if meeting is None:
        return None
    rules = read(choosing_rules, here)
    begun = read(checks_of, here)
    rows = begun or tuple(CheckRow("", check.id, check.text, None, "", None) for check in checks)
    topics = read(parked_topics)
    return CloseReading(
        meeting=meeting,
        steps=read(next_steps_of, here),
        raised=frozenset(row.step_id for row in read(raised_in, here) if row.step_id),
        without=read(without_step, rules.walk_id if rules is not None else None),
        topics=tuple(row for row in topics if row.meeting_id == here or row.state is ParkedState.OPEN),
        checks=rows,
        aloud=said_aloud([row.code for row in rows], meeting.place),
        held=read(held_entries),
        decisions=read(decisions, here),
    )
