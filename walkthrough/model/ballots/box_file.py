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
from sqlalchemy.pool import NullPool

from walkthrough.model.ballots.head import BoxHead
from walkthrough.model.errors import FileTrouble
from walkthrough.model.schema.box import BoxBase, OpenBox, OpenTally
from walkthrough.model.store.copying import address, sync_folder
from walkthrough.model.store.trouble import told_plainly, trouble_of_system

_PART = ".part"
_PRAGMAS = ("journal_mode=OFF", "synchronous=FULL", "temp_store=MEMORY", "trusted_schema=OFF")

Answers = Counter[tuple[str, str, int]]
"""How many ballots by question, part and answer."""


class Held(msgspec.Struct, frozen=True):
    """All that a box holds."""

    tallies: Answers
    many_in: int = 0
    handed_out: int | None = None
    spoilt: int = 0


def write_box(path: Path, head: BoxHead, held: Held) -> None:
    """Write a box so that it is on the disk under its name, or the one before it still is.

    Raises:
        FileTrouble: the machine is in the way.
    """
    part = path.with_name(path.name + _PART)
    try:
        part.write_bytes(b"")
        with told_plainly(path):
            _fill(part, head, held)
        _take_its_place(part, path)
    except OSError as error:
        raise trouble_of_system(error, path) from error
    finally:
        destroy(part)


def read_box(path: Path) -> tuple[BoxHead, Held]:
    """What a box holds.

    Raises:
        FileTrouble: damaged, missing, cannot_open.
    """
    if not path.is_file():
        raise FileTrouble("missing", path=str(path))
    try:
        with told_plainly(path, otherwise="damaged"), _engine(path).connect() as connection:
            name, text, *counted = connection.execute(select(*OpenBox.__table__.columns)).one()
            head = msgspec.json.decode(text, type=BoxHead)
            rows = connection.execute(select(*OpenTally.__table__.columns))
            tallies = Counter({(question, part, answer): many for question, part, answer, many in rows})
    except (msgspec.DecodeError, LookupError) as error:
        raise FileTrouble("damaged", path=str(path)) from error
    if head.name != name:
        raise FileTrouble("damaged", path=str(path))
    return head, Held(tallies, *counted)


def destroy(path: Path) -> bool:
    """Overwrite a box and take it away; False where the system does not let us now."""
    if not path.exists():
        return True
    with suppress(OSError):
        with path.open("r+b") as file:
            _overwrite(file)
        path.unlink()
        sync_folder(path.parent)
    return not path.exists()


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
        BoxBase.metadata.create_all(connection)
        connection.execute(insert(OpenBox), box)
        if rows:
            connection.execute(insert(OpenTally), rows)


def _take_its_place(part: Path, path: Path) -> None:
    """Give the new file its name, then overwrite what stood under that name before.

    Windows replaces no file that is open: there the old bytes are left to the disk, as with any other file.
    """
    if os.name == "nt" or not path.exists():
        part.replace(path)
        sync_folder(path.parent)
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
