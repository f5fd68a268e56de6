# SPDX-License-Identifier: MIT
"""Commands where the terminal, the pipe or the time zone is not as it should be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ended import DONE, MACHINE
from tests.source_tree import ROOT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="shells and zones of a Unix")
def test_a_poor_terminal_a_closed_pipe_and_a_zone_that_is_none_end_nothing(sample_workbook_file, tmp_path):
    book = shutil.copyfile(sample_workbook_file, tmp_path / "año.walkthrough")

    def ended(words: str, **surroundings: str) -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            ["sh", "-c", words, "sh", sys.executable, "-m", "walkthrough"],
            cwd=ROOT,
            env={**os.environ, **surroundings},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    poor = ended(f'"$@" check "{book}"', PYTHONIOENCODING="ascii", TZ=":/etc/passwd")
    assert poor == (DONE, b"a?o.walkthrough is sound.\n", b"")
    assert ended(f'"$@" check "{book}" >&-', TZ="UTC+25") == (DONE, b"", b"")
    assert ended('"$@" export --list > /dev/full') == (MACHINE, b"", b"")
    assert ended('"$@" export --list | true') == (DONE, b"", b"")


def test_a_zone_that_is_none_is_utc():
    said = subprocess.run(
        [sys.executable, "-c", ("from walkthrough.zone import mend_zone as m; m(); import babel.dates, time;"
         "from walkthrough.model.clock import SystemClock as C; C().today(); print(time.tzname[0])")],
        cwd=ROOT, env={**os.environ, "TZ": "UTC+25"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout == "UTC\n"
