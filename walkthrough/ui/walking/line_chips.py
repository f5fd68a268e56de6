# SPDX-License-Identifier: MIT
"""What stands before the words on the line: the kind, the lane, another station, the finding answered.

The keys do the same; the mouse finds a menu here. It must not know the grammar.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from walkthrough.model.rules.capture import MARKS, Line
from walkthrough.model.rules.lane_tags import LaneTag
from walkthrough.ui.widgets.places import Column
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _


class PressChip(Chip):
    """A chip that can be clicked."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class LineChips(Column):
    """Chips under each other: kind, lane, and only where there is one, the finding answered, the station."""

    kind_chosen = Signal(object)
    lane_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="half", parent=parent)
        self.kind = PressChip("practice")
        self.answers = Chip("quiet", N_("answers"))
        self.lane = PressChip("quiet", N_("No lane yet"))
        self.station = Chip("warn", N_("Station"))
        self.add(self.kind, self.lane, self.answers)  # the station's stands over the words: its name is long
        self.add_stretch()
        self._lanes: Sequence[LaneTag] = ()
        self.kind.setObjectName("kind_chip")
        self.lane.setObjectName("lane_chip")
        self.station.setObjectName("station_chip")
        self.answers.setObjectName("answers_chip")
        self.kind.pressed.connect(self._offer_kinds)
        self.lane.pressed.connect(self._offer_lanes)

    def show_line(self, line: Line, lanes: Sequence[LaneTag], station: str) -> None:
        """Show a line's chips; `station` names where it is bound, if that is elsewhere."""
        self._lanes = lanes
        lane = next((lane for lane in lanes if lane.id == line.lane_id), None)
        self.kind.set_chip(line.kind.value, plain(word(line.kind)))
        name = plain(lane.short) if lane else N_("No lane yet")
        self.lane.set_chip("note" if lane else "quiet", name, sign="right" if lane else "")
        self.station.setVisible(bool(station))
        self.station.set_chip("warn", lambda: _("belongs to: {station}").format(station=station))
        for chip in (self.kind, self.lane):
            chip.setVisible(line.gathers is None)
        subject = line.edited or line.answers or line.gathers
        self.answers.setVisible(subject is not None)
        if subject is not None:
            sentence = _("changes #{n}") if line.edited else _("answers #{n}")
            sentence = _("theme for #{n}") if line.gathers else sentence
            self.answers.set_chip("note", plain(sentence.format(n=subject.number)))

    def lie(self, flat: bool) -> None:
        """Stand beside each other instead of under each other."""
        way = QBoxLayout.Direction
        self.box.setDirection(way.LeftToRight if flat else way.TopToBottom)

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        for number, (mark, kind) in enumerate(MARKS.items(), 1):
            text = _("{mark}  {kind}\tCtrl+{n}").format(mark=mark, kind=word(kind), n=number)
            menu.addAction(text, partial(self.kind_chosen.emit, kind))
        menu.exec(self.kind.mapToGlobal(self.kind.rect().bottomLeft()))

    def _offer_lanes(self) -> None:
        menu = QMenu(self)
        for lane in self._lanes:
            text = _("{lane}\tAlt+{n}").format(lane=lane.name, n=lane.pos)
            menu.addAction(text, partial(self.lane_chosen.emit, lane.id))
        menu.exec(self.lane.mapToGlobal(self.lane.rect().bottomLeft()))
