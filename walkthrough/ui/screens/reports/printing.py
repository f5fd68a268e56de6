# SPDX-License-Identifier: MIT
"""Puts the pages on a printer, drawn by pdfium as fine as the printer can, in bands: a page at 600 dots would
fill the memory of an old laptop.

It must not know a report: it is handed a PDF file, which it deletes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from walkthrough.ui.dialogs.ask import Ask
from walkthrough.ui.screens.reports.pdf_pages import PdfFacts, PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINTED, CANCELLED, FAILED = "printed", "cancelled", "failed"
_FINEST = 600
"""Dots per inch: more shows on no paper."""
_BAND = 512
"""Rows of dots drawn at a time."""


@dataclass(frozen=True)
class _Band:
    """A part of a page: its page (from 0), the width of the whole page and where it lies, in dots."""

    page: int
    width: int
    top: int
    height: int


class _Paper:
    """A printer and the painter on it. The painter must end before the printer goes, or Qt aborts."""

    def __init__(self) -> None:
        self.printer: QPrinter | None = None
        self.painter: QPainter | None = None

    def begin(self, printer: QPrinter) -> bool:
        """Take a printer; whether it can be painted on."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        self.printer, self.painter = printer, painter
        return True

    def end(self) -> None:
        """Let go of both; what was painted goes to the printer."""
        if self.painter is not None:
            self.painter.end()
        self.painter = self.printer = None


class Printing(QObject):
    """One print job at a time."""

    progress = Signal(int, int)
    """Pages on the printer, pages in all."""
    ended = Signal(str)
    """How: PRINTED, CANCELLED or FAILED."""
    _drawn = Signal(QImage)

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._pages = PdfPages(self)
        self._pages.opened.connect(self._on_opened)
        self._pages.not_opened.connect(lambda: self._end(FAILED))
        self._drawn.connect(self._on_drawn)
        self._facts, self._title = PdfFacts((), ()), ""
        self._paper = _Paper()
        self.destroyed.connect(self._paper.end)
        self._bands: list[_Band] = []
        self._on_page = -1
        self._whole = 0
        self.is_busy = False

    def print_file(self, path: Path, title: str) -> None:
        """Ask for a printer and print the file under that title."""
        self.is_busy = True
        self._title = title
        self._pages.open_file(path)

    def stop(self) -> None:
        """Print no more pages; those that are on the printer stay there."""
        self._bands.clear()
        self._finish(CANCELLED)

    def _on_opened(self, facts: PdfFacts) -> None:
        self._facts = facts
        paper = QPageSize(QSizeF(*sorted(facts.sizes[0])), QPageSize.Unit.Point, "", _MATCH)
        found = self._ask.printer(self._title, len(facts.sizes), paper)
        if found is None:
            self._end(CANCELLED)
        else:
            self._begin(found)

    def _begin(self, printer: QPrinter) -> None:
        printer.setFullPage(True)
        printer.setDocName(self._title)
        numbers = _numbers(printer, len(self._facts.sizes))
        self._bands, self._on_page, self._whole = [], -1, len(numbers)
        printer.setPageOrientation(self._way(numbers[0]))
        if not self._paper.begin(printer):
            self._end(FAILED)
            return
        for page in numbers:
            self._bands += self._bands_of(page, printer.resolution())
        self._next()

    def _bands_of(self, page: int, resolution: int) -> list[_Band]:
        wide, high = self._facts.sizes[page]
        dots = min(resolution, _FINEST) / 72
        width, height = round(wide * dots), round(high * dots)
        return [_Band(page, width, top, min(_BAND, height - top)) for top in range(0, height, _BAND)]

    def _next(self) -> None:
        if not self._bands:
            self._finish()
            return
        band = self._bands[0]
        self._pages.want_band(band.page, band.width, band.top, band.height, self._drawn.emit)

    def _on_drawn(self, image: QImage) -> None:
        printer, painter = self._paper.printer, self._paper.painter
        if not self._bands or painter is None or printer is None:
            return  # stopped meanwhile
        band = self._bands.pop(0)
        if band.top == 0 and self._on_page >= 0:
            printer.setPageOrientation(self._way(band.page))
            if not printer.newPage():
                self._bands.clear()
                self._finish(FAILED)
                return
        if band.top == 0:
            self._on_page += 1
            self.progress.emit(self._on_page, self._whole)
        painter.drawImage(self._place(band, printer), image)
        self._next()

    def _place(self, band: _Band, printer: QPrinter) -> QRect:
        """Where a band goes on the paper: the page as large as the sheet lets it be."""
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        wide, high = self._facts.sizes[band.page]
        scale = min(sheet.width() / wide, sheet.height() / high)
        dots = wide * scale / band.width
        top, foot = round(band.top * dots), round((band.top + band.height) * dots)
        return QRect(0, top, round(wide * scale), foot - top)

    def _way(self, page: int) -> QPageLayout.Orientation:
        wide, high = self._facts.sizes[page]
        ways = QPageLayout.Orientation
        return ways.Landscape if wide > high else ways.Portrait

    def _finish(self, how: str = PRINTED) -> None:
        if self._paper.painter is not None:
            self._end(how)

    def _end(self, how: str) -> None:
        self._pages.shut()
        self._paper.end()
        self._bands = []
        self.is_busy = False
        self.ended.emit(how)


def _numbers(printer: QPrinter, count: int) -> list[int]:
    """The pages that are wanted, from 0, as often as they are wanted where the printer cannot count."""
    first, last = printer.fromPage(), printer.toPage()
    pages = range(first - 1, min(last, count)) if first else range(count)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return list(pages) * max(copies, 1) or list(range(count))


_MATCH = QPageSize.SizeMatchPolicy.FuzzyMatch
