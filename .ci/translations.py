# SPDX-License-Identifier: MIT
"""Collects the texts of the program into the template and each language's catalogue, and compiles those.

It knows nothing of what the texts say; what a good translation keeps is held by tests/test_translations.py.
The compiled catalogues stand in the repository, so that a plain copy of it speaks every language.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / "walkthrough.pot"
UNUSED_HEADS = (
    "POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team|Generated-By"
)
KEYWORDS = ("_", "N_", "gettext", "ngettext:1,2", "pgettext:1c,2")


def extract() -> None:
    """Write the template of all texts, without the hour it was made: it changes only when a text does."""
    keywords = [argument for keyword in KEYWORDS for argument in ("-k", keyword)]
    _babel(
        *("extract", "-F", "pyproject.toml", "--no-default-keywords", *keywords, "-c", "Translators:"),
        *("--sort-by-file", "--add-location=file", "--project", "Walkthrough", "-o", str(TEMPLATE), "."),
    )
    _without_unused_heads(TEMPLATE)
    text = TEMPLATE.read_text(encoding="utf-8")
    TEMPLATE.write_text(re.sub(r"\A(#.*\n)+", "# SPDX-License-Identifier: MIT\n", text), encoding="utf-8")


def update_all() -> None:
    """Bring the texts of the template into each language: new ones empty, those no longer used left out."""
    with TEMPLATE.open("rb") as file:
        template = read_po(file)
    for path in catalogues():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.fuzzy = False
        with path.open("wb") as file:
            write_po(file, catalogue, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
        _without_unused_heads(path)


def compile_all() -> None:
    """Compile each language beside its text; the same text always gives the same bytes."""
    for path in catalogues():
        path.with_suffix(".mo").write_bytes(compiled(path))


def compiled(path: Path) -> bytes:
    """Return what a catalogue compiles to."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name)
    catalogue.creation_date = datetime(2000, 1, 1, tzinfo=UTC)
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def catalogues() -> list[Path]:
    """Return the text of every language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/walkthrough.po"))


def _without_unused_heads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf'"({UNUSED_HEADS}): .*\\n"\n', "", text), encoding="utf-8")


def _babel(*arguments: str) -> None:
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", *arguments]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    extract()
    update_all()
    compile_all()
