# SPDX-License-Identifier: MIT
"""Parts of a page that are made when somebody comes to them: told what there is, and with their drafts."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.ui.screens.meetings.agenda_part import AgendaPart
from walkthrough.ui.screens.meetings.meeting_panel import OUTCOME
from walkthrough.ui.screens.meetings.outcome_part import OutcomePart
from walkthrough.ui.screens.meetings.screen import MeetingsScreen
from walkthrough.ui.widgets.later import Later
from walkthrough.ui.widgets.places import Stack
from walkthrough.ui.widgets.text import Prose


def test_a_part_is_made_and_told_once_as_its_place_comes_into_view(qtbot):
    made = []

    def make():
        made.append(Prose())
        return made[-1]

    stack, facts = Stack(), ["first"]
    later = Later(make, lambda prose: prose.set_plain(facts[0]))
    stack.addWidget(Prose())
    stack.addWidget(later)
    qtbot.addWidget(stack)
    stack.show()
    later.tell()
    assert made == []
    stack.setCurrentWidget(later)
    assert [one.isVisible() for one in made] == [True]
    assert later.part().text() == "first"
    facts[0] = "second"
    stack.setCurrentIndex(0)
    stack.setCurrentWidget(later)
    assert (len(made), later.part().text()) == (1, "first")
    later.tell()
    assert later.part().text() == "second"


def test_parts_nobody_came_to_are_not_made_unless_a_draft_waits_for_its_field(at_desk, show_screen, workbook):
    workbook.do(PlanMeeting(at_desk.desk.clock.today()))
    screen = show_screen(MeetingsScreen(at_desk.desk))
    assert screen.findChild(AgendaPart) is None
    assert screen.findChild(OutcomePart) is None
    at_desk.desk.drafts.left["meetings/outcome/line"] = "One form"
    screen.refresh()
    at_desk.desk.drafts.put_back("meetings/outcome/line")
    screen.view.panel.show_part(OUTCOME)
    assert screen.view.panel.outcome.line.value() == "One form"
    assert QApplication.focusWidget() is screen.view.panel.outcome.line.control
