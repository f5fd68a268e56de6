# SPDX-License-Identifier: MIT
"""How a command of the program ended, for the tests that call it in this process (the fixture `run`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.source_tree import ROOT

DONE, NOT_SOUND, WRONG_WORDS, MACHINE = 0, 1, 2, 3


@dataclass(frozen=True)
class Ended:
    """Its exit code, and what it said on both ways out."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one sentence of a command that could not do its work, without the machine's own words."""
        assert self.out == ""
        (line,) = self.err.splitlines()
        assert line.endswith((".", "--list")), line
        assert "Error" not in line
        assert ROOT.anchor not in line, "a whole path says more than the file's name"
        return line


Run = Callable[..., Ended]
