# SPDX-License-Identifier: MIT
"""How the window looks and what it may show: theme, size of the text, language, full screen, the room.

It must not know any page or workbook.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from walkthrough import paths, wording
from walkthrough.settings import THEMES, ZOOMS, KeptSettings
from walkthrough.ui.dialogs.ask import Ask
from walkthrough.ui.language import Language
from walkthrough.ui.main_window import MainWindow
from walkthrough.ui.theme import Theme
from walkthrough.wording import _

LANGUAGES = ("en", "es")


class ViewActions(QObject):
    """Answers the actions of the View menu and keeps what was chosen."""

    def __init__(self, window: MainWindow, settings: KeptSettings, theme: Theme, language: Language) -> None:
        super().__init__(window)
        self._window, self._settings, self._theme, self._language = window, settings, theme, language
        self._ask = Ask(window)
        self._room = window.room
        self._actions = window.actions_here
        self._absent = _absent_languages()
        self._actions.answer(self._handlers())
        self._room.changed.connect(self.show_ticks)
        self._room.screens_changed.connect(self._tell_screens)
        window.status.room_asked.connect(self._turn_room)
        window.stack.page_shown.connect(window.status.follow_page)
        self.show_ticks()

    def absent(self) -> set[str]:
        """Return the actions that make no sense in this run: languages without a catalogue."""
        return self._absent  # asked at every change of the workbook, and the folder does not change

    def show_ticks(self) -> None:
        """Let the menu show what is on."""
        now = theme_now(self._settings)
        for name in THEMES:
            self._actions.tick(f"view.theme.{name}", name == now)
        for code in LANGUAGES:
            self._actions.tick(f"view.language.{code}", code == wording.current().language)
        self._actions.tick("view.not_on_wall", self._room.confirmed)
        self._actions.tick("view.full", self._window.isFullScreen())
        self._window.status.set_zoom(self._settings.now.zoom)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{f"view.theme.{name}": partial(self._wear, name) for name in THEMES},
            **{f"view.language.{code}": partial(self._speak, code) for code in LANGUAGES},
            "view.flip": lambda: self._wear("light" if theme_now(self._settings) == "dark" else "dark"),
            "view.larger": lambda: self._zoom(1),
            "view.smaller": lambda: self._zoom(-1),
            "view.usual": lambda: self._zoom(0),
            "view.full": self._turn_full,
            "view.not_on_wall": self._turn_room,
        }

    def _wear(self, name: str) -> None:
        self._settings.change(theme=name)
        self._put_on()

    def _zoom(self, step: int) -> None:
        self._settings.change(zoom=next_zoom(self._settings.now.zoom, step))
        self._put_on()
        self._window.status.say(_("Text size {percent} %").format(percent=self._settings.now.zoom))

    def _put_on(self) -> None:
        program = QApplication.instance()
        assert isinstance(program, QApplication)
        program.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            with self._window.stack.restyling():
                self._theme.apply(program, theme_now(self._settings), self._settings.now.zoom)
        finally:
            program.restoreOverrideCursor()
        self.show_ticks()

    def _speak(self, code: str) -> None:
        self._settings.change(language=code)
        self._language.use(code)
        self.show_ticks()

    def _turn_full(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.show_ticks()

    def _turn_room(self) -> None:
        room = self._room
        if room.confirmed or room.can_confirm:
            room.confirm_not_on_wall(not room.confirmed)
        elif self._ask.confirm(
            _("Can anybody else see this screen?"),
            _(
                "Names, contacts and private notes will show. Go on only if no projector is connected and"
                " you are alone with this screen. They are hidden again as soon as the screens change."
            ),
            _("I am &alone: show them"),
            danger=True,
        ):
            room.confirm_alone()
        self._window.status.say(
            _("Private fields are hidden.") if room.safe else _("Private fields are shown.")
        )
        self.show_ticks()

    def _tell_screens(self) -> None:
        self._window.status.say(_("The screens have changed. Private fields are hidden."))


def _absent_languages() -> set[str]:
    here = wording.languages(paths.locale_folder())
    return {f"view.language.{code}" for code in LANGUAGES if code not in here or len(here) == 1}


def theme_now(settings: KeptSettings) -> str:
    """Return the theme to wear: the one chosen, else the machine's."""
    if settings.now.theme:
        return settings.now.theme
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def next_zoom(now: int, step: int) -> int:
    """Return the size of the text one step larger (1) or smaller (-1), or the usual one (0), in percent."""
    if step > 0:
        return next((zoom for zoom in ZOOMS if zoom > now), ZOOMS[-1])
    if step < 0:
        return next((zoom for zoom in reversed(ZOOMS) if zoom < now), ZOOMS[0])
    return ZOOMS[0]
