# SPDX-License-Identifier: MIT
"""The same plan with our writer and with three others, in one run: whole processes by turns, then warm.

The others live in an environment of their own in the cache folder, made at the first run.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench import plan_pdf
from bench.figures import Figure
from walkthrough.export.document import (
    Block,
    Bullets,
    Heading,
    Para,
    Table,
    Title,
    plain,
)
from walkthrough.export.document import Figure as Picture
from walkthrough.export.fonts import FOLDER
from walkthrough.export.scene import Circle, Poly, Rect, Scene, Words

PACKAGES = ("weasyprint==70.0", "typst==0.15.2", "fpdf2==2.8.9")
ENGINES = ("ours", "weasyprint", "typst", "fpdf2")
HERE = Path(__file__).resolve().parent
COLD_ROUNDS, WARM_ROUNDS = 3, 3


def figures(folder: Path) -> list[Figure]:
    """Measure all four; where the others cannot be had, say so."""
    python = _peers()
    if python is None:
        return [Figure("plan PDF beside other engines", "not measured: they cannot be installed here")]
    document = plan_pdf.plan_with_pictures(folder / "plan.walkthrough")
    (folder / "plan.pickle").write_bytes(pickle.dumps(document))
    content = [told for block in document.blocks for told in _plain(block)]
    (folder / "plan.json").write_text(json.dumps(content), "utf-8")
    (folder / "fonts").write_text(str(FOLDER), "utf-8")
    cold: dict[str, list[float]] = {engine: [] for engine in ENGINES}
    for _ in range(COLD_ROUNDS):
        for engine in ENGINES:
            cold[engine].append(_seconds(python, engine, folder))
    warm = {engine: _run(python, engine, folder, WARM_ROUNDS) for engine in ENGINES}
    ratios = [theirs / mine for mine, theirs in zip(cold["ours"], cold["weasyprint"], strict=True)]
    faster = min(median(ratios), warm["weasyprint"]["warm"] / warm["ours"]["warm"])
    return [
        *(_figure(engine, median(cold[engine]), warm[engine]) for engine in ENGINES),
        Figure("plan PDF: times faster than WeasyPrint, both tagged", f"{faster:.1f}", "3", faster >= 3),
    ]


def _figure(engine: str, cold: float, told: dict[str, float]) -> Figure:
    size, memory = told["bytes"] / 1024, told["memory"]
    measured = f"{cold:.2f} s cold, {told['warm']:.2f} s warm, {memory:.0f} MB, {size:.0f} KB"
    return Figure(f"plan PDF by {engine}", measured)


def _seconds(python: Path, engine: str, folder: Path) -> float:
    begin = time.perf_counter()
    _run(python, engine, folder, 0)
    return time.perf_counter() - begin


def _run(python: Path, engine: str, folder: Path, rounds: int) -> dict[str, float]:
    program = sys.executable if engine == "ours" else str(python)
    words = [program, str(HERE / "pdf_engine.py"), engine, str(folder), str(rounds)]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    ended = subprocess.run(words, env=environment, check=True, capture_output=True)
    told: dict[str, float] = json.loads(ended.stdout)
    return told


def _peers() -> Path | None:
    """The Python of the others' environment; None where it cannot be made."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    place = cache / "walkthrough-bench" / "-".join(PACKAGES)
    python = place / "bin" / "python"
    tried = [str(python), "-c", "import fpdf, typst, weasyprint"]
    if python.exists() and not subprocess.run(tried, capture_output=True, check=False).returncode:
        return python
    made = (
        [sys.executable, "-m", "venv", "--clear", str(place)],
        [str(python), "-m", "pip", "install", "-q", "--prefer-binary", *PACKAGES],
        tried,
    )
    is_made = all(not subprocess.run(words, capture_output=True, check=False).returncode for words in made)
    return python if is_made else None


def _plain(block: Block) -> Iterator[dict[str, Any]]:
    """A block as every engine can take it."""
    match block:
        case Title():
            yield {"kind": "heading", "level": 1, "text": block.text}
            yield {"kind": "text", "text": f"{block.above} {block.below}"}
        case Heading():
            yield {"kind": "heading", "level": block.level, "text": block.text}
        case Para():
            yield {"kind": "text", "text": plain(block.text)}
        case Bullets():
            for item in block.items:
                yield {"kind": "text", "text": f"- {plain(item)}"}
        case Table() if block.rows:
            heads = [plain(column.text) for column in block.columns]
            rows = [[plain(cell) for cell in row] for row in block.rows]
            weights = [column.weight for column in block.columns]
            yield {"kind": "table", "heads": heads, "weights": weights, "rows": rows}
        case Picture():
            yield {"kind": "picture", "svg": _svg(block.scene), "alt": block.alt}


def _svg(scene: Scene) -> str:
    parts = []
    for shape in scene.shapes:
        match shape:
            case Rect(x=x, y=y, w=w, h=h):
                parts.append(f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="none" stroke="black"/>')
            case Circle(x=x, y=y, r=r):
                parts.append(f'<circle cx="{x}" cy="{y}" r="{r}"/>')
            case Poly(points=points):
                places = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
                parts.append(f'<polyline points="{places}" fill="none" stroke="black"/>')
            case Words(x=x, y=y, text=text):
                parts.append(f'<text x="{x}" y="{y}" font-size="9">{text}</text>')
    size = f'width="{scene.w}" height="{scene.h}" viewBox="0 0 {scene.w} {scene.h}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'
