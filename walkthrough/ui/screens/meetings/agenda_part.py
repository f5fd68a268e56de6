# SPDX-License-Identifier: MIT
"""The agenda of one meeting: its parts with minutes, taken from a template and changed at will.

It says when the minutes do not add up. It must not know how an agenda is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.meeting import Part, SetAgenda
from walkthrough.model.content.shapes import Agenda, Prompt
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.meetings.deeds import Hands, focus_later
from walkthrough.ui.screens.meetings.phrases import agenda_cells, fits, sum_words, walk_words
from walkthrough.ui.screens.meetings.reading import MeetingDetail
from walkthrough.ui.screens.meetings.rules_card import RulesCard
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, line_field, number_field
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import options, word
from walkthrough.wording import N_, _

_NEW_MINUTES = 10


class AgendaPart(ScrollPage):
    """Template, parts, what is wrong with them, the fields of the chosen one, the ground rules."""

    def __init__(
        self, hands: Hands, agendas: Sequence[Agenda], rules: Sequence[Prompt], parent: QWidget | None = None
    ) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands, self._agendas = hands, agendas
        self._detail: MeetingDetail | None = None
        self.template = choice_field(
            N_("Agenda template"), [(one.id, plain(one.name)) for one in agendas], name="agenda_template"
        )
        self._about = Prose(look="small")
        self.use = Button(N_("Use this agenda"), "plain", name="agenda_use")
        self.list = FitList(
            N_("Parts of the agenda"), empty=N_("No part yet. Choose a template, or add one.")
        )
        self._sum, self._warning = Prose(look="label"), InfoBar("warn")
        self.form = RowForm("meetings/agenda", hands.drafts, self._save, self)
        self.more = Button(N_("Add a part"), "plain", sign="add", name="agenda_add")
        self.out = Button(N_("Take this part out"), "quiet", sign="bin", keys="Del", name="agenda_out")
        self._fields = Card(N_("The part that is chosen"))
        self._lay_out(RulesCard(rules))
        self._join()

    def show_detail(self, detail: MeetingDetail) -> None:
        """Show the agenda of a meeting."""
        if self._detail is None or self._detail.row.id != detail.row.id:
            self.list.setCurrentIndex(self.list.model().index(-1, 0))
        self._detail = detail
        self.list.set_rows(agenda_cells(detail.row, detail.agenda, self._agendas))
        self._sum.set_plain(sum_words(detail.row, detail.agenda) if detail.agenda else "")
        self._sum.setVisible(bool(detail.agenda))
        told = [words for part in detail.agenda if (words := walk_words(part, self._agendas))]
        if not fits(detail.row, detail.agenda):
            told.insert(0, _("The agenda does not fit the meeting."))
        self._warn(" ".join(told))
        self.use.set_words(N_("Use it in place of these") if detail.agenda else N_("Use this agenda"))
        self._show_fields()

    def first(self) -> QWidget:
        """Return the control to begin with."""
        has_parts = self._detail is not None and bool(self._detail.agenda)
        control: QWidget = self.list if has_parts else self.template.control
        return control

    def chosen(self) -> int:
        """Return which part is chosen, -1 for none."""
        key = self.list.chosen_id()
        return int(key) if key else -1

    def add_part(self) -> None:
        """Put a part after the chosen one, once what is typed of that is saved."""
        if self._detail is None or not self.form.keep():
            return
        parts, at = self._parts(), self.chosen() + 1 or len(self._detail.agenda)
        parts.insert(at, (AgendaKind.OPEN, _("New part"), _NEW_MINUTES))
        if self._set(parts):
            self.list.choose(str(at))
            self.form.fields["title"].control.selectAll()
            focus_later(self.form.fields["title"].control)
            self._hands.say(_("A new part is in the agenda: say what it is called."))

    def take_out(self) -> None:
        """Take the chosen part out; Undo brings it back."""
        at, parts = self.chosen(), self._parts()
        if 0 <= at < len(parts):
            del parts[at]
            self._set(parts)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_part(self, way: int) -> None:
        """Move the chosen part up (-1) or down (1)."""
        is_kept, at = self.form.keep(), self.chosen()
        parts = self._parts()
        if is_kept and at >= 0 and 0 <= at + way < len(parts):
            parts.insert(at + way, parts.pop(at))
            if self._set(parts):
                self.list.choose(str(at + way))

    def _join(self) -> None:
        self.template.committed.connect(self._tell_template)
        self.use.clicked.connect(self._use)
        self.more.clicked.connect(self.add_part)
        self.out.clicked.connect(self.take_out)
        self.list.chosen.connect(lambda _key: self._show_fields())
        self.list.bin_asked.connect(lambda _key: self.take_out())
        for opened in (self.list.activated_row, self.list.edit_asked):
            opened.connect(lambda _key: focus_later(self.form.fields["title"].control))

    def _lay_out(self, rules: QWidget) -> None:
        offer = Row(gap="gap")
        offer.box.addWidget(self.template, 1)
        offer.box.addWidget(self.use, 0, Qt.AlignmentFlag.AlignBottom)
        kind = choice_field(N_("Kind"), options(AgendaKind), name="part_kind")
        kinds = Row(gap="gap")
        title = line_field(N_("What it is called"), name="part_title")
        minutes = number_field(N_("Minutes"), least=1, most=600, name="part_minutes")
        for column, field in (("title", title), ("kind", kind), ("minutes", minutes)):
            self.form.add(column, field)
        kinds.box.addWidget(kind, 2, Qt.AlignmentFlag.AlignTop)
        kinds.box.addWidget(minutes, 1, Qt.AlignmentFlag.AlignTop)
        self._fields.add(title, kinds)
        buttons = FlowRow()
        buttons.add(self.more, self.out)
        self._about.hide()
        self.add(self._sum, self._warning, self.list, buttons, self._fields, offer, self._about, rules)
        self.add_stretch()

    def _warn(self, told: str) -> None:
        if told and (told != self._warning.text() or self._warning.isHidden()):
            self._warning.show_words(plain(told), "warn")
        self._warning.setVisible(bool(told))

    def _show_fields(self) -> None:
        at = self.chosen()
        is_one = self._detail is not None and 0 <= at < len(self._detail.agenda)
        self._fields.setVisible(is_one)
        self.out.setVisible(is_one)
        if is_one and self._detail is not None:
            part = self._detail.agenda[at]
            values = {"title": part.title, "kind": part.kind, "minutes": part.minutes}
            self.form.show(f"{self._detail.row.id}:{at}", values)

    def _tell_template(self, key: str) -> None:
        self._about.set_plain(next((one.about for one in self._agendas if one.id == key), ""))
        self._about.setVisible(bool(self._about.text()))

    def _use(self) -> None:
        agenda = next((one for one in self._agendas if one.id == self.template.value()), None)
        if agenda is None:
            self.template.set_error(N_("Please choose a template first."))
            self.template.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._set([(part.kind, part.name, part.minutes) for part in agenda.parts]):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._hands.say(_("The agenda is “{name}” now.").format(name=agenda.name))

    def _parts(self) -> list[Part]:
        parts = self._detail.agenda if self._detail is not None else ()
        return [(part.kind, part.title, part.minutes) for part in parts]

    def _set(self, parts: list[Part]) -> bool:
        return self._detail is not None and self._hands.did(SetAgenda(self._detail.row.id, tuple(parts)))

    def _save(self, column: str, value: Any) -> Refused | None:
        at, parts = self.chosen(), self._parts()
        if self._detail is None or not 0 <= at < len(parts):
            return None
        kind, title, minutes = parts[at]
        if column == "kind":
            title = word(value) if title in (_("New part"), word(kind)) else title
            kind = value
        elif column == "title":
            title = value
        else:
            minutes = value or 0
        parts[at] = (kind, title, minutes)
        return self._hands.do(SetAgenda(self._detail.row.id, tuple(parts)))
