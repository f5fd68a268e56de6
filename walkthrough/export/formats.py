# SPDX-License-Identifier: MIT
"""Which report can be written as which kind of file. Light: it knows names only, and no writer."""

from __future__ import annotations

PAGES = ("pdf", "docx", "html")
"""What every report made of pages of text can be written as."""

FORMATS: dict[str, tuple[str, ...]] = {
    "plan": (*PAGES, "xlsx", "csv", "ics"),
    "full": PAGES,
    "sheet": (*PAGES, "xlsx", "csv", "ics"),
    "stage": (*PAGES, "xlsx"),
    "compare": PAGES,
    "minutes": PAGES,
    "orientation": PAGES,
    "printpack": PAGES,
    "data": ("json", "xlsx", "csv"),
}
"""The reports by their names on the command line, and the formats each has, the usual one first."""

_SUFFIXES = {("data", "csv"): ".zip"}
"""Where a format takes more than one file, they come as one zip."""


def suffix_of(report: str, form: str) -> str:
    """How the name of a report's file ends, such as ".pdf"."""
    return _SUFFIXES.get((report, form), f".{form}")


def listed(report: str) -> str:
    """A report's formats in one line; where a file ends in something else than its format, with that."""
    told = ((form, suffix_of(report, form)) for form in FORMATS[report])
    return ", ".join(form if suffix == f".{form}" else f"{form} ({suffix})" for form, suffix in told)
