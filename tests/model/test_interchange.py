# SPDX-License-Identifier: MIT
"""The complete JSON: out, in and out again is byte-equal; what is wrong in it is refused with its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.model.any_rows import TABLES, Insert, whole
from walkthrough.model import FileTrouble, Refused
from walkthrough.model.clock import FixedClock
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.store.integrity import check
from walkthrough.model.store.interchange import export_data, import_data, json_schema
from walkthrough.model.words import Kind
from walkthrough.model.workbook import Workbook

CLOCK = FixedClock(datetime(2026, 3, 4, 12, tzinfo=UTC))
SCHEMA_FILE = Path(__file__).resolve().parents[2] / "docs" / "data.schema.json"


@pytest.fixture(scope="module")
def filled(blank_workbook_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.walkthrough"
    shutil.copyfile(blank_workbook_file, path)
    book = Workbook.open(path, clock=CLOCK)
    for seed in range(20):
        book.do(Insert(seed, 40))
    entry = RecordEntry(Kind.DECISION, "A client's name")
    book.do(entry)
    book.remove_for_good("decision", entry.entry_id)
    book.close()
    return path


@pytest.fixture(scope="module")
def content(filled: Path) -> bytes:
    return exported(filled)


def exported(path: Path) -> bytes:
    book = Workbook.open(path, clock=CLOCK)
    content = book.read(export_data)
    book.close()
    return content


def test_out_in_and_out_again_is_byte_equal_and_the_workbooks_are_equal(
    filled: Path, content: bytes, tmp_path: Path
):
    path = tmp_path / "again.walkthrough"
    import_data(content, path)
    assert exported(path) == content
    old, new = Workbook.open(filled, clock=CLOCK), Workbook.open(path, clock=CLOCK)
    assert new.read(whole) == old.read(whole)
    assert len({table for table, _ in new.read(whole)}) == len(TABLES)
    assert new.next_undo is None
    taken = RecordEntry(Kind.DECISION, "The next one")
    new.do(taken)
    old.do(RecordEntry(Kind.DECISION, "The next one"))
    assert new.next_undo.facts["number"] == old.next_undo.facts["number"]
    assert check(path).faults == ()
    old.close()
    new.close()


def test_a_new_workbook_goes_out_and_in(workbook: Workbook, tmp_path: Path):
    content = workbook.read(export_data)
    import_data(content, tmp_path / "new.walkthrough")
    assert exported(tmp_path / "new.walkthrough") == content


def test_it_says_that_private_fields_are_inside_and_holds_every_column(content: bytes):
    told = json.loads(content)
    assert told["private"] is True
    assert list(told["tables"]) == [table.name for table in TABLES]
    for table in TABLES:
        assert all(row.keys() == set(table.columns.keys()) for row in told["tables"][table.name])
        assert list(told["tables"][table.name][0]) == sorted(table.columns.keys())


def test_the_schema_in_docs_is_that_of_the_program():
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == json_schema(), (
        "run: python -m tests.model.test_interchange"
    )


def valid(value: Any, schema: dict[str, Any]) -> bool:
    """As much of JSON Schema as ours uses."""
    if "anyOf" in schema:
        return any(valid(value, part) for part in schema["anyOf"])
    if "const" in schema:
        return value == schema["const"]
    if "enum" in schema:
        return value in schema["enum"]
    kinds: dict[str, Any] = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "null": type(None),
        "array": list,
        "object": dict,
    }
    kind = schema.get("type")
    if kind and (not isinstance(value, kinds[kind]) or (kind != "boolean" and isinstance(value, bool))):
        return False
    if kind == "object":
        known = schema["properties"]
        return value.keys() == known.keys() and all(valid(value[name], known[name]) for name in known)
    if kind == "array":
        parts = schema.get("prefixItems") or [schema["items"]] * len(value)
        return len(parts) == len(value) and all(map(valid, value, parts))
    return True


def test_what_goes_out_is_as_the_schema_says(content: bytes):
    told = json.loads(content)
    assert valid(told, json_schema())
    told["tables"]["finding"][0]["kind"] = "a whim"
    assert not valid(told, json_schema())


def change(*path: Any, to: Any) -> Callable[[dict[str, Any]], None]:
    def apply(told: dict[str, Any]) -> None:
        place: Any = told
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = to

    return apply


def without(*path: Any) -> Callable[[dict[str, Any]], None]:
    def apply(told: dict[str, Any]) -> None:
        place: Any = told
        for part in path[:-1]:
            place = place[part]
        del place[path[-1]]

    return apply


def twice(told: dict[str, Any]) -> None:
    told["tables"]["walk"].append(dict(told["tables"]["walk"][0]))


WRONG = [
    (change("format", to="other"), "format", "format"),
    (change("schema", to=True), "schema", "format"),
    (change("schema", to="1"), "schema", "format"),
    (change("extra", to=1), "extra", "unknown"),
    (without("next_number"), "next_number", "missing"),
    (change("next_number", to="7"), "next_number", "value"),
    (change("next_number", to=True), "next_number", "number"),
    (change("next_number", to=1), "next_number", "number"),
    (change("next_number", to=2**70), "next_number", "number"),
    (change("removed", 0, to="x"), "removed[0]", "removed"),
    (change("removed", 0, to=["x", 1]), "removed[0]", "removed"),
    (change("tables", to=[]), "tables", "value"),
    (without("tables", "seat"), "tables.seat", "missing"),
    (change("tables", "seat", to={}), "tables.seat", "value"),
    (change("tables", "ballot", to=[]), "tables.ballot", "unknown"),
    (change("tables", "walk", 0, to=1), "tables.walk[0]", "row"),
    (change("tables", "walk", 0, "colour", to=1), "tables.walk[0].colour", "unknown"),
    (without("tables", "walk", 0, "name"), "tables.walk[0].name", "missing"),
    (change("tables", "walk", 0, "name", to=None), "tables.walk[0].name", "value"),
    (change("tables", "walk", 0, "name", to=1), "tables.walk[0].name", "value"),
    (change("tables", "walk", 0, "name", to="\ud800"), "tables.walk[0].name", "value"),
    (change("tables", "walk", 0, "pos", to=2**63), "tables.walk[0].pos", "value"),
    (change("tables", "walk", 0, "pos", to=1.5), "tables.walk[0].pos", "value"),
    (change("tables", "walk", 0, "pos", to=True), "tables.walk[0].pos", "value"),
    (change("tables", "walk", 0, "started_on", to="2026-2-3"), "tables.walk[0].started_on", "value"),
    (change("tables", "walk", 0, "started_on", to="20260203"), "tables.walk[0].started_on", "value"),
    (change("tables", "station", 0, "is_handoff", to=1), "tables.station[0].is_handoff", "value"),
    (change("tables", "finding", 0, "kind", to="whim"), "tables.finding[0].kind", "value"),
    (change("tables", "finding", 0, "made_at", to="2026-03-04"), "tables.finding[0].made_at", "value"),
    (change("tables", "point", 0, "value", to="1e5"), "tables.point[0].value", "value"),
    (change("tables", "point", 0, "value", to=10**400), "tables.point[0].value", "value"),
    (change("tables", "station", 0, "walk_id", to="nobody"), "tables.station", "link"),
]


@pytest.mark.parametrize(("spoil", "place", "why"), WRONG, ids=[f"{p} {w}" for _, p, w in WRONG])
def test_wrong_data_is_refused_with_its_place(
    spoil: Callable[[dict[str, Any]], None], place: str, why: str, content: bytes, tmp_path: Path
):
    told = json.loads(content)
    spoil(told)
    path = tmp_path / "in" / "wrong.walkthrough"
    path.parent.mkdir()
    with pytest.raises(Refused) as refused:
        import_data(json.dumps(told).encode(), path)
    assert (refused.value.code, refused.value.facts) == ("data_wrong", {"place": place, "why": why})
    assert list(path.parent.iterdir()) == []


def test_a_row_that_stands_twice_is_refused(content: bytes, tmp_path: Path):
    told = json.loads(content)
    twice(told)
    with pytest.raises(Refused) as refused:
        import_data(json.dumps(told).encode(), tmp_path / "wrong.walkthrough")
    last = len(told["tables"]["walk"]) - 1
    assert refused.value.facts == {"place": f"tables.walk[{last}]", "why": "twice"}


@pytest.mark.parametrize(
    ("spoilt", "place", "why"),
    [
        (b"", "1:1", "json"),
        (b'{"format": "walkthrough-data",\n "schema": }', "2:12", "json"),
        (b"\xff\xfe", "", "json"),
        (b"[" * 100_000, "", "json"),
        (b"[]", "format", "format"),
        (b'"walkthrough-data"', "format", "format"),
        (b"{}", "format", "format"),
    ],
    ids=["empty", "syntax", "not UTF-8", "deep", "list", "text", "object"],
)
def test_what_is_no_export_is_refused(spoilt: bytes, place: str, why: str, tmp_path: Path):
    with pytest.raises(Refused) as refused:
        import_data(spoilt, tmp_path / "x.walkthrough")
    assert refused.value.facts == {"place": place, "why": why}
    assert not (tmp_path / "x.walkthrough").exists()


def test_a_newer_export_is_refused_by_its_number(content: bytes, tmp_path: Path):
    told = json.loads(content)
    told["schema"] += 1
    with pytest.raises(FileTrouble) as trouble:
        import_data(json.dumps(told).encode(), tmp_path / "x.walkthrough")
    assert (trouble.value.code, trouble.value.facts["schema"]) == ("newer", told["schema"])


def test_nothing_is_overwritten(content: bytes, tmp_path: Path):
    path = tmp_path / "there.walkthrough"
    path.write_text("mine")
    with pytest.raises(FileTrouble) as trouble:
        import_data(content, path)
    assert trouble.value.code == "exists"
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_said(content: bytes, tmp_path: Path):
    with pytest.raises(FileTrouble) as trouble:
        import_data(content, tmp_path / "nowhere" / "x.walkthrough")
    assert trouble.value.code == "no_folder"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n", "utf-8")
