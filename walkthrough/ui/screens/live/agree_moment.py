# SPDX-License-Identifier: MIT
"""Agree on a stage, and ask in the open which stage the purpose needs; digits choose.

It must not know hands nor criteria.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.live_stage import stage_check_of
from walkthrough.model.queries.rounds import rounds_of_check
from walkthrough.model.queries.stage import check_page
from walkthrough.model.queries.stage_said import said_last
from walkthrough.model.words import Agreement
from walkthrough.ui.criteria.deeds import Hands
from walkthrough.ui.criteria.stage_cards import AgreedCard, WantedCard
from walkthrough.ui.screens.live.moment import Moment
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import _

NOT_YET_KEY = "n"
"""Digits are taken by ladders of up to nine stages, and signs open the line."""


class AgreeMoment(Moment):
    """The two cards of the stage check page, beside each other."""

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        super().__init__(live, low=356, shares=(1, 1), parent=parent)
        own = self.hands
        hands = Hands(own.do, own.say, own.drafts, lambda _row: None, own.today)
        self.agreed, self.wanted = AgreedCard(hands), WantedCard(hands)
        self._has_rounds, self._stages = False, 0
        self.keys = Prose(self._keys_words, look="soft")
        order: list[QWidget] = []
        for card in (self.agreed, self.wanted):
            card.add_beside_title(card.button)  # under the fields there is no room left on a small screen
            order += (card.button, card.stage.control, card.reason.control)
        self.set_panes(self.keys, self.agreed, self.wanted)
        for before, after in pairwise(order):  # as it looks: what is beside the title comes before the fields
            self.setTabOrder(before, after)

    def read_again(self) -> None:
        """Read what was agreed and wanted."""
        check_id = self.hands.read(stage_check_of, self.hands.meeting_id)
        page = self.hands.read(check_page, check_id) if check_id else None
        if page is not None and check_id is not None:
            self._has_rounds = bool(self.hands.read(rounds_of_check, check_id))
            self._stages = len(page.stages)
            self.keys.retranslate()
            self.agreed.show_page(page)
            self.wanted.show_page(page, self.hands.read(said_last, page)[0])

    def on_wall(self) -> Mapping[str, Any]:
        """What the room said, and the stage agreed on beneath."""
        return {"revealed": self._has_rounds}

    def turn(self, by: int) -> bool:
        """The wall keeps what the room said; Page keys go on to the next moment at once."""
        return False

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit chooses the stage, N none yet; then comes the reason."""
        chosen = self._meant(event.text().lower())
        if chosen is None:
            return False
        self.agreed.stage.control.set_value(chosen)
        self.agreed.stage.control.edited.emit(event.text())
        self.agreed.reason.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _meant(self, key: str) -> Agreement | int | None:
        if key == NOT_YET_KEY:
            return Agreement.NOT_YET
        if key == "0":
            return Agreement.NOT_AGREED
        return int(key) if key in [str(stage) for stage in range(1, self._stages + 1)] else None

    def _keys_words(self) -> str:
        told = _("1 to {n} choose the stage, N says not yet at stage 1, 0 not agreed. Then why, and Enter.")
        return told.format(n=self._stages)

    def first(self) -> QWidget:
        """The button that records; digits choose before it."""
        return self.agreed.button

    def panes(self) -> tuple[QWidget, ...]:
        """Agreed, wanted."""
        return (self.agreed.button, self.wanted.stage.control)
