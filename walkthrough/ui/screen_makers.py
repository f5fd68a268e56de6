# SPDX-License-Identifier: MIT
"""Which screens there are, by name. A screen's module is imported when somebody first goes there."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from walkthrough.ui.actions import RAIL

if TYPE_CHECKING:
    from walkthrough.ui.screen import Desk, Screen

_CLASSES = {
    "overview": "OverviewScreen",
    "walk": "WalkScreen",
    "stage-check": "StageCheckScreen",
    "indicators": "IndicatorsScreen",
    "plan": "PlanScreen",
    "partners": "PartnersScreen",
    "meetings": "MeetingsScreen",
    "groundwork": "GroundworkScreen",
    "reports": "ReportsScreen",
    "live": "LiveScreen",
}
BESIDE_THE_RAIL = ("live",)
"""Pages that nobody goes to by the rail."""


def module_of(name: str) -> str:
    """Return the module a screen's class stands in: "stage-check" is screens/stage_check/screen.py."""
    return f"walkthrough.ui.screens.{name.replace('-', '_')}.screen"


def pages_here() -> tuple[str, ...]:
    """Return the pages of the rail that this program has, in order."""
    return tuple(name for name in RAIL if name == "home" or _is_here(name))


def makers(desk: Desk) -> dict[str, Callable[[], Screen]]:
    """Return a maker for each screen of an open workbook."""
    names = (*pages_here(), *BESIDE_THE_RAIL)
    return {name: partial(_make, name, desk) for name in names if name in _CLASSES}


def _make(name: str, desk: Desk) -> Screen:
    screen: Screen = getattr(importlib.import_module(module_of(name)), _CLASSES[name])(desk)
    return screen


def _is_here(name: str) -> bool:
    try:
        return name in _CLASSES and importlib.util.find_spec(module_of(name)) is not None
    except ModuleNotFoundError:
        return False
