# SPDX-License-Identifier: MIT
"""What a meeting hands out: everything in one folder, whole or not at all."""

from __future__ import annotations

import errno
import json
import re
import shutil
import zipfile
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import unquote

import page
import pypdfium2
import pytest

from tests.conftest import SAMPLE_DAY
from tests.ended import DONE, MACHINE, WRONG_WORDS, Run
from walkthrough import paths
from walkthrough.export.hand_out import HandOut, hand_out
from walkthrough.export.hand_out_papers import fit_for_a_name
from walkthrough.export.left_over import drop_part, part_of
from walkthrough.export.reports import ReportOptions
from walkthrough.model import FileTrouble, Workbook
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.commands.plan import AddNextStep
from walkthrough.model.queries.meetings import meetings
from walkthrough.model.snapshot import snapshot
from walkthrough.model.store.interchange import export_data
from walkthrough.wording import Wording


@pytest.fixture
def book(sample_workbook_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample_workbook_file, tmp_path / "s.walkthrough"))


@pytest.fixture
def meeting(book: Path) -> str:
    with snapshot(book) as read:
        return next(row.id for row in read(meetings) if row.day < SAMPLE_DAY)


def options(meeting: str, language: str = "en") -> ReportOptions:
    return ReportOptions(SAMPLE_DAY, Wording(language, paths.locale_folder()), meeting_id=meeting)


def hand(
    book: Path, folder: Path, meeting: str, *, language: str = "en", data: bool = True, is_zip: bool = False
) -> list[str]:
    with snapshot(book) as read:
        whole = (lambda read: read(export_data)) if data else None
        wanted = HandOut(options(meeting, language), whole, is_zip=is_zip)
        return hand_out(read, folder, wanted, lambda _number, _of: None)


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("language", ["en", "es"])
def test_all_papers_of_a_meeting_lie_in_one_folder_with_an_index(
    book: Path, meeting: str, tmp_path: Path, language: str
):
    folder = tmp_path / "out"
    names = hand(book, folder, meeting, language=language)
    read_me, index = sorted(names_in(folder) - set(names))
    told = (folder / read_me).read_text("utf-8-sig")
    assert all(name in told for name in names)
    assert index == "index.html"
    page_of_links = (folder / index).read_text("utf-8")
    assert [unquote(link) for link in re.findall(r'href="([^"]*)"', page_of_links)] == names
    assert f'<html lang="{language}">' in page_of_links
    assert names == sorted(names, key=lambda name: name[0])
    assert {name[0] for name in names} >= {"1", "2", "3", "4", "5", "9"}
    for name in names:
        if name.endswith(".pdf"):
            assert page.validate_pdf(str(folder / name), profile="ua1").failures == [], name


def test_each_partner_with_a_step_has_a_sheet_of_its_own_steps_alone(
    book: Path, meeting: str, tmp_path: Path
):
    workbook = Workbook.open(book)
    partner = AddPartner("Court / Probation: <Alder>", "courts")
    workbook.do(partner)
    workbook.do(AddNextStep("Open the court at nine", {"owner_partner_id": partner.id}))
    workbook.close()
    names = hand(book, tmp_path / "out", meeting)
    (name,) = (name for name in names if "Probation" in name)
    assert not set(name) & set('\\/:*?"<>|')
    text = "".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "out" / name)
    )
    assert "Open the court at nine" in text
    assert "hotline" not in text


def test_the_longest_name_fits_into_a_files_and_cannot_turn_its_end():
    assert len(fit_for_a_name("👵🏽" * 200).encode()) <= 160
    assert fit_for_a_name("plan\u202efdp.exe\x9b...") == "plan fdp.exe"


def test_complete_data_goes_along_only_if_asked_for(book: Path, meeting: str, tmp_path: Path):
    with_it, without = hand(book, tmp_path / "a", meeting), hand(book, tmp_path / "b", meeting, data=False)
    (extra,) = set(with_it) - set(without)
    assert json.loads((tmp_path / "a" / extra).read_text("utf-8"))["private"] is True


def test_two_partners_called_alike_have_a_sheet_each(book: Path, meeting: str, tmp_path: Path):
    workbook = Workbook.open(book)
    for step in ("Call the school", "Write to the school"):
        partner = AddPartner("Alder School", "schools")
        workbook.do(partner)
        workbook.do(AddNextStep(step, {"owner_partner_id": partner.id}))
    workbook.close()
    names = hand(book, tmp_path / "out", meeting)
    assert len([name for name in names if "Alder School" in name]) == 2


def test_a_zip_file_holds_what_the_folder_would(book: Path, meeting: str, tmp_path: Path):
    names = hand(book, tmp_path / "papers.zip", meeting, is_zip=True)
    with zipfile.ZipFile(tmp_path / "papers.zip") as packed:
        inside = {Path(name).name for name in packed.namelist()}
        assert {Path(name).parent.name for name in packed.namelist()} == {"papers"}
        assert packed.testzip() is None
        days = {entry.date_time for entry in packed.infolist()}
        assert days == {(*SAMPLE_DAY.timetuple()[:3], 0, 0, 0)}, "whatever the clock of the machine says"
    assert set(names) < inside
    assert len(inside - set(names)) == 2, "two indexes"
    assert names_in(tmp_path) == {"papers.zip", book.name, "home"}


@pytest.mark.parametrize("is_zip", [False, True])
def test_a_disk_that_fills_up_in_the_middle_leaves_nothing_behind(
    book: Path, meeting: str, tmp_path: Path, is_zip: bool, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(f"walkthrough.export.hand_out.{'entry_in_zip' if is_zip else 'html_index'}", full)
    with pytest.raises(FileTrouble) as caught:
        hand(book, tmp_path / "out", meeting, data=False, is_zip=is_zip)
    assert caught.value.code == "no_room"
    assert names_in(tmp_path) == {book.name, "home"}


def test_a_folder_that_is_there_is_never_written_into(book: Path, meeting: str, tmp_path: Path):
    (tmp_path / "out").mkdir()
    with pytest.raises(FileTrouble) as caught:
        hand(book, tmp_path / "out", meeting)
    assert caught.value.code == "exists"
    assert names_in(tmp_path / "out") == set()


def test_stopped_in_the_middle_nothing_stands_at_the_place(book: Path, meeting: str, tmp_path: Path):
    folder = tmp_path / "out"

    class Stopped(Exception):
        pass

    def stop(number: int, _of: int) -> None:
        if number == 2:
            assert names_in(part_of(folder)), "two files are written by now"
            raise Stopped

    with snapshot(book) as read, pytest.raises(Stopped):
        hand_out(read, folder, HandOut(options(meeting)), stop)
    assert not folder.exists()
    assert not part_of(folder).exists()


def test_what_a_kill_left_beside_is_cleared_by_the_next_one_and_by_the_windows(
    book: Path, meeting: str, tmp_path: Path
):
    folder, anothers = tmp_path / "out", tmp_path / ".out.1.part"
    for part in (part_of(folder), anothers):
        part.mkdir()
        (part / "half.pdf").write_bytes(b"%PDF")
    assert anothers.name != part_of(folder).name, "two at once never write into one folder"
    drop_part(folder)
    assert not part_of(folder).exists()
    assert not anothers.exists()
    part_of(folder).mkdir()
    (part_of(folder) / "half.pdf").write_bytes(b"%PDF")
    hand(book, folder, meeting)
    assert not part_of(folder).exists()
    assert "half.pdf" not in names_in(folder)


def test_a_folder_nobody_may_write_to_is_said(
    book: Path, meeting: str, tmp_path: Path, ordinary_user: AbstractContextManager[None]
):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    with ordinary_user, pytest.raises(FileTrouble) as caught:
        hand(book, closed / "out", meeting)
    assert caught.value.code == "cannot_write"
    with pytest.raises(FileTrouble) as caught:
        hand(book, tmp_path / "nowhere" / "out", meeting)
    assert caught.value.code == "no_folder"


# On the command line -------------------------------------------------------------------------------------


def test_the_command_line_hands_out_a_meeting(run: Run, book: Path, meeting: str, tmp_path: Path):
    told = run("export", book, "--meeting", meeting, "-o", tmp_path / "out", "--with-data")
    assert told.code == DONE
    assert f"Wrote {len(names_in(tmp_path / 'out'))} files into {tmp_path / 'out'}." in told.out
    again = run("export", book, "--meeting", meeting, "-o", tmp_path / "out")
    assert again.code == MACHINE


def test_one_report_of_a_meeting_a_partner_or_a_tier_can_be_asked_for(
    run: Run, book: Path, meeting: str, tmp_path: Path
):
    for words in (
        ("--report", "minutes", "--meeting", meeting),
        ("--report", "sheet", "--partner", "Cedar Bridge Recovery"),
        ("--report", "sheet", "--tier", "core"),
        ("--report", "printpack"),
    ):
        out = tmp_path / "one.pdf"
        assert run("export", book, *words, "-o", out).code == DONE
        out.unlink()


@pytest.mark.parametrize("words", [("--meeting", "none"), ("--report", "sheet", "--partner", "Nobody")])
def test_what_is_not_in_the_workbook_is_said_and_nothing_written(
    run: Run, book: Path, tmp_path: Path, words: tuple[str, ...]
):
    told = run("export", book, *words, "-o", tmp_path / "out.pdf")
    assert told.code == WRONG_WORDS
    assert told.complaint
    assert not (tmp_path / "out.pdf").exists()
