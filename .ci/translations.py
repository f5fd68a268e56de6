# SPDX-License-Identifier: MIT
"""Collects the texts of the program, checks every translation and compiles it.

It knows nothing of what the texts say; what a good translation keeps is held by tests/test_translations.py.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / "walkthrough.pot"
UNUSED_HEADS = (
    "POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team|Generated-By"
)
KEYWORDS = ("_", "N_", "ngettext:1,2", "pgettext:1c,2")


def extract() -> None:
    """Write the template of all texts, without the hour it was made: it changes only when a text does."""
    keywords = [argument for keyword in KEYWORDS for argument in ("-k", keyword)]
    _babel(
        *("extract", "-F", "pyproject.toml", "--no-default-keywords", *keywords, "-c", "Translators:"),
        *("--sort-by-file", "--add-location=file", "--project", "Walkthrough", "-o", str(TEMPLATE), "."),
    )
    text = TEMPLATE.read_text(encoding="utf-8")
    text = re.sub(rf'"({UNUSED_HEADS}): .*\\n"\n', "", text)
    text = re.sub(r"\A(#.*\n)+", "# SPDX-License-Identifier: MIT\n", text)
    TEMPLATE.write_text(text, encoding="utf-8")


def compile_all() -> None:
    """Compile each language beside its text."""
    for catalogue in sorted(LOCALE.glob("*/LC_MESSAGES/walkthrough.po")):
        _babel("compile", "-i", str(catalogue), "-o", str(catalogue.with_suffix(".mo")))


def _babel(*arguments: str) -> None:
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", *arguments]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    extract()
    compile_all()
