# SPDX-License-Identifier: MIT
"""The head of the live screen: what the room sees, where we are, who is here, the timer, the pace.

It is told each of them; it must not know a workbook nor the audience window.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.model.rules.pace import Pace
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Heading
from walkthrough.wording import N_, _, ngettext

_WALL_SHARE = 0.36
"""Of the head's width, the most that the words about the wall take."""


class OneLine(Heading):
    """A heading that stays on one line and ends in an ellipsis where there is no room."""

    def __init__(self, level: int, words: Words = "") -> None:
        super().__init__(level, words)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class LiveHead(Row):
    """One row; the buttons in it stand for keys of the registry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self.wall = Chip("quiet", N_("Not on the wall"))
        self.where = OneLine(3)
        self.people = Button(N_("Who is here"), "quiet", name="live_people", keys="Ctrl+Shift+A")
        self.timer = Button(N_("Timer"), "quiet", name="live_timer", keys="Ctrl+T")
        self.pace = Chip("quiet", N_("No end time set"))
        self.help = Button(N_("Help"), "quiet", name="live_help", keys="F1")
        self.add(self.wall)
        self.add(self.where, stretch=1)
        self.add(self.people, self.timer, self.pace, self.help)

    def show_wall(self, tone: str, words: Words) -> None:
        """Show how the wall stands."""
        self.wall.set_chip(tone, words)

    def show_where(self, part: str, station: str) -> None:
        """Show the part of the agenda, and the station where there is one."""
        self.where.set_plain(f"{part} · {station}" if station else part)

    def show_people(self, many: int) -> None:
        """Show how many are here."""
        self.people.set_words(lambda: ngettext("{n} here", "{n} here", many).format(n=many))

    def show_timer(self, seconds: int | None, *, runs: bool, rests: bool, minutes: int) -> None:
        """Show what is left; `minutes` is how long a timer would be that is started now."""
        self.timer.set_words(lambda: timer_words(seconds, runs=runs, rests=rests, minutes=minutes))

    def show_pace(self, pace: Pace) -> None:
        """Show whether there is time for what is left."""
        self.pace.set_chip("warn" if pace.code in ("behind", "over") else "quiet", lambda: pace_words(pace))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wall.setMaximumWidth(round(self.width() * _WALL_SHARE))  # a long name leaves the pace readable

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look_of(self).space("control"))


def timer_words(seconds: int | None, *, runs: bool, rests: bool, minutes: int) -> str:
    """Return the timer in words and figures."""
    if seconds is None:
        return ngettext("Timer: {n} minute", "Timer: {n} minutes", minutes).format(n=minutes)
    time = f"{seconds // 60}:{seconds % 60:02}"
    if rests:
        return _("Break: {time}").format(time=time) if seconds else _("The break is over")
    if not seconds:
        return _("Time: finish the thought")
    return _("{time} left").format(time=time) if runs else _("{time}, paused").format(time=time)


def pace_words(pace: Pace) -> str:
    """Return the pace in words; for the presenter alone."""
    n, each = pace.minutes, pace.per_station
    match pace.code:
        case "no_end":
            return _("No end time set")
        case "over":
            return ngettext("{n} min over the end", "{n} min over the end", n).format(n=n)
        case "behind" if each is not None:
            return ngettext(
                "{n} min behind: {each} min for each station left",
                "{n} min behind: {each} min for each station left",
                n,
            ).format(n=n, each=each)
        case "behind":
            return ngettext("{n} min behind", "{n} min behind", n).format(n=n)
        case "early":
            return ngettext("{n} min early", "{n} min early", n).format(n=n)
        case "break":
            return ngettext("Break: {n} min left", "Break: {n} min left", n).format(n=n)
    return _("On pace")
