# SPDX-License-Identifier: MIT
"""Which report can be written as which kind of file. Light: it knows names only, and no writer."""

from __future__ import annotations

FORMATS: dict[str, tuple[str, ...]] = {
    "plan": ("pdf", "xlsx", "csv"),
    "full": ("pdf",),
    "sheet": ("pdf", "xlsx", "csv"),
    "stage": ("pdf",),
    "minutes": ("pdf",),
    "printpack": ("pdf",),
    "data": ("json",),
}
"""The reports by their names on the command line, and the formats each has, the usual one first."""

_SUFFIXES = {("data", "csv"): ".zip"}
"""Where a format takes more than one file, they come as one zip."""


def suffix_of(report: str, form: str) -> str:
    """How the name of a report's file ends, such as ".pdf"."""
    return _SUFFIXES.get((report, form), f".{form}")
