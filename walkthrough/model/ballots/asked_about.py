# SPDX-License-Identifier: MIT
"""What people are being asked stays as it is while their box is open: no answer may stand for other words.

It looks at the rows that a step changes, just before its commit. It knows no command and no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from walkthrough.model.ballots.head import FOR_STAGE_CHECK, BoxHead
from walkthrough.model.changes import Change
from walkthrough.model.errors import Refused

Execute = Callable[..., Any]
_TABLES = frozenset(
    {"stage_check", "stage", "dimension", "questionnaire", "question_section", "question"},
)
_PLACE = frozenset({"pos"})
"""Where a row stands in its list. Only of a question or section is it what people see: its number."""


def refuse_while_asked(heads: Iterable[BoxHead], changes: Sequence[Change], execute: Execute) -> None:
    """Refuse a step that changes or removes what an open box asks about.

    Args:
        heads: of the boxes that are open.
        changes: the rows of the step.
        execute: runs a statement inside the transaction of the step.

    Raises:
        Refused: box_open.
    """
    touched = [one for one in changes if one.table in _TABLES]
    if not touched:
        return
    for head in heads:
        is_asked = _asked_of_stage_check if head.for_table == FOR_STAGE_CHECK else _asked_of_questionnaire
        if is_asked(head, touched, execute):
            raise Refused("box_open")


def _asked_of_stage_check(head: BoxHead, touched: Sequence[Change], execute: Execute) -> bool:
    if any(one.old is not None and "ladder_id" in one.columns for one in _itself(touched, head)):
        return True
    if _comes_back(touched, head):
        return False
    row = execute("select ladder_id from stage_check where id = ?", (head.for_id,)).fetchone()
    dimensions = {question.key for question in head.questions}
    for one in touched:
        if one.table == "dimension" and one.id in dimensions and one.columns - _PLACE:
            return True
        if one.table == "stage" and row is not None and row[0] in _named(one, "ladder_id"):
            return True
    return False


def _asked_of_questionnaire(head: BoxHead, touched: Sequence[Change], execute: Execute) -> bool:
    if any(one.old is not None and one.columns - _PLACE for one in _itself(touched, head)):
        return True
    if _comes_back(touched, head):
        return False
    rows = execute("select id from question_section where questionnaire_id = ?", (head.for_id,)).fetchall()
    sections = {key for (key,) in rows}
    for one in touched:
        if one.table == "question_section" and head.for_id in _named(one, "questionnaire_id"):
            return True
        if one.table == "question" and sections & _named(one, "section_id"):
            return True
    return False


def _itself(touched: Sequence[Change], head: BoxHead) -> list[Change]:
    """What changes of the very stage check or questionnaire."""
    return [one for one in touched if (one.table, one.id) == (head.for_table, head.for_id)]


def _comes_back(touched: Sequence[Change], head: BoxHead) -> bool:
    """Whether it was not there, and is made with all that hangs on it: an old box has waited for it."""
    return any(one.old is None for one in _itself(touched, head))


def _named(one: Change, column: str) -> set[Any]:
    """The values of a column before and after."""
    return {image[column] for image in (one.old, one.new) if image is not None and column in image}
