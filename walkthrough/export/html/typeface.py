# SPDX-License-Identifier: MIT
"""The bundled typeface as the web's own kind of font file (WOFF), small enough to stand inside a page.

It knows font files, no page.
"""

from __future__ import annotations

import base64
import struct
import zlib
from functools import cache

from walkthrough.export.fonts import FAMILY, FILES, FOLDER

_HEAD = struct.Struct(">4sIIHHIHHIIIII")
_ENTRY = struct.Struct(">4sIIII")
_WEIGHTS = (("Body", 400), ("Body-Bold", 700))


@cache
def font_faces() -> str:
    """The `@font-face` rules of the regular and the bold face, with the faces in them; about 60 kB."""
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:normal;font-display:swap;'
        f"src:url(data:font/woff;base64,{_base64(name)}) format('woff')}}"
        for name, weight in _WEIGHTS
    )


def _base64(name: str) -> str:
    return base64.b64encode(woff((FOLDER / FILES[name]).read_bytes())).decode("ascii")


def woff(font: bytes) -> bytes:
    """A TrueType file as WOFF 1.0: the same tables, each packed where that makes it smaller."""
    flavour, count = struct.unpack_from(">4sH", font)
    entries, packed = [], []
    at = _HEAD.size + count * _ENTRY.size
    for index in range(count):
        tag, check, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        table = font[start : start + length]
        small = min(zlib.compress(table, 9), table, key=len)
        entries.append(_ENTRY.pack(tag, at, len(small), length, check))
        packed.append(small + b"\0" * (-len(small) % 4))
        at += len(packed[-1])
    whole = 12 + 16 * count + sum(-(-_ENTRY.unpack(entry)[3] // 4) * 4 for entry in entries)
    head = _HEAD.pack(b"wOFF", struct.unpack(">I", flavour)[0], at, count, 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return head + b"".join(entries) + b"".join(packed)
