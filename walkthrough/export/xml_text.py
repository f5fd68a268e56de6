# SPDX-License-Identifier: MIT
"""Text fit for files made of markup: what XML 1.0 forbids is taken out, and who reads leftwards is known.

It knows characters only, no file format.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

_HALVES = re.compile("[\ud800-\udfff]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_IN_LINKS = "%/:?#@!$&'()*+,;=~-._"
_LINK = re.compile(r"(https?://[\w.-]+(:\d+)?([/?#]|$)|mailto:[^\s@]+@[\w.-]+(\?|$))", re.IGNORECASE)
_LEFTWARD_LANGUAGES = frozenset(("ar", "arc", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"))
_LEFTWARD_PIECES = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[\s0-9.,:/()-]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*"
)


def sayable(text: str) -> str:
    """`text` without the characters no markup may hold: half a character becomes the sign for it, control
    marks become a space; line breaks stay.
    """
    if text.isprintable() and text.isascii():
        return text
    return _FORBIDDEN.sub(" ", _HALVES.sub("\ufffd", text.replace("\r\n", "\n")))


def starts_leftwards(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left: so the whole paragraph does."""
    if text.isascii():
        return False
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def has_leftwards(text: str) -> bool:
    """Whether any of it runs from right to left."""
    return not text.isascii() and _LEFTWARD_PIECES.search(text) is not None


def language_leftwards(language: str) -> bool:
    """Whether a language, as a BCP 47 tag, is usually written from right to left."""
    return language.split("-", maxsplit=1)[0].lower() in _LEFTWARD_LANGUAGES


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """`text` cut where its direction turns: (piece, True if it runs from right to left)."""
    at = 0
    for found in _LEFTWARD_PIECES.finditer(text) if not text.isascii() else ():
        if found.start() > at:
            yield text[at : found.start()], False
        yield found.group(), True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def safe_link(url: str) -> str:
    """The link if it leads to the web or to a mailbox, else "": a report starts no program.

    Signs that no link may hold are written as it must: Word opens no file that has one.
    """
    told = sayable(url).strip()
    return quote(told, safe=_IN_LINKS) if _LINK.match(told) else ""
