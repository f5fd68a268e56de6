# SPDX-License-Identifier: MIT
"""The file of an open ballot box: written whole beside the old one, which it replaces and overwrites.

It is written by the one SQLite library of the program, so a passphrase can close it as it closes a workbook.
It knows no rule of ballots.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from walkthrough.model.ballots.head import FOR_QUESTIONNAIRE, FOR_STAGE_CHECK, BoxHead
from walkthrough.model.errors import FileTrouble
from walkthrough.model.schema.box import BoxBase, OpenBox, OpenTally
from walkthrough.model.store.copying import address, sync_folder
from walkthrough.model.store.trouble import told_plainly, trouble_of_system

PART, BEFORE = ".part", ".before"
LEFT_BY_A_CRASH = (PART, BEFORE)
"""Endings of the next state of a box, half written or whole, and of the last one, not yet overwritten. Either
would tell one ballot: the difference of two states.
"""
KEEPS_WHAT_IS_OPEN = os.name == "nt"
"""Whether the system replaces no file that is open."""
_PRAGMAS = ("journal_mode=OFF", "synchronous=FULL", "temp_store=MEMORY", "trusted_schema=OFF")


class Held(msgspec.Struct, frozen=True):
    """All that a box holds."""

    tallies: dict[tuple[str, str, int], int]
    """How many ballots by question, part and answer."""
    many_in: int = 0
    handed_out: int | None = None
    spoilt: int = 0


_COUNTED = ("many_in", "handed_out", "spoilt")


def write_box(path: Path, head: BoxHead, held: Held) -> None:
    """Write a box so that it is on the disk under its name, or the one before it still is.

    Raises:
        FileTrouble: the machine is in the way.
    """
    part = path.with_name(path.name + PART)
    _destroy(part)
    try:
        part.touch(exist_ok=False)
        with told_plainly(path):
            _fill(part, head, held)
        _take_its_place(part, path)
    except OSError as error:
        raise trouble_of_system(error, path) from error
    finally:
        _destroy(part)


def read_box(path: Path) -> tuple[BoxHead, Held]:
    """What a box holds.

    Raises:
        FileTrouble: damaged, missing, cannot_open.
    """
    if path.is_symlink():
        raise FileTrouble("damaged", path=str(path))
    if not path.is_file():
        raise FileTrouble("missing", path=str(path))
    try:
        with told_plainly(path, otherwise="damaged"):
            name, head, held = _read(path)
    except (msgspec.DecodeError, SQLAlchemyError, TypeError) as error:  # it is a database, but no box of ours
        raise FileTrouble("damaged", path=str(path)) from error
    if head.name != name or not _adds_up(head, held):
        raise FileTrouble("damaged", path=str(path))
    return head, held


def destroy(path: Path) -> bool:
    """Overwrite a box and take it away, with what a crash in the middle of a ballot left beside it.

    Returns:
        False where the system does not let us now.
    """
    gone = [_destroy(path.with_name(path.name + ending)) for ending in ("", *LEFT_BY_A_CRASH)]
    return all(gone)


def _read(path: Path) -> tuple[str, BoxHead, Held]:
    with _engine(path).connect() as connection:
        name, text, *counted = connection.execute(select(*OpenBox.__table__.columns)).one()
        rows = connection.execute(select(*OpenTally.__table__.columns)).all()
    tallies = Counter({(question, part, answer): many for question, part, answer, many in rows})
    held = msgspec.convert(dict(zip(_COUNTED, counted, strict=True)) | {"tallies": tallies}, Held)
    return name, msgspec.json.decode(text, type=BoxHead), held


def _adds_up(head: BoxHead, held: Held) -> bool:
    """Whether the tallies can be those of so many ballots, each with an answer to every question."""
    answers = {question.key: question.answers for question in head.questions}
    if head.for_table not in (FOR_STAGE_CHECK, FOR_QUESTIONNAIRE) or held.many_in < 0:
        return False
    found = dict.fromkeys(answers, 0)
    for (question, part, answer), many in held.tallies.items():
        if not 0 <= answer <= answers.get(question, -1) or part not in ("", *head.parts) or many < 1:
            return False
        found[question] += many
    return all(many == held.many_in for many in found.values())


def _destroy(path: Path) -> bool:
    if not os.path.lexists(path):
        return True
    with suppress(OSError):
        if not path.is_symlink():  # what a link leads to is no box of ours
            with path.open("r+b") as file:
                _overwrite(file)
        path.unlink()
        sync_folder(path.parent)
    return not os.path.lexists(path)


def _engine(path: Path) -> Engine:
    def connect() -> Any:
        connection: Any = driver.connect(address(path), uri=True, isolation_level=None)
        for pragma in _PRAGMAS:
            connection.execute("PRAGMA " + pragma)
        return connection

    return create_engine("sqlite://", module=driver, creator=connect, poolclass=NullPool)


def _fill(path: Path, head: BoxHead, held: Held) -> None:
    text = msgspec.json.encode(head, order="deterministic").decode()
    box = {
        "id": head.name,
        "head": text,
        "many_in": held.many_in,
        "handed_out": held.handed_out,
        "spoilt": held.spoilt,
    }
    rows = [
        {"question": question, "part": part, "answer": answer, "ballots": many}
        for (question, part, answer), many in sorted(held.tallies.items())
    ]
    with _engine(path).begin() as connection:
        connection.exec_driver_sql("begin")  # the driver never begins by itself, and each row would be synced
        BoxBase.metadata.create_all(connection)
        connection.execute(insert(OpenBox), box)
        if rows:
            connection.execute(insert(OpenTally), rows)


def _take_its_place(part: Path, path: Path) -> None:
    """Give the new file its name, then overwrite what stood under that name before."""
    if path.is_symlink():
        path.unlink()
    if KEEPS_WHAT_IS_OPEN or not path.exists():
        second = path.with_name(path.name + BEFORE)
        with suppress(OSError):  # no box before, or a disk where a file has one name only: its bytes stay
            _destroy(second)
            os.link(path, second)
        part.replace(path)
        sync_folder(path.parent)
        _destroy(second)
        return
    with path.open("r+b") as before:
        part.replace(path)
        sync_folder(path.parent)
        with suppress(OSError):  # the new box stands, whatever becomes of the old bytes
            _overwrite(before)


def _overwrite(file: Any) -> None:
    many = file.seek(0, os.SEEK_END)
    file.seek(0)
    file.write(bytes(many))
    file.flush()
    os.fsync(file.fileno())
