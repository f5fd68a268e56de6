# SPDX-License-Identifier: MIT
"""A tour of the live meeting in the real window: every part, every moment, everything that can be called up.

It asks for what keys ask for; it must not know what any part shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from walkthrough.model.words import AgendaKind
from walkthrough.ui.starting import Windows

SETTLED_MS = 120
ROUNDS = 8
_CALLS = (
    ("hand_off", "capture.hand_off", 1),
    ("rule", "live.rule", 1),
    ("ladder", "live.ladder", 1),
    ("read_station", "live.read_station", 1),
    ("questions", "view.questions", 1),
    ("map", "view.map", 1),
)
_SIDES = (("roll", "live.roll"), ("help", "help.keys"))
_WALL = (("frozen", "wall.freeze"), ("blank", "wall.blank"))


def settle(milliseconds: int = SETTLED_MS) -> None:
    """Let everything be read, laid out and drawn."""
    QTest.qWait(milliseconds)
    for _round in range(ROUNDS):  # what is laid out anew asks what is around it to follow
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def go_on_live(windows: Windows, meeting_id: str) -> Any:
    """Show the live page of this meeting, which is live already; returns the page."""
    assert windows.frame is not None
    opened = windows.frame.opened
    assert opened is not None
    opened.workbook.live_meeting = meeting_id
    windows.frame.go("live")
    settle()
    return windows.window.stack.page


def tour(page: Any, wait: int = SETTLED_MS) -> Iterator[str]:
    """Go from stop to stop; says the name of each while it is in view."""
    ask = page.handlers()
    for kind in AgendaKind:
        if not page.run.go_to_kind(kind):
            continue
        part = page.part()
        settle(wait)
        if hasattr(part, "moments"):
            for number in range(len(part.moments)):
                part.go(number)
                settle(wait)
                yield f"{kind.value}-{number + 1}"
            continue
        yield kind.value
        if kind is AgendaKind.WALK:
            yield from _called(page, ask, wait)
            yield from _beside(ask, wait)
        if kind in (AgendaKind.OPEN, AgendaKind.LAST_TIME, AgendaKind.CLOSE):
            yield from _turned(part, kind.value, wait)


def _called(page: Any, ask: Any, wait: int) -> Iterator[str]:
    ask["go.station_before"]()
    for name, action, _times in _CALLS:
        if name == "hand_off":
            ask["go.station_next"]()
        ask[action]()
        settle(wait)
        yield f"walk-{name}"
        ask[action]()
    page.line.text.control.setFocus()


def _beside(ask: Any, wait: int) -> Iterator[str]:
    for name, action in _SIDES:
        ask[action]()
        settle(wait)
        yield f"walk-{name}"
        ask[action]()
    ask["wall.show"]()
    for name, action in _WALL:
        ask[action]()
        settle(wait)
        yield f"walk-{name}"
        ask[action]()
    ask["wall.stop"]()


def _turned(part: Any, kind: str, wait: int) -> Iterator[str]:
    for number in range(2, 8):
        if not part.page(1):
            return
        settle(wait)
        yield f"{kind}-{number}"
