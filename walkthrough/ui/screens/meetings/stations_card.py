# SPDX-License-Identifier: MIT
"""Which stations are walked in a meeting, with minutes each, and with which made-up family.

Space puts a station on or off the list. It must not know how a walk is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.family import UseFamily
from walkthrough.model.commands.prepare import SetMeetingStations
from walkthrough.model.content.shapes import Family
from walkthrough.model.queries.prepare import PlannedStation, Preparing
from walkthrough.model.rules.agendas import LEAST_PER_STATION
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.screens.meetings.phrases import minutes_words
from walkthrough.ui.widgets.field import choice_field, number_field
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, Row
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _, ngettext

_SPACE = " "
FamiliesOf = Callable[[str], tuple[Family, ...]]
"""The made-up families that walk a route, by its id."""


class StationsCard(Card):
    """The stations of the walk, ticked or not."""

    def __init__(self, hands: Hands, families_of: FamiliesOf, parent: QWidget | None = None) -> None:
        super().__init__(N_("Stations to walk"), parent=parent)
        self._hands, self._families_of = hands, families_of
        self._families: tuple[Family, ...] = ()
        self._meeting_id = ""
        self._facts: Preparing | None = None
        self._sum, self._warning = Prose(look="label"), InfoBar("warn")
        self.list = FitList(
            N_("Stations to walk"), keys=_SPACE, empty=N_("Start a walk first: its stations are chosen here.")
        )
        self.minutes = number_field(N_("Minutes at this station"), least=1, most=240, name="station_minutes")
        self.family = choice_field(N_("Made-up family"), name="meeting_family")
        row = Row(gap="gap")
        row.box.addWidget(self.minutes, 1, Qt.AlignmentFlag.AlignTop)
        row.box.addWidget(self.family, 2, Qt.AlignmentFlag.AlignTop)
        # What is chosen stands above the list: the chosen rows may lie below the fold.
        self.add(self._sum, Prose(N_("Space takes a station on or off."), look="small"))
        self.add(self.list, self._warning, row)
        self.list.key_asked.connect(self._on_key)
        self.list.activated_row.connect(self._turn)
        self.list.chosen.connect(lambda _key: self._show_minutes())
        self.minutes.committed.connect(self._set_minutes)
        self.family.committed.connect(self._use_family)

    def show_stations(self, meeting_id: str, facts: Preparing) -> None:
        """Show the stations of the meeting's walk."""
        self._meeting_id, self._facts = meeting_id, facts
        self.list.set_rows([_cells(row) for row in facts.stations])
        chosen = [row for row in facts.stations if row.is_chosen]
        self._sum.set_plain(_sum_words(chosen))
        short = [row.name for row in chosen if row.minutes < LEAST_PER_STATION]
        self._warning.setVisible(bool(short))
        if short:
            told = _("Under {least} minutes: {names}. People need longer to say what they know.")
            self._warning.show_words(
                plain(told.format(least=LEAST_PER_STATION, names=", ".join(short))), "warn"
            )
        self._families = self._families_of(facts.route)
        self.family.control.set_options([(one.id, plain(one.name)) for one in self._families])
        known = next((one.id for one in self._families if one.name == facts.family), None)
        self.family.set_value(known)
        self.family.setVisible(bool(self._families))
        self._show_minutes()

    def _here(self) -> PlannedStation | None:
        rows = self._facts.stations if self._facts is not None else ()
        return next((row for row in rows if row.id == self.list.chosen_id()), None)

    def _show_minutes(self) -> None:
        row = self._here()
        self.minutes.setVisible(row is not None and row.is_chosen)
        if row is not None:
            self.minutes.set_value(row.minutes)

    def _on_key(self, key: str, pressed: str) -> None:
        if pressed == _SPACE:
            self._turn(key)

    def _turn(self, key: str) -> None:
        rows = self._facts.stations if self._facts is not None else ()
        self._set({row.id: row.minutes for row in rows if row.is_chosen != (row.id == key)})

    def _set_minutes(self, value: Any) -> None:
        row, rows = self._here(), self._facts.stations if self._facts is not None else ()
        if row is not None and row.is_chosen and value:
            self._set({one.id: value if one is row else one.minutes for one in rows if one.is_chosen})

    def _set(self, chosen: dict[str, int]) -> None:
        self._hands.did(SetMeetingStations(self._meeting_id, tuple(chosen.items())))

    def _use_family(self, key: Any) -> None:
        family = next((one for one in self._families if one.id == key), None)
        walk = self._facts.walk_id if self._facts is not None else None
        if family is not None and walk is not None and self._hands.did(UseFamily(walk, family)):
            self._hands.say(_("We walk with {family} now.").format(family=family.name))


def _cells(row: PlannedStation) -> GroupCells:
    mark = ("good", minutes_words(row.minutes)) if row.is_chosen else ("quiet", _("not today"))
    text = f"{row.number}. {row.name}"
    return GroupCells(id=row.id, text=text, marks=(mark,), is_soft=not row.is_chosen)


def _sum_words(chosen: Sequence[PlannedStation]) -> str:
    if not chosen:
        return _("None chosen: all stations can be walked.")
    n, minutes = len(chosen), sum(row.minutes for row in chosen)
    # Translators: the stations chosen for a meeting, then how many they are and how long they take together.
    told = ngettext("{names}: {n} station, {minutes}", "{names}: {n} stations, {minutes}", n)
    return told.format(n=n, names=", ".join(row.name for row in chosen), minutes=minutes_words(minutes))
