# SPDX-License-Identifier: MIT
"""What a statement or a count of a check becomes: a next step, an indicator; each with a sentence after it.

It must not know how anything looks.
"""

from __future__ import annotations

from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.commands.stage_indicator import IndicatorFromEvidence
from walkthrough.model.queries.stage_rows import CriterionRow
from walkthrough.ui.criteria.deeds import Do
from walkthrough.ui.criteria.phrases import step_words
from walkthrough.ui.screen import Desk
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _


class CheckDeeds:
    """Does them at a desk."""

    def __init__(self, desk: Desk, do: Do) -> None:
        self.desk, self.do = desk, do

    def make_step(self, row: CriterionRow) -> None:
        """Make a next step that is linked to a statement."""
        values = {"criterion_id": row.id, "meeting_id": self.desk.workbook.live_meeting}
        if self.do(AddNextStep(step_words(row), values)) is None:
            self.desk.say(_("The next step is in the plan. Say there what to do, who does it and by when."))

    def make_indicator(self, evidence_id: str) -> None:
        """Make an indicator of a count; it takes its source and first value along."""
        command = IndicatorFromEvidence(evidence_id, self.desk.workbook.live_meeting)
        refused = self.do(command)
        if refused is not None:
            self.desk.say(refusal_text(refused))
            return
        number = command.facts()["number"]
        said = _("Indicator #{number} is there. Say under Indicators who owns it and what you aim for.")
        self.desk.say(said.format(number=number))

    def go_to_indicator(self, key: str) -> None:
        """Show an indicator on its own page."""
        self.desk.go("indicators", indicator_id=key)
