-- A small workbook of format 1 (release 0.1.0), as that release wrote it: tables, rows, indexes, triggers.
pragma application_id=1463897163;
pragma user_version=1;
begin;
CREATE TABLE collaborative (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	area TEXT NOT NULL,
	purpose TEXT NOT NULL,
	convener TEXT NOT NULL,
	contact TEXT NOT NULL,
	paper_size TEXT NOT NULL,
	language TEXT NOT NULL,
	hide_counts_below INTEGER NOT NULL,
	hide_reason TEXT NOT NULL,
	is_sample INTEGER NOT NULL,
	started_on TEXT,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_collaborative PRIMARY KEY (id)
)
 STRICT
;
CREATE TABLE goal (
	id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	text TEXT NOT NULL,
	strategy TEXT NOT NULL,
	budget TEXT NOT NULL,
	in_kind TEXT NOT NULL,
	held INTEGER NOT NULL,
	CONSTRAINT pk_goal PRIMARY KEY (id)
)
 STRICT
;
CREATE TABLE partner (
	id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	name TEXT NOT NULL,
	short TEXT NOT NULL,
	sector TEXT NOT NULL,
	brings TEXT NOT NULL,
	duties TEXT NOT NULL,
	contact TEXT NOT NULL,
	champion TEXT NOT NULL,
	has_left INTEGER NOT NULL,
	readiness TEXT NOT NULL,
	influence TEXT NOT NULL,
	opposition TEXT NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_partner PRIMARY KEY (id)
)
 STRICT
;
CREATE TABLE written_agreement (
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	covers TEXT NOT NULL,
	signed_on TEXT,
	review_on TEXT,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_written_agreement PRIMARY KEY (id)
)
 STRICT
;
CREATE TABLE ladder (
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	version TEXT NOT NULL,
	name TEXT NOT NULL,
	language TEXT NOT NULL,
	CONSTRAINT pk_ladder PRIMARY KEY (id)
)
 STRICT
;
CREATE TABLE walk (
	id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	route TEXT NOT NULL,
	route_version TEXT NOT NULL,
	name TEXT NOT NULL,
	language TEXT NOT NULL,
	population TEXT NOT NULL,
	boundary TEXT NOT NULL,
	family TEXT NOT NULL,
	family_intro TEXT NOT NULL,
	started_on TEXT,
	walked_before_id TEXT,
	CONSTRAINT pk_walk PRIMARY KEY (id),
	CONSTRAINT fk_walk_walked_before_id FOREIGN KEY(walked_before_id) REFERENCES walk (id) ON DELETE SET NULL
)
 STRICT
;
CREATE TABLE theme (
	id TEXT NOT NULL,
	walk_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	old_number INTEGER,
	pos INTEGER NOT NULL,
	name TEXT NOT NULL,
	votes INTEGER NOT NULL,
	impact INTEGER,
	effort INTEGER,
	held INTEGER NOT NULL,
	CONSTRAINT pk_theme PRIMARY KEY (id),
	CONSTRAINT fk_theme_walk_id FOREIGN KEY(walk_id) REFERENCES walk (id) ON DELETE CASCADE,
	CONSTRAINT uq_theme_number UNIQUE (number)
)
 STRICT
;
CREATE TABLE meeting (
	id TEXT NOT NULL,
	walk_id TEXT,
	title TEXT NOT NULL,
	day TEXT NOT NULL,
	starts TEXT NOT NULL,
	ends TEXT NOT NULL,
	zone TEXT NOT NULL,
	place TEXT NOT NULL,
	kind TEXT NOT NULL,
	mode TEXT NOT NULL,
	state TEXT NOT NULL,
	purpose TEXT NOT NULL,
	facilitator TEXT NOT NULL,
	recorder TEXT NOT NULL,
	next_day TEXT,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_meeting PRIMARY KEY (id),
	CONSTRAINT fk_meeting_walk_id FOREIGN KEY(walk_id) REFERENCES walk (id) ON DELETE SET NULL
)
 STRICT
;
CREATE TABLE seat (
	id TEXT NOT NULL,
	partner_id TEXT,
	sector TEXT NOT NULL,
	tier TEXT NOT NULL,
	state TEXT NOT NULL,
	holder TEXT NOT NULL,
	job TEXT NOT NULL,
	since TEXT,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_seat PRIMARY KEY (id),
	CONSTRAINT fk_seat_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE agreement_partner (
	id TEXT NOT NULL,
	agreement_id TEXT NOT NULL,
	partner_id TEXT NOT NULL,
	CONSTRAINT pk_agreement_partner PRIMARY KEY (id),
	CONSTRAINT fk_agreement_partner_agreement_id FOREIGN KEY(agreement_id) REFERENCES written_agreement (id) ON DELETE CASCADE,
	CONSTRAINT fk_agreement_partner_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE stage (
	id TEXT NOT NULL,
	ladder_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	name TEXT NOT NULL,
	meaning TEXT NOT NULL,
	CONSTRAINT pk_stage PRIMARY KEY (id),
	CONSTRAINT fk_stage_ladder_id FOREIGN KEY(ladder_id) REFERENCES ladder (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE dimension (
	id TEXT NOT NULL,
	ladder_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	short TEXT NOT NULL,
	about TEXT NOT NULL,
	CONSTRAINT pk_dimension PRIMARY KEY (id),
	CONSTRAINT fk_dimension_ladder_id FOREIGN KEY(ladder_id) REFERENCES ladder (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE lane (
	id TEXT NOT NULL,
	walk_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	short TEXT NOT NULL,
	sector TEXT NOT NULL,
	CONSTRAINT pk_lane PRIMARY KEY (id),
	CONSTRAINT fk_lane_walk_id FOREIGN KEY(walk_id) REFERENCES walk (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE station (
	id TEXT NOT NULL,
	walk_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	short TEXT NOT NULL,
	summary TEXT NOT NULL,
	is_handoff INTEGER NOT NULL,
	minutes INTEGER NOT NULL,
	family_line TEXT NOT NULL,
	rule TEXT NOT NULL,
	practice TEXT NOT NULL,
	has_gap INTEGER NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_station PRIMARY KEY (id),
	CONSTRAINT fk_station_walk_id FOREIGN KEY(walk_id) REFERENCES walk (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE finding (
	id TEXT NOT NULL,
	walk_id TEXT NOT NULL,
	station_id TEXT,
	lane_id TEXT,
	meeting_id TEXT,
	number INTEGER NOT NULL,
	old_number INTEGER,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	detail TEXT NOT NULL,
	category TEXT NOT NULL,
	who_is_affected TEXT NOT NULL,
	said_again INTEGER NOT NULL,
	votes INTEGER NOT NULL,
	impact INTEGER,
	effort INTEGER,
	held INTEGER NOT NULL,
	made_at TEXT NOT NULL,
	said_by TEXT NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_finding PRIMARY KEY (id),
	CONSTRAINT fk_finding_walk_id FOREIGN KEY(walk_id) REFERENCES walk (id) ON DELETE CASCADE,
	CONSTRAINT fk_finding_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL,
	CONSTRAINT fk_finding_lane_id FOREIGN KEY(lane_id) REFERENCES lane (id) ON DELETE SET NULL,
	CONSTRAINT fk_finding_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
	CONSTRAINT uq_finding_number UNIQUE (number)
)
 STRICT
;
CREATE TABLE parked_topic (
	id TEXT NOT NULL,
	station_id TEXT,
	lane_id TEXT,
	meeting_id TEXT,
	number INTEGER NOT NULL,
	old_number INTEGER,
	text TEXT NOT NULL,
	state TEXT NOT NULL,
	outcome TEXT NOT NULL,
	held INTEGER NOT NULL,
	made_at TEXT NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_parked_topic PRIMARY KEY (id),
	CONSTRAINT fk_parked_topic_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL,
	CONSTRAINT fk_parked_topic_lane_id FOREIGN KEY(lane_id) REFERENCES lane (id) ON DELETE SET NULL,
	CONSTRAINT fk_parked_topic_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
	CONSTRAINT uq_parked_topic_number UNIQUE (number)
)
 STRICT
;
CREATE TABLE decision (
	id TEXT NOT NULL,
	station_id TEXT,
	lane_id TEXT,
	meeting_id TEXT,
	number INTEGER NOT NULL,
	old_number INTEGER,
	text TEXT NOT NULL,
	rule TEXT NOT NULL,
	decided_on TEXT,
	decided_by TEXT NOT NULL,
	held INTEGER NOT NULL,
	made_at TEXT NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_decision PRIMARY KEY (id),
	CONSTRAINT fk_decision_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL,
	CONSTRAINT fk_decision_lane_id FOREIGN KEY(lane_id) REFERENCES lane (id) ON DELETE SET NULL,
	CONSTRAINT fk_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
	CONSTRAINT uq_decision_number UNIQUE (number)
)
 STRICT
;
CREATE TABLE indicator (
	id TEXT NOT NULL,
	goal_id TEXT,
	station_id TEXT,
	lane_id TEXT,
	meeting_id TEXT,
	owner_partner_id TEXT,
	pos INTEGER NOT NULL,
	number INTEGER NOT NULL,
	old_number INTEGER,
	name TEXT NOT NULL,
	definition TEXT NOT NULL,
	source TEXT NOT NULL,
	owner TEXT NOT NULL,
	unit TEXT NOT NULL,
	better TEXT NOT NULL,
	counts_families INTEGER NOT NULL,
	how_often TEXT NOT NULL,
	baseline REAL,
	baseline_on TEXT,
	target REAL,
	target_on TEXT,
	held INTEGER NOT NULL,
	made_at TEXT NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_indicator PRIMARY KEY (id),
	CONSTRAINT fk_indicator_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE SET NULL,
	CONSTRAINT fk_indicator_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL,
	CONSTRAINT fk_indicator_lane_id FOREIGN KEY(lane_id) REFERENCES lane (id) ON DELETE SET NULL,
	CONSTRAINT fk_indicator_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
	CONSTRAINT fk_indicator_owner_partner_id FOREIGN KEY(owner_partner_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT uq_indicator_number UNIQUE (number)
)
 STRICT
;
CREATE TABLE agenda_part (
	id TEXT NOT NULL,
	meeting_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	minutes INTEGER NOT NULL,
	CONSTRAINT pk_agenda_part PRIMARY KEY (id),
	CONSTRAINT fk_agenda_part_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE attendance (
	id TEXT NOT NULL,
	meeting_id TEXT NOT NULL,
	partner_id TEXT,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	came INTEGER NOT NULL,
	needs TEXT NOT NULL,
	CONSTRAINT pk_attendance PRIMARY KEY (id),
	CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_attendance_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT
;
CREATE TABLE criterion (
	id TEXT NOT NULL,
	dimension_id TEXT NOT NULL,
	stage INTEGER NOT NULL,
	pos INTEGER NOT NULL,
	code TEXT NOT NULL,
	text TEXT NOT NULL,
	example TEXT NOT NULL,
	CONSTRAINT pk_criterion PRIMARY KEY (id),
	CONSTRAINT fk_criterion_dimension_id FOREIGN KEY(dimension_id) REFERENCES dimension (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE stage_check (
	id TEXT NOT NULL,
	ladder_id TEXT NOT NULL,
	meeting_id TEXT,
	pos INTEGER NOT NULL,
	as_of TEXT NOT NULL,
	agreement TEXT,
	agreed_stage INTEGER,
	agreed_reason TEXT NOT NULL,
	wanted_stage INTEGER,
	wanted_reason TEXT NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_stage_check PRIMARY KEY (id),
	CONSTRAINT fk_stage_check_ladder_id FOREIGN KEY(ladder_id) REFERENCES ladder (id) ON DELETE CASCADE,
	CONSTRAINT fk_stage_check_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL
)
 STRICT
;
CREATE TABLE sub_step (
	id TEXT NOT NULL,
	station_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT pk_sub_step PRIMARY KEY (id),
	CONSTRAINT fk_sub_step_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE prompt (
	id TEXT NOT NULL,
	station_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	code TEXT NOT NULL,
	text TEXT NOT NULL,
	must_ask INTEGER NOT NULL,
	asked INTEGER NOT NULL,
	CONSTRAINT pk_prompt PRIMARY KEY (id),
	CONSTRAINT fk_prompt_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE hand_off (
	id TEXT NOT NULL,
	station_id TEXT NOT NULL,
	from_whom TEXT NOT NULL,
	to_whom TEXT NOT NULL,
	warmth TEXT,
	what_travels TEXT NOT NULL,
	legal_basis TEXT NOT NULL,
	time_by_rule TEXT NOT NULL,
	time_in_practice TEXT NOT NULL,
	who_checks TEXT NOT NULL,
	how_many_lost TEXT NOT NULL,
	CONSTRAINT pk_hand_off PRIMARY KEY (id),
	CONSTRAINT fk_hand_off_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE family_count (
	id TEXT NOT NULL,
	station_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	certainty TEXT NOT NULL,
	families_in INTEGER,
	families_on INTEGER,
	families_lost INTEGER,
	period TEXT NOT NULL,
	source TEXT NOT NULL,
	owner TEXT NOT NULL,
	note TEXT NOT NULL,
	CONSTRAINT pk_family_count PRIMARY KEY (id),
	CONSTRAINT fk_family_count_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE theme_finding (
	id TEXT NOT NULL,
	theme_id TEXT NOT NULL,
	finding_id TEXT NOT NULL,
	CONSTRAINT pk_theme_finding PRIMARY KEY (id),
	CONSTRAINT fk_theme_finding_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id) ON DELETE CASCADE,
	CONSTRAINT fk_theme_finding_finding_id FOREIGN KEY(finding_id) REFERENCES finding (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE point (
	id TEXT NOT NULL,
	indicator_id TEXT NOT NULL,
	day TEXT NOT NULL,
	value REAL NOT NULL,
	of_families INTEGER,
	certainty TEXT NOT NULL,
	note TEXT NOT NULL,
	CONSTRAINT pk_point PRIMARY KEY (id),
	CONSTRAINT fk_point_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE next_step (
	id TEXT NOT NULL,
	goal_id TEXT,
	indicator_id TEXT,
	station_id TEXT,
	lane_id TEXT,
	meeting_id TEXT,
	criterion_id TEXT,
	owner_partner_id TEXT,
	pos INTEGER NOT NULL,
	number INTEGER NOT NULL,
	old_number INTEGER,
	what TEXT NOT NULL,
	owner TEXT NOT NULL,
	due TEXT,
	due_words TEXT NOT NULL,
	because TEXT NOT NULL,
	tier TEXT,
	needs TEXT NOT NULL,
	state TEXT NOT NULL,
	acceptance TEXT NOT NULL,
	ask_by TEXT,
	ask_whom TEXT NOT NULL,
	proof TEXT NOT NULL,
	closed_on TEXT,
	held INTEGER NOT NULL,
	made_at TEXT NOT NULL,
	private_note TEXT NOT NULL,
	CONSTRAINT pk_next_step PRIMARY KEY (id),
	CONSTRAINT fk_next_step_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE SET NULL,
	CONSTRAINT fk_next_step_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id) ON DELETE SET NULL,
	CONSTRAINT fk_next_step_station_id FOREIGN KEY(station_id) REFERENCES station (id) ON DELETE SET NULL,
	CONSTRAINT fk_next_step_lane_id FOREIGN KEY(lane_id) REFERENCES lane (id) ON DELETE SET NULL,
	CONSTRAINT fk_next_step_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
	CONSTRAINT fk_next_step_criterion_id FOREIGN KEY(criterion_id) REFERENCES criterion (id) ON DELETE SET NULL,
	CONSTRAINT fk_next_step_owner_partner_id FOREIGN KEY(owner_partner_id) REFERENCES partner (id) ON DELETE SET NULL,
	CONSTRAINT uq_next_step_number UNIQUE (number)
)
 STRICT
;
CREATE TABLE criterion_answer (
	id TEXT NOT NULL,
	stage_check_id TEXT NOT NULL,
	criterion_id TEXT NOT NULL,
	answer TEXT NOT NULL,
	na_reason TEXT NOT NULL,
	note TEXT NOT NULL,
	answered_on TEXT,
	CONSTRAINT pk_criterion_answer PRIMARY KEY (id),
	CONSTRAINT fk_criterion_answer_stage_check_id FOREIGN KEY(stage_check_id) REFERENCES stage_check (id) ON DELETE CASCADE,
	CONSTRAINT fk_criterion_answer_criterion_id FOREIGN KEY(criterion_id) REFERENCES criterion (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE round (
	id TEXT NOT NULL,
	stage_check_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	method TEXT NOT NULL,
	question TEXT NOT NULL,
	people INTEGER NOT NULL,
	handed_out INTEGER,
	returned INTEGER,
	spoilt INTEGER,
	sealed INTEGER NOT NULL,
	CONSTRAINT pk_round PRIMARY KEY (id),
	CONSTRAINT fk_round_stage_check_id FOREIGN KEY(stage_check_id) REFERENCES stage_check (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE step_finding (
	id TEXT NOT NULL,
	step_id TEXT NOT NULL,
	finding_id TEXT NOT NULL,
	CONSTRAINT pk_step_finding PRIMARY KEY (id),
	CONSTRAINT fk_step_finding_step_id FOREIGN KEY(step_id) REFERENCES next_step (id) ON DELETE CASCADE,
	CONSTRAINT fk_step_finding_finding_id FOREIGN KEY(finding_id) REFERENCES finding (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE step_note (
	id TEXT NOT NULL,
	step_id TEXT NOT NULL,
	meeting_id TEXT,
	day TEXT NOT NULL,
	state TEXT NOT NULL,
	text TEXT NOT NULL,
	held INTEGER NOT NULL,
	CONSTRAINT pk_step_note PRIMARY KEY (id),
	CONSTRAINT fk_step_note_step_id FOREIGN KEY(step_id) REFERENCES next_step (id) ON DELETE CASCADE,
	CONSTRAINT fk_step_note_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL
)
 STRICT
;
CREATE TABLE raised (
	id TEXT NOT NULL,
	step_id TEXT,
	meeting_id TEXT,
	number INTEGER NOT NULL,
	old_number INTEGER,
	question TEXT NOT NULL,
	tier TEXT NOT NULL,
	to_whom TEXT NOT NULL,
	by_day TEXT,
	answer TEXT NOT NULL,
	told_back_on TEXT,
	held INTEGER NOT NULL,
	CONSTRAINT pk_raised PRIMARY KEY (id),
	CONSTRAINT fk_raised_step_id FOREIGN KEY(step_id) REFERENCES next_step (id) ON DELETE SET NULL,
	CONSTRAINT fk_raised_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
	CONSTRAINT uq_raised_number UNIQUE (number)
)
 STRICT
;
CREATE TABLE evidence (
	id TEXT NOT NULL,
	answer_id TEXT NOT NULL,
	pos INTEGER NOT NULL,
	proof TEXT NOT NULL,
	what TEXT NOT NULL,
	place TEXT NOT NULL,
	amount TEXT NOT NULL,
	source TEXT NOT NULL,
	role TEXT NOT NULL,
	day TEXT,
	held INTEGER NOT NULL,
	CONSTRAINT pk_evidence PRIMARY KEY (id),
	CONSTRAINT fk_evidence_answer_id FOREIGN KEY(answer_id) REFERENCES criterion_answer (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE tally (
	id TEXT NOT NULL,
	round_id TEXT NOT NULL,
	stage INTEGER NOT NULL,
	ballots INTEGER NOT NULL,
	CONSTRAINT pk_tally PRIMARY KEY (id),
	CONSTRAINT fk_tally_round_id FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
)
 STRICT
;
CREATE TABLE workbook(one integer primary key check(one = 1), uid text not null) strict;
CREATE TABLE chg_step(
        seq integer primary key, uid text not null unique, kind text not null, of integer,
        label text not null, facts text not null, at text not null,
        day text not null, meeting text, merged text) strict;
CREATE TABLE chg_row(
        n integer primary key, step integer not null references chg_step(seq) on delete cascade,
        tbl text not null, pk text not null, old text, new text) strict;
CREATE TABLE chg_now(one integer primary key check(one = 1), step integer) strict;
CREATE TABLE chg_known(uid text primary key, pos integer not null) strict;
CREATE TABLE draft(key text primary key, text text not null, at text not null) strict;
CREATE TABLE number_series(
        one integer primary key check(one = 1), next integer not null) strict;
CREATE TABLE removed(
        tbl text not null, pk text not null, cleaned integer not null, primary key(tbl, pk)) strict;
CREATE TABLE search_row(
        n integer primary key, tbl text not null, pk text not null, text text not null,
        unique(tbl, pk)) strict;
CREATE VIRTUAL TABLE search using fts5(text, content='search_row', content_rowid='n', tokenize="unicode61 remove_diacritics 2");
insert into "collaborative" values('01a20163-4f95-77e2-b1bd-5482638cfb6b', 'Juniper County', 'A made-up county', '', '', '', 'letter', 'en', 11, '', 0, null, '');
insert into "goal" values('01a20163-4fae-738c-984d-35d9d03f452a', 1, 'something', 'something', 'something', 'something', 0);
insert into "partner" values('01a20163-4f98-73d6-8f84-8c043c4dbdd6', 0, 'Parents'' voice', '', 'families', '', '', '', '', 0, '', '', '', '');
insert into "written_agreement" values('01a20163-4fb7-7455-b610-cd54153a7066', 'mou', 'something', 'something', null, null, 'something');
insert into "ladder" values('01a20163-4fb0-758d-82f1-f995b76867e9', 'something', 'something', 'something', 'something');
insert into "walk" values('01a20163-4fb3-724d-8d18-97f5afc8fa51', 1, 'something', 'something', 'something', 'something', 'something', 'something', 'something', 'something', null, null);
insert into "theme" values('01a20163-4fc9-73c1-837c-911acbb46238', '01a20163-4fb3-724d-8d18-97f5afc8fa51', 1, null, 1, 'something', 1, null, null, 0);
insert into "theme" values('01a20163-505c-7108-97aa-ab56fc674af7', '01a20163-4fb3-724d-8d18-97f5afc8fa51', 10, null, 2, 'Getting there', 0, null, null, 0);
insert into "meeting" values('01a20163-4fa0-7269-8269-c9bad7e89fae', null, 'First walk', '2026-09-08', '13:00', '14:30', '', '', 'walk', 'room', 'closed', '', '', '', '2026-12-08', 'Ask about parking');
insert into "seat" values('01a20163-4fc2-711d-9892-ec7d4d9f71cc', '01a20163-4f98-73d6-8f84-8c043c4dbdd6', 'something', 'oversight', 'filled', 'something', 'something', null, 'something');
insert into "agreement_partner" values('01a20163-4fb9-72ec-9191-a8c74bea809e', '01a20163-4fb7-7455-b610-cd54153a7066', '01a20163-4f98-73d6-8f84-8c043c4dbdd6');
insert into "stage" values('01a20163-4fc4-7341-a259-aa2c8ad8e7fb', '01a20163-4fb0-758d-82f1-f995b76867e9', 1, 'something', 'something');
insert into "dimension" values('01a20163-4fbc-71e3-ad62-79152b807a24', '01a20163-4fb0-758d-82f1-f995b76867e9', 1, 'something', 'something', 'something', 'something');
insert into "lane" values('01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fb3-724d-8d18-97f5afc8fa51', 1, 'something', 'something', 'something', 'something');
insert into "station" values('01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fb3-724d-8d18-97f5afc8fa51', 1, 'something', 'something', 'something', 'something', 0, 1, 'something', 'something', 'something', 0, 'something');
insert into "finding" values('01a20163-4fdb-7114-91ff-ac5210aa06a6', '01a20163-4fb3-724d-8d18-97f5afc8fa51', '01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fa0-7269-8269-c9bad7e89fae', 3, null, 'barrier', 'something', 'something', 'something', 'something', 1, 1, null, null, 0, '2026-11-01T00:00:00.000000Z', 'something', 'something');
insert into "finding" values('01a20163-503c-73f6-8653-8bbdba258ef0', '01a20163-4fb3-724d-8d18-97f5afc8fa51', '01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fa0-7269-8269-c9bad7e89fae', 8, null, 'barrier', 'No bus on clinic days — ni el martes', 'It''s "always" so', '', '', 1, 0, null, null, 0, '2026-09-01T12:00:00.000000Z', '', '');
insert into "finding" values('01a20163-5052-741d-b860-d5272f1c02a6', '01a20163-4fb3-724d-8d18-97f5afc8fa51', '01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fa0-7269-8269-c9bad7e89fae', 9, null, 'practice', 'The nurse calls ahead and books the visit', '', '', '', 0, 0, null, null, 0, '2026-09-01T12:00:00.000000Z', '', '');
insert into "parked_topic" values('01a20163-4feb-73c6-9166-5a099d6bcfce', '01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fa0-7269-8269-c9bad7e89fae', 5, null, 'something', 'open', 'something', 0, '2026-11-01T00:00:00.000000Z', 'something');
insert into "decision" values('01a20163-4fd3-70cd-beb3-cb878169f7d3', '01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fa0-7269-8269-c9bad7e89fae', 2, null, 'something', 'something', null, 'something', 0, '2026-11-01T00:00:00.000000Z', 'something');
insert into "indicator" values('01a20163-4fe3-73fe-944d-2421c6c092c3', '01a20163-4fae-738c-984d-35d9d03f452a', '01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fa0-7269-8269-c9bad7e89fae', '01a20163-4f98-73d6-8f84-8c043c4dbdd6', 1, 4, null, 'something', 'something', 'something', 'something', 'something', 'up', 0, 'something', null, null, null, null, 0, '2026-11-01T00:00:00.000000Z', 'something');
insert into "agenda_part" values('01a20163-4fa6-74cc-974a-f755d1326808', '01a20163-4fa0-7269-8269-c9bad7e89fae', 0, 'open', 'Welcome', 8);
insert into "agenda_part" values('01a20163-4fa6-74cc-974a-f756d4cd7afd', '01a20163-4fa0-7269-8269-c9bad7e89fae', 1, 'walk', 'Walk', 36);
insert into "attendance" values('01a20163-4fcd-71d2-847a-21f01a98227f', '01a20163-4fa0-7269-8269-c9bad7e89fae', '01a20163-4f98-73d6-8f84-8c043c4dbdd6', 'something', 'front_line', 0, 'something');
insert into "attendance" values('01a20163-502b-70a6-befc-8b7ce7ba5362', '01a20163-4fa0-7269-8269-c9bad7e89fae', '01a20163-4f98-73d6-8f84-8c043c4dbdd6', 'Keisha', 'lived_experience', 1, 'A ride; child care');
insert into "criterion" values('01a20163-4fd0-763a-86d2-573ba28e0add', '01a20163-4fbc-71e3-ad62-79152b807a24', 1, 1, 'something', 'something', 'something');
insert into "stage_check" values('01a20163-4ff2-70db-ae1f-c9fd21df3ed9', '01a20163-4fb0-758d-82f1-f995b76867e9', '01a20163-4fa0-7269-8269-c9bad7e89fae', 1, '2026-11-01', null, null, 'something', null, 'something', 'something');
insert into "sub_step" values('01a20163-4ff6-7115-8350-9619859426fd', '01a20163-4fc6-769a-94c8-f55d7095b59a', 1, 'something');
insert into "prompt" values('01a20163-4ff0-7319-a3ee-5a392291bf31', '01a20163-4fc6-769a-94c8-f55d7095b59a', 1, 'something', 'something', 0, 0);
insert into "hand_off" values('01a20163-4fe0-7265-baca-b2ccb24df600', '01a20163-4fc6-769a-94c8-f55d7095b59a', 'something', 'something', null, 'something', 'something', 'something', 'something', 'something', 'something');
insert into "family_count" values('01a20163-4fd8-7654-811c-ca55a00aaff2', '01a20163-4fc6-769a-94c8-f55d7095b59a', 1, 'counted', null, null, null, 'something', 'something', 'something', 'something');
insert into "theme_finding" values('01a20163-5009-71f9-bb9d-3d1c5eae36df', '01a20163-4fc9-73c1-837c-911acbb46238', '01a20163-4fdb-7114-91ff-ac5210aa06a6');
insert into "theme_finding" values('01a20163-5068-76e4-b086-34ad1a056d6a', '01a20163-505c-7108-97aa-ab56fc674af7', '01a20163-503c-73f6-8653-8bbdba258ef0');
insert into "point" values('01a20163-5003-7799-bf56-5b2fdcb39d15', '01a20163-4fe3-73fe-944d-2421c6c092c3', '2026-11-01', 0.0, null, 'counted', 'something');
insert into "next_step" values('01a20163-4ffc-714d-a6e4-03458f49f9b3', '01a20163-4fae-738c-984d-35d9d03f452a', '01a20163-4fe3-73fe-944d-2421c6c092c3', '01a20163-4fc6-769a-94c8-f55d7095b59a', '01a20163-4fbe-7556-8038-3dea567710c5', '01a20163-4fa0-7269-8269-c9bad7e89fae', '01a20163-4fd0-763a-86d2-573ba28e0add', '01a20163-4f98-73d6-8f84-8c043c4dbdd6', 1, 6, null, 'something', 'something', null, 'something', 'something', null, 'something', 'not_started', 'open', null, 'something', 'something', null, 0, '2026-11-01T00:00:00.000000Z', 'something');
insert into "next_step" values('01a20163-506b-7248-aaaa-816431b16929', null, null, null, null, null, null, null, 2, 11, null, 'Move the clinic day', 'Dana', null, 'next meeting', '', null, '', 'done', 'open', null, '', 'New plan', '2026-09-20', 0, '2026-11-22T03:53:35.595147Z', '');
insert into "criterion_answer" values('01a20163-4ff8-74f0-9a44-e931b2ee8104', '01a20163-4ff2-70db-ae1f-c9fd21df3ed9', '01a20163-4fd0-763a-86d2-573ba28e0add', 'yes', 'something', 'something', null);
insert into "round" values('01a20163-5006-779b-85ad-d77e5943d236', '01a20163-4ff2-70db-ae1f-c9fd21df3ed9', 1, 'paper', 'something', 1, null, null, null, 0);
insert into "step_finding" values('01a20163-5014-7773-9636-1aea8383ba74', '01a20163-4ffc-714d-a6e4-03458f49f9b3', '01a20163-4fdb-7114-91ff-ac5210aa06a6');
insert into "step_finding" values('01a20163-5075-756a-81df-2bf8982931a4', '01a20163-506b-7248-aaaa-816431b16929', '01a20163-503c-73f6-8653-8bbdba258ef0');
insert into "step_note" values('01a20163-5016-71ad-b1bc-fcd9063957f2', '01a20163-4ffc-714d-a6e4-03458f49f9b3', '01a20163-4fa0-7269-8269-c9bad7e89fae', '2026-11-01', 'not_started', 'something', 0);
insert into "step_note" values('01a20163-507e-7337-a3f2-3674e45cff46', '01a20163-506b-7248-aaaa-816431b16929', null, '2026-09-20', 'done', 'Since Thursday', 0);
insert into "raised" values('01a20163-5010-7406-a458-560a135dfbf0', '01a20163-4ffc-714d-a6e4-03458f49f9b3', '01a20163-4fa0-7269-8269-c9bad7e89fae', 7, null, 'something', 'oversight', 'something', null, 'something', null, 0);
insert into "evidence" values('01a20163-500c-737a-8bbf-fc03bac73d11', '01a20163-4ff8-74f0-9a44-e931b2ee8104', 1, 'document', 'something', 'something', 'something', 'something', 'something', null, 0);
insert into "tally" values('01a20163-5019-71c9-8055-ac30765fc430', '01a20163-5006-779b-85ad-d77e5943d236', 1, 1);
insert into "workbook" values(1, '4cb47398556abab6');
insert into "chg_step" values(1, 'b773e4af2408367ea346462fa5fcbc6d', 'do', null, 'NameCollaborative', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(2, 'b68a6cd16a8f79ae81c62df81edf3380', 'do', null, 'AddPartner', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(3, 'f605811b09e7c134216c8c2611c943de', 'do', null, 'PlanMeeting', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(4, '671fa794d84667273d34c57d3c6138fd', 'do', null, 'FillGaps', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(5, '50302332d178b439e367580f05c383f5', 'do', null, 'AddAttendance', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(6, '68b91862b37608d43fa56d731e2a5cea', 'do', null, 'EditAttendance', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(7, 'bf497e87673b7899aed15b271d107cdd', 'do', null, 'RecordEntry', '{"kind": "barrier", "number": 8, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(8, 'dbaa840929a62ab049f025a6b135afca', 'do', null, 'SayAgain', '{"kind": "barrier", "number": 8, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(9, 'a38c3f9680f4f1076c09bb05f9338c8d', 'do', null, 'RecordEntry', '{"kind": "practice", "number": 9, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(10, '4ae71165657e56f1f9ba088fe5970d28', 'do', null, 'EditEntry', '{"kind": "practice", "number": 9, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(11, '5168bdc154e743ba12234e9840709f9d', 'do', null, 'MakeTheme', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(12, 'd2fad6a5d8eca3582856c8a14c376f32', 'do', null, 'AddNextStep', '{"number": 11}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(13, '11a25f902d45ad151be88f391afde509', 'do', null, 'SetStepState', '{"number": 11, "state": "done"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(14, '7b876f802e64bba668bdeb61c843451b', 'do', null, 'RecordEntry', '{"kind": "barrier", "number": 12, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(15, '62e53e0846a7756804686fd1db36cb8a', 'do', null, 'DropEntry', '{"kind": "barrier", "number": 12, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(16, '1db7c2389da87174ea7fe0cefe86b115', 'do', null, 'RecordEntry', '{"kind": "decision", "number": 13, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(17, '1bb01195ece4eacf7381dd6720bb3656', 'undo', 16, 'RecordEntry', '{"kind": "decision", "number": 13, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(18, '2e511602c21bbf1a891b293c603d0360', 'do', null, 'RecordEntry', '{"kind": "parked", "number": 14, "station_id": "01a20163-4fc6-769a-94c8-f55d7095b59a"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(19, '2139c12069bcec10cb31620bfbfecfce', 'remove', null, 'RemoveForGood', '{"table": "parked_topic"}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_step" values(20, '6d2f35ba606259460836298bc1ff9ed2', 'do', null, 'CloseMeeting', '{}', '2026-09-01T12:00:00.000000Z', '2026-09-01', null, null);
insert into "chg_row" values(1, 1, 'collaborative', '01a20163-4f95-77e2-b1bd-5482638cfb6b', null, '{"id":"01a20163-4f95-77e2-b1bd-5482638cfb6b","name":"Juniper County","area":"A made-up county","purpose":"","convener":"","contact":"","paper_size":"letter","language":"en","hide_counts_below":11,"hide_reason":"","is_sample":0,"started_on":null,"private_note":""}');
insert into "chg_row" values(2, 2, 'partner', '01a20163-4f98-73d6-8f84-8c043c4dbdd6', null, '{"id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","pos":0,"name":"Parents'' voice","short":"","sector":"families","brings":"","duties":"","contact":"","champion":"","has_left":0,"readiness":"","influence":"","opposition":"","private_note":""}');
insert into "chg_row" values(3, 3, 'meeting', '01a20163-4fa0-7269-8269-c9bad7e89fae', null, '{"id":"01a20163-4fa0-7269-8269-c9bad7e89fae","walk_id":null,"title":"First walk","day":"2026-09-08","starts":"13:00","ends":"14:30","zone":"","place":"","kind":"walk","mode":"room","state":"planned","purpose":"","facilitator":"","recorder":"","next_day":null,"private_note":"Ask about parking"}');
insert into "chg_row" values(4, 3, 'agenda_part', '01a20163-4fa6-74cc-974a-f755d1326808', null, '{"id":"01a20163-4fa6-74cc-974a-f755d1326808","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","pos":0,"kind":"open","title":"Welcome","minutes":8}');
insert into "chg_row" values(5, 3, 'agenda_part', '01a20163-4fa6-74cc-974a-f756d4cd7afd', null, '{"id":"01a20163-4fa6-74cc-974a-f756d4cd7afd","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","pos":1,"kind":"walk","title":"Walk","minutes":36}');
insert into "chg_row" values(6, 4, 'goal', '01a20163-4fae-738c-984d-35d9d03f452a', null, '{"id":"01a20163-4fae-738c-984d-35d9d03f452a","pos":1,"text":"something","strategy":"something","budget":"something","in_kind":"something","held":0}');
insert into "chg_row" values(7, 4, 'ladder', '01a20163-4fb0-758d-82f1-f995b76867e9', null, '{"id":"01a20163-4fb0-758d-82f1-f995b76867e9","code":"something","version":"something","name":"something","language":"something"}');
insert into "chg_row" values(8, 4, 'walk', '01a20163-4fb3-724d-8d18-97f5afc8fa51', null, '{"id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","pos":1,"route":"something","route_version":"something","name":"something","language":"something","population":"something","boundary":"something","family":"something","family_intro":"something","started_on":null,"walked_before_id":null}');
insert into "chg_row" values(9, 4, 'written_agreement', '01a20163-4fb7-7455-b610-cd54153a7066', null, '{"id":"01a20163-4fb7-7455-b610-cd54153a7066","kind":"mou","title":"something","covers":"something","signed_on":null,"review_on":null,"private_note":"something"}');
insert into "chg_row" values(10, 4, 'agreement_partner', '01a20163-4fb9-72ec-9191-a8c74bea809e', null, '{"id":"01a20163-4fb9-72ec-9191-a8c74bea809e","agreement_id":"01a20163-4fb7-7455-b610-cd54153a7066","partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6"}');
insert into "chg_row" values(11, 4, 'dimension', '01a20163-4fbc-71e3-ad62-79152b807a24', null, '{"id":"01a20163-4fbc-71e3-ad62-79152b807a24","ladder_id":"01a20163-4fb0-758d-82f1-f995b76867e9","pos":1,"code":"something","name":"something","short":"something","about":"something"}');
insert into "chg_row" values(12, 4, 'lane', '01a20163-4fbe-7556-8038-3dea567710c5', null, '{"id":"01a20163-4fbe-7556-8038-3dea567710c5","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","pos":1,"code":"something","name":"something","short":"something","sector":"something"}');
insert into "chg_row" values(13, 4, 'seat', '01a20163-4fc2-711d-9892-ec7d4d9f71cc', null, '{"id":"01a20163-4fc2-711d-9892-ec7d4d9f71cc","partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","sector":"something","tier":"oversight","state":"filled","holder":"something","job":"something","since":null,"private_note":"something"}');
insert into "chg_row" values(14, 4, 'stage', '01a20163-4fc4-7341-a259-aa2c8ad8e7fb', null, '{"id":"01a20163-4fc4-7341-a259-aa2c8ad8e7fb","ladder_id":"01a20163-4fb0-758d-82f1-f995b76867e9","number":1,"name":"something","meaning":"something"}');
insert into "chg_row" values(15, 4, 'station', '01a20163-4fc6-769a-94c8-f55d7095b59a', null, '{"id":"01a20163-4fc6-769a-94c8-f55d7095b59a","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","pos":1,"code":"something","name":"something","short":"something","summary":"something","is_handoff":0,"minutes":1,"family_line":"something","rule":"something","practice":"something","has_gap":0,"private_note":"something"}');
insert into "chg_row" values(16, 4, 'theme', '01a20163-4fc9-73c1-837c-911acbb46238', null, '{"id":"01a20163-4fc9-73c1-837c-911acbb46238","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","number":1,"old_number":null,"pos":1,"name":"something","votes":1,"impact":null,"effort":null,"held":0}');
insert into "chg_row" values(17, 4, 'attendance', '01a20163-4fcd-71d2-847a-21f01a98227f', null, '{"id":"01a20163-4fcd-71d2-847a-21f01a98227f","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","name":"something","role":"front_line","came":0,"needs":"something"}');
insert into "chg_row" values(18, 4, 'criterion', '01a20163-4fd0-763a-86d2-573ba28e0add', null, '{"id":"01a20163-4fd0-763a-86d2-573ba28e0add","dimension_id":"01a20163-4fbc-71e3-ad62-79152b807a24","stage":1,"pos":1,"code":"something","text":"something","example":"something"}');
insert into "chg_row" values(19, 4, 'decision', '01a20163-4fd3-70cd-beb3-cb878169f7d3', null, '{"id":"01a20163-4fd3-70cd-beb3-cb878169f7d3","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":2,"old_number":null,"text":"something","rule":"something","decided_on":null,"decided_by":"something","held":0,"made_at":"2026-11-01T00:00:00.000000Z","private_note":"something"}');
insert into "chg_row" values(20, 4, 'family_count', '01a20163-4fd8-7654-811c-ca55a00aaff2', null, '{"id":"01a20163-4fd8-7654-811c-ca55a00aaff2","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","pos":1,"certainty":"counted","families_in":null,"families_on":null,"families_lost":null,"period":"something","source":"something","owner":"something","note":"something"}');
insert into "chg_row" values(21, 4, 'finding', '01a20163-4fdb-7114-91ff-ac5210aa06a6', null, '{"id":"01a20163-4fdb-7114-91ff-ac5210aa06a6","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":3,"old_number":null,"kind":"barrier","text":"something","detail":"something","category":"something","who_is_affected":"something","said_again":1,"votes":1,"impact":null,"effort":null,"held":0,"made_at":"2026-11-01T00:00:00.000000Z","said_by":"something","private_note":"something"}');
insert into "chg_row" values(22, 4, 'hand_off', '01a20163-4fe0-7265-baca-b2ccb24df600', null, '{"id":"01a20163-4fe0-7265-baca-b2ccb24df600","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","from_whom":"something","to_whom":"something","warmth":null,"what_travels":"something","legal_basis":"something","time_by_rule":"something","time_in_practice":"something","who_checks":"something","how_many_lost":"something"}');
insert into "chg_row" values(23, 4, 'indicator', '01a20163-4fe3-73fe-944d-2421c6c092c3', null, '{"id":"01a20163-4fe3-73fe-944d-2421c6c092c3","goal_id":"01a20163-4fae-738c-984d-35d9d03f452a","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","owner_partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","pos":1,"number":4,"old_number":null,"name":"something","definition":"something","source":"something","owner":"something","unit":"something","better":"up","counts_families":0,"how_often":"something","baseline":null,"baseline_on":null,"target":null,"target_on":null,"held":0,"made_at":"2026-11-01T00:00:00.000000Z","private_note":"something"}');
insert into "chg_row" values(24, 4, 'parked_topic', '01a20163-4feb-73c6-9166-5a099d6bcfce', null, '{"id":"01a20163-4feb-73c6-9166-5a099d6bcfce","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":5,"old_number":null,"text":"something","state":"open","outcome":"something","held":0,"made_at":"2026-11-01T00:00:00.000000Z","private_note":"something"}');
insert into "chg_row" values(25, 4, 'prompt', '01a20163-4ff0-7319-a3ee-5a392291bf31', null, '{"id":"01a20163-4ff0-7319-a3ee-5a392291bf31","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","pos":1,"code":"something","text":"something","must_ask":0,"asked":0}');
insert into "chg_row" values(26, 4, 'stage_check', '01a20163-4ff2-70db-ae1f-c9fd21df3ed9', null, '{"id":"01a20163-4ff2-70db-ae1f-c9fd21df3ed9","ladder_id":"01a20163-4fb0-758d-82f1-f995b76867e9","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","pos":1,"as_of":"2026-11-01","agreement":null,"agreed_stage":null,"agreed_reason":"something","wanted_stage":null,"wanted_reason":"something","private_note":"something"}');
insert into "chg_row" values(27, 4, 'sub_step', '01a20163-4ff6-7115-8350-9619859426fd', null, '{"id":"01a20163-4ff6-7115-8350-9619859426fd","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","pos":1,"text":"something"}');
insert into "chg_row" values(28, 4, 'criterion_answer', '01a20163-4ff8-74f0-9a44-e931b2ee8104', null, '{"id":"01a20163-4ff8-74f0-9a44-e931b2ee8104","stage_check_id":"01a20163-4ff2-70db-ae1f-c9fd21df3ed9","criterion_id":"01a20163-4fd0-763a-86d2-573ba28e0add","answer":"yes","na_reason":"something","note":"something","answered_on":null}');
insert into "chg_row" values(29, 4, 'next_step', '01a20163-4ffc-714d-a6e4-03458f49f9b3', null, '{"id":"01a20163-4ffc-714d-a6e4-03458f49f9b3","goal_id":"01a20163-4fae-738c-984d-35d9d03f452a","indicator_id":"01a20163-4fe3-73fe-944d-2421c6c092c3","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","criterion_id":"01a20163-4fd0-763a-86d2-573ba28e0add","owner_partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","pos":1,"number":6,"old_number":null,"what":"something","owner":"something","due":null,"due_words":"something","because":"something","tier":null,"needs":"something","state":"not_started","acceptance":"open","ask_by":null,"ask_whom":"something","proof":"something","closed_on":null,"held":0,"made_at":"2026-11-01T00:00:00.000000Z","private_note":"something"}');
insert into "chg_row" values(30, 4, 'point', '01a20163-5003-7799-bf56-5b2fdcb39d15', null, '{"id":"01a20163-5003-7799-bf56-5b2fdcb39d15","indicator_id":"01a20163-4fe3-73fe-944d-2421c6c092c3","day":"2026-11-01","value":0.0,"of_families":null,"certainty":"counted","note":"something"}');
insert into "chg_row" values(31, 4, 'round', '01a20163-5006-779b-85ad-d77e5943d236', null, '{"id":"01a20163-5006-779b-85ad-d77e5943d236","stage_check_id":"01a20163-4ff2-70db-ae1f-c9fd21df3ed9","pos":1,"method":"paper","question":"something","people":1,"handed_out":null,"returned":null,"spoilt":null,"sealed":0}');
insert into "chg_row" values(32, 4, 'theme_finding', '01a20163-5009-71f9-bb9d-3d1c5eae36df', null, '{"id":"01a20163-5009-71f9-bb9d-3d1c5eae36df","theme_id":"01a20163-4fc9-73c1-837c-911acbb46238","finding_id":"01a20163-4fdb-7114-91ff-ac5210aa06a6"}');
insert into "chg_row" values(33, 4, 'evidence', '01a20163-500c-737a-8bbf-fc03bac73d11', null, '{"id":"01a20163-500c-737a-8bbf-fc03bac73d11","answer_id":"01a20163-4ff8-74f0-9a44-e931b2ee8104","pos":1,"proof":"document","what":"something","place":"something","amount":"something","source":"something","role":"something","day":null,"held":0}');
insert into "chg_row" values(34, 4, 'raised', '01a20163-5010-7406-a458-560a135dfbf0', null, '{"id":"01a20163-5010-7406-a458-560a135dfbf0","step_id":"01a20163-4ffc-714d-a6e4-03458f49f9b3","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":7,"old_number":null,"question":"something","tier":"oversight","to_whom":"something","by_day":null,"answer":"something","told_back_on":null,"held":0}');
insert into "chg_row" values(35, 4, 'step_finding', '01a20163-5014-7773-9636-1aea8383ba74', null, '{"id":"01a20163-5014-7773-9636-1aea8383ba74","step_id":"01a20163-4ffc-714d-a6e4-03458f49f9b3","finding_id":"01a20163-4fdb-7114-91ff-ac5210aa06a6"}');
insert into "chg_row" values(36, 4, 'step_note', '01a20163-5016-71ad-b1bc-fcd9063957f2', null, '{"id":"01a20163-5016-71ad-b1bc-fcd9063957f2","step_id":"01a20163-4ffc-714d-a6e4-03458f49f9b3","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","day":"2026-11-01","state":"not_started","text":"something","held":0}');
insert into "chg_row" values(37, 4, 'tally', '01a20163-5019-71c9-8055-ac30765fc430', null, '{"id":"01a20163-5019-71c9-8055-ac30765fc430","round_id":"01a20163-5006-779b-85ad-d77e5943d236","stage":1,"ballots":1}');
insert into "chg_row" values(38, 5, 'attendance', '01a20163-502b-70a6-befc-8b7ce7ba5362', null, '{"id":"01a20163-502b-70a6-befc-8b7ce7ba5362","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","name":"Keisha","role":"lived_experience","came":0,"needs":"A ride; child care"}');
insert into "chg_row" values(39, 6, 'attendance', '01a20163-502b-70a6-befc-8b7ce7ba5362', '{"id":"01a20163-502b-70a6-befc-8b7ce7ba5362","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","name":"Keisha","role":"lived_experience","came":0,"needs":"A ride; child care"}', '{"id":"01a20163-502b-70a6-befc-8b7ce7ba5362","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","partner_id":"01a20163-4f98-73d6-8f84-8c043c4dbdd6","name":"Keisha","role":"lived_experience","came":1,"needs":"A ride; child care"}');
insert into "chg_row" values(40, 7, 'finding', '01a20163-503c-73f6-8653-8bbdba258ef0', null, '{"id":"01a20163-503c-73f6-8653-8bbdba258ef0","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":8,"old_number":null,"kind":"barrier","text":"No bus on clinic days — ni el martes","detail":"It''s \"always\" so","category":"","who_is_affected":"","said_again":0,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}');
insert into "chg_row" values(41, 8, 'finding', '01a20163-503c-73f6-8653-8bbdba258ef0', '{"id":"01a20163-503c-73f6-8653-8bbdba258ef0","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":8,"old_number":null,"kind":"barrier","text":"No bus on clinic days — ni el martes","detail":"It''s \"always\" so","category":"","who_is_affected":"","said_again":0,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}', '{"id":"01a20163-503c-73f6-8653-8bbdba258ef0","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":8,"old_number":null,"kind":"barrier","text":"No bus on clinic days — ni el martes","detail":"It''s \"always\" so","category":"","who_is_affected":"","said_again":1,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}');
insert into "chg_row" values(42, 9, 'finding', '01a20163-5052-741d-b860-d5272f1c02a6', null, '{"id":"01a20163-5052-741d-b860-d5272f1c02a6","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":9,"old_number":null,"kind":"practice","text":"The nurse calls ahead","detail":"","category":"","who_is_affected":"","said_again":0,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}');
insert into "chg_row" values(43, 10, 'finding', '01a20163-5052-741d-b860-d5272f1c02a6', '{"id":"01a20163-5052-741d-b860-d5272f1c02a6","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":9,"old_number":null,"kind":"practice","text":"The nurse calls ahead","detail":"","category":"","who_is_affected":"","said_again":0,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}', '{"id":"01a20163-5052-741d-b860-d5272f1c02a6","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":9,"old_number":null,"kind":"practice","text":"The nurse calls ahead and books the visit","detail":"","category":"","who_is_affected":"","said_again":0,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}');
insert into "chg_row" values(44, 11, 'theme', '01a20163-505c-7108-97aa-ab56fc674af7', null, '{"id":"01a20163-505c-7108-97aa-ab56fc674af7","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","number":10,"old_number":null,"pos":2,"name":"Getting there","votes":0,"impact":null,"effort":null,"held":0}');
insert into "chg_row" values(45, 11, 'theme_finding', '01a20163-5068-76e4-b086-34ad1a056d6a', null, '{"id":"01a20163-5068-76e4-b086-34ad1a056d6a","theme_id":"01a20163-505c-7108-97aa-ab56fc674af7","finding_id":"01a20163-503c-73f6-8653-8bbdba258ef0"}');
insert into "chg_row" values(46, 12, 'next_step', '01a20163-506b-7248-aaaa-816431b16929', null, '{"id":"01a20163-506b-7248-aaaa-816431b16929","goal_id":null,"indicator_id":null,"station_id":null,"lane_id":null,"meeting_id":null,"criterion_id":null,"owner_partner_id":null,"pos":2,"number":11,"old_number":null,"what":"Move the clinic day","owner":"Dana","due":null,"due_words":"next meeting","because":"","tier":null,"needs":"","state":"not_started","acceptance":"open","ask_by":null,"ask_whom":"","proof":"","closed_on":null,"held":0,"made_at":"2026-11-22T03:53:35.595147Z","private_note":""}');
insert into "chg_row" values(47, 12, 'step_finding', '01a20163-5075-756a-81df-2bf8982931a4', null, '{"id":"01a20163-5075-756a-81df-2bf8982931a4","step_id":"01a20163-506b-7248-aaaa-816431b16929","finding_id":"01a20163-503c-73f6-8653-8bbdba258ef0"}');
insert into "chg_row" values(48, 13, 'next_step', '01a20163-506b-7248-aaaa-816431b16929', '{"id":"01a20163-506b-7248-aaaa-816431b16929","goal_id":null,"indicator_id":null,"station_id":null,"lane_id":null,"meeting_id":null,"criterion_id":null,"owner_partner_id":null,"pos":2,"number":11,"old_number":null,"what":"Move the clinic day","owner":"Dana","due":null,"due_words":"next meeting","because":"","tier":null,"needs":"","state":"not_started","acceptance":"open","ask_by":null,"ask_whom":"","proof":"","closed_on":null,"held":0,"made_at":"2026-11-22T03:53:35.595147Z","private_note":""}', '{"id":"01a20163-506b-7248-aaaa-816431b16929","goal_id":null,"indicator_id":null,"station_id":null,"lane_id":null,"meeting_id":null,"criterion_id":null,"owner_partner_id":null,"pos":2,"number":11,"old_number":null,"what":"Move the clinic day","owner":"Dana","due":null,"due_words":"next meeting","because":"","tier":null,"needs":"","state":"done","acceptance":"open","ask_by":null,"ask_whom":"","proof":"New plan","closed_on":"2026-09-20","held":0,"made_at":"2026-11-22T03:53:35.595147Z","private_note":""}');
insert into "chg_row" values(49, 13, 'step_note', '01a20163-507e-7337-a3f2-3674e45cff46', null, '{"id":"01a20163-507e-7337-a3f2-3674e45cff46","step_id":"01a20163-506b-7248-aaaa-816431b16929","meeting_id":null,"day":"2026-09-20","state":"done","text":"Since Thursday","held":0}');
insert into "chg_row" values(50, 14, 'finding', '01a20163-5080-7220-a565-5b37b6769181', null, '{"id":"01a20163-5080-7220-a565-5b37b6769181","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":12,"old_number":null,"kind":"barrier","text":"Nobody picks up the phone","detail":"","category":"","who_is_affected":"","said_again":0,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}');
insert into "chg_row" values(51, 15, 'finding', '01a20163-5080-7220-a565-5b37b6769181', '{"id":"01a20163-5080-7220-a565-5b37b6769181","walk_id":"01a20163-4fb3-724d-8d18-97f5afc8fa51","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":12,"old_number":null,"kind":"barrier","text":"Nobody picks up the phone","detail":"","category":"","who_is_affected":"","said_again":0,"votes":0,"impact":null,"effort":null,"held":0,"made_at":"2026-09-01T12:00:00.000000Z","said_by":"","private_note":""}', null);
insert into "chg_row" values(52, 16, 'decision', '01a20163-508a-773d-85f1-bcfb0ab932c5', null, '{"id":"01a20163-508a-773d-85f1-bcfb0ab932c5","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":13,"old_number":null,"text":"Parents are paid","rule":"","decided_on":"2026-09-08","decided_by":"","held":0,"made_at":"2026-09-01T12:00:00.000000Z","private_note":""}');
insert into "chg_row" values(53, 17, 'decision', '01a20163-508a-773d-85f1-bcfb0ab932c5', '{"id":"01a20163-508a-773d-85f1-bcfb0ab932c5","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":13,"old_number":null,"text":"Parents are paid","rule":"","decided_on":"2026-09-08","decided_by":"","held":0,"made_at":"2026-09-01T12:00:00.000000Z","private_note":""}', null);
insert into "chg_row" values(54, 18, 'parked_topic', '01a20163-5092-736c-ab0f-11c04b243126', null, '{"id":"01a20163-5092-736c-ab0f-11c04b243126","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":14,"old_number":null,"text":"","state":"open","outcome":"","held":0,"made_at":"2026-09-01T12:00:00.000000Z","private_note":""}');
insert into "chg_row" values(55, 19, 'parked_topic', '01a20163-5092-736c-ab0f-11c04b243126', '{"id":"01a20163-5092-736c-ab0f-11c04b243126","station_id":"01a20163-4fc6-769a-94c8-f55d7095b59a","lane_id":"01a20163-4fbe-7556-8038-3dea567710c5","meeting_id":"01a20163-4fa0-7269-8269-c9bad7e89fae","number":14,"old_number":null,"text":"","state":"open","outcome":"","held":0,"made_at":"2026-09-01T12:00:00.000000Z","private_note":""}', null);
insert into "chg_row" values(56, 20, 'meeting', '01a20163-4fa0-7269-8269-c9bad7e89fae', '{"id":"01a20163-4fa0-7269-8269-c9bad7e89fae","walk_id":null,"title":"First walk","day":"2026-09-08","starts":"13:00","ends":"14:30","zone":"","place":"","kind":"walk","mode":"room","state":"planned","purpose":"","facilitator":"","recorder":"","next_day":null,"private_note":"Ask about parking"}', '{"id":"01a20163-4fa0-7269-8269-c9bad7e89fae","walk_id":null,"title":"First walk","day":"2026-09-08","starts":"13:00","ends":"14:30","zone":"","place":"","kind":"walk","mode":"room","state":"closed","purpose":"","facilitator":"","recorder":"","next_day":"2026-12-08","private_note":"Ask about parking"}');
insert into "chg_now" values(1, null);
insert into "draft" values('walk', 'half typed', '2026-11-22T03:53:35.686008Z');
insert into "number_series" values(1, 15);
insert into "removed" values('parked_topic', '01a20163-5092-736c-ab0f-11c04b243126', 2);
insert into "search_row" values(1, 'partner', '01a20163-4f98-73d6-8f84-8c043c4dbdd6', 'Parents'' voice');
insert into "search_row" values(2, 'goal', '01a20163-4fae-738c-984d-35d9d03f452a', 'something something');
insert into "search_row" values(3, 'station', '01a20163-4fc6-769a-94c8-f55d7095b59a', 'something something something');
insert into "search_row" values(4, 'theme', '01a20163-4fc9-73c1-837c-911acbb46238', 'something');
insert into "search_row" values(5, 'decision', '01a20163-4fd3-70cd-beb3-cb878169f7d3', 'something');
insert into "search_row" values(6, 'finding', '01a20163-4fdb-7114-91ff-ac5210aa06a6', 'something something');
insert into "search_row" values(7, 'indicator', '01a20163-4fe3-73fe-944d-2421c6c092c3', 'something something');
insert into "search_row" values(8, 'parked_topic', '01a20163-4feb-73c6-9166-5a099d6bcfce', 'something something');
insert into "search_row" values(9, 'next_step', '01a20163-4ffc-714d-a6e4-03458f49f9b3', 'something something something');
insert into "search_row" values(10, 'finding', '01a20163-503c-73f6-8653-8bbdba258ef0', 'No bus on clinic days — ni el martes It''s "always" so');
insert into "search_row" values(11, 'finding', '01a20163-5052-741d-b860-d5272f1c02a6', 'The nurse calls ahead and books the visit');
insert into "search_row" values(12, 'theme', '01a20163-505c-7108-97aa-ab56fc674af7', 'Getting there');
insert into "search_row" values(13, 'next_step', '01a20163-506b-7248-aaaa-816431b16929', 'Move the clinic day  Dana');
CREATE INDEX ix_walk_walked_before_id ON walk (walked_before_id);
CREATE INDEX ix_theme_walk_id ON theme (walk_id);
CREATE INDEX ix_meeting_walk_id ON meeting (walk_id);
CREATE INDEX ix_seat_partner_id ON seat (partner_id);
CREATE INDEX ix_agreement_partner_partner_id ON agreement_partner (partner_id);
CREATE INDEX ix_agreement_partner_agreement_id ON agreement_partner (agreement_id);
CREATE INDEX ix_stage_ladder_id ON stage (ladder_id);
CREATE INDEX ix_dimension_ladder_id ON dimension (ladder_id);
CREATE INDEX ix_lane_walk_id ON lane (walk_id);
CREATE INDEX ix_station_walk_id ON station (walk_id);
CREATE INDEX ix_finding_lane_id ON finding (lane_id);
CREATE INDEX ix_finding_loudest ON finding (kind, votes + said_again desc, number);
CREATE INDEX ix_finding_station_id_number ON finding (station_id, number);
CREATE INDEX ix_finding_walk_id_lane_id_number ON finding (walk_id, lane_id, number);
CREATE INDEX ix_finding_station_id_kind_lane_id ON finding (station_id, kind, lane_id);
CREATE INDEX ix_finding_walk_id ON finding (walk_id);
CREATE INDEX ix_finding_meeting_id ON finding (meeting_id);
CREATE INDEX ix_finding_station_id ON finding (station_id);
CREATE INDEX ix_finding_held ON finding (held) WHERE held;
CREATE INDEX ix_parked_topic_meeting_id ON parked_topic (meeting_id);
CREATE INDEX ix_parked_topic_lane_id ON parked_topic (lane_id);
CREATE INDEX ix_parked_topic_station_id ON parked_topic (station_id);
CREATE INDEX ix_decision_lane_id ON decision (lane_id);
CREATE INDEX ix_decision_station_id ON decision (station_id);
CREATE INDEX ix_decision_meeting_id ON decision (meeting_id);
CREATE INDEX ix_indicator_owner_partner_id ON indicator (owner_partner_id);
CREATE INDEX ix_indicator_station_id ON indicator (station_id);
CREATE INDEX ix_indicator_lane_id ON indicator (lane_id);
CREATE INDEX ix_indicator_goal_id ON indicator (goal_id);
CREATE INDEX ix_indicator_meeting_id ON indicator (meeting_id);
CREATE INDEX ix_agenda_part_meeting_id ON agenda_part (meeting_id);
CREATE INDEX ix_attendance_partner_id ON attendance (partner_id);
CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);
CREATE INDEX ix_criterion_dimension_id ON criterion (dimension_id);
CREATE INDEX ix_stage_check_meeting_id ON stage_check (meeting_id);
CREATE INDEX ix_stage_check_ladder_id ON stage_check (ladder_id);
CREATE INDEX ix_sub_step_station_id ON sub_step (station_id);
CREATE INDEX ix_prompt_station_id ON prompt (station_id);
CREATE INDEX ix_hand_off_station_id ON hand_off (station_id);
CREATE INDEX ix_family_count_station_id ON family_count (station_id);
CREATE INDEX ix_theme_finding_finding_id ON theme_finding (finding_id);
CREATE INDEX ix_theme_finding_theme_id ON theme_finding (theme_id);
CREATE INDEX ix_point_indicator_id ON point (indicator_id);
CREATE INDEX ix_next_step_goal_id ON next_step (goal_id);
CREATE INDEX ix_next_step_meeting_id ON next_step (meeting_id);
CREATE INDEX ix_next_step_station_id ON next_step (station_id);
CREATE INDEX ix_next_step_lane_id ON next_step (lane_id);
CREATE INDEX ix_next_step_owner_partner_id ON next_step (owner_partner_id);
CREATE INDEX ix_next_step_criterion_id ON next_step (criterion_id);
CREATE INDEX ix_next_step_indicator_id ON next_step (indicator_id);
CREATE INDEX ix_criterion_answer_criterion_id ON criterion_answer (criterion_id);
CREATE INDEX ix_criterion_answer_stage_check_id ON criterion_answer (stage_check_id);
CREATE INDEX ix_round_stage_check_id ON round (stage_check_id);
CREATE INDEX ix_step_finding_step_id ON step_finding (step_id);
CREATE INDEX ix_step_finding_finding_id ON step_finding (finding_id);
CREATE INDEX ix_step_note_step_id ON step_note (step_id);
CREATE INDEX ix_step_note_meeting_id ON step_note (meeting_id);
CREATE INDEX ix_raised_meeting_id ON raised (meeting_id);
CREATE INDEX ix_raised_step_id ON raised (step_id);
CREATE INDEX ix_evidence_answer_id ON evidence (answer_id);
CREATE INDEX ix_tally_round_id ON tally (round_id);
CREATE INDEX ix_chg_row_step on chg_row(step);
CREATE INDEX ix_chg_row_pk on chg_row(tbl, pk);
insert into search(search) values('rebuild');
insert into search(search, rank) values('automerge', 0);
insert into search(search, rank) values('crisismerge', 1000);
CREATE TRIGGER chg_agenda_part_delete after delete on "agenda_part" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'agenda_part', old.id, json_object('id',old."id",'meeting_id',old."meeting_id",'pos',old."pos",'kind',old."kind",'title',old."title",'minutes',old."minutes"), null); end;
CREATE TRIGGER chg_agenda_part_insert after insert on "agenda_part" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'agenda_part', new.id, null, json_object('id',new."id",'meeting_id',new."meeting_id",'pos',new."pos",'kind',new."kind",'title',new."title",'minutes',new."minutes")); end;
CREATE TRIGGER chg_agenda_part_update after update on "agenda_part" when (select step from chg_now) is not null and (old."id" is not new."id" or old."meeting_id" is not new."meeting_id" or old."pos" is not new."pos" or old."kind" is not new."kind" or old."title" is not new."title" or old."minutes" is not new."minutes") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'agenda_part', new.id, json_object('id',old."id",'meeting_id',old."meeting_id",'pos',old."pos",'kind',old."kind",'title',old."title",'minutes',old."minutes"), json_object('id',new."id",'meeting_id',new."meeting_id",'pos',new."pos",'kind',new."kind",'title',new."title",'minutes',new."minutes")); end;
CREATE TRIGGER chg_agreement_partner_delete after delete on "agreement_partner" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'agreement_partner', old.id, json_object('id',old."id",'agreement_id',old."agreement_id",'partner_id',old."partner_id"), null); end;
CREATE TRIGGER chg_agreement_partner_insert after insert on "agreement_partner" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'agreement_partner', new.id, null, json_object('id',new."id",'agreement_id',new."agreement_id",'partner_id',new."partner_id")); end;
CREATE TRIGGER chg_agreement_partner_update after update on "agreement_partner" when (select step from chg_now) is not null and (old."id" is not new."id" or old."agreement_id" is not new."agreement_id" or old."partner_id" is not new."partner_id") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'agreement_partner', new.id, json_object('id',old."id",'agreement_id',old."agreement_id",'partner_id',old."partner_id"), json_object('id',new."id",'agreement_id',new."agreement_id",'partner_id',new."partner_id")); end;
CREATE TRIGGER chg_attendance_delete after delete on "attendance" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'attendance', old.id, json_object('id',old."id",'meeting_id',old."meeting_id",'partner_id',old."partner_id",'name',old."name",'role',old."role",'came',old."came",'needs',old."needs"), null); end;
CREATE TRIGGER chg_attendance_insert after insert on "attendance" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'attendance', new.id, null, json_object('id',new."id",'meeting_id',new."meeting_id",'partner_id',new."partner_id",'name',new."name",'role',new."role",'came',new."came",'needs',new."needs")); end;
CREATE TRIGGER chg_attendance_update after update on "attendance" when (select step from chg_now) is not null and (old."id" is not new."id" or old."meeting_id" is not new."meeting_id" or old."partner_id" is not new."partner_id" or old."name" is not new."name" or old."role" is not new."role" or old."came" is not new."came" or old."needs" is not new."needs") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'attendance', new.id, json_object('id',old."id",'meeting_id',old."meeting_id",'partner_id',old."partner_id",'name',old."name",'role',old."role",'came',old."came",'needs',old."needs"), json_object('id',new."id",'meeting_id',new."meeting_id",'partner_id',new."partner_id",'name',new."name",'role',new."role",'came',new."came",'needs',new."needs")); end;
CREATE TRIGGER chg_collaborative_delete after delete on "collaborative" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'collaborative', old.id, json_object('id',old."id",'name',old."name",'area',old."area",'purpose',old."purpose",'convener',old."convener",'contact',old."contact",'paper_size',old."paper_size",'language',old."language",'hide_counts_below',old."hide_counts_below",'hide_reason',old."hide_reason",'is_sample',old."is_sample",'started_on',old."started_on",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_collaborative_insert after insert on "collaborative" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'collaborative', new.id, null, json_object('id',new."id",'name',new."name",'area',new."area",'purpose',new."purpose",'convener',new."convener",'contact',new."contact",'paper_size',new."paper_size",'language',new."language",'hide_counts_below',new."hide_counts_below",'hide_reason',new."hide_reason",'is_sample',new."is_sample",'started_on',new."started_on",'private_note',new."private_note")); end;
CREATE TRIGGER chg_collaborative_update after update on "collaborative" when (select step from chg_now) is not null and (old."id" is not new."id" or old."name" is not new."name" or old."area" is not new."area" or old."purpose" is not new."purpose" or old."convener" is not new."convener" or old."contact" is not new."contact" or old."paper_size" is not new."paper_size" or old."language" is not new."language" or old."hide_counts_below" is not new."hide_counts_below" or old."hide_reason" is not new."hide_reason" or old."is_sample" is not new."is_sample" or old."started_on" is not new."started_on" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'collaborative', new.id, json_object('id',old."id",'name',old."name",'area',old."area",'purpose',old."purpose",'convener',old."convener",'contact',old."contact",'paper_size',old."paper_size",'language',old."language",'hide_counts_below',old."hide_counts_below",'hide_reason',old."hide_reason",'is_sample',old."is_sample",'started_on',old."started_on",'private_note',old."private_note"), json_object('id',new."id",'name',new."name",'area',new."area",'purpose',new."purpose",'convener',new."convener",'contact',new."contact",'paper_size',new."paper_size",'language',new."language",'hide_counts_below',new."hide_counts_below",'hide_reason',new."hide_reason",'is_sample',new."is_sample",'started_on',new."started_on",'private_note',new."private_note")); end;
CREATE TRIGGER chg_criterion_answer_delete after delete on "criterion_answer" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'criterion_answer', old.id, json_object('id',old."id",'stage_check_id',old."stage_check_id",'criterion_id',old."criterion_id",'answer',old."answer",'na_reason',old."na_reason",'note',old."note",'answered_on',old."answered_on"), null); end;
CREATE TRIGGER chg_criterion_answer_insert after insert on "criterion_answer" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'criterion_answer', new.id, null, json_object('id',new."id",'stage_check_id',new."stage_check_id",'criterion_id',new."criterion_id",'answer',new."answer",'na_reason',new."na_reason",'note',new."note",'answered_on',new."answered_on")); end;
CREATE TRIGGER chg_criterion_answer_update after update on "criterion_answer" when (select step from chg_now) is not null and (old."id" is not new."id" or old."stage_check_id" is not new."stage_check_id" or old."criterion_id" is not new."criterion_id" or old."answer" is not new."answer" or old."na_reason" is not new."na_reason" or old."note" is not new."note" or old."answered_on" is not new."answered_on") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'criterion_answer', new.id, json_object('id',old."id",'stage_check_id',old."stage_check_id",'criterion_id',old."criterion_id",'answer',old."answer",'na_reason',old."na_reason",'note',old."note",'answered_on',old."answered_on"), json_object('id',new."id",'stage_check_id',new."stage_check_id",'criterion_id',new."criterion_id",'answer',new."answer",'na_reason',new."na_reason",'note',new."note",'answered_on',new."answered_on")); end;
CREATE TRIGGER chg_criterion_delete after delete on "criterion" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'criterion', old.id, json_object('id',old."id",'dimension_id',old."dimension_id",'stage',old."stage",'pos',old."pos",'code',old."code",'text',old."text",'example',old."example"), null); end;
CREATE TRIGGER chg_criterion_insert after insert on "criterion" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'criterion', new.id, null, json_object('id',new."id",'dimension_id',new."dimension_id",'stage',new."stage",'pos',new."pos",'code',new."code",'text',new."text",'example',new."example")); end;
CREATE TRIGGER chg_criterion_update after update on "criterion" when (select step from chg_now) is not null and (old."id" is not new."id" or old."dimension_id" is not new."dimension_id" or old."stage" is not new."stage" or old."pos" is not new."pos" or old."code" is not new."code" or old."text" is not new."text" or old."example" is not new."example") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'criterion', new.id, json_object('id',old."id",'dimension_id',old."dimension_id",'stage',old."stage",'pos',old."pos",'code',old."code",'text',old."text",'example',old."example"), json_object('id',new."id",'dimension_id',new."dimension_id",'stage',new."stage",'pos',new."pos",'code',new."code",'text',new."text",'example',new."example")); end;
CREATE TRIGGER chg_decision_delete after delete on "decision" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'decision', old.id, json_object('id',old."id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'text',old."text",'rule',old."rule",'decided_on',old."decided_on",'decided_by',old."decided_by",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_decision_insert after insert on "decision" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'decision', new.id, null, json_object('id',new."id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'text',new."text",'rule',new."rule",'decided_on',new."decided_on",'decided_by',new."decided_by",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_decision_update after update on "decision" when (select step from chg_now) is not null and (old."id" is not new."id" or old."station_id" is not new."station_id" or old."lane_id" is not new."lane_id" or old."meeting_id" is not new."meeting_id" or old."number" is not new."number" or old."old_number" is not new."old_number" or old."text" is not new."text" or old."rule" is not new."rule" or old."decided_on" is not new."decided_on" or old."decided_by" is not new."decided_by" or old."held" is not new."held" or old."made_at" is not new."made_at" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'decision', new.id, json_object('id',old."id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'text',old."text",'rule',old."rule",'decided_on',old."decided_on",'decided_by',old."decided_by",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), json_object('id',new."id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'text',new."text",'rule',new."rule",'decided_on',new."decided_on",'decided_by',new."decided_by",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_dimension_delete after delete on "dimension" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'dimension', old.id, json_object('id',old."id",'ladder_id',old."ladder_id",'pos',old."pos",'code',old."code",'name',old."name",'short',old."short",'about',old."about"), null); end;
CREATE TRIGGER chg_dimension_insert after insert on "dimension" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'dimension', new.id, null, json_object('id',new."id",'ladder_id',new."ladder_id",'pos',new."pos",'code',new."code",'name',new."name",'short',new."short",'about',new."about")); end;
CREATE TRIGGER chg_dimension_update after update on "dimension" when (select step from chg_now) is not null and (old."id" is not new."id" or old."ladder_id" is not new."ladder_id" or old."pos" is not new."pos" or old."code" is not new."code" or old."name" is not new."name" or old."short" is not new."short" or old."about" is not new."about") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'dimension', new.id, json_object('id',old."id",'ladder_id',old."ladder_id",'pos',old."pos",'code',old."code",'name',old."name",'short',old."short",'about',old."about"), json_object('id',new."id",'ladder_id',new."ladder_id",'pos',new."pos",'code',new."code",'name',new."name",'short',new."short",'about',new."about")); end;
CREATE TRIGGER chg_evidence_delete after delete on "evidence" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'evidence', old.id, json_object('id',old."id",'answer_id',old."answer_id",'pos',old."pos",'proof',old."proof",'what',old."what",'place',old."place",'amount',old."amount",'source',old."source",'role',old."role",'day',old."day",'held',old."held"), null); end;
CREATE TRIGGER chg_evidence_insert after insert on "evidence" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'evidence', new.id, null, json_object('id',new."id",'answer_id',new."answer_id",'pos',new."pos",'proof',new."proof",'what',new."what",'place',new."place",'amount',new."amount",'source',new."source",'role',new."role",'day',new."day",'held',new."held")); end;
CREATE TRIGGER chg_evidence_update after update on "evidence" when (select step from chg_now) is not null and (old."id" is not new."id" or old."answer_id" is not new."answer_id" or old."pos" is not new."pos" or old."proof" is not new."proof" or old."what" is not new."what" or old."place" is not new."place" or old."amount" is not new."amount" or old."source" is not new."source" or old."role" is not new."role" or old."day" is not new."day" or old."held" is not new."held") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'evidence', new.id, json_object('id',old."id",'answer_id',old."answer_id",'pos',old."pos",'proof',old."proof",'what',old."what",'place',old."place",'amount',old."amount",'source',old."source",'role',old."role",'day',old."day",'held',old."held"), json_object('id',new."id",'answer_id',new."answer_id",'pos',new."pos",'proof',new."proof",'what',new."what",'place',new."place",'amount',new."amount",'source',new."source",'role',new."role",'day',new."day",'held',new."held")); end;
CREATE TRIGGER chg_family_count_delete after delete on "family_count" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'family_count', old.id, json_object('id',old."id",'station_id',old."station_id",'pos',old."pos",'certainty',old."certainty",'families_in',old."families_in",'families_on',old."families_on",'families_lost',old."families_lost",'period',old."period",'source',old."source",'owner',old."owner",'note',old."note"), null); end;
CREATE TRIGGER chg_family_count_insert after insert on "family_count" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'family_count', new.id, null, json_object('id',new."id",'station_id',new."station_id",'pos',new."pos",'certainty',new."certainty",'families_in',new."families_in",'families_on',new."families_on",'families_lost',new."families_lost",'period',new."period",'source',new."source",'owner',new."owner",'note',new."note")); end;
CREATE TRIGGER chg_family_count_update after update on "family_count" when (select step from chg_now) is not null and (old."id" is not new."id" or old."station_id" is not new."station_id" or old."pos" is not new."pos" or old."certainty" is not new."certainty" or old."families_in" is not new."families_in" or old."families_on" is not new."families_on" or old."families_lost" is not new."families_lost" or old."period" is not new."period" or old."source" is not new."source" or old."owner" is not new."owner" or old."note" is not new."note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'family_count', new.id, json_object('id',old."id",'station_id',old."station_id",'pos',old."pos",'certainty',old."certainty",'families_in',old."families_in",'families_on',old."families_on",'families_lost',old."families_lost",'period',old."period",'source',old."source",'owner',old."owner",'note',old."note"), json_object('id',new."id",'station_id',new."station_id",'pos',new."pos",'certainty',new."certainty",'families_in',new."families_in",'families_on',new."families_on",'families_lost',new."families_lost",'period',new."period",'source',new."source",'owner',new."owner",'note',new."note")); end;
CREATE TRIGGER chg_finding_delete after delete on "finding" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'finding', old.id, json_object('id',old."id",'walk_id',old."walk_id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'kind',old."kind",'text',old."text",'detail',old."detail",'category',old."category",'who_is_affected',old."who_is_affected",'said_again',old."said_again",'votes',old."votes",'impact',old."impact",'effort',old."effort",'held',old."held",'made_at',old."made_at",'said_by',old."said_by",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_finding_insert after insert on "finding" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'finding', new.id, null, json_object('id',new."id",'walk_id',new."walk_id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'kind',new."kind",'text',new."text",'detail',new."detail",'category',new."category",'who_is_affected',new."who_is_affected",'said_again',new."said_again",'votes',new."votes",'impact',new."impact",'effort',new."effort",'held',new."held",'made_at',new."made_at",'said_by',new."said_by",'private_note',new."private_note")); end;
CREATE TRIGGER chg_finding_update after update on "finding" when (select step from chg_now) is not null and (old."id" is not new."id" or old."walk_id" is not new."walk_id" or old."station_id" is not new."station_id" or old."lane_id" is not new."lane_id" or old."meeting_id" is not new."meeting_id" or old."number" is not new."number" or old."old_number" is not new."old_number" or old."kind" is not new."kind" or old."text" is not new."text" or old."detail" is not new."detail" or old."category" is not new."category" or old."who_is_affected" is not new."who_is_affected" or old."said_again" is not new."said_again" or old."votes" is not new."votes" or old."impact" is not new."impact" or old."effort" is not new."effort" or old."held" is not new."held" or old."made_at" is not new."made_at" or old."said_by" is not new."said_by" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'finding', new.id, json_object('id',old."id",'walk_id',old."walk_id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'kind',old."kind",'text',old."text",'detail',old."detail",'category',old."category",'who_is_affected',old."who_is_affected",'said_again',old."said_again",'votes',old."votes",'impact',old."impact",'effort',old."effort",'held',old."held",'made_at',old."made_at",'said_by',old."said_by",'private_note',old."private_note"), json_object('id',new."id",'walk_id',new."walk_id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'kind',new."kind",'text',new."text",'detail',new."detail",'category',new."category",'who_is_affected',new."who_is_affected",'said_again',new."said_again",'votes',new."votes",'impact',new."impact",'effort',new."effort",'held',new."held",'made_at',new."made_at",'said_by',new."said_by",'private_note',new."private_note")); end;
CREATE TRIGGER chg_goal_delete after delete on "goal" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'goal', old.id, json_object('id',old."id",'pos',old."pos",'text',old."text",'strategy',old."strategy",'budget',old."budget",'in_kind',old."in_kind",'held',old."held"), null); end;
CREATE TRIGGER chg_goal_insert after insert on "goal" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'goal', new.id, null, json_object('id',new."id",'pos',new."pos",'text',new."text",'strategy',new."strategy",'budget',new."budget",'in_kind',new."in_kind",'held',new."held")); end;
CREATE TRIGGER chg_goal_update after update on "goal" when (select step from chg_now) is not null and (old."id" is not new."id" or old."pos" is not new."pos" or old."text" is not new."text" or old."strategy" is not new."strategy" or old."budget" is not new."budget" or old."in_kind" is not new."in_kind" or old."held" is not new."held") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'goal', new.id, json_object('id',old."id",'pos',old."pos",'text',old."text",'strategy',old."strategy",'budget',old."budget",'in_kind',old."in_kind",'held',old."held"), json_object('id',new."id",'pos',new."pos",'text',new."text",'strategy',new."strategy",'budget',new."budget",'in_kind',new."in_kind",'held',new."held")); end;
CREATE TRIGGER chg_hand_off_delete after delete on "hand_off" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'hand_off', old.id, json_object('id',old."id",'station_id',old."station_id",'from_whom',old."from_whom",'to_whom',old."to_whom",'warmth',old."warmth",'what_travels',old."what_travels",'legal_basis',old."legal_basis",'time_by_rule',old."time_by_rule",'time_in_practice',old."time_in_practice",'who_checks',old."who_checks",'how_many_lost',old."how_many_lost"), null); end;
CREATE TRIGGER chg_hand_off_insert after insert on "hand_off" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'hand_off', new.id, null, json_object('id',new."id",'station_id',new."station_id",'from_whom',new."from_whom",'to_whom',new."to_whom",'warmth',new."warmth",'what_travels',new."what_travels",'legal_basis',new."legal_basis",'time_by_rule',new."time_by_rule",'time_in_practice',new."time_in_practice",'who_checks',new."who_checks",'how_many_lost',new."how_many_lost")); end;
CREATE TRIGGER chg_hand_off_update after update on "hand_off" when (select step from chg_now) is not null and (old."id" is not new."id" or old."station_id" is not new."station_id" or old."from_whom" is not new."from_whom" or old."to_whom" is not new."to_whom" or old."warmth" is not new."warmth" or old."what_travels" is not new."what_travels" or old."legal_basis" is not new."legal_basis" or old."time_by_rule" is not new."time_by_rule" or old."time_in_practice" is not new."time_in_practice" or old."who_checks" is not new."who_checks" or old."how_many_lost" is not new."how_many_lost") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'hand_off', new.id, json_object('id',old."id",'station_id',old."station_id",'from_whom',old."from_whom",'to_whom',old."to_whom",'warmth',old."warmth",'what_travels',old."what_travels",'legal_basis',old."legal_basis",'time_by_rule',old."time_by_rule",'time_in_practice',old."time_in_practice",'who_checks',old."who_checks",'how_many_lost',old."how_many_lost"), json_object('id',new."id",'station_id',new."station_id",'from_whom',new."from_whom",'to_whom',new."to_whom",'warmth',new."warmth",'what_travels',new."what_travels",'legal_basis',new."legal_basis",'time_by_rule',new."time_by_rule",'time_in_practice',new."time_in_practice",'who_checks',new."who_checks",'how_many_lost',new."how_many_lost")); end;
CREATE TRIGGER chg_indicator_delete after delete on "indicator" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'indicator', old.id, json_object('id',old."id",'goal_id',old."goal_id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'owner_partner_id',old."owner_partner_id",'pos',old."pos",'number',old."number",'old_number',old."old_number",'name',old."name",'definition',old."definition",'source',old."source",'owner',old."owner",'unit',old."unit",'better',old."better",'counts_families',old."counts_families",'how_often',old."how_often",'baseline',old."baseline",'baseline_on',old."baseline_on",'target',old."target",'target_on',old."target_on",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_indicator_insert after insert on "indicator" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'indicator', new.id, null, json_object('id',new."id",'goal_id',new."goal_id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'owner_partner_id',new."owner_partner_id",'pos',new."pos",'number',new."number",'old_number',new."old_number",'name',new."name",'definition',new."definition",'source',new."source",'owner',new."owner",'unit',new."unit",'better',new."better",'counts_families',new."counts_families",'how_often',new."how_often",'baseline',new."baseline",'baseline_on',new."baseline_on",'target',new."target",'target_on',new."target_on",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_indicator_update after update on "indicator" when (select step from chg_now) is not null and (old."id" is not new."id" or old."goal_id" is not new."goal_id" or old."station_id" is not new."station_id" or old."lane_id" is not new."lane_id" or old."meeting_id" is not new."meeting_id" or old."owner_partner_id" is not new."owner_partner_id" or old."pos" is not new."pos" or old."number" is not new."number" or old."old_number" is not new."old_number" or old."name" is not new."name" or old."definition" is not new."definition" or old."source" is not new."source" or old."owner" is not new."owner" or old."unit" is not new."unit" or old."better" is not new."better" or old."counts_families" is not new."counts_families" or old."how_often" is not new."how_often" or old."baseline" is not new."baseline" or old."baseline_on" is not new."baseline_on" or old."target" is not new."target" or old."target_on" is not new."target_on" or old."held" is not new."held" or old."made_at" is not new."made_at" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'indicator', new.id, json_object('id',old."id",'goal_id',old."goal_id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'owner_partner_id',old."owner_partner_id",'pos',old."pos",'number',old."number",'old_number',old."old_number",'name',old."name",'definition',old."definition",'source',old."source",'owner',old."owner",'unit',old."unit",'better',old."better",'counts_families',old."counts_families",'how_often',old."how_often",'baseline',old."baseline",'baseline_on',old."baseline_on",'target',old."target",'target_on',old."target_on",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), json_object('id',new."id",'goal_id',new."goal_id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'owner_partner_id',new."owner_partner_id",'pos',new."pos",'number',new."number",'old_number',new."old_number",'name',new."name",'definition',new."definition",'source',new."source",'owner',new."owner",'unit',new."unit",'better',new."better",'counts_families',new."counts_families",'how_often',new."how_often",'baseline',new."baseline",'baseline_on',new."baseline_on",'target',new."target",'target_on',new."target_on",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_ladder_delete after delete on "ladder" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'ladder', old.id, json_object('id',old."id",'code',old."code",'version',old."version",'name',old."name",'language',old."language"), null); end;
CREATE TRIGGER chg_ladder_insert after insert on "ladder" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'ladder', new.id, null, json_object('id',new."id",'code',new."code",'version',new."version",'name',new."name",'language',new."language")); end;
CREATE TRIGGER chg_ladder_update after update on "ladder" when (select step from chg_now) is not null and (old."id" is not new."id" or old."code" is not new."code" or old."version" is not new."version" or old."name" is not new."name" or old."language" is not new."language") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'ladder', new.id, json_object('id',old."id",'code',old."code",'version',old."version",'name',old."name",'language',old."language"), json_object('id',new."id",'code',new."code",'version',new."version",'name',new."name",'language',new."language")); end;
CREATE TRIGGER chg_lane_delete after delete on "lane" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'lane', old.id, json_object('id',old."id",'walk_id',old."walk_id",'pos',old."pos",'code',old."code",'name',old."name",'short',old."short",'sector',old."sector"), null); end;
CREATE TRIGGER chg_lane_insert after insert on "lane" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'lane', new.id, null, json_object('id',new."id",'walk_id',new."walk_id",'pos',new."pos",'code',new."code",'name',new."name",'short',new."short",'sector',new."sector")); end;
CREATE TRIGGER chg_lane_update after update on "lane" when (select step from chg_now) is not null and (old."id" is not new."id" or old."walk_id" is not new."walk_id" or old."pos" is not new."pos" or old."code" is not new."code" or old."name" is not new."name" or old."short" is not new."short" or old."sector" is not new."sector") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'lane', new.id, json_object('id',old."id",'walk_id',old."walk_id",'pos',old."pos",'code',old."code",'name',old."name",'short',old."short",'sector',old."sector"), json_object('id',new."id",'walk_id',new."walk_id",'pos',new."pos",'code',new."code",'name',new."name",'short',new."short",'sector',new."sector")); end;
CREATE TRIGGER chg_meeting_delete after delete on "meeting" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'meeting', old.id, json_object('id',old."id",'walk_id',old."walk_id",'title',old."title",'day',old."day",'starts',old."starts",'ends',old."ends",'zone',old."zone",'place',old."place",'kind',old."kind",'mode',old."mode",'state',old."state",'purpose',old."purpose",'facilitator',old."facilitator",'recorder',old."recorder",'next_day',old."next_day",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_meeting_insert after insert on "meeting" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'meeting', new.id, null, json_object('id',new."id",'walk_id',new."walk_id",'title',new."title",'day',new."day",'starts',new."starts",'ends',new."ends",'zone',new."zone",'place',new."place",'kind',new."kind",'mode',new."mode",'state',new."state",'purpose',new."purpose",'facilitator',new."facilitator",'recorder',new."recorder",'next_day',new."next_day",'private_note',new."private_note")); end;
CREATE TRIGGER chg_meeting_update after update on "meeting" when (select step from chg_now) is not null and (old."id" is not new."id" or old."walk_id" is not new."walk_id" or old."title" is not new."title" or old."day" is not new."day" or old."starts" is not new."starts" or old."ends" is not new."ends" or old."zone" is not new."zone" or old."place" is not new."place" or old."kind" is not new."kind" or old."mode" is not new."mode" or old."state" is not new."state" or old."purpose" is not new."purpose" or old."facilitator" is not new."facilitator" or old."recorder" is not new."recorder" or old."next_day" is not new."next_day" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'meeting', new.id, json_object('id',old."id",'walk_id',old."walk_id",'title',old."title",'day',old."day",'starts',old."starts",'ends',old."ends",'zone',old."zone",'place',old."place",'kind',old."kind",'mode',old."mode",'state',old."state",'purpose',old."purpose",'facilitator',old."facilitator",'recorder',old."recorder",'next_day',old."next_day",'private_note',old."private_note"), json_object('id',new."id",'walk_id',new."walk_id",'title',new."title",'day',new."day",'starts',new."starts",'ends',new."ends",'zone',new."zone",'place',new."place",'kind',new."kind",'mode',new."mode",'state',new."state",'purpose',new."purpose",'facilitator',new."facilitator",'recorder',new."recorder",'next_day',new."next_day",'private_note',new."private_note")); end;
CREATE TRIGGER chg_next_step_delete after delete on "next_step" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'next_step', old.id, json_object('id',old."id",'goal_id',old."goal_id",'indicator_id',old."indicator_id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'criterion_id',old."criterion_id",'owner_partner_id',old."owner_partner_id",'pos',old."pos",'number',old."number",'old_number',old."old_number",'what',old."what",'owner',old."owner",'due',old."due",'due_words',old."due_words",'because',old."because",'tier',old."tier",'needs',old."needs",'state',old."state",'acceptance',old."acceptance",'ask_by',old."ask_by",'ask_whom',old."ask_whom",'proof',old."proof",'closed_on',old."closed_on",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_next_step_insert after insert on "next_step" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'next_step', new.id, null, json_object('id',new."id",'goal_id',new."goal_id",'indicator_id',new."indicator_id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'criterion_id',new."criterion_id",'owner_partner_id',new."owner_partner_id",'pos',new."pos",'number',new."number",'old_number',new."old_number",'what',new."what",'owner',new."owner",'due',new."due",'due_words',new."due_words",'because',new."because",'tier',new."tier",'needs',new."needs",'state',new."state",'acceptance',new."acceptance",'ask_by',new."ask_by",'ask_whom',new."ask_whom",'proof',new."proof",'closed_on',new."closed_on",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_next_step_update after update on "next_step" when (select step from chg_now) is not null and (old."id" is not new."id" or old."goal_id" is not new."goal_id" or old."indicator_id" is not new."indicator_id" or old."station_id" is not new."station_id" or old."lane_id" is not new."lane_id" or old."meeting_id" is not new."meeting_id" or old."criterion_id" is not new."criterion_id" or old."owner_partner_id" is not new."owner_partner_id" or old."pos" is not new."pos" or old."number" is not new."number" or old."old_number" is not new."old_number" or old."what" is not new."what" or old."owner" is not new."owner" or old."due" is not new."due" or old."due_words" is not new."due_words" or old."because" is not new."because" or old."tier" is not new."tier" or old."needs" is not new."needs" or old."state" is not new."state" or old."acceptance" is not new."acceptance" or old."ask_by" is not new."ask_by" or old."ask_whom" is not new."ask_whom" or old."proof" is not new."proof" or old."closed_on" is not new."closed_on" or old."held" is not new."held" or old."made_at" is not new."made_at" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'next_step', new.id, json_object('id',old."id",'goal_id',old."goal_id",'indicator_id',old."indicator_id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'criterion_id',old."criterion_id",'owner_partner_id',old."owner_partner_id",'pos',old."pos",'number',old."number",'old_number',old."old_number",'what',old."what",'owner',old."owner",'due',old."due",'due_words',old."due_words",'because',old."because",'tier',old."tier",'needs',old."needs",'state',old."state",'acceptance',old."acceptance",'ask_by',old."ask_by",'ask_whom',old."ask_whom",'proof',old."proof",'closed_on',old."closed_on",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), json_object('id',new."id",'goal_id',new."goal_id",'indicator_id',new."indicator_id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'criterion_id',new."criterion_id",'owner_partner_id',new."owner_partner_id",'pos',new."pos",'number',new."number",'old_number',new."old_number",'what',new."what",'owner',new."owner",'due',new."due",'due_words',new."due_words",'because',new."because",'tier',new."tier",'needs',new."needs",'state',new."state",'acceptance',new."acceptance",'ask_by',new."ask_by",'ask_whom',new."ask_whom",'proof',new."proof",'closed_on',new."closed_on",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_parked_topic_delete after delete on "parked_topic" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'parked_topic', old.id, json_object('id',old."id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'text',old."text",'state',old."state",'outcome',old."outcome",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_parked_topic_insert after insert on "parked_topic" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'parked_topic', new.id, null, json_object('id',new."id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'text',new."text",'state',new."state",'outcome',new."outcome",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_parked_topic_update after update on "parked_topic" when (select step from chg_now) is not null and (old."id" is not new."id" or old."station_id" is not new."station_id" or old."lane_id" is not new."lane_id" or old."meeting_id" is not new."meeting_id" or old."number" is not new."number" or old."old_number" is not new."old_number" or old."text" is not new."text" or old."state" is not new."state" or old."outcome" is not new."outcome" or old."held" is not new."held" or old."made_at" is not new."made_at" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'parked_topic', new.id, json_object('id',old."id",'station_id',old."station_id",'lane_id',old."lane_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'text',old."text",'state',old."state",'outcome',old."outcome",'held',old."held",'made_at',old."made_at",'private_note',old."private_note"), json_object('id',new."id",'station_id',new."station_id",'lane_id',new."lane_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'text',new."text",'state',new."state",'outcome',new."outcome",'held',new."held",'made_at',new."made_at",'private_note',new."private_note")); end;
CREATE TRIGGER chg_partner_delete after delete on "partner" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'partner', old.id, json_object('id',old."id",'pos',old."pos",'name',old."name",'short',old."short",'sector',old."sector",'brings',old."brings",'duties',old."duties",'contact',old."contact",'champion',old."champion",'has_left',old."has_left",'readiness',old."readiness",'influence',old."influence",'opposition',old."opposition",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_partner_insert after insert on "partner" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'partner', new.id, null, json_object('id',new."id",'pos',new."pos",'name',new."name",'short',new."short",'sector',new."sector",'brings',new."brings",'duties',new."duties",'contact',new."contact",'champion',new."champion",'has_left',new."has_left",'readiness',new."readiness",'influence',new."influence",'opposition',new."opposition",'private_note',new."private_note")); end;
CREATE TRIGGER chg_partner_update after update on "partner" when (select step from chg_now) is not null and (old."id" is not new."id" or old."pos" is not new."pos" or old."name" is not new."name" or old."short" is not new."short" or old."sector" is not new."sector" or old."brings" is not new."brings" or old."duties" is not new."duties" or old."contact" is not new."contact" or old."champion" is not new."champion" or old."has_left" is not new."has_left" or old."readiness" is not new."readiness" or old."influence" is not new."influence" or old."opposition" is not new."opposition" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'partner', new.id, json_object('id',old."id",'pos',old."pos",'name',old."name",'short',old."short",'sector',old."sector",'brings',old."brings",'duties',old."duties",'contact',old."contact",'champion',old."champion",'has_left',old."has_left",'readiness',old."readiness",'influence',old."influence",'opposition',old."opposition",'private_note',old."private_note"), json_object('id',new."id",'pos',new."pos",'name',new."name",'short',new."short",'sector',new."sector",'brings',new."brings",'duties',new."duties",'contact',new."contact",'champion',new."champion",'has_left',new."has_left",'readiness',new."readiness",'influence',new."influence",'opposition',new."opposition",'private_note',new."private_note")); end;
CREATE TRIGGER chg_point_delete after delete on "point" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'point', old.id, json_object('id',old."id",'indicator_id',old."indicator_id",'day',old."day",'value',old."value",'of_families',old."of_families",'certainty',old."certainty",'note',old."note"), null); end;
CREATE TRIGGER chg_point_insert after insert on "point" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'point', new.id, null, json_object('id',new."id",'indicator_id',new."indicator_id",'day',new."day",'value',new."value",'of_families',new."of_families",'certainty',new."certainty",'note',new."note")); end;
CREATE TRIGGER chg_point_update after update on "point" when (select step from chg_now) is not null and (old."id" is not new."id" or old."indicator_id" is not new."indicator_id" or old."day" is not new."day" or old."value" is not new."value" or old."of_families" is not new."of_families" or old."certainty" is not new."certainty" or old."note" is not new."note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'point', new.id, json_object('id',old."id",'indicator_id',old."indicator_id",'day',old."day",'value',old."value",'of_families',old."of_families",'certainty',old."certainty",'note',old."note"), json_object('id',new."id",'indicator_id',new."indicator_id",'day',new."day",'value',new."value",'of_families',new."of_families",'certainty',new."certainty",'note',new."note")); end;
CREATE TRIGGER chg_prompt_delete after delete on "prompt" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'prompt', old.id, json_object('id',old."id",'station_id',old."station_id",'pos',old."pos",'code',old."code",'text',old."text",'must_ask',old."must_ask",'asked',old."asked"), null); end;
CREATE TRIGGER chg_prompt_insert after insert on "prompt" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'prompt', new.id, null, json_object('id',new."id",'station_id',new."station_id",'pos',new."pos",'code',new."code",'text',new."text",'must_ask',new."must_ask",'asked',new."asked")); end;
CREATE TRIGGER chg_prompt_update after update on "prompt" when (select step from chg_now) is not null and (old."id" is not new."id" or old."station_id" is not new."station_id" or old."pos" is not new."pos" or old."code" is not new."code" or old."text" is not new."text" or old."must_ask" is not new."must_ask" or old."asked" is not new."asked") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'prompt', new.id, json_object('id',old."id",'station_id',old."station_id",'pos',old."pos",'code',old."code",'text',old."text",'must_ask',old."must_ask",'asked',old."asked"), json_object('id',new."id",'station_id',new."station_id",'pos',new."pos",'code',new."code",'text',new."text",'must_ask',new."must_ask",'asked',new."asked")); end;
CREATE TRIGGER chg_raised_delete after delete on "raised" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'raised', old.id, json_object('id',old."id",'step_id',old."step_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'question',old."question",'tier',old."tier",'to_whom',old."to_whom",'by_day',old."by_day",'answer',old."answer",'told_back_on',old."told_back_on",'held',old."held"), null); end;
CREATE TRIGGER chg_raised_insert after insert on "raised" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'raised', new.id, null, json_object('id',new."id",'step_id',new."step_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'question',new."question",'tier',new."tier",'to_whom',new."to_whom",'by_day',new."by_day",'answer',new."answer",'told_back_on',new."told_back_on",'held',new."held")); end;
CREATE TRIGGER chg_raised_update after update on "raised" when (select step from chg_now) is not null and (old."id" is not new."id" or old."step_id" is not new."step_id" or old."meeting_id" is not new."meeting_id" or old."number" is not new."number" or old."old_number" is not new."old_number" or old."question" is not new."question" or old."tier" is not new."tier" or old."to_whom" is not new."to_whom" or old."by_day" is not new."by_day" or old."answer" is not new."answer" or old."told_back_on" is not new."told_back_on" or old."held" is not new."held") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'raised', new.id, json_object('id',old."id",'step_id',old."step_id",'meeting_id',old."meeting_id",'number',old."number",'old_number',old."old_number",'question',old."question",'tier',old."tier",'to_whom',old."to_whom",'by_day',old."by_day",'answer',old."answer",'told_back_on',old."told_back_on",'held',old."held"), json_object('id',new."id",'step_id',new."step_id",'meeting_id',new."meeting_id",'number',new."number",'old_number',new."old_number",'question',new."question",'tier',new."tier",'to_whom',new."to_whom",'by_day',new."by_day",'answer',new."answer",'told_back_on',new."told_back_on",'held',new."held")); end;
CREATE TRIGGER chg_round_delete after delete on "round" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'round', old.id, json_object('id',old."id",'stage_check_id',old."stage_check_id",'pos',old."pos",'method',old."method",'question',old."question",'people',old."people",'handed_out',old."handed_out",'returned',old."returned",'spoilt',old."spoilt",'sealed',old."sealed"), null); end;
CREATE TRIGGER chg_round_insert after insert on "round" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'round', new.id, null, json_object('id',new."id",'stage_check_id',new."stage_check_id",'pos',new."pos",'method',new."method",'question',new."question",'people',new."people",'handed_out',new."handed_out",'returned',new."returned",'spoilt',new."spoilt",'sealed',new."sealed")); end;
CREATE TRIGGER chg_round_update after update on "round" when (select step from chg_now) is not null and (old."id" is not new."id" or old."stage_check_id" is not new."stage_check_id" or old."pos" is not new."pos" or old."method" is not new."method" or old."question" is not new."question" or old."people" is not new."people" or old."handed_out" is not new."handed_out" or old."returned" is not new."returned" or old."spoilt" is not new."spoilt" or old."sealed" is not new."sealed") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'round', new.id, json_object('id',old."id",'stage_check_id',old."stage_check_id",'pos',old."pos",'method',old."method",'question',old."question",'people',old."people",'handed_out',old."handed_out",'returned',old."returned",'spoilt',old."spoilt",'sealed',old."sealed"), json_object('id',new."id",'stage_check_id',new."stage_check_id",'pos',new."pos",'method',new."method",'question',new."question",'people',new."people",'handed_out',new."handed_out",'returned',new."returned",'spoilt',new."spoilt",'sealed',new."sealed")); end;
CREATE TRIGGER chg_seat_delete after delete on "seat" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'seat', old.id, json_object('id',old."id",'partner_id',old."partner_id",'sector',old."sector",'tier',old."tier",'state',old."state",'holder',old."holder",'job',old."job",'since',old."since",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_seat_insert after insert on "seat" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'seat', new.id, null, json_object('id',new."id",'partner_id',new."partner_id",'sector',new."sector",'tier',new."tier",'state',new."state",'holder',new."holder",'job',new."job",'since',new."since",'private_note',new."private_note")); end;
CREATE TRIGGER chg_seat_update after update on "seat" when (select step from chg_now) is not null and (old."id" is not new."id" or old."partner_id" is not new."partner_id" or old."sector" is not new."sector" or old."tier" is not new."tier" or old."state" is not new."state" or old."holder" is not new."holder" or old."job" is not new."job" or old."since" is not new."since" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'seat', new.id, json_object('id',old."id",'partner_id',old."partner_id",'sector',old."sector",'tier',old."tier",'state',old."state",'holder',old."holder",'job',old."job",'since',old."since",'private_note',old."private_note"), json_object('id',new."id",'partner_id',new."partner_id",'sector',new."sector",'tier',new."tier",'state',new."state",'holder',new."holder",'job',new."job",'since',new."since",'private_note',new."private_note")); end;
CREATE TRIGGER chg_stage_check_delete after delete on "stage_check" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'stage_check', old.id, json_object('id',old."id",'ladder_id',old."ladder_id",'meeting_id',old."meeting_id",'pos',old."pos",'as_of',old."as_of",'agreement',old."agreement",'agreed_stage',old."agreed_stage",'agreed_reason',old."agreed_reason",'wanted_stage',old."wanted_stage",'wanted_reason',old."wanted_reason",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_stage_check_insert after insert on "stage_check" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'stage_check', new.id, null, json_object('id',new."id",'ladder_id',new."ladder_id",'meeting_id',new."meeting_id",'pos',new."pos",'as_of',new."as_of",'agreement',new."agreement",'agreed_stage',new."agreed_stage",'agreed_reason',new."agreed_reason",'wanted_stage',new."wanted_stage",'wanted_reason',new."wanted_reason",'private_note',new."private_note")); end;
CREATE TRIGGER chg_stage_check_update after update on "stage_check" when (select step from chg_now) is not null and (old."id" is not new."id" or old."ladder_id" is not new."ladder_id" or old."meeting_id" is not new."meeting_id" or old."pos" is not new."pos" or old."as_of" is not new."as_of" or old."agreement" is not new."agreement" or old."agreed_stage" is not new."agreed_stage" or old."agreed_reason" is not new."agreed_reason" or old."wanted_stage" is not new."wanted_stage" or old."wanted_reason" is not new."wanted_reason" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'stage_check', new.id, json_object('id',old."id",'ladder_id',old."ladder_id",'meeting_id',old."meeting_id",'pos',old."pos",'as_of',old."as_of",'agreement',old."agreement",'agreed_stage',old."agreed_stage",'agreed_reason',old."agreed_reason",'wanted_stage',old."wanted_stage",'wanted_reason',old."wanted_reason",'private_note',old."private_note"), json_object('id',new."id",'ladder_id',new."ladder_id",'meeting_id',new."meeting_id",'pos',new."pos",'as_of',new."as_of",'agreement',new."agreement",'agreed_stage',new."agreed_stage",'agreed_reason',new."agreed_reason",'wanted_stage',new."wanted_stage",'wanted_reason',new."wanted_reason",'private_note',new."private_note")); end;
CREATE TRIGGER chg_stage_delete after delete on "stage" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'stage', old.id, json_object('id',old."id",'ladder_id',old."ladder_id",'number',old."number",'name',old."name",'meaning',old."meaning"), null); end;
CREATE TRIGGER chg_stage_insert after insert on "stage" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'stage', new.id, null, json_object('id',new."id",'ladder_id',new."ladder_id",'number',new."number",'name',new."name",'meaning',new."meaning")); end;
CREATE TRIGGER chg_stage_update after update on "stage" when (select step from chg_now) is not null and (old."id" is not new."id" or old."ladder_id" is not new."ladder_id" or old."number" is not new."number" or old."name" is not new."name" or old."meaning" is not new."meaning") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'stage', new.id, json_object('id',old."id",'ladder_id',old."ladder_id",'number',old."number",'name',old."name",'meaning',old."meaning"), json_object('id',new."id",'ladder_id',new."ladder_id",'number',new."number",'name',new."name",'meaning',new."meaning")); end;
CREATE TRIGGER chg_station_delete after delete on "station" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'station', old.id, json_object('id',old."id",'walk_id',old."walk_id",'pos',old."pos",'code',old."code",'name',old."name",'short',old."short",'summary',old."summary",'is_handoff',old."is_handoff",'minutes',old."minutes",'family_line',old."family_line",'rule',old."rule",'practice',old."practice",'has_gap',old."has_gap",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_station_insert after insert on "station" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'station', new.id, null, json_object('id',new."id",'walk_id',new."walk_id",'pos',new."pos",'code',new."code",'name',new."name",'short',new."short",'summary',new."summary",'is_handoff',new."is_handoff",'minutes',new."minutes",'family_line',new."family_line",'rule',new."rule",'practice',new."practice",'has_gap',new."has_gap",'private_note',new."private_note")); end;
CREATE TRIGGER chg_station_update after update on "station" when (select step from chg_now) is not null and (old."id" is not new."id" or old."walk_id" is not new."walk_id" or old."pos" is not new."pos" or old."code" is not new."code" or old."name" is not new."name" or old."short" is not new."short" or old."summary" is not new."summary" or old."is_handoff" is not new."is_handoff" or old."minutes" is not new."minutes" or old."family_line" is not new."family_line" or old."rule" is not new."rule" or old."practice" is not new."practice" or old."has_gap" is not new."has_gap" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'station', new.id, json_object('id',old."id",'walk_id',old."walk_id",'pos',old."pos",'code',old."code",'name',old."name",'short',old."short",'summary',old."summary",'is_handoff',old."is_handoff",'minutes',old."minutes",'family_line',old."family_line",'rule',old."rule",'practice',old."practice",'has_gap',old."has_gap",'private_note',old."private_note"), json_object('id',new."id",'walk_id',new."walk_id",'pos',new."pos",'code',new."code",'name',new."name",'short',new."short",'summary',new."summary",'is_handoff',new."is_handoff",'minutes',new."minutes",'family_line',new."family_line",'rule',new."rule",'practice',new."practice",'has_gap',new."has_gap",'private_note',new."private_note")); end;
CREATE TRIGGER chg_step_finding_delete after delete on "step_finding" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'step_finding', old.id, json_object('id',old."id",'step_id',old."step_id",'finding_id',old."finding_id"), null); end;
CREATE TRIGGER chg_step_finding_insert after insert on "step_finding" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'step_finding', new.id, null, json_object('id',new."id",'step_id',new."step_id",'finding_id',new."finding_id")); end;
CREATE TRIGGER chg_step_finding_update after update on "step_finding" when (select step from chg_now) is not null and (old."id" is not new."id" or old."step_id" is not new."step_id" or old."finding_id" is not new."finding_id") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'step_finding', new.id, json_object('id',old."id",'step_id',old."step_id",'finding_id',old."finding_id"), json_object('id',new."id",'step_id',new."step_id",'finding_id',new."finding_id")); end;
CREATE TRIGGER chg_step_note_delete after delete on "step_note" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'step_note', old.id, json_object('id',old."id",'step_id',old."step_id",'meeting_id',old."meeting_id",'day',old."day",'state',old."state",'text',old."text",'held',old."held"), null); end;
CREATE TRIGGER chg_step_note_insert after insert on "step_note" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'step_note', new.id, null, json_object('id',new."id",'step_id',new."step_id",'meeting_id',new."meeting_id",'day',new."day",'state',new."state",'text',new."text",'held',new."held")); end;
CREATE TRIGGER chg_step_note_update after update on "step_note" when (select step from chg_now) is not null and (old."id" is not new."id" or old."step_id" is not new."step_id" or old."meeting_id" is not new."meeting_id" or old."day" is not new."day" or old."state" is not new."state" or old."text" is not new."text" or old."held" is not new."held") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'step_note', new.id, json_object('id',old."id",'step_id',old."step_id",'meeting_id',old."meeting_id",'day',old."day",'state',old."state",'text',old."text",'held',old."held"), json_object('id',new."id",'step_id',new."step_id",'meeting_id',new."meeting_id",'day',new."day",'state',new."state",'text',new."text",'held',new."held")); end;
CREATE TRIGGER chg_sub_step_delete after delete on "sub_step" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'sub_step', old.id, json_object('id',old."id",'station_id',old."station_id",'pos',old."pos",'text',old."text"), null); end;
CREATE TRIGGER chg_sub_step_insert after insert on "sub_step" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'sub_step', new.id, null, json_object('id',new."id",'station_id',new."station_id",'pos',new."pos",'text',new."text")); end;
CREATE TRIGGER chg_sub_step_update after update on "sub_step" when (select step from chg_now) is not null and (old."id" is not new."id" or old."station_id" is not new."station_id" or old."pos" is not new."pos" or old."text" is not new."text") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'sub_step', new.id, json_object('id',old."id",'station_id',old."station_id",'pos',old."pos",'text',old."text"), json_object('id',new."id",'station_id',new."station_id",'pos',new."pos",'text',new."text")); end;
CREATE TRIGGER chg_tally_delete after delete on "tally" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'tally', old.id, json_object('id',old."id",'round_id',old."round_id",'stage',old."stage",'ballots',old."ballots"), null); end;
CREATE TRIGGER chg_tally_insert after insert on "tally" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'tally', new.id, null, json_object('id',new."id",'round_id',new."round_id",'stage',new."stage",'ballots',new."ballots")); end;
CREATE TRIGGER chg_tally_update after update on "tally" when (select step from chg_now) is not null and (old."id" is not new."id" or old."round_id" is not new."round_id" or old."stage" is not new."stage" or old."ballots" is not new."ballots") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'tally', new.id, json_object('id',old."id",'round_id',old."round_id",'stage',old."stage",'ballots',old."ballots"), json_object('id',new."id",'round_id',new."round_id",'stage',new."stage",'ballots',new."ballots")); end;
CREATE TRIGGER chg_theme_delete after delete on "theme" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'theme', old.id, json_object('id',old."id",'walk_id',old."walk_id",'number',old."number",'old_number',old."old_number",'pos',old."pos",'name',old."name",'votes',old."votes",'impact',old."impact",'effort',old."effort",'held',old."held"), null); end;
CREATE TRIGGER chg_theme_finding_delete after delete on "theme_finding" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'theme_finding', old.id, json_object('id',old."id",'theme_id',old."theme_id",'finding_id',old."finding_id"), null); end;
CREATE TRIGGER chg_theme_finding_insert after insert on "theme_finding" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'theme_finding', new.id, null, json_object('id',new."id",'theme_id',new."theme_id",'finding_id',new."finding_id")); end;
CREATE TRIGGER chg_theme_finding_update after update on "theme_finding" when (select step from chg_now) is not null and (old."id" is not new."id" or old."theme_id" is not new."theme_id" or old."finding_id" is not new."finding_id") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'theme_finding', new.id, json_object('id',old."id",'theme_id',old."theme_id",'finding_id',old."finding_id"), json_object('id',new."id",'theme_id',new."theme_id",'finding_id',new."finding_id")); end;
CREATE TRIGGER chg_theme_insert after insert on "theme" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'theme', new.id, null, json_object('id',new."id",'walk_id',new."walk_id",'number',new."number",'old_number',new."old_number",'pos',new."pos",'name',new."name",'votes',new."votes",'impact',new."impact",'effort',new."effort",'held',new."held")); end;
CREATE TRIGGER chg_theme_update after update on "theme" when (select step from chg_now) is not null and (old."id" is not new."id" or old."walk_id" is not new."walk_id" or old."number" is not new."number" or old."old_number" is not new."old_number" or old."pos" is not new."pos" or old."name" is not new."name" or old."votes" is not new."votes" or old."impact" is not new."impact" or old."effort" is not new."effort" or old."held" is not new."held") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'theme', new.id, json_object('id',old."id",'walk_id',old."walk_id",'number',old."number",'old_number',old."old_number",'pos',old."pos",'name',old."name",'votes',old."votes",'impact',old."impact",'effort',old."effort",'held',old."held"), json_object('id',new."id",'walk_id',new."walk_id",'number',new."number",'old_number',new."old_number",'pos',new."pos",'name',new."name",'votes',new."votes",'impact',new."impact",'effort',new."effort",'held',new."held")); end;
CREATE TRIGGER chg_walk_delete after delete on "walk" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'walk', old.id, json_object('id',old."id",'pos',old."pos",'route',old."route",'route_version',old."route_version",'name',old."name",'language',old."language",'population',old."population",'boundary',old."boundary",'family',old."family",'family_intro',old."family_intro",'started_on',old."started_on",'walked_before_id',old."walked_before_id"), null); end;
CREATE TRIGGER chg_walk_insert after insert on "walk" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'walk', new.id, null, json_object('id',new."id",'pos',new."pos",'route',new."route",'route_version',new."route_version",'name',new."name",'language',new."language",'population',new."population",'boundary',new."boundary",'family',new."family",'family_intro',new."family_intro",'started_on',new."started_on",'walked_before_id',new."walked_before_id")); end;
CREATE TRIGGER chg_walk_update after update on "walk" when (select step from chg_now) is not null and (old."id" is not new."id" or old."pos" is not new."pos" or old."route" is not new."route" or old."route_version" is not new."route_version" or old."name" is not new."name" or old."language" is not new."language" or old."population" is not new."population" or old."boundary" is not new."boundary" or old."family" is not new."family" or old."family_intro" is not new."family_intro" or old."started_on" is not new."started_on" or old."walked_before_id" is not new."walked_before_id") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'walk', new.id, json_object('id',old."id",'pos',old."pos",'route',old."route",'route_version',old."route_version",'name',old."name",'language',old."language",'population',old."population",'boundary',old."boundary",'family',old."family",'family_intro',old."family_intro",'started_on',old."started_on",'walked_before_id',old."walked_before_id"), json_object('id',new."id",'pos',new."pos",'route',new."route",'route_version',new."route_version",'name',new."name",'language',new."language",'population',new."population",'boundary',new."boundary",'family',new."family",'family_intro',new."family_intro",'started_on',new."started_on",'walked_before_id',new."walked_before_id")); end;
CREATE TRIGGER chg_written_agreement_delete after delete on "written_agreement" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'written_agreement', old.id, json_object('id',old."id",'kind',old."kind",'title',old."title",'covers',old."covers",'signed_on',old."signed_on",'review_on',old."review_on",'private_note',old."private_note"), null); end;
CREATE TRIGGER chg_written_agreement_insert after insert on "written_agreement" when (select step from chg_now) is not null begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'written_agreement', new.id, null, json_object('id',new."id",'kind',new."kind",'title',new."title",'covers',new."covers",'signed_on',new."signed_on",'review_on',new."review_on",'private_note',new."private_note")); end;
CREATE TRIGGER chg_written_agreement_update after update on "written_agreement" when (select step from chg_now) is not null and (old."id" is not new."id" or old."kind" is not new."kind" or old."title" is not new."title" or old."covers" is not new."covers" or old."signed_on" is not new."signed_on" or old."review_on" is not new."review_on" or old."private_note" is not new."private_note") begin insert into chg_row(step, tbl, pk, old, new) values((select step from chg_now), 'written_agreement', new.id, json_object('id',old."id",'kind',old."kind",'title',old."title",'covers',old."covers",'signed_on',old."signed_on",'review_on',old."review_on",'private_note',old."private_note"), json_object('id',new."id",'kind',new."kind",'title',new."title",'covers',new."covers",'signed_on',new."signed_on",'review_on',new."review_on",'private_note',new."private_note")); end;
CREATE TRIGGER srch_decision_delete after delete on decision begin delete from search_row where tbl = 'decision' and pk = old.id; end;
CREATE TRIGGER srch_decision_insert after insert on decision begin insert into search_row(tbl, pk, text) values('decision', new.id, trim(coalesce(new."text",''))); end;
CREATE TRIGGER srch_decision_update after update of "text" on decision when trim(coalesce(old."text",'')) is not trim(coalesce(new."text",'')) begin update search_row set text = trim(coalesce(new."text",'')) where tbl = 'decision' and pk = new.id; end;
CREATE TRIGGER srch_finding_delete after delete on finding begin delete from search_row where tbl = 'finding' and pk = old.id; end;
CREATE TRIGGER srch_finding_insert after insert on finding begin insert into search_row(tbl, pk, text) values('finding', new.id, trim(coalesce(new."text",'')||' '||coalesce(new."detail",''))); end;
CREATE TRIGGER srch_finding_update after update of "text", "detail" on finding when trim(coalesce(old."text",'')||' '||coalesce(old."detail",'')) is not trim(coalesce(new."text",'')||' '||coalesce(new."detail",'')) begin update search_row set text = trim(coalesce(new."text",'')||' '||coalesce(new."detail",'')) where tbl = 'finding' and pk = new.id; end;
CREATE TRIGGER srch_goal_delete after delete on goal begin delete from search_row where tbl = 'goal' and pk = old.id; end;
CREATE TRIGGER srch_goal_insert after insert on goal begin insert into search_row(tbl, pk, text) values('goal', new.id, trim(coalesce(new."text",'')||' '||coalesce(new."strategy",''))); end;
CREATE TRIGGER srch_goal_update after update of "text", "strategy" on goal when trim(coalesce(old."text",'')||' '||coalesce(old."strategy",'')) is not trim(coalesce(new."text",'')||' '||coalesce(new."strategy",'')) begin update search_row set text = trim(coalesce(new."text",'')||' '||coalesce(new."strategy",'')) where tbl = 'goal' and pk = new.id; end;
CREATE TRIGGER srch_indicator_delete after delete on indicator begin delete from search_row where tbl = 'indicator' and pk = old.id; end;
CREATE TRIGGER srch_indicator_insert after insert on indicator begin insert into search_row(tbl, pk, text) values('indicator', new.id, trim(coalesce(new."name",'')||' '||coalesce(new."definition",''))); end;
CREATE TRIGGER srch_indicator_update after update of "name", "definition" on indicator when trim(coalesce(old."name",'')||' '||coalesce(old."definition",'')) is not trim(coalesce(new."name",'')||' '||coalesce(new."definition",'')) begin update search_row set text = trim(coalesce(new."name",'')||' '||coalesce(new."definition",'')) where tbl = 'indicator' and pk = new.id; end;
CREATE TRIGGER srch_next_step_delete after delete on next_step begin delete from search_row where tbl = 'next_step' and pk = old.id; end;
CREATE TRIGGER srch_next_step_insert after insert on next_step begin insert into search_row(tbl, pk, text) values('next_step', new.id, trim(coalesce(new."what",'')||' '||coalesce(new."because",'')||' '||coalesce(new."owner",''))); end;
CREATE TRIGGER srch_next_step_update after update of "what", "because", "owner" on next_step when trim(coalesce(old."what",'')||' '||coalesce(old."because",'')||' '||coalesce(old."owner",'')) is not trim(coalesce(new."what",'')||' '||coalesce(new."because",'')||' '||coalesce(new."owner",'')) begin update search_row set text = trim(coalesce(new."what",'')||' '||coalesce(new."because",'')||' '||coalesce(new."owner",'')) where tbl = 'next_step' and pk = new.id; end;
CREATE TRIGGER srch_parked_topic_delete after delete on parked_topic begin delete from search_row where tbl = 'parked_topic' and pk = old.id; end;
CREATE TRIGGER srch_parked_topic_insert after insert on parked_topic begin insert into search_row(tbl, pk, text) values('parked_topic', new.id, trim(coalesce(new."text",'')||' '||coalesce(new."outcome",''))); end;
CREATE TRIGGER srch_parked_topic_update after update of "text", "outcome" on parked_topic when trim(coalesce(old."text",'')||' '||coalesce(old."outcome",'')) is not trim(coalesce(new."text",'')||' '||coalesce(new."outcome",'')) begin update search_row set text = trim(coalesce(new."text",'')||' '||coalesce(new."outcome",'')) where tbl = 'parked_topic' and pk = new.id; end;
CREATE TRIGGER srch_partner_delete after delete on partner begin delete from search_row where tbl = 'partner' and pk = old.id; end;
CREATE TRIGGER srch_partner_insert after insert on partner begin insert into search_row(tbl, pk, text) values('partner', new.id, trim(coalesce(new."name",'')||' '||coalesce(new."brings",''))); end;
CREATE TRIGGER srch_partner_update after update of "name", "brings" on partner when trim(coalesce(old."name",'')||' '||coalesce(old."brings",'')) is not trim(coalesce(new."name",'')||' '||coalesce(new."brings",'')) begin update search_row set text = trim(coalesce(new."name",'')||' '||coalesce(new."brings",'')) where tbl = 'partner' and pk = new.id; end;
CREATE TRIGGER srch_row_delete after delete on search_row begin insert into search(search, rowid, text) values('delete', old.n, old.text); end;
CREATE TRIGGER srch_row_insert after insert on search_row begin insert into search(rowid, text) values(new.n, new.text); end;
CREATE TRIGGER srch_row_update after update on search_row begin insert into search(search, rowid, text) values('delete', old.n, old.text); insert into search(rowid, text) values(new.n, new.text); end;
CREATE TRIGGER srch_station_delete after delete on station begin delete from search_row where tbl = 'station' and pk = old.id; end;
CREATE TRIGGER srch_station_insert after insert on station begin insert into search_row(tbl, pk, text) values('station', new.id, trim(coalesce(new."name",'')||' '||coalesce(new."rule",'')||' '||coalesce(new."practice",''))); end;
CREATE TRIGGER srch_station_update after update of "name", "rule", "practice" on station when trim(coalesce(old."name",'')||' '||coalesce(old."rule",'')||' '||coalesce(old."practice",'')) is not trim(coalesce(new."name",'')||' '||coalesce(new."rule",'')||' '||coalesce(new."practice",'')) begin update search_row set text = trim(coalesce(new."name",'')||' '||coalesce(new."rule",'')||' '||coalesce(new."practice",'')) where tbl = 'station' and pk = new.id; end;
CREATE TRIGGER srch_theme_delete after delete on theme begin delete from search_row where tbl = 'theme' and pk = old.id; end;
CREATE TRIGGER srch_theme_insert after insert on theme begin insert into search_row(tbl, pk, text) values('theme', new.id, trim(coalesce(new."name",''))); end;
CREATE TRIGGER srch_theme_update after update of "name" on theme when trim(coalesce(old."name",'')) is not trim(coalesce(new."name",'')) begin update search_row set text = trim(coalesce(new."name",'')) where tbl = 'theme' and pk = new.id; end;
commit;
