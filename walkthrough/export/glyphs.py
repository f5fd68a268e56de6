# SPDX-License-Identifier: MIT
"""Which bundled face can draw a text, cluster by cluster. It knows characters only, no layout.

A cluster is what a reader takes for one character: a letter with its marks, an emoji with all its parts. One
that no face has whole is shown as a hollow box, never half drawn, so that a hole in a report is seen and can
be told.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Final

from walkthrough.export.fonts import face

BOX: Final = "\u25a1"
"""Stands for a cluster that no bundled face has."""

JOINER: Final = "\u200d"
NON_JOINER: Final = "\u200c"

_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff]"
)
"""Marks without a shape of their own: soft hyphens, direction marks, variation selectors."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")

_JOINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u0900-\u109f\u135d-\u135f\u1780-\u17ff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200c\u200d\u20d0-\u20ff\ufb1d-\ufdff\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\ufefc"
    "\U00016b00-\U00016b8f\U0001e130-\U0001e13d\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef]"
)
"""Scripts whose letters join or carry marks, and the parts of emoji that are made of several."""

_FORMS = re.compile("[\ufb50-\ufdcf\ufe70-\ufefc]+")
"""Letters of Arabic in one shape each, as old files have them."""

_SCRIPTS: Final = (
    (0x0080, 0x04FF, "Latin"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x08A0, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1000, 0x109F, "Myanmar"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x13A0, 0x13FF, "Cherokee"),
    (0x1780, 0x17FF, "Khmer"),
    (0x19E0, 0x19FF, "Khmer"),
    (0x1E00, 0x1EFF, "Latin"),
    (0xA8E0, 0xA8FF, "Devanagari"),
    (0xAB70, 0xABBF, "Cherokee"),
    (0xFDF2, 0xFDFD, "Arabic"),
    (0x16B00, 0x16B8F, "Pahawh"),
    (0x1E100, 0x1E14F, "Nyiakeng"),
)
_FIRSTS: Final = [first for first, _, _ in _SCRIPTS]


def clean(text: str) -> str:
    """`text` fit to be drawn: composed, without control and invisible marks, and with `BOX` for each hole."""
    return _clean(text)


def holes(text: str) -> list[str]:
    """The clusters of `text` that no bundled face has whole, each as often as it stands there."""
    if text.isascii():
        return []
    return [one for one in clusters(_visible(text)) if not _is_drawn(one)]


def missing(text: str) -> tuple[str, ...]:
    """The clusters of `text` that no bundled face has whole, each once, in order."""
    return tuple(dict.fromkeys(holes(text)))


def split(text: str) -> list[tuple[str, str]]:
    """`text` cleaned and cut into stretches of one family each: (stretch, family of `fonts.FILES`)."""
    return _split(text)


def is_shaped(text: str) -> bool:
    """Whether letters of `text` join or carry marks: their glyphs are found by `shaping`, not one by one."""
    return not text.isascii() and _JOINING.search(text) is not None


def clusters(text: str) -> list[str]:
    """`text` cut into what a reader takes for one character each."""
    if not is_shaped(text):
        return list(text)
    out: list[str] = []
    for char in text:
        if out and _belongs(out[-1], char):
            out[-1] += char
        else:
            out.append(char)
    return out


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = _visible(text)
    return text if _is_all_body(text) else "".join(_drawable(one) for one in clusters(text))


@lru_cache(maxsize=4096)
def _split(text: str) -> list[tuple[str, str]]:
    text = _clean(text)
    if _is_all_body(text):
        return [(text, "Body")] if text else []
    out: list[tuple[str, str]] = []
    for word in re.split("( )", text):
        for piece, family in _of_one_hand([(one, family_of(one)) for one in clusters(word)]):
            if out and (out[-1][1] == family or piece == " "):
                out[-1] = (out[-1][0] + piece, out[-1][1])
            else:
                out.append((piece, family))
    return out


def _is_all_body(text: str) -> bool:
    """Whether the body face draws each character by itself, as it does most texts."""
    return _body().issuperset(text) and not is_shaped(text)


@cache
def _body() -> frozenset[str]:
    return frozenset(map(chr, face("Body").widths))


def _of_one_hand(word: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The clusters of a word; if another face than the body's draws one letter, it draws all it can."""
    other = next((family for one, family in word if family != "Body" and one[0].isalpha()), "")
    return [(one, other if _has(other, one) else family) for one, family in word] if other else word


def _visible(text: str) -> str:
    composed = unicodedata.normalize("NFC", _DROPPED.sub("", text))
    if not composed.isascii():
        composed = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), composed)
    return _CONTROL.sub(" ", composed)


def _belongs(before: str, char: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    code, last = ord(char), before[-1]
    if unicodedata.category(char)[0] == "M" or char in (JOINER, NON_JOINER):
        return True
    if 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE01EF:
        return True
    if 0x1F1E6 <= code <= 0x1F1FF:
        return len(before) == 1 and 0x1F1E6 <= ord(last) <= 0x1F1FF
    if last == JOINER:
        return unicodedata.category(before[0]) == "So"
    return unicodedata.combining(last) == 9 and unicodedata.category(char) == "Lo"  # letters stacked


def _drawable(cluster: str) -> str:
    """The cluster as it is drawn: without joiners where they mean nothing, or `BOX`."""
    if not _is_drawn(cluster):
        return BOX
    if cluster.isascii() or _joins(cluster[0]):
        return cluster
    return unicodedata.normalize("NFC", cluster.translate(_NO_JOINERS))


_NO_JOINERS: Final = {ord(JOINER): None, ord(NON_JOINER): None}


def _joins(char: str) -> bool:
    """Whether joiners change how letters of this script are drawn."""
    return "\u0600" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"


def _is_drawn(cluster: str) -> bool:
    return not cluster.translate(_NO_JOINERS) or family_of(cluster) != ""


@lru_cache(maxsize=8192)
def family_of(cluster: str) -> str:
    """The first family that has every part of a cluster, or ""."""
    if JOINER in cluster[:-1] and not _joins(cluster[0]):
        return ""  # an emoji of several: no bundled face has one whole
    if _has("Body", cluster):
        return "Body"
    script = _script_of(cluster)
    if script and _has(script, cluster):
        return script
    return "Spare" if _has("Spare", cluster) and _has("Spare-Bold", cluster) else ""


def _script_of(cluster: str) -> str:
    """The family that serves the script of a cluster: of a letter by itself, of a plain one by its marks."""
    if cluster[0].isascii():
        return "Latin" if len(cluster) > 1 else ""
    at = bisect_right(_FIRSTS, ord(cluster[0])) - 1
    return _SCRIPTS[at][2] if at >= 0 and ord(cluster[0]) <= _SCRIPTS[at][1] else ""


def _has(name: str, cluster: str) -> bool:
    widths = face(name).widths
    return all(ord(char) in widths or char in (JOINER, NON_JOINER) for char in cluster)
