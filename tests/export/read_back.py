# SPDX-License-Identifier: MIT
"""What a document says, to be held against what is read back from a file that was written from it."""

from __future__ import annotations

from collections.abc import Iterable

from walkthrough.export.document import Document, text_of
from walkthrough.export.xml_text import sayable


def squeezed(pieces: Iterable[str]) -> str:
    """Without any space, which every format sets as it likes."""
    return "".join("".join(pieces).split())


def wanted(document: Document) -> str:
    """The text of a document in reading order, squeezed."""
    return squeezed(sayable(piece) for piece in text_of(document))
