# SPDX-License-Identifier: MIT
"""Looks into a PDF file in the one thread that may use pdfium, for tests with a window that uses it too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdfium2

from walkthrough.ui.screens.reports.pdf_pages import in_its_thread

T = TypeVar("T")


def in_pdfium(path: Path, look: Callable[[pypdfium2.PdfDocument], T]) -> T:
    """What `look` finds in the file; it keeps nothing of it."""

    def work() -> T:
        with pypdfium2.PdfDocument(path) as file:
            return look(file)

    asked = in_its_thread(work)
    assert asked is not None, "the program is ending"
    return asked.result(60)


def text_in(path: Path) -> str:
    """The text of all pages, with single blanks."""

    def read(file: pypdfium2.PdfDocument) -> str:
        return " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in file).split())

    return in_pdfium(path, read)
