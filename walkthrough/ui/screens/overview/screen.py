# SPDX-License-Identifier: MIT
"""Overview: the collaborative, and a card for each part of its work. It writes nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from walkthrough.model import ChangeSet
from walkthrough.model.queries.overview_page import overview_page
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.overview.cards import (
    GatheringCard,
    IndicatorCard,
    MeetingCard,
    PlanCard,
    SeatsCard,
    StageCard,
)
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.places import Column, ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_

CONCERNS = (
    "collaborative", "next_step", "finding", "station", "lane", "walk", "indicator", "point", "seat",
    "partner", "meeting", "stage_check", "criterion_answer", "evidence",
)  # fmt: skip


_TWO_COLUMNS = 720
"""The least width for two cards beside each other, at usual size."""


class OverviewScreen(Screen):
    """Where everything stands."""

    name = "overview"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.title, self.purpose = Heading(1), Prose(look="soft")
        self.stage, self.plan = StageCard(desk.go), PlanCard(desk.go)
        self.gatherings, self.indicators = GatheringCard(desk.go), IndicatorCard(desk.go)
        self.seats, self.meeting = SeatsCard(desk.go), MeetingCard(desk.go)
        page = ScrollPage(gap="gap")
        head = Column(gap="half")
        head.add(self.title, self.purpose)
        page.add(head, self._cards())
        page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def refresh(self) -> None:
        """Read everything again."""
        shown = self.desk.workbook.read(overview_page, self.desk.clock.today())
        if shown.head is None:
            self.title.set_words(N_("A collaborative without a name"))
        else:
            self.title.set_plain(shown.head.name)
            self.purpose.set_plain(" · ".join(part for part in (shown.head.area, shown.head.purpose) if part))
        self.stage.show_stage(shown.stage)
        self.plan.show_counts(shown.steps)
        self.gatherings.show_gatherings(shown.gatherings)
        self.indicators.show_indicators(shown.indicators)
        sectors = {sector.id: sector.name for sector in self.desk.shelf.sectors}
        self.seats.show_seats(shown.empty_seats, sectors)
        begun, following = self.desk.workbook.live_now.found(), shown.next_meeting
        is_begun = begun is not None and following is not None and begun.showing.meeting_id == following.id
        self.meeting.show_meeting(following, is_begun=is_begun)

    def concerns(self, changes: ChangeSet) -> bool:
        """Nearly everything shows here."""
        return changes.touches(*CONCERNS)

    def first_focus(self) -> QWidget:
        """The first way on, at the top."""
        return self.stage.head.findChild(QWidget, "overview.stage") or self

    def _cards(self) -> QWidget:
        small = (self.plan, self.gatherings, self.meeting, self.indicators)
        return CardGrid(self.stage, small, self.seats)


class CardGrid(QWidget):
    """A wide card, small cards two by two, a wide card; under each other where there is little room."""

    def __init__(self, above: QWidget, small: tuple[QWidget, ...], below: QWidget) -> None:
        super().__init__()
        self._above, self._small, self._below = above, small, below
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self._arrange(2)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: what two need must not keep the page wide."""
        cards = (self._above, *self._small, self._below)
        return QSize(
            max(card.minimumSizeHint().width() for card in cards), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= look_of(self).px(_TWO_COLUMNS) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        grid = self._grid
        grid.setSpacing(look_of(self).space("gap"))
        grid.addWidget(self._above, 0, 0, 1, columns)
        for number, card in enumerate(self._small):
            grid.addWidget(card, 1 + number // columns, number % columns)
        grid.addWidget(self._below, 1 + len(self._small), 0, 1, columns)
        for column in (0, 1):
            grid.setColumnStretch(column, 1 if column < columns else 0)
