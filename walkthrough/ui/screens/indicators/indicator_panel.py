# SPDX-License-Identifier: MIT
"""One indicator: its run chart with the table twin, its values, and what it means. Fields save themselves.

It must not know the list beside it. Rows come as they may be shown now: small counts may be gone.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from walkthrough.export.pictures.runs import run_scene
from walkthrough.export.terms import unless_held
from walkthrough.model import Refused
from walkthrough.model.commands.indicator import EditIndicator
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.words import Better
from walkthrough.ui.screens.indicators.deeds import Hands
from walkthrough.ui.screens.indicators.phrases import FOR_PAPER
from walkthrough.ui.screens.indicators.points_part import PointsPart
from walkthrough.ui.screens.indicators.reading import IndicatorReading, as_shown
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.field import (
    check_field,
    choice_field,
    day_field,
    line_field,
    number_field,
    text_field,
)
from walkthrough.ui.widgets.places import ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_, _, current

_POINTS_PER_PIXEL = 0.64  # a little under the natural size: larger letters for the room
_NARROWEST, _WIDEST = 260.0, 560.0
_NOTICED = 16.0  # points of width below which the chart is not drawn anew
_SMALL_HINT = N_("Wherever others can see them: on the wall, on paper, in files that are shared.")
_WORDS = ("name", "definition", "source")


class IndicatorPanel(ScrollPage):
    """The panel; `show_indicator` puts a row in it."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self.row: IndicatorRow | None = None
        self._threshold = 0
        self._drawn = 0.0
        self.form = RowForm("indicators/row", hands.drafts, self._save, self)
        self._title = Heading(2, self._title_words)
        self.chart = SceneView(N_("Run chart"))
        self.points = PointsPart(hands)
        self._on_hold = Prose(N_("The wording is on hold, so it is not shown while the room can see."))
        self._hidden = Prose(N_("The baseline is hidden: too few families to show."), look="soft")
        self._make_fields()
        fields = dict(self.form.fields)
        self.add(self._title, self._on_hold, self.chart, self.points, Heading(3, N_("What it is")))
        for name, field in fields.items():
            if name == "baseline":
                self.add(self._hidden)
            self.add(field)
        self.add_stretch()

    def show_indicator(self, row: IndicatorRow, reading: IndicatorReading, safe: bool) -> None:
        """Show an indicator with what it can be joined to."""
        self.row, self._threshold = as_shown(row, safe), reading.threshold
        self._offer(reading, safe)
        self.form.show(row.id, {name: getattr(row, name) for name in self.form.fields})
        held = safe and row.held
        self._on_hold.setVisible(held)
        for name in _WORDS:
            self.form.fields[name].setVisible(not held)
        self.form.fields["owner"].setVisible(not safe)
        self.form.fields["baseline"].setVisible(not row.baseline_hidden)
        self._hidden.setVisible(row.baseline_hidden)
        self.points.show_row(self.row)
        self._title.retranslate()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if abs(self._chart_width() - self._drawn) > _NOTICED:
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(self, "chart"):
            self._draw()

    def first(self) -> QWidget:
        """Return the field to begin with."""
        fields = self.form.fields
        return next(fields[name].control for name in ("name", "unit") if not fields[name].isHidden())

    def _title_words(self) -> str:
        if self.row is None:
            return ""
        return _("#{number} {name}").format(number=self.row.number, name=self.row.name)

    def _make_fields(self) -> None:
        add, days = self.form.add, self._hands.days
        add("name", text_field(N_("Name"), lines=1, name="indicator_name"))
        add(
            "definition",
            text_field(N_("What exactly is counted or measured"), lines=2, name="indicator_definition"),
        )
        source_hint = N_("A report or system, and who pulls it.")
        add("source", line_field(N_("Source"), hint=source_hint, name="indicator_source"))
        add("owner_partner_id", choice_field(N_("Agency that keeps it"), name="indicator_agency"))
        add("owner", line_field(N_("Person"), hint=FOR_PAPER, name="indicator_owner"))
        add("goal_id", choice_field(N_("Goal"), name="indicator_goal"))
        add("unit", line_field(N_("Unit"), hint=N_("Days, families, percent …"), name="indicator_unit"))
        add("better", choice_field(N_("Which way is better"), options(Better), name="indicator_better"))
        add("how_often", line_field(N_("How often"), optional=True, name="indicator_often"))
        add("baseline", number_field(N_("Baseline"), least=None, decimals=4, name="indicator_baseline"))
        add("baseline_on", day_field(N_("Baseline as of"), parse=days.read, name="indicator_baseline_on"))
        add("target", number_field(N_("Target"), least=None, decimals=4, name="indicator_target"))
        add("target_on", day_field(N_("Target by"), parse=days.read_any, name="indicator_target_on"))
        add("counts_families", check_field(self._small_words, hint=_SMALL_HINT, name="indicator_counts"))

    def _small_words(self) -> str:
        return _("Counts of families: hide 1 to {n}").format(n=max(self._threshold - 1, 1))

    def _offer(self, reading: IndicatorReading, safe: bool) -> None:
        agencies = [(row.id, plain(row.name)) for row in reading.partners]
        goals = [
            (row.id, plain(unless_held(current(), row.text, row.held and safe))) for row in reading.goals
        ]
        for name, none, known in (
            ("owner_partner_id", N_("No agency"), agencies),
            ("goal_id", N_("Without a goal"), goals),
        ):
            control = self.form.fields[name].control
            kept = control.value()
            control.set_options([(None, none), *known])
            control.set_value(kept)
        self.form.fields["counts_families"].control.retranslate()

    def _chart_width(self) -> float:
        wide = self.viewport().width() / look_of(self).zoom * 100 * _POINTS_PER_PIXEL
        return min(max(wide, _NARROWEST), _WIDEST)

    def _draw(self) -> None:
        if self.row is not None:
            self._drawn = self._chart_width()
            self.chart.set_scene(run_scene(current(), self.row, self._drawn))

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.row is None:
            return None
        return self._hands.do(EditIndicator(self.row.id, {column: value}))
