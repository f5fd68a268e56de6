# SPDX-License-Identifier: MIT
"""Who is invited to a meeting and who came, by agency and role. Space says that somebody came.

While the room can see, lived experience is one row with a count. It must not know the list of meetings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.meeting import AddAttendance, EditAttendance, InvitePartners, RemoveAttendance
from walkthrough.model.queries.meetings import AttendanceRow
from walkthrough.model.words import Role
from walkthrough.ui.screens.meetings.deeds import Hands, focus_later
from walkthrough.ui.screens.meetings.missing_card import MissingCard
from walkthrough.ui.screens.meetings.phrases import FOR_PAPER, FOR_YOU, LIVED, people_cells, people_words
from walkthrough.ui.screens.meetings.reading import MeetingDetail, MeetingsReading
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import check_field, choice_field, line_field
from walkthrough.ui.widgets.fit_list import FitList
from walkthrough.ui.widgets.places import Card, FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_, _, ngettext

_CAME, _TAKE_BACK = " ", "-"


class PeoplePart(ScrollPage):
    """Counts, the list, the fields of the chosen line."""

    def __init__(self, hands: Hands, sectors: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self._detail: MeetingDetail | None = None
        self._is_safe = True
        self._counts = Prose(look="label")
        self.list = FitList(
            N_("Who comes"),
            keys=_CAME + _TAKE_BACK,
            empty=N_("Nobody is on the list yet. Invite all partners, then change who."),
        )
        self._keys = Prose(
            N_("Space: came, or not. On a count: Space adds one, minus takes one back."), look="small"
        )
        self.form = RowForm("meetings/person", hands.drafts, self._save, self)
        self.invite = Button(N_("Invite all partners"), "plain", sign="partners", name="people_invite")
        self.more = Button(N_("Add somebody"), "plain", sign="add", name="people_add")
        self.out = Button(N_("Take off the list"), "quiet", sign="bin", keys="Del", name="people_out")
        self._fields = Card(N_("The one that is chosen"))
        self.missing = MissingCard(sectors)
        self._lay_out()
        self._join()

    def show_detail(self, detail: MeetingDetail, reading: MeetingsReading, safe: bool) -> None:
        """Show who comes; names are for paper, needs for the presenter alone."""
        if self._detail is None or self._detail.row.id != detail.row.id:
            self.list.setCurrentIndex(self.list.model().index(-1, 0))
        self._detail, self._is_safe = detail, safe
        agencies = [(row.id, plain(row.name)) for row in reading.partners]
        self.form.fields["partner_id"].control.set_options([(None, N_("No agency")), *agencies])
        self.list.set_rows(people_cells(detail, safe))
        self._counts.set_plain(people_words(detail))
        self._counts.setVisible(bool(detail.people))
        self._keys.setVisible(bool(detail.people))
        invited = {row.partner_id for row in detail.people}
        self.invite.setVisible(any(row.id not in invited and not row.has_left for row in reading.partners))
        self.missing.show_missing(detail.missing)
        self._show_fields()

    def first(self) -> QWidget:
        """Return the control to begin with."""
        if self._detail is not None and self._detail.people:
            return self.list
        return self.more if self.invite.isHidden() else self.invite

    def chosen(self) -> AttendanceRow | None:
        """Return the line that is chosen, if it is one person's."""
        return self._detail.person(self.list.chosen_id()) if self._detail is not None else None

    def add_person(self) -> None:
        """Put a line on the list, to be filled in, once what is typed of the one before is saved."""
        if self._detail is None or not self.form.keep():
            return
        command = AddAttendance(self._detail.row.id, Role.OTHER)
        if self._hands.did(command):
            self.list.choose(command.id)
            focus_later(self.form.fields["partner_id"].control)

    def take_out(self) -> None:
        """Take the chosen line out; Undo brings it back."""
        row = self.chosen()
        if row is not None and self._hands.did(RemoveAttendance(row.id)):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._hands.say(_("It is off the list. Undo brings it back."))

    def _join(self) -> None:
        self.invite.clicked.connect(self._invite)
        self.more.clicked.connect(self.add_person)
        self.out.clicked.connect(self.take_out)
        self.list.chosen.connect(lambda _key: self._show_fields())
        self.list.bin_asked.connect(lambda _key: self.take_out())
        self.list.key_asked.connect(self._on_key)
        for opened in (self.list.activated_row, self.list.edit_asked):
            opened.connect(lambda _key: self._open())

    def _lay_out(self) -> None:
        partner = choice_field(N_("Agency"), name="person_agency")
        role = choice_field(N_("Role"), options(Role), name="person_role")
        for column, field in (
            ("partner_id", partner),
            ("role", role),
            ("came", check_field(N_("Came"), name="person_came")),
            ("name", line_field(N_("Name"), hint=FOR_PAPER, optional=True, name="person_name")),
            ("needs", line_field(N_("What they need to take part"), hint=FOR_YOU, optional=True,
                                 name="person_needs")),
        ):  # fmt: skip
            self.form.add(column, field)
        pair = Row(gap="gap")
        pair.box.addWidget(partner, 3, Qt.AlignmentFlag.AlignTop)
        pair.box.addWidget(role, 2, Qt.AlignmentFlag.AlignTop)
        fields = self.form.fields
        self._fields.add(pair, fields["came"], fields["name"], fields["needs"])
        buttons = FlowRow()
        buttons.add(self.invite, self.more, self.out)
        self.add(self._counts, self.list, self._keys, buttons, self._fields, self.missing)
        self.add_stretch()

    def _show_fields(self) -> None:
        row = self.chosen()
        self._fields.setVisible(row is not None)
        self.out.setVisible(row is not None)
        if row is None or self._detail is None:
            return
        fields = self.form.fields
        values = {name: getattr(row, name, "") for name in fields}
        if self._is_safe:
            values["name"] = ""
        self.form.show(row.id, {**values, "needs": self._detail.needs.get(row.id, "")})
        for name in ("name", "needs"):
            fields[name].setVisible(not self._is_safe)

    def _open(self) -> None:
        if self.chosen() is not None:
            focus_later(self.form.fields["partner_id"].control)

    def _invite(self) -> None:
        if self._detail is None:
            return
        command = InvitePartners(self._detail.row.id)
        if self._hands.did(command):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            n = command.facts()["count"]
            told = ngettext("{n} partner is on the list.", "{n} partners are on the list.", n)
            self._hands.say(told.format(n=n))

    def _on_key(self, key: str, pressed: str) -> None:
        if self._detail is None:
            return
        if key == LIVED:
            come = pressed == _CAME
            rows = [row for row in self._detail.lived() if row.came is not come]
            row = rows[0] if rows else None
        else:
            row = self._detail.person(key)
            come = row is not None and pressed == _CAME and not row.came
        if row is not None and row.came is not come:
            self._hands.did(EditAttendance(row.id, {"came": come}))

    def _save(self, column: str, value: Any) -> Refused | None:
        row = self.chosen()
        return self._hands.do(EditAttendance(row.id, {column: value})) if row is not None else None
