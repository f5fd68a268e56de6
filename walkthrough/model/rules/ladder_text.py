# SPDX-License-Identifier: MIT
"""What a ladder means that somebody typed or pasted: one stage on a line, its name, then what it means.

Pure: text in, stages out. It must not know the ladder that they become.
"""

from __future__ import annotations

import re

import msgspec

from walkthrough.model.rules.pasting import rows_of
from walkthrough.model.rules.stages import MOST_STAGES

_BULLET = re.compile(r"[-*•‣◦·▪●○–—](?:\s+|$)")
_ORDINAL = re.compile(r"\(?(\d{1,2})(?:[.):]\s*|\s+)(?=\S)")
_NUMBERED_WORD = re.compile(r"[^\W\d_]+\s+(\d{1,2})(?:\s*[.:)–—-]|[^\S\t]*\t)\s*(?=\S)")
_PARTING = re.compile(r":(?:\s+|$)|\s+[-–—]\s+|\t+")
"""What stands between a name and its meaning: a colon, a dash between blanks, the edge of a table's cell."""


class StageLine(msgspec.Struct, frozen=True, gc=False):
    """One stage as it was written; `line` counts from 1, empty lines too. The meaning may be empty."""

    line: int
    name: str
    meaning: str


class LineFault(msgspec.Struct, frozen=True, gc=False):
    """What is wrong with a line: name_missing, name_twice, or line_too_many where the ladder is full."""

    line: int
    code: str


class LadderText(msgspec.Struct, frozen=True, gc=False):
    """The stages in the order of their lines, the lowest first, and what should be put right."""

    stages: tuple[StageLine, ...]
    faults: tuple[LineFault, ...]


def stages_in(text: str) -> LadderText:
    """Read a ladder, one stage on each line: "Networking: we know whom to call".

    Bullets and running numbers go ("2. ", "Level 2: Cooperation: ..."), as do empty lines; a row of a table
    is a line. A line without a name is left out, and said.
    """
    stages: list[StageLine] = []
    faults: list[LineFault] = []
    for line, raw in enumerate(rows_of(text), start=1):
        if not raw.strip():
            continue
        name, meaning = _parted(_bare(raw.strip(), len(stages) + 1))
        code = _fault(name, stages)
        if code:
            faults.append(LineFault(line, code))
        if name:
            stages.append(StageLine(line, name, meaning))
    return LadderText(tuple(stages), tuple(faults))


def _bare(line: str, number: int) -> str:
    """The line without its bullet and without the number it has anyway."""
    if bullet := _BULLET.match(line):
        line = line[bullet.end() :]
    if (ordinal := _ORDINAL.match(line)) and int(ordinal[1]) == number:
        return line[ordinal.end() :]
    if (numbered := _NUMBERED_WORD.match(line)) and int(numbered[1]) == number:
        rest = line[numbered.end() :]
        return rest if _PARTING.search(rest) else line  # "Phase 1: we talk" is a name and its meaning
    return line


def _parted(line: str) -> tuple[str, str]:
    parting = _PARTING.search(line)
    if parting is None:
        return _smooth(line), ""
    return _smooth(line[: parting.start()]), _smooth(line[parting.end() :])


def _smooth(text: str) -> str:
    return " ".join(text.split())


def _fault(name: str, before: list[StageLine]) -> str:
    if not name:
        return "name_missing"
    if len(before) >= MOST_STAGES:
        return "line_too_many"
    if name.casefold() in {stage.name.casefold() for stage in before}:
        return "name_twice"
    return ""
