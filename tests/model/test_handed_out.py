# SPDX-License-Identifier: MIT
"""Versions of the plan and the logo: what a paper says of itself, and what its picture file may hold."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.model.any_rows import whole
from walkthrough.model import Refused
from walkthrough.model.commands.indicator import AddGoal
from walkthrough.model.commands.logo import DescribeLogo, RemoveLogo, SetLogo
from walkthrough.model.commands.plan import AddNextStep, EditNextStep, RaiseQuestion
from walkthrough.model.commands.plan_issue import IssuePlan
from walkthrough.model.queries.logo import logo
from walkthrough.model.queries.plan_issue import PlanVersion, plan_digest, plan_version
from walkthrough.model.rules.picture_file import MOST_BYTES, MOST_PIXELS, picture_file
from walkthrough.model.store.interchange import export_data, import_data
from walkthrough.model.words import PictureKind, Tier
from walkthrough.model.workbook import Workbook

FIRST, SECOND, LATER = date(2026, 8, 1), date(2026, 11, 22), date(2026, 12, 1)
SECRET = "taken at 5 Elm Street"


def issue(book, day):
    return book.do(IssuePlan(day, book.read(plan_digest)))


def picture(kind="PNG", mode="RGBA", size=(40, 24), **options):
    """A small picture file as a scanner or a phone writes it."""
    file = io.BytesIO()
    Image.new(mode, size).save(file, kind, **options)
    return file.getvalue()


# The plan's versions ------------------------------------------------------------------------------------


def test_a_plan_handed_out_twice_is_one_version_until_it_says_something_else(workbook):
    assert workbook.read(plan_version) == PlanVersion()
    step = AddNextStep("Ask the clinic for evening hours")
    workbook.do(step)
    issue(workbook, FIRST)
    assert workbook.read(plan_version) == PlanVersion(1, FIRST)
    assert issue(workbook, SECOND) is None
    assert workbook.read(plan_version) == PlanVersion(1, FIRST)

    workbook.do(EditNextStep(step.id, {"owner": "Ana"}))
    assert workbook.read(plan_version) == PlanVersion(1, FIRST, is_changed_since=True)
    changes = issue(workbook, SECOND)
    assert (changes.label, changes.facts) == ("IssuePlan", {"version": 2})
    assert workbook.read(plan_version) == PlanVersion(2, SECOND, 1, FIRST)

    workbook.undo()  # it was not handed out after all
    assert workbook.read(plan_version) == PlanVersion(1, FIRST, is_changed_since=True)


def test_goals_and_raised_questions_are_of_the_plan_and_a_new_finding_is_not(workbook):
    issue(workbook, FIRST)
    for command in (AddGoal("Families meet one team"), RaiseQuestion("Who pays?", Tier.STEERING)):
        before = workbook.read(plan_digest)
        workbook.do(command)
        assert workbook.read(plan_digest) != before
    issue(workbook, SECOND)
    assert workbook.read(plan_version) == PlanVersion(2, SECOND, 1, FIRST)


def test_words_on_hold_do_not_show_in_what_stands_for_the_plan(workbook):
    step = AddNextStep("Call the mother of Jane")
    workbook.do(step)
    workbook.do(EditNextStep(step.id, {"held": True}))
    held = workbook.read(plan_digest)
    workbook.do(EditNextStep(step.id, {"what": "Call the mother"}))
    assert workbook.read(plan_digest) == held
    workbook.do(EditNextStep(step.id, {"held": False}))
    assert workbook.read(plan_digest) != held


# The logo -----------------------------------------------------------------------------------------------


def test_a_logo_is_set_described_taken_out_and_brought_back_by_undo(workbook, tmp_path):
    workbook.do(SetLogo(picture(), " Seal of Juniper County "))
    workbook.do(SetLogo(picture("JPEG", "RGB", (80, 60)), "Juniper County"))
    workbook.do(DescribeLogo("Seal"))
    found = workbook.read(logo)
    assert (found.kind, found.alt, found.width, found.height) == (PictureKind.JPEG, "Seal", 80, 60)
    assert Image.open(io.BytesIO(found.content)).size == (80, 60)

    there = workbook.read(whole)
    workbook.do(RemoveLogo())
    assert workbook.read(logo) is None
    assert workbook.do(RemoveLogo()) is None
    workbook.undo()
    assert workbook.read(whole) == there
    workbook.undo()
    workbook.undo()
    assert workbook.read(logo).kind is PictureKind.PNG
    assert workbook.read(logo).alt == "Seal of Juniper County"

    import_data(workbook.read(export_data), tmp_path / "again.walkthrough")
    again = Workbook.open(tmp_path / "again.walkthrough")
    assert again.read(logo) == workbook.read(logo)
    again.close()


@pytest.mark.parametrize(
    ("content", "alt", "code"),
    [
        (picture(), "  ", "text_missing"),
        (b"GIF89a" + bytes(50), "Seal", "not_a_picture"),
        (picture()[:-20], "Seal", "not_a_picture"),
        (picture("JPEG", "RGB")[:-20], "Seal", "not_a_picture"),
        (bytes(MOST_BYTES + 1), "Seal", "logo_too_big"),
        (picture(mode="1", size=(MOST_PIXELS + 1, 1)), "Seal", "logo_too_wide"),
    ],
    ids=["no words", "another kind", "cut PNG", "cut JPEG", "large file", "many points"],
)
def test_what_cannot_be_a_logo_is_refused_and_nothing_is_written(workbook, content, alt, code):
    with pytest.raises(Refused) as refused:
        workbook.do(SetLogo(content, alt))
    assert refused.value.code == code
    assert workbook.read(logo) is None


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_known_by_its_size(mode):
    assert picture_file(picture(mode=mode, size=(33, 7))).width == 33


def test_a_png_of_which_points_are_missing_is_not_whole():
    whole_file = picture(mode="RGB", size=(30, 30))
    at = whole_file.index(b"IDAT")
    packed = zlib.compress(bytes(90))
    part = b"IDAT" + packed
    cut = struct.pack(">I", len(packed)) + part + struct.pack(">I", zlib.crc32(part))
    end = whole_file.index(b"IEND") - 4
    assert picture_file(whole_file) is not None
    assert picture_file(whole_file[: at - 4] + cut + whole_file[end:]) is None


def png_by_hand(depth, colours, points, *, size=(3, 2), steps=0):
    def chunk(name, content):
        part = name + content
        return struct.pack(">I", len(content)) + part + struct.pack(">I", zlib.crc32(part))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, depth, colours, 0, 0, steps))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(points)) + chunk(b"IEND", b"")


def test_a_png_that_no_program_can_draw_is_not_a_picture():
    good = png_by_hand(8, 0, bytes(8))
    in_steps = png_by_hand(8, 0, bytes([0, 1, 0, 2, 0, 3, 0, 4, 5, 6]), steps=1)
    for drawn in (good, in_steps):
        assert picture_file(drawn) is not None
        Image.open(io.BytesIO(drawn)).load()
    assert picture_file(png_by_hand(3, 0, bytes(40))) is None
    assert picture_file(png_by_hand(4, 2, bytes(40))) is None
    assert picture_file(png_by_hand(8, 5, bytes(40))) is None
    assert picture_file(png_by_hand(8, 3, bytes(40))) is None, "its palette is missing"
    assert picture_file(png_by_hand(8, 0, bytes(40), steps=2)) is None
    assert picture_file(png_by_hand(8, 0, bytes([0, 1, 1, 1, 5, 1, 1, 1]))) is None, "there is no filter 5"
    assert picture_file(png_by_hand(8, 0, bytes([0, 1, 0, 2, 9, 3, 0, 4, 5, 6]), steps=1)) is None


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_that_no_program_can_draw_is_not_a_picture(progressive):
    photo = picture("JPEG", "RGB", progressive=progressive)
    assert picture_file(photo + b"more").content == picture_file(photo).content
    frame = photo.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    assert picture_file(photo[: frame + 4] + b"\x0c" + photo[frame + 5 :]) is None
    assert picture_file(photo[: frame + 1] + b"\xc3" + photo[frame + 2 :]) is None
    scan = photo.index(b"\xff\xda")
    (length,) = struct.unpack_from(">H", photo, scan + 2)
    assert picture_file(photo[: scan + 2 + length] + b"\xff\xd9") is None, "it has no points"
    assert picture_file(photo[:-2]) is None
    assert picture_file(photo[:-2] + b"\xff\xfe\x00\x06\xff\xd9ab") is None, "that end is in a comment"


def test_what_a_photo_tells_besides_its_picture_is_not_kept():
    exif = Image.Exif()
    exif[0x010E] = SECRET
    photo = picture("JPEG", "RGB", exif=exif, comment=SECRET.encode(), progressive=True)
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", SECRET)
    for content in (photo, picture(pnginfo=info, exif=exif)):
        assert SECRET.encode() in content
        bare = picture_file(content).content
        assert SECRET.encode() not in bare
        assert list(Image.open(io.BytesIO(bare)).get_flattened_data()) == list(
            Image.open(io.BytesIO(content)).get_flattened_data()
        )


@given(st.data())
def test_no_bytes_upset_the_reader_of_pictures(data):
    content = bytearray(data.draw(st.sampled_from([picture(), picture("JPEG", "RGB")])))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    found = picture_file(bytes(content[: data.draw(st.integers(0, len(content)))]))
    assert found is None or (found.width and found.height)
