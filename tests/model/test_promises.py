# SPDX-License-Identifier: MIT
"""Last time's promises: which they are, in which order, and who of their owners has left."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.partner import AddPartner, EditPartner, SetSeat
from walkthrough.model.commands.plan import AddNextStep, SetStepState
from walkthrough.model.queries.promises import promises_of
from walkthrough.model.rules.promises import PER_PAGE, in_order, is_overdue, many_pages, on_page
from walkthrough.model.words import Seated, StepState, Tier
from walkthrough.model.workbook import Workbook

BEFORE, TODAY = date(2026, 8, 25), date(2026, 11, 22)
ENDED = date(2026, 9, 1)


def days(many: int) -> date:
    return TODAY + timedelta(days=many)


class Meetings:
    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.before, self.now = self.plan(BEFORE), self.plan(TODAY)

    def plan(self, day: date) -> str:
        return self.do(PlanMeeting(day))

    def do(self, command) -> str:
        self.book.do(command)
        return command.id

    def promise(self, what: str, due: date | None = TODAY, **values) -> str:
        return self.do(AddNextStep(what, {"due": due, "meeting_id": self.before, **values}))

    def mark(self, step: str, state: StepState, day: date = TODAY, note: str = "", meeting: str = "") -> None:
        self.book.do(SetStepState(step, state, day, note, meeting_id=meeting or None))

    def lines(self):
        return self.book.read(promises_of, self.now)

    def told(self) -> list[str]:
        return [line.what for line in self.lines()]


@pytest.fixture
def at(workbook: Workbook) -> Meetings:
    return Meetings(workbook)


def test_a_promise_is_of_before_this_meeting_and_was_open_when_it_began(at: Meetings):
    at.promise("of the last meeting")
    at.promise("of between the meetings", meeting_id=None)
    at.promise("of this meeting", meeting_id=at.now)
    at.mark(at.promise("done long ago"), StepState.DONE, ENDED)
    at.mark(at.promise("dropped in the last meeting"), StepState.DROPPED, BEFORE, meeting=at.before)
    assert at.told() == ["of the last meeting", "of between the meetings"]


@pytest.mark.parametrize("state", list(StepState))
def test_what_is_marked_in_this_meeting_stays_where_it_stood(at: Meetings, state: StepState):
    keys = [at.promise("first"), at.promise("second"), at.promise("third")]
    at.mark(keys[0], StepState.UNDER_WAY, ENDED, "half way")
    at.mark(keys[0], state, TODAY, "as told", meeting=at.now)
    first, *others = at.lines()
    assert (first.what, first.state, first.is_told) == ("first", state, True)
    assert [(note.text, note.is_of_now) for note in first.notes] == [("as told", True), ("half way", False)]
    assert [(line.what, line.is_told) for line in others] == [("second", False), ("third", False)]


def test_a_meeting_that_is_gone_has_no_promises(at: Meetings):
    at.promise("first")
    assert at.book.read(promises_of, "gone") == ()


def test_due_ones_come_first_by_agency_and_the_longest_overdue_leads(at: Meetings):
    court, health = at.do(AddPartner("Court", "courts")), at.do(AddPartner("Health", "health"))
    at.promise("later", days(5), owner_partner_id=court)
    at.promise("whenever", None, owner_partner_id=court)
    at.promise("of nobody", days(-60))
    at.promise("today", days(0), owner_partner_id=health)
    at.promise("overdue", days(-30), owner_partner_id=health)
    at.promise("held back", days(-90), owner_partner_id=court, held=True)
    at.promise("the court's", days(-1), owner_partner_id=court)
    assert at.told() == ["the court's", "overdue", "today", "of nobody", "later", "whenever", "held back"]
    assert [line.is_overdue for line in at.lines()] == [True, True, False, True, False, False, True]


@pytest.mark.parametrize(
    ("seats", "owner", "left"),
    [
        ([], "Ana Ruiz", False),
        ([(Tier.CORE, Seated.LEFT, "Ana Ruiz")], "Somebody Else", True),
        ([(Tier.CORE, Seated.LEFT, "Ana Ruiz"), (Tier.STEERING, Seated.FILLED, "Bo Lee")], "ana ruiz ", True),
        ([(Tier.CORE, Seated.LEFT, "Ana Ruiz"), (Tier.STEERING, Seated.FILLED, "Bo Lee")], "Bo Lee", False),
        ([(Tier.CORE, Seated.LEFT, "Bo Lee"), (Tier.STEERING, Seated.FILLED, "Bo Lee")], "Bo Lee", False),
        ([(Tier.CORE, Seated.LEFT, ""), (Tier.STEERING, Seated.FILLED, "Bo Lee")], "", False),
    ],
)
def test_an_owner_has_left_whose_seat_says_so(at: Meetings, seats, owner: str, left: bool):
    partner = at.do(AddPartner("Court", "courts"))
    for tier, state, holder in seats:
        at.do(SetSeat(tier, state, "", partner, {"holder": holder}))
    at.promise("one", owner=owner, owner_partner_id=partner)
    at.promise("of another", owner=owner)
    assert [line.owner_has_left for line in at.lines()] == [left, False]


def test_an_owner_has_left_with_the_whole_agency(at: Meetings):
    partner = at.do(AddPartner("Court", "courts"))
    at.promise("one", owner_partner_id=partner)
    at.book.do(EditPartner(partner, {"has_left": True}))
    assert [line.owner_has_left for line in at.lines()] == [True]


class Promise(msgspec.Struct, frozen=True):
    number: int
    agency: str
    due: date | None
    held: bool


promise = st.builds(
    Promise,
    number=st.integers(1, 99),
    agency=st.sampled_from(["", "Court", "court", "Health"]),
    due=st.none() | st.dates(days(-40), days(40)),
    held=st.booleans(),
)


@given(st.lists(promise, max_size=12))
def test_the_order_is_one_whatever_order_they_come_in(promises: list[Promise]):
    ordered = in_order(promises, TODAY)
    assert sorted(ordered, key=repr) == sorted(promises, key=repr)
    assert ordered == in_order(reversed(ordered), TODAY)
    ranks = [(one.held, one.due is None or one.due > TODAY, not one.agency) for one in ordered]
    assert ranks == sorted(ranks)


@given(st.lists(promise, max_size=12))
def test_held_promises_do_not_move_the_pages_of_the_others(promises: list[Promise]):
    shown = [one for one in promises if not one.held]
    assert in_order(promises, TODAY)[: len(shown)] == in_order(shown, TODAY)


@given(st.lists(promise, max_size=24))
def test_the_pages_together_hold_every_row_once(promises: list[Promise]):
    pages = [on_page(promises, page) for page in range(many_pages(len(promises)))]
    assert [one for page in pages for one in page] == promises
    assert all(1 <= len(page) <= PER_PAGE for page in pages) or not promises
    assert on_page(promises, 99) == pages[-1]


@pytest.mark.parametrize("state", list(StepState))
def test_only_what_is_open_and_past_its_day_is_overdue(state: StepState):
    is_open = state not in (StepState.DONE, StepState.DROPPED)
    assert is_overdue(days(-1), state, TODAY) is is_open
    assert not is_overdue(days(0), state, TODAY)
    assert not is_overdue(None, state, TODAY)
