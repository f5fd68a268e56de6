# SPDX-License-Identifier: MIT
"""The ladder in English and Spanish: the same ids and proofs, and both languages side by side on a ballot."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copy, copytree

import msgspec

from walkthrough.model.commands.stage import AnswerCriterion, BeginStageCheck
from walkthrough.model.content import Ladder, load_shelf
from walkthrough.model.content.check import check_file, read_texts
from walkthrough.model.queries.bilingual import ladder_words, shipped_words
from walkthrough.model.queries.stage import check_page
from walkthrough.model.rules.reading import sentences
from walkthrough.model.words import Answer
from walkthrough.model.workbook import Workbook
from walkthrough.paths import resources

CONTENT = resources() / "content"
ENGLISH, SPANISH = (load_shelf(CONTENT, one).ladder for one in ("en", "es"))
MOST_WORDS = 26


def bones(ladder: Ladder) -> object:
    """All that a translation must not change."""
    return (
        ladder.id,
        ladder.version,
        [stage.number for stage in ladder.stages],
        [
            (
                part.id,
                [(one.id, one.stage) for one in part.criteria],
                [(told.criterion, told.proof, told.day) for told in part.stage4_story],
            )
            for part in ladder.dimensions
        ],
    )


def test_the_spanish_ladder_is_the_english_one_in_other_words() -> None:
    assert check_file(CONTENT / "es" / "ladder.toml") == ()
    assert bones(SPANISH) == bones(ENGLISH)
    texts = [dict(read_texts(ladder)) for ladder in (ENGLISH, SPANISH)]
    same = {
        path
        for path in texts[0].keys() & texts[1].keys()
        if texts[0][path] and texts[0][path] == texts[1][path]
    }
    assert {path[-1] for path in same} <= {"amount"}, same
    long = [one for text in texts[1].values() for one in sentences(text) if len(one.split()) > MOST_WORDS]
    assert long == []


def test_what_is_not_translated_yet_is_there_in_english_and_says_so(tmp_path: Path) -> None:
    copytree(CONTENT / "en", tmp_path / "en")
    (tmp_path / "es").mkdir()
    copy(CONTENT / "es" / "ladder.toml", tmp_path / "es")
    shelf = load_shelf(tmp_path, "es")
    assert (shelf.language, shelf.ladder_language, shelf.route_language("five-points")) == ("es", "es", "en")
    assert shelf.routes == load_shelf(CONTENT, "en").routes
    assert shelf.family("harper").id == "harper"


def check_on(workbook: Workbook, ladder: Ladder, language: str) -> str:
    check = BeginStageCheck(date(2026, 5, 12), ladder, language=language)
    workbook.do(check)
    return check.id


def test_our_ladder_has_both_languages_english_first_whichever_is_in_use(workbook: Workbook) -> None:
    for used, language in ((ENGLISH, "en"), (SPANISH, "es")):
        key = check_on(workbook, used, language)
        english, spanish = workbook.read(ladder_words, key, CONTENT)
        assert (english.language, spanish.language) == ("en", "es")
        assert [one.name for one in english.stages] == [one.name for one in ENGLISH.stages]
        assert [one.meaning for one in spanish.stages] == [one.meaning for one in SPANISH.stages]
        assert [one.name for one in english.dimensions.values()] == [d.name for d in ENGLISH.dimensions]
        assert [one.name for one in spanish.dimensions.values()] == [d.name for d in SPANISH.dimensions]
        assert list(english.dimensions) == list(spanish.dimensions)


def test_a_part_of_the_users_own_stands_in_its_own_words_on_both_sides(workbook: Workbook) -> None:
    own = msgspec.structs.replace(ENGLISH.dimensions[0], name="Why we meet")
    changed = msgspec.structs.replace(ENGLISH, version=7, dimensions=(own, *ENGLISH.dimensions[1:]))
    both = workbook.read(ladder_words, check_on(workbook, changed, "en"), CONTENT)
    assert [next(iter(one.dimensions.values())).name for one in both] == ["Why we meet", "Why we meet"]
    assert [list(one.dimensions.values())[1].name for one in both] == ["Governance", "Gobierno del grupo"]


def test_stages_of_the_users_own_have_one_language_and_a_check_that_is_gone_none(workbook: Workbook) -> None:
    stage = msgspec.structs.replace(ENGLISH.stages[0], name="Getting to know each other")
    changed = msgspec.structs.replace(ENGLISH, version=8, stages=(stage, *ENGLISH.stages[1:]))
    [alone] = workbook.read(ladder_words, check_on(workbook, changed, "en"), CONTENT)
    assert (alone.language, alone.stages[0].name) == ("en", "Getting to know each other")
    assert workbook.read(ladder_words, "gone", CONTENT) == ()


def test_before_the_first_check_the_words_are_those_of_the_ladder_we_ship() -> None:
    assert [(one.language, one.stages[1].name) for one in shipped_words(CONTENT)] == [
        ("en", "Joint projects"),
        ("es", "Proyectos conjuntos"),
    ]


def test_answers_come_along_into_the_same_ladder_in_the_other_language(workbook: Workbook) -> None:
    first = BeginStageCheck(date(2026, 5, 12), ENGLISH)
    workbook.do(first)
    page = workbook.read(check_page, first.id)
    assert page is not None
    workbook.do(AnswerCriterion(first.id, page.dimensions[0].criteria[0].id, Answer.PARTLY))
    second = BeginStageCheck(date(2026, 11, 24), SPANISH, language="es")
    workbook.do(second)
    page = workbook.read(check_page, second.id)
    assert page is not None
    assert page.dimensions[0].criteria[0].said.answer is Answer.PARTLY
    assert page.dimensions[0].name == "Propósito y valores"
