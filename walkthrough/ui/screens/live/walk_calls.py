# SPDX-License-Identifier: MIT
"""What of a station is called onto the wall, and which page of it: the same key takes it off again.

It must not know a widget.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from walkthrough.model.showing import READ_AT_ONCE, Call, Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.widgets.spoken import Words
from walkthrough.wording import N_

CALLED: dict[Call, Words] = {
    Call.RULE_AND_PRACTICE: N_("On the wall: rule and practice"),
    Call.HAND_OFF: N_("On the wall: hand-off"),
    Call.LADDER: N_("On the wall: how many stay"),
    Call.MAP: N_("On the wall: map"),
    Call.STATION_READ_BACK: N_("On the wall: read-back"),
}


@dataclass(frozen=True)
class Calls:
    """The question chosen for the wall, what is called up instead, and its page."""

    prompt_id: str = ""
    call: Call = Call.NONE
    number: int = 0

    def toggled(self, call: Call) -> Calls:
        """Call something up, or take it off if it is up already."""
        return replace(self, call=Call.NONE if call is self.call else call, number=0)

    def asking(self, prompt_id: str) -> Calls:
        """Put another question up; the same one again gives way to the station's first."""
        return Calls("" if prompt_id == self.prompt_id else prompt_id)

    def turned(self, by: int, many: int) -> Calls | None:
        """Go to another page of what is read back, `many` entries in all; None where there is none."""
        there = self.number + by
        if self.call is not Call.STATION_READ_BACK or not 0 <= there * READ_AT_ONCE < many:
            return None
        return replace(self, number=there)

    def showing(self, meeting_id: str, station_id: str) -> Showing:
        """Return where the room is looking."""
        return Showing(
            meeting_id,
            AgendaKind.WALK,
            station_id=station_id,
            prompt_id=self.prompt_id,
            call=self.call,
            page=self.number,
        )


def calls_of(showing: Showing) -> Calls:
    """Return what was called up when the walk was left like this."""
    if showing.part is not AgendaKind.WALK:
        return Calls()
    return Calls(showing.prompt_id, showing.call, showing.page)
