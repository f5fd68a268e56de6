# SPDX-License-Identifier: MIT
"""What the walk screen writes: an intention of the line or a key on a row becomes a command and a sentence.

It must not know a widget; trouble is handed on to whoever shows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from walkthrough.model import ChangeSet, FileTrouble, Refused
from walkthrough.model.commands.entry import (
    ChangeKind,
    DropEntry,
    EditEntry,
    HoldEntry,
    MoveEntry,
    RecordEntries,
    RecordEntry,
    ReleaseEntry,
    StepFromFinding,
)
from walkthrough.model.commands.finding import AddToTheme, MakeTheme, MergeFindings, SayAgain
from walkthrough.model.queries.entries import EntryRow, counting_day, entry_by_number, next_meeting_day
from walkthrough.model.queries.live_walk import theme_names
from walkthrough.model.queries.partners import partners
from walkthrough.model.rules.capture import Change, Edited, Record
from walkthrough.model.rules.dates import read_day
from walkthrough.model.rules.lane_tags import tags_in
from walkthrough.model.rules.theme_choice import is_place, theme_meant
from walkthrough.model.words import FINDING_KINDS, Kind
from walkthrough.ui.step_words import owner_values
from walkthrough.ui.walking.row_words import shown_who
from walkthrough.ui.wall.projection import WallState
from walkthrough.ui.wording_ui import refusal_text, trouble_text, word
from walkthrough.wording import _, current, ngettext

if TYPE_CHECKING:
    from walkthrough.model import Command
    from walkthrough.ui.screen import Desk

TABLES = {
    Kind.BARRIER: "finding",
    Kind.PRACTICE: "finding",
    Kind.INDICATOR: "indicator",
    Kind.NEXT_STEP: "next_step",
    Kind.PARKED: "parked_topic",
    Kind.DECISION: "decision",
}


class Deeds:
    """Does what was asked for, in the name of one screen."""

    def __init__(self, desk: Desk, screen: object, complain: Callable[[str], None]) -> None:
        self._desk, self._screen, self.complain = desk, screen, complain
        self.walk_id: str | None = None
        self.who_shown = ""  # on the line when a step was brought to it; written again only if typed anew
        self.speaker = ""  # the partner who is speaking, where that is noted

    def do(self, command: Command, said: str = "") -> ChangeSet | None:
        """Do a command and say so; None if it was refused or changed nothing."""
        try:
            changes = self._desk.workbook.do(command, initiator=self._screen)
        except Refused as refused:
            self.complain(refusal_text(refused))
            return None
        except FileTrouble as trouble:
            self.complain(trouble_text(trouble))
            return None
        if changes is not None and said:
            self._desk.say(said.format(**changes.facts))
        return changes

    def read_day(self, text: str) -> date | None:
        """Return the day that typed words mean."""
        workbook = self._desk.workbook
        today = workbook.read(counting_day, self._desk.clock.today(), workbook.live_meeting)
        meeting = workbook.read(next_meeting_day, today)
        return read_day(text, today, language=current().language, next_meeting=meeting)

    def record(self, entry: Record) -> str:
        """Write an entry down; returns its key, or "" if it was refused."""
        command = self._command(entry)
        saved = _("Saved: {kind} #{number}.")
        if kept := ", ".join(tags_in(entry.text)).replace("{", "{{").replace("}", "}}"):
            saved = _("Saved: {kind} #{number}. {tags} stays in the words: it is not one lane.")
        saved = saved.format(kind=word(entry.kind), number="{number}", tags=kept)
        if command.owner:
            saved += " " + _("The name of a person is shown on paper only.")
        return command.entry_id if self.do(command, saved) else ""

    def record_several(self, entries: Sequence[Record]) -> bool:
        """Write the lines of a paste down, as one step."""
        many, kinds = len(entries), _kinds_words([entry.kind for entry in entries])
        saved = ngettext("Saved: {n} entry: {kinds}.", "Saved: {n} entries: {kinds}.", many)
        saved = saved.replace("{kinds}", kinds)
        commands = tuple(self._command(entry) for entry in entries)
        return self.do(RecordEntries(commands), saved.replace("{n}", str(many))) is not None

    def change(self, change: Change) -> bool:
        """Write an entry anew as it stands on the line; True also if nothing differed."""
        entry, now = change.entry, change.now
        values: dict[str, object] = {"lane_id": now.lane_id}
        if now.kind is Kind.NEXT_STEP:
            due = self.read_day(now.when)
            values |= {"due": due, "due_words": "" if due else now.when}
            if now.who != self.who_shown:
                values |= {"owner_partner_id": None, **self._owner(now)}
        refused: list[str] = []
        complain, self.complain = self.complain, refused.append
        command = EditEntry(entry.kind, entry.id, now.text, now.detail, now.kind, values)
        self.do(command, _("Changed: #{number}."))
        self.complain = complain
        for sentence in refused:
            complain(sentence)
        return not refused

    def _command(self, entry: Record) -> RecordEntry:
        due = self.read_day(entry.when) if entry.when else None
        owner = self._owner(entry) if entry.kind is Kind.NEXT_STEP else {"owner": entry.who}
        maker = RecordEntry if entry.answers is None else StepFromFinding
        return maker(
            kind=entry.kind,
            text=entry.text,
            walk_id=self.walk_id,
            station_id=entry.station_id,
            lane_id=entry.lane_id,
            meeting_id=self._desk.workbook.live_meeting,
            detail=entry.detail,
            due=due,
            due_words="" if due else entry.when,
            finding_id=entry.answers.id if entry.answers else None,
            said_by_partner_id=(self.speaker or None) if entry.kind in FINDING_KINDS else None,
            **owner,
        )

    def _owner(self, entry: Record) -> dict[str, Any]:
        """The columns of who does it: an agency, a person, or both."""
        return owner_values(entry.who, self._desk.workbook.read(partners)) if entry.who else {"owner": ""}

    # -- on a row

    def find(self, number: int) -> EntryRow | None:
        """Return the entry of a number, or say that there is none."""
        row = self._desk.workbook.read(entry_by_number, number)
        if row is None:
            self.complain(_("There is no #{n}.").format(n=number))
        return row

    def say_again(self, row: EntryRow) -> None:
        """Somebody else said it too."""
        if row.kind in FINDING_KINDS:
            self.do(SayAgain(row.id), _("Said again: #{number}."))

    def join(self, numbers: Sequence[int]) -> bool:
        """Join findings by their numbers into the first."""
        rows = [self.find(number) for number in numbers]
        findings = [row for row in rows if row is not None and row.kind in FINDING_KINDS]
        if len(findings) < len(rows):
            self.complain(_("Only barriers and effective practices can be joined."))
            return False
        others = tuple(row.id for row in findings[1:])
        return self.do(MergeFindings(findings[0].id, others), _("Joined into #{number}.")) is not None

    def gather(self, finding: Edited, words: str) -> bool:
        """Put a finding under a theme that is there, by its number or name, or under a new one."""
        themes = self._desk.workbook.read(theme_names, self.walk_id or "")
        place = theme_meant(words, [theme.name for theme in themes])
        if place is None and is_place(words):
            self.complain(_("There is no theme {n}.").format(n=words))
            return False
        name = themes[place].name if place is not None else words
        said = _("#{n} is under the theme {theme} now.").format(n=finding.number, theme=name)
        said = said.replace("{", "{{").replace("}", "}}")
        if place is not None:
            self.do(AddToTheme(themes[place].id, finding.id), said)
            return True
        return self.do(MakeTheme(self.walk_id or "", name, (finding.id,)), said) is not None

    def hold(self, row: EntryRow) -> None:
        """Hold its wording back, or let it out again."""
        if row.held:
            self.do(ReleaseEntry(row.kind, row.id), _("Let out again: #{number}."))
        else:
            self.do(HoldEntry(row.kind, row.id), _("Held back: #{number}."))

    def drop(self, row: EntryRow) -> None:
        """Take it out; undo brings it back."""
        self.do(DropEntry(row.kind, row.id), _("Taken out: #{number}. Ctrl+Z brings it back."))

    def move(self, row: EntryRow, station_id: str, name: str) -> None:
        """Put it to another station."""
        said = _("Moved: #{number} is at {station} now.").format(station=name, number="{number}")
        self.do(MoveEntry(row.kind, row.id, station_id, row.lane_id), said)

    def make_kind(self, row: EntryRow, kind: Kind) -> None:
        """Make it an entry of another kind; number and words stay."""
        if kind is not row.kind:
            said = _("#{number} is now: {kind}.").format(kind=word(kind), number="{number}")
            self.do(ChangeKind(row.kind, row.id, kind, self.walk_id), said)

    def tag(self, row: EntryRow, lane_id: str, name: str) -> None:
        """Put it into another lane."""
        said = _("#{number} is in the lane {lane} now.").format(lane=name, number="{number}")
        self.do(MoveEntry(row.kind, row.id, row.station_id, lane_id), said)

    def remove_for_good(self, row: EntryRow) -> bool:
        """Ask once, then take it out everywhere."""
        question = _("Remove #{n} for good?").format(n=row.number)
        detail = _(
            "Its words go out of this workbook, its history and its backups. This cannot be undone. "
            "Files you exported or shared before may still hold them."
        )
        if not self._desk.ask.confirm(question, detail, _("Remove for good"), danger=True):
            return False
        try:
            removal = self._desk.workbook.remove_for_good(TABLES[row.kind], row.id, self._screen)
        except Refused as refused:
            self.complain(refusal_text(refused))
            return False
        except FileTrouble as trouble:
            self.complain(trouble_text(trouble))
            return False
        self._desk.say(self._removed_text(row.number, len(removal.also_in)) + self._wall_text())
        return True

    def _wall_text(self) -> str:
        """What it did to a picture that was to stay."""
        status = self._desk.projection.status
        if status.state is not WallState.FROZEN:
            return ""
        return " " + _("The frozen wall shows a calm page until you unfreeze it.")

    @staticmethod
    def _removed_text(number: int, elsewhere: int) -> str:
        if not elsewhere:
            return _("#{n} was removed for good.").format(n=number)
        return ngettext(
            "#{n} was removed for good. {many} other place holds the same words.",
            "#{n} was removed for good. {many} other places hold the same words.",
            elsewhere,
        ).format(n=number, many=elsewhere)


def _kinds_words(kinds: Sequence[Kind]) -> str:
    """Return how many there are of each kind, in words."""
    n = Counter(kinds)
    words = {
        Kind.BARRIER: ngettext("{n} barrier", "{n} barriers", n[Kind.BARRIER]),
        Kind.PRACTICE: ngettext("{n} effective practice", "{n} effective practices", n[Kind.PRACTICE]),
        Kind.INDICATOR: ngettext("{n} indicator", "{n} indicators", n[Kind.INDICATOR]),
        Kind.NEXT_STEP: ngettext("{n} next step", "{n} next steps", n[Kind.NEXT_STEP]),
        Kind.PARKED: ngettext("{n} parked topic", "{n} parked topics", n[Kind.PARKED]),
        Kind.DECISION: ngettext("{n} decision", "{n} decisions", n[Kind.DECISION]),
    }
    return ", ".join(words[kind].format(n=n[kind]) for kind in words if n[kind])


def as_record(row: EntryRow) -> Record:
    """Return an entry as the line shows it to be changed."""
    when = row.due.isoformat() if row.due else row.due_words
    return Record(row.kind, row.text, row.detail, row.lane_id, row.station_id, row.owner, when)


def brought(deeds: Deeds, row: EntryRow, *, safe: bool) -> Record:
    """Return an entry as the line shows it to be changed: no person's name while the room may look."""
    deeds.who_shown = shown_who(row, safe=safe)
    return msgspec.structs.replace(as_record(row), who=deeds.who_shown)


def as_edited(row: EntryRow) -> Edited:
    """Return the entry's name for the line."""
    return Edited(row.kind, row.id, row.number)
