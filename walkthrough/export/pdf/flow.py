# SPDX-License-Identifier: MIT
"""Puts blocks on pages: spaces between them, what stays together, what is split.

It knows no tags and no kinds of block.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeAlias

from walkthrough.export.pdf.canvas import TaggedCanvas


class Flow(Protocol):
    """Anything that can be set on a page."""

    before: float
    after: float
    keep_next: bool

    def height(self, width: float) -> float:
        """Its whole height at this width."""

    def least(self, width: float) -> float:
        """The height of the smallest part of it that may stand at a page's foot."""

    def split(self, width: float, room: float) -> tuple[Flow, Flow] | None:
        """The part that fits into `room` and the rest, or None."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw with the top left corner at (x, top)."""


class NewPage:
    """What follows starts on a new page."""


class Together:
    """Blocks that stay on one page if they fit on one."""

    def __init__(self, blocks: list[FlowItem]) -> None:
        self.blocks = blocks


FlowItem: TypeAlias = Flow | NewPage | Together


_MOST_KEPT = 0.85
"""The share of a page that may be kept with what stands above it; a whole picture may."""


class Placed(NamedTuple):
    """A block and how far below the top of the frame it starts."""

    block: Flow
    down: float


Page: TypeAlias = list[Placed]


class Paginator:
    """Fills pages of one frame, `width` x `height` points."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._pages: list[Page] = [[]]
        self._down = 0.0
        self._gap = 0.0

    def pages(self, items: Iterable[FlowItem]) -> list[Page]:
        """The pages, at least one.

        A block that fits nowhere is set alone and may stand out: none of ours does.
        """
        queue = deque(items)
        while queue:
            item = queue.popleft()
            if isinstance(item, NewPage):
                self._turn()
            elif isinstance(item, Together):
                self._open_together(item, queue)
            else:
                self._place(item, queue)
        return self._pages if self._pages[-1] or len(self._pages) == 1 else self._pages[:-1]

    def _open_together(self, group: Together, queue: deque[FlowItem]) -> None:
        whole = _stacked([b for b in group.blocks if not isinstance(b, (NewPage, Together))], self._width)
        if self._pages[-1] and self._room(0.0) < whole <= self._height:
            self._turn()
        queue.extendleft(reversed(group.blocks))

    def _place(self, block: Flow, queue: deque[FlowItem]) -> None:
        gap = self._gap_before(block)
        room = self._room(gap)
        need = block.height(self._width)
        if need + self._follower(block, queue) <= room:
            self._put(block, gap, need)
            return
        turns = block.keep_next and bool(self._pages[-1])
        parts = None if turns else block.split(self._width, room)
        if parts is not None:
            first, rest = parts
            self._put(first, gap, first.height(self._width))
            self._turn()
            queue.appendleft(rest)
        elif self._pages[-1]:
            self._turn()
            queue.appendleft(block)
        else:
            self._put(block, gap, need)

    def _follower(self, block: Flow, queue: deque[FlowItem]) -> float:
        """What must stand below the block on the same page, with the gaps between."""
        extra, last = 0.0, block
        for item in queue:
            if not last.keep_next or isinstance(item, NewPage):
                break
            inner = item.blocks[0] if isinstance(item, Together) and item.blocks else item
            if isinstance(inner, (NewPage, Together)):
                break
            size = inner.height(self._width) if inner.keep_next else inner.least(self._width)
            extra += max(last.after, inner.before) + size
            last = inner
        return extra if extra < self._height * _MOST_KEPT else 0.0

    def _put(self, block: Flow, gap: float, height: float) -> None:
        self._pages[-1].append(Placed(block, self._down + gap))
        self._down += gap + height
        self._gap = block.after

    def _gap_before(self, block: Flow) -> float:
        return max(self._gap, block.before) if self._pages[-1] else 0.0

    def _room(self, gap: float) -> float:
        return self._height - self._down - gap

    def _turn(self) -> None:
        if self._pages[-1]:
            self._pages.append([])
        self._down = self._gap = 0.0


def _stacked(blocks: list[Flow], width: float) -> float:
    """The height of blocks one under another."""
    total, gap = 0.0, 0.0
    for block in blocks:
        total += max(gap, block.before) + block.height(width)
        gap = block.after
    return total
