# SPDX-License-Identifier: MIT
"""The full report: its contents tell its parts, each can be left out, and nothing ranks an agency."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import SAMPLE_DAY
from walkthrough.export.document import Block, Bullets, Heading, Table, plain
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.export.reports.options import PARTS
from walkthrough.model.queries import report
from walkthrough.model.snapshot import snapshot

ALWAYS = {"At a glance", "What is in this report"}


def heads(blocks: tuple[Block, ...]) -> list[str]:
    return [one.text for one in blocks if isinstance(one, Heading) and one.level == 1]


def test_the_contents_name_every_part_in_order_and_each_part_can_be_left_out(sample_workbook_file: Path):
    codes = [code for code, _words in PARTS["full"]]
    with snapshot(sample_workbook_file) as read:
        whole = REPORTS["full"](read, ReportOptions(SAMPLE_DAY)).blocks
        rest = {
            code: heads(REPORTS["full"](read, ReportOptions(SAMPLE_DAY, left_out=frozenset({code}))).blocks)
            for code in codes
        }
        bare = REPORTS["full"](read, ReportOptions(SAMPLE_DAY, left_out=frozenset(codes))).blocks
    told = next(block for block in whole if isinstance(block, Bullets))
    assert [plain(item) for item in told.items] == [one for one in heads(whole) if one not in ALWAYS]
    assert heads(bare) == ["At a glance"]
    for code in codes:
        gone = len(heads(whole)) - len(rest[code])
        assert gone == (0 if code == "questionnaires" else 1), code


def test_where_barriers_gather_goes_by_the_route_and_not_by_how_many(sample_workbook_file: Path):
    with snapshot(sample_workbook_file) as read:
        blocks = REPORTS["full"](read, ReportOptions(SAMPLE_DAY)).blocks
        walk = read(report.walk_report)
    table = next(
        block for block in blocks if isinstance(block, Table) and block.caption == "Findings at each station"
    )
    assert walk is not None
    assert [plain(row[0]) for row in table.rows] == [station.name for station in walk.stations]
