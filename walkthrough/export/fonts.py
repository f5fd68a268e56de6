# SPDX-License-Identifier: MIT
"""The bundled typefaces: where they lie, which characters they have, how wide text is.

It reads the font files itself (tables cmap, head, hhea, hmtx), so that charts fit words without Qt.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FAMILY: Final = "Atkinson Hyperlegible Next"

FILES: Final = {
    "Body": "AtkinsonHyperlegibleNext-Regular.ttf",
    "Body-Bold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "Body-Italic": "AtkinsonHyperlegibleNext-Italic.ttf",
    "Body-BoldItalic": "AtkinsonHyperlegibleNext-BoldItalic.ttf",
    "Spare": "DejaVuSans.ttf",
    "Spare-Bold": "DejaVuSans-Bold.ttf",
    "Latin": "NotoSans-Regular.ttf",
    "Latin-Bold": "NotoSans-Bold.ttf",
    "Arabic": "NotoSansArabic-Regular.ttf",
    "Arabic-Bold": "NotoSansArabic-Bold.ttf",
    "Cherokee": "NotoSansCherokee-Regular.ttf",
    "Cherokee-Bold": "NotoSansCherokee-Bold.ttf",
    "Pahawh": "NotoSansPahawhHmong-Regular.ttf",
    "Nyiakeng": "NotoSerifNyiakengPuachueHmong-Regular.ttf",
    "Nyiakeng-Bold": "NotoSerifNyiakengPuachueHmong-Bold.ttf",
    "Thai": "NotoSansThai-Regular.ttf",
    "Khmer": "NotoSansKhmer-Regular.ttf",
    "Myanmar": "NotoSansMyanmar-Regular.ttf",
    "Devanagari": "NotoSansDevanagari-Regular.ttf",
    "Ethiopic": "NotoSansEthiopic-Regular.ttf",
}
"""Our name of each face, and its file: a family, and how it is set where that is not upright and regular.

Each family but the first two serves letters that the body faces lack: Latin as in Vietnamese, with Greek and
Cyrillic, or one script each. The spare faces serve signs and what is left. A file is read when a text first
needs it.
"""

_LONG: Final = 400
"""No line has so many characters, whatever its width."""


class Face:
    """One font file: the characters it has and the advance width of each, in 1/1000 of the size."""

    def __init__(self, path: Path) -> None:
        blob = path.read_bytes()
        tables = _tables(blob)
        (units,) = struct.unpack_from(">H", blob, tables["head"] + 18)
        (count,) = struct.unpack_from(">H", blob, tables["hhea"] + 34)
        advances = struct.unpack_from(">" + "HH" * count, blob, tables["hmtx"])[::2]
        self.units = units
        self.advances: list[float] = [advance * 1000 / units for advance in advances]
        self.glyphs = _characters(blob, tables["cmap"])
        self.widths: dict[int, float] = {char: self.width_of(glyph) for char, glyph in self.glyphs.items()}

    def has(self, char: str) -> bool:
        """Whether this face can draw the character."""
        return ord(char) in self.widths

    def width_of(self, glyph: int) -> float:
        """The advance width of a glyph by its number; the last one given holds for all after it."""
        return self.advances[min(glyph, len(self.advances) - 1)]


@cache
def face(name: str) -> Face:
    """The face of that name in `FILES`, read once."""
    return Face(FOLDER / FILES[name])


@cache
def face_name(family: str, *, bold: bool = False, italic: bool = False) -> str:
    """The name in `FILES` of a family set so; one without such a face is set bold only, or plain."""
    bolder = f"{family}-Bold" if bold else family
    both = f"{bolder}Italic" if bold else f"{family}-Italic"
    wanted = (both, bolder, family) if italic else (bolder, family)
    return next(name for name in wanted if name in FILES)


def advance(text: str, name: str) -> float:
    """The width of `text` in one face, in 1/1000 of the size; the face has all its characters."""
    from walkthrough.export.glyphs import is_shaped

    if is_shaped(text):
        from walkthrough.export.direction import runs_leftwards
        from walkthrough.export.shaping import shaped

        return shaped(text, name, runs_leftwards(text)).width
    widths = face(name).widths
    return sum(widths[ord(char)] for char in text)


def measure(text: str, size: float, bold: bool = False) -> float:
    """The width in points of `text` on one line, as both papers set it: no kerning, no ligatures."""
    from walkthrough.export.glyphs import split

    total = sum(advance(piece, face_name(family, bold=bold)) for piece, family in split(text))
    return total * size / 1000


def fit(text: str, width: float, size: float, bold: bool = False) -> str:
    """`text`, cut and ended with an ellipsis if it is wider than `width` points."""
    if measure(text, size, bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + "…", size, bold) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrap(text: str, width: float, size: float, bold: bool = False, lines: int = 0) -> list[str]:
    """`text` in lines no wider than `width` points; of more than `lines`, if given, the last is cut."""
    out: list[str] = []
    for word in text.split():
        joined = f"{out[-1]} {word}" if out else word
        if out and measure(joined, size, bold) <= width:
            out[-1] = joined
        else:
            out.extend(_broken(word, width, size, bold))
    if lines and len(out) > lines:
        out[lines - 1 :] = [fit(" ".join(out[lines - 1 :]), width, size, bold)]
    return out


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word in pieces that fit: whole where it does, else cut after a hyphen, else where it must be."""
    pieces = []
    while len(word) > 1 and not _fits(word, width, size, bold):
        cut = _most_that_fits(word, width, size, bold)
        hyphen = max(word.rfind("-", 0, cut), word.rfind("/", 0, cut)) + 1
        pieces.append(word[: hyphen or cut])
        word = word[hyphen or cut :]
    return [*pieces, word]


def _fits(word: str, width: float, size: float, bold: bool) -> bool:
    """Whether a word fits on one line; of a pasted one without an end only the beginning is measured."""
    begins = measure(word[:_LONG], size, bold) <= width
    return begins and (len(word) <= _LONG or measure(word, size, bold) <= width)


def _most_that_fits(word: str, width: float, size: float, bold: bool) -> int:
    """How many of its first characters fit, at least one; it is known that not all of them do."""
    low, high = 1, 16
    while high < len(word) and measure(word[:high], size, bold) <= width:
        low, high = high, 2 * high
    high = min(high, len(word) - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(word[:middle], size, bold) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _tables(blob: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", blob, 4)
    entries = (struct.unpack_from(">4sIII", blob, 12 + 16 * index) for index in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in entries}


def _characters(blob: bytes, cmap: int) -> dict[int, int]:
    """Character to glyph, from every Unicode subtable of format 4 or 12."""
    (count,) = struct.unpack_from(">H", blob, cmap + 2)
    found: dict[int, int] = {}
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", blob, cmap + 4 + 8 * index)
        if platform != 0 and (platform, encoding) not in ((3, 1), (3, 10)):
            continue
        (kind,) = struct.unpack_from(">H", blob, cmap + offset)
        if kind == 4:
            found.update(_format4(blob, cmap + offset))
        elif kind == 12:
            found.update(_format12(blob, cmap + offset))
    return found


def _format4(blob: bytes, at: int) -> dict[int, int]:
    (doubled,) = struct.unpack_from(">H", blob, at + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", blob, at + 14)
    starts = struct.unpack_from(f">{count}H", blob, at + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", blob, at + 16 + 2 * doubled)
    ranges_at = at + 16 + 3 * doubled
    ranges = struct.unpack_from(f">{count}H", blob, ranges_at)
    found: dict[int, int] = {}
    for index in range(count):
        for char in range(starts[index], ends[index] + 1):
            glyph = char
            if ranges[index]:
                place = ranges_at + 2 * index + ranges[index] + 2 * (char - starts[index])
                (glyph,) = struct.unpack_from(">H", blob, place)
                if not glyph:
                    continue
            glyph = (glyph + deltas[index]) & 0xFFFF
            if glyph and char != 0xFFFF:
                found[char] = glyph
    return found


def _format12(blob: bytes, at: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">I", blob, at + 12)
    found: dict[int, int] = {}
    for index in range(count):
        first, last, glyph = struct.unpack_from(">III", blob, at + 16 + 12 * index)
        found.update(
            zip(
                range(first, last + 1),
                range(glyph, glyph + last - first + 1),
                strict=True,
            )
        )
    return found
