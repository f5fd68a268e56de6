# SPDX-License-Identifier: MIT
"""Help for the facilitator in the moment, in our own short words. No widget stands here.

{blank}, {rest} and {remove} are the keys of this machine.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkthrough.wording import N_


@dataclass(frozen=True)
class Topic:
    """One moment: what happens, and what can be said or done, a sentence or two in each line."""

    key: str
    title: str
    lines: tuple[str, ...]


TOPICS = (
    Topic(
        "blame",
        N_("The talk turns to blame"),
        (
            N_("Say: we look at how the system works, not at who is at fault."),
            N_("Ask: what made it likely that this would happen?"),
            N_("Write it down as a gap between two steps, without a name."),
        ),
    ),
    Topic(
        "one_voice",
        N_("One voice fills the room"),
        (
            N_("Say: thank you, I have that down. Who sees it in another way?"),
            N_("Go round the table, one sentence each. Who spoke most goes last."),
            N_("Or let everyone write in silence for two minutes."),
        ),
    ),
    Topic(
        "nobody",
        N_("Nobody wants to own it"),
        (
            N_("Ask: who could say yes to a first small part of this?"),
            N_("If that person is not here, choose who asks them, and by when."),
            N_("If this table cannot decide, raise the question to a tier. Do not let it drift."),
        ),
    ),
    Topic(
        "silent",
        N_("The room is silent"),
        (
            N_("Count to ten. People may be thinking."),
            N_("Ask something smaller: what happens first when the phone rings?"),
            N_("Let people talk in pairs for two minutes. Then hear one thing from each pair."),
        ),
    ),
    Topic(
        "painful",
        N_("Somebody tells a painful story"),
        (
            N_("Stop typing. Say: thank you for telling us. Would you like a pause?"),
            N_("{blank} blanks the wall, {rest} starts a break."),
            N_("Ask what may be written down, and in which words. Nobody has to tell more."),
            N_("Talk with the person after the meeting."),
        ),
    ),
    Topic(
        "client",
        N_("Somebody names a client"),
        (
            N_("Blank the wall first: {blank}."),
            N_("Say: let us stay with the made-up family."),
            N_("If it was typed: choose the row and press {remove}. It goes for good, from backups too."),
            N_("Do not point at who said it."),
        ),
    ),
    Topic(
        "silent_write",
        N_("A silent write"),
        (
            N_("Everyone writes for two minutes, one idea on each note. Nobody talks."),
            N_("Then each person reads one note, round and round, until all are heard."),
            N_("Type each note as it is read."),
        ),
    ),
    Topic(
        "round_robin",
        N_("A round robin"),
        (
            N_("Go round the table: one sentence each, or pass."),
            N_("Wait with answers until all have had their turn."),
            N_("A parent or a front-line worker begins. Who has the most power goes last."),
        ),
    ),
)
