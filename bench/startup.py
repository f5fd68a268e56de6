# SPDX-License-Identifier: MIT
"""From the start of the process to the first paint and to the complete window, ours beside two bare windows.

Complete is the moment from which 99 % of the window's pixels keep their final value. Every start has a fresh
home folder and a fresh screen; the programs take turns, and ratios are taken inside a round.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PIL import Image, ImageChops

from bench.figures import Figure
from bench.rest import Rest
from bench.virtual_screen import VirtualScreen

HERE = Path(__file__).resolve().parent
ROUNDS = 7
LIMIT, POLL = 30.0, 0.004  # seconds


@dataclass(frozen=True)
class Start:
    """One start: seconds to the first paint and to the complete window, peak memory in MB."""

    painted: float
    complete: float
    memory: float


def measure(command: list[str], home: Path, opens: Path | None = None) -> Start:
    """Start a program on a screen of its own and watch it; it is not done before it has opened `opens`."""
    sign = None if opens is None else opens.with_name(f"{opens.name}.lock")
    if sign is not None:
        sign.unlink(missing_ok=True)  # left by the start before, which was killed
    with closing(VirtualScreen()) as screen:
        environment = {**_environment(home), "DISPLAY": screen.name}
        begin = time.monotonic()
        process = subprocess.Popen(command, env=environment, cwd=HERE.parent, stdout=subprocess.DEVNULL)
        try:
            frames = _watch(screen, process, begin, sign)
            memory = _peak_memory(process.pid)
        finally:
            process.kill()
            process.wait()
        return Start(frames[0][0], _complete(screen, frames), memory)


def _environment(home: Path) -> dict[str, str]:
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    xdg = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return kept | xdg | {"HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}


def _watch(
    screen: VirtualScreen, process: subprocess.Popen[bytes], begin: float, sign: Path | None
) -> list[tuple[float, bytes]]:
    """Every different picture from the first painted one until the program is at rest, its file open."""
    frames: list[tuple[float, bytes]] = []
    last, rest = screen.pixels(), Rest(process.pid)
    while (now := time.monotonic()) < begin + LIMIT:
        if process.poll() is not None:
            raise RuntimeError(f"the program ended with {process.returncode} instead of showing a window")
        pixels = screen.pixels()
        if pixels != last:
            last = pixels
            # three colours: more than an empty window
            if frames or screen.picture(pixels).getcolors(2) is None:
                frames.append((now - begin, pixels))
        if sign is not None and sign.exists():
            sign, rest = None, Rest(process.pid)  # the work of showing what is in the file begins here
        if sign is None and frames and rest.come(now):
            return frames
        time.sleep(POLL)
    raise RuntimeError(f"no window at rest within {LIMIT:.0f} s")


def _complete(screen: VirtualScreen, frames: list[tuple[float, bytes]]) -> float:
    final = screen.picture(frames[-1][1])
    window = final.getbbox() or (0, 0, *final.size)
    final = final.crop(window)
    complete = frames[-1][0]
    for moment, pixels in reversed(frames):
        if _difference(screen.picture(pixels).crop(window), final) > 0.01:
            break
        complete = moment
    return complete


def _difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ, 0 to 1."""
    same = ImageChops.difference(one, other).convert("L").histogram()[0]
    return 1 - same / (one.width * one.height)


def _peak_memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1024


def figures(sample: Path, rounds: int = ROUNDS) -> list[Figure]:
    """Start all three by turns and compare."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: Path(folder, name) for name in ("bare", "floor", "ours")}
        for home in homes.values():
            home.mkdir()
        commands = {
            "bare": [sys.executable, str(HERE / "bare_qt.py")],
            "floor": [sys.executable, str(HERE / "bare_sqlalchemy.py"), str(homes["floor"] / "floor.db")],
            "ours": [sys.executable, "-m", "walkthrough", "--data-dir", str(homes["ours"]), str(sample)],
        }
        starts = [
            {
                name: measure(commands[name], homes[name], sample if name == "ours" else None)
                for name in commands
            }
            for _ in range(rounds + 1)
        ]
    return _compared(starts[1:])


def _compared(rounds: list[dict[str, Start]]) -> list[Figure]:
    def middle(name: str, what: str) -> float:
        return median(getattr(one[name], what) for one in rounds)

    painted = [one["ours"].painted / one["floor"].painted for one in rounds]
    complete = [one["ours"].complete / one["floor"].complete for one in rounds]
    memory = middle("ours", "memory")
    return [
        Figure("start: bare Qt window, complete", f"{middle('bare', 'complete'):.2f} s"),
        Figure("start: bare Qt + SQLAlchemy window, complete", f"{middle('floor', 'complete'):.2f} s"),
        Figure("start: ours, first paint", f"{middle('ours', 'painted'):.2f} s"),
        Figure("start: ours, complete with the sample open", f"{middle('ours', 'complete'):.2f} s"),
        Figure(
            "start: first paint, times the SQLAlchemy window",
            _spread(painted),
            "1.00",
            median(painted) <= 1,
        ),
        Figure(
            "start: complete, times the SQLAlchemy window", _spread(complete), "1.40", median(complete) <= 1.4
        ),
        Figure("memory: peak of the one process", f"{memory:.0f} MB", "160 MB", memory < 160),
    ]


def _spread(ratios: list[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
