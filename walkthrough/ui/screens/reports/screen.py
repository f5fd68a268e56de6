# SPDX-License-Identifier: MIT
"""Reports: choose one, say in which language and on which paper, write it in a process of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkthrough import paths
from walkthrough.model import ChangeSet
from walkthrough.model.queries.overview import finding_counts, head
from walkthrough.ui.jobs import Dress, ExportOrder, Job, Outcome
from walkthrough.ui.out_names import suggested_file
from walkthrough.ui.page import Handlers
from walkthrough.ui.screen import Desk, Screen
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import choice_field, radio_group_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, FlowRow, ScrollPage
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current, languages, ngettext

KINDS = (
    ("plan", N_("Action plan: one page for everyone, then the whole plan (PDF)")),
    ("full", N_("Full report: the walk, the stage check, indicators, plan and partners (PDF)")),
    ("sheet", N_("A sheet for each partner: what it promised, and by when (PDF)")),
    ("stage", N_("Stage check: the four questions on one page, then the evidence (PDF)")),
    ("minutes", N_("Minutes of the last meeting (PDF)")),
    ("printpack", N_("Print pack for the next meeting: sign-in, worksheets, blank map, ballots (PDF)")),
    ("data", N_("All data, private notes too: to keep, or to open elsewhere (JSON)")),
)
FORMATS = {kind: "json" if kind == "data" else "pdf" for kind, _text in KINDS}
PAPERS = (("letter", N_("Letter")), ("a4", N_("A4")))
_OWN_NAMES = {"en": "English", "es": "Español"}


class ReportsScreen(Screen):
    """What leaves the room."""

    name = "reports"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._job: Job | None = None
        self._out = Path()
        self.report = radio_group_field(N_("Which report"), KINDS)
        self.language = choice_field(N_("Language of the report"), self._languages())
        self.paper = choice_field(N_("Paper"), PAPERS)
        self.write = Button(N_("&Write it…"), "primary", sign="reports", keys="Ctrl+E", name="reports.write")
        self.open_it = Button(N_("Open &it"), "plain", name="reports.open")
        self.open_folder = Button(N_("Show the &folder"), "quiet", name="reports.folder")
        self.left_out = Prose(look="soft")
        self.told = InfoBar()
        self._join()
        self._lay_out()
        self.report.set_value("plan")
        self.language.set_value(current().language)
        self.paper.set_value(desk.settings.now.paper or "letter")

    def refresh(self) -> None:
        """Say what will be left out."""
        held = self.desk.workbook.read(finding_counts).held

        def words() -> str:
            parts = [_("Private notes, who said what, and small counts of families never go into a report.")]
            if held:
                parts.append(
                    ngettext(
                        "{n} finding is on hold and will be told as “wording on hold”.",
                        "{n} findings are on hold and will be told as “wording on hold”.",
                        held,
                    ).format(n=held)
                )
            return " ".join(parts)

        self.left_out.set_words(words)

    def concerns(self, changes: ChangeSet) -> bool:
        """Only what is left out shows here."""
        return changes.touches("finding")

    def handlers(self) -> Handlers:
        """Ctrl+E writes the report that is chosen."""
        return {"file.export": self._write}

    def first_focus(self) -> QWidget:
        """The choice of the report."""
        return self.report

    def _languages(self) -> list[tuple[str, str]]:
        return [(code, _OWN_NAMES.get(code, code)) for code in languages(paths.locale_folder())]

    def _join(self) -> None:
        self.write.clicked.connect(self._write)
        self.open_it.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out))))
        self.open_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out.parent)))
        )
        self.open_it.hide()
        self.open_folder.hide()

    def _lay_out(self) -> None:
        page = ScrollPage(gap="gap")
        page.add(Heading(1, N_("Reports")))
        choose = Card(N_("What leaves the room"))
        options = FlowRow()
        options.add(self.language, self.paper)
        choose.add(self.report, options, self.left_out)
        buttons = FlowRow()
        buttons.add(self.write, self.open_it, self.open_folder)
        choose.add(buttons)
        page.add(choose, self.told)
        page.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _write(self) -> None:
        if self._job is not None:
            return
        report = self.report.value()
        out = self.desk.ask.save_as(_("Write the report"), self._suggested(report), self._kinds(report))
        if out is None:
            return
        self._out = out = out if out.suffix else out.with_suffix("." + FORMATS[report])
        dress = Dress(self.language.value(), self.paper.value())
        order = ExportOrder(report, FORMATS[report], out, dress)
        self.told.show_words(N_("Writing…"))
        self.write.setEnabled(False)
        self._job = self.desk.export(order)
        self._job.ended.connect(self._on_ended)

    def _on_ended(self, outcome: Outcome) -> None:
        self._job = None
        self.write.setEnabled(True)
        self.open_it.setVisible(outcome.is_done)
        self.open_folder.setVisible(outcome.is_done)
        if outcome.is_done:
            name = self._out.name
            self.told.show_words(lambda: _("{file} is written.").format(file=name), "good")
            self.desk.say(_("{file} is written.").format(file=name))
        else:
            complaint = outcome.complaint.strip()
            self.told.show_words(lambda: complaint or _("The report could not be written."), "bad")
        self.write.setFocus()

    def _kinds(self, report: str) -> str:
        return _("Data (*.json)") if FORMATS[report] == "json" else _("PDF (*.pdf)")

    def _suggested(self, report: str) -> Path:
        words = {
            "plan": _("action plan"),
            "full": _("full report"),
            "sheet": _("sheets"),
            "stage": _("stage check"),
            "minutes": _("minutes"),
            "printpack": _("print pack"),
            "data": _("all data"),
        }[report]
        found, day = self.desk.workbook.read(head), self.desk.clock.today()
        return suggested_file(found.name if found else "", words, day, FORMATS[report])
