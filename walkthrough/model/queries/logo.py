# SPDX-License-Identifier: MIT
"""The mark at the top of every report."""

from __future__ import annotations

import base64
import binascii

import msgspec
from sqlalchemy import Connection, select

from walkthrough.model.rules.picture_file import MOST_PIXELS, PictureFile, picture_file
from walkthrough.model.schema import Logo
from walkthrough.model.words import PictureKind


class LogoRow(msgspec.Struct, frozen=True, gc=False):
    """A logo: the bytes of its file, what it shows in words, its size in pixels."""

    kind: PictureKind
    alt: str
    width: int
    height: int
    content: bytes


def logo(connection: Connection) -> LogoRow | None:
    """The logo, or None; one that cannot be drawn, as an import may bring, is none."""
    row = connection.execute(select(Logo.alt, Logo.content).order_by(Logo.id)).first()
    found = _picture(row.content) if row else None
    if row is None or found is None or max(found.width, found.height) > MOST_PIXELS:
        return None
    return LogoRow(found.kind, row.alt, found.width, found.height, found.content)


def _picture(content: str) -> PictureFile | None:
    try:
        return picture_file(base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError):
        return None
