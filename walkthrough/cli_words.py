# SPDX-License-Identifier: MIT
"""How the command line answers: exit codes, what it says and complains of, how far it is."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

DONE, NOT_SOUND, WRONG_WORDS, MACHINE = 0, 1, 2, 3
PROGRESS = "WALKTHROUGH_PROGRESS"
"""Set in the environment by the windows, which read the progress lines."""


class WrongWords(Exception):
    """The words ask for what there is not. It carries the sentence that says so, and what there is."""


class AnswerLost(Exception):
    """The answer went nowhere."""


def write_what_can_be() -> None:
    """Let a letter that the terminal lacks become a question mark, rather than the end of the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Answer, at once. That nobody listens any more does not stop the work.

    Raises:
        AnswerLost: the answer cannot be kept where it goes, as on a full disk.
    """
    error = _write(sys.stdout, text)
    if error is not None and not isinstance(error, BrokenPipeError):
        raise AnswerLost from error


def complain(text: str) -> None:
    """Say what is not in the answer: what went wrong, what was left out."""
    _write(sys.stderr, text)


def _write(stream: TextIO | None, text: str) -> OSError | None:
    """Write a line; what cannot be written is written nowhere, at the end of the program neither."""
    if stream is None:  # closed before the program began
        return None
    try:
        stream.write(text + "\n")
        stream.flush()
    except OSError as error:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        return error
    return None


def is_watched() -> bool:
    """Whether windows read along."""
    return bool(os.environ.get(PROGRESS))


def progress(done: int, whole: int) -> None:
    """Tell the windows how far it is."""
    if is_watched():
        say(f"progress {done} {whole}")
