# SPDX-License-Identifier: MIT
"""What a PNG or JPEG file is: its size, whether it is whole, and what of it is needed to draw it.

Read by hand, for a picture library takes long to load. It knows nothing of what the picture is for.
"""

from __future__ import annotations

import struct
import zlib

import msgspec

from walkthrough.model.words import PictureKind

MOST_BYTES = 200_000
MOST_PIXELS = 2_000
"""Along one side: no paper shows more, and a small file can unpack to a very large picture."""

_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWN = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"IDAT", b"IEND"})
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers in a point of a PNG, by its kind of colour."""
_JPEG = b"\xff\xd8"
_JPEG_END = b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
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
    size, bits = (0, 0), 0
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        (checked,) = struct.unpack_from(">I", content, end - 4)
        if zlib.crc32(content[at + 4 : end - 4]) != checked or (len(kept) == 1) != (name == b"IHDR"):
            return None
        if name == b"IHDR":
            wide, high, depth, colours = struct.unpack_from(">IIBB", content, at + 8)
            size, bits = (wide, high), depth * _CHANNELS.get(colours, 0)
        if name == b"IDAT":
            packed.append(content[at + 8 : end - 4])
        if name in _DRAWN:
            kept.append(content[at:end])
        at = end
    if not all(size) or not bits or not _unpacks(b"".join(packed), size, bits):
        return None
    return PictureFile(PictureKind.PNG, *size, b"".join(kept))


def _unpacks(packed: bytes, size: tuple[int, int], bits: int) -> bool:
    """Whether all points of a PNG come out, `bits` for each; one too large to look at is not unpacked."""
    if max(size) > MOST_PIXELS:
        return True
    wide, high = size
    line = (wide * bits + 7) // 8
    points = zlib.decompressobj().decompress(packed, 2 * (line + 8) * (high + 8))
    return len(points) >= line * high


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
            high, wide = struct.unpack_from(">HH", content, at + 5)
            size = wide, high
        if marker == _SCAN:
            break
        if marker not in _TOLD:
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    end = content.rfind(_JPEG_END) + len(_JPEG_END)
    if end <= at or not all(size):
        return None
    return PictureFile(PictureKind.JPEG, *size, b"".join([*kept, content[at:end]]))
