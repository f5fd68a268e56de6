# SPDX-License-Identifier: MIT
"""Scores of parts typed as lines, "Trust: 3.4": which part, which score. Pure; a score stays text."""

from __future__ import annotations

import re

_APART = re.compile(r"\s*[:\t=]\s*")
_FIGURE_LAST = re.compile(r"\s+(?=[-+]?\d\S*(?:\s*%|\s*(?:/|of|de)\s*\S+)?$)")


def read_scores(text: str) -> tuple[tuple[str, str], ...]:
    """(part, score) for each line with words; a line without a score has "" for it.

    The first colon, tab or equals sign parts them, else the last figure: "Trust 3.4", "Trust 2 of 7".
    """
    return tuple(_pair(line.strip()) for line in text.splitlines() if line.strip())


def as_lines(scores: tuple[tuple[str, str], ...]) -> str:
    """The text that `read_scores` reads these from."""
    return "\n".join(f"{part}: {score}" for part, score in scores)


def _pair(line: str) -> tuple[str, str]:
    for between in (_APART, _FIGURE_LAST):
        part, *score = between.split(line, maxsplit=1)
        if score and part and score[0]:
            return part, score[0]
    return line, ""
