# SPDX-License-Identifier: MIT
"""Format 2: what a live meeting needs. Only adds: what stood in format 1 stays as it is."""

from __future__ import annotations

from alembic.operations import Operations

NUMBER = 2
NEW_TABLES = frozenset({"meeting_station", "meeting_dimension", "fist_count", "debrief"})
NEW_COLUMNS = {
    "meeting": frozenset({"picture_cm", "back_row_cm", "dots", "dots_private", "rating", "arrangements"}),
    "attendance": frozenset({"has_left", "leaves"}),
    "finding": frozenset({"said_by_partner_id"}),
}

_ADDED = (
    "alter table meeting add column picture_cm integer",
    "alter table meeting add column back_row_cm integer",
    "alter table meeting add column dots integer not null default 3",
    "alter table meeting add column dots_private integer not null default 0",
    "alter table meeting add column rating text",
    "alter table meeting add column arrangements text not null default ''",
    "alter table attendance add column has_left integer not null default 0",
    "alter table attendance add column leaves text not null default ''",
    "alter table finding add column said_by_partner_id text references partner(id) on delete set null",
    "create index ix_finding_said_by_partner_id on finding(said_by_partner_id)",
)
_MADE = (
    """create table meeting_station(
        id text not null constraint pk_meeting_station primary key,
        meeting_id text not null references meeting(id) on delete cascade,
        station_id text not null references station(id) on delete cascade,
        pos integer not null, minutes integer not null) strict""",
    """create table meeting_dimension(
        id text not null constraint pk_meeting_dimension primary key,
        meeting_id text not null references meeting(id) on delete cascade,
        dimension_id text not null references dimension(id) on delete cascade,
        pos integer not null) strict""",
    """create table fist_count(
        id text not null constraint pk_fist_count primary key,
        meeting_id text not null references meeting(id) on delete cascade,
        step_id text references next_step(id) on delete set null,
        theme_id text references theme(id) on delete set null,
        pos integer not null, question text not null,
        zero integer not null, one integer not null, two integer not null,
        three integer not null, four integer not null, five integer not null,
        held integer not null) strict""",
    """create table debrief(
        id text not null constraint pk_debrief primary key,
        meeting_id text not null references meeting(id) on delete cascade,
        step_id text references next_step(id) on delete set null,
        pos integer not null, code text not null, text text not null,
        answer text, note text not null) strict""",
    "create index ix_meeting_station_meeting_id on meeting_station(meeting_id)",
    "create index ix_meeting_station_station_id on meeting_station(station_id)",
    "create index ix_meeting_dimension_meeting_id on meeting_dimension(meeting_id)",
    "create index ix_meeting_dimension_dimension_id on meeting_dimension(dimension_id)",
    "create index ix_fist_count_meeting_id on fist_count(meeting_id)",
    "create index ix_fist_count_step_id on fist_count(step_id)",
    "create index ix_fist_count_theme_id on fist_count(theme_id)",
    "create index ix_debrief_meeting_id on debrief(meeting_id)",
    "create index ix_debrief_step_id on debrief(step_id)",
    """create table live_now(
        one integer primary key check(one = 1), meeting text not null, state text not null, at text not null)
        strict""",
)


def upgrade(operations: Operations) -> None:
    """Add columns with their defaults, and four new tables, empty."""
    for statement in (*_ADDED, *_MADE):
        operations.execute(statement)
