# SPDX-License-Identifier: MIT
"""Takes pictures of every part of a live meeting: both windows, every size, theme and language, with the
sample and with texts far too long; as contact sheets. Run by `make live-pictures`.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
TEXTS, LANGUAGES, THEMES = ("sample", "long"), ("en", "es"), ("light", "dark")
PRESENTER = {"1366x768": ((1093, 614), "1.25"), "1920x1080": ((1920, 1080), "1")}
AUDIENCE = ((1024, 768, 26), (1024, 768, 42), (1920, 1080, 48), (1920, 1080, 79))
COLUMNS, ROWS, THUMB, GAP = 2, 3, 960, 12


@dataclass(frozen=True)
class Run:
    """One going through the meeting."""

    text: str
    language: str
    theme: str
    size: str
    zoom: int = 100

    @property
    def is_whole(self) -> bool:
        """Whether it goes a second time, with everything fit for the wall: at one size is enough."""
        return self.size == "1366x768" and self.theme == "light"

    @property
    def has_wall(self) -> bool:
        """Whether the wall is taken too: it is the same whatever size the presenter's window has."""
        return self.size == "1366x768"

    @property
    def name(self) -> str:
        """The name of its folder."""
        return "-".join((self.text, self.language, self.theme, self.size, str(self.zoom)))


def take(run: Run, folder: Path) -> None:
    """Go through the meeting and write a picture of both windows at each stop; in a process of its own,
    because the scale is set before the first window.
    """
    from PySide6.QtWidgets import QApplication

    from docs.pictures.live_county import AS_TOLD, OVER_LONG, go_live
    from docs.pictures.live_tour import go_on_live, settle, tour
    from walkthrough import arguments, paths
    from walkthrough.model.content import load_shelf
    from walkthrough.model.queries.live import gone_live
    from walkthrough.model.sample import create_sample
    from walkthrough.ui.starting import Windows

    program = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as data:
        book = Path(data, "Juniper County.walkthrough")
        create_sample(book, paths.resources())
        shelf = load_shelf(paths.resources() / "content", "en")
        go_live(book, shelf, AS_TOLD if run.text == "sample" else OVER_LONG)
        words = [str(book), "--screen", "overview", "--data-dir", data, "--theme", run.theme]
        asked = arguments.read([*words, "--language", run.language, "--zoom", str(run.zoom)])
        windows = Windows(program, asked)
        windows.show()
        settle(400)
        windows.window.resize(*PRESENTER[run.size][0])
        read = windows.frame.opened.workbook.read
        page = go_on_live(windows, read(gone_live).id)
        page.bar.hide()
        for is_safe in (False, True):
            if is_safe:
                windows.room.be_safe()
            else:
                windows.room.confirm_alone()
            settle()
            for number, stop in enumerate(tour(page)):
                name = f"{'safe' if is_safe else 'own'}-{number:02}-{stop}.png"
                windows.window.grab().save(str(folder / name))
                if not is_safe and run.has_wall:
                    take_wall(page, folder / f"wall-{number:02}-{stop}")
            if not run.is_whole:
                break
        windows.window.close()


def take_wall(page: object, file: Path) -> None:
    """Write what the room sees now, once for each size of the wall."""
    from PySide6.QtGui import QImage, QPainter

    from walkthrough import paths
    from walkthrough.model.content import load_shelf
    from walkthrough.model.queries.wall.view import wall_view
    from walkthrough.ui.theme import look_of
    from walkthrough.ui.wall.frame import WallClock, WallFrame
    from walkthrough.ui.wall.pages import wall_scene
    from walkthrough.ui.widgets.scene_paint import ScenePainter, scene_palette

    look = look_of(page)
    shelf = load_shelf(paths.resources() / "content", "en")
    rules = tuple(rule.text for rule in getattr(shelf, "ground_rules", ()))
    view = page.desk.workbook.read(wall_view, page.run.showing())
    painter_of = ScenePainter(scene_palette(look), look.families)
    for width, height, size in AUDIENCE:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(look.color("ground"))
        painter = QPainter(image)
        frame = WallFrame(width, height, size, WallClock("timer", 412), rules)
        painter_of.paint(wall_scene(view, frame), painter)
        painter.end()
        image.save(f"{file}-{width}x{height}-{size}.png")


def sheets(files: list[Path], out: Path) -> Iterator[Path]:
    """Put pictures side by side, with their names, on as few sheets as it takes."""
    each = COLUMNS * ROWS
    for number in range(-(-len(files) // each)):
        some = files[number * each : (number + 1) * each]
        pictures = [Image.open(file).convert("RGB") for file in some]
        high = max(round(THUMB * one.height / one.width) for one in pictures) + 20
        sheet = Image.new("RGB", (COLUMNS * (THUMB + GAP), ROWS * (high + GAP)), "#777777")
        for at, (file, one) in enumerate(zip(some, pictures, strict=True)):
            x, y = at % COLUMNS * (THUMB + GAP), at // COLUMNS * (high + GAP)
            small = one.resize((THUMB, round(THUMB * one.height / one.width)), Image.Resampling.LANCZOS)
            sheet.paste(small, (x, y + 18))
            ImageDraw.Draw(sheet).text((x + 4, y + 3), file.stem, fill="white")
        target = out.with_name(f"{out.name}-{number:02}.png")
        sheet.save(target)
        yield target


def go(run: Run, out: Path) -> None:
    """Let one run be taken in a process of its own, and lay its pictures out."""
    folder = out / run.name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    scale = PRESENTER[run.size][1]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    words = [run.text, run.language, run.theme, run.size, str(run.zoom)]
    command = [sys.executable, __file__, "--out", str(out), "--one", *words]
    subprocess.run(command, env=environment, check=True)
    for kind in ("own", "safe"):
        list(sheets(sorted(folder.glob(f"{kind}-*.png")), folder / f"sheet-{kind}"))
    for width, height, size in AUDIENCE:
        found = sorted(folder.glob(f"wall-*-{width}x{height}-{size}.png"))
        list(sheets(found, folder / f"sheet-wall-{width}-{size}"))


def main() -> None:
    """Take all of them, or the ones that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/live-pictures"))
    parser.add_argument("--texts", nargs="*", default=TEXTS)
    parser.add_argument("--languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--themes", nargs="*", default=THEMES)
    parser.add_argument("--sizes", nargs="*", default=list(PRESENTER))
    parser.add_argument("--zoom", type=int, default=100)
    parser.add_argument("--one", nargs=5, metavar="WORD", help="one run, in this process")
    asked = parser.parse_args()
    if asked.one:
        run = Run(*asked.one[:4], int(asked.one[4]))
        take(run, asked.out / run.name)
        return
    for words in itertools.product(asked.texts, asked.languages, asked.themes, asked.sizes):
        run = Run(*words, asked.zoom)
        go(run, asked.out)
        print(asked.out / run.name, flush=True)


if __name__ == "__main__":
    main()
