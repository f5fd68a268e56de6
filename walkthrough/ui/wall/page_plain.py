# SPDX-License-Identifier: MIT
"""A part with nothing but its name: a break, or one that the wall has no picture for."""

from __future__ import annotations

from walkthrough.model.queries.wall.shapes import Plain
from walkthrough.model.words import AgendaKind
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import Board, Place
from walkthrough.ui.wall.page_head import clock_words, draw_clock
from walkthrough.ui.wall.page_rows import Item, draw_turned
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext


def plain_picture(view: Plain, frame: WallFrame) -> Picture:
    """The part's name, large, and a few lines under it."""
    board = Board(frame)
    clock = frame.clock
    is_break = view.head.part is AgendaKind.BREAK or (clock is not None and clock.kind == "break")
    if clock is not None and not is_break:
        draw_clock(board, clock, board.y)
    if board.skip:  # such a picture has no head
        board.place = Place(board.left, board.y, board.across * 0.4, 0, 1)
    board.gap(1.5)
    title = _("Break") if is_break else view.head.title or word(view.head.part)
    share = next((k for k in (2.4, 1.8, 1.4) if board.wrap(title, board.across, k, True, 2).whole), 1.2)
    board.gap(0.3 if board.is_tight else board.room / board.size * 0.2)
    board.paragraph(title, share, bold=True, leading=1.15, most=3)
    told = _back(clock.seconds) if is_break and clock is not None else ""
    if told:
        board.gap(0.3)
        board.paragraph(told, 1.6, bold=True, colour="accent", leading=1.15, most=2)
    board.gap(0.6)
    draw_turned(board, [Item(line) for line in view.lines], gap=0.4)
    if is_break and clock is not None:
        return board.picture(clock_words(clock))
    return board.picture(title)


def _back(seconds: int) -> str:
    if seconds <= 0:
        return _("The break is over")
    minutes = -(-seconds // 60)
    return ngettext("Back in {n} minute", "Back in {n} minutes", minutes).format(n=minutes)
