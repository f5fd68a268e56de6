# SPDX-License-Identifier: MIT
"""The wall during the walk: the question, the made-up family, and the newest of what the room has said.

What was called up besides (pair, hand-off, ladder) is drawn by page_called. Laid out after every Enter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from walkthrough.model.queries.wall.shapes import Walking, WallRow
from walkthrough.model.showing import Call
from walkthrough.model.words import Kind
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import CAPTION, LESSER, Board
from walkthrough.ui.wall.page_called import draw_hand_off, draw_ladder, draw_pair
from walkthrough.ui.wall.page_head import draw_counts, draw_head, head_words
from walkthrough.ui.wall.page_rows import MOST, SIGN_ROOM, Item, draw_items, draw_turned
from walkthrough.ui.wall.page_signs import KIND_ROOM, kind_sign, kind_tagged, tag_room
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _, ngettext


def walking_picture(view: Walking, frame: WallFrame) -> Picture:
    """The station as the room sees it."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock)
    draw_counts(board, _counts(view))
    match view.call:
        case Call.RULE_AND_PRACTICE:
            draw_pair(board, view)
        case Call.HAND_OFF if view.hand_off:
            draw_hand_off(board, view.hand_off)
        case Call.LADDER:
            draw_ladder(board, view.ladder)
        case Call.STATION_READ_BACK:
            board.paragraph(_("Is this what we said?"), 1.25, bold=True, leading=1.15, most=2)
            board.gap(0.5)
            if view.rows:
                draw_turned(board, _items(board, view.rows))
            else:
                _no_rows(board)
        case _:
            _question(board, view.question, alone=not view.rows)
            _family(board, view)
            _rows(board, view)
    return board.picture(_summary(view))


def row_say(row: WallRow) -> str:
    """One entry as it is read aloud."""
    text = _("{kind} #{number}: {text}").format(kind=word(row.kind), number=row.number, text=row.text)
    return ". ".join(part for part in (text, row.detail, row.lane, _again(row)) if part)


def _counts(view: Walking) -> tuple[tuple[Kind, int], ...]:
    return ((Kind.PRACTICE, view.practices), (Kind.BARRIER, view.barriers), (Kind.PARKED, view.parked))


def _question(board: Board, question: str, *, alone: bool = False) -> None:
    """The question as large as it fits in two or three lines; a very long one is cut, never the rows."""
    if not question:
        return
    steps: tuple[tuple[float, int], ...] = ((1.35, 2), (1.15, 3), (1.0, 4))
    if board.is_tight:
        steps = ((1.15, 2), (1.0, 3))
    if alone:
        steps = ((1.8, 2), (1.5, 2), *steps)
    share, most = steps[-1]
    for share, most in steps:
        if board.wrap(question, board.across, share, True, most).whole:
            break
    board.paragraph(question, share, bold=True, most=most, leading=1.15)
    board.gap(0.5)


def _family(board: Board, view: Walking) -> None:
    """The made-up family: large while nothing is written yet, then one quiet line; none when it is tight."""
    if not view.family_line:
        return
    name = _("{family} (made up)").format(family=view.family) if view.family else _("A made-up family")
    if not view.rows:
        _family_card(board, name, view.family_line)
    elif not board.is_tight:
        text = _("{family}: {line}").format(family=name, line=view.family_line)
        board.paragraph(text, CAPTION, colour="muted", most=2)
        board.gap(0.55)


def _family_card(board: Board, name: str, line: str) -> None:
    pad = board.px(0.6)
    share = LESSER if board.is_tight else 1.0
    most = min(5, board.fits(share, keep=pad * 1.5 + board.tall(1, CAPTION)))
    lines = board.wrap(line, board.across - pad * 2, share, most=most)
    if not most or not lines.lines:
        return
    high = pad * 1.5 + board.tall(1, CAPTION) + board.tall(len(lines.lines), share)
    board.card((board.left, board.y, board.across, high))
    board.say((board.left, board.y, board.across, high), _("{family}: {line}").format(family=name, line=line))
    title = board.wrap(name, board.across - pad * 2, CAPTION, True, 1).lines
    top = board.write(title, board.left + pad, board.y + pad * 0.7, CAPTION, bold=True)
    board.write(lines.lines, board.left + pad, top, share)
    board.y += high
    board.gap(0.6)


def _rows(board: Board, view: Walking) -> None:
    rows = view.rows
    if not rows:
        _no_rows(board)
        return
    many = len(rows)
    if many > MOST:  # a station with very many: the query may have read the newest only
        many = max(many, view.practices + view.barriers + view.parked)
    draw_items(board, _items(board, rows[:MOST]), many=many)


def _no_rows(board: Board) -> None:
    board.gap(0.2)
    text = _("What we write down here will stand on this wall.")
    board.paragraph(text, LESSER, colour="muted", most=2)


def _items(board: Board, rows: Sequence[WallRow]) -> list[Item]:
    """The entries with the numbers by which they are corrected, before the words where there is room."""
    room = 0.0 if board.is_tight else KIND_ROOM + tag_room(row.number for row in rows)
    return [_item(row, room) for row in rows]


def _item(row: WallRow, room: float) -> Item:
    kind = word(row.kind)
    brief = kind if room else _("{kind} #{number}").format(kind=kind, number=row.number)
    if row.said_again:
        kind = f"{kind} · {_again(row)}"
    beside = (kind, row.lane)
    return Item(
        row.text,
        kind_tagged(row.kind, row.number) if room else partial(kind_sign, row.kind),
        tuple(part for part in beside if part),
        row.detail,
        row_say(row),
        brief=brief,
        indent=room or SIGN_ROOM,
    )


def _again(row: WallRow) -> str:
    """How often it was said, the first time too."""
    many = row.said_again + 1
    return ngettext("said {n} time", "said {n} times", many).format(n=many) if row.said_again else ""


def _summary(view: Walking) -> str:
    told = ngettext("{n} entry on the wall", "{n} entries on the wall", len(view.rows)).format(
        n=len(view.rows)
    )
    return _("{station}. {question} {entries}.").format(
        station=head_words(view.head), question=view.question, entries=told
    )
