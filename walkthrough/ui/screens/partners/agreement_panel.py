# SPDX-License-Identifier: MIT
"""One written agreement with its parties, and the short form that makes a new one.

All but its kind is for paper. It must not know the list beside it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model import Refused
from walkthrough.model.commands.partner import WriteAgreement
from walkthrough.model.queries.partners import AgreementRow
from walkthrough.model.words import AgreementKind
from walkthrough.ui.screens.partners.deeds import Hands
from walkthrough.ui.screens.partners.phrases import FOR_PAPER, day_text, is_overdue
from walkthrough.ui.screens.partners.reading import PartnersReading
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import Field, check_field, choice_field, day_field, line_field, text_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Column, FlowRow, Row, ScrollPage
from walkthrough.ui.widgets.row_form import RowForm
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.tab_order import order_tabs
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import options, refusal_text, word
from walkthrough.wording import N_, _

_TITLE = "partners/new-agreement/title"


class AgreementPanel(ScrollPage):
    """The panel; `show_agreement` puts a row in it."""

    closed = Signal()
    out_asked = Signal(str)
    """Take the agreement with this key out."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands = hands
        self.row: AgreementRow | None = None
        self.form = RowForm("partners/agreement", hands.drafts, self._save, self)
        self._title = Heading(2, lambda: word(self.row.kind) if self.row else "")
        self._for_paper = Prose(
            N_("An agreement is for paper. Its title, days and parties show when the room cannot see.")
        )
        self._overdue = InfoBar("bad")
        self.parties: dict[str, Field] = {}
        self._parties, self._body = Column(gap="half"), Column(gap="gap")
        self.take_out = Button(N_("Take this agreement out"), "quiet", sign="bin", name="agreement_out")
        self.take_out.clicked.connect(lambda: self.out_asked.emit(self.row.id if self.row else ""))
        self.close_button = Button(N_("Close"), "quiet", sign="close", keys="Esc", name="agreement_close")
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def show_agreement(self, row: AgreementRow, reading: PartnersReading, today: date, safe: bool) -> None:
        """Show an agreement; on the wall its kind only."""
        self.row = row
        self._title.retranslate()
        self.form.show(row.id, {name: getattr(row, name) for name in self.form.fields})
        self._show_parties(row, reading)
        self._body.setVisible(not safe)
        self._for_paper.setVisible(safe)
        overdue = is_overdue(row, today) and not safe
        self._overdue.setVisible(overdue)
        if overdue:
            told = _("The review was due on {day}. Look at it together and set a new day.")
            if self._overdue.text() != told.format(day=day_text(row.review_on)):
                self._overdue.show_words(plain(told.format(day=day_text(row.review_on))), "bad")
        order_tabs(self)

    def first(self) -> QWidget:
        """Return the control to begin with."""
        hidden = self._body.isHidden()
        control: QWidget = self.close_button if hidden else self.form.fields["title"].control
        return control

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = Row()
        head.add(self._title, stretch=1)
        head.add(self.close_button)
        add, read_day = self.form.add, self._hands.read_day
        add("title", line_field(N_("Title"), hint=FOR_PAPER, name="agreement_title"))
        add("kind", choice_field(N_("Kind"), options(AgreementKind), name="agreement_kind"))
        add("covers", text_field(N_("What it covers"), lines=2, name="agreement_covers"))
        add(
            "signed_on",
            day_field(N_("Signed on"), parse=self._hands.read_past, optional=True, name="agreement_signed"),
        )
        add("review_on", day_field(N_("Review by"), parse=read_day, optional=True, name="agreement_review"))
        self._body.add(*self.form.fields.values(), Heading(3, N_("Who is party to it")), self._parties)
        self.add(head, self._for_paper, self._overdue, self._body, self.take_out)
        self.add_stretch()

    def _show_parties(self, row: AgreementRow, reading: PartnersReading) -> None:
        party = dict(row.partners)
        here = {one.id: one.name for one in reading.partners if not one.has_left or one.id in party}
        if list(self.parties) != list(here):
            self._parties.clear()
            self.parties = {key: check_field(plain(name), name=f"party_{key}") for key, name in here.items()}
            for field in self.parties.values():
                field.committed.connect(lambda _yes: self._save("", None))
                self._parties.add(field)
        for key, field in self.parties.items():
            field.set_value(key in party)

    def _save(self, column: str, value: Any) -> Refused | None:
        if self.row is None:
            return None
        title = value if column == "title" else self.row.title
        kind = value if column == "kind" else self.row.kind
        partners = tuple(key for key, field in self.parties.items() if field.value())
        values = {column: value} if column in ("covers", "signed_on", "review_on") else {}
        return self._hands.do(WriteAgreement(title, kind, partners, values, self.row.id))


class NewAgreement(ScrollPage):
    """Kind and title of a new agreement; Enter writes it down."""

    asked = Signal(object, str)
    """Kind and title, as they stand."""
    given_up = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._drafts = hands.drafts
        self.kind = choice_field(N_("Kind"), options(AgreementKind), name="new_agreement_kind")
        self.kind.set_value(AgreementKind.MOU)
        self.title = line_field(N_("Title"), hint=FOR_PAPER, name="new_agreement_title")
        self.title.control.returnPressed.connect(self._ask)
        self._drafts.watch(_TITLE, self.title.control)
        save = Button(N_("Write it down"), "primary", sign="add", name="new_agreement_add")
        save.clicked.connect(self._ask)
        cancel = Button(N_("Cancel"), "quiet", keys="Esc", name="new_agreement_cancel")
        cancel.clicked.connect(self.given_up)
        row = FlowRow()
        row.add(save, cancel)
        self.add(Heading(2, N_("New agreement")), self.kind, self.title, row)
        self.add_stretch()

    def first(self) -> QWidget:
        """Return the field to begin with."""
        control: QWidget = self.title.control
        return control

    def done(self) -> None:
        """It was written: empty the form for the next one."""
        self.title.set_value("")
        self._drafts.saved(_TITLE)

    def show_refusal(self, refused: Refused) -> None:
        """Say beside the field what is wrong."""
        self.title.set_error(lambda: refusal_text(refused))
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        self.asked.emit(self.kind.value(), self.title.value())
