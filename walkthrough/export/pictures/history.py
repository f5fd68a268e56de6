# SPDX-License-Identifier: MIT
"""The stage checks over time with words: the picture, and what moved from one check to the next.

Nothing here says that going back is bad.
"""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.export.calendar import day_words, short_day
from walkthrough.export.charts.history_cells import HistoryCell
from walkthrough.export.charts.stage_history import (
    HistoryColumn,
    HistoryInput,
    HistoryRow,
    HistoryWords,
    build_stage_history,
    columns_that_fit,
)
from walkthrough.export.check_days import counted
from walkthrough.export.pictures.stage import closed, stage_name
from walkthrough.export.scene import Scene
from walkthrough.model.queries.stage_history import HistoryCheck, HistoryMove
from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.model.rules.stage_moves import Way
from walkthrough.model.words import Agreement
from walkthrough.wording import Wording


def history_scene(words: Wording, checks: Sequence[HistoryCheck], width: float = 500.0) -> Scene:
    """The checks side by side, the newest at the right; what has no room is in the table.

    Args:
        words: of the reader's language.
        checks: all checks, from `stage_history`; one is enough, none makes an empty picture.
        width: in points.
    """
    if not checks:
        return Scene(width, 1.0, (), words.gettext("There has been no stage check yet."))
    fit = columns_that_fit(width, sum(check.is_other_ladder for check in checks))
    shown = tuple(checks[-fit:])
    days = _days(words, checks)
    names = {tuple(stage.name for stage in check.stages) for check in shown}
    return build_stage_history(
        HistoryInput(
            columns=tuple(
                _column(words, check, days[check.id], is_first=check is shown[0]) for check in shown
            ),
            rows=_rows(shown),
            stages=names.pop() if len(names) == 1 else (),
            words=_words(words, len(checks) - len(shown)),
            summary=history_summary(words, checks),
            table=_table(words, checks),
            width=width,
        )
    )


def history_summary(words: Wording, checks: Sequence[HistoryCheck]) -> str:
    """What was agreed in each check, in one sentence each."""
    return " ".join(
        words.gettext("{day}: {what}.").format(
            day=day_words(words, check.as_of), what=agreed_in_words(words, check)
        )
        for check in checks
    )


def agreed_in_words(words: Wording, check: HistoryCheck) -> str:
    """What a check agreed on, as part of a sentence."""
    _ = words.gettext
    match check.agreement:
        case Agreement.STAGE:
            return stage_name(words, check.stages, check.agreed)
        case Agreement.NOT_YET:
            return _("not yet at stage 1")
        case Agreement.NOT_AGREED:
            return _("not agreed")
    return _("nothing agreed yet")


def agreed_line(words: Wording, check: HistoryCheck) -> str:
    """What a check agreed on and the reason given, as a sentence."""
    _ = words.gettext
    agreed = _("Agreed: {what}.").format(what=agreed_in_words(words, check))
    bare = _("Agreed without evidence.") if check.is_without_evidence else ""
    return " ".join(part for part in (agreed, bare, closed(check.agreed_reason)) if part)


def move_line(words: Wording, moved: HistoryMove, stages: tuple[StageRow, ...]) -> str:
    """One part that moved, from where to where; without the reasons."""
    _, move = words.gettext, moved.move
    match move.way, bool(move.before), bool(move.after):
        case Way.UP, False, _:
            text = _("{part} moved up: to {after}")
        case Way.UP, _, _:
            text = _("{part} moved up: from {before} to {after}")
        case Way.BACK, _, False:
            text = _("{part} moved back from {before}: stage 1 is not shown any more")
        case Way.BACK, _, _:
            text = _("{part} moved back: from {before} to {after}")
        case Way.FIRST, _, False:
            text = _("{part} was looked at for the first time: stage 1 is not shown yet")
        case Way.FIRST, _, _:
            text = _("{part} has a stage for the first time: {after}")
        case _:
            text = _("{part} is open again; before: {before}")
    return text.format(
        part=moved.name,
        before=_short_stage(words, move.before, stages),
        after=_short_stage(words, move.after, stages),
    )


def unmoved_line(words: Wording, check: HistoryCheck, day: str) -> str:
    """That no part moved since a day; and how many more statements are shown now, if any."""
    if not check.more_met:
        return words.gettext("Nothing has moved since {day}.").format(day=day)
    told = words.ngettext(
        "No part has moved to another stage since {day}; {n} more statement is shown now.",
        "No part has moved to another stage since {day}; {n} more statements are shown now.",
        check.more_met,
    )
    return told.format(day=day, n=check.more_met)


def move_reasons(moved: HistoryMove) -> str:
    """What was said or shown anew, in people's own words; "" where nothing was."""
    return " ".join(closed(reason) for reason in moved.reasons)


def _short_stage(words: Wording, stage: int | None, stages: tuple[StageRow, ...]) -> str:
    if not stage or stage > len(stages):
        return words.gettext("stage 1 not shown yet")
    return words.gettext("stage {n}").format(n=stage)


def _words(words: Wording, left_out: int) -> HistoryWords:
    _ = words.gettext
    more = words.ngettext(
        "{n} earlier check is not in the picture. The table has it.",
        "{n} earlier checks are not in the picture. The table has them.",
        left_out,
    )
    return HistoryWords(
        check=_("Stage check"),
        agreed=_("Agreed"),
        bare=_("Agreed without evidence"),
        middle=_("Middle of the parts"),
        not_yet=_("not yet at stage 1"),
        not_agreed=_("not agreed"),
        break_=_("another ladder from here"),
        other_ladder=_("Dashed line: another ladder from here. The two sides cannot be compared."),
        left_out=more.format(n=left_out) if left_out else "",
        signs={
            "agreed": _("Agreed"),
            "bare": _("Agreed without evidence"),
            "middle": _("Middle of the parts"),
            "not_shown": _("Stage 1 not shown yet"),
            "nobody_knows": _("Nobody knows yet"),
            "not_looked_at": _("Not looked at"),
            "does_not_apply": _("Does not apply"),
            "up": _("Moved up"),
            "back": _("Moved back"),
        },
    )


def _column(words: Wording, check: HistoryCheck, day: str, *, is_first: bool) -> HistoryColumn:
    return HistoryColumn(
        id=check.id,
        day=day,
        stages=len(check.stages),
        agreed=check.agreed,
        is_not_agreed=check.agreement is Agreement.NOT_AGREED,
        is_bare=check.is_without_evidence,
        middle=check.middle,
        is_break=check.is_other_ladder and not is_first,
        say=_say(words, check),
    )


def _say(words: Wording, check: HistoryCheck) -> str:
    _ = words.gettext
    parts = [
        _("{day}: {what}.").format(day=day_words(words, check.as_of), what=agreed_in_words(words, check))
    ]
    if check.is_other_ladder:
        parts.append(_("Another ladder from here."))
    parts += [closed(move_line(words, moved, check.stages)) for moved in check.moves]
    return " ".join(parts)


def _days(words: Wording, checks: Sequence[HistoryCheck]) -> dict[str, str]:
    return counted(checks, {one.id: short_day(words, one.as_of) for one in checks})


def _rows(checks: Sequence[HistoryCheck]) -> tuple[HistoryRow, ...]:
    """The parts of the newest ladder in its order, then those that only earlier ones had."""
    names: dict[str, str] = {}
    for check in reversed(checks):
        for part in check.parts:
            names.setdefault(part.code, part.name)
    cells = [_cells(check) for check in checks]
    return tuple(HistoryRow(name, tuple(one.get(code) for one in cells)) for code, name in names.items())


def _cells(check: HistoryCheck) -> dict[str, HistoryCell]:
    ways = {moved.name: moved.move.way for moved in check.moves}
    found = {}
    for part in check.parts:
        reached, way = part.reached, ways.get(part.name)
        mark = reached.unplaced.value if reached.unplaced else "" if reached.evidenced else "not_shown"
        shown = way.value if way in (Way.UP, Way.BACK) else ""
        found[part.code] = HistoryCell(reached.evidenced, len(check.stages), shown, mark)
    return found


def _table(words: Wording, checks: Sequence[HistoryCheck]) -> tuple[tuple[str, ...], ...]:
    """All checks, the newest first: what was agreed, and where each part stood."""
    _ = words.gettext
    rows, days = _rows(checks), _days(words, checks)
    signs = _words(words, 0).signs
    found = [(_("Stage check"), _("Agreed"), _("Ladder"), *(row.name for row in rows))]
    for at in range(len(checks) - 1, -1, -1):
        check = checks[at]
        cells = (row.cells[at] for row in rows)
        told = ("–" if cell is None else signs[cell.mark] if cell.mark else str(cell.stage) for cell in cells)
        ladder = f"{check.ladder}, {check.version}"
        found.append((days[check.id], agreed_in_words(words, check), ladder, *told))
    return tuple(found)
