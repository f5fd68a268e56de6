# SPDX-License-Identifier: MIT
"""Last time on the wall: what was promised, five a page, each with its agency and never a person."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, func, not_, select

from walkthrough.model.queries.promises import was_promised_before
from walkthrough.model.queries.rows import frozen
from walkthrough.model.queries.wall.for_the_room import for_the_room
from walkthrough.model.queries.wall.heads import WallMeeting, page_of, part_head
from walkthrough.model.queries.wall.shapes import PromiseRow, Promises
from walkthrough.model.rules.promises import PER_PAGE, in_order, is_overdue, on_page
from walkthrough.model.schema import NextStep, Partner
from walkthrough.model.showing import Showing
from walkthrough.model.words import StepState


class _Promised(PromiseRow, frozen=True, gc=False):
    """A promise while it is put in its place; none of these is held."""

    held: bool = False


def promises(connection: Connection, showing: Showing, meeting: WallMeeting) -> Promises:
    """The page of promises; in the order of the presenter's list, without the held ones."""
    found = connection.execute(_promises(), {"meeting": showing.meeting_id}).all()
    late = (is_overdue(row.due, row.state, meeting.day) for row in found)
    lines = frozen(_Promised, ((*row, is_late) for row, is_late in zip(found, late, strict=True)))
    page, pages = page_of(showing, len(lines), PER_PAGE)
    shown = on_page(in_order(lines, meeting.day), page)
    return Promises(
        head=part_head(connection, showing),
        rows=frozen(PromiseRow, (msgspec.structs.astuple(line)[:-1] for line in shown)),
        page=page,
        pages=pages,
        many=len(lines),
        done=sum(line.state is StepState.DONE for line in lines),
    )


@for_the_room
def _promises() -> Any:
    return (
        select(
            NextStep.id,
            NextStep.number,
            NextStep.what,
            func.coalesce(Partner.name, ""),
            NextStep.due,
            NextStep.state,
        )
        .outerjoin(Partner, Partner.id == NextStep.owner_partner_id)
        .where(was_promised_before(), not_(NextStep.held))
    )
