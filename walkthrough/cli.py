# SPDX-License-Identifier: MIT
"""The command line: the same code as the screens, for scripts, support and tests. It opens no window.

Exit codes: 0 done, 1 not sound or clashes, 2 wrong words, 3 the machine (full, locked, read-only).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from walkthrough import paths
from walkthrough.cli_words import DONE, MACHINE, NOT_SOUND, WRONG_WORDS, AnswerLost, WrongWords, complain, say
from walkthrough.export.trouble_words import refusal_words, trouble_words
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.wording import Wording, current, use

SPEAKS = "WALKTHROUGH_SPEAKS"
"""Set in the environment by the windows, which show what is said: the language they speak."""


def run(asked: argparse.Namespace) -> int:
    """Do what the words on the command line ask; returns the exit code."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "sample": write_sample,
        "export": _export,
        "import": bring_back,
        "check": check,
        "content": check_content,
    }
    if code := os.environ.get(SPEAKS):
        use(Wording(code, paths.locale_folder()))
    try:
        return commands[asked.command](asked)
    except FileTrouble as trouble:
        complain(trouble_words(current(), trouble))
        return NOT_SOUND if trouble.code in ("not_a_workbook", "damaged") else MACHINE
    except Refused as refused:
        complain(refusal_words(current(), refused))
        return WRONG_WORDS
    except WrongWords as wrong:
        complain(str(wrong))
        return WRONG_WORDS
    except AnswerLost:
        return MACHINE


def write_sample(asked: argparse.Namespace) -> int:
    """Write the sample workbook."""
    from walkthrough.model.sample import create_sample

    create_sample(asked.file, paths.resources())
    say(current().gettext("Wrote {file}.").format(file=asked.file))
    return DONE


def _export(asked: argparse.Namespace) -> int:
    from walkthrough.cli_export import export

    return export(asked)


def bring_back(asked: argparse.Namespace) -> int:
    """Open exported data back into a workbook."""
    from walkthrough.model.store.interchange import import_data

    try:
        found = asked.file.read_bytes()
    except FileNotFoundError as error:
        raise FileTrouble("missing", path=str(asked.file)) from error
    except OSError as error:
        raise FileTrouble("cannot_open", path=str(asked.file)) from error
    import_data(found, asked.out)
    say(current().gettext("Wrote {file}.").format(file=asked.out))
    return DONE


def check(asked: argparse.Namespace) -> int:
    """Say whether a workbook is sound."""
    from walkthrough.export.check_words import box_words, fault_words
    from walkthrough.model.store.integrity import check as look_over

    found = look_over(asked.file)
    for fault in found.faults:
        say(fault_words(current(), fault.code, fault.facts))
    for note in found.notes:
        say(box_words(current(), note.facts["ballots"]))
    if found.sound:
        say(current().gettext("{file} is sound.").format(file=asked.file.name))
    return DONE if found.sound else NOT_SOUND


def check_content(asked: argparse.Namespace) -> int:
    """Check a route or question file; problems come with line numbers."""
    from walkthrough.export.check_words import problem_words
    from walkthrough.model.content import load_shelf
    from walkthrough.model.content.check import check_file

    # A file in a folder called "es" is judged as Spanish; any other folder's name is no language of ours.
    problems = check_file(asked.file, load_shelf(paths.resources() / "content", asked.file.parent.name))
    for problem in problems:
        say(f"{Path(asked.file).name}: {problem_words(current(), problem)}")
    if all(problem.is_warning for problem in problems):
        say(current().gettext("{file} can be used.").format(file=asked.file.name))
        return DONE
    return NOT_SOUND
