# SPDX-License-Identifier: MIT
"""The points of one indicator: a table, newest first, and a line to add one: day Tab value Tab note Enter.

It must not know the chart above it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkthrough.model import Command, Refused
from walkthrough.model.commands.indicator import EditPoint, RecordPoint, RemovePoint
from walkthrough.model.queries.indicators import IndicatorRow, PointRow
from walkthrough.ui.screens.indicators.deeds import Hands
from walkthrough.ui.screens.indicators.phrases import point_day, point_value
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import Field, day_field, line_field, number_field
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.table_list import TableColumn, TableList
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

_ACROSS_FROM = 420
_SHOWN = 5  # points in view before the table scrolls


class PointsPart(Column):
    """Table and line."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._hands = hands
        self._row: IndicatorRow | None = None
        self._changing = ""
        self.day = day_field(N_("Day"), parse=hands.days.read, name="point_day")
        self.value = number_field(N_("Value"), least=None, decimals=4, name="point_value")
        self.note = line_field(N_("Note"), optional=True, name="point_note")
        self.save = Button(N_("Add the point"), "plain", sign="add", keys="Return", name="point_save")
        self.stop = Button(N_("Cancel"), "quiet", keys="Esc", name="point_stop")
        self.table = TableList(
            N_("Points"),
            (
                TableColumn(head=N_("Day"), cell=point_day, weight=2),
                TableColumn(head=N_("Value"), cell=self._value_words, weight=2),
                TableColumn(head=N_("Note"), cell=lambda point: point.note, weight=3),
            ),
        )
        self._none = Prose(N_("No point yet. The first one is often the baseline."), look="soft")
        self._lay_out()
        self._join()

    def show_row(self, row: IndicatorRow) -> None:
        """Show the points of an indicator; what is being typed for the same one stays."""
        if self._row is None or row.id != self._row.id:
            self._watch(row.id)
            self._stop()
        self._row = row
        points = tuple(reversed(row.points))
        self.table.set_rows(points)
        self.table.setVisible(bool(points))
        self._none.setVisible(not points)
        self._fit()

    def take_out(self) -> None:
        """Take the chosen point out; Undo brings it back."""
        if (key := self.table.chosen_id()) and self._hands.do(RemovePoint(key)) is None:
            self._hands.say(_("The point is out. Undo brings it back."))

    def change(self, key: str) -> None:
        """Put a point into the line, to change it."""
        point = self._point(key)
        if point is None:
            return
        if point.value is None:
            self._hands.say(_("This point is hidden while the room can see. Turn that off to change it."))
            return
        self._changing = key
        for field, value in ((self.day, point.day), (self.value, point.value), (self.note, point.note)):
            field.set_value(value)
        self._name_save()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._changing:
            self._stop()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_line"):
            self._turn()
            self._fit()

    def _lay_out(self) -> None:
        self._line = QWidget()
        self._line_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._line)
        self._line_box.setContentsMargins(0, 0, 0, 0)
        for field, share in ((self.day, 3), (self.value, 2), (self.note, 4)):
            self._line_box.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        foot = FlowRow()
        foot.add(self.save, self.stop)
        self.add(Heading(3, N_("Points")), self._line, foot, self._none, self.table)
        self._name_save()

    def _join(self) -> None:
        for field in self._fields():
            field.control.returnPressed.connect(self._on_enter)
        self.save.clicked.connect(self._on_enter)
        self.stop.clicked.connect(self._stop)
        self.table.edit_asked.connect(self.change)
        self.table.activated_row.connect(self.change)
        self.table.bin_asked.connect(lambda _key: self.take_out())

    def _on_enter(self) -> None:
        if self._row is None:
            return
        for field in (self.day, self.value):
            if not field.commit():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        for field, words in (
            (self.day, N_("Please type a day, like 3/1 or today.")),
            (self.value, N_("Please type the value, like 12.5.")),
        ):
            if field.value() is None:
                field.set_error(words)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._write(self._row)

    def _write(self, row: IndicatorRow) -> None:
        day, value, note = self.day.value(), float(self.value.value()), self.note.value()
        there = next((point for point in row.points if point.day == day and point.id != self._changing), None)
        command: Command
        if self._changing and there is None:
            command = EditPoint(self._changing, {"day": day, "value": value, "note": note})
        else:
            command = RecordPoint(row.id, day, value, {"note": note})
        refused = self._hands.do(command)
        if refused is not None:
            self._show_refusal(refused)
            return
        told = (
            _("The point of that day is replaced.") if there or self._changing else _("The point is added.")
        )
        self._stop()
        self._hands.say(told)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_refusal(self, refused: Refused) -> None:
        field = self.value if refused.facts.get("field") == "value" else self.day
        field.set_error(lambda: refusal_text(refused))

    def _stop(self) -> None:
        """The line is empty and for a new point again."""
        self._changing = ""
        for field in self._fields():
            field.set_value(None)
            if self._row is not None:
                self._hands.drafts.saved(self._key(field, self._row.id))
        self._name_save()

    def _name_save(self) -> None:
        self.save.set_words(N_("Save the change") if self._changing else N_("Add the point"))
        self.stop.setVisible(bool(self._changing))

    def _watch(self, row_id: str) -> None:
        for field in self._fields():
            if self._row is not None:
                self._hands.drafts.ignore(self._key(field, self._row.id))
            field.set_value(None)
            self._hands.drafts.watch(self._key(field, row_id), field.control)

    def _key(self, field: Field, row_id: str) -> str:
        return f"indicators/{field.control.objectName()}/{row_id}"

    def _point(self, key: str) -> PointRow | None:
        points = self._row.points if self._row is not None else ()
        return next((point for point in points if point.id == key), None)

    def _value_words(self, point: PointRow) -> str:
        return point_value(self._row, point) if self._row is not None else ""

    def _fields(self) -> tuple[Field, ...]:
        return self.day, self.value, self.note

    def _fit(self) -> None:
        rows = min(len(self._row.points), _SHOWN) if self._row is not None else 0
        self.table.setFixedHeight(look_of(self).px(44 * (rows + 1) + 4))

    def _turn(self) -> None:
        look = look_of(self)
        across = self.width() >= look.px(_ACROSS_FROM)
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._line_box.setDirection(way)
        self._line_box.setSpacing(look.space("gap" if across else "unit"))
