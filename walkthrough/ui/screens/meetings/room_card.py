# SPDX-License-Identifier: MIT
"""How large the room is, and what that makes of the words on the wall. It must not know any screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.prepare import SetRoomSize
from walkthrough.model.queries.prepare import Preparing
from walkthrough.model.rules.sight import words_size
from walkthrough.ui.screens.meetings.deeds import Hands
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.field import Field, choice_field
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Card, Row
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _

PICTURES = (
    (122, N_("Television, 55 inches")),
    (144, N_("Television, 65 inches")),
    (150, N_("Picture 1.5 m wide (5 ft)")),
    (200, N_("Picture 2 m wide (6½ ft)")),
    (240, N_("Picture 2.4 m wide (8 ft)")),
    (300, N_("Picture 3 m wide (10 ft)")),
)
BACK_ROWS = (
    (300, N_("3 m (10 ft)")),
    (400, N_("4 m (13 ft)")),
    (500, N_("5 m (16 ft)")),
    (600, N_("6 m (20 ft)")),
    (800, N_("8 m (26 ft)")),
    (1000, N_("10 m (33 ft)")),
)
WIDE_SCREEN = (1920, 1080)
_LETTER, _LINE = 0.53, 1.4
"""A letter's usual width and a line's height, in sizes of the type."""
FEW_LETTERS = 45
"""Fewer letters than this to a line, and an entry hardly fits on two."""


class RoomCard(Card):
    """Two choices and the sentence that follows from them."""

    dry_run_asked = Signal()

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(N_("The room"), parent=parent)
        self._hands = hands
        self._meeting_id = ""
        self.picture = choice_field(N_("Picture on the wall"), PICTURES, name="room_picture")
        self.back_row = choice_field(N_("Last row to the wall"), BACK_ROWS, name="room_back_row")
        self._told, self._warning = Prose(look="soft"), InfoBar("warn")
        self.dry_run = Button(N_("See what the room will see"), "plain", keys="F5", name="room_dry_run")
        row = Row(gap="gap")
        for field in (self.picture, self.back_row):
            row.box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.committed.connect(self._save)
        self.dry_run.clicked.connect(self.dry_run_asked)
        self.add(row, self._told, self._warning, self.dry_run)

    def show_room(self, meeting_id: str, facts: Preparing) -> None:
        """Show the room of a meeting."""
        self._meeting_id = meeting_id
        _put(self.picture, facts.picture_cm, PICTURES, _("{n} cm wide"))
        _put(self.back_row, facts.back_row_cm, BACK_ROWS, _("{n} cm"))
        size = 0
        if facts.picture_cm and facts.back_row_cm:
            size = words_size(facts.picture_cm, facts.back_row_cm, WIDE_SCREEN[0])
        self._told.set_plain(size_words(size))
        is_far = bool(size) and letters_to_a_line(size) < FEW_LETTERS
        self._warning.setVisible(is_far)
        if is_far:
            self._warning.show_words(
                N_("That is far for such a picture: move the chairs two steps closer, or hand out the map."),
                "warn",
            )

    def _save(self, _value: Any) -> None:
        self._hands.did(SetRoomSize(self._meeting_id, self.picture.value(), self.back_row.value()))


def letters_to_a_line(size: int) -> int:
    """Return how many letters of this size, in pixels, stand on a line of a wide screen."""
    return round(WIDE_SCREEN[0] * 0.92 / (size * _LETTER))


def size_words(size: int) -> str:
    """Return what a size of the words means, or what is asked while nobody has measured (0)."""
    if not size:
        return _("Two answers set the size of the words, so that the last row can read them.")
    lines = int(WIDE_SCREEN[1] * 0.84 / (size * _LINE))
    return _("The last row reads about {lines} lines of {letters} letters.").format(
        lines=lines, letters=letters_to_a_line(size)
    )


def _put(field: Field, value: int | None, known: tuple[tuple[int, str], ...], other: str) -> None:
    """Set a choice; a measure that is not among the usual ones is offered as it is."""
    options: list[tuple[Any, Any]] = list(known)
    if value is not None and value not in dict(known):
        options.append((value, plain(other.format(n=value))))
    field.control.set_options(options)
    field.set_value(value)
