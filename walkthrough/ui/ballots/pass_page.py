# SPDX-License-Identifier: MIT
"""The laptop as it goes round: one page over the whole presenter window, one ballot after the other.

A page of that window and no window of its own: where it stands no window manager can choose, so it never
opens on the wall, and what watches the presenter's window watches it too. It must not know what is asked.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from walkthrough.model import FileTrouble, Refused
from walkthrough.model.ballots import BallotBox
from walkthrough.ui.ballots.asked import AnswerText, Asked, QuestionText
from walkthrough.ui.ballots.ballot_page import BallotPage
from walkthrough.ui.ballots.cover import Cover
from walkthrough.ui.ballots.cover_question import CoverQuestion
from walkthrough.ui.ballots.hand_over_page import HandOverPage, StillThere, way_back_words
from walkthrough.ui.ballots.middle_page import MiddlePage
from walkthrough.ui.ballots.tongues import in_each
from walkthrough.ui.focus_filter import FocusFilter
from walkthrough.ui.theme import look_of
from walkthrough.ui.widgets.focus_ring import FocusRing
from walkthrough.ui.widgets.places import StackLayout
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import N_, _

ALIVE = frozenset({"wall.blank"})
"""The only actions of the registry that work while the laptop goes round."""
STILL_AFTER_MS, BACK_AFTER_MS = 60_000, 20_000
"""So long nobody presses a key at an open ballot until we ask, and then until it goes away."""
_QUIT = QKeySequence("Ctrl+Q")
_BLANK = (QKeySequence("F9"), QKeySequence("Ctrl+B"))
_GROUP = N_("Which group are you from?")


class PassPage(QWidget):
    """Lies over its window from `begin` to `ended`; the box counts what is sent."""

    counted = Signal()
    """A ballot came in."""
    ended = Signal()
    """All have rated, or the facilitator takes the laptop back."""
    refused = Signal(str)
    """The box takes nothing any more, in a sentence for the facilitator; the page has ended."""

    def __init__(self, over: QWidget, box: BallotBox, asked: Asked, cover: Cover) -> None:
        super().__init__(over)
        self._box, self._cover = box, cover
        self._back = QApplication.focusWidget()
        self._was_full = over.isFullScreen()
        self._beneath: list[QWidget] = []
        please = Prose(N_("Please give the laptop to the facilitator for a moment."), look="label")
        self.question = CoverQuestion(cover, (please,))
        self.hand_over = HandOverPage(asked.languages)
        self.ballot = BallotPage(_questions(box, asked), asked.languages)
        self.still = StillThere()
        self.still_timer = QTimer(self, singleShot=True, interval=STILL_AFTER_MS)
        self.back_timer = QTimer(self, singleShot=True, interval=BACK_AFTER_MS)
        self._build()
        self._keys = PassKeys(self)

    def begin(self) -> None:
        """Cover the window and begin: with the question, or the first person."""
        over = self.window()
        if not self._was_full:
            over.setWindowState(over.windowState() | Qt.WindowState.WindowFullScreen)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._beneath = [one for one in _beside(self) if one.isEnabled()]
        for one in self._beneath:  # not for a mouse, a key or a screen reader
            one.setEnabled(False)
        QApplication.instance().focusChanged.connect(self._keep_focus)  # type: ignore[union-attr]  # it is there
        self._come_to_hand_over()

    def end(self) -> None:
        """Give the window back; what was not sent is gone."""
        over = self.window()
        self.ballot.forget()
        self.still_timer.stop()
        self.back_timer.stop()
        QApplication.instance().focusChanged.disconnect(self._keep_focus)  # type: ignore[union-attr]  # it is there
        over.removeEventFilter(self)
        if not self._was_full:
            over.setWindowState(over.windowState() & ~Qt.WindowState.WindowFullScreen)
        for one in self._beneath:
            if isValid(one):
                one.setEnabled(True)
        self.hide()
        if self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()
        self.deleteLater()

    def shown(self) -> QWidget:
        """Return the page in view."""
        page = self._pages.currentWidget()
        assert page is not None
        return self.question if page is self._asking else page

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer a key; False for one that the widget with the focus knows itself."""
        match self.shown():
            case self.still:
                self._come_back()
                return True
            case self.ballot:
                self.still_timer.start()
                return self.ballot.take_key(event)
            case self.hand_over:
                return self.hand_over.take_key(event)
        is_press = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        self._asking.turn(event.key())
        on_button = self.question.button.hasFocus() and is_press
        is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return self.question.take_key(event) or not (on_button or is_tab)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within the page: what lies beneath is not for whoever holds the laptop."""
        page = self.shown()
        stops: tuple[QWidget, ...] = (page.sheet,) if isinstance(page, HandOverPage | StillThere) else (page,)
        if page is self.ballot:
            stops = self.ballot.stops()
        elif page is self.question:
            stops = (page, self.question.button)
        at = stops.index(focus) if (focus := QApplication.focusWidget()) in stops else 0
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def mousePressEvent(self, event: object) -> None:
        if self.shown() is self.still:
            self._come_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), look_of(self).color("ground"))

    def _build(self) -> None:
        self.setObjectName("pass_page")
        self._asking = MiddlePage(self.question)
        self._pages = StackLayout(self)
        for page in (self._asking, self.hand_over, self.ballot, self.still):
            self._pages.addWidget(page)
        self._cover.lost.connect(self._blank)
        self._cover.changed.connect(self._follow_cover)
        self.hand_over.next_asked.connect(self._open_ballot)
        self.hand_over.end_asked.connect(self.end)
        self.ballot.sent.connect(self._cast)
        self.ballot.rows.chosen.connect(self._on_chosen)
        self.still_timer.timeout.connect(self._ask_still)
        self.back_timer.timeout.connect(self._come_to_hand_over)

    def _come_to_hand_over(self) -> None:
        """Show nothing but how many are in, once the room cannot see it."""
        self.ballot.forget()
        self.still_timer.stop()
        self.back_timer.stop()
        self.hand_over.show_many(self._box.many_in, self._box.head.people)
        if self._cover.holds:
            self._pages.setCurrentWidget(self.hand_over)
            self.hand_over.begin()
        else:
            self._ask_cover()

    def _ask_cover(self) -> None:
        self._pages.setCurrentWidget(self._asking)
        self.question.begin()

    def _blank(self) -> None:
        """Nothing of a ballot from this moment; what was chosen is forgotten."""
        if self.isVisible():
            self._come_to_hand_over()
            self.repaint()

    def _follow_cover(self) -> None:
        if self.isVisible() and self._cover.holds and self.shown() is self.question:
            self._come_to_hand_over()

    def _open_ballot(self) -> None:
        self.ballot.open_new()
        self._pages.setCurrentWidget(self.ballot)
        self.ballot.begin()
        self.still_timer.start()

    def _cast(self, answers: tuple[int, ...]) -> None:
        head = self._box.head
        many = len(head.questions)
        named = answers[many] if head.parts else 0
        try:
            self._box.cast(answers[:many], head.parts[named - 1] if named else "")
        except FileTrouble:  # what is wrong names a file: that is not for whoever holds the laptop
            self.ballot.tell(_("Your ballot is not counted yet. Press Enter again, or ask the facilitator."))
            return
        except Refused as refused:
            self.end()
            told = _("The last ballot is not counted. {trouble}").format(trouble=refusal_text(refused))
            self.refused.emit(told)
            return
        self._come_to_hand_over()
        self.counted.emit()

    def _on_chosen(self, _number: int) -> None:
        if self.shown() is self.ballot:
            self.still_timer.start()

    def _ask_still(self) -> None:
        self._pages.setCurrentWidget(self.still)
        self.ballot.put_aside()
        self.still.begin()
        self.back_timer.start()

    def _come_back(self) -> None:
        self.back_timer.stop()
        self._pages.setCurrentWidget(self.ballot)
        self.ballot.bring_back()
        self.ballot.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.still_timer.start()

    def _keep_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What lies beneath must not get the keys, whoever hands it the focus."""
        if new is None or new is self or self.isAncestorOf(new) or new.window() is not self.window():
            return
        page = self.shown()
        if isinstance(page, HandOverPage | StillThere):
            page.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self.ballot.first() if page is self.ballot else page).setFocus(Qt.FocusReason.OtherFocusReason)


class PassKeys(FocusFilter):
    """Hands the page every key before a shortcut of the window can have it; blanking the wall goes on."""

    def __init__(self, page: PassPage) -> None:
        self._page = page
        super().__init__(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only what is pressed within the page."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._page.isVisible():
            return False
        if watched is not self._page and not self._page.isAncestorOf(watched):
            return False
        if QKeySequence(event.keyCombination()) in _BLANK:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and QKeySequence(event.keyCombination()) == _QUIT:
            _say_way_back(self._page)
            return True
        return event.type() == QEvent.Type.KeyPress and self._page.take_key(event)


def _say_way_back(page: PassPage) -> None:
    """Say why nothing else of the program can be asked for: the laptop is out."""
    QApplication.beep()
    if page.shown() is page.ballot:
        page.ballot.tell(way_back_words())
    else:
        page.hand_over.say_way_back()


def _beside(page: QWidget) -> list[QWidget]:
    """What else stands in the window, but for the ring around the focus."""
    inside = [one for one in page.window().children() if isinstance(one, QWidget) and not one.isWindow()]
    return [one for one in inside if one is not page and not isinstance(one, FocusRing)]


def _questions(box: BallotBox, asked: Asked) -> tuple[QuestionText, ...]:
    """What a ballot asks; last, where that is wanted, which group it comes from."""
    texts, parts = asked.words_of(box.head), box.head.parts[:9]
    if not parts:
        return texts
    each = asked.languages
    groups = tuple(AnswerText(tuple(part for _language in each)) for part in parts)
    return (*texts, QuestionText(in_each(each, _GROUP), groups))
