# SPDX-License-Identifier: MIT
"""The presenter's side of a station: one card at a time, chosen by a row of buttons; who was not heard below.

Where there is room the questions stay in view above the card. It must not know a workbook.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from walkthrough.model.queries.live_walk import Agency, Topic
from walkthrough.model.queries.walk import StationPage
from walkthrough.model.words import Kind
from walkthrough.ui.screens.live.walk_counts import CountForm
from walkthrough.ui.theme import look_of
from walkthrough.ui.walking.side_panel import SidePanel
from walkthrough.ui.walking.station_view import FamilyLine
from walkthrough.ui.widgets.part_switch import PartSwitch
from walkthrough.ui.widgets.places import Column, Stack
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.short_text import ShortProse
from walkthrough.wording import N_, _, ngettext

TABS = ("ask", "rule", "hand_off", "count", "parked", "note")
TALL = 520
"""From this height at 100 % the questions stay in view above the other cards."""


class WalkSide(Column):
    """Ask, rule and practice, hand-off, how many, parked, notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._topics: tuple[Topic, ...] = ()
        self._unheard: tuple[Agency, ...] = ()
        self._safe, self._has_hand_off, self._tab = True, False, TABS[0]
        words = (N_("Ask"), N_("Rule"), N_("Hand-off"), N_("Count"), self._parked_words, N_("Note"))
        self.switch = PartSwitch("walk_side", words, gap="")  # in one line in every language
        self.panel, self.count = SidePanel(), CountForm()
        self.panel.add_card("count", self.count)
        self.parked = RowList(
            N_("Parked topics"), lines=3, empty=N_("Nothing is parked. Type ? and the topic.")
        )
        self.not_heard = ShortProse(self._unheard_words, look="small")
        self.family = FamilyLine(QBoxLayout.Direction.TopToBottom)
        self._stack = Stack()
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.parked)
        self.add(self.switch)
        self.add(self._stack, stretch=1)
        self.add(self.not_heard, self.family)
        self.switch.asked.connect(lambda _number: self._arrange())
        self.set_safe(True)

    def tab(self) -> str:
        """Return which card is in view."""
        return TABS[self.switch.marked()]

    def turn_to(self, tab: str) -> None:
        """Show one of TABS."""
        with_rule = tab == "rule" and self._has_hand_off  # there the pair stands under the card
        self.switch.mark(TABS.index("hand_off" if with_rule else tab))
        self._arrange()
        if with_rule:
            self.panel.ensureWidgetVisible(self.panel.cards["rule"], 0, 0)

    def follow(self, page: StationPage) -> None:
        """Show what depends on the station; a card that this one has not gives way to the questions."""
        self._has_hand_off = page.is_handoff
        self.count.show_counts(page.counts)
        self._arrange()

    def set_topics(self, topics: Sequence[Topic]) -> None:
        """Show the parked topics that are open."""
        if tuple(topics) != self._topics:
            self._topics = tuple(topics)
            self._show_topics()

    def set_not_heard(self, agencies: Sequence[Agency]) -> None:
        """Say of which agencies nobody was heard here."""
        self._unheard = tuple(agencies)
        self.not_heard.retranslate()
        self.not_heard.setVisible(bool(agencies) and not self._safe)

    def set_safe(self, safe: bool) -> None:
        """Hide what is for the presenter alone, even that there is something to hide."""
        self._safe = safe
        self.count.set_private(not safe)
        self.panel.set_private(not safe)
        self.set_not_heard(self._unheard)
        self._show_topics()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        hidden = {"hand_off": not self._has_hand_off, "rule": self._has_hand_off, "note": self._safe}
        for tab, button in zip(TABS, self.switch.buttons, strict=True):
            button.setVisible(not hidden.get(tab, False))
        if hidden.get(self.tab(), False):
            twins = {"rule": "hand_off", "hand_off": "rule"}
            self.switch.mark(TABS.index(twins.get(self.tab(), "ask")))
        tab = self.tab()
        is_tall = self.height() >= look_of(self).px(TALL)
        self._stack.setCurrentWidget(self.parked if tab == "parked" else self.panel)
        shown = {"hand_off", "rule"} if tab == "hand_off" else {tab}
        if is_tall:  # the questions stay above, and have the pair below them where nothing else is chosen
            shown |= {"ask", "rule"} if tab == "ask" else {"ask"}
        self.panel.show_only(shown)
        for card in self.panel.cards.values():
            card.show_title(is_tall or tab == "hand_off")
        if tab != self._tab:  # a card begins at its beginning
            self._tab = tab
            self.panel.verticalScrollBar().setValue(0)
        self.family.setVisible(bool(self.family.words.text()) and (is_tall or tab == "ask"))

    def _show_topics(self) -> None:
        self.parked.set_rows(self._topics, self._cells)
        self.switch.buttons[TABS.index("parked")].retranslate()

    def _cells(self, topic: Topic) -> RowCells:
        hidden = topic.held and self._safe
        marks = (("warn", _("held back")),) if topic.held else ()
        text = _("(wording on hold)") if hidden else topic.text
        return RowCells(topic.id, text, Kind.PARKED.value, topic.number, marks=marks)

    def _parked_words(self) -> str:
        return _("Parked {n}").format(n=len(self._topics))

    def _unheard_words(self) -> str:
        names = ", ".join(agency.name for agency in self._unheard)
        many = len(self._unheard)
        return ngettext("Not heard here: {names}", "Not heard here: {names}", many).format(names=names)
