# SPDX-License-Identifier: MIT
"""The stage check on the wall: how many are in, then every rating as a dot, and what it means in words.

Before the reveal nothing but a number of ballots is drawn. Never an average.
"""

from __future__ import annotations

from typing import Final

from walkthrough.export.scene import Circle, Fill, Pen, Poly, Rect
from walkthrough.model.queries.wall.shapes import Fist, Rating
from walkthrough.ui.wall.frame import Picture, WallFrame
from walkthrough.ui.wall.page_board import CAPTION, LESSER, MARK, Board
from walkthrough.ui.wall.page_head import draw_head
from walkthrough.ui.wall.page_rows import Item, draw_items, roomiest
from walkthrough.ui.wall.page_signs import numbered, point
from walkthrough.wording import _, ngettext

_FINGERS: Final = 6
_TINY: Final = 12.0  # lines on the picture: a window of odd form, where only the dots and the words stay


def rating_picture(view: Rating, frame: WallFrame) -> Picture:
    """The question and how many are in; once revealed, the dots and the words."""
    board = Board(frame)
    draw_head(board, view.head, frame.clock)
    question = view.question or _("Which stage are we in today?")
    revealed = bool(view.tallies)
    share = 1.25 if not board.is_tight else 1.0
    is_tiny = board.height / board.size < _TINY
    board.paragraph(question, share, bold=True, leading=1.15, most=1 if is_tiny else 2)
    if view.is_open and not (is_tiny and revealed):
        board.paragraph(_("Open vote: a show of hands. All can see how each of us votes."), CAPTION, most=1)
    board.gap(0.3 if board.is_tight else 0.6)
    if revealed:
        _outcome(board, view)
        _dots(board, view)
    else:
        _progress(board, view)
        items = [
            Item(
                stage.name,
                numbered(stage.number, solid=False),
                detail="" if board.is_tight else stage.meaning,  # all stages, before what they mean
                say=_("{n}. {text}").format(n=stage.number, text=f"{stage.name}. {stage.meaning}"),
                bold=True,
            )
            for stage in view.stages_named
        ]
        draw_items(board, items, share=roomiest(board, items, (1.2, 1.0, LESSER)))
    said = agreement_words(view) if revealed else in_words(view)
    return board.picture(f"{question} {said}")


def in_words(view: Rating) -> str:
    """How many ballots or hands are in."""
    many = view.many_in
    if view.people < many or not view.people:
        return ngettext("{n} is in", "{n} are in", many).format(n=many)
    return ngettext("{n} of {of} is in", "{n} of {of} are in", many).format(n=many, of=view.people)


def agreement_words(view: Rating) -> str:
    """The sentence of the rule for what the ratings have in common."""
    one, *others = [*view.stages, 0]
    match view.words:
        case "agree":
            return _("We agree on stage {n}").format(n=one)
        case "close":
            return _("We are close: stage {i} or {j}").format(i=one, j=others[0])
        case "differ":
            return _("We see it differently")
        case "not_sure":
            return _("Half or more of us are not sure")
        case "too_few":
            return _("Too few ratings to say")
    return ""


def _facts(view: Rating) -> list[str]:
    """Range, middle, the tail and who is not sure: what stands under the sentence."""
    rated = [stage for stage, many in enumerate(view.tallies) if stage and many]
    total = sum(view.tallies[1:])
    facts = []
    if view.tail:
        text = ngettext(
            "{k} of {of} sees it two or more stages away",
            "{k} of {of} see it two or more stages away",
            view.tail,
        )
        facts.append(text.format(k=view.tail, of=total))
    if len(rated) > 1:
        facts.append(_("From stage {a} to stage {b}").format(a=rated[0], b=rated[-1]))
    if len(view.middle) == 1:
        facts.append(_("The middle is stage {n}").format(n=view.middle[0]))
    elif len(view.middle) == 2:
        facts.append(_("The middle lies between {a} and {b}").format(a=view.middle[0], b=view.middle[1]))
    if view.tallies and view.tallies[0]:
        text = ngettext("{k} of {of} is not sure", "{k} of {of} are not sure", view.tallies[0])
        facts.append(text.format(k=view.tallies[0], of=total + view.tallies[0]))
    return facts


def _outcome(board: Board, view: Rating) -> None:
    """The words, at the foot; the dots get what is left above."""
    told = agreement_words(view)
    if view.agreed is not None:
        told = _agreed(view)
    facts = " ".join(f"{fact}." for fact in _facts(view))
    width = board.across
    share = 1.0 if board.is_tight else 1.35
    main = board.wrap(told, width, share, True, 2).lines
    is_tiny = board.height / board.size < _TINY
    lesser = () if is_tiny else board.wrap(facts, width, CAPTION, most=2).lines
    main = main[: 1 if is_tiny else 2]
    high = board.tall(len(main), share, 1.15) + board.tall(len(lesser), CAPTION)
    top = board.foot - high
    board.say((board.left, top, width, high), f"{told}. {facts}")
    top = board.write(main, board.left, top, share, bold=True, colour="accent", leading=1.15)
    board.write(lesser, board.left, top, CAPTION)
    board.foot -= high + board.px(0.4)


def _agreed(view: Rating) -> str:
    name = next((stage.name for stage in view.stages_named if stage.number == view.agreed), "")
    if not view.agreed:
        return _("Agreed: not yet at stage 1")
    return _("Agreed: stage {n}, {name}").format(n=view.agreed, name=name)


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


def _dots(board: Board, view: Rating) -> None:
    """One dot for a rating over its stage; those who are not sure stand apart at the right."""
    stages = view.stages_named
    places = len(stages) + 1
    gap = board.px(0.35)
    apart = board.px(0.8)
    wide = (board.across - gap * (places - 1) - apart) / places
    small = MARK if board.is_tight else CAPTION
    names = [
        board.wrap(stage.name, wide - board.px(0.2), small, stage.number == view.agreed, 2).lines
        for stage in stages
    ]
    not_sure = board.wrap(_("Not sure"), wide - board.px(0.2), small, most=2).lines
    under = board.tall(max(1, *(len(lines) for lines in (*names, not_sure))), small, 1.2)
    line = board.foot - under - board.px(1.2)
    counts = [view.tallies[stage.number] if stage.number < len(view.tallies) else 0 for stage in stages]
    counts.append(view.tallies[0])
    size = _dot_size(board, counts, wide, line - board.y - board.px(0.2))
    for place in range(places):
        is_last = place == places - 1
        x = board.left + place * (wide + gap) + (apart if is_last else 0.0)
        named, lines = (_("Not sure"), not_sure) if is_last else (stages[place].name, names[place])
        votes = ngettext("{n} rating", "{n} ratings", counts[place]).format(n=counts[place])
        label = named if is_last else _("Stage {n}, {name}").format(n=stages[place].number, name=named)
        board.say(
            (x, board.y, wide, board.foot - board.y), _("{title}: {text}").format(title=label, text=votes)
        )
        _stack(board, x + wide / 2, line, counts[place], size, wide)
        dash = (board.px(0.2), board.px(0.15)) if is_last else ()
        board.put(Poly(points=((x, line), (x + wide, line)), pen=Pen("edge", board.px(0.07), dash=dash)))
        if not is_last:
            sign = numbered(stages[place].number, solid=stages[place].number == view.agreed)
            board.put(*sign(x + wide / 2, line + board.px(0.68), board.px(0.56)))
        middle = x + wide / 2
        bold = not is_last and stages[place].number == view.agreed
        top = line + board.px(0.25 if is_last else 1.2)
        board.write(lines, middle, top, small, bold=bold, anchor="middle", leading=1.2)


def _dot_size(board: Board, counts: list[int], wide: float, room: float) -> float:
    """The largest dots with which the tallest stack fits."""
    size = board.px(1.4)
    while size > board.px(0.12):
        per_row = max(1, int(wide / size))
        if -(-max(counts, default=1) // per_row) * size <= room:
            break
        size *= 0.9
    return size


def _stack(board: Board, middle: float, line: float, many: int, size: float, wide: float) -> None:
    rows = max(1, int((line - board.y) / size))
    per_row = min(max(1, int(wide / size)), max(1, -(-many // rows), min(many, 1)))
    for index in range(many):
        row, col = index // per_row, index % per_row
        in_row = min(per_row, many - row * per_row)
        x = middle + (col - (in_row - 1) / 2) * size
        y = line - size * (row + 0.55)
        if y - size / 2 < board.y - board.px(0.5):
            break
        board.put(Circle(x=x, y=y, r=size * 0.41, fill=Fill("accent")))


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
