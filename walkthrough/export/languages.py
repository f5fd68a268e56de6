# SPDX-License-Identifier: MIT
"""Tells the language of words by their letters, where these fix it well enough, for the voice that reads.

It knows text in runs, no file format. Spanish, French or Russian cannot be told so; their words stay as they
are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from walkthrough.export.document import Run

_LETTERS: Final = {
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfd\ufe70-\ufefc",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "chr": "\u13a0-\u13ff\uab70-\uabbf",
    "hmn": "\U00016b00-\U00016b8f\U0001e100-\U0001e14f",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "km": "\u1780-\u17ff",
    "my": "\u1000-\u109f",
    "nqo": "\u07c0-\u07ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "ko": "\u1100-\u11ff\uac00-\ud7a3",
    "zh": "\u4e00-\u9fff\u3400-\u4dbf",
}
"""The letters of a script, by the language that nearly all of its words are in."""

_ANY: Final = re.compile("[" + "".join(_LETTERS.values()) + "]")
_STRETCH: Final = re.compile(
    "|".join(
        f"(?P<{tag}>(?:^\\W+)?[{letters}]+(?:[\\W\\d]*[{letters}]+)*(?:\\W+$)?)"
        for tag, letters in _LETTERS.items()
    )
)
_ARABIC: Final = (
    ("ps", re.compile("[ټډړښۍېځڅ]")),
    ("ckb", re.compile("[ڕڵێۆە]")),
    ("ur", re.compile("[ٹڈڑںےہ]")),
    ("fa", re.compile("[پچژگکی]")),
)
"""Letters that Arabic itself does not have."""

_VIETNAMESE: Final = re.compile("[ơưƠƯ\u1ea0-\u1ef9]")
_WORD: Final = re.compile(r"\w+")
_ENOUGH: Final = 2  # words with a letter of Vietnamese alone, and a third of all


def told_by_letters(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, cut where words in another script begin or end, those with their language.

    Runs that name a language or link somewhere stay as they are.
    """
    for run in runs:
        if run.text.isascii() or run.lang or run.link:
            yield run
        elif _ANY.search(run.text):
            yield from _cut(run)
        else:
            yield msgspec.structs.replace(run, lang="vi") if _is_vietnamese(run.text) else run


def _cut(run: Run) -> Iterator[Run]:
    text, at = run.text, 0
    for found in _STRETCH.finditer(text):
        start, end = _past_marks(text, found.start()), _past_marks(text, found.end())
        if start >= end:
            continue
        if start > at:
            yield msgspec.structs.replace(run, text=text[at:start])
        tag = _of_arabic(found[0]) if found.lastgroup == "ar" else found.lastgroup or ""
        yield msgspec.structs.replace(run, text=text[start:end], lang=tag)
        at = end
    if at < len(text):
        yield msgspec.structs.replace(run, text=text[at:])


def _past_marks(text: str, at: int) -> int:
    """The place from `at` on where a letter and its marks are not cut apart."""
    while 0 < at < len(text) and unicodedata.category(text[at])[0] == "M":
        at += 1
    return at


def _of_arabic(text: str) -> str:
    return next((tag for tag, letters in _ARABIC if letters.search(text)), "ar")


def _is_vietnamese(text: str) -> bool:
    if _VIETNAMESE.search(text) is None:
        return False
    told = _WORD.findall(text)
    theirs = sum(_VIETNAMESE.search(word) is not None for word in told)
    return theirs >= _ENOUGH and 3 * theirs >= len(told)
