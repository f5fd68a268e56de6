# SPDX-License-Identifier: MIT
"""How the command line answers: exit codes, what it says and complains of, how far it is."""

from __future__ import annotations

import os
import sys

DONE, NOT_SOUND, WRONG_WORDS, MACHINE = 0, 1, 2, 3
PROGRESS = "WALKTHROUGH_PROGRESS"
"""Set in the environment by the windows, which read the progress lines."""


class WrongWords(Exception):
    """The words ask for what there is not. It carries the sentence that says so, and what there is."""


def say(text: str) -> None:
    """Answer, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Say what is not in the answer: what went wrong, what was left out."""
    sys.stderr.write(text + "\n")


def is_watched() -> bool:
    """Whether windows read along."""
    return bool(os.environ.get(PROGRESS))


def progress(done: int, whole: int) -> None:
    """Tell the windows how far it is."""
    if is_watched():
        say(f"progress {done} {whole}")
