# SPDX-License-Identifier: MIT
"""Looks a picture of the wall over, shape by shape: what lies outside, is covered, too small or not said."""

from __future__ import annotations

import re

from tests.ui.wall_views import RULES
from walkthrough.export.glyphs import clean
from walkthrough.export.scene import Scene, Words, bounds, spoken
from walkthrough.ui.wall.frame import WallClock, WallFrame
from walkthrough.wording import Wording

SIZES = ((1024, 768, 26), (1366, 768, 36), (1920, 1080, 48), (1920, 1080, 79))
CLOCKS = (
    None,
    WallClock("timer", 130),
    WallClock("timer", 42),
    WallClock("timer", -5),
    WallClock("break", 230),
)


class Wordy(Wording):
    """A language in which every text is half as long again, as many a translation is."""

    def gettext(self, text):
        return self._longer(text)

    def ngettext(self, one, many, n):
        return self._longer(one if n == 1 else many)

    def _longer(self, text):
        extra = " ".join(re.findall(r"[^\W\d_{}]+(?![^{]*\})", re.sub(r"\{[^}]*\}", "", text)))
        return f"{text} {extra[: len(extra) // 2]}".strip()


def frame_of(size, clock=None):
    return WallFrame(*size, clock, RULES)


def words_of(scene: Scene) -> list[Words]:
    return [shape for shape in scene.shapes if isinstance(shape, Words) and shape.text.strip()]


def outside(scene: Scene) -> list[str]:
    found = []
    for shape in scene.shapes:
        x, y, w, h = bounds(shape)
        if x < -0.5 or y < -0.5 or x + w > scene.w + 0.5 or y + h > scene.h + 0.5 or w < 0 or h < 0:
            found.append(f"{getattr(shape, 'text', shape.say) or type(shape).__name__}: {(x, y, w, h)}")
    return found


def overlapping(scene: Scene) -> list[tuple[str, str]]:
    boxes = [(shape.text, bounds(shape)) for shape in words_of(scene)]
    found = []
    for index, (one, (x, y, w, h)) in enumerate(boxes):
        for other, (x2, y2, w2, h2) in boxes[index + 1 :]:
            if min(x + w, x2 + w2) - max(x, x2) > 0.6 and min(y + h, y2 + h2) - max(y, y2) > 0.6:
                found.append((one, other))
    return found


def flat(text: str) -> str:
    return " ".join(clean(text).split())


def unsaid(scene: Scene) -> list[str]:
    """Words that are drawn and that a screen reader never meets; signs and numbers are said in words."""
    said = letters(" ".join(shape.say for shape in spoken(scene)))
    drawn = [part for words in words_of(scene) for part in words.text.split(" · ")]
    return [part for part in drawn if len(letters(part)) > 1 and letters(part) not in said]


def letters(text: str) -> str:
    return "".join(char for char in clean(text) if char.isalpha())


def faults(scene: Scene, size: int) -> dict[str, list]:
    small = [words.text for words in words_of(scene) if words.size < 0.6 * size - 0.01]
    found = {
        "outside": outside(scene),
        "overlapping": overlapping(scene),
        "small": small,
        "unsaid": unsaid(scene),
        "no summary": [] if scene.summary.strip() else ["!"],
    }
    return {fault: places for fault, places in found.items() if places}


def more_of(scene: Scene) -> int:
    found = [int(n) for shape in spoken(scene) for n in re.findall(r"^and (\d+) more$", shape.say)]
    return sum(found)
