# SPDX-License-Identifier: MIT
"""How hard a sentence is to read, as a school grade (Flesch-Kincaid). Knows nothing of files or screens."""

from __future__ import annotations

import re

LONGEST_GRADE = 8.0
FEWEST_WORDS = 6

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")

# A silent e inside a word: the e of "some" in "someone else", of "care" in "caregiver".
_SILENT_INSIDE = re.compile(
    r"(?:some|care|home|time|there|here|where|safe|life|house|phone|state|place|name)(?=[b-df-hj-np-tv-z][a-z]+)"
    r"|[^aeiou]e(?=(?:ly|ful|less|ment)$)"
)
# Two vowels side by side that are spoken apart: cli-ent, peri-od, us-u-al, cre-ate, be-ing, re-unite.
_SPOKEN_APART = re.compile(
    r"(?<![tcsg])i(?=a|o|u)|(?<![tcs])ie(?=n(?!d)|t)|(?<![gq])u(?=a)|e(?=o(?:$|s$|r))"
    r"|(?:cr|id|ar)e(?=a)|r(?=eact|eali)|[aeiouy](?=ing)|sm$|[ds](?=n['\u2019]t$)"
)
# Words our rule would miscount and that our texts use often.
_KNOWN = {
    "agreement": 3, "agreements": 3, "anyone": 3, "area": 3, "areas": 3, "being": 2, "business": 2,
    "clients": 2, "cooperate": 4, "coordinate": 4, "different": 3, "element": 3, "elements": 3, "evening": 2,
    "every": 2, "everyone": 3, "everything": 3, "idea": 3, "ideas": 3, "real": 1, "really": 2,
    "reunified": 4, "reunify": 4, "reunite": 3, "reunited": 4, "science": 2, "something": 2, "sometimes": 2,
    "supplement": 3,
}  # fmt: skip


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, without the blanks around them.

    A sentence ends at a full stop, question mark or exclamation mark with a blank after it, or at a line's
    end; a colon or a semicolon does not end one. So a grade is never flattered by punctuation.
    """
    return [piece.strip() for piece in _SENTENCE_END.split(text) if piece.strip()]


def words(sentence: str) -> list[str]:
    """The words of a sentence; a hyphenated word is one word, a number in digits is one word."""
    return _WORD.findall(sentence)


def syllables(word: str) -> int:
    """The spoken syllables of one English word, by rule; at least 1.

    A hyphenated word is the sum of its parts and each digit counts one. Vowel groups are counted, a silent e
    at the end or inside is taken off, and vowels that are spoken apart are added.
    """
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part) or 1
    if word.isdigit():
        return len(word)
    spelled = word.lower()
    if spelled in _KNOWN:
        return _KNOWN[spelled]
    count = len(_VOWELS.findall(spelled)) + len(_SPOKEN_APART.findall(spelled))
    count -= len(_SILENT_INSIDE.findall(spelled))
    return max(1, count - _silent_ending(spelled))


def _silent_ending(spelled: str) -> int:
    if re.search(r"[^aeiouy]le$|[^aeiouy]les$|[aeiouy]e$", spelled):
        return 0
    if re.search(r"[^aeiouy]e$", spelled):
        return 1
    if re.search(r"[^aeiouytd]ed$", spelled):
        return 1
    is_silent_es = re.search(r"[^aeiouyscgxz]es$", spelled) and not re.search(r"[sc]hes$", spelled)
    return 1 if is_silent_es else 0


def grade(sentence: str) -> float:
    """The school grade (Flesch-Kincaid) that one sentence asks of its reader; 0.0 for a text without words.

    0.39 x words + 11.8 x syllables per word - 15.59, taken for this sentence alone: stricter than the usual
    mean over a page, where short sentences hide a hard one.
    """
    found = words(sentence)
    if not found:
        return 0.0
    spoken = sum(syllables(word) for word in found)
    return 0.39 * len(found) + 11.8 * spoken / len(found) - 15.59


def hard_sentences(text: str) -> list[tuple[str, float]]:
    """The sentences of six words or more above grade 8, each with its grade."""
    long_enough = (sentence for sentence in sentences(text) if len(words(sentence)) >= FEWEST_WORDS)
    graded = [(sentence, grade(sentence)) for sentence in long_enough]
    return [(sentence, found) for sentence, found in graded if found > LONGEST_GRADE]
