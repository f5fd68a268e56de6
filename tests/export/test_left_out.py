# SPDX-License-Identifier: MIT
"""What is told to be left out: all that is held back, in numbers the room may read, and never its words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from tests.conftest import SAMPLE_DAY
from tests.planted_workbook import Planted, plant
from walkthrough import paths
from walkthrough.export.document import text_of
from walkthrough.export.left_out import LeftOut, left_out, left_out_words, needs_an_answer
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.export.reports.options import PARTS
from walkthrough.export.terms import HELD
from walkthrough.model.snapshot import snapshot
from walkthrough.wording import Wording

WORDS = Wording("en", paths.locale_folder())
OPTIONS = ReportOptions(SAMPLE_DAY, WORDS)


@pytest.fixture(scope="module")
def planted(sample_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    path = tmp_path_factory.mktemp("planted") / "planted.walkthrough"
    return plant(Path(shutil.copyfile(sample_workbook_file, path)))


def test_each_report_that_prints_wording_on_hold_names_the_rows(planted: Planted):
    with snapshot(planted.path) as read:
        for report, build in REPORTS.items():
            told = left_out(read, report, OPTIONS)
            pieces = text_of(build(read, OPTIONS))
            held = [piece for piece in pieces if HELD in piece]
            numbers = {f"#{row.number}" for row in told.held}
            assert bool(told.held) or not held, report
            named = {number for piece in held for number in re.findall(rf"(#\d+)\W*{re.escape(HELD)}", piece)}
            assert named <= numbers, report
            assert needs_an_answer(told) == bool(told.held)
            if told.held:
                assert "on hold" in left_out_words(WORDS, told)[0]


def test_what_is_told_holds_no_word_that_is_held_back(planted: Planted):
    with snapshot(planted.path) as read:
        told = left_out(read, "full", OPTIONS, REPORTS["full"](read, OPTIONS))
    whole = msgspec.json.encode(told).decode() + " ".join(left_out_words(WORDS, told))
    assert not re.search("zq(private|held|paper)", whole)
    assert told.notes >= len(planted.private), "each planted private text is counted"
    assert told.ladders == 1
    assert told.figures >= 2
    assert msgspec.json.decode(msgspec.json.encode(told), type=LeftOut) == told


def test_an_unwanted_part_is_named_and_a_code_of_no_report_is_not(planted: Planted):
    code, name = PARTS["plan"][-1]
    options = ReportOptions(SAMPLE_DAY, WORDS, left_out=frozenset({code, "no such part"}))
    with snapshot(planted.path) as read:
        told = left_out(read, "plan", options)
    assert told.parts == (code,)
    assert f"Not wanted: {name}." in left_out_words(WORDS, told)


def test_an_empty_workbook_says_that_nothing_is_held_back(blank_workbook_file: Path):
    with snapshot(blank_workbook_file) as read:
        told = left_out(read, "full", OPTIONS)
    (sentence,) = left_out_words(WORDS, told)
    assert sentence.startswith("Nothing is held back")
    assert not needs_an_answer(told)
