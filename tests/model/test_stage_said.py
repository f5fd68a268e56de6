# SPDX-License-Identifier: MIT
"""The stage that the room wants holds until a new one is set; what it agreed on is told until then."""

from __future__ import annotations

from datetime import date

import msgspec

from walkthrough.export.check_days import check_days
from walkthrough.export.pictures.stage import agreed_so_far, strip_scene, wanted_so_far
from walkthrough.model.commands.stage import AgreeStage, BeginStageCheck, WantStage
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage import check_heads, summary
from walkthrough.model.queries.stage_said import newest_with_something
from walkthrough.model.words import Agreement
from walkthrough.model.workbook import Workbook
from walkthrough.paths import locale_folder, resources
from walkthrough.wording import Wording

LADDER = load_shelf(resources() / "content", "en").ladder
MAY, NOVEMBER = date(2026, 5, 12), date(2026, 11, 24)
WORDS = Wording()


def test_a_new_check_keeps_the_stage_wanted_until_another_is_set(workbook: Workbook) -> None:
    first = BeginStageCheck(MAY, LADDER)
    workbook.do(first)
    workbook.do(AgreeStage(first.id, Agreement.STAGE, 2, "Two projects run"))
    workbook.do(WantStage(first.id, 3, "Rules decide"))
    second = BeginStageCheck(NOVEMBER, LADDER)
    workbook.do(second)
    now = workbook.read(summary)
    assert now is not None
    assert now.wanted is not None
    assert now.agreed is not None
    assert (now.wanted.stage, now.wanted.reason, now.wanted.as_of) == (3, "Rules decide", MAY)
    assert wanted_so_far(WORDS, now) == "Wanted stage: 3 Changing the rules (said on May 12, 2026)."
    told = "Agreed on May 12, 2026: 2 Joint projects. No stage has been agreed in the new check yet."
    assert agreed_so_far(WORDS, now) == told
    assert any("'Wanted'" in repr(shape) for shape in strip_scene(WORDS, now).shapes)

    workbook.do(WantStage(second.id, 4, "It must last"))
    workbook.do(AgreeStage(second.id, Agreement.NOT_AGREED, None, "Two views"))
    now = workbook.read(summary)
    assert now is not None
    assert now.wanted is not None
    assert (now.wanted.stage, now.wanted.as_of, now.agreed) == (4, NOVEMBER, None)
    assert wanted_so_far(WORDS, now) == "Wanted stage: 4 Changing the system."
    earlier = workbook.read(summary, first.id)
    assert earlier is not None
    assert earlier.wanted is not None
    assert (earlier.page.as_of, earlier.wanted.stage) == (MAY, 3)


def test_a_check_merely_begun_is_passed_over_until_something_is_said_in_it(workbook: Workbook) -> None:
    other = msgspec.structs.replace(LADDER, version=9)
    first, second, third = (BeginStageCheck(NOVEMBER, one) for one in (LADDER, other, LADDER))
    workbook.do(first)
    assert workbook.read(newest_with_something) == ""
    workbook.do(AgreeStage(first.id, Agreement.STAGE, 2, "Two projects run"))
    workbook.do(second)
    workbook.do(third)
    assert workbook.read(newest_with_something) == first.id
    heads = workbook.read(check_heads)
    days = check_days(WORDS, heads)
    assert len(set(days.values())) == 3
    told = (days[first.id][-3:], days[third.id][-3:])
    assert told == ("(1)", "(2)"), "the same ladder in the same version"
    apart = check_days(WORDS, heads[:2])
    assert apart[second.id] == f"November 24, 2026 · {LADDER.name}, 9"
    workbook.do(WantStage(second.id, 3, "Rules decide"))
    assert workbook.read(newest_with_something) == second.id


def test_shipped_stages_are_called_as_on_the_ballots_and_own_ones_as_they_were_written(
    workbook: Workbook,
) -> None:
    own = msgspec.structs.replace(LADDER.stages[1], name="We act")
    changed = msgspec.structs.replace(LADDER, version=4, stages=(LADDER.stages[0], own, *LADDER.stages[2:]))
    spanish = Wording("es", locale_folder())
    for ladder, name in ((LADDER, "2 Proyectos conjuntos"), (changed, "2 We act")):
        check = BeginStageCheck(NOVEMBER, ladder)
        workbook.do(check)
        workbook.do(AgreeStage(check.id, Agreement.STAGE, 2, "Two projects run"))
        now = workbook.read(summary, check.id)
        assert now is not None
        assert name in agreed_so_far(spanish, now)
        assert name in strip_scene(spanish, now).summary


def test_another_ladder_means_other_stages(workbook: Workbook) -> None:
    first = BeginStageCheck(MAY, LADDER)
    workbook.do(first)
    workbook.do(WantStage(first.id, 3, "Rules decide"))
    workbook.do(BeginStageCheck(NOVEMBER, msgspec.structs.replace(LADDER, version=9)))
    now = workbook.read(summary)
    assert now is not None
    assert now.wanted is None
    assert wanted_so_far(WORDS, now) == ""
