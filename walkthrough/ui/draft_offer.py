# SPDX-License-Identifier: MIT
"""Offers back what was typed but not saved when the program ended. It shows no word of it: the room may look.

It must not know any screen beyond the name at the head of a draft's key.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from walkthrough.model import Refused
from walkthrough.ui.actions import PAGE_TEXTS
from walkthrough.ui.drafts import DraftKeeper
from walkthrough.ui.main_window import MainWindow
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.in_view import bring_into_view
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.ui.widgets.places import Row
from walkthrough.ui.widgets.spoken import unmarked
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _, ngettext


def page_of(key: str) -> str:
    """Return the page a draft belongs to."""
    return key.partition("/")[0]


def words_in(draft: str) -> int:
    """Count words as people do: a mark or a tag of the capture line is none."""
    words = draft.split()
    return sum(any(map(str.isalnum, word)) and "@" not in word[:2] for word in words)


class DraftOffer(InfoBar):
    """One bar for the drafts of one page; the next page's come when these are settled."""

    def __init__(self, window: MainWindow, keeper: DraftKeeper, go: Callable[[str], None]) -> None:
        # Without a letter of their own: the bar stands over any page, whose letters come first.
        self._put_back = Button(lambda: unmarked(_("&Put it back")), "primary", name="draft.put_back")
        self._discard = Button(lambda: unmarked(_("Thr&ow it away")), "quiet", name="draft.discard")
        both = Row()
        both.add(self._put_back, self._discard)
        super().__init__("note", button=both)
        self._window, self._keeper, self._go = window, keeper, go
        self._settled: set[str] = set()
        self._gone: set[str] = set()
        self._is_asking = False
        self._put_back.clicked.connect(self._put_all_back)
        self._discard.clicked.connect(self._throw_all_away)

    @classmethod
    def over(cls, window: MainWindow, keeper: DraftKeeper, go: Callable[[str], None]) -> DraftOffer | None:
        """Put an offer over the pages of the window, if there is anything to offer."""
        if not keeper.left:
            return None
        offer = cls(window, keeper, go)
        window.notices.addWidget(offer)
        offer.show_next()
        offer._put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        return offer

    def remove(self) -> None:
        """Take the bar away; what is not settled is offered at the next opening."""
        self.hide()
        self.deleteLater()

    def take_keys(self, page: str) -> None:
        """Have the keys if drafts of this page are offered, because somebody just came back to it."""
        keys = self._keys()
        if keys and page_of(keys[0]) == page and self.isVisible():
            self._put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_next(self) -> None:
        """Offer the drafts of one page, or be gone from view when there are none."""
        if self._keys():
            self.show_words(self._sentence)
            return
        focus, page = QApplication.focusWidget(), self._window.stack.page
        if focus is not None and self.isAncestorOf(focus) and page is not None:
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _keys(self) -> list[str]:
        open_keys = [key for key in self._keeper.left if key not in self._settled]
        open_keys.sort(key=self._gone.__contains__)  # what has no place to go to holds up no other page
        return [key for key in open_keys if page_of(key) == page_of(open_keys[0])]

    def _sentence(self) -> str:
        keys = self._keys()
        page = _(PAGE_TEXTS.get(page_of(keys[0]), "")) if keys else ""
        words = max(1, sum(words_in(self._keeper.left[key]) for key in keys))
        if self._is_asking:
            return ngettext(
                "Throw {n} word away? Nobody can bring it back.",
                "Throw {n} words away? Nobody can bring them back.",
                words,
            ).format(n=words)
        told = ngettext(
            "You were typing on the page {page}: {n} word is not saved yet.",
            "You were typing on the page {page}: {n} words are not saved yet.",
            words,
        ).format(page=page, n=words)
        return f"{told} {refusal_text(Refused('gone'))}" if self._gone.intersection(keys) else told

    def _put_all_back(self) -> None:
        self._is_asking = False
        keys = self._keys()
        self._go(page_of(keys[0]))
        page = self._window.stack.page
        for key in keys:
            if page is not None and not page.has_place_for(key):
                self._gone.add(key)  # kept, and offered again
                continue
            self._settled.add(key)
            self._keeper.put_back(key)
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            bring_into_view(focus)
        self.show_next()

    def _throw_all_away(self) -> None:
        """Ask first: the keys go to what is safe, so the same key pressed again throws nothing away."""
        self._is_asking = not self._is_asking
        if not self._is_asking:
            for key in self._keys():
                self._keeper.saved(key)
        self.show_next()
        if self._keys():
            self._put_back.setFocus(Qt.FocusReason.OtherFocusReason)
