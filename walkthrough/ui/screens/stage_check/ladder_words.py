# SPDX-License-Identifier: MIT
"""A ladder in words: its rows in the list, what it holds, why it may not be changed, what a removal takes.

It must not know a widget.
"""

from __future__ import annotations

from collections.abc import Iterator

from walkthrough.model.queries.ladders import DimensionOfLadder, LadderPage, StageOfLadder
from walkthrough.model.rules.ladder_text import LineFault
from walkthrough.model.rules.ladder_versions import LadderHead
from walkthrough.ui.widgets.group_list import GroupCells
from walkthrough.wording import N_, _, ngettext

LADDER, STAGES, PARTS = "ladder", "stages", "parts"
"""Rows that are not a stage nor a part."""

LINE_FAULTS = {
    "name_missing": N_("Line {line}: please write the name of the stage before the colon."),
    "name_twice": N_("Line {line}: this stage is there already."),
    "line_too_many": N_("Line {line}: a ladder holds at most nine stages."),
}


def cells_of(page: LadderPage) -> Iterator[GroupCells]:
    """Return the rows of the list: the ladder, its stages, its parts."""
    yield GroupCells(id=LADDER, text=page.head.name, detail=holds_words(page.head))
    yield GroupCells(id=STAGES, text=_("Stages"), is_head=True)
    for stage in page.stages:
        yield GroupCells(id=stage.id, text=stage_words(stage))
    yield GroupCells(id=PARTS, text=_("Parts of collaboration"), is_head=True, detail=_no_parts(page))
    for part in page.dimensions:
        marks = (("warn", to_write_words(len(part.holes))),) if part.holes else ()
        yield GroupCells(id=part.id, text=part.name, marks=marks)


def stage_words(stage: StageOfLadder) -> str:
    """Return a stage with its number."""
    return _("{number}  {name}").format(number=stage.number, name=stage.name)


def holds_words(head: LadderHead) -> str:
    """Return what a ladder holds, in one line."""
    parts = (
        _("Version {version}").format(version=head.version),
        ngettext("{n} stage", "{n} stages", head.stages).format(n=head.stages),
        ngettext("{n} part", "{n} parts", head.dimensions).format(n=head.dimensions),
        ngettext("{n} statement", "{n} statements", head.criteria).format(n=head.criteria),
    )
    return " · ".join(parts if head.dimensions else parts[:2])


def to_write_words(many: int) -> str:
    """Return how many statements are missing."""
    return ngettext("{n} to write", "{n} to write", many).format(n=many)


def choice_words(head: LadderHead, *, is_ready: bool = True) -> str:
    """Return a ladder's name, with the version of one of our own."""
    if not is_ready:
        return _("{name}, not ready yet").format(name=head.name)
    if head.is_own and head.version != "1":
        return _("{name} ({version})").format(name=head.name, version=head.version)
    return head.name


def standing_words(head: LadderHead) -> str:
    """Return whether a ladder may be changed, and what becomes of the checks."""
    if head.checks:
        told = ngettext(
            "{n} stage check has used this ladder, so it stays as it is.",
            "{n} stage checks have used this ladder, so it stays as it is.",
            head.checks,
        )
        return told.format(n=head.checks)
    if not head.is_own:
        return _("This ladder stays as it came with the program.")
    if head.holes:
        return _(
            "Not ready yet: each part needs a statement for each stage. Still to be written: {many}."
        ).format(many=head.holes)
    return _(
        "The checks so far keep their ladder. The next check asks by this one; in the history, the line "
        "breaks there."
    )


def stage_leaves_words(stage: StageOfLadder) -> str:
    """Return what goes with a stage that is taken out."""
    if not stage.criteria:
        return ""
    told = ngettext(
        "If you take this stage out, its {n} statement goes with it.",
        "If you take this stage out, its {n} statements go with it.",
        stage.criteria,
    )
    return told.format(n=stage.criteria)


def part_leaves_words(part: DimensionOfLadder) -> str:
    """Return what goes with a part that is taken out."""
    many = len(part.criteria)
    if not many:
        return ""
    told = ngettext(
        "If you take this part out, its {n} statement goes with it.",
        "If you take this part out, its {n} statements go with it.",
        many,
    )
    return told.format(n=many)


def came_words(answers: int, came: int, changed: int) -> str:
    """Return what a new check took over from the last one."""
    if not answers:
        return _("A new stage check has begun.")
    if came == answers and not changed:
        return _("A new stage check has begun. Answers and evidence came along with their dates.")
    told = _("A new stage check has begun. {came} of {answers} answers came along.").format(
        came=came, answers=answers
    )
    if not changed:
        return told
    new = ngettext(
        "{n} statement has changed or is new.", "{n} statements have changed or are new.", changed
    ).format(n=changed)
    return f"{told} {new}"


def fault_words(fault: LineFault) -> str:
    """Return what is wrong with a typed line."""
    return _(LINE_FAULTS[fault.code]).format(line=fault.line)


def _no_parts(page: LadderPage) -> str:
    return "" if page.dimensions else _("None: the check asks for the stage as a whole.")
