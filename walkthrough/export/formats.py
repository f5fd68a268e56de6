# SPDX-License-Identifier: MIT
"""Which report can be written as which kind of file. Light: it knows names only, and no writer."""

from __future__ import annotations

FORMATS: dict[str, tuple[str, ...]] = {
    "plan": ("pdf",),
    "full": ("pdf",),
    "sheet": ("pdf",),
    "stage": ("pdf",),
    "minutes": ("pdf",),
    "printpack": ("pdf",),
    "data": ("json",),
}
"""The reports by their names on the command line, and the formats each has, the usual one first."""
