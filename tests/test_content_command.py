# SPDX-License-Identifier: MIT
"""`content check`: what ships can be used, what is broken is told line by line, as its writer needs it."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.ended import DONE, MACHINE, NOT_SOUND, Ended, Run
from walkthrough import paths


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for what is written."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_every_shipped_content_file_can_be_used(run: Run):
    files = sorted((paths.resources() / "content").rglob("*.toml"))
    assert files
    for file in files:
        assert run("content", "check", file) == Ended(DONE, f"{file.name} can be used.\n", "")


def test_a_broken_route_is_told_line_by_line(run: Run, out: Path):
    shipped = (paths.resources() / "content" / "en" / "route-five-points.toml").read_text("utf-8")
    lines = shipped.splitlines()
    at = next(number for number, line in enumerate(lines, 1) if line.startswith("minutes"))
    lines[at - 1] = 'minutes = "eight"'
    route = out / "my route.toml"
    route.write_text("\n".join(lines), "utf-8")
    ended = run("content", "check", route)
    assert ended.code == NOT_SOUND
    assert f"my route.toml: Line {at}: " in ended.out
    assert "can be used" not in ended.out


def test_a_route_that_is_no_file_of_that_kind_at_all_is_told_too(run: Run, out: Path):
    for text in ("[[[", "", "kind = 3", textwrap.dedent('kind = "poem"\nid = "x"\n')):
        file = out / "odd.toml"
        file.write_text(text, "utf-8")
        ended = run("content", "check", file)
        assert ended.code == NOT_SOUND, text
        assert "odd.toml: Line " in ended.out
    assert run("content", "check", out / "gone.toml").code in (NOT_SOUND, MACHINE)
