# SPDX-License-Identifier: MIT
"""Every pair of colours that meets on screen can be told apart: text 4.5 to 1, parts of controls 3 to 1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from walkthrough.export.scene import TOKENS
from walkthrough.ui.theme import NAMES, RESOURCES, read_look
from walkthrough.ui.widgets.scene_paint import scene_palette
from walkthrough.ui.widgets.signs import KIND_WORDS, tone_of

CODE = Path(__file__).resolve().parents[2] / "walkthrough"
SURFACES = ("paper", "panel", "ground")
TONES = ("good", "warn", "bad", "note", "quiet")
TEXT = [
    *((ink, on) for ink in ("ink", "ink_soft", "accent", "bad") for on in SURFACES),
    *((ink, on) for ink in ("ink", "accent") for on in ("hover", "accent_soft")),
    ("ink_soft", "accent_soft"),
    ("ink_soft", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("paper", "ink"),  # tool tips
    ("rail_ink", "rail"),
    ("rail_ink", "rail_hover"),
    ("rail_on_ink", "rail_on"),
    *(("ink", tone_of(kind)[1]) for kind in (*KIND_WORDS, *TONES)),
    *((tone, f"{tone}_soft") for tone in ("good", "warn", "bad")),
    *(("accent", f"{tone}_soft") for tone in ("good", "warn", "bad", "note")),  # quiet buttons on a bar
    *(("on_ramp_low", f"ramp{n}") for n in range(4)),
    *(("on_ramp_high", f"ramp{n}") for n in (4, 5)),
    *(("on_stage", f"stage_{n}") for n in range(1, 5)),
]
PARTS = [
    *((part, on) for part in ("edge", "accent", "focus", "target") for on in SURFACES),
    *((f"stage_{n}", on) for n in range(1, 5) for on in ("paper", "panel")),
    *((tone_of(kind)[0], on) for kind in (*KIND_WORDS, *TONES) for on in (*SURFACES, tone_of(kind)[1])),
    *((tone_of(kind)[0], on) for kind in KIND_WORDS for on in ("accent_soft", "hover")),
    ("accent", "accent_soft"),  # the bar of a chosen row
    ("focus", "focus_halo"),
]


def luminance(color: QColor) -> float:
    parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_all_text_stands_out_from_its_ground(name):
    look = read_look(name)
    weak = {pair: round(contrast(*map(look.color, pair)), 2) for pair in TEXT}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < 4.5}


@pytest.mark.parametrize("name", NAMES)
def test_all_parts_and_marks_stand_out_from_their_ground(name):
    look = read_look(name)
    weak = {pair: round(contrast(*map(look.color, pair)), 2) for pair in PARTS}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < 3}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "ground", ["rail", "rail_on", "accent", "accent_soft", "good_soft", "warn_soft", "bad_soft"]
)
def test_the_focus_ring_or_its_halo_stands_out_on_every_ground(name, ground):
    look = read_look(name)
    assert max(contrast(look.color(t), look.color(ground)) for t in ("focus", "focus_halo")) >= 3


def test_all_themes_have_the_same_tokens():
    names = {name: set(read_look(name).tokens) for name in NAMES}
    assert names["light"] == names["dark"] == names["contrast"]


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_knows_every_colour_that_a_picture_asks_for(name):
    assert set(scene_palette(read_look(name))) >= set(TOKENS)


def test_every_colour_of_a_theme_is_used_somewhere():
    places = [RESOURCES / "themes" / "sheet.qss", *CODE.rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in places)
    made = {"barrier", "practice", "indicator", "next_step", "decision", "parked", "on_stage"}
    composed = re.compile(r"(ramp|stage_)\d|\w+_soft$")
    unused = [
        token
        for token in read_look("light").tokens
        if not composed.fullmatch(token) and token not in made and not re.search(rf"\b{token}\b", text)
    ]
    assert not unused


def test_no_colour_stands_in_the_code_of_the_windows():
    found = [
        f"{path}: {color}"
        for path in (CODE / "ui").rglob("*.py")
        for color in re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))
    ]
    assert not found
