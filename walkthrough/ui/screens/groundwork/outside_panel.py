# SPDX-License-Identifier: MIT
"""A result of a tool that others own: typing it in, changing it, and all its days beside each other.

Names of parts and scores only, never a question of theirs. It must not know the list beside it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.export.calendar import short_day
from walkthrough.model import Refused
from walkthrough.model.commands.outside import AddOutsideResult, EditOutsideResult, RemoveOutsideResult
from walkthrough.model.queries.outside import OutsideRow, ToolRow
from walkthrough.model.rules.scores import as_lines, read_scores
from walkthrough.ui.screens.groundwork.hands import Hands
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import day_field, line_field, number_field, text_field
from walkthrough.ui.widgets.places import Column, FlowRow, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.tab_order import order_tabs
from walkthrough.ui.widgets.table_list import TableColumn, TableList
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _, current

_ROW, _MOST_ROWS = 44, 7
_OTHER = Qt.FocusReason.OtherFocusReason


class OutsidePanel(ScrollPage):
    """The table of a tool's days, and the fields of one of them."""

    added = Signal(str)
    """The key of the new result."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self.row: OutsideRow | None = None
        self._tool: ToolRow | None = None
        self._title = Heading(2, self._title_words)
        self._lead = Prose(
            N_(
                "For a survey or tool that others own: type in its parts and their scores. Its questions "
                "stay with its owner."
            ),
            look="soft",
        )
        self.table: TableList | None = None
        self._days = Column(gap="unit")
        self.name = line_field(N_("Name of the tool"), name="outside_name")
        self.owner = line_field(N_("Whose it is"), optional=True, name="outside_owner")
        self.day = day_field(N_("Day"), parse=hands.read_past, optional=True, name="outside_day")
        self.people = number_field(
            N_("How many answered"), least=1, most=9_999, optional=True, name="outside_people"
        )
        self.scores = text_field(
            N_("Scores by part"),
            lines=4,
            hint=N_("One part on each line, like Trust: 3.4."),
            optional=True,
            name="outside_scores",
        )
        self.note = text_field(N_("Note"), lines=1, optional=True, name="outside_note")
        self.save = Button(N_("Save this result"), "primary", name="outside_save")
        self.again = Button(N_("Add another day"), "plain", sign="add", name="outside_again")
        self.drop = Button(N_("Take out"), "quiet", sign="bin", name="outside_drop")
        self._build()

    def show_result(self, row: OutsideRow | None, tool: ToolRow | None) -> None:
        """Show a result among all of its tool; None for a new one, of that tool where it is given."""
        is_other = (row.id if row else "") != (self.row.id if self.row else "") or row is None
        self.row, self._tool = row, tool
        if is_other or row is not None:
            self._fill(row, tool)
        self._show_days(tool if tool is not None and tool.parts else None)
        self.again.setVisible(row is not None)
        self.drop.setVisible(row is not None)
        self._lead.setVisible(row is None)
        self._title.retranslate()
        order_tabs(self)

    def first(self) -> QWidget:
        """Return where the keys begin."""
        return self.name.control

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self._title.retranslate()
        self._show_days(self._tool if self._tool is not None and self._tool.parts else None)

    def take_out(self) -> None:
        """Take the result out; Undo brings it back."""
        if self.row is not None and self._hands.do(RemoveOutsideResult(self.row.id)) is None:
            self._hands.say(_("The result is out. Undo brings it back."))

    def _build(self) -> None:
        foot = FlowRow()
        foot.add(self.save, self.again, self.drop)
        self.add(self._title, self._lead, self._days, self.name, self.owner, self.day, self.people)
        self.add(self.scores, self.note, foot)
        self.add_stretch()
        for field in (self.name, self.owner, self.day, self.people):
            field.control.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.again.clicked.connect(self._another_day)
        self.drop.clicked.connect(self.take_out)

    def _title_words(self) -> str:
        if self._tool is not None and self.row is not None:
            return self._tool.name
        return _("A result of another tool")

    def _fill(self, row: OutsideRow | None, tool: ToolRow | None) -> None:
        scores = tuple((one.part, one.score) for one in row.scores) if row else ()
        lines = as_lines(scores)
        if row is None and tool is not None:
            lines = "\n".join(f"{part}: " for part in tool.parts)
        for field, value in (
            (self.name, row.name if row else tool.name if tool else ""),
            (self.owner, row.owner if row else tool.owner if tool else ""),
            (self.day, row.day if row else None),
            (self.people, row.people if row else None),
            (self.scores, lines),
            (self.note, row.note if row else ""),
        ):
            if field.value() != value:
                field.set_value(value)

    def _show_days(self, tool: ToolRow | None) -> None:
        """The parts of a tool under each other, its days beside each other."""
        self._days.clear()
        self.table = None
        self._days.setVisible(tool is not None)
        if tool is None:
            return
        columns = [TableColumn(head=N_("Part"), cell=lambda row: row[0], weight=3)]
        for number, result in enumerate(tool.results, start=1):
            columns.append(_day_column(number, result))
        table = TableList(plain(tool.name), tuple(columns))
        table.set_rows(tuple((part, *(score or "–" for score in tool.scores(part))) for part in tool.parts))
        look = look_of(self)
        table.setFixedHeight(look.px(_ROW) * (min(len(tool.parts), _MOST_ROWS) + 1) + look.px(4))
        self.table = table
        self._days.add(table)

    def _another_day(self) -> None:
        tool = self._tool
        self.show_result(None, tool)
        self.day.setFocus(_OTHER)

    def _save(self) -> None:
        if not all(field.commit() for field in (self.day, self.people)):
            return
        scores = read_scores(self.scores.value())
        if any(not score for _part, score in scores):
            self.scores.set_error(N_("Each line needs a part and its score, like Trust: 3.4."))
            self.scores.setFocus(_OTHER)
            return
        values: dict[str, Any] = {
            "name": self.name.value(),
            "owner": self.owner.value(),
            "day": self.day.value(),
            "people": self.people.value(),
            "note": self.note.value(),
        }
        self._write(values, scores)

    def _write(self, values: dict[str, Any], scores: tuple[tuple[str, str], ...]) -> None:
        if self.row is not None:
            refused = self._hands.do(EditOutsideResult(self.row.id, values, scores))
            self._done(refused, "")
            return
        command = AddOutsideResult(scores=scores, **values)
        self._done(self._hands.do(command), command.id)

    def _done(self, refused: Refused | None, added: str) -> None:
        if refused is not None:
            field = {"people": self.people, "scores": self.scores}.get(
                str(refused.facts.get("field")), self.name
            )
            field.set_error(lambda: refusal_text(refused))
            field.setFocus(_OTHER)
            return
        self._hands.say(_("The result is saved."))
        if added:
            self.added.emit(added)


def _day_column(number: int, result: OutsideRow) -> TableColumn:
    def head() -> str:
        return short_day(current(), result.day) if result.day else _("No day")

    return TableColumn(head=head, cell=lambda row: str(row[number]), weight=2)
