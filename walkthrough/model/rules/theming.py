# SPDX-License-Identifier: MIT
"""Reads a theme as it is typed: a name, then the numbers of its findings ("Waiting lists 12 15 #3"). Pure."""

from __future__ import annotations

import re

_TAIL = re.compile(r"(?:^|\s)#?(\d{1,9})[,;]?$")


def read_theme(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the name and the numbers at its end, each once, in the order in which they were typed.

    Numbers within the name stay there: "Within 24 hours 12" is the name "Within 24 hours" and finding 12.
    """
    name, numbers = text.strip(), list[int]()
    while found := _TAIL.search(name):
        numbers.insert(0, int(found[1]))
        name = name[: found.start()].rstrip()
    return name, tuple(dict.fromkeys(numbers))
