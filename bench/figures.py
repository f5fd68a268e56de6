# SPDX-License-Identifier: MIT
"""One measured figure beside its goal, and the table of them all. It measures nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, what came out, what was to be reached; `reached` is None where there is no goal."""

    what: str
    measured: str
    goal: str = ""
    reached: bool | None = None


def table(figures: Iterable[Figure]) -> str:
    """The figures as text, in columns."""
    verdicts = {None: "", True: "yes", False: "NO"}
    rows = [("figure", "measured", "goal", "reached")]
    rows += [(one.what, one.measured, one.goal, verdicts[one.reached]) for one in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return "\n".join([lines[0], "-" * sum(widths) + "-" * 6, *lines[1:]])


def percentile(values: list[float], share: float) -> float:
    """The value under which `share` (0 to 1) of all values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(seconds: float) -> str:
    """Seconds as a text in milliseconds."""
    return f"{1000 * seconds:.1f} ms"
