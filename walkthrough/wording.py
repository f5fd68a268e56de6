# SPDX-License-Identifier: MIT
"""The door to every sentence: gettext, looked up when a text is shown, so that the language can change at run
time.

It must not know any widget, report or file format. The ui uses the functions; exports get a `Wording` handed
in.
"""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

DOMAIN = "walkthrough"
SOURCE_LANGUAGE = "en"
_REGIONS = {"en": "en_US", "es": "es_US"}


class Wording:
    """One language's texts; immutable once made, so an export keeps its language while the window changes its
    own.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE, folder: Path | None = None) -> None:
        """Load `language` (like "es") from `folder`, the locale folder; a missing catalogue means English."""
        self._texts: _gettext.NullTranslations = _gettext.NullTranslations()
        self.language = SOURCE_LANGUAGE
        if (
            language != SOURCE_LANGUAGE
            and folder is not None
            and _gettext.find(DOMAIN, str(folder), [language])
        ):
            self._texts = _gettext.translation(DOMAIN, str(folder), [language])
            self.language = language

    @property
    def region(self) -> str:
        """The language as the United States write it, like "es_US": which comes first in a date, what marks
        decimals.
        """
        return _REGIONS.get(self.language, self.language)

    def gettext(self, text: str) -> str:
        """Return `text` in this language, or as it is."""
        return self._texts.gettext(text)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the form that fits the number `n`; the caller formats `n` in."""
        return self._texts.ngettext(one, many, n)

    def pgettext(self, context: str, text: str) -> str:
        """Return `text` as it is meant in `context`, where one English word has two translations."""
        return self._texts.pgettext(context, text)


class _Door:
    """Holds the wording the windows speak now; the module functions below look it up at every call."""

    wording = Wording()


def use(wording: Wording) -> None:
    """Make `wording` what the windows speak from now on; who shows words listens for LanguageChange."""
    _Door.wording = wording


def current() -> Wording:
    """Return the wording the windows speak now, for instance to hand it to an export."""
    return _Door.wording


def _(text: str) -> str:
    """Return `text` in the language of the windows, now. Never call it while a module is imported."""
    return _Door.wording.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the plural form for `n` in the language of the windows; the caller formats `n` in."""
    return _Door.wording.ngettext(one, many, n)


def pgettext(context: str, text: str) -> str:
    """Return `text` as meant in `context` in the language of the windows."""
    return _Door.wording.pgettext(context, text)


def N_(text: str) -> str:
    """Mark `text` for translation and return it unchanged: for constants, translated when they are shown."""
    return text


def languages(folder: Path) -> tuple[str, ...]:
    """List the languages to choose from: the source language and every catalogue in the locale `folder`."""
    found = (
        {f.parent.parent.name for f in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
        if folder.is_dir()
        else set()
    )
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))
