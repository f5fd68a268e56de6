# SPDX-License-Identifier: MIT
"""What a PNG or JPEG file is: its size, whether it is whole, and what of it is needed to draw it.

Read by hand, for a picture library takes long to load. It knows nothing of what the picture is for.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from walkthrough.model.words import PictureKind

MOST_BYTES = 200_000
MOST_PIXELS = 2_000
"""Along one side: no paper shows more, and a small file can unpack to a very large picture."""

_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWN = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"IDAT", b"IEND"})
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers in a point of a PNG, by its kind of colour."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits that a number in a point can have, by its kind of colour."""
_INDEXED = 3
_LAST_FILTER = 4
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of a PNG that comes in seven steps: where each begins (across, down) and how far apart its points are."""
_JPEG = b"\xff\xd8"
_JPEG_END = b"\xff\xd9"
_IN_A_SCAN = re.compile(rb"(?:[^\xff]++|\xff+[\x00\xd0-\xd7])*+", re.DOTALL)
"""The packed points of a JPEG: any bytes, for a marker among them is one of those that do not end them."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PLAIN_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Ways to pack a JPEG that programs read; the rest are for medicine and archives."""
_PRECISION = 8
"""Bits of a number in a JPEG; programs read no other."""
_SCAN = 0xDA
_TOLD = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE})
"""Segments of a JPEG file that tell of it: camera, place, author, a small picture."""


class PictureFile(msgspec.Struct, frozen=True):
    """A picture file: its kind, its size in pixels, and its bytes without what they tell besides the picture.

    A photo may name the place where it was taken; paper that is handed out must not.
    """

    kind: PictureKind
    width: int
    height: int
    content: bytes


def picture_file(content: bytes) -> PictureFile | None:
    """The picture in a file's bytes, or None where they are no whole PNG or JPEG."""
    try:
        return _png(content) if content.startswith(_PNG) else _jpeg(content)
    except (struct.error, zlib.error):
        return None


def _png(content: bytes) -> PictureFile | None:
    kept, packed, at, name = [_PNG], [], len(_PNG), b""
    head, has_palette = _Head(0, 0, 0, 0, 0, 0, 0), False
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        (checked,) = struct.unpack_from(">I", content, end - 4)
        if zlib.crc32(content[at + 4 : end - 4]) != checked or (len(kept) == 1) != (name == b"IHDR"):
            return None
        if name == b"IHDR":
            head = _Head(*struct.unpack_from(">IIBBBBB", content, at + 8))
        has_palette = has_palette or (name == b"PLTE" and length > 0 and length % 3 == 0)
        if name == b"IDAT":
            packed.append(content[at + 8 : end - 4])
        if name in _DRAWN:
            kept.append(content[at:end])
        at = end
    if not head.can_be or (head.colours == _INDEXED and not has_palette):
        return None
    if not _unpacks(b"".join(packed), head):
        return None
    return PictureFile(PictureKind.PNG, head.wide, head.high, b"".join(kept))


class _Head(NamedTuple):
    """What a PNG says of itself: its size in pixels, bits of a number, kind of colour, ways to pack."""

    wide: int
    high: int
    depth: int
    colours: int
    packing: int
    filtering: int
    steps: int

    @property
    def can_be(self) -> bool:
        """Whether there are such pictures."""
        if not self.wide or not self.high or self.packing or self.filtering or self.steps > 1:
            return False
        return self.depth in _DEPTHS.get(self.colours, ())

    def lines(self) -> Iterator[tuple[int, int]]:
        """How many lines of how many bytes it unpacks to, one pair for each step."""
        bits = self.depth * _CHANNELS[self.colours]
        for left, top, across, down in _PASSES if self.steps else ((0, 0, 1, 1),):
            wide, high = -(-(self.wide - left) // across), -(-(self.high - top) // down)
            if wide > 0 and high > 0:
                yield high, 1 + (wide * bits + 7) // 8


def _unpacks(packed: bytes, head: _Head) -> bool:
    """Whether all points of a PNG come out; one too large to look at is not unpacked."""
    if max(head.wide, head.high) > MOST_PIXELS:
        return True
    parts = list(head.lines())
    whole = sum(high * line for high, line in parts)
    points = zlib.decompressobj().decompress(packed, whole)
    if len(points) < whole:
        return False
    at = 0
    for high, line in parts:
        if max(points[at : at + high * line : line]) > _LAST_FILTER:
            return False
        at += high * line
    return True


def _jpeg(content: bytes) -> PictureFile | None:
    if not content.startswith(_JPEG):
        return None
    kept, at, marker = [_JPEG], len(_JPEG), 0
    size = 0, 0
    while marker != _SCAN:
        sign, marker, length = struct.unpack_from(">BBH", content, at)
        if sign != 0xFF or length < 2:
            return None
        if marker in _FRAMES:
            precision, high, wide = struct.unpack_from(">BHH", content, at + 4)
            if precision != _PRECISION or marker not in _PLAIN_FRAMES:
                return None
            size = wide, high
        if marker == _SCAN:
            break
        if marker not in _TOLD:
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    end = _end_of_scans(content, at)
    if not end or not all(size):
        return None
    return PictureFile(PictureKind.JPEG, *size, b"".join([*kept, content[at:end]]))


def _end_of_scans(content: bytes, at: int) -> int:
    """Where the file ends after the scan that begins at `at`, and those after it; 0 if it is cut off."""
    while True:
        sign, marker = struct.unpack_from(">BB", content, at)
        if sign != 0xFF:
            return 0
        if marker == 0xFF:  # markers may have any number of these before them
            at += 1
            continue
        if marker == _JPEG_END[1]:
            return at + 2
        (length,) = struct.unpack_from(">H", content, at + 2)
        at += 2 + length
        if marker == _SCAN:
            points = _IN_A_SCAN.match(content, at)
            if points is None or points.end() == at:
                return 0
            at = points.end()
