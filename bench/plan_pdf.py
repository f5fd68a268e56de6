# SPDX-License-Identifier: MIT
"""The action plan with 200 next steps and five pictures as PDF, tagged and untagged by turns."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import msgspec

from bench import workbooks
from bench.figures import Figure
from walkthrough.export.document import Document
from walkthrough.export.document import Figure as Picture
from walkthrough.export.pdf.writer import write_pdf
from walkthrough.export.reports.options import ReportOptions
from walkthrough.export.reports.plan import plan_document
from walkthrough.export.scene import Circle, Fill, Pen, Poly, Scene, Words
from walkthrough.model import Workbook
from walkthrough.model.commands.plan import AddNextStep

ROUNDS, STEPS, PICTURES, POINTS = 7, 200, 5, 60


def figures(folder: Path) -> list[Figure]:
    """Write the same document with and without tags, by turns."""
    document = plan_with_pictures(folder / "plan.walkthrough")
    written = folder / "plan.pdf"
    _seconds(document, written, tagged=True)  # loads the fonts; not counted
    rounds = [
        (_seconds(document, written, tagged=True), _seconds(document, written, tagged=False))
        for _ in range(ROUNDS)
    ]
    tagged, ratio = median(one for one, _ in rounds), median(one / other for one, other in rounds)
    return [
        Figure(f"plan PDF: {STEPS} next steps, five pictures, tagged", f"{tagged:.2f} s", "1 s", tagged < 1),
        Figure("plan PDF: tagged, times untagged", f"{ratio:.2f}", "1.50", ratio <= 1.5),
    ]


def _seconds(document: Document, path: Path, *, tagged: bool) -> float:
    begin = time.perf_counter()
    write_pdf(document, path, tagged=tagged)
    return time.perf_counter() - begin


def plan_with_pictures(path: Path) -> Document:
    """The plan of a sample with 200 more next steps, and five pictures; the workbook is made at `path`."""
    chance = random.Random(1)
    book = Workbook.open(workbooks.sample(path))
    today = book.clock.today()
    for number in range(STEPS):
        values = {
            "owner": f"Partner {number % 9}",
            "due": today + timedelta(days=number - 40),
            "because": workbooks.words(chance, 12),
        }
        book.do(AddNextStep(workbooks.words(chance, 14), values))
    document = plan_document(book.read, ReportOptions(today=today))
    book.close()
    pictures = tuple(_picture(chance, number) for number in range(PICTURES))
    return msgspec.structs.replace(document, blocks=(*document.blocks, *pictures))


def _picture(chance: random.Random, number: int) -> Picture:
    """A run of points with a line through them and a few words, as an indicator has."""
    places = tuple((10.0 + 8 * step, 20 + 120 * chance.random()) for step in range(POINTS))
    line = Poly(points=places, pen=Pen())
    dots = tuple(Circle(x=x, y=y, r=2.5, fill=Fill()) for x, y in places)
    names = tuple(Words(text=str(date(2026, 1 + step, 1)), x=10 + 40 * step, y=160) for step in range(12))
    summary = f"Picture {number}: days from referral to the first visit"
    scene = Scene(w=500, h=170, shapes=(line, *dots, *names), summary=summary, table=())
    return Picture(scene=scene, caption=f"Picture {number}", alt=summary)
