# SPDX-License-Identifier: MIT
"""The mark at the top of every report: set, described anew, taken out."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, said
from walkthrough.model.errors import Refused
from walkthrough.model.rules.picture_file import MOST_BYTES, MOST_PIXELS, picture_file
from walkthrough.model.schema import Logo


@dataclass(frozen=True)
class SetLogo(Deed):
    """Put a logo at the top of every report, in place of the one before.

    Args:
        content: the bytes of a PNG or JPEG file; what they tell besides the picture is not kept.
        alt: what it shows, for those who do not see it: "Seal of Juniper County".
    """

    content: bytes
    alt: str

    def apply(self, session: Session) -> None:
        """Write it.

        Raises:
            Refused: text_missing (facts: field "alt"), or with field "content" logo_too_big (facts: most, in
                kB), not_a_picture, logo_too_wide (facts: most, in pixels).
        """
        alt = said(self.alt, "alt")
        if len(self.content) > MOST_BYTES:
            raise Refused("logo_too_big", field="content", most=MOST_BYTES // 1000)
        found = picture_file(self.content)
        if found is None:
            raise Refused("not_a_picture", field="content")
        if max(found.width, found.height) > MOST_PIXELS:
            raise Refused("logo_too_wide", field="content", most=MOST_PIXELS)
        row = session.scalar(select(Logo).order_by(Logo.id))
        if row is None:
            row = Logo()
            session.add(row)
        row.kind, row.alt = found.kind, alt
        row.width, row.height = found.width, found.height
        row.content = base64.b64encode(found.content).decode("ascii")


@dataclass(frozen=True)
class DescribeLogo(Deed):
    """Change the words that stand for the logo."""

    alt: str

    def apply(self, session: Session) -> None:
        """Write them.

        Raises:
            Refused: gone, or text_missing (facts: field).
        """
        row = session.scalar(select(Logo).order_by(Logo.id))
        if row is None:
            raise Refused("gone", table=Logo.__tablename__)
        row.alt = said(self.alt, "alt")


@dataclass(frozen=True)
class RemoveLogo(Deed):
    """Take the logo out (Undo brings it back); without one it changes nothing."""

    def apply(self, session: Session) -> None:
        """Delete it."""
        session.execute(delete(Logo))
