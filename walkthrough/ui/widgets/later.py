# SPDX-License-Identifier: MIT
"""A part of a page that is made when somebody first comes to it, not with the page.

A page with five parts shows one: making the others took most of the time of its first visit. It must not know
what it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

Held = TypeVar("Held", bound=QWidget)


class Later(QWidget, Generic[Held]):
    """The place of such a part: it is made as the place comes into view, or when it is asked for.

    Args:
        make: makes the part and joins its signals.
        tell: shows in the part what there is to show now; called once it is made, and by `tell`. None for a
            part that always shows the same.
    """

    def __init__(
        self,
        make: Callable[[], Held],
        tell: Callable[[Held], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._tell = make, tell
        self._made: tuple[Held, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def part(self) -> Held:
        """Return the part, made and told now if nobody came to it before."""
        if not self._made:
            part = self._make()
            self._made = (part,)
            self.tell()
            self._column.addWidget(part)
        return self._made[0]

    def if_made(self) -> tuple[Held, ...]:
        """Return the part, or nothing while nobody has come to it."""
        return self._made

    def tell(self) -> None:
        """Have the part show what there is to show now, if there is a part."""
        if self._tell is not None:
            for part in self._made:
                self._tell(part)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the part before anything is painted."""
        super().showEvent(event)
        if not self._made:
            self.part().show()
            self._column.activate()
