# SPDX-License-Identifier: MIT
"""What the sheet of a partner needs beside the plan: which next steps touch its field. Room columns only."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from walkthrough.model.schema import Finding, Lane, NextStep, StepFinding


def sectors_touched(connection: Connection) -> dict[str, frozenset[str]]:
    """The sectors whose lanes a next step reaches into, by the step's key: its own lane, and those of the
    findings it answers. A step that reaches into none is left out.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    own = select(NextStep.id, Lane.sector).join(Lane, Lane.id == NextStep.lane_id)
    answered = (
        select(StepFinding.step_id, Lane.sector)
        .join(Finding, Finding.id == StepFinding.finding_id)
        .join(Lane, Lane.id == Finding.lane_id)
    )
    for query in (own, answered):
        for step, sector in connection.execute(query.where(Lane.sector != "")):
            found[step].add(sector)
    return {step: frozenset(sectors) for step, sectors in found.items()}
