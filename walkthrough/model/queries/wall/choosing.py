# SPDX-License-Identifier: MIT
"""Choose: the themes to vote on, nine a page because digits answer; after the vote their totals; the fist."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, not_, select

from walkthrough.model.queries.roll import people_here
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, page_of, part_head
from walkthrough.model.queries.wall.shapes import Choosing, Fist, ThemeRow
from walkthrough.model.rules.fist import outcome
from walkthrough.model.schema import Finding, FistCount, NextStep, Theme, ThemeFinding
from walkthrough.model.showing import Showing

THEMES_PER_PAGE = 9
"""As many as a wall can show so that the last row still reads them; two pages hold the twelve."""
_NO_HANDS = (0, 0, 0, 0, 0, 0)


def choosing(connection: Connection, showing: Showing, meeting: WallMeeting) -> Choosing:
    """A page of themes; once revealed with their votes, and then those with most votes first."""
    here = {"walk": meeting.walk_id}
    under: defaultdict[str, list[int]] = defaultdict(list)
    for theme_id, number in connection.execute(_links(), here):
        under[theme_id].append(number)
    # The digit stays with its theme on every page and when the totals put them in another order.
    themes = list(enumerate(connection.execute(_themes(), here), start=1))
    if showing.revealed:
        themes.sort(key=lambda found: -found[1].votes)
    page, pages = page_of(showing, len(themes), THEMES_PER_PAGE)
    first = page * THEMES_PER_PAGE
    return Choosing(
        head=part_head(connection, showing),
        call=showing.call,
        rows=tuple(
            ThemeRow(
                id=theme.id,
                choice=digit,
                number=theme.number,
                name=theme.name,
                findings=tuple(under[theme.id]),
                votes=theme.votes if showing.revealed else None,
                impact=theme.impact,
                effort=theme.effort,
            )
            for digit, theme in themes[first : first + THEMES_PER_PAGE]
        ),
        page=page,
        pages=pages,
        dots=meeting.dots,
        people=people_here(connection, showing.meeting_id),
        is_private=meeting.dots_private,
    )


def fist(connection: Connection, showing: Showing) -> Fist:
    """The fist-to-five that `showing.at` names, else the newest of the meeting; without one its hands are 0.

    What it was about is its own question, else the words of its theme or next step.
    """
    row = connection.execute(_fist(), {"meeting": showing.meeting_id, "at": showing.at}).first()
    head = part_head(connection, showing)
    if row is None:
        return Fist(head, "", _NO_HANDS, outcome(_NO_HANDS))
    question, *hands = row
    zero, one, two, three, four, five = hands
    return Fist(head, question, (zero, one, two, three, four, five), outcome(hands))


@for_the_room
def _themes() -> Any:
    return (
        select(Theme.id, Theme.number, Theme.name, Theme.votes, Theme.impact, Theme.effort)
        .where(Theme.walk_id == bindparam("walk"), not_(Theme.held))
        .order_by(Theme.pos, Theme.number)
    )


@for_the_room
def _links() -> Any:
    return (
        select(ThemeFinding.theme_id, Finding.number)
        .join(Theme, Theme.id == ThemeFinding.theme_id)
        .join(Finding, Finding.id == ThemeFinding.finding_id)
        .where(Theme.walk_id == bindparam("walk"), not_(Finding.held))
        .order_by(Finding.number)
    )


@for_the_room
def _fist() -> Any:
    asked = case(
        (FistCount.question != "", FistCount.question),
        else_=func.coalesce(
            case((not_(Theme.held), Theme.name)), case((not_(NextStep.held), NextStep.what)), ""
        ),
    )
    hands = (
        FistCount.zero, FistCount.one, FistCount.two, FistCount.three, FistCount.four, FistCount.five,
    )  # fmt: skip
    return (
        select(asked, *hands)
        .outerjoin(Theme, Theme.id == FistCount.theme_id)
        .outerjoin(NextStep, NextStep.id == FistCount.step_id)
        .where(FistCount.meeting_id == bindparam("meeting"), not_(FistCount.held))
        .order_by((FistCount.id == bindparam("at")).desc(), FistCount.pos.desc(), FistCount.id.desc())
        .limit(1)
    )
