# SPDX-License-Identifier: MIT
"""Words in many scripts on paper: whole, joined, in their order, and read back as they were written."""

# ruff: noqa: RUF001  letters of other scripts look like Latin ones
from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import page
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.hard_document import DAY
from tests.export.tagged_text import TaggedFile
from walkthrough.export.direction import begins_leftwards, in_sight, levels
from walkthrough.export.document import Bullets, Column, Document, Figure, Heading, Para, Run, Table, text_of
from walkthrough.export.fonts import advance, face, face_name, measure
from walkthrough.export.glyphs import clean, clusters, family_of, missing, split
from walkthrough.export.languages import told_by_letters
from walkthrough.export.pdf.writer import write_pdf
from walkthrough.export.scene import Scene, Words
from walkthrough.export.set_line import set_line
from walkthrough.export.shaping import shaped
from walkthrough.export.undrawable import undrawable
from walkthrough.export.undrawable_words import undrawable_words
from walkthrough.wording import Wording

NO_ANSWER = {
    "Spanish": ("¿Quién llama a la niña después de las cinco?", ""),
    "French": ("Où est l’œuvre ? « Élève, garçon, cœur »", ""),
    "Vietnamese": ("Không ai trả lời điện thoại sau năm giờ chiều.", "vi"),
    "Hmong": ("Tsis muaj leej twg teb xov tooj.", ""),
    "Pahawh Hmong": ("𖬖𖬰𖬝𖬵 𖬄𖬶𖬟 𖬌𖬣𖬵", "hmn"),
    "Nyiakeng Puachue Hmong": ("𞄀𞄩𞄰 𞄁𞄨 𞄐𞄦", "hmn"),
    "Cherokee": ("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ꭳꮟᏺ", "chr"),
    "Arabic": ("لا أحد يجيب على الهاتف بعد الساعة الخامسة (17:00)، والأم تنتظر.", "ar"),
    "Arabic with vowels": ("كِتَابٌ جَمِيلٌ وَمُحَمَّدٌ", "ar"),
    "Persian": ("می‌خواهم با پزشک صحبت کنم؛ ۱۲ خانواده گفتند: نه!", "fa"),
    "Urdu": ("کوئی فون نہیں اٹھاتا، ماں ٹھہری رہی۔", "ur"),
    "Pashto": ("څوک ښه ځواب نه ورکوي", "ps"),
    "Hebrew": ("אף אחד לא עונה לטלפון אחרי 17:00 (חמש), שָׁלוֹם.", "he"),
    "Russian": ("Никто не отвечает после пяти.", ""),
    "Somali": ("Qofna kama jawaabo taleefanka.", ""),
    "Haitian Creole": ("Pèsonn pa reponn telefòn nan.", ""),
    "Marshallese": ("Ejjeļo̧k eo ej uwaak; m̧o̧n n̄a", ""),
    "Navajo": ("Diné bizaad: ą́ę́į́ǫ́ hólǫ́, łį́į́ʼ", ""),
    "Thai": ("ไม่มีใครรับโทรศัพท์ ที่นี่ น้ำ", "th"),
    "Lao": ("ບໍ່ມີໃຜຮັບໂທລະສັບ", "lo"),
    "Khmer": ("គ្មាននរណាឆ្លើយទូរសព្ទ", "km"),
    "Burmese": ("ဖုန်းမကိုင်ပါ ကြ", "my"),
    "Hindi": ("पाँच बजे के बाद कोई फ़ोन नहीं उठाता। क्षि", ""),
    "Amharic": ("ማንም አይመልስም።", ""),
}
MIXED = "The mother said: «لا أحد يجيب» after 5 pm, 12 families (من العائلات) left."
LETTERS = "aé ǫ́12(.אבשׁ٣لاحم‌َيᏣ한क्षि漢👍🏽"


@given(st.text(LETTERS, max_size=30))
def test_a_line_set_in_parts_says_all_of_its_text_and_is_as_wide_as_measured(text):
    parts = set_line(text)
    assert "".join(part.text for part in parts) == clean(text)
    end = max((part.x + advance(part.text, part.face) for part in parts), default=0.0)
    assert end == pytest.approx(measure(text, 1000), abs=0.01)


@given(st.text(LETTERS, min_size=1, max_size=30))
def test_glyphs_stand_in_reading_order_and_say_the_text(text):
    for stretch, family in split(text):
        for leftwards in (False, True):
            said = "".join(glyph.says for glyph in shaped(stretch, face_name(family), leftwards).glyphs)
            assert said.replace("\u200b", "") == stretch


@given(st.text("ab אב12 (٣", max_size=20))
def test_every_character_has_one_level_and_one_place(text):
    ways = levels(text)
    assert sorted(in_sight(ways)) == list(range(len(text)))
    assert all(way % 2 for char, way in zip(text, ways, strict=True) if char in "אב")
    assert not any(way % 2 for char, way in zip(text, ways, strict=True) if char in "ab12٣")


def test_brackets_turn_and_numbers_stay_where_text_runs_to_the_left():
    parts = {part.text: part for part in set_line("א (17) ב")}
    assert not parts["17"].leftwards
    (bracket,) = shaped("(", "Body", leftwards=True).glyphs
    assert (bracket.number, bracket.says) == (face("Body").glyphs[ord(")")], "(")
    ends = [one for text in ("א", "17", "ב") for one in [next(p.x for t, p in parts.items() if text in t)]]
    assert all(right > left for right, left in pairwise(ends))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "because: אב (17).",
            "because: (17) בא.",
        ),  # the bracket after the number goes with the one before it
        ("because: (אב) 17", "because: (בא) 17"),
        ("אב (ab) גד", "דג (ab) בא"),
        ("אב (17) ab", "ab (17) בא"),
        ("ab (אב cd) [גד", "ab (בא cd) [דג"),
    ],
)
def test_parts_are_seen_in_the_order_of_the_unicode_algorithm(text, seen):
    order = in_sight(levels(text))
    turned = {"(": ")", ")": "("}
    ways = levels(text)
    drawn = "".join(turned.get(text[at], text[at]) if ways[at] % 2 else text[at] for at in order)
    assert drawn == seen


def test_letters_of_arabic_join_and_marks_stand_over_their_letters():
    first, second = (glyph.number for glyph in shaped("بب", "Arabic", leftwards=True).glyphs)
    assert first != second
    lam, alef = shaped("لا", "Arabic", leftwards=True).glyphs
    assert (lam.says, alef.says, lam.shown, alef.shown) == ("ل", "ا", True, False)
    letter, mark = shaped("ǫ́", "Latin").glyphs
    assert letter.x <= mark.x <= letter.x + face("Latin").widths[ord("o")]


def test_what_no_face_has_whole_is_one_box_and_a_word_is_set_by_one_hand():
    assert clusters("👩‍👧🇺🇸👋🏽e\u0323\u0301") == ["👩‍👧", "🇺🇸", "👋🏽", "e\u0323\u0301"]
    assert missing("x 👩‍👧 🇺🇸 👋🏽 ❤️ 漢") == ("👩‍👧", "🇺🇸", "👋🏽", "漢")
    assert clean("a👩‍👧b ❤️ می‌خواهم") == "a□b ❤ می‌خواهم"
    assert [family for _, family in split("Tiếng nói")] == ["Latin", "Body"]
    assert family_of("ā") == family_of("é") == "Body"
    assert clean("\ufedf\ufe8e") == "لا"  # letters as old files have them


def test_every_script_is_written_joined_tagged_and_read_back(tmp_path: Path) -> None:
    texts = [text for text, _ in NO_ANSWER.values()]
    assert [missing(text) for text in texts if missing(text)] == []
    arabic, hebrew = NO_ANSWER["Arabic"][0], NO_ANSWER["Hebrew"][0]
    words = tuple(Words(x=5, y=20.0 * n, text=text) for n, text in enumerate((MIXED, hebrew), start=1))
    blocks = (
        *map(Para, texts),
        Para(arabic * 6, "callout"),
        Para((Run(MIXED), Run("قال", bold=True), Run(" الرابط", link="https://example.org"))),
        Bullets((arabic, hebrew * 4)),
        Table("Words", (Column("لغة"), Column("Text", 3)), (("עברית", hebrew * 3), ("#2", arabic))),
        Figure(Scene(300, 60, words), "Words in a picture", "Words."),
    )
    document = Document(title="العربية", blocks=blocks, day=DAY)
    path = tmp_path / "scripts.pdf"
    write_pdf(document, path)
    read = TaggedFile(path)
    wanted = " ".join(" ".join(clean(piece) for piece in text_of(document)).split())
    assert read.text() == wanted
    assert {one.get("Lang") for one in read.elements()} >= {tag for _, tag in NO_ANSWER.values() if tag}
    assert [one.rule_id for one in page.validate_pdf(str(path), profile="ua1").failures] == []
    copied = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    for name in ("Vietnamese", "Urdu", "Pashto", "Navajo", "Marshallese", "Thai", "Cherokee"):
        assert NO_ANSWER[name][0] in copied, name
    assert "لا أحد يجيب على الهاتف بعد الساعة الخامسة" in copied


def test_a_paragraph_that_runs_to_the_left_begins_at_the_right_edge(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    write_pdf(Document(title="One", blocks=(Para("אבגדה"), Para("12 אבגדה"), Para("ab אב")), day=DAY), path)
    sheet = pypdfium2.PdfDocument(path)[0].get_textpage()
    letters = sheet.get_text_range()
    rights = [sheet.get_charbox(at)[2] for at, char in enumerate(letters) if char == "א"]
    assert rights[0] == pytest.approx(612 - 60, abs=2)
    assert rights[1] == pytest.approx(612 - 60, abs=20)
    assert rights[2] < 120
    assert begins_leftwards("12 א")
    assert not begins_leftwards("a א")


def test_a_language_is_told_where_the_letters_fix_it():
    told = {name: {run.lang for run in told_by_letters([Run(text)])} for name, (text, _) in NO_ANSWER.items()}
    assert told == {name: {tag} for name, (_, tag) in NO_ANSWER.items()}
    cut = list(told_by_letters([Run(MIXED, bold=True), Run("לא", link="https://example.org")]))
    assert "".join(run.text for run in cut) == MIXED + "לא"
    assert [run.lang for run in cut] == ["", "ar", "", "ar", "", ""]
    assert all(run.bold for run in cut[:-1])
    greek = [run.text for run in told_by_letters([Run("a α\u0301 b l\u0651x")])]
    assert greek == ["a ", "α\u0301", " b l\u0651x"]  # no letter is cut from its marks


def test_what_cannot_be_drawn_is_named_with_its_place():
    rows = (("#12", "Call 👍🏽 👍🏽"), ("#13", "没有人"))
    blocks = (Heading(1, "Steps"), Para("Like 👍🏽"), Table("", (Column("Nr"), Column("Text")), rows))
    found = undrawable(Document(title="One", blocks=blocks, day=DAY))
    thumb, *signs = found
    assert (thumb.text, thumb.count, thumb.places) == ("👍🏽", 3, ("Steps", "#12"))
    assert thumb.name == "thumbs up sign + emoji modifier fitzpatrick type-4"
    assert [(one.text, one.kind, one.places) for one in signs] == [
        (sign, "chinese", ("#13",)) for sign in "没有人"
    ]
    told = undrawable_words(Wording(), found)
    assert len(told) == 2
    assert [part for part in ("没 有 人", "#13", "3 times") if part not in told[0]] == []
    assert "thumbs up sign" in told[1]
    assert undrawable(Document(title="One", blocks=(Para("¿Qué?"),), day=DAY)) == ()
