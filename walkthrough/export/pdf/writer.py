# SPDX-License-Identifier: MIT
"""Writes a document as a tagged PDF (PDF/UA-1), whole or not at all.

The same document gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from walkthrough.export.document import PAPER_SIZES, Document
from walkthrough.export.files import write_whole
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.faces import register
from walkthrough.export.pdf.flow import Page, Paginator
from walkthrough.export.pdf.furniture import furnish, stamp
from walkthrough.export.pdf.story import Story

Progress: TypeAlias = Callable[[int, int], None]


def write_pdf(
    document: Document, path: Path, *, tagged: bool = True, progress: Progress | None = None
) -> None:
    """Write `document` to `path`.

    Args:
        document: the report.
        path: the file; one that stands there is replaced in one step.
        tagged: False leaves the tags out, only to measure what they cost.
        progress: told of each page drawn: how many, of how many.

    Raises:
        FileTrouble: the file cannot be written; no part of it is left behind.
    """
    write_whole(path, pdf_bytes(document, tagged=tagged, progress=progress))


def pdf_bytes(document: Document, *, tagged: bool = True, progress: Progress | None = None) -> bytes:
    """The PDF as bytes: for a preview, or to be written elsewhere."""
    width, height = page_size(document)
    frame_width = width - 2 * styles.MARGIN_SIDE
    story, pages = _laid_out(document)
    file = io.BytesIO()
    canvas = TaggedCanvas(file, document, (width, height), tagged=tagged)
    canvas.setArtBox(
        (styles.MARGIN_SIDE, styles.MARGIN_FOOT, width - styles.MARGIN_SIDE, height - styles.MARGIN_TOP)
    )
    for number, page in enumerate(pages, start=1):
        stamp(document, canvas, (width, height))
        _draw(page, canvas, height - styles.MARGIN_TOP, frame_width)
        furnish(document, canvas, (width, height), (number, len(pages)))
        canvas.showPage()
        if progress is not None:
            progress(number, len(pages))
    canvas.finish(story.root)
    return file.getvalue()


def pages_of(document: Document) -> int:
    """How many pages it takes; nothing is drawn."""
    return len(_laid_out(document)[1])


def _laid_out(document: Document) -> tuple[Story, list[Page]]:
    register()
    width, height = page_size(document)
    frame_height = height - styles.MARGIN_TOP - styles.MARGIN_FOOT
    story = Story(document, frame_height)
    return story, Paginator(width - 2 * styles.MARGIN_SIDE, frame_height).pages(story.items())


def page_size(document: Document) -> tuple[float, float]:
    """Width and height of its pages in points."""
    width, height = PAPER_SIZES[document.paper]
    return (height, width) if document.landscape else (width, height)


def _draw(page: Page, canvas: TaggedCanvas, top: float, width: float) -> None:
    for placed in page:
        placed.block.draw(canvas, styles.MARGIN_SIDE, top - placed.down, width)
