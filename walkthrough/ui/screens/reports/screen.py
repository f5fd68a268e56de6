# SPDX-License-Identifier: MIT
"""Reports as a page: choose one, set it up, look at the real pages, write or print it.

It reads what there is to choose from, and leaves the making of files to child processes.
"""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough.model import ChangeSet
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.screens.reports.aside import Aside
from walkthrough.ui.screens.reports.choices import Choices, remember, remembered
from walkthrough.ui.screens.reports.going_out import GoingOut
from walkthrough.ui.screens.reports.kinds import ALL, ReportKind, kind_of
from walkthrough.ui.screens.reports.left_out_bar import LeftOutBar
from walkthrough.ui.screens.reports.logo_work import LogoWork
from walkthrough.ui.screens.reports.pdf_pages import PdfFacts, PdfPages
from walkthrough.ui.screens.reports.previewing import Previewing
from walkthrough.ui.screens.reports.reading import ReportsReading, read_reports
from walkthrough.ui.screens.reports.view import LIST, OPTIONS, ReportsView
from walkthrough.wording import N_, _, current


class ReportsScreen(Screen):
    """What leaves the room."""

    name = "reports"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.reading = ReportsReading()
        self._kind = kind_of("plan")
        self._is_stale = False
        self._carried: dict[str, str] = {}
        """The language and the paper that were chosen last, for the next report."""
        self.pages = PdfPages(self)
        aside = Aside(self)
        self.previewing = Previewing(desk.export, aside, self)
        self.view = ReportsView(self.pages)
        self.going_out = GoingOut(desk, self.view, aside, self)
        self.left_out = LeftOutBar(self.view.told, lambda: self.going_out.has_news)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.logo_work = LogoWork(desk, self.view.options.logo, self)
        self._join()
        self.retranslate()
        self.view.preview.set_covered(desk.room.safe)

    def refresh(self) -> None:
        """Read what there is to choose from, and make the pages anew."""
        self.reading = read_reports(self.desk.workbook)
        if not self.view.list.row_count():
            self.view.show_kinds()
            self.view.list.choose(self._kind.name)
        self._forget_news()
        self._show_kind(self._kind, keep=True)

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        self.view.retranslate()

    def show_for(self, **where: Any) -> None:
        """Open the options of a report (report="minutes"), of a meeting (meeting_id=...)."""
        if where.get("report"):
            self.view.list.choose(where["report"])
            self._open_options()
        if where.get("meeting_id"):
            self.view.options.meeting.set_value(where["meeting_id"])
            self._forget_news()
            self._ask_preview()

    def handlers(self) -> Handlers:
        """Ctrl+E writes the report that is chosen, Ctrl+P prints it."""
        return {"file.export": self._write, "file.print": self._print}

    def can(self, action_id: str) -> bool:
        """Only pages can be printed."""
        return action_id != "file.print" or self._kind.is_paged

    def set_room_safe(self, safe: bool) -> None:
        """Cover the pages while the room can see."""
        self.view.preview.set_covered(safe and self._kind.names_people)

    def first_focus(self) -> QWidget:
        """The list of reports, or the options of one."""
        return self.view.options.first() if self.view.shows_options() else self.view.list

    def parts(self) -> tuple[QWidget, ...]:
        """Reports or options, headings, pages, what can be done."""
        preview = self.view.preview
        looked_at = (preview.outline.tree, preview.view) if preview.first() is preview.view else ()
        return (self.first_focus(), *looked_at, self.view.write)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Whatever changed may stand on the pages; only the version of what goes out is no change of it."""
        if initiator is not self.going_out.writing:
            self._forget_news()
        self.reading = read_reports(self.desk.workbook)
        self.view.options.show_reading(self.reading)
        self._ask_preview()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (
            self.view.options.is_set()
            and not self.previewing.is_busy()
            and not self.view.preview.page_count()
        ):
            self._ask_preview()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.previewing.is_busy():
            self.previewing.halt()
            self._is_stale = True

    def _join(self) -> None:
        view, preview = self.view, self.view.preview
        view.list.chosen.connect(self._on_chosen)
        view.list.activated_row.connect(lambda _key: self._open_options())
        view.set_up.clicked.connect(self._open_options)
        view.options.back_asked.connect(self._close_options)
        view.options.changed.connect(self._on_changed)
        view.write.clicked.connect(self._write)
        view.printed.clicked.connect(self._print)
        self.pages.opened.connect(self._on_opened)
        self.pages.not_opened.connect(lambda: preview.show_note(_CANNOT))
        making = self.previewing
        making.begun.connect(preview.show_busy)
        making.written.connect(self.pages.open_file)
        making.nothing.connect(self._on_nothing)
        making.failed.connect(self._on_failed)
        making.left_out.connect(self.left_out.tell)

    def _on_chosen(self, name: str) -> None:
        if name and name != self._kind.name:
            self._show_kind(kind_of(name))

    def _show_kind(self, kind: ReportKind, *, keep: bool = False) -> None:
        options = self.view.options
        choices = options.choices() if keep and options.is_set() else self._choices_for(kind)
        if kind is not self._kind:
            self.pages.shut()
            self.view.preview.start_over()
            self.left_out.forget()
            self._forget_news()
        self._kind = kind
        options.show_kind(kind, choices, self.reading)
        self.view.show_kind(kind)
        self.actions_changed.emit()
        self.set_room_safe(self.desk.room.safe)
        self._ask_preview()

    def _choices_for(self, kind: ReportKind) -> Choices:
        settings = self.desk.settings.now
        usual = Choices(language=current().language, paper=settings.paper or self.reading.paper)
        found = remembered(kind, settings.report_choices, usual)
        meeting = self.reading.meeting_for(kind.name, self.desk.clock.today())
        return msgspec.structs.replace(found, meeting_id=meeting, **self._carried)

    def _open_options(self) -> None:
        self.view.show_left(OPTIONS)
        self.view.options.first().setFocus()

    def _close_options(self) -> None:
        self.view.show_left(LIST)
        self.view.list.setFocus()

    def _on_changed(self) -> None:
        choices = self.view.options.choices()
        kept = self.desk.settings
        kept.change(report_choices=remember(kept.now.report_choices, choices))
        self._carried = {"language": choices.language, "paper": choices.paper}
        self._forget_news()
        self._ask_preview()

    def _forget_news(self) -> None:
        """What was written is not what is shown now; while it is being written, the bar says so still."""
        if self.going_out.has_news and not self.going_out.is_busy():
            self.going_out.forget_news()
            self.left_out.forget()
        self.left_out.look()

    def _ask_preview(self) -> None:
        self._is_stale = not self.isVisible()
        if self.isVisible() and self.view.options.is_set():
            self.previewing.ask(self.view.options.choices())

    def _on_opened(self, facts: PdfFacts) -> None:
        self.view.preview.show_facts(facts)

    def _on_nothing(self) -> None:
        words = _MANY if self._kind.name == ALL else _TABLES
        if self._kind.name == ALL and not self.reading.meetings:
            words = N_("There is no meeting yet. Plan one on the page Meetings.")
            self.left_out.tell_nothing()
        self.view.preview.show_note(words)

    def _on_failed(self, complaint: str) -> None:
        self.left_out.tell_nothing()
        self.view.preview.show_note(lambda: complaint or _(_CANNOT))

    def _write(self) -> None:
        self.going_out.write(self.view.options.choices(), self.reading)

    def _print(self) -> None:
        self.going_out.print_it(self.view.options.choices())


_MANY = N_(
    "Action plan, minutes, full report, a sheet for each partner and tier, stage check, before and after,"
    " tables, and an index to click through. Write them to look at them."
)
_TABLES = N_("This file holds tables, no pages. Write it to look at it.")
_CANNOT = N_("The pages cannot be shown. You can still write the report.")
