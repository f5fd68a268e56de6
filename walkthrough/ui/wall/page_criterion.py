# SPDX-License-Identifier: MIT
"""One open criterion of the stage check: the statement, the answer so far, and what shows it."""

from __future__ import annotations

from walkthrough.export.scene import Circle, Fill, Pen, Rect, Shape
from walkthrough.model.queries.wall.shapes import OneCriterion, ProofLine
from walkthrough.model.words import Answer
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import CAPTION, LESSER, Board
from walkthrough.ui.wall.page_days import day_text
from walkthrough.ui.wall.page_head import draw_head
from walkthrough.ui.wall.page_rows import Item, draw_turned
from walkthrough.ui.wall.page_signs import point, tick
from walkthrough.ui.wording_ui import word
from walkthrough.wording import _


def criterion_picture(view: OneCriterion, frame: WallFrame) -> Picture:
    """The statement large, then the answer and its evidence."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock, (view.page, view.pages))
    where = _("{dimension} · Stage {n}: {name}").format(
        dimension=view.dimension, n=view.stage, name=view.stage_name
    )
    board.paragraph(where, CAPTION, bold=True, colour="muted", most=1)
    board.gap(0.15)
    keep = board.px(4.2)
    share = next(
        (k for k, most in ((1.35, 3), (1.15, 4)) if board.wrap(view.text, board.across, k, True, most).whole),
        1.0,
    )
    share = min(share, 1.15) if board.is_tight else share
    most = 1 if board.is_tight and board.skip else 0  # it was read before the wall was turned
    board.paragraph(view.text, share, bold=True, leading=1.15, keep=keep, most=most)
    if view.example and not (board.is_tight and view.evidence):
        board.gap(0.15)
        text = _("For example: {text}").format(text=view.example)
        board.paragraph(text, CAPTION, colour="muted", most=2, keep=board.px(4.0))
    board.gap(0.4)
    _answer(board, view.answer)
    board.gap(0.4)
    if view.evidence:
        draw_turned(board, [_proof(line) for line in view.evidence], share=LESSER)
    elif board.fits(LESSER):
        board.paragraph(_("How do we know? Nothing is named yet."), LESSER, colour="muted", most=2)
    return board.picture(_("{title}: {text}").format(title=where, text=view.text))


def _answer(board: Board, answer: Answer | None) -> None:
    told = word(answer) if answer else _("Not answered yet")
    if board.room < board.px(1.5):
        return
    high, pad = board.px(1.4), board.px(0.5)
    line = board.wrap(told, board.across - board.px(2.4), LESSER, True, 1).lines
    sign = board.px(0.8)
    wide = board.wide(line[0] if line else "", LESSER, bold=True) + sign + pad * 2.6
    middle = board.y + high / 2
    box = (board.left, board.y, wide, high)
    board.put(
        Rect(x=box[0], y=box[1], w=wide, h=high, r=high / 2, fill=Fill("surface"), pen=Pen("edge", 1.0))
    )
    board.put(*_answer_sign(answer, board.left + pad + sign / 2, middle, sign))
    board.say(box, _("Answer: {answer}").format(answer=told))
    board.write(line, board.left + pad * 1.5 + sign, middle - board.px(LESSER * 0.625), LESSER, bold=True)
    board.y += high


def _answer_sign(answer: Answer | None, x: float, y: float, size: float) -> list[Shape]:
    if answer is Answer.YES:
        return tick(x, y, size)
    ring = Circle(x=x, y=y, r=size * 0.43, pen=Pen("accent", size * 0.1))
    if answer is Answer.PARTLY:
        half = Rect(x=x - size * 0.24, y=y - size * 0.07, w=size * 0.48, h=size * 0.14, fill=Fill("accent"))
        return [ring, half]
    if answer is None:
        return [Circle(x=x, y=y, r=size * 0.4, pen=Pen("edge", size * 0.1, dash=(size * 0.2, size * 0.14)))]
    return [ring]


def _proof(line: ProofLine) -> Item:
    facts = (line.amount, line.place, line.source, day_text(line.day))
    detail = " · ".join(fact for fact in facts if fact)
    text = line.what or detail
    detail = detail if line.what else ""
    kind = word(line.proof)
    say = ". ".join(part for part in (kind, text, detail) if part)
    return Item(text, point, (kind,), detail, say)
