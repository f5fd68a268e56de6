# SPDX-License-Identifier: MIT
"""The command line as people and scripts use it: what it says, how it ends, what lies on the disk after it.

The first test starts real processes; the others call the same door in this process, which is much faster.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import page
import pypdfium2
import pytest

from tests.ended import DONE, MACHINE, NOT_SOUND, WRONG_WORDS, Ended, Run
from tests.source_tree import ROOT
from walkthrough.export.formats import FORMATS
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.plan import next_steps
from walkthrough.model.store.integrity import check
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

HARD_PLACE = "Año nuevo – Ann O'Neil's county"


@pytest.fixture
def sample(sample_workbook_file: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "books"
    folder.mkdir()
    return Path(shutil.copyfile(sample_workbook_file, folder / "sample.walkthrough"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for what is written."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def program(*words: object) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment.pop("DISPLAY", None)
    return subprocess.run(
        [sys.executable, "-m", "walkthrough", *map(str, words)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def assert_clean_pdf(path: Path) -> None:
    found = page.validate_pdf(str(path), profile="ua1").failures
    assert [f"{one.rule_id} {one.message}" for one in found] == []


# As a user runs it -------------------------------------------------------------------------------------


def test_from_nothing_to_a_printed_plan_in_three_commands_without_a_screen(tmp_path: Path):
    folder = tmp_path / HARD_PLACE
    folder.mkdir()
    book, plan = folder / "s.walkthrough", folder / "p.pdf"
    for words in (("sample", book), ("check", book), ("export", book, "--report", "plan", "-o", plan)):
        ended = program(*words)
        assert ended.returncode == DONE, ended.stderr
        assert ended.stderr == "" or words[0] == "export", "what was left out is said beside the answer"
    assert_clean_pdf(plan)
    assert sorted(path.name for path in folder.iterdir()) == ["p.pdf", "s.walkthrough"]
    shown = program(book)
    assert shown.returncode == MACHINE
    assert "no screen" in shown.stderr


# What it writes ----------------------------------------------------------------------------------------


def test_sample_is_never_written_over_another_file(run: Run, sample: Path):
    assert run("check", sample) == Ended(DONE, "sample.walkthrough is sound.\n", "")
    before = sample.read_bytes()
    again = run("sample", sample)
    assert again.code == MACHINE
    assert "sample.walkthrough already" in again.complaint
    assert sample.read_bytes() == before
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


@pytest.mark.parametrize("report", ["plan", "full"])
@pytest.mark.parametrize(("paper", "size"), [("letter", [612, 792]), ("a4", [595, 842])])
def test_report_is_written_on_the_paper_asked_for(
    run: Run, sample: Path, out: Path, report: str, paper: str, size: list[int]
):
    path = out / f"{report}.pdf"
    words = ("--report", report, "--format", "pdf", "--paper", paper, "-o", path)
    told = run("export", sample, *words)
    assert (told.code, told.out) == (DONE, f"Wrote {path}.\n")
    assert "private notes stay in the workbook" in told.err
    assert_clean_pdf(path)
    assert [round(side) for side in pypdfium2.PdfDocument(path)[0].get_size()] == size
    assert [one.name for one in out.iterdir()] == [path.name]


def test_an_export_changes_no_byte_of_the_workbook_and_leaves_nothing_beside_it(
    run: Run, sample: Path, out: Path
):
    before = sample.read_bytes()
    for report in ("plan", "full"):
        assert run("export", sample, "--report", report, "-o", out / "r.pdf").code == DONE
    assert sample.read_bytes() == before
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


def test_data_out_in_and_out_again_is_byte_equal(run: Run, sample: Path, out: Path):
    first, back, second = out / "one.json", out / "back.walkthrough", out / "two.json"
    told = run("export", sample, "--report", "data", "--format", "json", "-o", first)
    assert told.code == DONE
    assert "private notes too" in told.out
    assert run("import", first, "-o", back).code == DONE
    assert run("check", back).code == DONE
    assert run("export", back, "--report", "data", "--format", "json", "-o", second).code == DONE
    assert first.read_bytes() == second.read_bytes()
    assert len(first.read_bytes()) > 50_000


def test_the_list_names_every_report_with_its_formats(run: Run):
    told = run("export", "--list")
    assert told.code == DONE
    listed = dict(line.split(": ") for line in told.out.splitlines())
    ends_otherwise = {"data": "json, xlsx, csv (.zip)"}
    assert listed == {report: ", ".join(formats) for report, formats in FORMATS.items()} | ends_otherwise
    assert {"plan", "full", "sheet", "stage", "compare", "minutes", "printpack", "data"} <= set(listed)


def test_what_is_left_out_is_said_without_writing_and_again_when_it_is_written(
    run: Run, sample: Path, out: Path
):
    workbook = Workbook.open(sample)
    step = AddNextStep("Ask the caller from Elm Street")
    workbook.do(step)
    workbook.do(HoldEntry(Kind.NEXT_STEP, step.id))
    number = next(row.number for row in workbook.read(next_steps) if row.id == step.id)
    workbook.close()
    dry = run("export", sample, "--report", "plan", "--what-is-left-out")
    assert (dry.code, dry.err) == (DONE, "")
    assert f"#{number}" in dry.out
    assert "on hold" in dry.out
    assert "Elm" not in dry.out
    written = run("export", sample, "--report", "plan", "-o", out / "p.pdf")
    assert written.err == dry.out
    told = run("export", sample, "--report", "data", "--format", "json", "--what-is-left-out")
    assert "Nothing is left out" in told.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--report", "printpack", "--without", "map"), "no parts"),
        (("--report", "plan", "--without", "map"), "It has: first, whole, why"),
        (("--since", "last week"), "2026-03-01"),
        (("--report", "plan", "--format", "json"), "--list"),
    ],
)
def test_words_that_fit_no_report_are_said_and_nothing_is_written(
    run: Run, sample: Path, out: Path, words: tuple[str, ...], why: str
):
    told = run("export", sample, *words, "-o", out / "p.pdf")
    assert told.code == WRONG_WORDS
    assert why in told.err
    assert list(out.iterdir()) == []


def test_a_folder_with_spaces_accents_and_an_apostrophe_is_a_folder_like_any_other(
    run: Run, sample: Path, tmp_path: Path
):
    folder = tmp_path / HARD_PLACE / "sub folder"
    folder.mkdir(parents=True)
    book = Path(shutil.copyfile(sample, folder / "l'été.walkthrough"))
    for report, form in (("plan", "pdf"), ("data", "json")):
        path = folder / f"it's {report}.{form}"
        assert run("export", book, "--report", report, "--format", form, "-o", path).code == DONE
        assert path.stat().st_size > 10_000
    assert run("import", folder / "it's data.json", "-o", folder / "naïve.walkthrough").code == DONE
    assert run("check", folder / "naïve.walkthrough").code == DONE


# While somebody records --------------------------------------------------------------------------------

BUSY_WRITER = """
import sys
from dataclasses import dataclass
from pathlib import Path
from tests.export.hard_workbook import AllAtOnce
from walkthrough.export.formats import FORMATS
from walkthrough.model.commands.entry import HoldEntry, RecordEntry
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.plan import next_steps
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

book = Workbook.open(Path(sys.argv[1]))
print("open", flush=True)
for number in range(10_000):
    twins = tuple(RecordEntry(Kind.DECISION, f"Twin {number:05}") for _ in range(2))
    book.do(AllAtOnce(twins))
"""
"""Each of its commands writes two rows with one text: a picture with an odd number of them is a torn one."""


def test_an_export_while_another_process_records_shows_one_moment(run: Run, sample: Path, out: Path):
    writer = subprocess.Popen(
        [sys.executable, "-c", BUSY_WRITER, str(sample)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        seen = []
        for number in range(6):
            path = out / f"{number}.json"
            assert run("export", sample, "--report", "data", "--format", "json", "-o", path).code == DONE
            seen.append(path.read_text("utf-8").count('"Twin '))
        assert run("export", sample, "--report", "full", "-o", out / "full.pdf").code == DONE
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()
    assert all(count % 2 == 0 for count in seen)
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]
    assert check(sample).sound


# Wrong words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("export",),
        ("export", "BOOK"),
        ("export", "-o", "p.pdf"),
        ("export", "BOOK", "--report", "poem", "-o", "p.pdf"),
        ("export", "BOOK", "--report", "plan", "--format", "json", "-o", "p.json"),
        ("export", "BOOK", "--report", "plan", "--format", "papyrus", "-o", "p"),
        ("export", "BOOK", "--paper", "a0", "-o", "p.pdf"),
        ("import", "data.json"),
        ("content", "bless", "route.toml"),
        ("check",),
        ("sample",),
        ("--zoom", "900"),
        ("--screen", "kitchen"),
        ("--what-is-this",),
    ],
    ids=" ".join,
)
def test_wrong_words_end_with_2_and_say_what_is_wrong(run: Run, sample: Path, words: tuple[str, ...]):
    ended = run(*(str(sample) if word == "BOOK" else word for word in words))
    assert ended.code == WRONG_WORDS
    assert ended.out == ""
    assert ended.err.strip()


def test_what_is_no_data_is_refused_and_nothing_is_made(run: Run, out: Path):
    for content in (b"", b"{}", b"\xff\xfe", b'{"format": "walkthrough-data"}', b"[1, 2"):
        (out / "data.json").write_bytes(content)
        ended = run("import", out / "data.json", "-o", out / "new.walkthrough")
        assert ended.code == WRONG_WORDS
        assert "This file" in ended.complaint or "in this file" in ended.complaint
        assert "Nothing was written." in ended.complaint
        assert [path.name for path in out.iterdir()] == ["data.json"]


# Not a workbook, and the machine in the way ------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"Dear all,\n" * 40, b"SQLite format 3\x00" + b"\x01" * 4096])
@pytest.mark.parametrize("command", ["check", "plan", "data"])
def test_a_foreign_file_ends_with_1_in_one_sentence_and_stays_as_it_was(
    run: Run, out: Path, content: bytes, command: str
):
    foreign = out / "letter.walkthrough"
    foreign.write_bytes(content)
    if command == "check":
        ended = run("check", foreign)
        assert ended.out + ended.err
    else:
        form = "json" if command == "data" else "pdf"
        ended = run("export", foreign, "--report", command, "--format", form, "-o", out / "o")
        assert "letter.walkthrough is not a workbook" in ended.complaint
    assert ended.code == NOT_SOUND
    assert foreign.read_bytes() == content
    assert [path.name for path in out.iterdir()] == [foreign.name]


def test_a_missing_file_ends_with_3(run: Run, out: Path):
    for words in (
        ("export", out / "gone.walkthrough", "-o", out / "p.pdf"),
        ("import", out / "gone.json", "-o", out / "b.walkthrough"),
    ):
        ended = run(*words)
        assert ended.code == MACHINE
        assert "no longer there" in ended.complaint
    assert list(out.iterdir()) == []


def exports(book: Path, folder: Path, data: Path) -> list[tuple[object, ...]]:
    """Every command that writes, into this folder."""
    return [
        ("export", book, "--report", "plan", "-o", folder / "plan.pdf"),
        ("export", book, "--report", "data", "--format", "json", "-o", folder / "data.json"),
        ("import", data, "-o", folder / "back.walkthrough"),
        ("sample", folder / "sample.walkthrough"),
    ]


@pytest.fixture
def data(run: Run, sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "data.json"
    assert run("export", sample, "--report", "data", "--format", "json", "-o", path).code == DONE
    return path


def test_a_folder_that_is_not_there_ends_with_3_and_is_not_made(
    run: Run, sample: Path, data: Path, tmp_path: Path
):
    folder = tmp_path / "nowhere"
    for words in exports(sample, folder, data):
        ended = run(*words)
        assert ended.code == MACHINE, words
        assert ended.complaint == f"There is no such folder to put {Path(str(words[-1])).name} in."
    assert not folder.exists()


def test_a_folder_nobody_may_write_to_ends_with_3_and_holds_no_part_of_a_file(
    run: Run, sample: Path, data: Path, out: Path, ordinary_user: AbstractContextManager[None]
):
    out.chmod(0o500)
    with ordinary_user:
        for words in exports(sample, out, data):
            ended = run(*words)
            assert ended.code == MACHINE, words
            assert f"{Path(str(words[-1])).name} cannot be written here" in ended.complaint
    assert list(out.iterdir()) == []


def test_a_workbook_on_a_read_only_stick_says_to_copy_it_first(
    run: Run, sample: Path, out: Path, ordinary_user: AbstractContextManager[None]
):
    sample.chmod(0o400)
    sample.parent.chmod(0o500)
    try:
        with ordinary_user:
            ended = run("export", sample, "--report", "plan", "-o", out / "plan.pdf")
            looked_over = run("check", sample)
            assert [path.name for path in sample.parent.iterdir()] == [sample.name]
    finally:
        sample.parent.chmod(0o700)
    assert ended.code == MACHINE
    assert "Copy it to a folder of your own" in ended.complaint
    assert looked_over == Ended(DONE, "sample.walkthrough is sound.\n", "")
    assert list(out.iterdir()) == []


def test_a_damaged_workbook_is_said_to_be_unsound(run: Run, sample: Path, out: Path):
    whole = sample.read_bytes()
    sample.write_bytes(whole[: len(whole) // 2])
    assert run("check", sample).code == NOT_SOUND
    ended = run("export", sample, "-o", out / "p.pdf")
    assert ended.code == NOT_SOUND
    assert "damaged" in ended.complaint
    assert list(out.iterdir()) == []


def test_what_is_still_in_the_log_of_a_workbook_is_printed_too(run: Run, sample: Path, out: Path):
    book = Workbook.open(sample)
    book.do(RecordEntry(Kind.DECISION, "Decided a moment ago"))
    ended = run("export", sample, "--report", "data", "--format", "json", "-o", out / "d.json")
    book.close()
    assert ended.code == DONE
    assert "Decided a moment ago" in (out / "d.json").read_text("utf-8")
