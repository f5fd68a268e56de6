# SPDX-License-Identifier: MIT
"""Turn a token file into the whole palette, the style sheet and a Look, and put them on the program or one
window.

No colour and no size stands here: they live in resources/themes. Must not know any screen.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from walkthrough.ui.fonts import load_fonts
from walkthrough.ui.theme_glyphs import glyph_pictures
from walkthrough.ui.theme_look import LARGEST, SMALLEST, Look

NAMES = ("light", "dark", "contrast")
RESOURCES = Path(__file__).resolve().parents[2] / "resources"

_LOOK = "walkthrough_look"
_PIXELS = re.compile(r"(\d+)px")
_R = QPalette.ColorRole
_ROLES = {
    _R.Window: "ground", _R.WindowText: "ink", _R.Base: "paper", _R.AlternateBase: "ground", _R.Text: "ink",
    _R.Button: "panel", _R.ButtonText: "ink", _R.BrightText: "bad", _R.Highlight: "accent",
    _R.HighlightedText: "on_accent", _R.Accent: "accent", _R.PlaceholderText: "ink_soft",
    _R.ToolTipBase: "ink", _R.ToolTipText: "paper", _R.Link: "accent", _R.LinkVisited: "next_step",
    _R.Light: "panel", _R.Midlight: "hover", _R.Mid: "line", _R.Dark: "edge", _R.Shadow: "edge",
}  # fmt: skip
_DISABLED = {
    _R.WindowText: "ink_soft", _R.Text: "ink_soft", _R.ButtonText: "ink_soft", _R.PlaceholderText: "ink_soft",
    _R.Base: "ground", _R.Button: "ground", _R.Highlight: "line", _R.HighlightedText: "ink",
    _R.Accent: "edge",
}  # fmt: skip


def read_look(
    name: str, zoom: int = 100, families: tuple[str, ...] = (), resources: Path = RESOURCES
) -> Look:
    """Read one theme's tokens and the shared measures into a Look; KeyError for a theme we do not ship."""
    if name not in NAMES:
        raise KeyError(name)
    tokens, measures, signs = _tables(resources / "themes", name)
    return Look(
        name=name,
        zoom=min(max(zoom, SMALLEST), LARGEST),
        dark=tokens["dark"],
        tokens=tokens["colors"],
        type_sizes=measures["type"],
        spaces=measures["space"] | measures["shape"],
        signs=signs,
        families=families,
    )


@lru_cache(maxsize=8)
def _tables(folder: Path, name: str) -> tuple[dict[str, Any], ...]:
    return tuple(
        tomllib.loads((folder / f"{part}.toml").read_text(encoding="utf-8"))
        for part in (name, "measures", "signs")
    )


def palette_of(look: Look) -> QPalette:
    """Return a palette with every role set: Fusion derives nothing of its own from it."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, look.color(token))
    for role, token in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.color(token))
    placeholder = QColor(look.color("ink_soft"))
    palette.setColor(_R.PlaceholderText, placeholder)
    return palette


def look_of(widget: QWidget | None = None) -> Look:
    """Return the look a widget is painted with: its window's own if it has one, else the program's.

    The look hangs on the QApplication or window as its palette does. With no theme put on yet: light at 100
    %.
    """
    at = widget
    while at is not None:
        window = at.window()
        if (look := window.property(_LOOK)) is not None:
            return look
        at = window.parentWidget()
    program = QApplication.instance()
    return (program.property(_LOOK) if program else None) or read_look("light")


class Theme(QObject):
    """Puts a look on the program or on one window, and keeps the pictures its style sheet needs."""

    changed = Signal(object)
    """The new Look, after it is on."""

    def __init__(self, resources: Path = RESOURCES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resources = resources
        self._families = load_fonts(resources / "fonts")
        self._sheet = Template((resources / "themes" / "sheet.qss").read_text(encoding="utf-8"))
        self._pictures = QTemporaryDir()  # style sheets take pictures from files only

    def apply(self, target: QApplication | QWidget, name: str, zoom: int = 100) -> Look:
        """Put a theme (light, dark, contrast) at a zoom in per cent on the program or on one window."""
        look = read_look(name, zoom, self._families, self._resources)
        target.setProperty(_LOOK, look)
        if isinstance(target, QApplication) and target.styleSheet():
            for window in target.topLevelWidgets():
                window.ensurePolished()  # or one that was never shown keeps the font it was made with
        # One sheet straight after another would tell every widget of it once for each of its parents.
        if target.styleSheet():
            target.setStyleSheet("")
        if isinstance(target, QApplication):
            if target.style().objectName() != "fusion":
                target.setStyle(QStyleFactory.create("Fusion"))
            target.styleHints().setColorScheme(Qt.ColorScheme.Dark if look.dark else Qt.ColorScheme.Light)
        target.setPalette(palette_of(look))
        target.setFont(look.font())
        target.setStyleSheet(self.sheet(look))
        self.changed.emit(look)
        return look

    def sheet(self, look: Look) -> str:
        """Return the style sheet of a look, with its pictures painted and every size at its zoom."""
        glyphs = glyph_pictures(look, Path(self._pictures.path()))
        filled = self._sheet.substitute(look.tokens, **look.type_sizes, **glyphs)
        return _PIXELS.sub(lambda found: f"{_grown(int(found[1]), look.zoom)}px", filled)


def _grown(size: int, zoom: int) -> int:
    """Hairlines stay hairlines; all else grows."""
    return size if size <= 1 else round(size * zoom / 100)
