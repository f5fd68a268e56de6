# SPDX-License-Identifier: MIT
"""Format 2: what live meetings, ballots, questionnaires and papers need. Only adds."""

from __future__ import annotations

from alembic.operations import Operations

NUMBER = 2
NEW_TABLES = frozenset(
    {
        "meeting_station", "meeting_dimension", "fist_count", "debrief",
        "questionnaire", "question_section", "question", "asking", "answer_tally", "asked_part",
        "part_middle", "outside_result", "outside_score", "plan_issue", "logo",
    }
)  # fmt: skip
NEW_COLUMNS = {
    "meeting": frozenset({"picture_cm", "back_row_cm", "dots", "dots_private", "rating", "arrangements"}),
    "attendance": frozenset({"has_left", "leaves"}),
    "finding": frozenset({"said_by_partner_id"}),
    "ladder": frozenset({"is_own"}),
    "round": frozenset({"dimension_id", "ballots", "box"}),
    "indicator": frozenset({"criterion_id"}),
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
    "alter table ladder add column is_own integer not null default 0",
    "alter table round add column dimension_id text references dimension(id) on delete set null",
    "alter table round add column ballots integer not null default 0",
    "alter table round add column box text not null default ''",
    "create index ix_round_dimension_id on round(dimension_id)",
    "alter table indicator add column criterion_id text references criterion(id) on delete set null",
    "create index ix_indicator_criterion_id on indicator(criterion_id)",
)
_QUESTIONNAIRES = (
    """create table questionnaire(
        id text not null constraint pk_questionnaire primary key,
        pos integer not null, code text not null, version integer not null, name text not null,
        about text not null, language text not null, is_shipped integer not null) strict""",
    """create table question_section(
        id text not null constraint pk_question_section primary key,
        questionnaire_id text not null references questionnaire(id) on delete cascade,
        pos integer not null, name text not null) strict""",
    """create table question(
        id text not null constraint pk_question primary key,
        section_id text not null references question_section(id) on delete cascade,
        pos integer not null, kind text not null, text text not null, choices text not null) strict""",
    """create table asking(
        id text not null constraint pk_asking primary key,
        questionnaire_id text not null references questionnaire(id) on delete cascade,
        meeting_id text references meeting(id) on delete set null,
        pos integer not null, day text not null, method text not null, people integer not null,
        handed_out integer, returned integer, spoilt integer, ballots integer not null,
        box text not null) strict""",
    """create table answer_tally(
        id text not null constraint pk_answer_tally primary key,
        asking_id text not null references asking(id) on delete cascade,
        question_id text not null references question(id) on delete cascade,
        answer integer not null, ballots integer not null) strict""",
    """create table asked_part(
        id text not null constraint pk_asked_part primary key,
        asking_id text not null references asking(id) on delete cascade,
        pos integer not null, name text not null, ballots integer not null) strict""",
    """create table part_middle(
        id text not null constraint pk_part_middle primary key,
        asked_part_id text not null references asked_part(id) on delete cascade,
        question_id text not null references question(id) on delete cascade,
        low integer not null, high integer not null) strict""",
    """create table outside_result(
        id text not null constraint pk_outside_result primary key,
        pos integer not null, name text not null, owner text not null, day text, people integer,
        note text not null) strict""",
    """create table outside_score(
        id text not null constraint pk_outside_score primary key,
        outside_result_id text not null references outside_result(id) on delete cascade,
        pos integer not null, part text not null, score text not null) strict""",
    "create index ix_question_section_questionnaire_id on question_section(questionnaire_id)",
    "create index ix_question_section_id on question(section_id)",
    "create index ix_asking_questionnaire_id on asking(questionnaire_id)",
    "create index ix_asking_meeting_id on asking(meeting_id)",
    "create index ix_answer_tally_asking_id on answer_tally(asking_id)",
    "create index ix_answer_tally_question_id on answer_tally(question_id)",
    "create index ix_asked_part_asking_id on asked_part(asking_id)",
    "create index ix_part_middle_asked_part_id on part_middle(asked_part_id)",
    "create index ix_part_middle_question_id on part_middle(question_id)",
    "create index ix_outside_score_outside_result_id on outside_score(outside_result_id)",
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
    *_QUESTIONNAIRES,
    """create table plan_issue(
        id text not null constraint pk_plan_issue primary key,
        version_number integer not null, day text not null, digest text not null) strict""",
    """create table logo(
        id text not null constraint pk_logo primary key,
        kind text not null, alt text not null, width integer not null, height integer not null,
        content text not null) strict""",
    """create table live_now(
        one integer primary key check(one = 1), meeting text not null, state text not null, at text not null)
        strict""",
)


def upgrade(operations: Operations) -> None:
    """Add columns with their defaults, and the new tables, empty."""
    for statement in (*_ADDED, *_MADE):
        operations.execute(statement)
