# SPDX-License-Identifier: MIT
"""Which bundled face can draw a text: body, spare, or none. It knows characters only, no layout.

A character that no face has is shown as a hollow box, so that a hole in a report is seen and can be told.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from walkthrough.export.fonts import face

BOX = "\u25a1"
"""Stands for a character that no bundled face has."""

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
"""Marks without a shape of their own: joiners, direction marks, variation selectors."""


def clean(text: str) -> str:
    """`text` fit to be drawn: composed, without control and invisible marks, and with `BOX` for each hole."""
    return _clean(text)


def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` that no bundled face has, each once, in order."""
    seen = dict.fromkeys(char for char in _visible(text) if not _known(char))
    return tuple(seen)


def split(text: str, bold: bool = False) -> list[tuple[str, bool]]:
    """`text` cleaned and cut into stretches of one face each: (stretch, True if the spare face draws it)."""
    del bold  # all four body faces have the same characters, both spare faces those of the body's gaps
    return _split(text)


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if _known(char) else BOX for char in _visible(text))


@lru_cache(maxsize=4096)
def _split(text: str) -> list[tuple[str, bool]]:
    text = _clean(text)
    if text.isascii():
        return [(text, False)] if text else []
    body = face("Body").widths
    out: list[tuple[str, bool]] = []
    for char in text:
        spare = ord(char) not in body
        if out and (out[-1][1] == spare or char == " "):
            out[-1] = (out[-1][0] + char, out[-1][1])
        else:
            out.append((char, spare))
    return out


def _visible(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char
        for char in composed
        if char not in _DROPPED
    )


def _known(char: str) -> bool:
    code = ord(char)
    return code in face("Body").widths or (code in face("Spare").widths and code in face("Spare-Bold").widths)
