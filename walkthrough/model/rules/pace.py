# SPDX-License-Identifier: MIT
"""The clock of a meeting: a timer that only signals, breaks, and whether there is time for what is left.

All moments are in UTC, all spans in whole seconds. Nothing in here ever ends or blocks anything.
"""

from __future__ import annotations

from datetime import datetime

import msgspec


class Clockwork(msgspec.Struct, frozen=True, gc=False):
    """How the clock of a live meeting stands.

    Args:
        began: when the meeting went live.
        ends: when it is to end; None if nobody said.
        part_began: when the present part or station was reached.
        timer_ends: when the running timer is over; None while none runs.
        timer_left: the seconds a paused timer has left; None while it is not paused.
        break_ends: when the break is over; None while there is none.
        break_began: when the present break began; None while there is none.
        resting: seconds spent in breaks that are over.
    """

    began: datetime
    ends: datetime | None = None
    part_began: datetime | None = None
    timer_ends: datetime | None = None
    timer_left: int | None = None
    break_ends: datetime | None = None
    break_began: datetime | None = None
    resting: int = 0
