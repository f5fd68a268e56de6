# SPDX-License-Identifier: MIT
"""What the room rated, once the box is sealed: dots, words, earlier rounds; then ask again, or agree.

It reads what the wall reads, so nothing more is shown here. It must not know how a rating is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.export.pictures.ratings import earlier_words, question_words, ratings_scene
from walkthrough.export.rating_words import again_words, fact_words, said_words
from walkthrough.model.queries.live_stage import stage_check_of
from walkthrough.model.queries.roll import roll
from walkthrough.model.queries.rounds import AskedRow, RoundRow, rounds_of_check
from walkthrough.model.rules.ballots import warn_again
from walkthrough.model.showing import Showing
from walkthrough.ui.criteria.sides import Sides
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.group_list import GroupCells, GroupList
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, Column, FlowRow
from walkthrough.ui.widgets.scene_fitted import FittedScene
from walkthrough.ui.widgets.short_text import ShortHeading
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current, ngettext

_TALK = N_(
    "First two minutes with the person beside you. Then hear from both ends of the range what they rest on. "
    "Nobody has to say how they rated."
)
_KEYS = N_("Page Down goes to the next one, here and on the wall.")
_MOST_EARLIER = 4


class RevealMoment(Moment):
    """The round at the left, as the room sees it; what it says and what comes next at the right."""

    again_asked = Signal()
    """The same is to be asked once more."""
    agree_asked = Signal()
    """The room has talked, and goes on to agree on a stage."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, low=250, parent=parent)
        self.asked: tuple[AskedRow, ...] = ()
        self._seen: frozenset[str] = frozenset()
        self._left_before = 0
        self.question, self.said = ShortHeading(2), Heading(3)
        self.facts, self.earlier = Prose(), Prose(look="soft")
        self.talk, self.keys = Prose(_TALK), Prose(_KEYS, look="small")
        self.card, self._rest = Card(), QWidget()
        self.picture = FittedScene(N_("Ratings"))
        self.list = GroupList(N_("What was asked, seen most differently first"), lines=1)
        self.changed_people = InfoBar()
        self.again = Button(N_("Ask a&gain"), "quiet", sign="again", name="reveal_again")
        self.agree = Button(N_("Agree on a &stage"), "primary", sign="stage-check", name="reveal_agree")
        self._build()

    @property
    def shown(self) -> AskedRow | None:
        """The question in view; None before any round is sealed."""
        return self.asked[min(self.shown_page, len(self.asked) - 1)] if self.asked else None

    def read_again(self) -> None:
        """Read the rounds; after a new one the question of it that is seen most differently is in view."""
        check_id = self.hands.read(stage_check_of, self.hands.meeting_id)
        at = self.shown.newest.asked if self.shown is not None else None
        self.asked = self.hands.read(rounds_of_check, check_id) if check_id else ()
        rounds = frozenset(one.last.id for one in self.asked)
        new = [n for n, one in enumerate(self.asked) if one.last.id not in self._seen]
        same = [n for n, one in enumerate(self.asked) if one.newest.asked == at]
        if any(self.asked[n].again is None for n in new):  # else what they are compared with stays
            self._left_before = self._left()
        if new and self._seen:
            self.shown_page = new[0]
        elif same:
            self.shown_page = same[0]
        self._seen = rounds
        self._show_list()
        self._show()

    def resume(self, showing: Showing) -> None:
        """Show the question that was in view."""
        self.read_again()
        self.shown_page = next(
            (n for n, one in enumerate(self.asked) if one.is_at(showing.at)), max(showing.page, 0)
        )

    def is_left_at(self, showing: Showing) -> bool:
        """Tell whether a round was shown."""
        return showing.revealed

    def on_wall(self) -> Mapping[str, Any]:
        """The question in view, revealed."""
        if self.shown is None:
            return {}
        page = self.asked.index(self.shown)
        return {"revealed": True, "page": page, "at": self.shown.newest.dimension_id}

    def turn(self, by: int) -> bool:
        """Go to the next question of the list."""
        if not 0 <= self.shown_page + by < len(self.asked):
            return False
        self.shown_page += by
        self._show_list()
        self._show()
        return True

    def first(self) -> QWidget:
        """The list where several were asked, else the way on."""
        if len(self.asked) > 1:
            return self.list
        return self.agree if self.shown is not None else self.again

    def panes(self) -> tuple[QWidget, ...]:
        """The picture, the list, the way on."""
        picture = self.picture.table if self.picture.shows_table() else self.picture.picture
        several = (self.list,) if len(self.asked) > 1 else ()
        return (*several, self.agree if self.shown is not None else self.again, picture)

    # -- inside

    def _build(self) -> None:
        told, above, side, buttons = Column(gap="half"), Column(gap="unit"), Column(gap="unit"), FlowRow()
        told.add(self.question, self.said, self.facts)
        buttons.add(self.agree, self.again)
        head = Sides(620, gap="gap")
        head.add(told, stretch=1)
        head.add(buttons, stretch=0, at=Qt.AlignmentFlag.AlignTop)
        above.add(head, self.changed_people)
        main = Column(gap="")
        main.add(self.picture)
        main.add_stretch()
        self.card.add(self.earlier, self.talk)
        side.add(self.list, stretch=1)
        as_table = FlowRow()
        as_table.add(self.picture.table_button)
        side.add(self.keys, self.card, as_table, self._rest)
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.list.setMinimumHeight(110)
        self.set_panes(above, main, side)
        self.list.chosen.connect(self._on_chosen)
        self.again.clicked.connect(self.again_asked)
        self.agree.clicked.connect(self.agree_asked)

    def _left(self) -> int:
        return sum(row.has_left for row in self.hands.read(roll, self.hands.meeting_id))

    def _show_list(self) -> None:
        several = len(self.asked) > 1
        self.list.setVisible(several)
        self.keys.setVisible(several)
        self._rest.setVisible(not several)
        rows = [_cells(n, one) for n, one in enumerate(self.asked)] if several else []
        self.list.set_rows(rows)
        if several:
            self.list.choose(str(self.shown_page))

    def _show(self) -> None:
        shown = self.shown
        several = len(self.asked) > 1
        for widget in (self.picture, self.agree):
            widget.setVisible(shown is not None)
        if shown is None:
            self.question.set_words(N_("Nothing is sealed yet. Ask the question first."))
            absents = (self.said, self.facts, self.card, self.changed_people, self.picture.table_button)
            for absent in absents:
                absent.hide()
            return
        newest = shown.newest
        self.question.set_words(lambda: question_words(current(), shown))
        self.picture.setVisible(newest.told is not None)
        self.picture.table_button.setVisible(newest.told is not None)
        if newest.told is not None:
            self.picture.show_drawn(partial(_scene, shown))
        self.talk.setVisible(newest.told is not None)
        self._say_round(shown)
        lines = [_earlier_line(shown, one) for one in shown.earlier[:_MOST_EARLIER]]
        self.earlier.set_plain("\n".join((_("Asked before:"), *lines)))
        self.earlier.setVisible(bool(lines))
        self.card.setVisible(not several and (bool(lines) or newest.told is not None))
        self._warn(newest)
        self._grow()

    def _say_round(self, asked: AskedRow) -> None:
        newest, again, told = asked.newest, asked.again, asked.newest.told
        self.said.show()
        self.facts.setVisible(True)
        if told is None:
            many = ngettext("{n} ballot is in.", "{n} ballots are in.", newest.ballots)
            self.said.set_plain(many.format(n=newest.ballots))
            self.facts.set_words(N_("With fewer than five, nothing more is shown or kept."))
            return
        self.said.set_words(lambda: said_words(current(), told))
        facts = fact_words(current(), told, newest.tallies)
        lines = [f"{fact}." for fact in facts]
        if again is not None:
            lines.append(again_words(current(), again.day, again.ballots))
        self.facts.set_plain(" ".join(lines))

    def _warn(self, newest: RoundRow) -> None:
        """Say that a new private round could show how somebody rated who is not here any more."""
        before, now = max(newest.people, newest.ballots), self.live.people_here()
        is_risky = warn_again(before, now, max(self._left() - self._left_before, 0))
        is_risky = is_risky and not newest.is_open and newest.told is not None
        told = _(
            "Somebody has left since. If you ask again, comparing the two rounds could show how that person "
            "rated."
        )
        if not is_risky:
            self.changed_people.hide()
        elif self.changed_people.isHidden() or self.changed_people.text() != told:
            self.changed_people.show_words(plain(told), "warn")

    def _on_chosen(self, at: str) -> None:
        if not at.isdecimal() or int(at) == self.shown_page or int(at) >= len(self.asked):
            return
        self.shown_page = int(at)
        self._show()
        self.wall_changed.emit()


def _scene(asked: AskedRow, width: float) -> Any:
    return ratings_scene(current(), asked, width)


def _cells(at: int, asked: AskedRow) -> GroupCells:
    newest = asked.newest
    detail = _in_short(newest)
    if asked.earlier:
        before = _("{now}. Before: {before}")
        detail = before.format(now=detail, before=_in_short(asked.earlier[0]))
    return GroupCells(id=str(at), text=question_words(current(), asked), detail=detail)


def _in_short(round_: RoundRow) -> str:
    return _short_few(round_) if round_.told is None else said_words(current(), round_.told)


def _earlier_line(asked: AskedRow, round_: RoundRow) -> str:
    when = earlier_words(current(), asked, round_)
    return _("{day}: {what}").format(day=when, what=_in_short(round_))


def _short_few(round_: RoundRow) -> str:
    many = ngettext("{n} ballot: too few to show", "{n} ballots: too few to show", round_.ballots)
    return many.format(n=round_.ballots)
