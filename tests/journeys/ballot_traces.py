# SPDX-License-Identifier: MIT
"""Looks for ballots in every byte of a folder, as somebody would who wants to know who said what.

It knows the ballots and when they were cast, and nothing of how the program keeps them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from walkthrough.model import FileTrouble
from walkthrough.model.store.copying import opened

SHORTEST = 6
"""Fewer answers in a row may stand anywhere by chance."""
BOX_WORDS = (b"open_tally", b"open_box")
"""What stands on the first page of every state of a box, also where that page is free again."""
UUID7 = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
ISO = re.compile(rb"20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?(?:Z|\+00:00)?")
EPOCH = re.compile(rb"(?<![0-9a-zA-Z.-])1[789]\d{8}(?:\.\d+|\d{3}|\d{6}|\d{9})?(?![0-9a-zA-Z])")


@dataclass
class Secret:
    """Ballots in the order in which they were cast, the ones taken back too, and when the first and the last
    of them were; `groups` are names too small to be shown.
    """

    ballots: list[tuple[int, ...]] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    groups: tuple[str, ...] = ()

    def cast(self, ballot: Sequence[int], how: Callable[[], object]) -> None:
        """Cast one, and remember when."""
        self.times.append(datetime.now(UTC))
        how()
        self.ballots.append(tuple(ballot))
        self.times.append(datetime.now(UTC))

    @property
    def first(self) -> float:
        """Seconds since 1970."""
        return self.times[0].timestamp()

    @property
    def last(self) -> float:
        """Seconds since 1970, a little early: a disk's clock is some thousandths of a second late."""
        return self.times[-1].timestamp() - 0.02

    def orders(self) -> list[tuple[int, ...]]:
        """What each question was answered, in the order of the ballots."""
        return [tuple(column) for column in zip(*self.ballots, strict=True)]


def traces(folder: Path, secret: Secret, *, at_work: bool = False) -> dict[str, set[str]]:
    """All that tells something, by its kind (box, ballot, order, time, group), with the files it is in.

    While the program is at work the dates of its files say only when it last had nothing to do.
    """
    found: dict[str, set[str]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        read = Readings.of(content)
        looks = {
            "box": any(word in content for word in BOX_WORDS) or ".ballots" in path.name,
            "ballot": any(read.hold(ballot) for ballot in secret.ballots),
            "order": any(read.hold(order) for order in secret.orders()) or _in_rows(path, secret.orders()),
            "group": any(name.encode() in read.letters for name in secret.groups),
            "time": any(_is_within(one, secret) for one in moments(content))
            or _packed(content, secret)
            or (not at_work and secret.first <= path.stat().st_mtime <= secret.last),
        }
        for kind in (kind for kind, there in looks.items() if there):
            found.setdefault(kind, set()).add(path.name)
    return found


@dataclass(frozen=True)
class Readings:
    """The bytes of a file, read in the ways in which a row of answers may be written."""

    plain: bytes
    digits: bytes
    """Only the digits: written as text of any kind, with whatever between them."""
    letters: bytes
    """Without zeros: text in any code, and numbers of any width, whichever end comes first."""

    @classmethod
    def of(cls, content: bytes) -> Readings:
        every = bytes(range(256))
        digits = content.translate(None, every.translate(None, b"0123456789"))
        return cls(content, digits, content.translate(None, b"\0"))

    def hold(self, answers: Sequence[int]) -> bool:
        """Whether a row of answers stands there."""
        if len(answers) < SHORTEST:
            return False
        # SQLite keeps 0 and 1 in the head of a row, the others one after the other in its body
        body, numbers = bytes(one for one in answers if one > 1), bytes(one for one in answers if one)
        return (
            "".join(map(str, answers)).encode() in self.digits
            or body in self.plain
            or numbers in self.letters
        )


def moments(content: bytes) -> Iterator[tuple[float, float]]:
    """Every moment that is written in some bytes, as the seconds between which it lies."""
    for match in UUID7.finditer(content):
        at = int(match[0].replace(b"-", b"")[:12], 16) / 1000
        yield at, at + 0.001
    for match in ISO.finditer(content):
        text = match[0].decode().replace(",", ".").removesuffix("Z").removesuffix("+00:00")
        at = datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()
        yield at, at + (0 if "." in text else 1)
    for match in EPOCH.finditer(content):
        at = float(match[0][:10] + b"." + match[0][10:].lstrip(b"."))
        yield at, at + (0.001 if len(match[0]) > 10 else 1)


def _packed(content: bytes, secret: Secret) -> bool:
    """Whether a moment of the ballots stands there as a number: thousandths of a second and less, or a real
    one, whichever end comes first.
    """
    spans = [(int(secret.first * unit), int(secret.last * unit)) for unit in (10**3, 10**6, 10**9)]
    ends = [tuple(at.to_bytes(8).lstrip(b"\0") for at in span) for span in spans]
    ends.append((struct.pack(">d", secret.first), struct.pack(">d", secret.last)))
    for low, high in ends:
        start = low[: next(at for at in range(len(low)) if low[: at + 1] != high[: at + 1])]
        for way in (content, content[::-1]):
            for match in re.finditer(re.escape(start), way):
                if low <= way[match.start() : match.start() + len(low)] <= high:
                    return True
    return False


def _is_within(moment: tuple[float, float], secret: Secret) -> bool:
    return secret.first <= moment[0] and moment[1] <= secret.last


def _in_rows(path: Path, orders: Sequence[tuple[int, ...]]) -> bool:
    """Whether a table has the answers under each other, in the order of its rows."""
    if not path.read_bytes().startswith(b"SQLite format 3"):
        return False
    wanted = ["".join(map(str, order)) for order in orders if len(order) >= SHORTEST]
    columns = ("".join(v if len(v) == 1 else "-" for v in map(str, column)) for column in _columns(path))
    return any(order in column for column in columns for order in wanted)


def _columns(path: Path) -> Iterator[list[object]]:
    """Every column of every table, and every value in the images of the journal, by the number of the row."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / "copy"
        for ending in ("", "-wal"):
            if os.path.exists(f"{path}{ending}"):  # noqa: PTH110  the ending belongs to the name: no path of its own
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        with opened(copy) as connection:
            names = connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
            for (name,) in names:
                try:
                    rows = connection.execute(f'select * from "{name}" order by rowid').fetchall()
                except (FileTrouble, connection.OperationalError):
                    rows = connection.execute(f'select * from "{name}"').fetchall()
                columns = list(map(list, zip(*rows, strict=True)))
                yield from columns
                if name == "chg_row":
                    yield from _images(columns)


def _images(columns: list[list[object]]) -> Iterator[list[object]]:
    for column in columns:
        images = [json.loads(v) for v in column if isinstance(v, str) and v.startswith("{")]
        for key in {key for image in images for key in image}:
            yield [image[key] for image in images if key in image]
