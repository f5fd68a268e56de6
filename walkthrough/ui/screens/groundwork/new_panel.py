# SPDX-License-Identifier: MIT
"""Making a questionnaire: its name, and if wanted its questions at once, pasted or from a file.

It must not know the list beside it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.export.check_words import problem_words
from walkthrough.model import Refused
from walkthrough.model.commands.questionnaire import MakeQuestionnaire, sections_in
from walkthrough.model.content import Questionnaire, read_piece
from walkthrough.model.content.check import check_file
from walkthrough.model.rules.questionnaire_text import read_questionnaire
from walkthrough.ui.dialogs.ask import Ask
from walkthrough.ui.screens.groundwork.hands import Hands
from walkthrough.ui.screens.groundwork.phrases import questions_words
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field, text_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Column, FlowRow, ScrollPage
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _, current

_RULE = N_(
    "A line that ends with a colon names a section. Lines with a dash under a question with a question mark "
    "are its choices. Every other line is a statement to agree with."
)
_SHOWN = 6
"""So many problems of a file are told; the rest comes once these are put right."""


class NewPanel(ScrollPage):
    """The form of a new questionnaire."""

    made = Signal(str)
    """The key of the new questionnaire."""

    def __init__(self, hands: Hands, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", margin="", parent=parent)
        self._hands, self._ask = hands, ask
        self.name = line_field(N_("Name"), name="questionnaire_name")
        self.about = text_field(N_("What it is for"), lines=1, optional=True, name="questionnaire_about")
        self.rule = Prose(_RULE, look="small")
        self.text = text_field(N_("Questions"), lines=5, most=12, optional=True, name="questionnaire_text")
        self.save = Button(N_("Make the questionnaire"), "primary", sign="add", name="questionnaire_save")
        self.file = Button(N_("From a file…"), "plain", sign="open", name="questionnaire_file")
        self.problems = InfoBar()
        self._build()

    def first(self) -> QWidget:
        """Return the field to begin with."""
        return self.name.control

    def bring_in(self, path: Path) -> None:
        """Make a questionnaire of a TOML file, or say line by line what is wrong in it."""
        found = check_file(path)
        wrong = [problem_words(current(), one) for one in found if not one.is_warning]
        if wrong:
            self._tell(path, wrong)
            return
        try:
            piece = read_piece(path, Questionnaire)
        except (OSError, ValueError):  # another kind of content, or gone since it was checked
            self._tell(path, [_("This file holds no questionnaire.")])
            return
        self._make(
            MakeQuestionnaire(piece.name, piece.about, sections_in(piece), language=current().language)
        )

    def _build(self) -> None:
        for name, field in (("name", self.name), ("about", self.about), ("text", self.text)):
            self._hands.drafts.watch(f"groundwork/questionnaire_{name}", field.control)
        foot = FlowRow()
        foot.add(self.save, self.file)
        asked = Column(gap="unit")
        asked.add(self.rule, self.text)
        lead = Prose(N_("Type or paste your own questions. People answer without a name."), look="soft")
        self.add(Heading(2, N_("A new questionnaire")), lead, self.name, self.about, asked)
        self.add(foot, self.problems)
        self.add_stretch()
        self.name.control.returnPressed.connect(self._on_name_enter)
        self.save.clicked.connect(self._on_enter)
        self.file.clicked.connect(self._choose_file)
        self.text.edited.connect(lambda _text: self._count())
        self._speak_rule()

    def _count(self) -> None:
        many = sum(len(section.questions) for section in read_questionnaire(self.text.value()))
        told = _("Understood: {questions}.").format(questions=questions_words(many)) if many else ""
        self.text.set_label(N_("Questions"), plain(told))
        self._speak_rule(told)

    def _speak_rule(self, told: str = "") -> None:
        """The rule stands above the field; who cannot see it hears it with the field."""
        self.text.control.setAccessibleDescription(" ".join(part for part in (told, _(_RULE)) if part))

    def _on_name_enter(self) -> None:
        """Enter in an empty name waits; to make it without one is refused by the button."""
        if self.name.value().strip():
            self._on_enter()

    def _on_enter(self) -> None:
        sections = read_questionnaire(self.text.value())
        name, about = self.name.value(), self.about.value()
        self._make(MakeQuestionnaire(name, about, sections, language=current().language))

    def _make(self, command: MakeQuestionnaire) -> None:
        if (refused := self._hands.do(command)) is not None:
            self._show_refusal(refused)
            return
        for name, field in (("name", self.name), ("about", self.about), ("text", self.text)):
            field.set_value("")
            self._hands.drafts.saved(f"groundwork/questionnaire_{name}")
        self._count()
        self.problems.hide()
        self.made.emit(command.id)

    def _show_refusal(self, refused: Refused) -> None:
        field = self.name if refused.facts.get("field") == "name" else self.text
        field.set_error(lambda: refusal_text(refused))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_file(self) -> None:
        path = self._ask.open_file(_("A file with questions"), _("Questions (*.toml);;All files (*)"))
        if path is not None:
            self.bring_in(path)

    def _tell(self, path: Path, wrong: list[str]) -> None:
        shown = [path.name, *wrong[:_SHOWN]]
        if len(wrong) > _SHOWN:
            shown.append(_("and {n} more").format(n=len(wrong) - _SHOWN))
        self.problems.show_words(plain("\n".join(shown)), "bad")
