# SPDX-License-Identifier: MIT
"""Upgrades: a made-up older format comes to today's with every row, trigger and step, or stays as it was."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa

from tests.model.any_rows import Insert, whole
from walkthrough.model import FileTrouble, Refused, migrations
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import DropEntry, EditEntry, RecordEntry
from walkthrough.model.journal import drop_triggers, wanted_triggers
from walkthrough.model.store import file, migrate
from walkthrough.model.store.backup import Backups
from walkthrough.model.store.copying import opened
from walkthrough.model.store.integrity import check
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

CLOCK = FixedClock(datetime(2026, 3, 4, 12, tzinfo=UTC))
OLD = file.SCHEMA - 1
"""The made-up older format: a next step had no `needs`, `because` was `reason`, indicators had a colour."""


def upgrade(operations: Any) -> None:
    with operations.batch_alter_table("next_step", recreate="always") as batch:
        batch.add_column(sa.Column("needs", sa.Text, nullable=False, server_default=""))
        batch.alter_column("reason", new_column_name="because")
    with operations.batch_alter_table("indicator", recreate="always") as batch:
        batch.drop_column("colour")


def image(table: str, row: dict[str, Any]) -> dict[str, Any] | None:
    if table == "next_step":
        row = dict(row)
        row["because"] = row.pop("reason")
    return row


def version(**parts: Any) -> Any:
    return SimpleNamespace(**{"NUMBER": file.SCHEMA, "upgrade": upgrade, "image": image, **parts})


def make_old(path: Path) -> None:
    """Turn a workbook of today into one of the older format, journal and all."""
    path.touch()
    engine = file.writing_engine(path)
    with engine.begin() as connection:
        run = connection.exec_driver_sql
        drop_triggers(connection)
        run("alter table next_step drop column needs")
        run("alter table next_step rename column because to reason")
        run("alter table indicator add column colour text not null default 'red'")
        for n, table, *images in run("select n, tbl, old, new from chg_row").fetchall():
            run("update chg_row set old = ?, new = ? where n = ?", (*(older(table, i) for i in images), n))
        run(f"pragma user_version={OLD}")
    file.settle(engine, path)
    engine.dispose()


def older(table: str, image: str | None) -> str | None:
    row = json.loads(image) if image else None
    if row and table == "next_step":
        del row["needs"]
        row["reason"] = row.pop("because")
    if row and table == "indicator":
        row["colour"] = "red"
    return row and json.dumps(row)


@pytest.fixture(scope="module")
def filled(blank_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rows in many tables, one next step deleted: its only trace is in the journal."""
    path = tmp_path_factory.mktemp("filled") / "filled.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    book = Workbook.open(path, clock=CLOCK)
    for seed in range(12):
        book.do(Insert(seed, 25))
    step = RecordEntry(Kind.NEXT_STEP, "Share one form", detail="Families tell it once")
    book.do(step)
    book.do(EditEntry(Kind.NEXT_STEP, step.entry_id, text="Share one short form"))
    book.do(DropEntry(Kind.NEXT_STEP, step.entry_id))
    book.close()
    return path


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(filled, tmp_path / "old.walkthrough"))


@pytest.fixture
def upgraded(monkeypatch: pytest.MonkeyPatch):
    def with_versions(*versions: Any) -> None:
        monkeypatch.setattr(migrations, "ALL", versions)

    return with_versions


def rows_without_text_of_steps(book: Workbook) -> dict[tuple[str, str], str]:
    return {key: row for key, row in book.read(whole).items() if key[0] not in {"next_step", "indicator"}}


def test_every_version_has_the_next_number():
    assert [version.NUMBER for version in migrations.ALL] == list(range(2, file.SCHEMA + 1))


def test_a_file_of_today_is_left_alone_and_alembic_is_not_imported(path: Path, tmp_path: Path):
    import subprocess
    import sys

    script = (
        "import sys; from pathlib import Path; from walkthrough.model.workbook import Workbook;"
        f"Workbook.open(Path({str(path)!r})).close(); print('alembic' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_an_upgrade_keeps_rows_children_strictness_triggers_and_search(path: Path, tmp_path: Path, upgraded):
    before = Workbook.open(path, clock=CLOCK)
    rows, steps = rows_without_text_of_steps(before), before.read(whole)
    before.close()
    make_old(path)
    upgraded(version())
    book = Workbook.open(path, clock=CLOCK, backups=tmp_path / "backups")
    assert rows_without_text_of_steps(book) == rows
    assert book.read(whole).keys() == steps.keys()
    because = {pk: json.loads(row)["because"] for (t, pk), row in steps.items() if t == "next_step"}
    now = {pk: json.loads(row)["because"] for (t, pk), row in book.read(whole).items() if t == "next_step"}
    assert now == because
    present = book.read(
        lambda c: c.exec_driver_sql("select name from sqlite_schema where type = 'trigger'").fetchall()
    )
    assert {row[0] for row in present} == wanted_triggers().keys()
    strict = book.read(lambda c: c.exec_driver_sql("pragma table_list").fetchall())
    assert {row[1]: row[5] for row in strict}["next_step"] == 1
    assert check(path).faults == ()
    book.close()
    assert file.read_header(path).schema == file.SCHEMA


def test_steps_from_before_can_still_be_undone_and_a_new_column_takes_its_default(path: Path, upgraded):
    make_old(path)
    upgraded(version())
    book = Workbook.open(path, clock=CLOCK)
    asked = "select what, because, needs from next_step where what like 'Share%'"
    assert book.undo() is not None
    told = book.read(lambda c: c.exec_driver_sql(asked).fetchall())
    assert [tuple(row) for row in told] == [("Share one short form", "Families tell it once", "")]
    assert book.undo() is not None
    assert book.undo() is not None
    while book.undo() is not None:
        pass
    assert book.read(whole) == {}
    while book.redo() is not None:
        pass
    assert check(path).faults == ()
    book.close()


def test_undo_ends_where_a_version_knows_no_way_back(path: Path, upgraded):
    make_old(path)

    def no_way(table: str, row: dict[str, Any]) -> dict[str, Any] | None:
        lost = table == "next_step" and row["reason"] == "Families tell it once"
        return None if lost and row["what"] == "Share one form" else image(table, row)

    upgraded(version(image=no_way))
    book = Workbook.open(path, clock=CLOCK)
    assert book.undo() is not None  # the deletion knew only the later words
    with pytest.raises(Refused) as refused:
        book.undo(older_too=True)
    assert (refused.value.code, refused.value.facts) == ("undo_barrier", {"why": "upgrade"})
    book.do(RecordEntry(Kind.DECISION, "We go on"))
    book.close()
    book = Workbook.open(path, clock=CLOCK)
    assert book.undo() is not None
    with pytest.raises(Refused):
        book.undo(older_too=True)
    book.close()


def test_the_same_upgrade_of_two_copies_makes_the_same_version(path: Path, tmp_path: Path):
    make_old(path)
    uids = []
    for name in ("a", "b"):
        copy = tmp_path / f"{name}.walkthrough"
        shutil.copyfile(path, copy)
        migrate.upgrade(copy, [version(image=lambda table, row: None)], CLOCK)
        with opened(copy, reading=True) as connection:
            uids.append(connection.execute("select uid from chg_step order by seq desc limit 1").fetchone())
    assert uids[0] == uids[1]


def test_a_checked_backup_of_the_old_format_is_made_first(path: Path, tmp_path: Path, upgraded):
    make_old(path)
    content = path.read_bytes()
    upgraded(version())
    folder = tmp_path / "backups"
    Workbook.open(path, clock=CLOCK, backups=folder).close()
    kept = next(backup for backup in Backups(folder, path).all() if backup.reason == "before-upgrade")
    assert file.read_header(kept.path).schema == OLD
    assert check(kept.path).sound
    copy = bytearray(kept.path.read_bytes())
    assert len(copy) == len(content)


def breaks(operations: Any) -> None:
    upgrade(operations)
    raise RuntimeError("a mistake in a version")


def leaves_orphans(operations: Any) -> None:
    upgrade(operations)
    operations.execute("delete from walk")


def forgets_a_column(operations: Any) -> None:
    with operations.batch_alter_table("next_step") as batch:
        batch.alter_column("reason", new_column_name="because")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (version(upgrade=breaks), RuntimeError),
        (version(upgrade=leaves_orphans), "foreign_keys"),
        (version(upgrade=forgets_a_column), "tables"),
        (version(upgrade=lambda operations: operations.execute("select * from nowhere")), None),
        (version(NUMBER=file.SCHEMA + 1), "unknown_format"),
    ],
    ids=["breaks", "orphans", "forgets", "wrong SQL", "gap"],
)
def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    path: Path, wrong: Any, why: Any, upgraded, tmp_path
):
    make_old(path)
    content = path.read_bytes()
    upgraded(wrong)
    expected = why if isinstance(why, type) else FileTrouble
    with pytest.raises(expected) as trouble:
        Workbook.open(path, clock=CLOCK, backups=tmp_path / "backups")
    if expected is FileTrouble:
        assert (trouble.value.code, trouble.value.facts.get("why")) == ("upgrade_failed", why)
    assert path.read_bytes() == content
    assert not path.with_name(path.name + ".lock").exists()
    upgraded(version())
    Workbook.open(path, clock=CLOCK).close()


def test_a_newer_number_in_the_log_alone_is_refused(path: Path):
    with opened(path) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.execute(f"pragma user_version={file.SCHEMA + 1}")
        with pytest.raises(FileTrouble) as trouble:
            Workbook.open(path, clock=CLOCK)
    assert trouble.value.code == "newer"
