# SPDX-License-Identifier: MIT
"""Last time's promises and what the meeting settles now: next steps, one read aloud, and the close.

Who owns a step is told as an agency; no name of a person can come here.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from walkthrough.export.scene import Fill, Rect
from walkthrough.model.queries.wall.shapes import Closing, PromiseRow, Promises, ReadBack, StepRow, Steps
from walkthrough.model.words import Kind
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import CAPTION, LESSER, Board
from walkthrough.ui.wall.page_days import day_text, long_day_text
from walkthrough.ui.wall.page_head import draw_head, head_words
from walkthrough.ui.wall.page_rows import Item, draw_turned, roomiest
from walkthrough.ui.wall.page_signs import kind_sign, state_sign, tag_room, tagged, tick
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext


def promises_picture(view: Promises, frame: WallFrame) -> Picture:
    """What was promised last time, by agency, and how it stands."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock, (view.page, view.pages))
    if not view.many:
        board.paragraph(_("Nothing was promised that is due by today."), 1.25, bold=True, most=3)
        return board.picture(_("Nothing was promised that is due by today."))
    text = _("{done} of {many} promises kept").format(done=view.done, many=view.many)
    board.paragraph(text, 1.25, bold=True, leading=1.15, most=2)
    if not board.is_tight:
        board.gap(0.25)
        _bar(board, view.done / view.many)
    board.gap(0.4 if board.is_tight else 0.7)
    draw_turned(board, [_promise(row) for row in view.rows])
    return board.picture(text)


def _bar(board: Board, share: float) -> None:
    high = board.px(0.22)
    board.put(Rect(x=board.left, y=board.y, w=board.across, h=high, r=high / 2, fill=Fill("accent_soft")))
    if share > 0:
        wide = max(high, board.across * min(share, 1.0))
        board.put(Rect(x=board.left, y=board.y, w=wide, h=high, r=high / 2, fill=Fill("accent")))
    board.y += high


def _promise(row: PromiseRow) -> Item:
    state = word(row.state)
    if row.is_overdue:
        state = _("{state}, overdue").format(state=state)
    beside = tuple(part for part in (state, row.agency, _due(row.due, "")) if part)
    say = ". ".join((row.what, *beside))
    brief = " · ".join(part for part in (state, row.agency) if part)
    return Item(row.what, partial(state_sign, row.state), beside, say=say, key=row.id, brief=brief)


def steps_picture(view: Steps, frame: WallFrame) -> Picture:
    """The next steps so far, the newest first."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock)
    board.paragraph(_("Who does what by when?"), 1.25, bold=True, leading=1.15, most=2)
    board.gap(0.4 if board.is_tight else 0.7)
    many = len(view.rows)
    told = ngettext("{n} next step so far", "{n} next steps so far", many).format(n=many)
    if view.rows:
        draw_turned(board, [_step(row) for row in reversed(view.rows)])
    else:
        board.paragraph(_("No next step yet. One name and one date for each."), 1.0, colour="muted", most=3)
    return board.picture(f"{head_words(view.head)}. {told}.")


def _step(row: StepRow) -> Item:
    beside = _who_and_when(row)
    because = _("We will know because: {text}").format(text=row.because) if row.because else ""
    say = ". ".join(part for part in (row.what, *beside, because) if part)
    sign = partial(kind_sign, Kind.NEXT_STEP)
    return Item(row.what, sign, beside, because, say, row.id, brief=" · ".join(beside))


def read_back_picture(view: ReadBack, frame: WallFrame) -> Picture:
    """One step to read aloud, as large as it fits."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock)
    if view.step is None:
        board.gap(1.0)
        middle = board.px(1.0)
        board.put(*tick(board.left + middle, board.y + middle, middle * 2))
        board.gap(2.6)
        text = ngettext("The {n} next step is read back.", "All {n} next steps are read back.", view.of)
        text = text.format(n=view.of) if view.of else _("There is no next step to read back.")
        board.paragraph(text, 1.5, bold=True, most=3)
        return board.picture(text)
    place = _("Next step {n} of {of}").format(n=view.number, of=view.of)
    board.paragraph(place, CAPTION, bold=True, colour="muted", most=1)
    board.gap(0.2 if board.is_tight else 0.7)
    sentence = step_sentence(view.step)
    because = _("We will know because: {text}").format(text=view.step.because) if view.step.because else ""
    keep = board.tall(2, LESSER) + board.px(0.6) if because else 0.0
    _large(board, sentence, keep)
    if because:
        board.gap(0.5)
        board.paragraph(because, LESSER, colour="muted", most=2)
    return board.picture(f"{place}. {sentence}")


def step_sentence(step: StepRow) -> str:
    """A next step as it is read aloud: agency, what, by when."""
    what = step.what.strip().rstrip(".")
    if step.due:
        words = _("{agency}: {what} by {day}.") if step.agency else _("{what} by {day}.")
    elif step.due_words:  # as they were typed: no sentence can bend them
        words = _("{agency}: {what} (by when: {due}).") if step.agency else _("{what} (by when: {due}).")
    else:
        words = _("{agency}: {what}.") if step.agency else _("{what}.")
    return words.format(agency=step.agency, what=what, day=day_text(step.due), due=step.due_words)


def _large(board: Board, text: str, keep: float) -> None:
    for share in (2.5, 2.0, 1.7, 1.4, 1.2, 1.0):
        most = board.fits(share, 1.2, keep)
        if share == 1.0 or (most and board.wrap(text, board.across, share, True, most).whole):
            board.paragraph(text, share, bold=True, leading=1.2, keep=keep)
            return


def closing_picture(view: Closing, frame: WallFrame) -> Picture:
    """Page 1 of the plan, to be photographed, and when we meet next."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock, (view.page, view.pages))
    title = _("Our plan of {day}").format(day=_due(view.day, ""))
    stage = view.stage
    if view.stage_number:
        stage = _("Stage {n}: {name}").format(n=view.stage_number, name=view.stage)
    under = " · ".join(part for part in (view.collaborative, stage) if part)
    board.paragraph(title, 1.25, bold=True, leading=1.15, most=1)
    board.paragraph(under, CAPTION, colour="muted", most=1 if board.is_tight else 2)
    board.gap(0.35 if board.is_tight else 0.6)
    next_ = _("We meet next on {day}.").format(day=long_day_text(view.next_day)) if view.next_day else ""
    next_ = next_ or _("The next date is not set yet.")
    high = board.tall(1) + board.px(0.25)
    board.foot -= high
    if view.rows:
        room = tag_room(row.number for row in view.rows)
        items = [_planned(row, room) for row in view.rows]
        draw_turned(board, items, share=roomiest(board, items, (1.25, 1.1, 1.0)))
    else:
        board.paragraph(_("There is no next step in the plan yet."), 1.0, colour="muted", most=2)
    board.y, board.foot = board.foot + board.px(0.2), board.foot + high + 1
    board.paragraph(next_, 1.0, bold=True, colour="accent", most=1)
    return board.picture(f"{title}. {next_}")


def _planned(row: StepRow, room: float) -> Item:
    beside = _who_and_when(row)
    say = _("{n}. {text}").format(n=row.number, text=". ".join((row.what, *beside)))
    brief = " · ".join(beside)
    return Item(row.what, tagged(row.number), beside, say=say, key=row.id, brief=brief, indent=room)


def _who_and_when(row: StepRow) -> tuple[str, ...]:
    """Who answers for a step and by when; what is not settled yet is said, so that the room can mend it."""
    when = _due(row.due, row.due_words) or _("no date yet")
    return tuple(part for part in (_owner(row) or _("No agency named yet"), when) if part)


def _owner(row: StepRow) -> str:
    return _("looking for an owner") if row.has_refused else row.agency


def _due(day: date | None, words: str) -> str:
    return day_text(day) or words
