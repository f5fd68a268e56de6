# SPDX-License-Identifier: MIT
"""Switches the language of the running program: our texts, Qt's own, and how dates and numbers look.

It must not know any window: those listen for the LanguageChange event.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator

from walkthrough import paths, wording


class Language:
    """The language of the application; one per run, made after the QApplication."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._system = QLocale.system()
        self._qt: QTranslator | None = None

    def use(self, code: str) -> str:
        """Speak `code` ("" means the machine's language) from now on; returns the language really used."""
        wanted = code or self._system.name().partition("_")[0]
        words = wording.Wording(wanted, paths.locale_folder())
        # The catalogue first, then the event: windows read their texts when it reaches them.
        wording.use(words)
        self._set_locale(words)
        if self._qt is not None:
            self._application.removeTranslator(self._qt)
            self._qt.deleteLater()
            self._qt = None
        if not self._load_qt_texts(words.language):
            QCoreApplication.sendEvent(self._application, QEvent(QEvent.Type.LanguageChange))
        return words.language

    def _set_locale(self, words: wording.Wording) -> None:
        here = self._system.name().partition("_")[0] == words.language
        QLocale.setDefault(self._system if here else QLocale(words.region))

    def _load_qt_texts(self, language: str) -> bool:
        if language == wording.SOURCE_LANGUAGE:
            return False
        texts = QTranslator(self._application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not texts.load("qtbase_" + language, folder):
            return False
        self._qt = texts
        return self._application.installTranslator(texts)  # sends LanguageChange itself
