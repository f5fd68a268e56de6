# SPDX-License-Identifier: MIT
"""A ballot box and the workbook beside it: sealed for good, taken along, and never in the way (RULES 2)."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import msgspec
import pytest

from tests.model.asked import Asked, asked_in, code_of, filled, reread, rounds, rows, state, tallies
from walkthrough.model import FileTrouble, Refused
from walkthrough.model.ballots import BallotBox, box_file
from walkthrough.model.ballots.boxes import destroy_beside
from walkthrough.model.commands.partner import AddPartner
from walkthrough.model.store.copying import opened
from walkthrough.model.workbook import Workbook
from walkthrough.ui.screens.home.library import delete_sample, volumes


@pytest.fixture
def asked(workbook: Workbook) -> Asked:
    return asked_in(workbook)


@pytest.fixture
def box(workbook: Workbook, asked: Asked) -> BallotBox:
    return workbook.boxes.open_new(asked.check_head())


@pytest.mark.parametrize("many", [1, 4])
def test_with_fewer_than_five_ballots_only_their_number_is_kept(workbook: Workbook, asked: Asked, many: int):
    sealed = workbook.seal(filled(workbook.boxes.open_new(asked.check_head()), many, 2, 2, 2))
    assert (sealed.kind, sealed.step.label, sealed.step.facts["ballots"]) == ("seal", "SealBox", many)
    workbook.seal(filled(workbook.boxes.open_new(asked.questionnaire_head("Court")), many, 5, 5, 5))
    assert [one[0] for one in rounds(workbook)] == [many] * 3
    assert rows(workbook, "select ballots from asking") == [(many,)]
    for table in ("tally", "answer_tally", "asked_part", "part_middle"):
        assert not rows(workbook, f"select * from {table}")
        assert not rows(workbook, f"select * from chg_row where tbl = '{table}'")


def test_five_ballots_are_sealed_by_question_with_the_sheets_counted(workbook: Workbook, asked: Asked):
    box = workbook.boxes.open_new(asked.check_head(people=7))
    for answers in ((1, 4, 0), (1, 3, 0), (2, 2, 0), (0, 1, 0), (4, 1, 2)):
        box.cast(answers)
    box.count_sheets(handed_out=7, spoilt=1)
    name = box.head.name
    workbook.seal(box)
    assert rounds(workbook) == [(5, 7, 5, 1, 1, name)] * 3
    assert tallies(workbook) == [(1, 2, 1, 0, 1), (0, 2, 1, 1, 1), (4, 0, 1, 0, 0)]
    assert not box.path.exists()
    assert workbook.seal(box) is None, "sealed before"
    assert len(rounds(workbook)) == 3


def test_a_closed_box_takes_nothing_more(workbook: Workbook, asked: Asked):
    sealed = filled(workbook.boxes.open_new(asked.check_head()), 5)
    workbook.seal(sealed)
    dropped = filled(workbook.boxes.open_new(asked.check_head()), 5)
    workbook.boxes.drop(dropped)
    for box in (sealed, dropped):
        with pytest.raises(Refused) as refused:
            box.cast((1, 1, 1))
        assert (code_of(refused), box.many_in, box.path.exists()) == ("gone", 5, False)
        assert not box.can_take_back
    with pytest.raises(Refused) as refused:
        workbook.seal(dropped)
    assert (code_of(refused), len(rounds(workbook))) == ("gone", 3)


def test_undo_and_redo_stop_at_a_sealed_box_and_say_so(workbook: Workbook, box: BallotBox):
    workbook.do(AddPartner("Court", "courts"))
    workbook.undo()
    assert workbook.next_redo is not None
    workbook.seal(filled(box, 5))
    for again, code in ((workbook.undo, "undo_barrier"), (workbook.redo, "redo_barrier")):
        with pytest.raises(Refused) as refused:
            again()
        assert (code_of(refused), refused.value.facts) == (code, {"why": "seal"})
    workbook.do(AddPartner("Schools", "schools"))
    assert workbook.redo() is None
    workbook.undo()
    workbook.redo()
    workbook.undo()
    with pytest.raises(Refused):
        workbook.undo()
    path = workbook.path
    workbook.close()
    book = Workbook.open(path)
    with pytest.raises(Refused):
        book.undo(older_too=True)
    assert len(tallies(book)) == 3
    book.close()


def test_a_box_that_comes_after_its_check_was_undone_waits_until_the_check_is_back(
    workbook: Workbook, asked: Asked
):
    box = filled(workbook.boxes.open_new(asked.check_head()), 5)
    workbook.boxes._open.clear()  # as if its file had come only now, with a synced folder
    workbook.undo()
    assert [one.head.name for one in workbook.boxes.found()] == [box.head.name]
    with pytest.raises(Refused) as refused:
        workbook.seal(box)
    assert (code_of(refused), box.is_open, reread(box).many_in) == ("gone", True, 5)
    assert rounds(workbook) == []
    workbook.redo()
    workbook.seal(box)
    assert len(tallies(workbook)) == 3


def test_a_part_that_was_taken_out_refuses_the_box_which_can_be_thrown_away(workbook: Workbook, asked: Asked):
    head = asked.check_head()
    wrong = msgspec.structs.replace(head.questions[1], key="no such part")
    box = filled(
        workbook.boxes.open_new(msgspec.structs.replace(head, questions=(head.questions[0], wrong))), 5
    )
    with pytest.raises(Refused) as refused:
        workbook.seal(box)
    assert (code_of(refused), rounds(workbook)) == ("gone", [])
    workbook.boxes.drop(box)
    assert workbook.boxes.found() == ()


def spoilt_boxes(sound: bytes, folder: Path) -> dict[str, bytes]:
    """Files that lie where a box should, none of which is one."""
    found = {
        "empty": b"",
        "cut": sound[: len(sound) // 2],
        "noise": random.Random(4).randbytes(9000),
        "foreign": b"%PDF-1.7" * 900,
        "overwritten": bytes(len(sound)),
        "another name": sound,
    }
    changes = {
        "no head": "delete from open_box",
        "no table": "drop table open_tally",
        "other head": "update open_box set head = '{}'",
        "no JSON": "update open_box set head = 'x'",
        "below none": "update open_box set many_in = -1",
        "too many in": "update open_box set many_in = 99",
        "one more": "update open_tally set ballots = ballots + 1 where question = ''",
        "unknown answer": "update open_tally set answer = 77 where question = '' and answer = 1",
        "unknown part": "update open_tally set part = 'who'",
        "for what": """update open_box set head = replace(head, '"stage_check"', '"room"')""",
    }
    for name, change in changes.items():
        path = folder / "changing"
        path.write_bytes(sound)
        with opened(path) as connection:
            connection.execute(change)
        found[name] = path.read_bytes()
        path.unlink()
    return found


def test_a_damaged_or_foreign_box_is_told_and_never_in_the_way(
    workbook: Workbook, asked: Asked, box: BallotBox, tmp_path: Path
):
    filled(box, 5)
    sound, name = box.path.read_bytes(), box.head.name
    wrong = spoilt_boxes(sound, tmp_path)
    paths = []
    for number, content in enumerate(wrong.values()):
        path = box.path.with_name(box.path.name.replace(name, f"{number:016x}"))
        content = content.replace(name.encode(), f"{number:016x}".encode())
        path.write_bytes(sound if content == sound else content)
        paths.append(path)
    paths[list(wrong).index("another name")].write_bytes(sound)
    folder = box.path.with_name(f"{workbook.path.name}.{'f' * 16}.ballots")
    folder.mkdir()
    workbook.close()
    book = Workbook.open(workbook.path)
    assert [one.head.name for one in book.boxes.found()] == [name]
    assert list(book.boxes.damaged()) == sorted(paths)
    book.seal(book.boxes.found()[0])
    assert len(tallies(book)) == 3
    assert all(path.exists() for path in paths), "what cannot be read is left to the user"
    book.boxes.drop_damaged()
    assert folder.is_dir()
    assert book.boxes.damaged() == ()
    assert not any(path.exists() for path in paths)
    book.close()


def test_the_boxes_of_a_sample_go_with_it(workbook: Workbook, box: BallotBox, tmp_path: Path):
    other = tmp_path / "Sample.walkthrough.00ff.ballots"
    other.write_bytes(box.path.read_bytes())
    assert delete_sample(tmp_path)
    assert not other.exists()
    assert box.path.exists()


def test_a_workbook_whose_name_begins_alike_keeps_its_boxes(workbook: Workbook, tmp_path: Path):
    other = Workbook.create(tmp_path / f"{workbook.path.name}.walkthrough")
    box = filled(other.boxes.open_new(asked_in(other).check_head()), 5)
    half = box.path.with_name(box.path.name + ".part")
    half.write_bytes(b"half written")
    assert workbook.boxes.found() == workbook.boxes.damaged() == ()
    destroy_beside(workbook.path)
    assert (box.path.exists(), half.exists()) == (True, True)
    assert [one.many_in for one in other.boxes.found()] == [5]
    other.close()


def test_what_a_link_leads_to_is_never_written_nor_read(workbook: Workbook, box: BallotBox, tmp_path: Path):
    strange = tmp_path / "letter.txt"
    strange.write_text("Dear all")
    link = tmp_path / f"{workbook.path.name}.{'f' * 16}.ballots"
    try:
        link.symlink_to(strange)
    except OSError:
        pytest.skip("this system makes no links")
    box.path.with_name(box.path.name + ".part").symlink_to(strange)
    box.cast((1, 1, 1))
    filled(box, 4)
    sound = box.path.rename(tmp_path / "sound")
    box.path.symlink_to(sound)
    workbook.boxes._known.clear()
    assert workbook.boxes.found() == ()
    assert set(workbook.boxes.damaged()) == {link, box.path}
    before = sound.read_bytes()
    box.cast((1, 1, 1))
    assert (sound.read_bytes(), box.path.is_symlink(), reread(box).many_in) == (before, False, 6)
    workbook.boxes.drop_damaged()
    assert (link.is_symlink(), strange.read_text()) == (False, "Dear all")


def test_a_box_is_no_workbook_and_home_does_not_list_it(box: BallotBox):
    assert [volume.path.name for volume in volumes(box.path.parent, ())] == ["test.walkthrough"]
    with pytest.raises(FileTrouble) as trouble:
        Workbook.open(box.path)
    assert code_of(trouble) == "not_a_workbook"


def test_a_box_goes_along_when_its_workbook_is_renamed(workbook: Workbook, box: BallotBox, tmp_path: Path):
    filled(box, 4)
    workbook.settle()
    other = Path(shutil.copyfile(workbook.path, tmp_path / "copy.walkthrough"))
    named = workbook.path.rename(tmp_path / "county.walkthrough")
    box.cast((1, 1, 1))
    with pytest.raises(FileTrouble) as trouble:
        workbook.seal(box)
    assert (code_of(trouble), reread(box).many_in) == ("moved", 5)
    workbook.close()
    for path in (other, named):
        book = Workbook.open(path)
        assert book.boxes.found() == (), "either could be the one that was renamed"
        book.close()
    assert box.path.exists()
    other.rename(other.with_suffix(".put-aside"))
    book = Workbook.open(named)
    (found,) = book.boxes.found()
    assert (found.many_in, found.path.name) == (5, f"county.walkthrough.{box.head.name}.ballots")
    book.seal(found)
    assert len(tallies(book)) == 3
    book.close()


def test_remove_for_good_reaches_into_open_boxes(workbook: Workbook, asked: Asked, box: BallotBox):
    court = AddPartner("Zornvale Family Court", "courts")
    workbook.do(court)
    sheets = workbook.boxes.open_new(asked.questionnaire_head("Zornvale Family Court", "Schools"))
    sheets.cast((1, 2, 3), "Zornvale Family Court")
    sheets.cast((2, 2, 2), "Schools")
    workbook.remove_for_good("partner", court.id)
    assert b"Zornvale" not in sheets.path.read_bytes()
    assert (sheets.head.parts, state(reread(sheets))) == (("Schools",), state(sheets))
    assert sheets.tally(asked.question_ids[0], "") == (0, 1, 0, 0, 0, 0)
    filled(box, 5)
    workbook.boxes._open.clear()  # as if its file had come only now, with a synced folder
    workbook.remove_for_good("stage_check", asked.check_id)
    assert [one.head.name for one in workbook.boxes.found()] == [sheets.head.name]


def test_a_system_that_does_not_let_a_sealed_box_go_is_tried_again(
    workbook: Workbook, box: BallotBox, monkeypatch: pytest.MonkeyPatch
):
    filled(box, 5)
    monkeypatch.setattr(box_file, "sync_folder", lambda folder: None)
    monkeypatch.setattr(Path, "unlink", refuse)
    workbook.seal(box)
    assert (len(tallies(workbook)), box.path.exists()) == (3, True)
    monkeypatch.undo()
    assert workbook.boxes.found() == workbook.boxes.damaged() == ()
    assert not box.path.exists()
    assert not list(box.path.parent.glob("*.ballots*"))


def refuse(*_args: object, **_options: object) -> None:
    raise PermissionError
