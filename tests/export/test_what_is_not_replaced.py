# SPDX-License-Identifier: MIT
"""An export never takes the place of a workbook, a folder or a device."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from walkthrough.app import main
from walkthrough.export.files import write_whole
from walkthrough.model.errors import FileTrouble


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.mark.parametrize("name", ["same.walkthrough", "renamed.pdf"])
def test_a_workbook_is_not_replaced_by_an_export_under_whatever_name(sample_workbook_file, folder, name):
    target = folder / name
    target.write_bytes(Path(sample_workbook_file).read_bytes())
    before = target.read_bytes()
    assert main(["export", str(target), "--report", "plan", "-o", str(target)]) == 3
    assert target.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_new_file_is_not_given_a_workbooks_ending(folder):
    with pytest.raises(FileTrouble, match="is_workbook"):
        write_whole(folder / "plan.walkthrough", b"x")
    assert not list(folder.iterdir())


def test_a_folder_and_a_device_are_not_replaced(folder):
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(FileTrouble, match="not_a_file"):
            write_whole(folder / name, b"x")
    assert sorted(path.name for path in folder.iterdir()) == ["folder", "pipe"]
