# SPDX-License-Identifier: MIT
"""What can be done to whole questionnaires from this page, each as one command with one sentence after it.

It must not know how anything looks.
"""

from __future__ import annotations

from walkthrough.model import Refused
from walkthrough.model.commands.questionnaire import (
    MakeQuestionnaire,
    RemoveAsking,
    RemoveQuestionnaire,
    UseQuestionnaire,
    sections_in,
)
from walkthrough.model.content import Questionnaire
from walkthrough.model.queries.questionnaires import QuestionnaireHead, QuestionnaireRow
from walkthrough.model.rules.questionnaire_text import GivenQuestion, GivenSection
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.groundwork.hands import Do
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _


class GroundworkDeeds:
    """Does them at a desk."""

    def __init__(self, desk: Desk, do: Do) -> None:
        self._desk, self._do = desk, do

    def take_over(self, piece: Questionnaire, language: str) -> str:
        """Copy one that ships into the workbook; returns its key there, "" where it was refused."""
        command = UseQuestionnaire(piece, language)
        return "" if self._was_refused(self._do(command)) else str(command.facts()["questionnaire_id"])

    def copy_piece(self, piece: Questionnaire | None) -> str:
        """Make one of the group's own of one that ships; returns its key."""
        if piece is None:
            return ""
        language = self._desk.shelf.questionnaire_language(piece.id)
        return self._make(piece.name, piece.about, sections_in(piece), language)

    def copy_row(self, row: QuestionnaireRow) -> str:
        """Make one of the group's own of one in the workbook; returns its key."""
        sections = tuple(
            GivenSection(
                part.name, tuple(GivenQuestion(one.text, one.kind, one.choices) for one in part.questions)
            )
            for part in row.sections
        )
        return self._make(row.name, row.about, sections, row.language)

    def take_out(self, head: QuestionnaireHead) -> None:
        """Take a questionnaire out with all its results; asked first where there are some."""
        if head.askings and not self._desk.ask.confirm(
            _("Take out {name}?").format(name=head.name),
            _("Its results go with it. Undo brings all of it back."),
            _("Take out"),
        ):
            return
        if not self._was_refused(self._do(RemoveQuestionnaire(head.id))):
            self._desk.say(_("The questionnaire is out. Undo brings it back."))

    def take_results_out(self, asking_id: str) -> None:
        """Take the results of one time of asking out."""
        if not self._was_refused(self._do(RemoveAsking(asking_id))):
            self._desk.say(_("These results are out. Undo brings them back."))

    def _make(self, name: str, about: str, sections: tuple[GivenSection, ...], language: str) -> str:
        command = MakeQuestionnaire(
            _("{name} (our copy)").format(name=name), about, sections, language=language
        )
        return "" if self._was_refused(self._do(command)) else command.id

    def _was_refused(self, refused: Refused | None) -> bool:
        if refused is not None:
            self._desk.say(refusal_text(refused))
        return refused is not None
