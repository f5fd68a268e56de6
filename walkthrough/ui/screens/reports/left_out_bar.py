# SPDX-License-Identifier: MIT
"""What the bar over the buttons says of what a report leaves out, while there is no other news.

It must not know who finds it out.
"""

from __future__ import annotations

from collections.abc import Callable

from walkthrough.export.left_out import LeftOut, left_out_words, needs_an_answer
from walkthrough.ui.widgets.messages import InfoBar
from walkthrough.wording import N_, _, current

_LOOKING = N_("Looking at what will be left out…")


class LeftOutBar:
    """Speaks in a bar that tells other news, too; those stay until they are forgotten."""

    def __init__(self, bar: InfoBar, has_news: Callable[[], bool]) -> None:
        self._bar, self._has_news = bar, has_news
        self._found: LeftOut | None = None

    def forget(self) -> None:
        """What was found is of another report, or of another day."""
        self._found = None

    def look(self) -> None:
        """Say that it is being looked for, unless something was found."""
        if self._found is None and not self._has_news():
            self._bar.show_words(_LOOKING)

    def tell(self, found: LeftOut) -> None:
        """Say what was found."""
        self._found = found
        if not self._has_news():
            is_delicate = needs_an_answer(found) or found.is_whole
            self._bar.show_words(self._words, "warn" if is_delicate else "note")

    def tell_nothing(self) -> None:
        """Nothing could be found out."""
        if not self._has_news():
            self._bar.hide()

    def _words(self) -> str:
        if self._found is None:
            return ""
        told = " ".join(left_out_words(current(), self._found))
        return told if self._found.is_whole else _("What will be left out: {told}").format(told=told)
