# SPDX-License-Identifier: MIT
"""What is done to findings alone: said again, joined, gathered under themes. It knows no screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from walkthrough.model.commands.base import Deed, end_of, found, said, swap_places, take_number
from walkthrough.model.commands.entry import EntryDeed
from walkthrough.model.errors import Refused
from walkthrough.model.schema import Finding, StepFinding, Theme, ThemeFinding, Walk, new_id

THEMES_AT_MOST = 12
Link = TypeVar("Link", StepFinding, ThemeFinding)


@dataclass(frozen=True)
class SayAgain(EntryDeed):
    """The same thing was said once more, by somebody else."""

    finding_id: str

    def apply(self, session: Session) -> None:
        """Add one."""
        row = found(session, Finding, self.finding_id)
        row.said_again += 1
        self.tell(row.kind, row)


@dataclass(frozen=True)
class MergeFindings(EntryDeed):
    """Join findings that say the same. The words of those that go stay in the second line of the one kept."""

    keep_id: str
    gone_ids: tuple[str, ...]

    def apply(self, session: Session) -> None:
        """Add up what was counted, take over every link, delete the others."""
        kept = found(session, Finding, self.keep_id)
        for gone_id in self.gone_ids:
            if gone_id == kept.id:
                raise ValueError(gone_id)
            gone = found(session, Finding, gone_id)
            words = "\n".join(part for part in (f"#{gone.number} {gone.text}", gone.detail) if part)
            kept.detail = "\n".join(part for part in (kept.detail, words) if part)
            kept.private_note = "\n".join(part for part in (kept.private_note, gone.private_note) if part)
            kept.said_again += gone.said_again + 1
            kept.votes += gone.votes
            kept.held = kept.held or gone.held
            kept.said_by_partner_id = kept.said_by_partner_id or gone.said_by_partner_id
            _take_over(session, StepFinding, "step_id", gone.id, kept.id)
            _take_over(session, ThemeFinding, "theme_id", gone.id, kept.id)
            session.flush()
            session.delete(gone)
        self.tell(kept.kind, kept)


def _take_over(session: Session, link: type[Link], other: str, gone_id: str, kept_id: str) -> None:
    there = {getattr(row, other) for row in session.query(link).filter_by(finding_id=kept_id)}
    for row in session.query(link).filter_by(finding_id=gone_id):
        if getattr(row, other) in there:
            session.delete(row)
        else:
            row.finding_id = kept_id


@dataclass(frozen=True)
class MakeTheme(Deed):
    """Gather a few findings under one name."""

    walk_id: str
    name: str
    finding_ids: tuple[str, ...] = ()
    theme_id: str = field(default_factory=new_id)

    def apply(self, session: Session) -> None:
        """Write the theme with its number and its findings.

        Raises:
            Refused: text_missing, gone, or too_many_themes (facts: most).
        """
        walk = found(session, Walk, self.walk_id)
        many = session.scalar(select(func.count()).select_from(Theme).where(Theme.walk_id == walk.id)) or 0
        if many >= THEMES_AT_MOST:
            raise Refused("too_many_themes", most=THEMES_AT_MOST)
        pos = end_of(session, Theme, walk_id=walk.id)
        name = said(self.name, "name")
        session.add(Theme(id=self.theme_id, walk_id=walk.id, number=take_number(session), pos=pos, name=name))
        for finding_id in dict.fromkeys(self.finding_ids):
            finding = found(session, Finding, finding_id)
            session.add(ThemeFinding(theme_id=self.theme_id, finding_id=finding.id))


@dataclass(frozen=True)
class RenameTheme(Deed):
    """Give a theme another name."""

    theme_id: str
    name: str

    def apply(self, session: Session) -> None:
        """Write the name."""
        theme = found(session, Theme, self.theme_id)
        theme.name = said(self.name, "name")


@dataclass(frozen=True)
class AddToTheme(Deed):
    """Put a finding under a theme."""

    theme_id: str
    finding_id: str

    def apply(self, session: Session) -> None:
        """Link the two, once."""
        theme, finding = found(session, Theme, self.theme_id), found(session, Finding, self.finding_id)
        query = select(ThemeFinding).filter_by(theme_id=theme.id, finding_id=finding.id)
        if session.scalar(query) is None:
            session.add(ThemeFinding(theme_id=theme.id, finding_id=finding.id))


@dataclass(frozen=True)
class TakeFromTheme(Deed):
    """Take a finding out of a theme."""

    theme_id: str
    finding_id: str

    def apply(self, session: Session) -> None:
        """Cut the link."""
        for link in session.query(ThemeFinding).filter_by(theme_id=self.theme_id, finding_id=self.finding_id):
            session.delete(link)


@dataclass(frozen=True)
class DropTheme(Deed):
    """Take a theme out; its findings stay."""

    theme_id: str

    def apply(self, session: Session) -> None:
        """Delete the theme and its links."""
        session.delete(found(session, Theme, self.theme_id))


@dataclass(frozen=True)
class MoveTheme(Deed):
    """Move a theme so many places up (below 0) or down among those of its walk."""

    theme_id: str
    by: int

    def apply(self, session: Session) -> None:
        """Deal the places anew."""
        theme = found(session, Theme, self.theme_id)
        rows = session.scalars(
            select(Theme).filter_by(walk_id=theme.walk_id).order_by(Theme.pos, Theme.number)
        ).all()
        swap_places(session, rows, self.theme_id, self.by)
