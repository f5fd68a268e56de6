# SPDX-License-Identifier: MIT
"""The real pages of the report with the outline beside them, or a cover while the room may be looking.

It must not know a workbook; what it shows is handed to it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.ui.screens.reports.outline_panel import OutlinePanel
from walkthrough.ui.screens.reports.page_view import PageView
from walkthrough.ui.screens.reports.pdf_pages import PdfFacts, PdfPages
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.ui.widgets.places import Column, FlowRow, Row, Stack
from walkthrough.ui.widgets.spoken import Words, worded
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

_PAGES, _COVER, _NOTE = 0, 1, 2
COVERED = N_(
    "The report may hold names and contacts. Hold Ctrl+Shift+P to look, or press Shift+F9 if nobody else can"
    " see this window. You can write and print it as it is."
)


class Preview(Column):
    """Shows one document at a time."""

    def __init__(self, pages: PdfPages, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._pages, self._facts = pages, PdfFacts((), ())
        self._is_covered, self._is_busy = True, False
        self._note: Words = ""
        self.view, self.outline = PageView(), OutlinePanel()
        self.where = Prose(self._where_words, look="soft")
        self.where.setWordWrap(False)
        self.before = Button(N_("Page before"), "quiet", sign="up", keys="PgUp", name="reports_before")
        self.after = Button(N_("Next page"), "quiet", sign="down", keys="PgDown", name="reports_after")
        self.smaller = Button(N_("Smaller"), "quiet", keys="-", name="reports_smaller")
        self.larger = Button(N_("Larger"), "quiet", keys="+", name="reports_larger")
        self.fit = Button(N_("Full width"), "quiet", keys="0", name="reports_fit")
        self.tools = FlowRow(gap="half")
        """What turns and sizes the pages, for whoever lays out the page."""
        self._lay_out()
        self._join()
        self._show()

    def show_facts(self, facts: PdfFacts) -> None:
        """Show the file that was opened."""
        self._facts, self._is_busy, self._note = facts, False, ""
        self._show()

    def show_busy(self) -> None:
        """Say that other pages are on their way; those of before stay in view."""
        self._is_busy = True
        self._show()

    def show_note(self, words: Words) -> None:
        """Show a sentence in place of pages."""
        self._facts, self._is_busy = PdfFacts((), ()), False
        self._note = words
        self._show()

    def start_over(self) -> None:
        """Show nothing of the document before: another one comes, which begins at its first page."""
        self.view.start_over()
        self.outline.tree.start_over()
        self.show_note("")

    def set_covered(self, covered: bool) -> None:
        """Cover the pages, their headings and their text, or uncover them."""
        if covered != self._is_covered:
            self._is_covered = covered
            self._show()

    def page_count(self) -> int:
        """Return how many pages the document has."""
        return len(self._facts.sizes)

    def first(self) -> QWidget:
        """Return what F6 comes to: the pages, or nothing to go to."""
        return self.view if self._stack.currentIndex() == _PAGES else self

    def retranslate(self) -> None:
        """Say the place again."""
        self._reserve()
        self.where.retranslate()

    def _lay_out(self) -> None:
        self._cover = EmptyState("held", N_("The preview is covered"), COVERED)
        self._note_title = N_("Nothing to show yet")
        self._told = EmptyState("reports", lambda: worded(self._note_head()), self._note_words)
        both = Row(gap="gap")
        both.add(self.outline, stretch=3)
        both.add(self.view, stretch=6)
        self.outline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._stack = Stack()
        for widget in (both, self._cover, self._told):
            self._stack.addWidget(widget)
        self.tools.add(self.where, self.before, self.after, self.smaller, self.larger, self.fit)
        self.add(self._stack, stretch=1)

    def _join(self) -> None:
        pages, view = self._pages, self.view
        view.wanted.connect(self._want)
        pages.drawn.connect(view.take)
        pages.read.connect(self._take_text)
        view.turned.connect(self._on_turned)
        view.sized.connect(self.where.retranslate)
        self.outline.tree.page_asked.connect(view.go_to)
        self.outline.text_asked.connect(self._ask_text)
        self.before.clicked.connect(lambda: view.turn(-1))
        self.after.clicked.connect(lambda: view.turn(1))
        self.smaller.clicked.connect(lambda: view.grow(-1))
        self.larger.clicked.connect(lambda: view.grow(1))
        self.fit.clicked.connect(lambda: view.grow(0))

    def _show(self) -> None:
        """Put in view what may be seen now; what is covered is taken off, not only hidden."""
        facts = self._facts if not self._is_covered else PdfFacts((), ())
        self.view.show_pages(facts.sizes)
        self.outline.tree.show_marks(facts.outline)
        if not facts.sizes:
            self.outline.clear_all()
        elif self.outline.shows_text():
            self._ask_text()
        has_note = not self._facts.sizes
        self._stack.setCurrentIndex(_NOTE if has_note else _COVER if self._is_covered else _PAGES)
        self._told.title.retranslate()
        self._told.prose.retranslate()
        for button in (self.before, self.after, self.smaller, self.larger, self.fit):
            button.setEnabled(bool(facts.sizes))
        self._reserve()
        self.where.retranslate()

    def _note_head(self) -> Words:
        return N_("Making the preview…") if self._is_busy else N_("No preview")

    def _note_words(self) -> str:
        return _("This takes a moment.") if self._is_busy else worded(self._note)

    def _where_words(self) -> str:
        if not self._facts.sizes:
            return ""
        count = len(self._facts.sizes)
        told = _("Page {page} of {pages}").format(page=self.view.page() + 1, pages=count)
        if self._is_covered:
            told = _("{n} pages").format(n=count)
        return _("Updating…") if self._is_busy else told

    def _reserve(self) -> None:
        """Hold the room of the longest that is said here, or the tools after it would go to and fro."""
        count = len(self._facts.sizes)
        longest = _("Page {page} of {pages}").format(page=count, pages=count)
        metrics = self.where.fontMetrics()
        room = max(metrics.horizontalAdvance(words) for words in (longest, _("Updating…")))
        self.where.setMinimumWidth(room if count else 0)

    def _want(self, wanted: frozenset[tuple[int, int]]) -> None:
        if not self._is_covered:
            self._pages.want(wanted)

    def _on_turned(self, _page: int) -> None:
        self.where.retranslate()
        if self.outline.shows_text():
            self._ask_text()

    def _ask_text(self) -> None:
        if self._facts.sizes and not self._is_covered:
            self._pages.want_text(self.view.page())

    def _take_text(self, page: int, text: str) -> None:
        if page == self.view.page() and not self._is_covered:
            self.outline.show_text(page, text)
