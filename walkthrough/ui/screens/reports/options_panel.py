# SPDX-License-Identifier: MIT
"""The one page of options of a report: format, language, paper, parts, looks, whom it is for.

It must not know a workbook nor what is written.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from walkthrough import paths
from walkthrough.export.reports.options import PARTS
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.words import Tier
from walkthrough.ui.screens.reports.choices import TIER, Choices
from walkthrough.ui.screens.reports.kinds import ALL, FORM_TEXTS, MEETING, SINCE, WHOSE, ReportKind
from walkthrough.ui.screens.reports.logo_card import LogoCard
from walkthrough.ui.screens.reports.reading import ReportsReading
from walkthrough.ui.step_words import day_text
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.choices import Option
from walkthrough.ui.widgets.field import Field, check_field, choice_field, day_field, line_field
from walkthrough.ui.widgets.places import Column, Row, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.tab_order import order_tabs
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import options
from walkthrough.wording import N_, languages

PAPERS = (("letter", N_("Letter")), ("a4", N_("A4")))
_OWN_NAMES = {"en": "English", "es": "Español"}


class OptionsPanel(ScrollPage):
    """The options of the report that is chosen."""

    changed = Signal()
    """One of them has another value."""
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._kind: ReportKind | None = None
        self.back = Button(N_("All &reports"), "quiet", sign="left", keys="Esc", name="reports_back")
        self.title, self.about = Heading(2), Prose(look="soft")
        self.meeting = choice_field(N_("Which meeting"))
        self.whose = choice_field(N_("Whose sheet"))
        self.since = day_field(
            N_("Since when"), optional=True, hint=N_("Empty: since the meeting before last.")
        )
        self.form = choice_field(N_("Format"))
        self.language = choice_field(N_("Language of the report"), _languages())
        self.paper = choice_field(N_("Paper"), PAPERS)
        self.whom = line_field(N_("Whom it is for"), optional=True, hint=N_("Stands under the title."))
        self.grey = check_field(N_("Black and grey only"), name="reports_grey")
        self.draft = check_field(N_("Marked as a draft"), name="reports_draft")
        self.zip = check_field(N_("One zip file in place of a folder"), name="reports_zip")
        self.private = check_field(N_("All data too, private notes included"), name="reports_private")
        self.parts, self._parts_head = Column(gap="half"), Heading(3, N_("Parts"))
        self.ticks: dict[str, Field] = {}
        self.logo = LogoCard()
        self._lay_out()
        for field in self._fields():
            field.committed.connect(self._tell)
        self.back.clicked.connect(self.back_asked)

    def show_kind(self, kind: ReportKind, choices: Choices, reading: ReportsReading) -> None:
        """Show a report's options with what was chosen."""
        self._kind = kind
        self.title.set_words(kind.text)
        self.about.set_words(kind.about)
        self.show_reading(reading)
        for field, value in (
            (self.form, choices.form),
            (self.language, choices.language),
            (self.paper, choices.paper),
            (self.whom, choices.whom),
            (self.whose, choices.whose),
            (self.meeting, choices.meeting_id),
            (self.since, choices.since),
            (self.grey, choices.is_grey),
            (self.draft, choices.is_draft),
            (self.zip, choices.is_zip),
            (self.private, choices.with_private),
        ):
            field.set_value(value)
        self._show_parts(kind, choices.left_out)
        self._show_fields(kind)
        order_tabs(self)

    def show_reading(self, reading: ReportsReading) -> None:
        """Offer what there is to choose from by now; what is chosen stays."""
        if self._kind is not None:
            self._offer(self._kind, reading)
            self.logo.show_logo(reading.logo)
            QTimer.singleShot(0, self, self._see_focus)

    def is_set(self) -> bool:
        """Whether a report's options are shown."""
        return self._kind is not None

    def choices(self) -> Choices:
        """Return what is chosen now."""
        assert self._kind is not None, "shown with a report only"
        return Choices(
            report=self._kind.name,
            form=self.form.value() or "",
            language=self.language.value() or "en",
            paper=self.paper.value() or "letter",
            is_grey=self.grey.value(),
            is_draft=self.draft.value(),
            left_out=tuple(code for code, tick in self.ticks.items() if not tick.value()),
            whom=(self.whom.value() or "").strip(),
            whose=self.whose.value() or "",
            meeting_id=(self.meeting.value() or "") if MEETING in self._kind.asks else "",
            since=self.since.value(),
            is_zip=self.zip.value(),
            with_private=self.private.value(),
        )

    def first(self) -> QWidget:
        """Return the first option that shows."""
        return next(field for field in self._fields() if not field.isHidden())

    def controls(self) -> tuple[QWidget, ...]:
        """Return what takes the keys in each option."""
        return tuple(field.control for field in self._fields())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)

    def _fields(self) -> tuple[Field, ...]:
        """In the order of the page."""
        return (
            *(self.meeting, self.whose, self.since, self.form, self.language, self.paper, self.whom),
            *(self.grey, self.draft, self.zip, self.private),
        )

    def _lay_out(self) -> None:
        heads, back = Column(gap="half"), Row()
        back.add(self.back)
        back.add_stretch()
        heads.add(back, self.title, self.about)
        looks = Column(gap="half")
        looks.add(self.grey, self.draft, self.zip, self.private)
        self.add(heads, self.meeting, self.whose, self.since, self.form, self.language, self.paper, self.whom)
        self.add(looks, self._parts_head, self.parts, self.logo)
        self.add_stretch()

    def _offer(self, kind: ReportKind, reading: ReportsReading) -> None:
        self.form.control.set_options([(form, FORM_TEXTS[form]) for form in kind.formats])
        self.meeting.control.set_options([_meeting(row) for row in reading.meetings])
        tiers: list[Option] = [(f"{TIER}{tier.value}", words) for tier, words in options(Tier)]
        partners: list[Option] = [(key, plain(name)) for key, name in reading.partners]
        self.whose.control.set_options([("", N_("Every partner")), *tiers, *partners])

    def _show_fields(self, kind: ReportKind) -> None:
        is_data = kind.name == "data"
        self.meeting.setVisible(MEETING in kind.asks)
        self.whose.setVisible(WHOSE in kind.asks)
        self.since.setVisible(SINCE in kind.asks)
        self.form.setVisible(bool(kind.formats))
        for field in (self.paper, self.whom, self.grey, self.draft):
            field.setVisible(not is_data)
        self.logo.setVisible(not is_data)
        self.zip.setVisible(kind.name == ALL)
        self.private.setVisible(kind.name == ALL)

    def _show_parts(self, kind: ReportKind, left_out: tuple[str, ...]) -> None:
        self.parts.clear()
        self.ticks = {
            code: check_field(words, name=f"reports_part_{code}") for code, words in PARTS.get(kind.name, ())
        }
        for code, tick in self.ticks.items():
            tick.set_value(code not in left_out)
            tick.committed.connect(self._tell)
            self.parts.add(tick)
        self._parts_head.setVisible(bool(self.ticks))
        self.parts.setVisible(bool(self.ticks))

    def _see_focus(self) -> None:
        """A logo that came or went has moved what has the focus."""
        self._keep_in_view(None, QApplication.focusWidget())

    def _tell(self, _value: object) -> None:
        self.changed.emit()


def _languages() -> list[Option]:
    return [(code, plain(_OWN_NAMES.get(code, code))) for code in languages(paths.locale_folder())]


def _meeting(row: MeetingRow) -> Option:
    def words() -> str:
        return f"{day_text(row.day)}  {row.title}".strip()

    return row.id, words
