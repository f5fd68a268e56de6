# SPDX-License-Identifier: MIT
"""The stage check on the wall while the room rates: the question, and how many are in.

Before the reveal nothing but a number of ballots is drawn; of fewer than five there is never more.
"""

from __future__ import annotations

from dataclasses import replace

from walkthrough.export.rating_words import few_words
from walkthrough.export.scene import Circle, Fill, Pen
from walkthrough.model.queries.wall.shapes import Rating
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import CAPTION, LESSER, Board
from walkthrough.ui.wall.page_head import draw_head
from walkthrough.ui.wall.page_revealed import TINY, agreement_words, draw_revealed
from walkthrough.ui.wall.page_rows import Item, draw_columns, draw_items, fits_whole, roomiest
from walkthrough.ui.wall.page_signs import numbered
from walkthrough.wording import _, current, ngettext


def rating_picture(view: Rating, frame: WallFrame) -> Picture:
    """The question and how many are in; once revealed, the dots and the words."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock, (view.page, view.pages))
    question = question_words(view)
    revealed = bool(view.tallies)
    share = 1.25 if not board.is_tight else 1.0
    is_tiny = board.height / board.size < TINY
    board.paragraph(question, share, bold=True, leading=1.15, most=1 if is_tiny else 2)
    if view.is_open and not (is_tiny and revealed):
        board.paragraph(_("Open vote: a show of hands. All can see how each of us votes."), CAPTION, most=1)
    board.gap(0.3 if board.is_tight else 0.6)
    if revealed:
        draw_revealed(board, view)
        return board.picture(f"{question} {agreement_words(view)}")
    if view.is_too_few:
        _too_few(board, view.many_in)
        return board.picture(f"{question} {few_words(current(), view.many_in)}")
    _progress(board, view)
    _stages(board, view)
    return board.picture(f"{question} {in_words(view)}")


def question_words(view: Rating) -> str:
    """What is asked: the part that is rated, or the stage as a whole."""
    return view.question or view.dimension or _("Which stage are we in today?")


def in_words(view: Rating) -> str:
    """How many ballots or hands are in."""
    many = view.many_in
    if view.people < many or not view.people:
        return ngettext("{n} is in", "{n} are in", many).format(n=many)
    return ngettext("{n} of {of} is in", "{n} of {of} are in", many).format(n=many, of=view.people)


def _too_few(board: Board, ballots: int) -> None:
    """How many there were, and why there is no more; plain, as a thing that may happen."""
    board.gap(0.3)
    many = ngettext("{n} ballot is in.", "{n} ballots are in.", ballots).format(n=ballots)
    share = 1.0 if board.is_tight else 1.35
    board.paragraph(many, share, bold=True, colour="accent", leading=1.15, most=2)
    board.gap(0.2)
    board.paragraph(_("With fewer than five, nothing more is shown or kept."), 1.0)


def _stages(board: Board, view: Rating) -> None:
    """All stages, with what they mean where there is room for that; a long ladder in two columns."""
    told = [
        Item(
            stage.name,
            numbered(stage.number, solid=False),
            detail=stage.meaning,
            say=_("{n}. {text}").format(n=stage.number, text=f"{stage.name}. {stage.meaning}"),
            bold=True,
        )
        for stage in view.stages_named
    ]
    for gap in (0.45, 0.25):
        share = roomiest(board, told, (1.2, 1.0, LESSER), gap=gap)
        if not board.is_tight and fits_whole(board, told, share, gap):
            draw_items(board, told, share=share, gap=gap)
            return
    named = [replace(item, detail="") for item in told]
    share = roomiest(board, named, (1.2, 1.0, LESSER))
    if fits_whole(board, named, share):
        draw_items(board, named, share=share)
    else:
        draw_columns(board, named, (1.0, LESSER), gap=0.25, narrow=True, turned=True)


def _progress(board: Board, view: Rating) -> None:
    """How many are in, as words and as one dot for each; which of them is never told."""
    text = in_words(view)
    board.paragraph(text, LESSER, bold=True, colour="accent", most=1)
    board.gap(0.15)
    people = max(view.people, view.many_in)
    step = min(board.px(0.62), board.across / max(people, 1))
    r = step * 0.36
    for index in range(people if step >= board.px(0.2) else 0):
        fill = Fill("accent" if index < view.many_in else "paper")
        x = board.left + r + board.px(0.04) + index * step
        board.put(Circle(x=x, y=board.y + r * 1.2, r=r, fill=fill, pen=Pen("accent", step * 0.08)))
    board.y += board.px(0.6)
    board.gap(0.25 if board.is_tight else 0.6)
