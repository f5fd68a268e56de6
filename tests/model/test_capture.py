# SPDX-License-Identifier: MIT
"""The grammar of the capture line: every key, and that no key ever loses a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules import capture
from walkthrough.model.rules.capture import Blank, Change, Edited, Fetch, Gather, Join, Line, Nothing, Record
from walkthrough.model.rules.lane_tags import LaneTag, lane_named, lanes_like, tag_at_end
from walkthrough.model.rules.pasting import pasted_lines
from walkthrough.model.rules.theme_choice import is_place, theme_meant
from walkthrough.model.words import FINDING_KINDS, Kind

LANES = tuple(
    LaneTag(id=short.casefold(), pos=pos, short=short, name=name)
    for pos, (short, name) in enumerate(
        [
            ("Family", "The family"),
            ("Health", "Health care"),
            ("Treatment", "Substance use and mental health treatment"),
            ("Child welfare", "Child welfare"),
            ("Courts", "Courts and legal help"),
            ("Tribes", "Tribal nations and tribal programs"),
        ]
    )
)
HERE, THERE = "birth", "court"
START = Line(here=HERE)
TYPED = st.text(alphabet=st.sampled_from("ab .-+=>?*@#1é"), max_size=30)


def keyed(text: str, line: Line = START) -> Line:
    """Type a text key by key at the end of the line."""
    for letter in text:
        line = line.typed(line.text + letter, LANES)
    return line


def keys(line: Line, *presses: str) -> Line:
    """Press named keys and type single letters."""
    for press in presses:
        match press:
            case "Backspace":
                line = line.backspace()
            case "Tab":
                line = line.tagged(LANES, lanes_like(tag_at_end(line.text) or "", LANES)[0])
            case _:
                line = keyed(press, line)
    return line


def test_the_line_starts_with_what_works_and_enter_writes_the_text_down():
    assert keyed("Same-day call").enter(LANES) == Record(Kind.PRACTICE, "Same-day call", "", None, HERE)


@pytest.mark.parametrize(("mark", "kind"), capture.MARKS.items())
def test_a_first_character_says_the_kind(mark: str, kind: Kind):
    line = keyed(f"{mark}words")
    assert (line.kind, line.text, line.mark) == (kind, "words", mark)


def test_the_same_character_later_is_text():
    assert keyed("one - two").text == "one - two"


def test_backspace_on_the_chip_gives_the_character_back_as_text():
    line = keyed(" 30 days wait", keys(START, ">", "Backspace"))
    assert line.enter(LANES) == Record(Kind.PRACTICE, "> 30 days wait", "", None, HERE)


def test_after_the_line_was_emptied_a_first_character_says_the_kind_again():
    line = keys(START, ">", "Backspace").typed("", LANES)
    assert keyed("-x", line).kind is Kind.BARRIER


def test_keys_over_the_text_are_none_for_the_same_kind_one_for_another_three_for_a_lane():
    text = "No ride"
    assert keyed(text, Line(here=HERE, kind=Kind.BARRIER)).enter(LANES).text == text
    assert keys(START, "-", text).enter(LANES) == Record(Kind.BARRIER, text, "", None, HERE)
    tagged = keys(keyed(f"{text} "), "@", "t", "Tab").enter(LANES)
    assert tagged == Record(Kind.PRACTICE, text, "", "treatment", HERE)


@pytest.mark.parametrize(
    "text", ["@cw No ride", "No @cw ride", "No ride @cw", "No ride @child", "@3 No ride"]
)
def test_a_tag_anywhere_names_the_lane_and_leaves_the_words(text: str):
    assert keyed(text).enter(LANES) == Record(Kind.PRACTICE, "No ride", "", "child welfare", HERE)


@pytest.mark.parametrize("text", ["mail a@treatment", "ask @ noon", "ask @nobody", "ask @t now"])
def test_what_names_no_lane_or_several_stays_text(text: str):
    found = keyed(text).enter(LANES)
    assert (found.text, found.lane_id) == (text, None)


def test_backspace_on_a_typed_lane_gives_the_tag_back_as_text():
    line = keys(keyed("@cw No ride"), "Backspace")
    assert line.text == "@cw No ride"
    assert line.enter(LANES).text == "@cw No ride"


def test_a_lane_key_sets_the_lane_and_pressed_again_takes_it_off():
    line = keyed("No ride").with_lane("courts")
    assert line.enter(LANES).lane_id == "courts"
    assert line.with_lane("courts").enter(LANES).lane_id is None


def test_barrier_and_practice_stay_and_the_other_kinds_last_for_one_entry():
    for mark, kind in capture.MARKS.items():
        after = keyed(f"{mark}x").saved()
        assert after.kind is (kind if kind in FINDING_KINDS else Kind.PRACTICE)
    assert keyed("?x", keyed("-x").saved()).saved().kind is Kind.BARRIER


def test_every_new_station_starts_with_what_works():
    assert keyed("-x").saved().moved_to(THERE).kind is Kind.PRACTICE


def test_an_entry_belongs_where_its_first_character_was_typed():
    line = keyed("-Two hot").moved_to(THERE)
    assert line.is_elsewhere
    line = keyed("lines", line)
    assert line.enter(LANES) == Record(Kind.BARRIER, "Two hotlines", "", None, HERE)
    after = line.saved()
    assert (after.here, after.kind, after.bound) == (THERE, Kind.PRACTICE, None)
    assert keyed("x", after).enter(LANES).station_id == THERE


def test_a_line_emptied_and_begun_anew_belongs_to_the_new_station():
    line = keyed("x").moved_to(THERE).typed("", LANES)
    assert keyed("y", line).enter(LANES).station_id == THERE


def test_a_number_fetches_and_two_numbers_join():
    assert keyed("#12").enter(LANES) == Fetch(12)
    assert keyed("#12 + #15").enter(LANES) == Join((12, 15))
    assert isinstance(keyed("#12 is worse").enter(LANES), Record)


@pytest.mark.parametrize("lone", [".", "b"])
def test_what_a_remote_sends_to_blank_is_no_text_while_live(lone: str):
    assert keyed(lone).enter(LANES, live=True) == Blank()
    assert isinstance(keyed(lone).enter(LANES), Record)
    assert isinstance(keyed(f"{lone}a").enter(LANES, live=True), Record)


@pytest.mark.parametrize("text", ["", "   ", "-", "> "])
def test_nothing_to_say_writes_nothing(text: str):
    assert keyed(text).enter(LANES) == Nothing()


def test_a_next_step_says_what_who_and_by_when():
    line = keyed(">One form").filled(who=" J. Cole ", when="2w")
    assert line.enter(LANES) == Record(Kind.NEXT_STEP, "One form", "", None, HERE, "J. Cole", "2w")
    assert line.with_kind(Kind.BARRIER).enter(LANES).who == ""


def test_a_next_step_from_a_finding_says_which_one_it_answers():
    finding = Edited(Kind.BARRIER, "f", 7)
    line = keyed("One form", START.answering(finding))
    assert line.enter(LANES).answers == finding
    assert keys(line, "Backspace").enter(LANES).answers is None
    assert line.with_kind(Kind.BARRIER).enter(LANES).answers is None


def test_changing_an_entry_keeps_its_place_and_takes_the_kind_that_is_on():
    entry = Edited(Kind.BARRIER, "f", 7)
    now = Record(Kind.BARRIER, "- old words", "", "courts", THERE)
    line = START.editing(entry, now)
    assert line.enter(LANES) == Change(entry, now)
    changed = line.typed("-new words", LANES).with_kind(Kind.PARKED).enter(LANES)
    assert changed == Change(entry, Record(Kind.PARKED, "-new words", "", "courts", THERE))
    assert line.emptied() == START


def test_the_lane_chosen_on_the_map_stays_and_a_tag_goes_before_it():
    line = START.always_lane("courts")
    assert keyed("x", line).enter(LANES).lane_id == "courts"
    assert keyed("x @cw", line).saved().lane_id == "courts"
    assert keyed("x @cw ", line).always_lane(None).lane_id == "child welfare"


def test_a_paste_loses_its_bullets_and_numbers_and_empty_lines():
    pasted = "- one\n * two\n3. three\n\n4) [ ] four\n• five\n(6) six\n\t7.5 days\n> 30 days\n"
    assert [line.whole for line in pasted_lines(pasted)] == [
        "one", "two", "three", "four", "five", "six", "7.5 days", "> 30 days",
    ]  # fmt: skip


def test_a_pasted_line_with_a_mark_and_a_blank_is_of_that_kind():
    pasted = "plain\n+ works\n> call them\n? jails\n=\tdays\n#12 stays\n>30 days\n>\n"
    assert [(line.kind, line.text) for line in pasted_lines(pasted)] == [
        (None, "plain"), (Kind.PRACTICE, "works"), (Kind.NEXT_STEP, "call them"), (Kind.PARKED, "jails"),
        (Kind.INDICATOR, "days"), (None, "#12 stays"), (None, ">30 days"), (None, ">"),
    ]  # fmt: skip


def test_a_mark_right_before_a_letter_counts_and_a_sign_before_a_number_does_not():
    pasted = "+The nurse calls\n>Ávila asks\n?who pays\n=days\n+1 555 010\n=> so\n-dash\n*star\n"
    assert [(line.kind, line.text) for line in pasted_lines(pasted)] == [
        (Kind.PRACTICE, "The nurse calls"), (Kind.NEXT_STEP, "Ávila asks"), (Kind.PARKED, "who pays"),
        (Kind.INDICATOR, "days"), (None, "+1 555 010"), (None, "=> so"), (None, "-dash"), (None, "*star"),
    ]  # fmt: skip


@pytest.mark.parametrize(("mark", "kind"), capture.MARKS.items())
def test_what_replaces_the_whole_line_may_begin_with_a_mark(mark: str, kind: Kind):
    before = keyed("+half a sentence @cw ")
    line = capture.retyped(before, mark, LANES)
    assert (line.kind, line.text, line.mark) == (kind, "", mark)
    assert capture.retyped(line, "x", LANES).kind is kind
    assert keyed("plain words").typed(f"{mark}plain words").text == f"{mark}plain words"


def test_backspace_gives_back_the_mark_typed_over_an_entry_being_changed():
    entry = Edited(Kind.DECISION, "d", 4)
    editing = START.editing(entry, Record(Kind.DECISION, "We meet", "", None, HERE))
    line = capture.retyped(editing, "-", LANES)
    assert line.kind is Kind.BARRIER
    back = line.backspace()
    assert (back.kind, back.text) == (Kind.DECISION, "-")


def test_a_single_letter_is_a_lane_only_by_its_short_name_and_others_are_offered():
    assert lane_named("s", LANES) is None
    assert [lane.short for lane in lanes_like("s", LANES)] == ["Treatment"]
    assert keyed("wait @s here").lane_id is None
    assert keyed("wait @h here").lane_id == "health"
    coded = (LaneTag("a", 1, "Jail", "Jail and reentry", code="s0"), LaneTag("b", 2, "Court", "Courts"))
    assert lanes_like("s", coded) == ()
    assert lane_named("1", coded).id == "a"


def test_a_row_of_a_table_is_one_entry_whatever_breaks_its_cells():
    pasted = 'No ride\tMon\n"Two forms\r\nand a third"\t"the ""blue"" one"\n"Wait," she said.\n"In quotes"\n'
    assert [line.text for line in pasted_lines(pasted)] == [
        "No ride, Mon", 'Two forms and a third, the "blue" one', '"Wait," she said.', '"In quotes"',
    ]  # fmt: skip


@given(TYPED)
def test_no_typed_character_is_ever_lost(text: str):
    line = keyed(text)
    kept = line.whole.replace(" ", "")
    assert sorted(kept) == sorted(text.replace(" ", ""))


@given(TYPED, st.lists(st.sampled_from(["Backspace", "kind", "lane", "station", "x"]), max_size=8))
def test_no_key_beside_typing_loses_a_word(text: str, presses: list[str]):
    line = keyed(text)
    letters = line.text.replace(" ", "")
    for press in presses:
        match press:
            case "kind":
                line = line.with_kind(Kind.DECISION)
            case "lane":
                line = line.with_lane("courts")
            case "station":
                line = line.moved_to(THERE)
            case "x":
                line = line.typed(line.text + "x", LANES)
                letters += "x"
            case _:
                line = line.backspace()
        left = iter(line.text.replace(" ", ""))
        assert all(letter in left for letter in letters), "the letters stand there in their order"


@given(TYPED)
def test_enter_never_loses_a_word_either(text: str):
    line = keyed(text)
    meaning = line.enter(LANES)
    if isinstance(meaning, Record):
        words = [word for word in line.text.split() if not word.startswith("@")]
        assert [word for word in meaning.text.split() if not word.startswith("@")] == words
    else:
        assert not line.text.strip() or isinstance(meaning, Fetch | Join)


@given(TYPED, TYPED)
def test_the_draft_brings_the_whole_line_back(text: str, who: str):
    line = keyed(text).filled(who=who)
    draft = capture.as_draft(line)
    again = capture.from_draft(START, draft, LANES)
    if not line.is_empty and not line.is_plain:
        assert (again.kind, again.who) == (line.kind, who)
        assert again.text.split() == line.text.split() or again.lane_id != line.lane_id


@given(st.text(max_size=60))
def test_any_paste_gives_lines_with_words(text: str):
    for line in pasted_lines(text):
        assert line.text == " ".join(line.text.split()) != ""


WORD = st.text(alphabet="abcdefgxyz", min_size=2, max_size=6)


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "- ", "> ", "? ", "* ", "3. ", "\t"]), st.lists(WORD, min_size=1))
    )
)
def test_no_word_of_a_paste_is_ever_lost(rows: list[tuple[str, list[str]]]):
    lines = pasted_lines("\n".join(head + " ".join(words) for head, words in rows))
    assert [line.text.split() for line in lines] == [words for _head, words in rows]
    assert [line.mark for line in lines] == [head.strip() if head in ("> ", "? ") else "" for head, _ in rows]


def test_the_likeliest_lane_comes_first_and_nothing_fits_nonsense():
    assert [lane.short for lane in lanes_like("t", LANES)][:2] == ["Treatment", "Tribes"]
    assert lane_named("tr", LANES) is None
    assert lane_named("TRI", LANES).short == "Tribes"
    assert lane_named("h", LANES).short == "Health"
    assert lanes_like("zzz", LANES) == ()
    assert len(lanes_like("", LANES)) == len(LANES)


FINDING = Edited(Kind.BARRIER, "f12", 12)


@given(TYPED)
def test_while_a_theme_is_named_every_character_is_its_name(text: str):
    line = keyed(text, keyed("", START.gathering(FINDING)))
    assert (line.text, line.kind, line.lane_id, line.bound) == (text, START.kind, None, None)
    words = " ".join(text.split())
    assert line.enter(LANES, live=True) == (Gather(FINDING, words) if words else Nothing())
    assert capture.as_draft(line) == ""


def test_backspace_on_the_empty_name_of_a_theme_and_enter_lead_back_to_entries():
    line = START.gathering(FINDING)
    assert line.backspace() == START.emptied()
    assert keyed("Trust", line).backspace() == keyed("Trust", line)
    assert keyed("Trust", line).saved() == START.emptied()


def test_kind_and_lane_keys_wait_while_a_theme_is_named():
    line = keyed("Trust", START.gathering(FINDING))
    assert line.with_kind(Kind.DECISION) == line == line.with_lane("health")


NAMES = st.lists(st.text(alphabet="ab C1", min_size=1, max_size=6), max_size=6)


@given(NAMES, st.data())
def test_a_theme_is_met_by_its_number_and_by_its_name(names: list[str], data: st.DataObject):
    if not names:
        assert theme_meant("1", names) is None
        return
    place = data.draw(st.integers(0, len(names) - 1))
    assert theme_meant(str(place + 1), names) == place
    if not is_place(names[place]):
        found = theme_meant(f" {names[place].upper()} ", names)
        assert found is not None
        assert " ".join(names[found].split()).casefold() == " ".join(names[place].split()).casefold()


@given(NAMES, st.integers(0, 9999))
def test_a_number_beyond_the_last_theme_is_none_of_them(names: list[str], number: int):
    found = theme_meant(str(number), names)
    assert found == (number - 1 if 1 <= number <= len(names) else None)
