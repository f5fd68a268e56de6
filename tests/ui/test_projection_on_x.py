# SPDX-License-Identifier: MIT
"""The wall on a real X server with a real window manager, through real changes of monitors."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import x_screens
from tests.source_tree import ROOT

_NEEDED = ("Xvfb", "xrandr", "openbox")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        any(shutil.which(name) is None for name in _NEEDED), reason=f"needs {', '.join(_NEEDED)}"
    ),
]
Told = dict[str, Any]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """An X server that says on which number it is, with one monitor and a window manager."""
    reading, writing = os.pipe()
    # Without -noreset it would forget its monitors as soon as nobody is connected.
    words = ["Xvfb", "-displayfd", str(writing), "-noreset", "-screen", "0", "3286x1080x24"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    xvfb = subprocess.Popen(words, pass_fds=[writing], **quiet)
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    surroundings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    laptop = ["xrandr", "--setmonitor", "laptop", x_screens.LAPTOP, "screen"]
    subprocess.run(laptop, env=surroundings, check=True, **quiet)
    manager = subprocess.Popen(["openbox"], env=surroundings, **quiet)
    yield surroundings
    for process in (manager, xvfb):
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def told(server: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """What the program told of each change."""
    folder: Path = tmp_path_factory.mktemp("desk")
    words = [sys.executable, "-m", "tests.x_screens", str(folder)]
    done = subprocess.run(words, env=server, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["what"]: line for line in lines}


def test_one_screen_gives_a_dry_run(told: dict[str, Told]):
    at = told["one screen"]
    assert (at["stand"], at["fills"], at["safe"]) == ("small", False, True)


@pytest.mark.parametrize("what", ["extended", "plugged back", "extended again", "swapped back"])
def test_the_wall_fills_the_projector_and_the_presenter_keeps_the_keys(told: dict[str, Told], what: str):
    at = told[what]
    assert (at["on"], at["presenter"], at["fills"], at["active"]) == ("projector", "laptop", True, True)
    assert (at["safe"], at["asks"]) == (True, True)


@pytest.mark.parametrize("what", ["unplugged", "mirrored"])
def test_when_its_screen_goes_the_room_is_safe_first_and_the_wall_hides(told: dict[str, Told], what: str):
    at = told[what]
    assert at["seen"][:2] == [[True, True], [True, False]]
    assert (at["on"], at["state"], at["safe"], at["asks"]) == ("", "frozen", True, False)


def test_swapped_windows_stand_on_each_others_screens(told: dict[str, Told]):
    at = told["swapped"]
    assert (at["on"], at["presenter"], at["fills"], at["safe"]) == ("laptop", "projector", True, True)
    assert at["seen"][0] == [True, True]  # safe before either has moved


def test_a_window_dragged_over_the_edge_is_safe_and_nothing_is_asked(told: dict[str, Told]):
    assert (told["dragged over the edge"]["safe"], told["dragged over the edge"]["asks"]) == (True, False)
