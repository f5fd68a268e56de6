# SPDX-License-Identifier: MIT
"""What the presenter calls up at a station: rule and practice, the hand-off, the ladder in words.

What nobody has said yet is named too, so that the room sees what is still open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from walkthrough.export.scene import Circle, Fill, Pen, Poly, Shape
from walkthrough.model.queries.wall.shapes import HandOffFacts, LadderRung, Walking
from walkthrough.model.rules.counts import InWords
from walkthrough.model.words import Warmth
from walkthrough.ui.wall.page_board import LESSER, MARK, Board
from walkthrough.ui.wall.page_rows import Item, draw_columns, draw_turned, roomiest
from walkthrough.ui.wall.page_signs import across_sign, arrow
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _

_LADDER: Final = {
    InWords.NONE: N_("none"),
    InWords.SOME: N_("some"),
    InWords.MANY_LOST: N_("many lost"),
    InWords.NOBODY_KNOWS: N_("nobody knows"),
}


def draw_pair(board: Board, view: Walking) -> None:
    """The rule as written beside the practice as done, and whether they differ."""
    sides = ((_("The rule as written"), view.rule), (_("What we do in practice"), view.practice))
    gap = board.px(0.6)
    pad = board.px(0.3 if board.is_tight else 0.7)
    foot = board.px(1.6) if view.has_gap else 0.0
    room = board.room - foot
    if board.is_narrow:
        room, wide = (room - gap / 2) / 2, board.across
    else:
        wide = (board.across - gap) / 2
    inner = wide - pad * 2
    share, laid = _one_size(
        board, [text or _("Not said yet") for _title, text in sides], inner, room - pad * 2
    )
    highs = [board.tall(1, MARK) + board.tall(len(lines), share) + pad * 1.8 for lines in laid]
    for (title, text), lines, high in zip(sides, laid, highs, strict=True):
        tall = high if board.is_narrow else max(highs)
        box = (board.left, board.y, wide, tall)
        _side(board, (title, text), lines, share, box)
        if board.is_narrow:
            board.y += tall + gap / 2
        else:
            board.left += wide + gap
    if not board.is_narrow:
        board.left -= (wide + gap) * 2
        board.y += max(highs)
    if view.has_gap:
        _gap_line(board)


def _one_size(
    board: Board, texts: Sequence[str], wide: float, room: float
) -> tuple[float, list[tuple[str, ...]]]:
    """Both texts at the largest size at which they fit whole, cut at the smallest."""
    room -= board.tall(1, MARK)
    for share in (1.5, 1.25, 1.0, LESSER):
        most = max(1, int(room / board.tall(1, share)))
        laid = [board.wrap(text, wide, share, most=most) for text in texts]
        if share == LESSER or all(lines.whole for lines in laid):
            return share, [lines.lines for lines in laid]
    return LESSER, []


def _side(
    board: Board,
    said: tuple[str, str],
    lines: tuple[str, ...],
    share: float,
    box: tuple[float, float, float, float],
) -> None:
    title, text = said
    pad = board.px(0.3 if board.is_tight else 0.7)
    board.card(box)
    board.say(box, _("{title}: {text}").format(title=title, text=text or _("Not said yet")))
    head = board.wrap(title, box[2] - pad * 2, MARK, True, 1).lines
    top = board.write(head, box[0] + pad, box[1] + pad * 0.8, MARK, bold=True)
    board.write(lines, box[0] + pad, top, share)


def _gap_line(board: Board) -> None:
    text = _("Rule and practice differ here")
    top, high = board.y + board.px(0.3), board.tall(1, LESSER)
    if top + high > board.foot:
        return
    line = board.wrap(text, board.across - board.px(1.3), LESSER, True, 1).lines
    board.put(*across_sign("gap")(board.left + board.px(0.42), top + high / 2, board.px(0.8)))
    board.say((board.left, top, board.across, high), text)
    board.write(line, board.left + board.px(1.25), top, LESSER, bold=True)


def draw_hand_off(board: Board, facts: HandOffFacts) -> None:
    """From whom to whom, how warm it is on five steps, what is said about it and what is still open."""
    _from_to(board, facts)
    _scale(board, facts.warmth)
    told = [
        (_("Time in practice"), facts.time_in_practice),
        (_("Time by the rule"), facts.time_by_rule),
        (_("What goes along"), facts.what_travels),
        (_("Who checks that it worked"), facts.who_checks),
        (_("How many get lost"), facts.how_many_lost),
        (_("What allows it"), facts.legal_basis),
    ]
    open_ = ", ".join(label for label, text in told if not text)
    if open_ and not (board.is_tight and len(open_) < sum(len(label) for label, _text in told)):
        _still_open(board, open_)
    items = [
        Item(text, over=label, say=_("{title}: {text}").format(title=label, text=text))
        for label, text in told
        if text
    ]
    draw_columns(board, items, (LESSER,) if board.is_tight else (1.35, 1.15, 1.0), gap=0.4)


def _from_to(board: Board, facts: HandOffFacts) -> None:
    unknown = _("not said yet")
    sides = (facts.from_whom or unknown, facts.to_whom or unknown)
    said = _("Hand-off from {one} to {other}").format(one=sides[0], other=sides[1])
    share, length = (1.0, board.px(1.6)) if board.is_tight else (1.2, board.px(2.2))
    room = board.across - length - board.px(1.4)
    wide = [board.wide(side[:200], share, bold=True) for side in sides]
    if sum(wide) > room:
        half = room / 2
        wide = [min(w, max(half, room - other)) for w, other in zip(wide, reversed(wide), strict=True)]
    lines = [
        board.wrap(side, w + 1, share, True, 1 if board.is_tight else 2).lines
        for side, w in zip(sides, wide, strict=True)
    ]
    high = board.tall(max(map(len, lines)), share, 1.15)
    board.say((board.left, board.y, board.across, high), said)
    board.write(lines[0], board.left, board.y, share, bold=True, leading=1.15)
    x = board.left + wide[0] + board.px(0.6)
    board.put(*arrow(x, board.y + board.tall(1, share, 1.15) / 2, length, board.px(0.1), "accent"))
    board.write(lines[1], x + length + board.px(0.6), board.y, share, bold=True, leading=1.15)
    board.y += high
    board.gap(0.3 if board.is_tight else 0.6)


def _warmth_word(warmth: Warmth) -> str:
    return {
        Warmth.NONE: _("No contact"),
        Warmth.PAPER: _("On paper"),
        Warmth.FAX: _("Form sent"),
        Warmth.PHONE: _("Phone call"),
        Warmth.WARM: _("In person"),
    }[warmth]


def _step_word(board: Board, each: Warmth, warmth: Warmth | None) -> str:
    """The name of a step; on a tight picture, which has no sentence for it, the present one says so."""
    name = _warmth_word(each)
    return _("Today: {words}").format(words=name) if board.is_tight and each is warmth else name


def _scale(board: Board, warmth: Warmth | None) -> None:
    """Five steps from no contact to in person; the present one is filled, named in bold and told in words."""
    told = word(warmth) if warmth else _("How warm the hand-off is: not said yet")
    text = _("Today: {words}").format(words=told) if warmth else told
    if not (board.is_tight and warmth):
        board.paragraph(text, LESSER, bold=True, most=2)
        board.gap(0.35)
    step = board.across / len(Warmth)
    middle, radius = board.y + board.px(0.4), board.px(0.36)
    first, last = board.left + step / 2, board.right - step / 2
    board.put(Poly(points=((first, middle), (last, middle)), pen=Pen("line", board.px(0.1))))
    under = board.y + board.px(0.95)
    names = [
        board.wrap(_step_word(board, each, warmth), step - board.px(0.3), MARK, each is warmth, 2).lines
        for each in Warmth
    ]
    for index, each in enumerate(Warmth):
        x, here = first + index * step, each is warmth
        fill, pen = Fill("accent" if here else "paper"), Pen("accent" if here else "edge", board.px(0.08))
        board.put(Circle(x=x, y=middle, r=radius if here else radius * 0.7, fill=fill, pen=pen))
        board.write(
            names[index], x, under, MARK, bold=here, anchor="middle", colour="ink" if here else "muted"
        )
    foot = under + board.tall(max(map(len, names)), MARK)
    scale = ", ".join(_step_word(board, each, warmth) for each in Warmth)
    board.say((board.left, board.y, board.across, foot - board.y), scale)
    board.y = foot
    board.gap(0.35 if board.is_tight else 0.6)


def _still_open(board: Board, labels: str) -> None:
    text = _("Still to say: {labels}").format(labels=labels)
    lines = board.wrap(text, board.across, MARK + 0.1, most=1 if board.is_tight else 2).lines
    high = board.tall(len(lines), MARK + 0.1)
    if board.room < high + board.tall(1):
        return
    board.foot -= high
    board.say((board.left, board.foot, board.across, high), text)
    board.write(lines, board.left, board.foot, MARK + 0.1, colour="muted")
    board.foot -= board.px(0.3)


def draw_ladder(board: Board, rungs: Sequence[LadderRung]) -> None:
    """Station by station how many families stay, in words only."""
    board.paragraph(_("How many families stay on the way?"), 1.2, bold=True, leading=1.15, most=2)
    board.gap(0.5)
    if not rungs:
        board.paragraph(_("Nobody has counted yet."), LESSER, colour="muted")
        return
    items = [_rung(rung) for rung in rungs]
    right = board.right
    if not board.is_narrow:
        board.right -= board.across * 0.3  # the words closer to their station
    share = roomiest(board, items, (1.25, 1.0))
    draw_turned(board, items, share=share, gap=0.4)
    board.right = right


def _rung(rung: LadderRung) -> Item:
    known = InWords(rung.word) if rung.word in list(InWords) else None
    told = _(_LADDER[known]) if known else rung.word
    sure = word(rung.certainty)
    beside = () if known is InWords.NOBODY_KNOWS or told == sure else (sure,)

    def mark(x: float, y: float, size: float) -> list[Shape]:
        if known is InWords.NOBODY_KNOWS:
            return [
                Circle(x=x, y=y, r=size * 0.42, pen=Pen("edge", size * 0.12, dash=(size * 0.2, size * 0.14)))
            ]
        if known is InWords.MANY_LOST:
            return [Circle(x=x, y=y, r=size * 0.42, pen=Pen("accent", size * 0.16))]
        return [Circle(x=x, y=y, r=size * 0.45, fill=Fill("accent"))]

    text = _("{title}: {text}").format(title=rung.station, text=told)
    return Item(text, mark, beside, say=", ".join((text, *beside)))
