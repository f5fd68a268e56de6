# SPDX-License-Identifier: MIT
"""What this machine remembers about the window: a frozen record in a small TOML file that never stops the
program.

A damaged or foreign file, or one wrong value, gives the usual settings for what cannot be read. It must not
know any workbook's content: nothing that belongs to a collaborative is kept here.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

VERSION = 1
THEMES = ("light", "dark", "contrast")
ZOOMS = (100, 110, 125, 150, 175, 200)
RECENT_KEPT = 12
COPIED_KEPT = 100
"""Workbooks of which the day of their last copy is remembered."""
REPORTS_KEPT = 30
"""Reports of which the last choices are remembered."""
WALL_STEPS = (-6, 6)
"""How many steps smaller and larger than usual the words on the wall may be."""
FARTHEST = 32_767
"""No screen lies farther from the first one, in logical pixels."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings; change them by `with_(zoom=125)`, keep them by `save`.

    `language` is a code like "es" or "" for the machine's; `theme` one of THEMES or "" for the machine's;
    `zoom` is in percent; `geometry` is x, y, width, height of the window in logical pixels, or empty;
    `recent` holds paths, newest first; `paper` is "letter", "a4" or "" for what is usual here.
    `wall_step` is how many steps larger or smaller the words on the wall are, within WALL_STEPS;
    `wall_screen` names the screen that was the wall last, or "".
    """

    language: str = ""
    theme: str = ""
    zoom: int = 100
    geometry: tuple[int, ...] = ()
    maximised: bool = False
    recent: tuple[str, ...] = ()
    screen: str = "overview"
    paper: str = ""
    wall_step: int = 0
    wall_screen: str = ""
    copied: tuple[str, ...] = ()
    """Of each workbook, when it was last copied to another place: "2026-11-22 path", newest first."""
    report_choices: tuple[str, ...] = ()
    """Of each report, how it was written last: one JSON object each, read by the Reports page alone."""

    def with_(self, **changes: Any) -> Settings:
        """Return a copy with `changes`, put within their limits."""
        return tidy(msgspec.structs.replace(self, **changes))

    def opened(self, path: Path) -> Settings:
        """Return a copy that names `path` as the workbook opened last."""
        others = (known for known in self.recent if known != str(path))
        return self.with_(recent=(str(path), *others))

    def copied_on(self, path: Path) -> date | None:
        """Return the day on which a copy of the workbook `path` went to another place, None for never."""
        days = (entry.partition(" ")[0] for entry in self.copied if entry.partition(" ")[2] == str(path))
        try:
            return date.fromisoformat(next(days, ""))
        except ValueError:
            return None

    def was_copied(self, path: Path, day: date) -> Settings:
        """Return a copy that knows that the workbook `path` went to another place on `day`."""
        others = (entry for entry in self.copied if entry.partition(" ")[2] != str(path))
        return self.with_(copied=(f"{day.isoformat()} {path}", *others))

    def forgot(self, path: Path) -> Settings:
        """Return a copy that no longer names `path`."""
        return self.with_(recent=tuple(known for known in self.recent if known != str(path)))


def tidy(settings: Settings) -> Settings:
    """Return the settings with every value within its limits."""
    return msgspec.structs.replace(
        settings,
        theme=settings.theme if settings.theme in THEMES else "",
        zoom=min(max(settings.zoom, ZOOMS[0]), ZOOMS[-1]),
        geometry=settings.geometry if _is_place(settings.geometry) else (),
        recent=tuple(path for path in settings.recent if path and "\0" not in path)[:RECENT_KEPT],
        copied=settings.copied[:COPIED_KEPT],
        report_choices=settings.report_choices[:REPORTS_KEPT],
        paper=settings.paper if settings.paper in ("letter", "a4") else "",
        wall_step=min(max(settings.wall_step, WALL_STEPS[0]), WALL_STEPS[1]),
    )


def _is_place(geometry: tuple[int, ...]) -> bool:
    """Tell whether x, y, width, height could be those of a window on any desk of screens."""
    if len(geometry) != 4 or any(abs(value) > FARTHEST for value in geometry):
        return False
    return geometry[2] > 0 and geometry[3] > 0


UPGRADES: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = ()
"""UPGRADES[n] turns the values of version n + 1 into those of version n + 2; pure, and never taken out again.
"""


def load(path: Path) -> Settings:
    """Read the settings; whatever cannot be read is as usual. Never raises for what is in the file."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return from_values(values)


def from_values(values: dict[str, Any]) -> Settings:
    """Turn read values into settings, through the upgrades, one value at a time so that one bad one costs
    only itself.
    """
    version = values.get("version", VERSION)
    first = version - 1 if isinstance(version, int) and 1 <= version <= VERSION else VERSION - 1
    for upgrade in UPGRADES[first:]:
        values = upgrade(values)
    good: dict[str, Any] = {}
    for field in msgspec.structs.fields(Settings):
        if field.name in values:
            try:
                good[field.name] = msgspec.convert(values[field.name], field.type)
            except msgspec.ValidationError:
                continue
    return tidy(Settings(**good))


def save(settings: Settings, path: Path) -> bool:
    """Write the settings in one piece; False if this machine does not let us, which is no reason to stop
    anybody.
    """
    lines = [f"version = {VERSION}"]
    lines += [f"{name} = {_toml(value)}" for name, value in msgspec.structs.asdict(settings).items()]
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.replace(fresh, path)  # noqa: PTH105  (the one call that replaces in one piece on every system)
    except OSError:
        return False
    return True


class KeptSettings:
    """The settings of the running program: read once, written at each change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.now = load(path)
        self.is_kept = True
        """Whether the last change could be written."""

    def change(self, **changes: Any) -> Settings:
        """Change and keep some of them; a folder that cannot be written costs only the keeping."""
        return self.put(self.now.with_(**changes))

    def put(self, settings: Settings) -> Settings:
        """Keep these from now on."""
        if settings != self.now:
            self.now = settings
            self.is_kept = save(settings, self._path)
        return settings


def _toml(value: object) -> str:
    # JSON spells texts, whole numbers, truth and lists of them as TOML does, but for the one DEL character.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False).replace(
        "\x7f", ""
    )
