# SPDX-License-Identifier: MIT
"""Who is here, as a panel: one key for each arrival and departure. It must not know how that is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.roll import RollRow
from walkthrough.model.rules.times import read_time_after
from walkthrough.ui.screens.live.roll_words import count_words, early_words, roll_cells, time_words
from walkthrough.ui.screens.live.side import SidePanel
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import line_field
from walkthrough.ui.widgets.group_list import GroupList
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.spoken import Words
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_


class RollList(GroupList):
    """The list; Space is asked like Enter, R only while something is offered."""

    offered_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            N_("Who is here"),
            keys=" +",
            empty=N_("Nobody is on the list yet. + adds a person without a name."),
        )
        self.is_offering = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "+" and not self.chosen_id():
            self.key_asked.emit("", "+")
        elif self.is_offering and event.text().lower() == "r":
            self.offered_asked.emit()
        else:
            super().keyPressEvent(event)


class RollPanel(SidePanel):
    """The list, the count, who must go early, and what that asks for."""

    turned = Signal(str)
    """Arrived, or has left: the key of a row."""
    one_more = Signal(str)
    """Somebody without a name came; the key of the row that was chosen, or ""."""
    time_asked = Signal(str, str)
    """A row must go at this time (HH:MM, or "" for no time)."""
    read_back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Who is here"), name="roll", parent=parent)
        self.starts = ""
        """When the meeting began, as HH:MM: "2:30" is meant from there."""
        self.counts = Prose(look="label")
        self.early = Prose(look="soft")
        self.list = RollList()
        self.keys = Prose(
            N_("Space or Enter: came, or has left. +: one more. F2: must go early."), look="small"
        )
        self.more = Button(N_("One more"), "plain", name="roll_more", sign="add")
        self.leaves = line_field(
            N_("Must go at"), hint=N_("A time, like 2:30. Empty for none."), optional=True, name="roll_leaves"
        )
        self.read_back = Button(N_("Read back now"), "primary", name="roll_read_back")
        self.offer = InfoBar("warn", button=None)
        self.leaves.hide()
        self.read_back.hide()
        top = Row()
        top.add(self.counts, stretch=1)
        top.add(self.more)
        self.add(top, self.early, self.offer, self.read_back)
        self.add(self.list, stretch=1)
        self.add(self.leaves, self.keys)
        self._join()

    def show_rows(self, rows: Sequence[RollRow], *, safe: bool) -> None:
        """Show who is invited and who is here."""
        self.list.set_rows(roll_cells(rows, safe=safe))
        if rows and not self.list.chosen_id():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.counts.set_words(lambda: count_words(rows))
        self.early.set_words(lambda: early_words(rows, safe=safe))
        self.early.setVisible(bool(self.early.text()))

    def show_offer(self, words: Words, *, steps: bool) -> None:
        """Offer to hear somebody now; no words take the offer away."""
        self.list.is_offering = bool(words) and steps
        self.read_back.setVisible(self.list.is_offering)
        if words:
            self.offer.show_words(words, "warn")
        else:
            self.offer.hide()
        QTimer.singleShot(0, self.list, self._keep_chosen_in_view)  # the list is shorter or taller now

    def ask_time(self, leaves: str) -> None:
        """Let the time be typed at which the chosen row must go."""
        self.leaves.clear_error()
        self.leaves.control.setText(time_words(leaves) if leaves else "")
        self.leaves.show()
        self.leaves.control.setFocus()
        self.leaves.control.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.leaves.isVisible():
            self._close_time()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.leaves.control.hasFocus():
            self._take_time()
            return
        super().keyPressEvent(event)

    def _join(self) -> None:
        self.list.activated_row.connect(self.turned)
        self.list.key_asked.connect(self._on_key)
        self.list.offered_asked.connect(self.read_back_asked)
        self.more.clicked.connect(lambda: self.one_more.emit(self.list.chosen_id()))
        self.read_back.clicked.connect(self.read_back_asked)

    def _keep_chosen_in_view(self) -> None:
        self.list.scrollTo(self.list.currentIndex())

    def _on_key(self, key: str, pressed: str) -> None:
        if pressed == "+":
            self.one_more.emit(key)
        else:
            self.turned.emit(key)

    def _take_time(self) -> None:
        typed = self.leaves.control.text().strip()
        time = read_time_after(typed, self.starts) if typed else ""
        if time is None:
            self.leaves.set_error(N_("Type a time of day, like 2:30 or 14:30."))
            return
        self.time_asked.emit(self.list.chosen_id(), time)
        self._close_time()

    def _close_time(self) -> None:
        self.leaves.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
