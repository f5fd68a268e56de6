# SPDX-License-Identifier: MIT
"""A PDF file's pages as pictures and text, made by pdfium away from the windows' thread.

pdfium may be used by one thread only, so the whole program has one for it, and every object of pdfium is made
and closed there. It must not know a report.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2

_POINTS = 72.0


class Mark(msgspec.Struct, frozen=True):
    """A heading of the document: how deep it lies (from 0), its words, its page (from 0)."""

    depth: int
    text: str
    page: int


class PdfFacts(msgspec.Struct, frozen=True):
    """What is known of a file before a page is drawn: width and height of each page in points, headings."""

    sizes: tuple[tuple[float, float], ...]
    outline: tuple[Mark, ...]


@cache
def _pdfium() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdfium")


def in_its_thread(work: Callable[..., Any], *what: object) -> Future[Any] | None:
    """Have something done in pdfium's thread; None while the program, and the thread with it, is ending."""
    try:
        return _pdfium().submit(work, *what)
    except RuntimeError:
        return None


class PdfPages(QObject):
    """One file that is looked at. What is asked for comes by a signal, on the windows' thread."""

    opened = Signal(object)
    """PdfFacts of the file."""
    not_opened = Signal()
    drawn = Signal(int, int, QImage)
    """A page (from 0), the width in pixels that was asked for, the picture."""
    read = Signal(int, str)
    """A page (from 0) and its text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = _Shelf()
        self._wanted: frozenset[tuple[int, int]] = frozenset()
        self._opening = 0
        shelf = self._shelf
        self.destroyed.connect(lambda: in_its_thread(shelf.put_away))
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.shut)

    def open_file(self, path: Path) -> None:
        """Take the file's content and delete it, then tell what is in it; the file before is closed."""
        self._opening += 1
        self._wanted = frozenset()
        in_its_thread(self._open, path, self._opening)

    def shut(self) -> None:
        """Forget the file: whatever is still asked for will not come."""
        self._opening += 1
        self._wanted = frozenset()
        in_its_thread(self._shelf.put_away)

    def want(self, pages: frozenset[tuple[int, int]]) -> None:
        """Draw these pages (number, width in pixels), and none of those asked for before."""
        fresh = pages - self._wanted
        self._wanted = pages
        for page, width in sorted(fresh):
            in_its_thread(self._draw, page, width, self._opening)

    def want_text(self, page: int) -> None:
        """Read a page's text."""
        in_its_thread(self._read, page, self._opening)

    def want_band(self, page: int, width: int, top: int, height: int, take: Callable[[QImage], None]) -> None:
        """Draw a band of a page as wide as `width` pixels and hand it over, still in pdfium's thread."""
        in_its_thread(lambda: take(self._shelf.band(page, width, top, height)))

    def _open(self, path: Path, opening: int) -> None:
        try:
            facts = self._shelf.take(path)
        except (OSError, ValueError, RuntimeError):
            self._tell(self.not_opened, opening)
            return
        self._tell(self.opened, opening, facts)

    def _draw(self, page: int, width: int, opening: int) -> None:
        if (page, width) in self._wanted and opening == self._opening:
            self._tell(self.drawn, opening, page, width, self._shelf.picture(page, width))

    def _read(self, page: int, opening: int) -> None:
        if opening == self._opening:
            self._tell(self.read, opening, page, self._shelf.text(page))

    def _tell(self, signal: Any, opening: int, *what: object) -> None:
        if opening == self._opening:
            with suppress(RuntimeError):  # the window was closed meanwhile
                signal.emit(*what)


class _Shelf:
    """The file in pdfium's hands. Used by pdfium's thread alone."""

    def __init__(self) -> None:
        self._file: pypdfium2.PdfDocument | None = None

    def take(self, path: Path) -> PdfFacts:
        """Open the content of a file that is gone afterwards."""
        import pypdfium2  # only where somebody looks at a page: it costs 20 ms

        self.put_away()
        try:
            content = path.read_bytes()
        finally:
            path.unlink(missing_ok=True)
        self._file = file = pypdfium2.PdfDocument(content)
        sizes = tuple(file.get_page_size(number) for number in range(len(file)))
        return PdfFacts(sizes, tuple(_marks(file)))

    def put_away(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def picture(self, number: int, width: int) -> QImage:
        """A page as wide as that."""
        if self._file is None:
            return QImage()
        page = self._file[number]
        try:
            return _image(page.render(scale=width / page.get_width(), prefer_bgrx=True))
        finally:
            page.close()

    def band(self, number: int, width: int, top: int, height: int) -> QImage:
        """A part of a page as wide as that, from `top` on, all in pixels."""
        if self._file is None:
            return QImage()
        page = self._file[number]
        try:
            scale = width / page.get_width()
            foot = max(page.get_height() - (top + height) / scale, 0.0)
            return _image(page.render(scale=scale, crop=(0, foot, 0, top / scale), prefer_bgrx=True))
        finally:
            page.close()

    def text(self, number: int) -> str:
        """The text of a page in the order of the file."""
        if self._file is None or number >= len(self._file):
            return ""
        page = self._file[number]
        words = page.get_textpage()
        try:
            text: str = words.get_text_range()
            return text
        finally:
            words.close()
            page.close()


def _marks(file: pypdfium2.PdfDocument) -> list[Mark]:
    marks = []
    for mark in file.get_toc():
        place = mark.get_dest()
        page = place.get_index() if place is not None else None
        if page is not None:
            marks.append(Mark(mark.level, mark.get_title(), page))
    return marks


def _image(bitmap: pypdfium2.PdfBitmap) -> QImage:
    try:
        kind = QImage.Format.Format_RGB32 if bitmap.n_channels == 4 else QImage.Format.Format_BGR888
        whole = bytes(bitmap.buffer)
        return QImage(whole, bitmap.width, bitmap.height, bitmap.stride, kind).copy()
    finally:
        bitmap.close()
