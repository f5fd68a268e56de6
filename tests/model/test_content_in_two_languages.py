# SPDX-License-Identifier: MIT
"""Routes, families, lists, rules and the words of the field in Spanish: the same bones, short sentences."""

from __future__ import annotations

import msgspec
import pytest

from walkthrough.model.content import load_shelf
from walkthrough.model.content.check import check_file, read_texts
from walkthrough.model.content.shapes import Family, Gatherings, Glossary, Lists, Prompts, Route
from walkthrough.model.rules.reading import sentences
from walkthrough.paths import resources

CONTENT = resources() / "content"
MOST_WORDS = 26
PIECES: dict[str, type[msgspec.Struct]] = {
    "lists.toml": Lists,
    "meetings.toml": Gatherings,
    "glossary.toml": Glossary,
    "prompts.toml": Prompts,
    "route-five-points.toml": Route,
    "route-child-welfare.toml": Route,
    "family-harper.toml": Family,
    "family-marsh.toml": Family,
    "family-bennett.toml": Family,
}
SAME_WORD = {"Prenatal"}


def bones(piece: msgspec.Struct) -> object:
    """All that a translation must not change: everything but what people read."""
    read = {path for path, _text in read_texts(piece)}

    def bare(value: object, path: tuple[str | int, ...]) -> object:
        if isinstance(value, dict):
            return {key: bare(one, (*path, key)) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [bare(one, (*path, number)) for number, one in enumerate(value)]
        return "" if path in read else value

    return bare(msgspec.to_builtins(piece), ())


@pytest.mark.parametrize("file", PIECES)
def test_the_spanish_file_is_the_english_one_in_other_words(file: str) -> None:
    assert check_file(CONTENT / "es" / file) == ()
    english, spanish = (load_shelf(CONTENT, one).whole(file, PIECES[file]) for one in ("en", "es"))
    assert bones(spanish) == bones(english)
    told = dict(read_texts(spanish))
    same = {text for path, text in read_texts(english) if told.get(path) == text}
    assert same <= SAME_WORD
    assert [one for text in told.values() for one in sentences(text) if len(one.split()) > MOST_WORDS] == []
