# SPDX-License-Identifier: MIT
"""Every web page in a browser: no fault by light or dark, and nothing wider than a telephone."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

_ASK = """
axe.run(document, {resultTypes: ["violations"]}).then(function (found) {
  var told = document.createElement("pre");
  told.id = "axe-told";
  told.textContent = JSON.stringify({
    faults: found.violations.map(function (one) {
      return one.id + ": " + one.nodes.map(function (node) { return node.html.slice(0, 120); }).join(" | ");
    }),
    checked: found.passes.length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    ground: getComputedStyle(document.documentElement).backgroundColor,
    outside: performance.getEntriesByType("resource").map(function (one) { return one.name.slice(0, 60); })
  });
  document.body.appendChild(told);
});
"""
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
_DARK = "--blink-settings=preferredColorScheme=0"


def told_of(page: str, axe_core: str, tmp_path: Path, *, width: int, dark: bool) -> dict[str, Any]:
    """What the browser and axe-core say of a page."""
    asked = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert asked != page, "the page forbids scripts"
    file = tmp_path / "asked.html"
    script = f"<script>{axe_core}</script><script>{_ASK}</script></body>"
    file.write_text(asked.replace("</body>", script), encoding="utf-8")
    command = ["chromium", *_QUIET, f"--user-data-dir={tmp_path / f'profile-{width}-{dark}'}"]
    command += [_DARK] if dark else []
    command += [f"--window-size={width},1000", "--virtual-time-budget=30000", "--dump-dom", file.as_uri()]
    found = subprocess.run(command, check=True, capture_output=True, text=True, timeout=240).stdout
    said = re.search(r'<pre id="axe-told">(.*?)</pre>', found, re.DOTALL)
    assert said, "axe-core did not answer"
    told: dict[str, Any] = json.loads(unescape(said[1]))
    return told


def test_pages_have_no_fault_on_a_telephone_by_light(folder: Path, axe_core: str, tmp_path: Path):
    pages = sorted(folder.glob("*.html"))
    assert len(pages) >= 13
    for page in pages:
        told = told_of(page.read_text("utf-8"), axe_core, tmp_path, width=320, dark=False)
        assert (told["faults"], told["wide"], told["outside"]) == ([], 0, []), page.name
        assert told["dark"] is False


def test_pages_have_no_fault_on_a_wide_screen_by_dark(folder: Path, axe_core: str, tmp_path: Path):
    for page in sorted(folder.glob("*.html")):
        told = told_of(page.read_text("utf-8"), axe_core, tmp_path, width=1280, dark=True)
        assert (told["faults"], told["wide"], told["outside"]) == ([], 0, []), page.name
        assert told["ground"] == "rgb(18, 25, 29)", "it is dark"


def test_a_planted_fault_is_found(folder: Path, axe_core: str, tmp_path: Path):
    page = (folder / "plan-en.html").read_text("utf-8")
    page = page.replace('<html lang="en">', "<html>").replace("</h2>", "</h2><h6></h6>", 1)
    page = re.sub(r' aria-label="[^"]*" viewBox', " viewBox", page)
    page = page.replace("--muted:#526168", "--muted:#AAB5BA").replace("<h1", "<h4").replace("</h1>", "</h4>")
    told = told_of(page, axe_core, tmp_path, width=1280, dark=False)
    found = {fault.split(":")[0] for fault in told["faults"]}
    assert found >= {
        "html-has-lang",
        "svg-img-alt",
        "empty-heading",
        "color-contrast",
        "page-has-heading-one",
    }
