# SPDX-License-Identifier: MIT
"""*Remove for good* (RULES 7): takes the text of a row out of every place of a workbook and its backups.

How far it reaches, and why the row itself goes, stands in docs/decisions/0001-remove-for-good.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Table, Text

from walkthrough.model.changes import ChangeSet
from walkthrough.model.errors import Refused
from walkthrough.model.journal import image_text, journaled_tables
from walkthrough.model.schema.base import Base, Json

Execute = Callable[..., Any]
RUN = 12
"""Two texts that share this many characters in a row are held to speak of the same thing."""
SHORTEST = 4
"""Shorter texts ("yes", a short name) are taken out of their own row only."""
CODES = frozenset(
    {
        "category",
        "code",
        "ends",
        "language",
        "leaves",
        "paper_size",
        "route",
        "route_version",
        "sector",
        "starts",
        "version",
        "zone",
    }
)
"""Text columns that hold a word of a list or a time, never something somebody said."""


class Cell(NamedTuple):
    """One value in a row."""

    table: str
    pk: str
    column: str
    value: str


class Cleaning(msgspec.Struct, frozen=True):
    """What a cleaning did; not `finished` where it has to be tried again."""

    finished: bool
    backups_cleaned: int = 0
    backups_dropped: int = 0


class Removal(msgspec.Struct, frozen=True):
    """What was done.

    Args:
        changes: the step, its images without text.
        drafts: half-typed texts that went too.
        also_in: rows (table, key) that go on holding the same words: somebody typed them there as well.
        backups_cleaned: backups from which it was taken out.
        backups_dropped: backups that could not be cleaned and were deleted.
        finished: False while another program reads the file or the disk is full: the old pages are wiped when
            idle or at the next opening.
        copies_known: False: files that were exported or shared before are not known to the workbook.
    """

    changes: ChangeSet
    drafts: int
    also_in: tuple[tuple[str, str], ...]
    backups_cleaned: int
    backups_dropped: int
    finished: bool
    copies_known: bool = False


class Taking:
    """One removal: what goes, what its texts are, which cells elsewhere keep the same words.

    The workbook is done first; it fills in `rows`, `texts` and `kept`, which then rule over each backup.
    """

    def __init__(self, table: str, pk: str) -> None:
        if table not in Base.metadata.tables:
            raise ValueError(table)
        self.first = (table, pk)
        self.rows: set[tuple[str, str]] = {self.first}
        self.texts: set[str] = set()
        self.kept: set[Cell] = set()
        self.drafts = 0

    def from_workbook(self, execute: Execute) -> None:
        """Take it out of the workbook, inside the step that is being recorded.

        Raises:
            Refused: gone (facts: table).
        """
        if not execute(f'select 1 from "{self.first[0]}" where id = ?', (self.first[1],)).fetchone():
            raise Refused("gone", table=self.first[0])
        # an entry whose kind was changed kept its key, but stood in another table before
        before = execute("select distinct tbl from chg_row where pk = ?", (self.first[1],)).fetchall()
        self.rows |= {(table, self.first[1]) for (table,) in before}
        self._delete_rows(execute)
        self.drafts = self._drop_drafts(execute)
        self.kept = set(self._cells_with_it(execute))
        self._everywhere_else(execute)

    def from_backup(self, execute: Execute) -> None:
        """Take it out of a backup, inside a step of its own there; words that the workbook keeps stay."""
        self._delete_rows(execute)
        for cell in set(self._cells_with_it(execute)) - self.kept:
            execute(f'update "{cell.table}" set "{cell.column}" = ? where id = ?', ("", cell.pk))
        self._everywhere_else(execute)

    def outcome(self, changes: ChangeSet, cleaning: Cleaning) -> Removal:
        """What to tell whoever asked for it."""
        return Removal(
            changes=changes,
            drafts=self.drafts,
            also_in=tuple(sorted({(cell.table, cell.pk) for cell in self.kept})),
            backups_cleaned=cleaning.backups_cleaned,
            backups_dropped=cleaning.backups_dropped,
            finished=cleaning.finished,
        )

    def _delete_rows(self, execute: Execute) -> None:
        for table, pk in sorted(self.rows):
            execute(f'delete from "{table}" where id = ?', (pk,))
        gone = execute("select tbl, pk from chg_row where step = (select step from chg_now) and new is null")
        self.rows |= {(table, pk) for table, pk in gone.fetchall()}  # what hung on it went along
        for table, pk in self.rows:
            images = execute("select old, new from chg_row where tbl = ? and pk = ?", (table, pk)).fetchall()
            for image in (image for pair in images for image in pair if image):
                row = json.loads(image)
                self.texts |= {row[c] for c in _said_columns(table) if isinstance(row.get(c), str)}
        self.texts = {text for text in self.texts if len(text) >= SHORTEST}

    def _everywhere_else(self, execute: Execute) -> None:
        self._clean_images(execute)
        self._clean_facts(execute)
        self._drop_drafts(execute)
        for table, pk in sorted(self.rows):
            execute("insert or replace into removed(tbl, pk, cleaned) values(?, ?, 0)", (table, pk))
            execute("delete from live_now where ? = 'meeting' and meeting = ?", (table, pk))
        execute("insert into search(search) values('rebuild')")
        execute("insert into search(search) values('optimize')")

    def _drop_drafts(self, execute: Execute) -> int:
        kept = execute("select key, text from draft").fetchall()
        keys = [key for key, text in kept if self._speaks_of_it(text)]
        for key in keys:
            execute("delete from draft where key = ?", (key,))
        return len(keys)

    def _clean_images(self, execute: Execute) -> None:
        for n, table, pk, *images in execute("select n, tbl, pk, old, new from chg_row").fetchall():
            cleaned = tuple(image and self._clean_image(table, pk, image) for image in images)
            if cleaned != tuple(images):
                execute("update chg_row set old = ?, new = ? where n = ?", (*cleaned, n))

    def _clean_image(self, table: str, pk: str, image: str) -> str:
        row: dict[str, Any] = json.loads(image)
        taken = (table, pk) in self.rows
        empty = {
            column: blank
            for column, blank in _text_columns(table).items()
            if isinstance(row.get(column), str)
            and (
                taken or (self._has_it(row[column]) and Cell(table, pk, column, row[column]) not in self.kept)
            )
        }
        return image_text(row | empty) if empty else image

    def _clean_facts(self, execute: Execute) -> None:
        for seq, facts in execute("select seq, facts from chg_step").fetchall():
            cleaned = json.dumps(self._without(json.loads(facts)), sort_keys=True)
            if cleaned != facts:
                execute("update chg_step set facts = ? where seq = ?", (cleaned, seq))

    def _without(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._without(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._without(part) for part in value]
        return "" if isinstance(value, str) and self._has_it(value) else value

    def _cells_with_it(self, execute: Execute) -> Iterator[Cell]:
        """The rows that are there now and hold one of the texts."""
        for table in journaled_tables():
            columns = sorted(_said_columns(table.name))
            if not columns:
                continue
            names = ", ".join(f'"{c}"' for c in columns)
            for pk, *values in execute(f'select id, {names} from "{table.name}"').fetchall():
                for column, value in zip(columns, values, strict=True):
                    if value and self._has_it(value):
                        yield Cell(table.name, pk, column, value)

    def _has_it(self, value: str) -> bool:
        """Whether a value elsewhere is one of the texts, holds one, or is a good part of one."""
        if value in self.texts:
            return True
        if len(value) < RUN:
            return False
        return any((len(text) >= RUN and text in value) or value in text for text in self.texts)

    def is_told_in(self, value: str) -> bool:
        """Whether a value elsewhere is one of the texts, holds one, or is a good part of one."""
        return self._has_it(value)

    def _speaks_of_it(self, draft: str) -> bool:
        """Whether a half-typed text begins, holds or shares a run of characters with one of the texts."""
        if self._has_it(draft):
            return True
        runs = {draft[i : i + RUN] for i in range(max(1, len(draft) - RUN + 1))}
        return any(run in text for text in self.texts for run in runs)


def _text_columns(table: str) -> dict[str, str]:
    """Columns of a table that hold text, with what is left of it; keys, links, days and choices are none."""
    found = Base.metadata.tables.get(table)
    return {} if found is None else dict(_texts_of(found))


def _texts_of(table: Table) -> Iterable[tuple[str, str]]:
    for column in table.columns:
        if column.primary_key or column.foreign_keys:
            continue
        if isinstance(column.type, Text):
            yield column.name, ""
        elif isinstance(column.type, Json):
            yield column.name, "[]"


def _said_columns(table: str) -> set[str]:
    return _text_columns(table).keys() - CODES
