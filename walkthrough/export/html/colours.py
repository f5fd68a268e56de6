# SPDX-License-Identifier: MIT
"""The colours of a page by dark, under the names that scenes use. It knows no rule that uses them."""

from __future__ import annotations

from walkthrough.export.scene import Palette

DARK: Palette = {
    "paper": "#12191D",
    "surface": "#1B262B",
    "ink": "#E8EEF0",
    "muted": "#AEBBC1",
    "line": "#3A4A52",
    "edge": "#8FA1AA",
    "accent": "#6CC9D3",
    "on_accent": "#03252B",
    "accent_soft": "#1A3A41",
    "barrier": "#FFB4AB",
    "practice": "#8FD9A8",
    "indicator": "#A8C8FF",
    "next_step": "#D7BAFF",
    "parked": "#C4C7C5",
    "decision": "#F2C46D",
    "target": "#F2C46D",
    "ramp0": "#12191D",
    "ramp1": "#1F3347",
    "ramp2": "#254565",
    "ramp3": "#2F5A87",
    "ramp4": "#8FC0F0",
    "ramp5": "#CFE5FB",
    "on_ramp_low": "#F2F7FB",
    "on_ramp_high": "#06182A",
}
"""The dark twin of the palette for print."""


def properties(palette: Palette) -> str:
    """The palette as custom properties of a style sheet."""
    return "".join(f"--{token}:{value};" for token, value in palette.items())
