# SPDX-License-Identifier: MIT
"""What the words of an export name: a format by the file's name, a meeting, a partner, a language."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ended import DONE, WRONG_WORDS, Run


def test_the_format_follows_the_name_of_the_file_and_never_contradicts_it(
    run: Run, sample_workbook_file: Path, tmp_path: Path
):
    assert run("export", sample_workbook_file, "--report", "plan", "-o", tmp_path / "y.docx").code == DONE
    assert (tmp_path / "y.docx").read_bytes().startswith(b"PK")
    assert run("export", sample_workbook_file, "--report", "data", "-o", tmp_path / "data.zip").code == DONE
    for words, name in (
        (("--report", "plan", "--format", "pdf"), "z.docx"),
        (("--report", "plan"), "z.doc"),
        (("--report", "data"), "data.csv"),
        (("--report", "data", "--format", "csv"), "all.csv"),
    ):
        told = run("export", sample_workbook_file, *words, "-o", tmp_path / name)
        assert told.code == WRONG_WORDS
        assert told.complaint
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["data.zip", "y.docx"]


def test_a_meeting_is_named_by_its_day_too_and_what_is_not_there_names_what_is(
    run: Run, sample_workbook_file: Path, tmp_path: Path
):
    days = run(
        "export",
        sample_workbook_file,
        "--report",
        "minutes",
        "--meeting",
        "1999-01-01",
        "-o",
        tmp_path / "m.pdf",
    )
    assert days.code == WRONG_WORDS
    day = re.search(r"\d{4}-\d\d-\d\d(?= \()", days.err.partition("There are")[2])
    assert day is not None
    for which in (day[0], "last"):
        words = ("--report", "minutes", "--format", "html", "--meeting", which)
        assert run("export", sample_workbook_file, *words, "-o", tmp_path / f"{which}.html").code == DONE
    for words, named in (
        (("--report", "sheet", "--partner", "Housing"), "Cedar Bridge"),
        (("--language", "de"), "en, es"),
    ):
        told = run("export", sample_workbook_file, *words, "-o", tmp_path / "p.pdf")
        assert told.code == WRONG_WORDS
        assert named in told.complaint
    assert not (tmp_path / "p.pdf").exists()
