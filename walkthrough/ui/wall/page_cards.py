# SPDX-License-Identifier: MIT
"""The cards of the opening: purpose, roles, ground rules, the notes, the made-up family, who is not here.

What the program says about itself stands here, in words that hold for every workbook.
"""

from __future__ import annotations

from typing import Final

from walkthrough.model.queries.wall.shapes import OpenCard
from walkthrough.model.showing import Card
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import LESSER, Board
from walkthrough.ui.wall.page_head import draw_head
from walkthrough.ui.wall.page_rows import Item, draw_columns, draw_turned, roomiest
from walkthrough.ui.wall.page_signs import numbered, point
from walkthrough.wording import _

_SHARES: Final = (1.35, 1.15, 1.0, LESSER)
"""Sizes to try, the largest first: a card is read by the whole room at once."""


def card_picture(view: OpenCard, frame: WallFrame) -> Picture:
    """One card of the opening."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock, (view.page, view.pages))
    title = card_title(view.card)
    board.paragraph(title, 1.25 if board.is_tight else 1.6, bold=True, leading=1.15, most=2)
    board.gap(0.4 if board.is_tight else 0.8)
    match view.card:
        case Card.PURPOSE:
            _large(board, view.lines or (_("We look at how our agencies work together for families."),))
        case Card.FAMILY:
            _large(board, view.lines or (_("No family is chosen yet."),))
        case Card.RULES:
            rules = frame.rules or view.lines
            items = [Item(rule, numbered(n), say=_numbered(n, rule)) for n, rule in enumerate(rules, 1)]
            draw_columns(board, items, (1.15, 1.0, LESSER), turned=True)
        case Card.NOT_HERE:
            _not_here(board, view.lines)
        case Card.ROLES | Card.NOTES:
            lines = (*said_by_program(view.card), *view.lines)
            items = [Item(line, point) for line in lines]
            draw_turned(board, items, share=roomiest(board, items, _SHARES, gap=0.6), gap=0.6)
    return board.picture(title)


def _numbered(number: int, text: str) -> str:
    return _("{n}. {text}").format(n=number, text=text)


def card_title(card: Card) -> str:
    """What a card is called, on the wall and in the presenter's list."""
    return {
        Card.PURPOSE: _("What we are here for"),
        Card.ROLES: _("Who does what today"),
        Card.RULES: _("Ground rules"),
        Card.NOTES: _("What happens to these notes"),
        Card.FAMILY: _("The family we walk with is made up"),
        Card.NOT_HERE: _("Who is not here?"),
    }[card]


def said_by_program(card: Card) -> tuple[str, ...]:
    """What the program itself says on a card; nothing on those that hold the workbook's own words."""
    return {Card.ROLES: _roles, Card.NOTES: _notes}.get(card, tuple)()


def _roles() -> tuple[str, ...]:
    return (
        _("One of us leads and keeps the time."),
        _("One of us types. It shows on this wall."),
        _("All of us say what we see in work and life."),
        _("What parents say weighs as much as what staff say."),
    )


def _notes() -> tuple[str, ...]:
    return (
        _("All notes stay on this laptop. No internet."),
        _("What is written down shows on this wall."),
        _("The action plan is shared after the meeting."),
        _("No client names, and not who said what."),
    )


def _large(board: Board, lines: tuple[str, ...]) -> None:
    """A few sentences as large as they fit whole."""
    for share in (1.7, *_SHARES[:3]):
        laid = [board.wrap(line, board.across, share) for line in lines]
        high = sum(board.tall(len(each.lines), share) + board.px(0.5) for each in laid)
        if high <= board.room:
            for line in lines:
                board.paragraph(line, share)
                board.gap(0.5)
            return
    draw_turned(board, [Item(line) for line in lines], gap=0.5)


def _not_here(board: Board, lines: tuple[str, ...]) -> None:
    if not lines:
        share = 1.0 if board.is_tight else 1.35
        board.paragraph(_("Nobody is missing that we know of."), share, most=3)
        board.gap(0.6)
        board.paragraph(_("Who else should be in this room?"), share, bold=True, most=2)
        return
    high = board.tall(1, 1.0)
    board.foot -= high + board.px(0.3)
    items = [Item(line, point) for line in lines]
    share = roomiest(board, items, _SHARES[:3])
    if share > 1.0:
        draw_turned(board, items, share=share)
    else:
        draw_columns(board, items, turned=True)
    board.y, board.foot = board.foot + board.px(0.2), board.foot + high + board.px(0.3)
    board.paragraph(_("What would they say? Who asks them?"), LESSER, bold=True, most=1)
