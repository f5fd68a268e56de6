# SPDX-License-Identifier: MIT
"""The chosen questionnaire beside the list: what it is for, what can be done with it, what it asks.

It must not know the workbook; it shows a questionnaire of the workbook or one that ships.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.questionnaire import sections_in
from walkthrough.model.content import Questionnaire
from walkthrough.model.queries.questionnaires import QuestionnaireHead, QuestionnaireRow
from walkthrough.model.rules.questionnaire_text import GivenQuestion, GivenSection
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Column, FlowRow, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _


class SummaryPanel(ScrollPage):
    """Name, purpose, buttons, a preview of the questions."""

    ask_asked = Signal()
    results_asked = Signal()
    change_asked = Signal()
    copy_asked = Signal()
    drop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self.title, self.about, self.facts = Heading(2), Prose(), Prose(look="soft")
        self.ask = Button(N_("&Ask now"), "primary", sign="live", name="questionnaire_ask")
        self.results = Button(N_("&Results"), "plain", sign="overview", name="questionnaire_results")
        self.change = Button(N_("&Change the questions"), "plain", sign="edit", name="questionnaire_change")
        self.copy = Button(N_("Make a &copy to change"), "plain", sign="add", name="questionnaire_copy")
        self.drop = Button(N_("Take out"), "quiet", sign="bin", name="questionnaire_drop")
        self._preview = Column(gap="unit")
        row = FlowRow()
        row.add(self.ask, self.results, self.change, self.copy, self.drop)
        self.add(self.title, self.about, self.facts, row, self._preview)
        self.add_stretch()
        self._shown: tuple[GivenSection, ...] | None = None
        for button, signal in (
            (self.ask, self.ask_asked),
            (self.results, self.results_asked),
            (self.change, self.change_asked),
            (self.copy, self.copy_asked),
            (self.drop, self.drop_asked),
        ):
            button.clicked.connect(signal)

    def show_own(self, head: QuestionnaireHead, row: QuestionnaireRow, *, is_open: bool) -> None:
        """Show a questionnaire of the workbook; `is_open`: a ballot box stands open for it."""
        sections = tuple(
            GivenSection(
                part.name, tuple(GivenQuestion(one.text, one.kind, one.choices) for one in part.questions)
            )
            for part in row.sections
        )
        self._show(row.name, row.about, sections)
        self.facts.set_words(N_("A ballot box is open. Go on with it.") if is_open else "")
        self.facts.setVisible(is_open)
        self.ask.set_words(N_("&Go on asking") if is_open else N_("&Ask now"))
        self.ask.setEnabled(bool(row.questions))
        self.results.setVisible(bool(head.askings))
        self.change.setVisible(not row.is_shipped)
        self.change.set_words(N_("&Change the questions") if row.questions else N_("&Write the questions"))
        self.copy.setVisible(row.is_shipped)
        self.drop.setVisible(not is_open and (not row.is_shipped or bool(head.askings)))

    def show_piece(self, piece: Questionnaire) -> None:
        """Show one that ships and is not in the workbook yet."""
        self._show(piece.name, piece.about, sections_in(piece))
        self.facts.hide()
        self.ask.set_words(N_("&Ask now"))
        self.ask.setEnabled(True)
        for button, shown in (
            (self.results, False),
            (self.change, False),
            (self.copy, True),
            (self.drop, False),
        ):
            button.setVisible(shown)

    def first(self) -> QWidget:
        """Return where the keys begin."""
        return self.ask if self.ask.isEnabled() else self.change

    def _show(self, name: str, about: str, sections: tuple[GivenSection, ...]) -> None:
        self.title.set_plain(name)
        self.about.set_plain(about)
        self.about.setVisible(bool(about))
        if sections != self._shown:
            self._shown = sections
            self._fill(sections)

    def _fill(self, sections: tuple[GivenSection, ...]) -> None:
        self._preview.clear()
        number = 0
        for section in sections:
            if section.name:
                self._preview.add(Heading(3, plain(section.name)))
            for one in section.questions:
                number += 1
                self._preview.add(Prose(plain(f"{number}. {one.text}")))
                if one.choices:
                    self._preview.add(Prose(plain(" · ".join(one.choices)), look="small"))
        if not number:
            self._preview.add(Prose(lambda: _("It has no question yet."), look="soft"))
