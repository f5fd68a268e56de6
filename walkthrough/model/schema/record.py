# SPDX-License-Identifier: MIT
"""The workbook's own books, outside the journal: steps, row images, drafts, where a meeting is, numbers,
removals, search.

Plain SQL, because they are written by triggers and statements, never by commands.
"""

from __future__ import annotations

TABLES: tuple[str, ...] = (
    "create table if not exists workbook(one integer primary key check(one = 1), uid text not null) strict",
    "insert or ignore into workbook values(1, lower(hex(randomblob(8))))",
    """create table if not exists chg_step(
        seq integer primary key, uid text not null unique, kind text not null, of integer,
        label text not null, facts text not null, at text not null,
        day text not null, meeting text, merged text) strict""",
    """create table if not exists chg_row(
        n integer primary key, step integer not null references chg_step(seq) on delete cascade,
        tbl text not null, pk text not null, old text, new text) strict""",
    "create index if not exists ix_chg_row_step on chg_row(step)",
    "create index if not exists ix_chg_row_pk on chg_row(tbl, pk)",
    "create table if not exists chg_now(one integer primary key check(one = 1), step integer) strict",
    "insert or ignore into chg_now values(1, null)",
    "create table if not exists chg_known(uid text primary key, pos integer not null) strict",
    "create table if not exists draft(key text primary key, text text not null, at text not null) strict",
    """create table if not exists live_now(
        one integer primary key check(one = 1), meeting text not null, state text not null, at text not null)
        strict""",
    """create table if not exists number_series(
        one integer primary key check(one = 1), next integer not null) strict""",
    "insert or ignore into number_series values(1, 1)",
    """create table if not exists removed(
        tbl text not null, pk text not null, cleaned integer not null, primary key(tbl, pk)) strict""",
    """create table if not exists search_row(
        n integer primary key, tbl text not null, pk text not null, text text not null,
        unique(tbl, pk)) strict""",
)
"""`workbook.uid` is what backups are known by; `removed.cleaned` says how far its cleaning has come."""
SEARCH_INDEX = (
    "create virtual table if not exists search using fts5(text, content='search_row', content_rowid='n',"
    ' tokenize="unicode61 remove_diacritics 2")'
)
SEARCH_SETTINGS: tuple[str, ...] = (
    "insert into search(search, rank) values('automerge', 0)",
    "insert into search(search, rank) values('crisismerge', 1000)",
)
SEARCH_TRIGGERS: dict[str, str] = {
    "srch_row_insert": "create trigger srch_row_insert after insert on search_row begin"
    " insert into search(rowid, text) values(new.n, new.text); end",
    "srch_row_delete": "create trigger srch_row_delete after delete on search_row begin"
    " insert into search(search, rowid, text) values('delete', old.n, old.text); end",
    "srch_row_update": "create trigger srch_row_update after update on search_row begin"
    " insert into search(search, rowid, text) values('delete', old.n, old.text);"
    " insert into search(rowid, text) values(new.n, new.text); end",
}
