# SPDX-License-Identifier: MIT
"""What the groundwork page shows at one moment: questionnaires here and shipped, results of other tools.

It must not know a widget. Of an open ballot box it knows that there is one, and no more.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkthrough.model import Workbook
from walkthrough.model.ballots.head import FOR_QUESTIONNAIRE
from walkthrough.model.content import Questionnaire, Shelf
from walkthrough.model.queries.outside import OutsideRow, ToolRow, outside_tools
from walkthrough.model.queries.questionnaires import QuestionnaireHead, questionnaires

SHELF = "shelf:"
"""What the key of a questionnaire begins with that ships and is not in the workbook."""


@dataclass(frozen=True)
class GroundworkReading:
    """The rows of the page. `open_boxes` are the questionnaires that are being asked now."""

    here: tuple[QuestionnaireHead, ...] = ()
    shipped: tuple[Questionnaire, ...] = ()
    tools: tuple[ToolRow, ...] = ()
    open_boxes: frozenset[str] = frozenset()

    def first(self) -> str:
        """Return the key of the first questionnaire, "" for none."""
        return next(iter((*(row.id for row in self.here), *(SHELF + one.id for one in self.shipped))), "")

    def head(self, key: str) -> QuestionnaireHead | None:
        """Return a questionnaire of the workbook by its key."""
        return next((row for row in self.here if row.id == key), None)

    def piece(self, code: str) -> Questionnaire | None:
        """Return a shipped questionnaire that the workbook does not have yet, by its id."""
        return next((one for one in self.shipped if one.id == code), None)

    def result(self, key: str) -> OutsideRow | None:
        """Return a result of another tool by its key."""
        return next((row for tool in self.tools for row in tool.results if row.id == key), None)

    def tool_of(self, key: str) -> ToolRow | None:
        """Return the tool that a result belongs to."""
        return next((tool for tool in self.tools if any(row.id == key for row in tool.results)), None)


def read_groundwork(workbook: Workbook, shelf: Shelf) -> GroundworkReading:
    """Read the page."""
    here = workbook.read(questionnaires)
    known = {(row.code, row.language) for row in here if row.is_shipped}
    return GroundworkReading(
        here=here,
        shipped=tuple(
            one for one in shelf.questionnaires if (one.id, shelf.questionnaire_language(one.id)) not in known
        ),
        tools=workbook.read(outside_tools),
        open_boxes=frozenset(
            box.head.for_id for box in workbook.boxes.found() if box.head.for_table == FOR_QUESTIONNAIRE
        ),
    )
