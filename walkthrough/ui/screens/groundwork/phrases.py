# SPDX-License-Identifier: MIT
"""Questionnaires, times of asking and results of other tools in words. It knows no widget but cells."""

from __future__ import annotations

from walkthrough.export.answer_words import AGREE_WORDS
from walkthrough.export.calendar import short_day
from walkthrough.export.terms import term
from walkthrough.model.content import Questionnaire
from walkthrough.model.queries.outside import OutsideRow
from walkthrough.model.queries.questionnaires import (
    AskingRow,
    QuestionnaireHead,
    QuestionnaireRow,
    QuestionRow,
)
from walkthrough.model.words import QuestionKind
from walkthrough.ui.screens.groundwork.reading import SHELF, GroundworkReading
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import _, current, ngettext

SECTION, HEAD = "section:", "head:"
"""What the keys of other rows begin with: a section, a heading."""


def questions_words(many: int) -> str:
    """Return how many questions there are."""
    return ngettext("{n} question", "{n} questions", many).format(n=many)


def list_cells(reading: GroundworkReading) -> list[GroupCells]:
    """Return the rows of the page's list: questionnaires, then results of other tools."""
    rows = [GroupCells(id=HEAD + "questionnaires", text=_("Questionnaires"), is_head=True)]
    rows += [_head_cells(row, row.id in reading.open_boxes) for row in reading.here]
    rows += [_shelf_cells(piece) for piece in reading.shipped]
    none = "" if reading.tools else _("Nothing typed in yet.")
    rows.append(GroupCells(id=HEAD + "tools", text=_("Results of other tools"), detail=none, is_head=True))
    rows += [_result_cells(row) for tool in reading.tools for row in tool.results]
    return rows


def _head_cells(row: QuestionnaireHead, is_open: bool) -> GroupCells:
    asked = _("Not asked yet")
    if row.askings:
        times = ngettext("asked {n} time", "asked {n} times", row.askings).format(n=row.askings)
        asked = _("{times}, last on {day}").format(times=times, day=short_day(current(), row.last_asked))
    marks = (("warn", _("Ballot box open")),) if is_open else ()
    return GroupCells(
        id=row.id,
        text=row.name,
        detail=f"{questions_words(row.questions)} · {asked}",
        marks=marks or ((("quiet", _("Ready to use")),) if row.is_shipped else ()),
    )


def _shelf_cells(piece: Questionnaire) -> GroupCells:
    many = sum(len(section.questions) for section in piece.sections)
    return GroupCells(
        id=SHELF + piece.id,
        text=piece.name,
        detail=f"{questions_words(many)} · " + _("Not asked yet"),
        marks=(("quiet", _("Ready to use")),),
    )


def _result_cells(row: OutsideRow) -> GroupCells:
    return GroupCells(id=row.id, text=row.name, detail=result_words(row))


def result_words(row: OutsideRow) -> str:
    """Return whose tool it is, when it was used and by how many."""
    people = ""
    if row.people is not None:
        people = ngettext("{n} person", "{n} people", row.people).format(n=row.people)
    day = short_day(current(), row.day) if row.day else _("no day")
    return " · ".join(part for part in (row.owner, day, people) if part)


def version_words(row: QuestionnaireRow) -> str:
    """Return what may be done with this version, for the head of its page."""
    if row.is_shipped:
        return _("Comes with the program. It stays as it is; make a copy to change it.")
    told = _("Version {n}.").format(n=row.version) if row.version > 1 or row.is_asked else ""
    if row.is_asked:
        rest = _("It was asked, so its words stay. A change makes version {n}; these results stay.")
        return f"{told} {rest.format(n=row.version + 1)}"
    return told


def question_cells(row: QuestionnaireRow) -> list[GroupCells]:
    """Return sections and questions as the rows of a list, numbered as on the ballot."""
    rows: list[GroupCells] = []
    number = 0
    for section in row.sections:
        name = section.name or (_("Without a heading") if len(row.sections) > 1 else _("Questions"))
        none = "" if section.questions else _("No question yet.")
        rows.append(GroupCells(id=SECTION + section.id, text=name, detail=none, is_head=True))
        for one in section.questions:
            number += 1
            rows.append(GroupCells(id=one.id, text=f"{number}. {one.text}", detail=" · ".join(one.choices)))
    return rows


def preview_words(question: QuestionRow) -> str:
    """Return how a question is answered, for a preview."""
    if question.kind is QuestionKind.CHOICE:
        return " · ".join(f"{number} {choice}" for number, choice in enumerate(question.choices, 1))
    return " · ".join(f"{number} {_(step)}" for number, step in enumerate(AGREE_WORDS, 1))


def asking_words(row: AskingRow) -> str:
    """Return one time of asking as a choice: "3 May 2026: 17 ballots"."""
    many = ngettext("{n} ballot", "{n} ballots", row.ballots).format(n=row.ballots)
    return _("{day}: {ballots} (version {n})").format(
        day=short_day(current(), row.day), ballots=many, n=row.version
    )


def asked_how(row: AskingRow) -> str:
    """Return how it was asked, and of how many."""
    told = [term(current(), row.method) + "."]
    if row.people:
        told.append(
            ngettext("{n} person was in the room.", "{n} people were in the room.", row.people).format(
                n=row.people
            )
        )
    if row.handed_out is not None:
        told.append(
            _("{out} sheets handed out, {back} back, {spoilt} spoilt.").format(
                out=row.handed_out, back=(row.returned or 0) + (row.spoilt or 0), spoilt=row.spoilt or 0
            )
        )
    return " ".join(told)
