# SPDX-License-Identifier: MIT
"""The cards of the overview: each shows one part of the work and leads to it. They read nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from walkthrough.export.pictures.runs import current_words, short_verdict, value_words
from walkthrough.export.pictures.stage import agreed_so_far, strip_scene, wanted_so_far
from walkthrough.export.terms import term
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.overview import Gathering, StepCounts
from walkthrough.model.queries.partners import SeatRow
from walkthrough.model.queries.stage_rows import StageSummary
from walkthrough.ui.screen import Go
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.inputs import day_words
from walkthrough.ui.widgets.places import Card, Column, FlowRow
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current, ngettext

SEATS_SHOWN = 6
INDICATORS_SHOWN = 3


def _leads_to(words: str, name: str, follow: Callable[[], object]) -> Button:
    button = Button(words, "quiet", name=name)
    button.clicked.connect(follow)
    return button


class StageCard(Card):
    """Which stage was agreed, and which is wanted."""

    def __init__(self, go: Go) -> None:
        super().__init__(N_("Where our work together stands"))
        self.add_beside_title(
            _leads_to(N_("Open the stage check"), "overview.stage", lambda: go("stage-check"))
        )
        self.picture = SceneView(N_("The stages, with the one agreed and the one wanted"), table_button=False)
        self.picture.picture.setMinimumWidth(1)  # it shrinks with the page rather than keep it wide
        self.words = Prose()
        self.add(self.picture, self.words)

    def show_stage(self, summary: StageSummary | None) -> None:
        """Show the newest check, or how to begin."""
        self.picture.setVisible(summary is not None)
        if summary is None:
            self.words.set_words(N_("Nobody has checked the stage yet. It takes four questions."))
            return
        self.picture.set_scene(strip_scene(current(), summary, 560.0))
        self.words.set_words(
            lambda: " ".join(
                part
                for part in (agreed_so_far(current(), summary), wanted_so_far(current(), summary))
                if part
            )
        )


class PlanCard(Card):
    """How many next steps are open, overdue and done."""

    def __init__(self, go: Go) -> None:
        super().__init__(N_("Next steps"))
        self.add_beside_title(_leads_to(N_("See the plan"), "overview.plan", lambda: go("plan")))
        self.figure = Heading(0)
        self.chips = FlowRow()
        self.overdue = Chip("warn", N_("Overdue"))
        self.stuck = Chip("note", N_("Stuck"))
        self.done = Chip("good", N_("Done"))
        self.chips.add(self.overdue, self.stuck, self.done)
        self.add(self.figure, self.chips)

    def show_counts(self, counts: StepCounts) -> None:
        """Show the counts; what is zero is left out."""
        self.figure.set_words(
            lambda: (
                ngettext("{n} open", "{n} open", counts.open).format(n=counts.open)
                if counts.open + counts.done
                else _("No next step yet")
            )
        )
        told = (
            (self.overdue, counts.overdue, "warn", lambda n: ngettext("{n} overdue", "{n} overdue", n)),
            (self.stuck, counts.stuck, "note", lambda n: ngettext("{n} stuck", "{n} stuck", n)),
            (self.done, counts.done, "good", lambda n: ngettext("{n} done", "{n} done", n)),
        )
        for chip, count, kind, words in told:
            chip.setVisible(count > 0)
            chip.set_chip(kind, partial(_counted, words, count))


def _counted(words: Callable[[int], str], n: int) -> str:
    return words(n).format(n=n)


class GatheringCard(Card):
    """Where barriers gather, by station; no ranking of agencies."""

    def __init__(self, go: Go) -> None:
        super().__init__(N_("Where barriers gather"))
        self._go = go
        self.add_beside_title(_leads_to(N_("Go on walking"), "overview.walk", lambda: go("walk")))
        self.rows = FlowRow()
        self.empty = Prose(N_("No barrier has been recorded yet."), look="soft")
        self.add(self.empty, self.rows)

    def show_gatherings(self, gatherings: tuple[Gathering, ...]) -> None:
        """Show the places, each one a button that leads there."""
        self.rows.clear()
        self.empty.setVisible(not gatherings)
        for place in gatherings:
            self.rows.add(self._row(place))

    def _row(self, place: Gathering) -> QWidget:
        def words() -> str:
            return ngettext("{station}: {n} barrier", "{station}: {n} barriers", place.barriers).format(
                station=place.station, n=place.barriers
            )

        button = Button(words, "quiet", sign="barrier", name=f"overview.gathering.{place.station_id}")
        button.clicked.connect(lambda: self._go("walk", station_id=place.station_id))
        return button


class IndicatorCard(Card):
    """The first indicators: now, target, and what may be said of the points."""

    def __init__(self, go: Go) -> None:
        super().__init__(N_("Indicators"))
        self.add_beside_title(_leads_to(N_("See them all"), "overview.indicators", lambda: go("indicators")))
        self.rows = Column(gap="unit")
        self.empty = Prose(N_("No indicator has been set yet."), look="soft")
        self.add(self.empty, self.rows)

    def show_indicators(self, rows: tuple[IndicatorRow, ...]) -> None:
        """Show the first few."""
        self.rows.clear()
        self.empty.setVisible(not rows)
        for row in [row for row in rows if not row.held][:INDICATORS_SHOWN]:
            self.rows.add(_indicator(row))


def _indicator(row: IndicatorRow) -> QWidget:
    column = Column(gap="")
    name = Prose(plain(row.name), look="label")

    def words() -> str:
        return _("{now}. Target {target}. {verdict}").format(
            now=current_words(current(), row),
            target=value_words(current(), row, row.target),
            verdict=short_verdict(current(), row),
        )

    column.add(name, Prose(words, look="soft"))
    return column


class SeatsCard(Card):
    """Who is not at the table yet."""

    def __init__(self, go: Go) -> None:
        super().__init__(N_("Empty chairs"))
        self.add_beside_title(_leads_to(N_("See the partners"), "overview.partners", lambda: go("partners")))
        self.words = Prose()
        self.add(self.words)

    def show_seats(self, seats: tuple[SeatRow, ...], sectors: dict[str, str]) -> None:
        """Name the first empty seats by partner or sector and tier."""

        def words() -> str:
            if not seats:
                return _("Every chair that is set is filled.")
            named = [
                f"{seat.partner or sectors.get(seat.sector, seat.sector)} ({term(current(), seat.tier)})"
                for seat in seats[:SEATS_SHOWN]
            ]
            more = len(seats) - len(named)
            listed = ", ".join(named)
            if more > 0:
                return ngettext("{listed} and {n} more", "{listed} and {n} more", more).format(
                    listed=listed, n=more
                )
            return listed

        self.words.set_words(words)


class MeetingCard(Card):
    """When the next meeting is."""

    def __init__(self, go: Go) -> None:
        super().__init__(N_("Next meeting"))
        self.add_beside_title(_leads_to(N_("See the meetings"), "overview.meetings", lambda: go("meetings")))
        self.day = Heading(2)
        self.words = Prose(look="soft")
        self.start = Button(N_("Start the meeting"), "plain", name="overview.start", keys="Ctrl+L")
        self.start.clicked.connect(lambda: go("live", start=True))
        buttons = FlowRow()
        buttons.add(self.start)
        self.add(self.day, self.words, buttons)

    def show_meeting(self, meeting: MeetingRow | None, *, is_begun: bool) -> None:
        """Show day, time and place; `is_begun`: it was live before and can go on."""
        self.start.set_words(N_("Go on with the meeting") if is_begun else N_("Start the meeting"))
        self.day.setVisible(meeting is not None)
        if meeting is None:
            self.words.set_words(N_("No meeting is planned."))
            return
        self.day.set_words(lambda: day_words(meeting.day))
        time = "–".join(part for part in (meeting.starts, meeting.ends) if part)
        self.words.set_plain(", ".join(part for part in (meeting.title, time, meeting.place) if part))
