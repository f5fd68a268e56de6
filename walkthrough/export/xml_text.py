# SPDX-License-Identifier: MIT
"""Text fit for files made of markup: without what XML 1.0 forbids, cut where its direction turns.

It knows characters only, no file format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from walkthrough.export.direction import LEFTWARDS

_HALVES = re.compile("[\ud800-\udfff]")
_NO_CHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef{_NO_CHARACTERS}]")
_IN_LINKS = "%/:?#@!$&'()*+,;=~-._"
_LINK = re.compile(r"(https?://[\w.-]+(:\d+)?([/?#]|$)|mailto:[^\s@]+@[\w.-]+(\?|$))", re.IGNORECASE)
_LEFTWARD_LANGUAGES = frozenset(("ar", "arc", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"))
_PIECES = re.compile(rf"{LEFTWARDS.pattern}+(?:[\s0-9.,:/()-]*{LEFTWARDS.pattern}+)*")


def sayable(text: str) -> str:
    """`text` without the characters no markup may hold: half a character becomes the sign for it, control
    marks become a space; line breaks stay.
    """
    if text.isprintable() and text.isascii():
        return text
    return _FORBIDDEN.sub(" ", _HALVES.sub("\ufffd", text.replace("\r\n", "\n")))


def language_leftwards(language: str) -> bool:
    """Whether a language, as a BCP 47 tag, is usually written from right to left."""
    return language.split("-", maxsplit=1)[0].lower() in _LEFTWARD_LANGUAGES


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """`text` cut where its direction turns: (piece, True if it runs from right to left)."""
    at = 0
    for found in _PIECES.finditer(text) if not text.isascii() else ():
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
