# SPDX-License-Identifier: MIT
"""Which things that were said at different places sound alike, by the words they share. Pure.

It only brings to mind; people decide whether it is the same thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import msgspec

FEWEST_SHARED = 2
"""One word in common is no likeness, however short the two are."""
LEAST_ALIKE = 0.5
"""What is shared must be half of all the words of the two together."""
SAID_EVERYWHERE = 4, 12
"""A word in more than one of so many texts tells nothing, from so many texts on."""
MOST_SHARING = 60
"""A word in more texts than this tells too little to be worth the time it takes to pair them."""
_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter words carry too little; most of them hold a sentence together."""


class Told(msgspec.Struct, frozen=True, gc=False):
    """Something that was said; only texts of one `kind` and of two places are held against each other."""

    key: int
    place: str
    kind: str
    text: str


def significant_words(text: str) -> frozenset[str]:
    """The words of a text that can tell something: without accents, case, short ones and a plural's s."""
    plain = text.casefold()
    if not plain.isascii():
        signs = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return frozenset(word.removesuffix("s") for word in _WORD.findall(plain))


def alike_pairs(told: Sequence[Told], most: int = 20) -> tuple[tuple[Told, Told], ...]:
    """The pairs that sound most alike, the most alike first; in a pair the lower key first.

    Args:
        told: in any order; each key once.
        most: so many pairs at the most.
    """
    texts = {one.key: one for one in told}
    words = _telling({one.key: significant_words(one.text) for one in told})
    holds: defaultdict[str, list[int]] = defaultdict(list)
    for key in sorted(texts):
        for word in words[key]:
            holds[word].append(key)
    shared = Counter(
        pair for keys in holds.values() if len(keys) <= MOST_SHARING for pair in combinations(keys, 2)
    )
    found = []
    for (one, other), many in shared.items():
        is_apart = texts[one].place != texts[other].place and texts[one].kind == texts[other].kind
        if is_apart and many >= FEWEST_SHARED:
            share = many / len(words[one] | words[other])
            if share >= LEAST_ALIKE:
                found.append((-share, one, other))
    return tuple((texts[one], texts[other]) for _share, one, other in sorted(found)[:most])


def _telling(words: dict[int, frozenset[str]]) -> dict[int, frozenset[str]]:
    """The same words without those that are said everywhere."""
    one_of, from_on = SAID_EVERYWHERE
    many = Counter(word for mine in words.values() for word in mine)
    everywhere = {word for word, times in many.items() if one_of * times > len(words) >= from_on}
    return {key: mine - everywhere for key, mine in words.items()}
