# SPDX-License-Identifier: MIT
"""What came of asking a questionnaire: where the room sees it differently first, or section by section.

It shows what sealing left and nothing else; it must not know a ballot box.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from walkthrough.export.answer_words import ballots_words
from walkthrough.export.pictures.answers import AnswerGroup, answers_scene, section_groups, talk_groups
from walkthrough.model.queries.questionnaires import AskingResult, AskingRow
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.screens.groundwork.phrases import asked_how, asking_words
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column, FlowRow, ScrollPage
from walkthrough.ui.widgets.scene_view import SceneView
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.tab_order import order_tabs
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current

_WIDTH = 540.0
"""Points that a picture is wide; on the screen it takes the room there is."""
_SETTLED = 30
"""Milliseconds after which new pictures have their heights: until then they would be drawn squeezed."""


class ResultsPart(ScrollPage):
    """Which time of asking, in which order, and a picture for each heading."""

    asking_asked = Signal(str)
    """Another time of asking is to be shown."""
    drop_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self.result: AskingResult | None = None
        self._is_table = False
        self.asking = choice_field(N_("Asked on"), name="results_asking")
        self.order = PartSwitch("results_order", (N_("What to talk about first"), N_("By section")))
        self.table = Button(N_("Show as table"), "quiet", keys="Ctrl+Shift+T", name="results_table")
        self.drop = Button(N_("Take out these results"), "quiet", sign="bin", name="results_drop")
        self.many, self.how = Prose(), Prose(look="soft")
        self.pictures = Column(gap="gap")
        self.views: list[SceneView] = []
        self.none = EmptyState(
            "overview",
            N_("No answers yet"),
            N_("Once it was asked and the box is closed, what we said together stands here."),
        )
        self._build()

    def show_results(self, askings: Sequence[AskingRow], result: AskingResult | None) -> None:
        """Show one of the times of asking; None where there was none."""
        self.result = result
        self.asking.control.set_options([(row.id, plain(asking_words(row))) for row in askings])
        self.asking.set_value(result.asking.id if result is not None else None)
        self.none.setVisible(result is None)
        shows = result is not None and result.asking.is_shown
        always: tuple[QWidget, ...] = (self.asking, self.many, self.how, self.drop)
        answers: tuple[QWidget, ...] = (self.order, self.table, self.pictures)
        for widget in always:
            widget.setVisible(result is not None)
        for widget in answers:
            widget.setVisible(shows)
        self._fill()

    def first(self) -> QWidget:
        """Return where the keys begin."""
        shown = self.result is not None and self.result.asking.is_shown
        return self.order.buttons[self.order.marked()] if shown else self.asking.control

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to."""
        if self.result is None:
            return ()
        shown = tuple(view.table if view.shows_table() else view.picture for view in self.views[:1])
        return (self.asking.control, *shown)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self._fill()

    def toggle_table(self) -> None:
        """Turn every picture into its table, or back."""
        self._is_table = not self._is_table
        self._turn()

    def _build(self) -> None:
        ways, foot = FlowRow(gap="gap"), FlowRow()
        ways.add(self.order, self.table)
        foot.add(self.drop)
        facts = Column(gap="half")
        facts.add(self.many, self.how)
        head = Sides(560)
        head.add(self.asking, 2, at=Qt.AlignmentFlag.AlignTop)
        head.add(facts, 3, at=Qt.AlignmentFlag.AlignBottom)
        self.add(self.none, head, ways, self.pictures, foot)
        self.add_stretch()
        self.asking.committed.connect(lambda key: self.asking_asked.emit(key))
        self.order.asked.connect(lambda _number: self._fill())
        self.table.clicked.connect(self.toggle_table)
        self.drop.clicked.connect(self._on_drop)

    def _on_drop(self) -> None:
        if self.result is not None:
            self.drop_asked.emit(self.result.asking.id)

    def _fill(self) -> None:
        self.viewport().setUpdatesEnabled(False)
        QTimer.singleShot(_SETTLED, self.viewport(), lambda: self.viewport().setUpdatesEnabled(True))
        self.pictures.clear()
        self.views = []
        result = self.result
        if result is None:
            return
        self.many.set_words(lambda: ballots_words(current(), result.asking))
        self.how.set_words(lambda: asked_how(result.asking))
        groups = (section_groups if self.order.marked() else talk_groups)(current(), result)
        for group in groups:
            self._add(group)
        self._turn()
        order_tabs(self)

    def _add(self, group: AnswerGroup) -> None:
        view = SceneView(plain(group.heading or _("Answers")), table_button=False)
        view.set_scene(answers_scene(current(), group.rows, _WIDTH))
        header = view.table.horizontalHeader()
        for column in range(1, header.count()):  # the question has the room that figures leave
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.views.append(view)
        if group.heading:
            self.pictures.add(Heading(2, plain(group.heading)))
        self.pictures.add(view)

    def _turn(self) -> None:
        self.table.set_words(N_("Show as picture") if self._is_table else N_("Show as table"))
        for view in self.views:
            rows = len(view.picture.scene().table)
            view.table.setMinimumHeight(look_of(self).px(36) * rows + look_of(self).px(8))
            if view.shows_table() is not self._is_table:
                view.toggle_table()
