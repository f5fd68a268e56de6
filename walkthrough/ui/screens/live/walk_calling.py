# SPDX-License-Identifier: MIT
"""What the presenter calls onto the wall at a station, and how the presenter's own side follows.

It must not know the wall: the part hands on what `calls` says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from walkthrough.model.commands.station import MarkAsked
from walkthrough.model.showing import Call
from walkthrough.ui.page import Handlers
from walkthrough.ui.screens.live.walk_calls import CALLED, Calls
from walkthrough.ui.screens.live.walk_place import TodayDesk
from walkthrough.ui.walking.deeds import Deeds
from walkthrough.ui.widgets.spoken import plain
from walkthrough.wording import _

if TYPE_CHECKING:
    from walkthrough.ui.screen import Desk


class Calling:
    """Calls things up and takes them off; `changed` is called whenever the wall has to follow."""

    def __init__(self, desk: Desk, place: TodayDesk, deeds: Deeds, changed: Callable[[], None]) -> None:
        self._desk, self._place, self._side = desk, place, place.side
        self._deeds, self._changed = deeds, changed
        self.calls = Calls()
        place.middle.currentChanged.connect(lambda _at: self._follow_map())

    def handlers(self) -> Handlers:
        """Return what the registry's actions do here."""
        return {
            "capture.hand_off": self._call_hand_off,
            "live.rule": partial(self._call_card, Call.RULE_AND_PRACTICE, "rule"),
            "live.ladder": partial(self._call_card, Call.LADDER, "count"),
            "live.read_station": partial(self._toggle, Call.STATION_READ_BACK),
            "view.map": self._place.toggle_map,
            "view.questions": self._ask_all,
        }

    def clear(self) -> None:
        """Another station: what was called up belonged to the one before. The map stays: it has them all."""
        self._call(Calls(call=Call.MAP if self._place.shows_map() else Call.NONE))

    def turn(self, by: int) -> bool:
        """Turn the page of what is read back; False if there is none."""
        turned = self.calls.turned(by, self._place.station.entries.row_count())
        if turned is not None:
            self._call(turned)
        return turned is not None

    def _toggle(self, call: Call) -> None:
        self._call(self.calls.toggled(call))

    def _call(self, calls: Calls) -> None:
        if calls == self.calls:
            self._changed()
            return
        turned = calls.call is not self.calls.call
        self.calls = calls
        self.show_calls()
        if turned:
            up = CALLED.get(calls.call)
            self._desk.say(_(up) if isinstance(up, str) else _("On the wall: the station as usual."))
        self._changed()

    def show_calls(self) -> None:
        """Say beside the station what is on the wall."""
        call, station = self.calls.call, self._place.station
        station.called.setVisible(call is not Call.NONE)
        if call is not Call.NONE:
            station.called.set_chip("note", CALLED.get(call, plain("")))
        self._side.panel.prompts.mark_on_wall(self.calls.prompt_id)
        as_said = call is Call.STATION_READ_BACK
        if as_said is not self._place.entries.oldest_first:
            self._place.entries.oldest_first = as_said
            self._place.show_entries()

    def _call_card(self, call: Call, tab: str) -> None:
        if self._place.shows_map():
            self._place.toggle_map()
        self._toggle(call)
        if self.calls.call is call:
            self._side.turn_to(tab)

    def _call_hand_off(self) -> None:
        if not self._place.station.to_hand_off():
            self._desk.say(_("There is no hand-off card here. The diamonds on the path have one."))
            return
        if self._place.shows_map():
            self._place.toggle_map()
        self._toggle(Call.HAND_OFF)
        if self.calls.call is Call.HAND_OFF:
            self._side.turn_to("hand_off")
            self._place.station.to_hand_off()
        else:
            self._place.line.text.control.setFocus()

    def _follow_map(self) -> None:
        if self._place.shows_map() is not (self.calls.call is Call.MAP):
            self._toggle(Call.MAP)

    def _ask_all(self) -> None:
        prompts = self._side.panel.prompts
        prompts.toggle()
        if prompts.shows_all():
            self._side.turn_to("ask")
            prompts.first_focus().setFocus()
        else:
            self._place.line.text.control.setFocus()

    def put_up(self, prompt_id: str) -> None:
        """Enter on a question: it stands on the wall, and so it has been asked."""
        self._call(self.calls.asking(prompt_id))
        if self.calls.prompt_id:
            self._deeds.do(MarkAsked(prompt_id))
        self._place.line.text.control.setFocus()
