# SPDX-License-Identifier: MIT
"""Takes pictures of what a room rated and of stage checks over time: the chart of screen and paper, and the
wall in three sizes; light and dark, in both languages; as contact sheets. Part of `make live-pictures`.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is brought in

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from docs.pictures.make_live import sheets
from docs.pictures.stage_cases import histories, rounds
from walkthrough import paths, wording
from walkthrough.export.pictures.history import history_scene
from walkthrough.export.pictures.ratings import ratings_scene
from walkthrough.export.scene import Scene
from walkthrough.model.queries.rounds import AskedRow
from walkthrough.model.queries.wall.rating import revealed
from walkthrough.model.queries.wall.shapes import Rating, StageName, WallHead
from walkthrough.model.words import AgendaKind
from walkthrough.ui.fonts import load_fonts
from walkthrough.ui.theme import read_look
from walkthrough.ui.wall.frame import WallClock, WallFrame
from walkthrough.ui.wall.pages import wall_scene
from walkthrough.ui.widgets.scene_paint import ScenePainter, scene_palette
from walkthrough.wording import Wording

CHART, MARGIN = 2.0, 24
WALLS = ((1280, 720, 34), (1920, 1080, 48), (1024, 768, 38))


def pictures(words: Wording) -> Iterator[tuple[str, Scene, float]]:
    """Every picture with its name, and how many pixels a unit of it takes."""
    for name, asked in rounds(words.language).items():
        yield f"chart-{name}", ratings_scene(words, asked), CHART
        for size in WALLS:
            frame = WallFrame(*size, WallClock("timer", 312))
            yield f"wall-{name}-{size[0]}", wall_scene(on_wall(asked), frame), 1.0
    for name, checks in histories(words.language).items():
        yield f"history-{name}", history_scene(words, checks), CHART


def on_wall(asked: AskedRow) -> Rating:
    """What the wall shows of a round."""
    stages = tuple(StageName(one.number, one.name, one.meaning) for one in asked.stages)
    head = WallHead(AgendaKind.STAGE_CHECK, "")
    return revealed(Rating(head, stages, 0, 0, is_open=False), asked)


def save(scene: Scene, scale: float, theme: str, families: tuple[str, ...], target: Path) -> None:
    """Write one picture."""
    look, edge = read_look(theme, 100, families), MARGIN if scale != 1 else 0
    wide, high = round(scene.w * scale) + 2 * edge, round(scene.h * scale) + 2 * edge
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(look.color("ground"))
    painter = QPainter(image)
    painter.translate(edge, edge)
    painter.scale(scale, scale)
    ScenePainter(scene_palette(look), look.families).paint(scene, painter)
    painter.end()
    image.save(str(target))


def main() -> None:
    """Take all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/live-pictures"))
    out = parser.parse_args().out
    program = QGuiApplication([])
    families = load_fonts(paths.resources() / "fonts")
    for language, theme in (("en", "light"), ("en", "dark"), ("es", "light")):
        folder = out / f"stage-{language}-{theme}"
        folder.mkdir(parents=True, exist_ok=True)
        wording.use(Wording(language, paths.locale_folder()))
        for name, scene, scale in pictures(wording.current()):
            save(scene, scale, theme, families, folder / f"{name}.png")
        for kind in ("chart", "history", *(f"wall-*-{size[0]}" for size in WALLS)):
            found = sorted(folder.glob(f"{kind}-*.png" if "*" not in kind else f"{kind}.png"))
            list(sheets(found, folder / f"sheet-{kind.replace('*-', '')}"))
        print(folder, flush=True)
    program.quit()


if __name__ == "__main__":
    main()
