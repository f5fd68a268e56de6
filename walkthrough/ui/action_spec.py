# SPDX-License-Identifier: MIT
"""What the registry of actions says of one action. It must not know any action."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ActionSpec:
    """One thing that a person can ask for.

    `text` is the menu text (marked, not translated); `keys` the shortcuts, the first one shown; `mac` their
    twins where macOS keeps the usual ones for itself, empty for the same. `screens` names the pages that
    answer it, empty for the frame itself. `when` is a condition of the frame ("workbook", "undo", "redo")
    or "". `held` marks a key that works while it is down and so has no menu line. `check`
    makes a menu tick of it.
    """

    id: str
    text: str
    menu: str = ""
    group: str = ""
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] = ()
    icon: str = ""
    screens: tuple[str, ...] = ()
    when: str = ""
    check: bool = False
    held: bool = False
    line_above: bool = False


def keys_of(spec: ActionSpec, *, on_mac: bool) -> tuple[str, ...]:
    """Return the shortcuts of an action on this kind of machine, in Qt's portable spelling."""
    return spec.mac if on_mac and spec.mac else spec.keys
