# SPDX-License-Identifier: MIT
"""The bundled faces as ReportLab fonts, embedded as subsets. It knows nothing of layout."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from walkthrough.export.fonts import FILES, FOLDER


class SubsetFace(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A font with a right table back to characters: ReportLab's maps a code to U+0000, breaks on emoji."""

    def addObjects(self, doc: Any) -> None:
        subsets = self.state[doc].subsets if doc in self.state else []
        super().addObjects(doc)
        streams = [ref for name, ref in doc.idToObject.items() if str(name).startswith("toUnicodeCMap:")]
        for stream in streams:
            for number, subset in enumerate(subsets):
                if stream is doc.idToObject.get(f"toUnicodeCMap:{self._subset_name(number)}"):
                    stream.content = to_unicode(subset)

    def _subset_name(self, number: int) -> str:
        from reportlab.pdfbase.ttfonts import SUBSETN

        name: bytes = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX))
        return name.decode("pdfdoc")


@cache
def register() -> None:
    """Make every face of `FILES` known to ReportLab under our name; only the first call does anything."""
    rl_config.useA85 = 0  # plain bytes: a fifth smaller
    for name, file in FILES.items():
        pdfmetrics.registerFont(SubsetFace(name, str(FOLDER / file), shapable=False))


def to_unicode(subset: list[int]) -> str:
    """The CMap from the codes of a subset to characters, in blocks of one hundred as the format asks."""
    pairs = [(code, char) for code, char in enumerate(subset) if char]
    lines = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange",
    ]
    for at in range(0, len(pairs), 100):
        block = pairs[at : at + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in block]
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"])
