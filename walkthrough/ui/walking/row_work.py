# SPDX-License-Identifier: MIT
"""What the keys do to the marked entry, or to the newest one. The focus goes back to the line."""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.model.queries.entries import EntryRow
from walkthrough.model.words import FINDING_KINDS, Kind
from walkthrough.ui.walking.deeds import Deeds, as_edited
from walkthrough.ui.walking.line_work import LineWork
from walkthrough.ui.walking.walk_desk import WalkDesk
from walkthrough.wording import _

ACTIONS = (
    "edit",
    "again",
    "merge",
    "theme",
    "next_step",
    "earlier",
    "later",
    "hold",
    "bin",
    "remove_for_good",
)
STAYS = ("again", "earlier", "later", "hold")
"""What leaves the focus in the list, if it was there."""


class RowWork:
    """Answers the actions "entry.*" of the registry."""

    def __init__(self, place: WalkDesk, line_work: LineWork) -> None:
        self._place, self._line_work, self._line = place, line_work, place.line
        self.deeds: Deeds | None = None
        entries = place.station.entries
        entries.activated_row.connect(lambda _id: self.ask("edit"))
        entries.edit_asked.connect(lambda _id: self.ask("edit"))
        entries.bin_asked.connect(lambda _id: self.ask("bin"))
        entries.again_asked.connect(lambda _id: self.ask("again"))

    def can(self, name: str) -> bool:
        """Tell whether there is an entry for this."""
        row = self._place.station.chosen()
        if row is None:
            return False
        return row.kind in FINDING_KINDS if name in ("again", "merge", "theme", "next_step") else True

    def ask(self, name: str) -> None:
        """Do one of ACTIONS to the entry."""
        row = self._place.station.chosen()
        if row is None or self.deeds is None:
            return
        doing: dict[str, Callable[[EntryRow], object]] = {
            "edit": self._line_work.edit,
            "again": self.deeds.say_again,
            "merge": self._begin_join,
            "theme": self._line_work.gather,
            "next_step": self._begin_step,
            "earlier": lambda row: self._move(row, -1),
            "later": lambda row: self._move(row, 1),
            "hold": self.deeds.hold,
            "bin": self.deeds.drop,
            "remove_for_good": self.deeds.remove_for_good,
        }
        sorting = name in STAYS and self._place.station.entries.hasFocus()
        doing[name](row)
        if not sorting:  # the next row is sorted from the list too
            self._line.text.control.setFocus()

    def use_kind(self, kind: Kind) -> None:
        """Ctrl and a digit: the marked row's kind while the list has the focus, else the line's."""
        row = self._place.station.chosen()
        if self._place.station.entries.hasFocus() and row is not None and self.deeds is not None:
            self.deeds.make_kind(row, kind)
            return
        self._line.use(self._line.line.with_kind(kind))
        self._line.text.control.setFocus()

    def tag(self, number: int) -> None:
        """Alt and a digit: the marked row's lane while the list has the focus, else the line's."""
        lane = next((lane for lane in self._line.lanes if lane.pos == number), None)
        if lane is None:
            return
        row = self._place.station.chosen()
        if self._place.station.entries.hasFocus() and row is not None and self.deeds is not None:
            self.deeds.tag(row, lane.id, lane.short)
        else:
            self._line.use(self._line.line.with_lane(lane.id))

    def _begin_join(self, row: EntryRow) -> None:
        """Put "#12 + #" on the line: the other number and Enter join them."""
        if row.kind not in FINDING_KINDS or not self._line.is_untouched():
            return
        self._line.use(self._line.line.emptied().typed(_("#{n} + #").format(n=row.number)))

    def _begin_step(self, row: EntryRow) -> None:
        if row.kind in FINDING_KINDS:
            self._line.use(self._line.line.answering(as_edited(row)))

    def _move(self, row: EntryRow, by: int) -> None:
        order = [station.id for station in self._place.stations]
        if not order or self.deeds is None:
            return
        if row.station_id is None:  # nowhere yet: on is the first, back is the last
            there = 0 if by > 0 else len(order) - 1
        elif row.station_id in order:
            there = order.index(row.station_id) + by
        else:
            return
        if 0 <= there < len(order):
            self.deeds.move(row, order[there], self._place.stations[there].name)
