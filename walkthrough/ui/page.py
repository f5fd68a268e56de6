# SPDX-License-Identifier: MIT
"""One page of the window's stack: what the frame may ask of it, with or without an open workbook.

It must not know the window it stands in nor the pages beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

Handlers = Mapping[str, Callable[[], object]]


class Page(QWidget):
    """The base of every page. A subclass builds its widgets in its constructor and ends it with
    `retranslate()`.
    """

    name: ClassVar[str] = ""
    """What the command line, the rail and `go` call this page: "home", "stage-check"."""

    actions_changed = Signal()
    """To be emitted when `can` may answer differently, for instance after another row was chosen."""

    @property
    def stands_alone(self) -> bool:
        """Whether the rail makes room for this page."""
        return False

    def refresh(self) -> None:
        """Read again and show; called at the first visit, and when something it is concerned with has
        changed.
        """

    def retranslate(self) -> None:
        """Set every word again; called by the constructor and after the language changed. Keeps what is
        typed.
        """

    def show_for(self, **where: Any) -> None:
        """Show what `where` names (ids, like station_id=...); unknown keys are ignored, no keys keep the
        place.
        """

    def has_place_for(self, draft: str) -> bool:
        """Open the place that a draft's key names, so that its field is there; False where it is gone."""
        return True

    def handlers(self) -> Handlers:
        """Return what this page does for the actions of the registry: action id -> callable without
        arguments.
        """
        return {}

    def can(self, action_id: str) -> bool:
        """Tell whether the action, one of `handlers()`, makes sense now (a row is chosen)."""
        return True

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may be asked for now, the frame's among them; None for all.

        A page with a ballot in other hands keeps everything else of the program out of reach.
        """
        return None

    def set_room_safe(self, safe: bool) -> None:
        """Hide private fields when `safe`, show them when not; called before the page is first shown, too."""

    def first_focus(self) -> QWidget:
        """Return the widget that has the focus when the page is opened."""
        return self

    def parts(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 goes to, in order: one for each part of the page."""
        return (self.first_focus(),)

    def changeEvent(self, event: QEvent) -> None:
        """Say every word again when the language has changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
