# SPDX-License-Identifier: MIT
"""What the registry's actions do on every page with a capture line, and where the side's fields are written.

It must not know on which page the walk stands.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from walkthrough.model.commands.station import MarkAsked, SetRuleAndPractice, SetStationNote, WriteHandOff
from walkthrough.model.words import Kind
from walkthrough.ui.page import Handlers
from walkthrough.ui.walking.deeds import Deeds
from walkthrough.ui.walking.row_work import ACTIONS, RowWork
from walkthrough.ui.walking.walk_desk import WalkDesk

if TYPE_CHECKING:
    from walkthrough.ui.walking.capture_line import CaptureLine

HEADS = ("walk", "lane", "station", "sub_step", "prompt", "hand_off")
"""Tables whose change makes the whole walk be read again."""
ENTRIES = ("finding", "parked_topic", "decision", "next_step", "indicator", "step_finding")


def walk_handlers(place: WalkDesk, rows: RowWork) -> Handlers:
    """Kinds, lanes, entries and what is in view."""
    kinds = {f"capture.kind.{kind}": partial(rows.use_kind, kind) for kind in Kind}
    lanes = {f"capture.lane.{n}": partial(rows.tag, n) for n in range(10)}
    entries = {f"entry.{name}": partial(rows.ask, name) for name in ACTIONS}
    return {
        **kinds,
        **lanes,
        **entries,
        "view.all_lanes": place.show_all_lanes,
        "view.picture": place.map.scene.toggle_table,
    }


def write_side(place: WalkDesk, deeds: Deeds, line: CaptureLine) -> None:
    """Have what is written in the side's fields become rows; Esc leads back to the line."""
    side, write = place.station.side, deeds.do
    side.prompt_asked.connect(lambda prompt, on: write(MarkAsked(prompt, on)))
    side.rule_written.connect(lambda *values: write(SetRuleAndPractice(place.place, *values)))
    side.hand_off_written.connect(lambda values: write(WriteHandOff(place.place, values)))
    side.note_written.connect(lambda text: write(SetStationNote(place.place, text)))
    side.left.connect(line.text.control.setFocus)
