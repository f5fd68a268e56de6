# SPDX-License-Identifier: MIT
"""A document with every kind of block and the texts that break writers."""

from __future__ import annotations

import datetime

from walkthrough.export.document import (
    Block,
    Bullets,
    Column,
    Document,
    Figure,
    Heading,
    KeepTogether,
    KeyFacts,
    PageBreak,
    Paper,
    Para,
    Run,
    Table,
    Title,
)
from walkthrough.export.scene import Circle, Fill, Pen, Rect, Scene, Words, hatch

DAY = datetime.date(2027, 3, 3)
LONG = "The court sets a hearing in ten days, but the intake for treatment takes three weeks. " * 4
MIXED = (
    Run("See "),
    Run("the guidance on the web", link="https://example.org/guidance?a=1&b=2"),
    Run(", "),
    Run("bold", bold=True),
    Run(" and half"),
    Run("bold ", bold=True),
    Run("words", italic=True),
    Run(". The form says "),
    Run("«Nadie sabe a quién llamar»", lang="es"),
    Run(". An arrow →, an emoji 😀, two signs 漢字, العربية مرحبا 2027, a tab\tand (brackets\\)."),
)


def picture() -> Scene:
    """A small picture with each kind of shape."""
    box = (20.0, 20.0, 120.0, 50.0)
    return Scene(
        400,
        100,
        (
            Rect(x=0, y=0, w=400, h=100, r=5, fill=Fill("surface")),
            *hatch(box, Pen("accent", 0.8)),
            Circle(x=200, y=50, r=20, fill=Fill("practice", 0.5)),
            Words(x=300, y=50, text="Words → 3", bold=True, anchor="middle"),
            Words(x=380, y=90, text="turned", turn=90),
        ),
        "One box and one disc.",
    )


def opening() -> tuple[Block, ...]:
    """The blocks a usual report starts with."""
    figures = Table("The same in figures", (Column("Shape"), Column("Count", align="end")), (("Disc", "1"),))
    return (
        Title("Action plan", "Cedar River", "From the walkthrough on 3 March 2027"),
        Para(LONG, "lead"),
        KeyFacts((("Meeting", "3 March 2027"), ("Came", (Run("14 people", bold=True),)))),
        Heading(1, "What we will do"),
        Heading(3, "A level left out"),
        Para(MIXED),
        Para(LONG, "callout"),
        Bullets(("One", LONG, MIXED)),
        Bullets(("Nine", "Ten"), numbered=True, start=9),
        Figure(picture(), "The picture.", "A hatched box and a disc.", figures),
        Para("Source: made up.", "small"),
    )


def extremes() -> tuple[Block, ...]:
    """The blocks that break writers."""
    two = (Column("Name", 1), Column("Text", 3))
    three = (*two, Column("Count", 1, "end"))
    return (
        Heading(2, "A very long heading " * 14),
        Para("x" * 200),
        Para("First line\nsecond line\n\nfourth line"),
        Table("A cell of 8,000 words", two, (("a", ("word " * 8000).strip()), ("b" * 60, "y" * 300))),
        Table("Nothing there", two, (), empty="Nothing was recorded."),
        Table("Nothing at all", two, ()),
        Table(
            "Many rows",
            three,
            tuple((f"#{n}", f"Row {n} of the table", "" if n % 9 else "9") for n in range(300)),
        ),
        PageBreak(),
        PageBreak(),
        KeepTogether((Heading(2, "Together"), Para(LONG), Para(LONG))),
        Para("¿Quién llama a la niña?", lang="es"),
        Para("العربية مرحبا بالعالم", lang="ar"),
        Table("Sign in", three, (("", "", ""),) * 12, row_heads=None, row_height=30, grid=True),
        Bullets(()),
        KeyFacts(()),
    )


def hard_document(paper: Paper = "letter", *, landscape: bool = False) -> Document:
    """All of it."""
    return Document(
        title="Action plan of the Cedar River group & friends, with a title that is rather long",
        blocks=opening() + extremes(),
        day=DAY,
        paper=paper,
        landscape=landscape,
        subject="What was agreed",
        author="Cedar River",
        footer="For the partners. Holds no client names.",
        date_line="Printed 3 March 2027",
        page_words="Page {page} of {pages}",
    )
