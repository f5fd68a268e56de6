# SPDX-License-Identifier: MIT
"""Fist to five: what the fingers shown mean for going on. Pure."""

from __future__ import annotations

from collections.abc import Sequence

FINGERS = 6
"""A fist (no finger), and one to five fingers."""


def outcome(counts: Sequence[int]) -> str:
    """Say what follows from a count.

    Args:
        counts: how many showed no finger, one, ... five.

    Returns:
        "stop" (a fist: stop and hear it), "hear" (one or two fingers: hear the concerns), "go" (all show
        three or more), or "" while nobody showed any.
    """
    if counts[0]:
        return "stop"
    if any(counts[1:3]):
        return "hear"
    return "go" if any(counts[3:]) else ""
