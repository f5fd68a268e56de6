# SPDX-License-Identifier: MIT
"""Load the bundled typefaces, so that no machine's own fonts decide how the program looks.

Must not know where text is shown or how large.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

FAMILY = "Atkinson Hyperlegible Next"
SPARE = ("Noto Sans", "DejaVu Sans")
"""For what the first lacks. Qt finds the faces of the other scripts itself; some would make lines higher if
they were named here."""


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register every bundled font file and return the family names to ask for, best first.

    Needs a QGuiApplication. A file that cannot be read leaves its family out: the system then stands in.
    """
    found: set[str] = set()
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        found.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    return tuple(name for name in (FAMILY, *SPARE) if name in found)
