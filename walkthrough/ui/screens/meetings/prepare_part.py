# SPDX-License-Identifier: MIT
"""Getting a meeting ready: what is missing, stations, stage check and votes, room, papers, what was sent.

Each card saves itself. It must not know the list of meetings.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.meeting import EditMeeting
from walkthrough.model.content import Shelf
from walkthrough.model.queries.prepare import Preparing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.meetings.bring_in_card import BringInCard
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.screens.meetings.phrases import FOR_YOU, minutes_words
from walkthrough.ui.screens.meetings.reading import MeetingDetail
from walkthrough.ui.screens.meetings.room_card import RoomCard
from walkthrough.ui.screens.meetings.stations_card import StationsCard
from walkthrough.ui.screens.meetings.today_card import TodayCard
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import text_field
from walkthrough.ui.widgets.places import Card, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _, ngettext


class PreparePart(ScrollPage):
    """The cards, one under the other."""

    print_asked = Signal()
    dry_run_asked = Signal()

    def __init__(self, hands: Hands, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self._meeting_id = ""
        self._ready = Prose(look="label")
        self.stations = StationsCard(hands, shelf.families_of)
        self.today, self.room, self.bring_in = TodayCard(hands), RoomCard(hands), BringInCard(hands)
        self.form = RowForm("meetings/arrange", hands.drafts, self._save, self)
        self.arrangements = self.form.add(
            "arrangements",
            text_field(
                N_("Language, access, child care, rides"), lines=2, hint=FOR_YOU, name="meeting_arrangements"
            ),
        )
        self._so_that_all_come = Card(N_("So that everybody can come"))
        self._so_that_all_come.add(self.arrangements)
        self.print_pack = Button(N_("Write the print pack…"), "plain", sign="reports", name="print_pack")
        papers = Card(N_("Papers"))
        papers.add(
            Prose(N_("Sign-in sheet, a worksheet for each station, a blank map, ballots."), look="small"),
            self.print_pack,
        )
        self.print_pack.clicked.connect(self.print_asked)
        self.room.dry_run_asked.connect(self.dry_run_asked)
        self.add(self._ready, self.stations, self.today, self.room, papers, self.bring_in)
        self.add(self._so_that_all_come)
        self.add_stretch()

    def show_detail(self, detail: MeetingDetail, safe: bool) -> None:
        """Show what is prepared for a meeting; arrangements are for the presenter alone."""
        facts = detail.prepared
        self._meeting_id = detail.row.id
        self._so_that_all_come.setVisible(not safe)
        if facts is None:
            return
        self._ready.set_plain(ready_words(detail, facts))
        self.stations.show_stations(detail.row.id, facts)
        self.today.show_today(detail.row.id, facts)
        self.room.show_room(detail.row.id, facts)
        self.bring_in.show_meeting(detail.row.id, facts.walk_id)
        self.form.show(detail.row.id, {"arrangements": detail.arrangements})

    def first(self) -> QWidget:
        """Return the control to begin with."""
        return self.stations.list

    def _save(self, column: str, value: Any) -> Any:
        return self._hands.do(EditMeeting(self._meeting_id, {column: value}))


def ready_words(detail: MeetingDetail, facts: Preparing) -> str:
    """Return what is still missing, or that nothing is."""
    row = detail.row
    gaps = (
        (not row.ends, _("when it ends")),
        (not detail.agenda, _("an agenda")),
        (facts.walk_id is None, _("a walk")),
        (bool(facts.stations) and not any(one.is_chosen for one in facts.stations), _("which stations")),
        (not detail.people, _("who is invited")),
        (facts.picture_cm is None or facts.back_row_cm is None, _("how large the room is")),
    )
    missing = [words for is_missing, words in gaps if is_missing]
    too_long = _too_long_words(detail, facts)
    if not missing:
        return too_long or _("Ready: nothing is missing.")
    n = len(missing)
    told = ngettext("{n} thing is still open: {what}.", "{n} things are still open: {what}.", n)
    return f"{told.format(n=n, what=', '.join(missing))} {too_long}".strip()


def _too_long_words(detail: MeetingDetail, facts: Preparing) -> str:
    """Return that the stations take longer than the agenda has for the walk, "" where they fit."""
    wanted = sum(one.minutes for one in facts.stations if one.is_chosen)
    planned = sum(part.minutes for part in detail.agenda if part.kind is AgendaKind.WALK)
    if not detail.agenda or wanted <= planned:
        return ""
    told = _("{stations} of stations, the agenda has {planned} for the walk.")
    return told.format(stations=minutes_words(wanted), planned=minutes_words(planned))
