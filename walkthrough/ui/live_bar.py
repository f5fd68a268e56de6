# SPDX-License-Identifier: MIT
"""The bar that leads back to a live meeting: after a crash, and from any other page while it goes on.

It names the part and the station, nothing that anybody typed. It must not know the live screen.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from walkthrough.model import Workbook
from walkthrough.model.queries.wall.view import wall_view
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _


class LiveBar(InfoBar):
    """One bar over the pages; hidden on the live page."""

    go_on_asked = Signal()

    def __init__(self) -> None:
        self._go_on = Button(N_("&Go on"), "primary", name="live.go_on", keys="Ctrl+L")
        self._not_now = Button(N_("&Not now"), "quiet", name="live.not_now")
        both = Row()
        both.add(self._go_on, self._not_now)
        super().__init__("note", button=both)
        self._go_on.clicked.connect(self.go_on_asked)
        self._not_now.clicked.connect(self.hide)

    def offer(self, workbook: Workbook) -> None:
        """Say where the meeting was when the program ended, and take the focus: Enter goes on."""
        self._not_now.show()
        self.show_words(lambda: _interrupted(workbook), "warn")
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def remind(self, workbook: Workbook) -> None:
        """Say that the meeting goes on while another page is in view."""
        self._not_now.hide()
        self.show_words(lambda: _going_on(workbook))


def _interrupted(workbook: Workbook) -> str:
    place = _place(workbook)
    if not place:
        return _("You were in a live meeting. Go on with it?")
    return _("You were in a live meeting: {place}. Go on there?").format(place=place)


def _going_on(workbook: Workbook) -> str:
    place = _place(workbook)
    return (
        _("The meeting is going on: {place}.").format(place=place) if place else _("The meeting is going on.")
    )


def _place(workbook: Workbook) -> str:
    """Where the meeting is, as "Walk, Birth"."""
    state = workbook.live_now.found()
    if state is None:
        return ""
    station = workbook.read(wall_view, state.showing).head.station
    part = word(state.showing.part)
    return _("{part}, {station}").format(part=part, station=station) if station else part
