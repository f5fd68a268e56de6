# SPDX-License-Identifier: MIT
"""Every page of every report as pictures, into out/gallery: a sheet for each report, and one small sheet of
all. Three workbooks (sample, empty, one that holds far too much), in English on Letter and Spanish on A4.

`make gallery`; `make gallery only="sample-es plan"` makes only the sheets whose names hold all these words.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from tests.export.hard_workbook import DAY, fill_hard_workbook
from walkthrough import paths
from walkthrough.export.document import Paper
from walkthrough.export.pdf.writer import pdf_bytes
from walkthrough.export.reports import REPORTS, ReportOptions
from walkthrough.model.clock import SystemClock
from walkthrough.model.sample import create_sample
from walkthrough.model.snapshot import snapshot
from walkthrough.model.workbook import Workbook
from walkthrough.wording import Wording

OUT = Path("out/gallery")
SETTINGS: tuple[tuple[str, Paper], ...] = (("en", "letter"), ("es", "a4"))
WIDE, SMALL, GAP = 620, 150, 12
GROUND = (96, 104, 110)


def workbooks(folder: Path) -> Iterator[tuple[str, Path]]:
    """The three workbooks, filled."""
    files = {name: folder / f"{name}.walkthrough" for name in ("sample", "empty", "hard")}
    create_sample(files["sample"], paths.resources())
    Workbook.create(files["empty"]).close()
    fill_hard_workbook(files["hard"])
    yield from files.items()


def pages(content: bytes) -> list[Image.Image]:
    """Each page of a PDF, `WIDE` pixels wide."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.render(scale=WIDE / page.get_width()).to_pil() for page in document]
    finally:
        document.close()


def sheet(pictures: list[Image.Image], wide: int, across: int) -> Image.Image:
    """Pictures side by side, `across` to a row, each `wide` pixels wide."""
    small = [picture.resize((wide, round(picture.height * wide / picture.width))) for picture in pictures]
    rows = [small[start : start + across] for start in range(0, len(small), across)]
    heights = [max(picture.height for picture in row) for row in rows]
    size = GAP + min(across, len(small)) * (wide + GAP), GAP + sum(height + GAP for height in heights)
    whole = Image.new("RGB", size, GROUND)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for number, picture in enumerate(row):
            whole.paste(picture, (GAP + number * (wide + GAP), top))
        top += height + GAP
    return whole


def main(words: list[str]) -> None:
    """Write the sheets and say where they are."""
    OUT.mkdir(parents=True, exist_ok=True)
    everything: list[Image.Image] = []
    with tempfile.TemporaryDirectory() as folder:
        for book, path in workbooks(Path(folder)):
            for language, paper in SETTINGS:
                for report, make in REPORTS.items():
                    name = f"{book}-{language}-{report}"
                    if all(word in name for word in words):
                        found = pages(_written(path, make, book, language, paper))
                        sheet(found, WIDE, 3).save(OUT / f"{name}.png")
                        everything += found
                        print(f"{name}: {len(found)} pages")
    if everything:
        sheet(everything, SMALL, 12).save(OUT / "contact-sheet.png")
    print(f"{len(everything)} pages, in {OUT}")


def _written(path: Path, make: Any, book: str, language: str, paper: Paper) -> bytes:
    day = SystemClock().today() if book == "sample" else DAY
    with snapshot(path) as read:
        options = ReportOptions(day, Wording(language, paths.locale_folder()), paper)
        return pdf_bytes(make(read, options))


if __name__ == "__main__":
    main(sys.argv[1:])
