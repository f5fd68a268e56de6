# SPDX-License-Identifier: MIT
"""The stage profile and the stage strip of a check, with words. Nothing here says a low stage is bad."""

from __future__ import annotations

from walkthrough.export.calendar import day_words
from walkthrough.export.charts.stage_profile import (
    ProfileDimension,
    ProfileInput,
    ProfileWords,
    build_stage_profile,
)
from walkthrough.export.charts.stage_strip import StripInput, StripWords, build_stage_strip
from walkthrough.export.scene import Scene
from walkthrough.export.stages_in import stages_in
from walkthrough.model.queries.stage_rows import CheckPage, DimensionRow, StageRow, StageSummary
from walkthrough.model.rules.stages import Unplaced
from walkthrough.model.words import Agreement
from walkthrough.wording import N_, Wording

UNPLACED = {
    Unplaced.DOES_NOT_APPLY: N_("does not apply"),
    Unplaced.NOT_LOOKED_AT: N_("not looked at"),
    Unplaced.NOBODY_KNOWS: N_("nobody knows yet"),
}
"""Why a part has no stage, in a word or two."""


def closed(text: str) -> str:
    """Somebody's words as a sentence that another may follow: with a stop at the end, unless there is one."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else text + "."


def stage_name(words: Wording, stages: tuple[StageRow, ...], number: int | None) -> str:
    """A stage in words, such as "2 Joint projects"; below the first: "stage 1 not shown yet"."""
    for stage in stages_in(words, stages):
        if stage.number == number:
            return f"{stage.number} {stage.name}"
    return words.gettext("stage 1 not shown yet")


def standing_words(words: Wording, dimension: DimensionRow, stages: tuple[StageRow, ...]) -> str:
    """Where a dimension stands, as one sentence part."""
    _ = words.gettext
    reached = dimension.reached
    if reached.unplaced is not None:
        return _(UNPLACED[reached.unplaced])
    shown = stage_name(words, stages, reached.evidenced)
    if reached.claimed > reached.evidenced:
        claimed = stage_name(words, stages, reached.claimed)
        return _("{shown}; claimed: {claimed}").format(shown=shown, claimed=claimed)
    return shown


def agreed_words(words: Wording, page: CheckPage) -> str:
    """What the room agreed, in one sentence."""
    _ = words.gettext
    match page.agreement:
        case Agreement.STAGE:
            name = stage_name(words, page.stages, page.agreed_stage)
            text = _("Agreed stage: {stage}.").format(stage=name)
        case Agreement.NOT_YET:
            text = _("Agreed: not yet at stage 1.")
        case Agreement.NOT_AGREED:
            text = _("The room did not agree on one stage.")
        case _:
            return _("No stage has been agreed yet.")
    return " ".join((text, _("Agreed without evidence."))) if page.is_without_evidence else text


def wanted_words(words: Wording, page: CheckPage) -> str:
    """The stage the room wants, or nothing."""
    if page.wanted_stage is None:
        return ""
    name = stage_name(words, page.stages, page.wanted_stage)
    return words.gettext("Wanted stage: {stage}.").format(stage=name)


def wanted_so_far(words: Wording, summary: StageSummary) -> str:
    """The stage the room wants, with the day where it was said in an earlier check; or nothing."""
    wanted, page = summary.wanted, summary.page
    if wanted is None or page.wanted_stage is not None:
        return wanted_words(words, page)
    return words.gettext("Wanted stage: {stage} (said on {day}).").format(
        stage=stage_name(words, page.stages, wanted.stage), day=day_words(words, wanted.as_of)
    )


def agreed_so_far(words: Wording, summary: StageSummary) -> str:
    """What the room agreed, in one or two sentences; until then what it agreed in an earlier check."""
    _ = words.gettext
    before, page = summary.agreed, summary.page
    if before is None:
        return agreed_words(words, page)
    stage = (
        _("not yet at stage 1")
        if before.agreement is Agreement.NOT_YET
        else stage_name(words, page.stages, before.stage)
    )
    told = _("Agreed on {day}: {stage}.").format(day=day_words(words, before.as_of), stage=stage)
    return " ".join((told, _("No stage has been agreed in the new check yet.")))


def middle_words(words: Wording, page: CheckPage) -> str:
    """The middle of the dimensions in words; it is never a heading."""
    _ = words.gettext
    if not page.dimensions:
        return _("The ladder has no parts, so there is no middle.")
    if page.middle is None:
        return _("Too few parts looked at for a middle.")
    return _("Middle of the parts: {stage}.").format(stage=stage_name(words, page.stages, page.middle))


def profile_summary(words: Wording, page: CheckPage) -> str:
    """The whole profile in one sentence, for those who do not see it."""
    if not page.dimensions:
        return " ".join(part for part in (agreed_words(words, page), wanted_words(words, page)) if part)
    parts = [f"{one.short or one.name}: {standing_words(words, one, page.stages)}" for one in page.dimensions]
    return words.gettext("Stage profile. {parts}.").format(parts=". ".join(parts))


def profile_scene(
    words: Wording, page: CheckPage, width: float = 500.0, *, wanted: int | None = None
) -> Scene:
    """The bars of a check, solid where shown, hatched where claimed.

    `wanted` is the stage wanted in an earlier check, flagged where this one has none of its own.
    """
    _ = words.gettext
    if not page.dimensions:
        return _strip(words, page, profile_summary(words, page), page.wanted_stage or wanted, width)
    return build_stage_profile(
        ProfileInput(
            stages=tuple(stage.name for stage in stages_in(words, page.stages)),
            dimensions=tuple(_bar(words, one, page.stages) for one in page.dimensions),
            words=ProfileWords(
                dimension=_("Part of working together"),
                evidenced=_("Shown by evidence"),
                claimed=_("Claimed"),
                ahead=_("In place, out of order"),
                skipped=_("Does not apply"),
                agreed=_("Agreed"),
                wanted=_("Wanted"),
                not_shown=_("stage 1 not shown yet"),
            ),
            summary=profile_summary(words, page),
            agreed=page.agreed_stage if page.agreement is Agreement.STAGE else None,
            wanted=page.wanted_stage or wanted,
            width=width,
        )
    )


def _bar(words: Wording, one: DimensionRow, stages: tuple[StageRow, ...]) -> ProfileDimension:
    reached = one.reached
    standing = standing_words(words, one, stages)
    return ProfileDimension(
        id=one.id,
        name=one.short or one.name,
        evidenced=reached.evidenced,
        claimed=reached.claimed,
        ahead=tuple(reached.ahead),
        skipped=tuple(reached.skipped),
        note=standing if reached.unplaced is not None or reached.claimed == 0 else "",
        say=f"{one.name}: {standing}",
    )


def strip_scene(words: Wording, summary: StageSummary, width: float = 500.0) -> Scene:
    """The stages side by side with the flags of the stage agreed on and the one wanted."""
    told = " ".join(part for part in (agreed_so_far(words, summary), wanted_so_far(words, summary)) if part)
    return _strip(words, summary.page, told, summary.wanted.stage if summary.wanted else None, width)


def _strip(words: Wording, page: CheckPage, told: str, wanted: int | None, width: float) -> Scene:
    _, stages = words.gettext, stages_in(words, page.stages)
    return build_stage_strip(
        StripInput(
            stages=tuple(stage.name for stage in stages),
            words=StripWords(agreed=_("Agreed"), wanted=_("Wanted"), stage=_("Stage"), ratings=_("Ratings")),
            summary=told,
            agreed=page.agreed_stage if page.agreement is Agreement.STAGE else None,
            wanted=wanted,
            says=tuple(f"{stage.number} {stage.name}. {stage.meaning}" for stage in stages),
            width=width,
        )
    )
