# SPDX-License-Identifier: MIT
"""The bundled faces as ReportLab fonts, embedded as subsets. It knows nothing of layout."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from walkthrough.export.fonts import FILES, FOLDER, face
from walkthrough.export.shaping import Glyph

_FIRST_OWN = 0xF0000  # characters of nobody: names for glyphs that no character leads to


class SubsetFace(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A font with a right table back to characters: ReportLab's maps a code to U+0000, breaks on emoji.

    Glyphs that no character leads to, as joined letters are, get a name among the characters of nobody; the
    table back tells what they say.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, str(FOLDER / FILES[name]), shapable=False)
        self._own: dict[tuple[int, str], str] = {}
        self._says: dict[int, str] = {}

    def code_of(self, glyph: Glyph) -> str:
        """The character by which ReportLab knows this glyph with what it says."""
        number, says = glyph.number, glyph.says
        if len(says) == 1 and self.face.charToGlyph.get(ord(says)) == number:
            return says
        if (number, says) not in self._own:
            code = _FIRST_OWN + len(self._own)
            self._own[number, says], self._says[code] = chr(code), says
            self.face.charToGlyph[code] = number
            self.face.charWidths[code] = face(self.fontName).width_of(number)
        return self._own[number, says]

    def addObjects(self, doc: Any) -> None:
        subsets = self.state[doc].subsets if doc in self.state else []
        super().addObjects(doc)
        streams = [ref for name, ref in doc.idToObject.items() if str(name).startswith("toUnicodeCMap:")]
        for stream in streams:
            for number, subset in enumerate(subsets):
                if stream is doc.idToObject.get(f"toUnicodeCMap:{self._subset_name(number)}"):
                    stream.content = to_unicode(subset, self._says)

    def _subset_name(self, number: int) -> str:
        from reportlab.pdfbase.ttfonts import SUBSETN

        name: bytes = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX))
        return name.decode("pdfdoc")


@cache
def register() -> None:
    """Make the faces known to ReportLab under our names; only the first call does anything."""
    rl_config.useA85 = 0  # plain bytes: a fifth smaller
    needed("Body")  # a canvas begins with it; others follow as needed


@cache
def needed(name: str) -> str:
    """The name of a face, made known to ReportLab with its first use."""
    pdfmetrics.registerFont(SubsetFace(name))
    return name


def code_of(name: str, glyph: Glyph) -> str:
    """The character to write for a glyph of the face of that name."""
    known: SubsetFace = pdfmetrics.getFont(needed(name))
    return known.code_of(glyph)


def to_unicode(subset: list[int], says: Mapping[int, str]) -> str:
    """The CMap from the codes of a subset to characters, in blocks of one hundred as the format asks.

    `says` is for characters of nobody: what the glyph behind each says.
    """
    pairs = [(code, says.get(char) or chr(char)) for code, char in enumerate(subset) if char]
    lines = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange",
    ]
    for at in range(0, len(pairs), 100):
        block = pairs[at : at + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in block]
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"])
