# SPDX-License-Identifier: MIT
"""Help in the moment (F1): choose what is going on with the arrows, read what can be said or done.

It must not know the meeting.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkthrough.ui.action_spec import keys_of
from walkthrough.ui.actions import BY_ID
from walkthrough.ui.menus import ON_MAC
from walkthrough.ui.screens.live.help_texts import TOPICS, Topic
from walkthrough.ui.screens.live.side import SidePanel
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.spoken import Words, announce
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

_KEYS = {"blank": "wall.blank", "rest": "live.break", "remove": "entry.remove_for_good"}
_MOST_LINES = max(len(topic.lines) for topic in TOPICS)


class _Moments(RowList):
    """As high as its rows where there is room for that; it scrolls where there is not."""

    def __init__(self) -> None:
        super().__init__(N_("What is going on?"), lines=1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(look_of(self).px(96))

    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(number) for number in range(self.row_count()))
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth() + 2)


class HelpPanel(SidePanel):
    """The moments in a list; below it the lines of the chosen one."""

    keys_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("Help in the moment"), name="help", parent=parent)
        self.list = _Moments()
        self.lines = [Prose() for _number in range(_MOST_LINES)]
        self.keys = Button(N_("All keys"), "plain", name="help_keys")
        self.keys.clicked.connect(self.keys_asked)
        told = Column(gap="unit")
        told.add(*self.lines)
        self.add(self.list, told)
        self.body.add_stretch()
        self.add(self.keys)
        self.list.set_rows(TOPICS, _cells)
        self.list.chosen.connect(self._on_chosen)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.keys.setAccessibleDescription("")

    def topic(self) -> Topic:
        """Return the moment that is chosen."""
        return next((topic for topic in TOPICS if topic.key == self.list.chosen_id()), TOPICS[0])

    def text(self) -> str:
        """Return what is told now."""
        return "\n".join(line.text() for line in self.lines if not line.isHidden())

    def _on_chosen(self, _key: str) -> None:
        topic = self.topic()
        for number, line in enumerate(self.lines):
            line.setHidden(number >= len(topic.lines))
            line.set_words(_words(topic, number))
        if self.isVisible():
            announce(self, self.text())


def _cells(topic: Topic) -> RowCells:
    return RowCells(topic.key, _(topic.title))


def _words(topic: Topic, number: int) -> Words:
    return (lambda: _(topic.lines[number]).format(**_keys())) if number < len(topic.lines) else ""


def _keys() -> dict[str, str]:
    found = {name: keys_of(BY_ID[action_id], on_mac=ON_MAC)[0] for name, action_id in _KEYS.items()}
    return {
        name: QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        for name, key in found.items()
    }
