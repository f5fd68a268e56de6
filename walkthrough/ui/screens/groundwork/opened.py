# SPDX-License-Identifier: MIT
"""The questionnaire that has the whole page: what its page shows, and what becomes of what is done there.

It must not know the list it was opened from.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.questionnaires import asking_result, askings, questionnaire
from walkthrough.model.queries.roll import people_here
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.groundwork.hands import Hands, focus_later
from walkthrough.ui.screens.groundwork.questionnaire_page import ASK, RESULTS, QuestionnairePage
from walkthrough.ui.screens.groundwork.reading import GroundworkReading
from walkthrough.ui.screens.groundwork.sheet_on_paper import SheetOnPaper
from walkthrough.ui.widgets.places import Stack
from walkthrough.wording import _


class OpenQuestionnaire(QObject):
    """One at a time; its page is made when the first is opened."""

    left = Signal()
    """Back to the list: somebody asked for it, or an undo took the questionnaire out."""
    changed = Signal()
    """Actions may answer differently."""
    box_changed = Signal()
    """A ballot box was opened, or it is gone."""
    drop_asked = Signal(str)
    """These results are to be taken out."""

    def __init__(self, desk: Desk, hands: Hands, initiator: QWidget, stack: Stack) -> None:
        super().__init__(initiator)
        self._desk, self._hands, self._initiator, self._stack = desk, hands, initiator, stack
        self._page: QuestionnairePage | None = None
        self._reading = GroundworkReading()
        self._sheet = SheetOnPaper(desk)
        self._asking = ""
        self.key = ""

    @property
    def page(self) -> QuestionnairePage:
        """The page, made when it is first wanted."""
        if self._page is None:
            self._page = QuestionnairePage(self._desk, self._hands, self._initiator, self._stack)
            self._stack.addWidget(self._page)
            self._join(self._page)
        return self._page

    def is_at(self, part: int) -> bool:
        """Tell whether this part of an open questionnaire is shown."""
        return bool(self.key) and self.page.part() == part

    def begin(self, key: str, part: int, reading: GroundworkReading) -> None:
        """Let a questionnaire of the workbook take the whole page."""
        self.key, self._asking = key, ""
        self.page.show_part(part)
        self._stack.setCurrentWidget(self.page)
        self.show_reading(reading)
        focus_later(self.page.first())
        self.changed.emit()

    def end(self) -> str:
        """Forget it; returns its key."""
        key, self.key = self.key, ""
        return key

    def show_reading(self, reading: GroundworkReading) -> None:
        """Show it as it stands now."""
        self._reading = reading
        if self.key:
            self._show()

    def retranslate(self) -> None:
        """Say again what was put together from words."""
        if self._page is not None:
            self._page.ask.retranslate()
            self._page.results.retranslate()

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may work now, while the laptop goes round; None for all."""
        return self._page.ask.round.only_actions() if self._page is not None else None

    # -- inside

    def _join(self, page: QuestionnairePage) -> None:
        page.back.clicked.connect(self.left)
        page.part_asked.connect(self._turn_to)
        page.questions.version_made.connect(self._follow)
        page.questions.list.chosen.connect(lambda _key: self.changed.emit())
        page.ask.print_asked.connect(self._print_sheet)
        page.ask.sealed.connect(self._on_sealed)
        page.ask.changed.connect(self.box_changed)
        page.results.asking_asked.connect(self._show_asking)
        page.results.drop_asked.connect(self.drop_asked)

    def _show(self) -> None:
        page = self.page
        row = self._desk.workbook.read(questionnaire, self.key)
        if row is None:
            self.left.emit()
            return
        page.show_head(row)
        page.questions.show_questions(row, is_open=row.id in self._reading.open_boxes)
        if page.part() == ASK:
            self._show_ask()
        elif page.part() == RESULTS:
            self._show_results(row.code)

    def _show_ask(self) -> None:
        read, meeting = self._desk.workbook.read, self._desk.workbook.live_meeting
        row = self.page.questions.row
        names = [one.short or one.name for one in read(partners) if not one.has_left]
        if row is not None:
            self.page.ask.show_ask(row, read(people_here, meeting) if meeting else 0, names)

    def _show_results(self, code: str) -> None:
        read = self._desk.workbook.read
        times = read(askings, code)
        known = [one.id for one in times]
        shown = self._asking if self._asking in known else next(iter(known), "")
        self.page.results.show_results(times, read(asking_result, shown) if shown else None)

    def _turn_to(self, part: int) -> None:
        self.page.show_part(part)
        self._show()
        self.changed.emit()

    def _follow(self, version: str) -> None:
        """Go on in the version that a change made."""
        self.key = version
        self._show()
        row = self.page.questions.row
        if row is not None:
            told = _("This is version {n} now. Earlier results stay with the words they were given to.")
            self._desk.say(told.format(n=row.version))

    def _on_sealed(self, _many: int) -> None:
        self._asking = ""
        self._turn_to(RESULTS)
        focus_later(self.page.first())

    def _print_sheet(self) -> None:
        row = self.page.ask.row
        if row is not None:
            self._sheet.write(row)

    def _show_asking(self, key: str) -> None:
        self._asking = key
        self._show()
