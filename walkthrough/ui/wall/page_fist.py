# SPDX-License-Identifier: MIT
"""A fist-to-five on the wall: how many fingers the room shows, and what the rule makes of it."""

from __future__ import annotations

from typing import Final

from walkthrough.export.scene import Fill, Pen, Poly, Rect
from walkthrough.model.queries.wall.shapes import Fist
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import LESSER, MARK, Board
from walkthrough.ui.wall.page_head import draw_head
from walkthrough.ui.wall.page_rows import Item, draw_items, roomiest
from walkthrough.ui.wall.page_signs import point
from walkthrough.wording import _, ngettext

_FINGERS: Final = 6


def fist_picture(view: Fist, frame: WallFrame) -> Picture:
    """How many fingers the room shows for a question, and what the rule makes of it."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock)
    told = fist_words(view.outcome)
    question = view.question or _("How far do you stand behind this?")
    share = 1.25
    if board.is_tight or not board.wrap(question, board.across, share, True, 3).whole:
        share = 1.0
    board.paragraph(question, share, bold=True, leading=1.15, most=3, keep=board.px(6.4))
    board.gap(0.4)
    if not any(view.counts):
        _how_to_show(board)
        return board.picture(f"{question} {told}")
    lines = board.wrap(told, board.across, 1.0, True, 2).lines
    high = board.tall(len(lines), 1.0)
    top = board.foot - high
    board.say((board.left, top, board.across, high), told)
    board.write(lines, board.left, top, 1.0, bold=True, colour="accent" if view.outcome else "ink")
    board.foot -= high + board.px(0.25)
    _fingers(board, view.counts)
    return board.picture(f"{question} {told}")


def _how_to_show(board: Board) -> None:
    """What each hand means, before anybody has shown one."""
    items = [
        Item(_("A fist: stop, I cannot live with it."), point),
        Item(_("One or two fingers: I have worries."), point),
        Item(_("Three, four or five: I can live with it, or better."), point),
    ]
    shares = (1.0, LESSER) if board.is_tight else (1.25, 1.0, LESSER)
    board.gap(0.3)
    draw_items(board, items, share=roomiest(board, items, shares, gap=0.6), gap=0.6)


def fist_words(outcome: str) -> str:
    """What the rule of fist-to-five makes of the count."""
    return {
        "stop": _("Somebody shows a fist: we stop and hear why."),
        "hear": _("We hear the worries first."),
        "go": _("We go ahead: all of us can live with it."),
    }.get(outcome, _("A fist is stop. One or two: I have worries. Three to five: go."))


def _fingers(board: Board, counts: tuple[int, int, int, int, int, int]) -> None:
    labels = (_("Fist: stop"), _("1 finger"), _("2 fingers"), _("3 fingers"), _("4 fingers"), _("5 fingers"))
    gap = board.px(0.4)
    wide = (board.across - gap * (_FINGERS - 1)) / _FINGERS
    most = max(counts) or 1
    names = [board.wrap(label, wide, MARK, most=2).lines for label in labels]
    line = board.foot - board.tall(max(map(len, names)), MARK, 1.2) - board.px(0.35)
    room = max(0.0, line - board.y - board.tall(1, 1.0))
    for index, (label, many) in enumerate(zip(labels, counts, strict=True)):
        x = board.left + index * (wide + gap)
        high = room * many / most
        voted = ngettext("{n} hand", "{n} hands", many).format(n=many)
        board.say(
            (x, board.y, wide, board.foot - board.y), _("{title}: {text}").format(title=label, text=voted)
        )
        if many:
            inset = wide * 0.18
            bar = Rect(
                x=x + inset, y=line - high, w=wide - inset * 2, h=high, r=board.px(0.12), fill=Fill("accent")
            )
            board.put(bar)
        board.put(Poly(points=((x, line), (x + wide, line)), pen=Pen("edge", board.px(0.06))))
        number_top = line - high - board.tall(1, 0.95)
        colour = "ink" if many else "muted"
        board.write([str(many)], x + wide / 2, number_top, 0.95, bold=True, anchor="middle", colour=colour)
        board.write(names[index], x + wide / 2, line + board.px(0.15), MARK, anchor="middle", leading=1.2)
