# SPDX-License-Identifier: MIT
"""Runs every measurement, or the parts named, and prints one table. Ends with 1 if a goal was missed."""

from __future__ import annotations

import argparse
import compileall
import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import capturing, hand_out, live_capturing, pdf_peers, plan_pdf, screens, startup, workbooks
from bench.figures import Figure, table


def main() -> int:
    """Measure what was asked for."""
    parts: dict[str, Callable[[Path], list[Figure]]] = {
        "startup": lambda folder: startup.figures(workbooks.sample(folder / "start.walkthrough")),
        "capturing": lambda folder: capturing.figures(workbooks.filled(folder / "full.walkthrough", 10_000)),
        "live": lambda folder: live_capturing.figures(workbooks.filled(folder / "live.walkthrough", 10_000)),
        "screens": lambda folder: screens.figures(workbooks.filled(folder / "huge.walkthrough", 100_000)),
        "plan-pdf": plan_pdf.figures,
        "pdf-peers": pdf_peers.figures,
        "hand-out": hand_out.figures,
    }
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *parts], help="all of them, if none is named")
    chosen = parser.parse_args().parts or list(parts)
    _compile()
    figures: list[Figure] = []
    for name in chosen:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            figures += parts[name](Path(folder))
    print(table(figures))
    return int(any(figure.reached is False for figure in figures))


def _compile() -> None:
    """Else the first start would measure the compiler."""
    for place in (sysconfig.get_path("purelib"), "walkthrough", "bench"):
        compileall.compile_dir(place, quiet=2, workers=2)


if __name__ == "__main__":
    sys.exit(main())
