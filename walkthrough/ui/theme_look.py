# SPDX-License-Identifier: MIT
"""What a theme gives to painters: colours by token, sizes at the present zoom, fonts by role, signs by name.

A Look never changes; a new one comes with each switch. Must not know widgets or how they are styled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QColor, QFont, QIcon, QPixmap

from walkthrough.ui.theme_signs import Sign, sign_icon, sign_pixmap

SMALLEST, LARGEST = 100, 200
"""Zoom in per cent: how far down and up it goes."""


@dataclass(frozen=True)
class Look:
    """One theme at one zoom."""

    name: str
    zoom: int
    dark: bool
    tokens: Mapping[str, str]
    type_sizes: Mapping[str, int]
    spaces: Mapping[str, int]
    signs: Mapping[str, Sign]
    families: tuple[str, ...]
    _made: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Fonts and pictures handed out before: Qt shares them, making them took most of a page's building."""

    def color(self, token: str) -> QColor:
        """Return the colour of a token; KeyError for a name that no theme has."""
        return QColor(self.tokens[token])

    def px(self, size: float) -> int:
        """Return a size given at 100 % in pixels at the present zoom, at least one."""
        return max(1, round(size * self.zoom / 100))

    def space(self, name: str) -> int:
        """Return a named distance (half, unit, gap, wide, page) or measure (card_radius, radius, control,
        ring, sign).
        """
        return self.px(self.spaces[name])

    def font(self, role: str = "body", *, bold: bool | None = None) -> QFont:
        """Return the font of a role (small, body, h3, h2, h1, display); headings are bold unless told
        otherwise.
        """
        wanted = ("font", role, bold)
        if wanted not in self._made:
            font = self._made[wanted] = QFont(list(self.families))
            font.setPixelSize(self.px(self.type_sizes[role]))
            font.setBold(role not in ("small", "body") if bold is None else bold)
        return QFont(self._made[wanted])

    def icon(
        self, sign: str, token: str = "ink", *, on: str = "", size: float = 20, room: float = 0
    ) -> QIcon:
        """Return the icon of a sign in a token's colour; `on` is the token while its button is checked.

        `room` is empty space at its right, so that words do not stick to it; the icon is size + room wide.
        """
        wanted = ("icon", sign, token, on, size, room)
        if wanted not in self._made:
            self._made[wanted] = sign_icon(
                self.signs[sign],
                self.color(token),
                self.px(size),
                on=self.color(on) if on else None,
                off=self.color("ink_soft"),
                room=self.px(room) if room else 0,
            )
        return QIcon(self._made[wanted])

    def pixmap(self, sign: str, token: str = "ink", *, size: float = 20) -> QPixmap:
        """Return a sign as a picture in a token's colour; size at 100 %."""
        wanted = ("pixmap", sign, token, size)
        if wanted not in self._made:
            self._made[wanted] = sign_pixmap(self.signs[sign], self.color(token), self.px(size))
        return QPixmap(self._made[wanted])
