# SPDX-License-Identifier: MIT
"""A theme that bears the words of a finding is held and let go with it, so that the words leave the wall."""

from __future__ import annotations

from sqlalchemy import select

from tests.model.live_meeting import Wall
from walkthrough.model.commands.entry import HoldEntry, ReleaseEntry
from walkthrough.model.commands.finding import DropTheme, MakeTheme
from walkthrough.model.queries.wall.shapes import Choosing
from walkthrough.model.schema import Finding, Theme
from walkthrough.model.words import AgendaKind, Kind

WORDS = "Barrier 2"


def names(wall: Wall) -> list[str]:
    pages = (wall.sees(Choosing, AgendaKind.CHOOSE, page=page) for page in range(2))
    return [row.name for page in pages for row in page.rows]


def test_the_words_of_a_held_finding_leave_the_wall_with_the_theme_they_name(wall: Wall):
    for key in wall.keys.themes[-3:]:
        wall.book.do(DropTheme(key))
    finding, other = (
        wall.find(select(Finding.id).where(Finding.text == words))[0] for words in (WORDS, "Barrier 1")
    )
    wall.book.do(MakeTheme(wall.keys.walk, WORDS, (finding, other)))
    wall.book.do(MakeTheme(wall.keys.walk, "Of another name", (finding,)))
    wall.book.do(MakeTheme(wall.keys.walk, WORDS, (other,)))
    assert names(wall).count(WORDS) == 2

    wall.book.do(HoldEntry(Kind.BARRIER, finding))
    assert names(wall).count(WORDS) == 1  # of a theme that does not hold it: somebody chose these words
    assert "Of another name" in names(wall)

    wall.book.do(ReleaseEntry(Kind.BARRIER, finding))
    assert names(wall).count(WORDS) == 2


def test_undo_lets_a_theme_go_together_with_its_finding(wall: Wall):
    wall.book.do(DropTheme(wall.keys.themes[-1]))
    (finding,) = wall.find(select(Finding.id).where(Finding.text == WORDS))
    wall.book.do(MakeTheme(wall.keys.walk, WORDS, (finding,)))
    wall.book.do(HoldEntry(Kind.BARRIER, finding))
    assert wall.find(select(Theme.name).where(Theme.held)) == [WORDS]
    wall.book.undo()
    assert wall.find(select(Theme.name).where(Theme.held)) == []
