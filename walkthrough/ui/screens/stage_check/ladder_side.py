# SPDX-License-Identifier: MIT
"""The side of the stage check where its ladder is changed, or another one made. Esc goes back.

It reads the ladders and does commands; it must not know the check beside it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model.queries.ladders import LadderPage, ladder_for_next, ladder_page, ladders
from walkthrough.ui.criteria.deeds import focus_later
from walkthrough.ui.screens.stage_check.ladder_deeds import LadderDeeds
from walkthrough.ui.screens.stage_check.ladder_view import LadderView

ACTIONS = ("edit.add", "entry.up", "entry.down", "entry.bin")
"""The actions that this side does."""
_OTHER = Qt.FocusReason.OtherFocusReason


class LadderSide(QWidget):
    """One ladder at a time, with its rows and the fields of the chosen one."""

    left = Signal()
    """Somebody wants to go back to the check."""
    made = Signal(str)
    """Another ladder is there: its key."""
    actions_changed = Signal()

    def __init__(self, deeds: LadderDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._key = ""
        self._is_new = False
        self.page: LadderPage | None = None
        self.view = LadderView(deeds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._join()

    def open_ladder(self, ladder_id: str) -> None:
        """Show a ladder, the keyboard in its list; "" for the shipped one, which comes into the workbook."""
        self._key = ladder_id or self._deeds.take_in()
        self._is_new = False
        self.refresh()
        self.view.list.setFocus(_OTHER)

    def refresh(self) -> None:
        """Read the ladder again; the next one there is, where it is gone. Without any, go back."""
        read = self._deeds.desk.workbook.read
        heads = read(ladders)
        if self._key not in [one.id for one in heads]:
            self._key = read(ladder_for_next) or ""
        self.page = read(ladder_page, self._key)
        if self.page is None:
            self.left.emit()
            return
        self.view.show_ladder(heads, self.page, is_new=self._is_new)
        self.actions_changed.emit()

    def act(self, action_id: str) -> None:
        """Do one of `ACTIONS`."""
        match action_id:
            case "edit.add":
                self._add_here()
            case "entry.bin":
                self._drop_here()
            case _:
                self._move(-1 if action_id == "entry.up" else 1)

    def can(self, action_id: str) -> bool:
        """Tell whether the ladder may be changed, and there is something to do it with."""
        if self.page is None or not self.page.head.may_change:
            return False
        return action_id == "edit.add" or self._is_row() or self._statement() != ""

    def first(self) -> QWidget:
        """The list."""
        return self.view.list

    def parts(self) -> tuple[QWidget, ...]:
        """Which ladder, its rows, the fields."""
        fields = self.view.fields()
        return (self.view.choice.control, self.view.list, *((fields,) if fields is not None else ()))

    def _join(self) -> None:
        view = self.view
        view.back.clicked.connect(self.left)
        view.choice.committed.connect(self._on_ladder)
        view.copy.clicked.connect(self._copy)
        view.list.chosen.connect(lambda _key: self._on_chosen())
        for opened in (view.list.activated_row, view.list.edit_asked):
            opened.connect(lambda _key: self._to_fields())
        view.list.bin_asked.connect(lambda _key: self._drop_here())
        view.more_stage.clicked.connect(self._add_stage)
        view.more_part.clicked.connect(self._add_part)
        view.other.clicked.connect(self._other)
        view.new.made.connect(self._on_made)
        view.panel.drop.clicked.connect(self._drop_ladder)

    def _on_ladder(self, key: str) -> None:
        self._key, self._is_new = key, False
        self.refresh()
        self.view.list.setFocus(_OTHER)

    def _on_made(self, key: str) -> None:
        self._on_ladder(key)
        self.made.emit(key)

    def _copy(self) -> None:
        self._on_ladder(self._deeds.change(self._key))

    def _other(self) -> None:
        self._is_new = True
        self.refresh()
        focus_later(self.view.new.first())

    def _drop_ladder(self) -> None:
        if self._deeds.drop(self._key) and self.isVisible():
            self.view.list.setFocus(_OTHER)

    def _on_chosen(self) -> None:
        self._is_new = False
        if self.page is not None:
            self.refresh()

    def _to_fields(self) -> None:
        if (fields := self.view.fields()) is not None:
            fields.setFocus(_OTHER)

    def _is_row(self) -> bool:
        return self._stage() != "" or self._part() != ""

    def _stage(self) -> str:
        key = self.view.list.chosen_id()
        return key if self.page and any(one.id == key for one in self.page.stages) else ""

    def _part(self) -> str:
        key = self.view.list.chosen_id()
        return key if self.page and any(one.id == key for one in self.page.dimensions) else ""

    def _statement(self) -> str:
        """The statement that the keyboard is in."""
        form = self.view.part.statement_with_focus() if self.view.part.isVisible() else None
        return form.row.id if form is not None and form.row is not None else ""

    def _add_here(self) -> None:
        if self._part():
            self._add_part()
        else:
            self._add_stage()

    def _add_stage(self) -> None:
        """After the chosen stage, else on top."""
        stages = self.page.stages if self.page is not None else ()
        at = next((one.number + 1 for one in stages if one.id == self._stage()), None)
        self._name_new(self._deeds.add_stage(self._key, at))

    def _add_part(self) -> None:
        self._name_new(self._deeds.add_part(self._key))

    def _name_new(self, key: str) -> None:
        """Choose what was added, its name ready to be written over."""
        if key and self.view.list.choose(key) and (field := self.view.fields()) is not None:
            field.selectAll()
            focus_later(field)

    def _move(self, way: int) -> None:
        if statement := self._statement():
            self._deeds.move_statement(statement, way)
            if (form := self.view.part.form_of(statement)) is not None:
                focus_later(form.text.control, form)
        elif stage := self._stage():
            self._deeds.move_stage(stage, way)
        elif part := self._part():
            self._deeds.move_part(part, way)

    def _drop_here(self) -> None:
        if not self.view.list.hasFocus():
            return
        if stage := self._stage():
            self._deeds.drop_stage(stage)
        elif part := self._part():
            self._deeds.drop_part(part)
