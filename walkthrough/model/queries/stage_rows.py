# SPDX-License-Identifier: MIT
"""The frozen rows of the stage check, for screens, charts and reports: codes, and people's own words."""

from __future__ import annotations

from datetime import date

import msgspec

from walkthrough.model.rules.evidence import Shown
from walkthrough.model.rules.stages import WEAKEST_FIRST, Reached, Said, Standing
from walkthrough.model.words import Agreement, StepState


class StageRow(msgspec.Struct, frozen=True, gc=False):
    """One stage of the ladder."""

    number: int
    name: str
    meaning: str


class EvidenceRow(msgspec.Struct, frozen=True, gc=False):
    """One piece of evidence, judged on the day of the check.

    `missing` names the empty fields that it needs. `shown.role` is for paper, not for the wall; `held`
    evidence keeps its words off both.
    """

    id: str
    shown: Shown
    missing: tuple[str, ...]
    is_later: bool
    counts: bool
    is_old: bool
    held: bool


class StepLink(msgspec.Struct, frozen=True, gc=False):
    """A next step that was made from a criterion."""

    id: str
    number: int
    what: str
    state: StepState
    held: bool = False


class IndicatorLink(msgspec.Struct, frozen=True, gc=False):
    """An indicator that was made of a count given as evidence of a criterion."""

    id: str
    number: int


class CriterionRow(msgspec.Struct, frozen=True, gc=False):
    """One statement with what was said of it; `answered_on` may lie before the check it was carried into."""

    id: str
    code: str
    text: str
    example: str
    said: Said
    standing: Standing
    note: str
    answered_on: date | None
    evidence: tuple[EvidenceRow, ...]
    steps: tuple[StepLink, ...]
    indicators: tuple[IndicatorLink, ...] = ()

    @property
    def stage(self) -> int:
        """The stage it stands for."""
        return self.said.stage


class DimensionRow(msgspec.Struct, frozen=True, gc=False):
    """One dimension with its criteria, lowest stage first, and where it stands."""

    id: str
    code: str
    name: str
    short: str
    about: str
    criteria: tuple[CriterionRow, ...]
    reached: Reached

    @property
    def next_criterion_id(self) -> str:
        """The criterion that moves it on: the weakest of the first stage not shown yet; "" for none."""
        open_ones = [
            one
            for one in self.criteria
            if one.stage == self.reached.next and one.standing not in (Standing.MET, Standing.NA)
        ]
        weakest = min(open_ones, key=lambda one: WEAKEST_FIRST.index(one.standing), default=None)
        return weakest.id if weakest else ""

    @property
    def answered(self) -> int:
        """How many of its criteria somebody has looked at."""
        return sum(one.standing is not Standing.NONE for one in self.criteria)


class FrontierRow(msgspec.Struct, frozen=True, gc=False):
    """What moves one dimension on."""

    dimension_id: str
    dimension: str
    criterion: CriterionRow


class CheckPage(msgspec.Struct, frozen=True, gc=False):
    """One stage check, whole. `middle` is None for too few parts looked at; 0: stage 1 is not shown yet."""

    id: str
    as_of: date
    meeting_id: str | None
    ladder: str
    ladder_code: str
    version: str
    language: str
    stages: tuple[StageRow, ...]
    dimensions: tuple[DimensionRow, ...]
    middle: int | None
    agreement: Agreement | None
    agreed_stage: int | None
    agreed_reason: str
    wanted_stage: int | None
    wanted_reason: str
    is_without_evidence: bool
    ladder_id: str
    is_own_ladder: bool


class CheckHead(msgspec.Struct, frozen=True, gc=False):
    """A stage check as far as it takes to choose it: its day, what was agreed and that stage's name, what was
    wanted, and the ladder it asks by.
    """

    id: str
    as_of: date
    agreement: Agreement | None
    agreed_stage: int | None
    agreed_name: str
    wanted_stage: int | None
    ladder_id: str
    ladder: str
    version: str


class CheckRow(msgspec.Struct, frozen=True, gc=False):
    """What one stage check came to. `reached` goes by dimension code; another ladder breaks the line."""

    id: str
    as_of: date
    ladder_code: str
    version: str
    is_other_ladder: bool
    agreement: Agreement | None
    agreed_stage: int | None
    agreed_reason: str
    wanted_stage: int | None
    middle: int | None
    is_without_evidence: bool
    reached: dict[str, Reached]
    ladder_id: str
    is_own_ladder: bool


class LastWanted(msgspec.Struct, frozen=True, gc=False):
    """The stage that the room wants, and the day of the check in which it said so."""

    stage: int
    reason: str
    as_of: date


class LastAgreed(msgspec.Struct, frozen=True, gc=False):
    """What the room agreed on in an earlier check."""

    agreement: Agreement
    stage: int | None
    as_of: date


class StageSummary(msgspec.Struct, frozen=True, gc=False):
    """The newest stage check in short: `looked_at` dimensions have a stage, `old` evidence needs renewing.

    `wanted` is of the newest check that had a wanted stage, for it holds until a new one is set. `agreed` is
    what was agreed before; None where the newest check has an agreed stage of its own.
    """

    page: CheckPage
    before: CheckRow | None
    wanted: LastWanted | None
    agreed: LastAgreed | None
    looked_at: int
    frontier: tuple[FrontierRow, ...]
    old: int
