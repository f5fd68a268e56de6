# SPDX-License-Identifier: MIT
"""The page Stage check: how the room rated, and what moved over time, with the reason given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest

from tests.model.sealed_rounds import Sealed
from walkthrough.model.commands.stage import AgreeStage, AnswerCriterion, BeginStageCheck
from walkthrough.model.commands.stage_evidence import AddEvidence
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage import check_page
from walkthrough.model.words import Agreement, Answer, Proof
from walkthrough.ui.screens.stage_check.history_part import HistoryPart

CONTENT = Path(__file__).parents[2] / "resources" / "content"


def test_the_history_tells_what_moved_and_what_was_rated_and_reads_again_in_view(qtbot, workbook):
    ladder = load_shelf(CONTENT, "en").ladder
    first, second = (BeginStageCheck(date(2026, month, 5), ladder) for month in (5, 8))
    workbook.do(first)
    [criterion, *_rest] = workbook.read(check_page, first.id).dimensions[0].criteria
    part = HistoryPart()
    qtbot.addWidget(part)
    part.resize(800, 600)
    part.show_check(workbook.read, first.id)
    with qtbot.waitExposed(part):
        part.show()
    assert part.over_time.first.isVisible()
    assert not part.rounds.isVisible()
    workbook.do(AnswerCriterion(first.id, criterion.id, Answer.YES))
    form = {"what": "Charter", "place": "County site", "day": date(2026, 5, 1)}
    workbook.do(AddEvidence(first.id, criterion.id, Proof.DOCUMENT, form))
    workbook.do(second)
    workbook.do(AnswerCriterion(second.id, criterion.id, Answer.NO, "The charter lapsed"))
    workbook.do(AgreeStage(second.id, Agreement.STAGE, 1, "We start there again"))
    workbook.do(Sealed(second.id, (0, 4, 0, 0, 4)))
    part.show_check(workbook.read, second.id)
    over = part.over_time
    told = "Agreed: 1 Information exchange. Agreed without evidence. We start there again."
    assert over.agreed.text() == told
    name = ladder.dimensions[0].short
    told = f"{name} moved back from stage 1: stage 1 is not shown any more. The charter lapsed."
    assert over.moved.text() == told
    over.picture.picked.emit(first.id)
    assert "none to compare it with" in over.moved.text()
    assert part.rounds.said.text().startswith("We see it differently.")

    part.hide()
    workbook.do(AgreeStage(second.id, Agreement.STAGE, 2, "After all"))
    part.show_check(workbook.read, second.id)
    assert "1 Information exchange" in over.picture.picture.scene().summary, "not read while out of view"
    part.show()
    QTest.qWait(20)
    qtbot.waitUntil(lambda: "2 Joint projects" in over.picture.picture.scene().summary)
