# SPDX-License-Identifier: MIT
"""A filled workbook on the plan page, and fingers for it: shared by the tests of that page."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkthrough.model import Workbook
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.indicator import AddGoal
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.plan import AddNextStep, RaiseQuestion
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.plan import next_steps
from walkthrough.model.words import Kind, Tier
from walkthrough.paths import resources

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TODAY = date.today()  # noqa: DTZ011  the windows go by the machine's day too


def key(pressed, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), pressed, modifier)


def typed(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture(name="filled", scope="module")
def filled_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "filled.walkthrough"
    workbook = Workbook.create(path)
    walk = StartWalk(load_shelf(resources() / "content", "en").routes[0])
    workbook.do(walk)
    for text in ("Five forms", "No phone line after 5 pm"):
        workbook.do(RecordEntry(Kind.BARRIER, text, walk_id=walk.walk_id))
    health = AddPartner("Department of Health", "health", {"short": "Health"})
    court = AddPartner("Family Court", "courts")
    sooner = AddGoal("Sooner", {"strategy": "One door", "budget": "12,000 dollars"})
    for command in (health, court, sooner, AddGoal("Safer")):
        workbook.do(command)
    steps = (
        ("One form", {"owner": "R. Diaz", "owner_partner_id": health.id, "goal_id": sooner.id,
                      "due": TODAY - timedelta(days=9), "tier": Tier.CORE}),
        ("Phone tree", {"owner": "J. Cole", "goal_id": sooner.id, "due": TODAY + timedelta(days=9)}),
        ("Train staff", {"owner_partner_id": court.id}),
    )  # fmt: skip
    for what, values in steps:
        workbook.do(AddNextStep(what, values))
    workbook.do(RaiseQuestion("May we share dates?", Tier.OVERSIGHT, {"to_whom": "Judge Hart"}))
    workbook.close()
    return path


@pytest.fixture(name="book")
def book_file(filled, tmp_path):
    return Path(shutil.copyfile(filled, tmp_path / "plan.walkthrough"))


@pytest.fixture(name="plan")
def plan_page(start, book):
    windows = start(book, "--screen", "plan")
    windows.window.resize(1093, 614)
    page = windows.window.stack.page
    assert page.name == "plan"
    page.windows = windows
    return page


def steps(page):
    return page.desk.workbook.read(next_steps)


def choose(page, what):
    page.view.list.setFocus()
    page.view.list.choose(next(step.id for step in steps(page) if step.what == what))


def shown(page):
    model = page.view.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def not_on_the_wall(page, yes=True):
    page.desk.room._confirmed = yes
    page.desk.room.changed.emit()
