# SPDX-License-Identifier: MIT
"""Takes a picture of every screen in every theme: the real program with the sample, on a small laptop.

It knows the names of screens and themes, and nothing of what they show. Run by `make pictures`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PIL import Image

from bench.rest import Rest
from bench.virtual_screen import VirtualScreen

HERE = Path(__file__).resolve().parent
SIZE, SCALE = (1366, 768), "1.25"
SCREENS = (
    *("home", "overview", "walk", "stage-check", "indicators"),
    *("plan", "partners", "meetings", "reports"),
)
THEMES = ("light", "dark")
LIMIT, STILL = 30.0, 1.2  # seconds
WINDOW_RULES = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application class="*"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
"""


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended with the block."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def still_picture(screen: VirtualScreen, process: subprocess.Popen[bytes]) -> Image.Image:
    """The screen once the program is at rest."""
    end, rest = time.monotonic() + LIMIT, Rest(process.pid, STILL)
    while time.monotonic() < end:
        time.sleep(0.1)
        if process.poll() is not None:
            raise RuntimeError(f"the program ended with {process.returncode} instead of showing a window")
        picture = screen.picture()
        if rest.come(time.monotonic()) and picture.getcolors(16) is None:
            return picture
    raise RuntimeError(f"the program was not at rest within {LIMIT:.0f} s")


def take(sample: Path, name: str, theme: str, folder: Path) -> Image.Image:
    """A picture of one screen in one theme, in a fresh data folder."""
    rules = folder / "windows.xml"
    rules.write_text(WINDOW_RULES)
    data = folder / f"{name}-{theme}"
    program = [sys.executable, "-m", "walkthrough", str(sample), "--data-dir", str(data)]
    with closing(VirtualScreen(*SIZE)) as screen:
        environment = {**os.environ, "DISPLAY": screen.name, "HOME": str(folder), "LANG": "C.UTF-8"}
        environment |= {"QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": SCALE}
        with running(["openbox", "--config-file", str(rules)], environment):
            time.sleep(0.5)  # until it manages windows
            with running([*program, "--screen", name, "--theme", theme], environment) as process:
                return still_picture(screen, process)


def main() -> None:
    """Take the pictures that were asked for, all of them if none was named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("screens", nargs="*", help=f"some of {', '.join(SCREENS)}; all if none is named")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--themes", nargs="*", default=THEMES)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder, "Alder County.walkthrough")
        subprocess.run([sys.executable, "-m", "walkthrough", "sample", str(sample)], check=True)
        for name in asked.screens or SCREENS:
            for theme in asked.themes:
                picture = take(sample, name, theme, Path(folder))
                file = asked.out / f"{name}-{theme}.png"
                picture.save(file, optimize=True)  # a palette of 256 would lose the red of the barriers
                print(file, flush=True)


if __name__ == "__main__":
    main()
