# SPDX-License-Identifier: MIT
"""What Enter on the capture line means among the next steps: a step of this meeting, with what it answers.

Listens to the line only while its part is in view. It must not know a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from walkthrough.model import Command
from walkthrough.model.commands.plan import AddNextStep, EditNextStep
from walkthrough.model.queries.choosing import WithoutStep
from walkthrough.model.queries.entries import EntryRow, entry_by_id, known_owners
from walkthrough.model.queries.live_steps import steps_of_meeting
from walkthrough.model.queries.partners import partners
from walkthrough.model.queries.plan import StepRow, next_step
from walkthrough.model.queries.walk import walk_head
from walkthrough.model.rules.capture import FIRST_KIND, Blank, Change, Edited, Fetch, Intention, Join, Record
from walkthrough.model.words import Kind
from walkthrough.ui.screens.live.line_here import DRAFT
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.step_words import owner_values
from walkthrough.ui.walking.deeds import Deeds, as_edited, as_record, brought
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _

_DRAFT_AFTER_MS = 150


class StepLine(QObject):
    """Works the capture line in its next-step form."""

    written = Signal(str)
    """A step was written or changed: its key."""

    def __init__(self, live: LiveDesk, hands: PartHands, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._hands, self._line = live, hands, live.line
        self._deeds = Deeds(live.desk, live.screen, self._complain)
        self._answering: dict[str, tuple[str, ...]] = {}
        self._who_shown = ""
        """Who the line showed when a step was brought to it; saved again only if it was typed anew."""
        self.is_ours, self.is_safe = False, True
        self._line.asked.connect(self._on_asked)
        self._line.several_pasted.connect(self._on_pasted)
        self._line.walked.connect(self._on_walked)

    def take(self) -> None:
        """Work the line from now on: it makes next steps, of no station."""
        self.is_ours = True
        walk = self._hands.read(walk_head)
        self._deeds.walk_id = walk.id if walk else None
        self._make_steps()
        self.offer_owners()

    def leave(self) -> None:
        """Leave the line to whoever takes it next; what is half typed stays on it."""
        self.is_ours = False
        line = self._line.line
        kind = FIRST_KIND if line.is_empty and line.edited is None else line.kind
        self._line.use(msgspec.structs.replace(line, lasting=FIRST_KIND, kind=kind))

    def offer_owners(self) -> None:
        """Offer agencies as owners; people's names only while nobody else can see."""
        agencies = self._hands.read(partners)
        names = {row.champion for row in agencies if row.champion} | set(self._hands.read(known_owners))
        self._line.who.control.offer(agencies, () if self.is_safe else sorted(names))

    def answer(self, row: WithoutStep) -> None:
        """Begin a next step that answers a barrier, or all that stands under a theme."""
        self._answering[row.id] = tuple(mark.id for mark in row.findings)
        kind = Kind.BARRIER
        self._line.use(self._line.line.answering(Edited(kind, row.id, row.number)))
        self._line.text.control.setFocus()

    def edit(self, step: StepRow) -> None:
        """Bring a next step to the line."""
        if step.held and self.is_safe:
            self._complain(_("#{n} is held back. Its words are not shown here.").format(n=step.number))
            return
        row = self._hands.read(entry_by_id, Kind.NEXT_STEP, step.id)
        if row is None:
            return
        named = ("" if self.is_safe else step.owner, step.partner)
        self._who_shown = ", ".join(name for name in named if name)
        now = msgspec.structs.replace(as_record(row), who=self._who_shown)
        self._line.edit(self._line.line.editing(as_edited(row), now))
        self._hands.say(_("#{n} is on the line. Enter saves it, Esc leaves it.").format(n=step.number))

    # -- inside

    def _make_steps(self) -> None:
        line = self._line.line
        kind = Kind.NEXT_STEP if line.is_empty and line.edited is None else line.kind
        lasting = Kind.NEXT_STEP
        moved = line.moved_to(None)
        self._line.use(msgspec.structs.replace(moved, lasting=lasting, kind=kind))

    def _complain(self, sentence: str) -> None:
        self._line.text.set_error(plain(sentence))

    def _on_asked(self, meaning: Intention) -> None:
        if not self.is_ours:
            return
        match meaning:
            case Blank():
                self._live.desk.projection.blank()
            case Record(kind=Kind.NEXT_STEP):
                self._add(meaning)
            case Record():
                self._settle(self._deeds.record(meaning))
            case Change(entry=Edited(kind=Kind.NEXT_STEP), now=Record(kind=Kind.NEXT_STEP)):
                self._change(meaning)
            case Change():
                self._settle(meaning.entry.id if self._deeds.change(meaning) else "")
            case Fetch(number=number):
                if (row := self._deeds.find(number)) is not None:
                    self._fetch(row)
            case Join(numbers=numbers):
                self._settle("joined" if self._deeds.join(numbers) else "")

    def _on_pasted(self, entries: Sequence[Record]) -> None:
        if self.is_ours:
            self._settle("pasted" if self._deeds.record_several(entries) else "")

    def _on_walked(self, by: int) -> None:
        """Up on the empty line: the step written last in this meeting."""
        if not self.is_ours or by > 0:
            return
        rows = sorted(self._hands.read(steps_of_meeting, self._hands.meeting_id), key=lambda row: row.number)
        at = self._line.line.edited
        earlier = [row for row in rows if at is None or row.number < at.number]
        if earlier:
            self.edit(earlier[-1])

    def _fetch(self, row: EntryRow) -> None:
        step = self._hands.read(next_step, row.id) if row.kind is Kind.NEXT_STEP else None
        if step is not None:
            self.edit(step)
        elif row.held and self.is_safe:
            self._complain(_("#{n} is held back. Its words are not shown here.").format(n=row.number))
        else:
            now = brought(self._deeds, row, safe=self.is_safe)
            self._line.edit(self._line.line.editing(as_edited(row), now))

    def _add(self, entry: Record) -> None:
        answers = entry.answers
        findings = self._answering.get(answers.id, (answers.id,)) if answers else ()
        values = self._who_and_when(entry) | {"because": entry.detail, "lane_id": entry.lane_id}
        values["meeting_id"] = self._hands.meeting_id
        if len(findings) == 1:
            found = self._hands.read(entry_by_id, Kind.BARRIER, findings[0])
            if found is not None:
                values |= {"station_id": found.station_id, "lane_id": found.lane_id}
        command = AddNextStep(entry.text, values, findings)
        if self._did(command):
            said = _("#{number} is in the plan.").format(number=command.facts()["number"])
            if values.get("owner"):  # the list does not show it while the room may look
                said += " " + _("The name of a person is shown on paper only.")
            self._hands.say(said)
            self._settle(command.id)

    def _change(self, change: Change) -> None:
        values = self._who_and_when(change.now) | {"what": change.now.text, "because": change.now.detail}
        if change.now.who == self._who_shown:
            for name in ("owner", "owner_partner_id"):
                values.pop(name, None)
        command = EditNextStep(change.entry.id, values)
        if self._did(command):
            self._hands.say(_("Changed: #{number}.").format(number=change.entry.number))
            self._settle(change.entry.id)

    def _who_and_when(self, entry: Record) -> dict[str, Any]:
        due = self._hands.days.read(entry.when) if entry.when else None
        owner = {"owner_partner_id": None, **owner_values(entry.who, self._hands.read(partners))}
        return owner | {"due": due, "due_words": "" if due else entry.when}

    def _did(self, command: Command) -> bool:
        refused = self._hands.do(command)
        if refused is not None:
            self._complain(refusal_text(refused))
        return refused is None

    def _settle(self, key: str) -> None:
        if not key:
            self._line.text.control.setFocus()
            return
        self._line.saved()
        self._make_steps()
        self.written.emit(key)
        # Off the way of the next key: dropping a draft is a commit of its own.
        QTimer.singleShot(_DRAFT_AFTER_MS, self, self._drop_draft)

    def _drop_draft(self) -> None:
        if self._line.line.is_empty:
            self._hands.drafts.saved(DRAFT)
