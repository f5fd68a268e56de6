# SPDX-License-Identifier: MIT
"""Which class shows which part of the agenda. Its module is imported when the meeting first comes to it."""

from __future__ import annotations

import importlib
import importlib.util

from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.live.part import LiveDesk, LivePart
from walkthrough.ui.screens.live.plain_part import PlainPart

_HERE = "walkthrough.ui.screens.live"
PARTS = {
    AgendaKind.OPEN: ("open_part", "OpenPart"),
    AgendaKind.LAST_TIME: ("last_time_part", "LastTimePart"),
    AgendaKind.WALK: ("walk_part", "WalkPart"),
    AgendaKind.CHOOSE: ("choose_part", "ChoosePart"),
    AgendaKind.STAGE_CHECK: ("stage_part", "StagePart"),
    AgendaKind.NEXT_STEPS: ("steps_part", "StepsPart"),
    AgendaKind.READ_BACK: ("read_back_part", "ReadBackPart"),
    AgendaKind.CLOSE: ("close_part", "ClosePart"),
}
"""The others (a break, the dashboard, raised questions, decisions) show what there is: PlainPart."""


def make_part(kind: AgendaKind, live: LiveDesk) -> LivePart:
    """Return the part for a kind of agenda part."""
    module, name = PARTS.get(kind, ("", ""))
    if not module or importlib.util.find_spec(f"{_HERE}.{module}") is None:
        return PlainPart(kind, live)
    part: LivePart = getattr(importlib.import_module(f"{_HERE}.{module}"), name)(live)
    return part
