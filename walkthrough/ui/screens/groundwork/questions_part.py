# SPDX-License-Identifier: MIT
"""The questions of one questionnaire as a list under its sections, and the forms that change them.

It must not know who asks them nor what was answered.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model import Command, Refused
from walkthrough.model.commands.question import (
    AddSections,
    MoveQuestion,
    MoveSection,
    RemoveQuestion,
    RemoveSection,
    RenameSection,
)
from walkthrough.model.queries.questionnaires import QuestionnaireRow, QuestionRow, SectionRow
from walkthrough.model.rules.questionnaire_text import GivenSection, read_questionnaire
from walkthrough.ui.screens.groundwork.hands import Hands
from walkthrough.ui.screens.groundwork.naming_form import NamingForm
from walkthrough.ui.screens.groundwork.phrases import SECTION, question_cells
from walkthrough.ui.screens.groundwork.question_form import QuestionForm
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field, text_field
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.panes import PanesPage
from walkthrough.ui.widgets.places import Column, Divider, FlowRow, ScrollPage
from walkthrough.ui.widgets.text import Heading
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _, ngettext

_LATER = Qt.FocusReason.OtherFocusReason
_PASTE_HINT = N_(
    "A line that ends with a colon names a section. Lines with a dash under a question with a question mark "
    "are its choices. Every other line is a statement to agree with."
)


class QuestionsPart(PanesPage):
    """List at the left, forms at the right; of one that ships, the list alone."""

    version_made = Signal(str)
    """A change went into another version: its key."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(shares=(3, 2), low=260, margin="", parent=parent)
        self._hands = hands
        self.row: QuestionnaireRow | None = None
        self._is_fixed = False
        self._renamed = ""
        self.note = InfoBar()
        self.list = GroupList(N_("Questions under their sections"), empty=N_("No question yet."))
        self.form = QuestionForm(hands)
        self.section = line_field(N_("New section: its name"), name="section_name")
        self.paste = text_field(
            N_("Paste many at once"), lines=3, most=8, hint=_PASTE_HINT, name="questions_paste"
        )
        self.take = Button(N_("Add what is pasted"), "plain", sign="add", name="questions_take")
        self.naming = NamingForm(hands)
        self._forms = ScrollPage(gap="gap", margin="")
        self._lay_out()
        self._join()

    def show_questions(self, row: QuestionnaireRow, *, is_open: bool) -> None:
        """Show the questions; while a ballot box is open for them nothing can be changed."""
        self.row = row
        self._is_fixed = row.is_shipped or is_open
        self.list.set_rows(question_cells(row))
        self.naming.show_row(row)
        self._forms.setVisible(not self._is_fixed)
        self.note.setVisible(is_open)
        if is_open:
            told = N_("A ballot box is open for these questions. Close it first, then change them.")
            self.note.show_words(told, "note")
        self._place()

    def can_change(self) -> bool:
        """Tell whether there is a row that may be changed."""
        return not self._is_fixed and bool(self.list.chosen_id())

    def first(self) -> QWidget:
        """Return where the keys begin."""
        is_blank = self.row is not None and not self.row.questions
        return self.form.text.control if is_blank and not self._is_fixed else self.list

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes to."""
        return (self.list,) if self._is_fixed else (self.list, self.form.text.control)

    def change_chosen(self) -> None:
        """Put the chosen question into the form, or the name of the chosen section into its line."""
        if not self.can_change():
            return
        if (question := self.question()) is not None:
            self.form.change(question)
        elif (section := self.chosen_section()) is not None:
            self._ask_section(section.id)
            self.section.set_value(section.name)
            self.section.setFocus(_LATER)

    def move_chosen(self, way: int) -> None:
        """Move the chosen question or section up (-1) or down (+1)."""
        if not self.can_change():
            return
        if (question := self.question()) is not None:
            self._do(MoveQuestion(question.id, way))
        elif (section := self.chosen_section()) is not None:
            self._do(MoveSection(section.id, way))

    def take_out_chosen(self) -> None:
        """Take the chosen question or section out; Undo brings it back."""
        if not self.can_change():
            return
        if (question := self.question()) is not None:
            if self._do(RemoveQuestion(question.id)):
                self._hands.say(_("The question is out. Undo brings it back."))
        elif (section := self.chosen_section()) is not None and self._do(RemoveSection(section.id)):
            self._hands.say(_("The section is out with its questions. Undo brings them back."))

    def question(self) -> QuestionRow | None:
        """Return the chosen question."""
        rows = self.row.questions if self.row is not None else ()
        return next((one for one in rows if one.id == self.list.chosen_id()), None)

    def chosen_section(self) -> SectionRow | None:
        """Return the chosen section, or that of the chosen question."""
        key = self.list.chosen_id()
        rows = self.row.sections if self.row is not None else ()
        inside = (one for one in rows if SECTION + one.id == key or key in [q.id for q in one.questions])
        return next(inside, None)

    # -- inside

    def _lay_out(self) -> None:
        row = FlowRow()
        row.add(self.take)
        self._forms.add(self.form, Divider(), Heading(3, N_("Sections")), self.section, Divider())
        self._forms.add(Heading(3, N_("From elsewhere")), self.paste, row, Divider())
        self._forms.add(Heading(3, N_("What it is called")), self.naming)
        self._forms.add_stretch()
        left = Column(gap="unit")
        left.add(self.list, stretch=1)
        self.set_panes(self.note, left, self._forms)

    def _join(self) -> None:
        self.list.chosen.connect(lambda _key: self._place())
        self.list.activated_row.connect(lambda _key: self.change_chosen())
        self.list.edit_asked.connect(lambda _key: self.change_chosen())
        self.list.bin_asked.connect(lambda _key: self.take_out_chosen())
        self.form.written.connect(self._on_written)
        self.section.control.returnPressed.connect(self._write_section)
        self.take.clicked.connect(self._take_pasted)
        self.naming.version_made.connect(self.version_made)

    def _place(self) -> None:
        if self.row is None:
            return
        section = self.chosen_section()
        self.form.show_place(self.row.id, section.id if section is not None else "")
        if self._renamed and (section is None or section.id != self._renamed):
            self.section.set_value("")
            self._ask_section("")

    def _ask_section(self, renamed: str) -> None:
        """Ask for the name of a new section, or of this one."""
        self._renamed = renamed
        self.section.set_label(N_("Name of the section") if renamed else N_("New section: its name"))

    def _on_written(self, version: str, key: str) -> None:
        self._follow(version)
        self.list.choose(key)

    def _do(self, command: Command) -> bool:
        """Do a command whose facts name the version that was changed; what was chosen stays chosen."""
        refused = self._hands.do(command)
        if refused is not None:
            self._hands.say(refusal_text(refused))
            return False
        facts = command.facts()
        self._follow(facts.get("questionnaire_id", ""))
        if "question_id" in facts:
            self.list.choose(facts["question_id"])
        elif "section_id" in facts:
            self.list.choose(SECTION + facts["section_id"])
        return True

    def _follow(self, version: str) -> None:
        if version and self.row is not None and version != self.row.id:
            self.version_made.emit(version)

    def _write_section(self) -> None:
        name, renamed = self.section.value(), self._renamed
        if self.row is None or not (name or renamed):
            return
        command = RenameSection(renamed, name) if renamed else AddSections(self.row.id, (GivenSection(name),))
        if not self._do(command):
            return
        self.section.set_value("")
        self._ask_section("")
        if not renamed:
            self.list.choose(SECTION + self.row.sections[-1].id)
        self.form.text.setFocus(_LATER)

    def _take_pasted(self) -> None:
        sections = read_questionnaire(self.paste.value())
        many = sum(len(one.questions) for one in sections)
        if self.row is None or not many:
            self.paste.set_error(N_("There is no question in this text yet."))
            return
        command = AddSections(self.row.id, sections)
        refused: Refused | None = self._hands.do(command)
        if refused is not None:
            self.paste.set_error(lambda: refusal_text(refused))
            return
        self.paste.set_value("")
        self._follow(command.facts()["questionnaire_id"])
        self._hands.say(ngettext("{n} question is added.", "{n} questions are added.", many).format(n=many))
        self.list.setFocus(_LATER)
