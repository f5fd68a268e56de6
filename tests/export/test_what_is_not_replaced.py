# SPDX-License-Identifier: MIT
"""An export never takes the place of a workbook, a folder or a device, and is whole or not there at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from walkthrough.app import main
from walkthrough.export.files import write_whole
from walkthrough.export.left_over import drop_part, spare_prefix
from walkthrough.export.trouble_words import trouble_words
from walkthrough.model.errors import FileTrouble
from walkthrough.wording import Wording


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


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_a_new_file_is_not_given_a_workbooks_ending_nor_that_of_its_log(folder, ending):
    with pytest.raises(FileTrouble, match="is_workbook"):
        write_whole(folder / f"plan.walkthrough{ending}", b"x")
    assert not list(folder.iterdir())


def test_a_folder_and_a_device_are_not_replaced(folder):
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(FileTrouble, match="not_a_file"):
            write_whole(folder / name, b"x")
    assert sorted(path.name for path in folder.iterdir()) == ["folder", "pipe"]


def test_a_link_stays_a_link_and_the_file_it_leads_to_is_new(folder):
    target, link = folder / "shared" / "plan.pdf", folder / "plan.pdf"
    target.parent.mkdir()
    target.write_bytes(b"before")
    link.symlink_to(target)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_an_export_broken_off_by_hand_leaves_nothing(folder, monkeypatch):
    def broken_off(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", broken_off)
    with pytest.raises(KeyboardInterrupt):
        write_whole(folder / "plan.pdf", b"x")
    assert not list(folder.iterdir())


def test_what_a_kill_left_beside_a_file_is_cleared_and_nothing_of_another_file(folder, monkeypatch):
    monkeypatch.setattr(Path, "unlink", lambda *_args, **_named: None)  # killed: nobody clears up
    monkeypatch.setattr(os, "fsync", refusing(errno.ENOSPC))
    for name in ("data.zip", "data.pdf"):
        with pytest.raises(FileTrouble):
            write_whole(folder / name, b"x")
    monkeypatch.undo()
    assert len(list(folder.iterdir())) == 2
    drop_part(folder / "data.zip")
    (left,) = folder.iterdir()
    assert left.name.startswith(spare_prefix(folder / "data.pdf"))


# What the machine refuses ------------------------------------------------------------------------------


def refusing(number, windows_code=None):
    def refuse(*_args):
        error = OSError(number, "no")
        if windows_code is not None:
            error.winerror = windows_code
        raise error

    return refuse


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_said_and_the_file_before_stays(folder, monkeypatch, number):
    target = folder / "plan.pdf"
    target.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", refusing(number))
    with pytest.raises(FileTrouble, match="no_room") as caught:
        write_whole(target, b"after")
    assert "The disk is full, so plan.pdf was not written" in trouble_words(Wording(), caught.value)
    assert target.read_bytes() == b"before"
    assert [path.name for path in folder.iterdir()] == ["plan.pdf"]


@pytest.mark.parametrize("windows_code", [5, 32, 33])
def test_a_file_that_another_program_has_open_is_said_to_be_open(folder, monkeypatch, windows_code):
    target = folder / "plan.pdf"
    target.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", refusing(errno.EACCES, windows_code))
    with pytest.raises(FileTrouble, match="open_elsewhere") as caught:
        write_whole(target, b"after")
    assert "another program may have it open" in trouble_words(Wording(), caught.value)
    assert target.read_bytes() == b"before"
    assert [path.name for path in folder.iterdir()] == ["plan.pdf"]
    with pytest.raises(FileTrouble, match="cannot_write"):
        write_whole(folder / "new.pdf", b"after")
