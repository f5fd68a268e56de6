# SPDX-License-Identifier: MIT
"""What stands on the laptop between two ballots: thanks, pass it on, how many are in. Nothing else.

It must not know any answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from walkthrough.ui.ballots.ballot_page import ENTER
from walkthrough.ui.ballots.middle_page import MiddlePage
from walkthrough.ui.ballots.plain_keys import is_plain
from walkthrough.ui.ballots.tongues import in_each, tongue
from walkthrough.ui.ballots.words import in_words
from walkthrough.ui.widgets.places import Card, Column
from walkthrough.ui.widgets.spoken import announce
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _

_FIRST = N_("Pass the laptop to the first person.")
_FIRST_HOW = N_("First person: press Space.")
_THANKS = N_("Thank you. Pass the laptop on.")
_HOW = N_("Next person: press Space.")
_ALL = N_("Thank you. Everybody is in. Give the laptop back.")


class FocusSheet(Card):
    """A sheet in the middle of the page that has the keys."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def add_centred(self, *lines: Heading | Prose) -> None:
        """Put lines under each other, in the middle."""
        for line in lines:
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.add(line)


class HandOverPage(Column):
    """Space opens the next ballot, Ctrl+Enter ends."""

    next_asked = Signal()
    end_asked = Signal()

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(gap="", parent=parent)
        self._languages = tuple(languages)
        self._lines = [(Heading(1), Heading(3)) for _language in languages]
        self.many, self.foot = Heading(2), Prose(look="small")
        self.sheet = FocusSheet("hand_over")
        for thanks, how in self._lines:
            self.sheet.add_centred(thanks, how)
            self.sheet.body.box.addSpacing(16)
        self.sheet.add_centred(self.many)
        self._place = MiddlePage(self.sheet)
        self.foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._place.add(self.foot)
        self.add(self._place)
        self.foot.set_words(way_back_words)

    def show_many(self, many: int, people: int) -> None:
        """Say how many are in, of how many people (0: nobody counted)."""
        is_all = 0 < people <= many
        thanks = _ALL if is_all else (_THANKS if many else _FIRST)
        how = "" if is_all else (_HOW if many else _FIRST_HOW)
        hows = in_each(self._languages, how) if how else tuple("" for _language in self._languages)
        for (title, line), said, key in zip(self._lines, in_each(self._languages, thanks), hows, strict=True):
            title.set_plain(said)
            line.set_plain(key)
            line.setVisible(bool(key))
        each = dict.fromkeys(in_words(many, people, tongue(language)) for language in self._languages)
        self.many.set_plain(" · ".join(each) if many else "")
        self.many.setVisible(many > 0)
        told = (self._lines[0][0].text(), hows[0])
        self.sheet.setAccessibleName(" ".join(text for text in told if text))

    def begin(self) -> None:
        """Take the keys and say what to do."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.sheet, f"{self.sheet.accessibleName()} {self.many.text()}")

    def say_way_back(self) -> None:
        """Say how the facilitator comes back, where a key asked for something else of the program."""
        self.foot.setProperty("look", "label")
        self.foot.style().unpolish(self.foot)
        self.foot.style().polish(self.foot)
        announce(self.sheet, self.foot.text(), urgent=True)

    def take_key(self, event: QKeyEvent) -> bool:
        """Space goes on, Ctrl+Enter ends, arrows scroll; every other key is dead here."""
        if event.isAutoRepeat():
            return True
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.end_asked.emit()
        elif event.key() == Qt.Key.Key_Space and is_plain(event):
            self.next_asked.emit()
        else:
            self._place.turn(event.key())
        return True


def way_back_words() -> str:
    """Return how the facilitator comes back to the window."""
    shown = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
    return _("Facilitator: {keys} when all have rated. It goes back to your own window.").format(keys=shown)


def still_words() -> tuple[str, str]:
    """Return what is asked when nobody has pressed a key for a while: a title and what follows."""
    return (
        _("Are you still there?"),
        _("Press any key to go on with your ballot. Else it goes away, and nothing is counted."),
    )


class StillThere(Column):
    """Asks whether somebody is still at the ballot; any key says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="", parent=parent)
        self.sheet = FocusSheet("still_there")
        self.sheet.add_centred(Heading(1, lambda: still_words()[0]), Prose(lambda: still_words()[1]))
        self.add(MiddlePage(self.sheet))

    def begin(self) -> None:
        """Take the keys and ask."""
        self.sheet.setAccessibleName(" ".join(still_words()))
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.sheet, self.sheet.accessibleName(), urgent=True)
