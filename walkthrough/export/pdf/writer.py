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
from walkthrough.export.fonts import fit
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.canvas import TaggedCanvas
from walkthrough.export.pdf.faces import register
from walkthrough.export.pdf.flow import Page, Paginator
from walkthrough.export.pdf.story import Story
from walkthrough.export.pdf.text import TextBlock

_HEAD_WORDS = 7

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
    for number, page in enumerate(pages, start=1):
        _draw(page, canvas, height - styles.MARGIN_TOP, frame_width)
        _furnish(document, canvas, number, len(pages))
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


def _furnish(document: Document, canvas: TaggedCanvas, number: int, total: int) -> None:
    """The foot of every page and, from the second on, the running head: artifacts, never read out."""
    width, height = page_size(document)
    inner = width - 2 * styles.MARGIN_SIDE
    foot = styles.MARGIN_FOOT - 24.0
    with canvas.mark(None):
        canvas.stroke_with(styles.RULE, 0.5)
        canvas.line(styles.MARGIN_SIDE, foot, width - styles.MARGIN_SIDE, foot)
    page_words = document.page_words.format(page=number, pages=total)
    _line(canvas, document.footer, foot - 5, inner * 0.8)
    _line(canvas, document.date_line, foot - 17, inner * 0.8)
    _line(canvas, page_words, foot - 5, inner, align="end")
    if number > 1:
        _line(canvas, running_head(document.title), height - 28.0, inner)
    else:
        _flag(canvas, height)


def running_head(title: str) -> str:
    """The title, short: a checker takes a long line outside the tags for text that readers miss."""
    words = title.split()
    return title if len(words) <= _HEAD_WORDS else " ".join(words[:_HEAD_WORDS]) + "…"


def _flag(canvas: TaggedCanvas, height: float) -> None:
    """A short bar in the accent colour over the title."""
    with canvas.mark(None):
        canvas.fill_with(styles.ACCENT)
        canvas.rect(styles.MARGIN_SIDE, height - 44.0, 44.0, 4.0, stroke=0, fill=1)


def _line(canvas: TaggedCanvas, text: str, top: float, width: float, align: str = "start") -> None:
    if not text.strip():
        return
    style = styles.FURNITURE if align == "start" else styles.FURNITURE_END
    block = TextBlock(fit(text, width, style.size), style, None)
    block.draw(canvas, styles.MARGIN_SIDE, top, width)
