# SPDX-License-Identifier: MIT
"""Everything the overview shows, read in one go. It knows no widget."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import Connection

from walkthrough.model.queries import indicators, overview, stage
from walkthrough.model.queries.indicators import IndicatorRow
from walkthrough.model.queries.meetings import MeetingRow
from walkthrough.model.queries.overview import FindingCounts, Gathering, Head, StepCounts
from walkthrough.model.queries.partners import SeatRow
from walkthrough.model.queries.stage_rows import StageSummary


class OverviewPage(msgspec.Struct, frozen=True):
    """One look at the whole workbook. Indicators come as they may be on the wall."""

    head: Head | None
    stage: StageSummary | None
    steps: StepCounts
    findings: FindingCounts
    gatherings: tuple[Gathering, ...]
    indicators: tuple[IndicatorRow, ...]
    empty_seats: tuple[SeatRow, ...]
    next_meeting: MeetingRow | None


def overview_page(connection: Connection, today: date) -> OverviewPage:
    """Read everything as of `today`."""
    return OverviewPage(
        head=overview.head(connection),
        stage=stage.summary_to_report(connection),
        steps=overview.step_counts(connection, today),
        findings=overview.finding_counts(connection),
        gatherings=overview.where_barriers_gather(connection),
        indicators=indicators.indicators_to_share(connection),
        empty_seats=overview.empty_seats(connection),
        next_meeting=overview.next_meeting(connection, today),
    )
