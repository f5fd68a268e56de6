# SPDX-License-Identifier: MIT
"""What can be done to ladders from this page: each one command, and one sentence after it.

It must not know how anything looks.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from walkthrough.export.check_words import problem_words
from walkthrough.model import Refused
from walkthrough.model.commands.ladder import (
    AddStage,
    BringInLadder,
    ChangeLadder,
    MakeLadder,
    MoveStage,
    RemoveLadder,
    RemoveStage,
)
from walkthrough.model.commands.ladder_parts import (
    AddDimension,
    MoveCriterion,
    MoveDimension,
    RemoveCriterion,
    RemoveDimension,
)
from walkthrough.model.commands.stage import BeginStageCheck, UseLadder
from walkthrough.model.content import Ladder, read_piece
from walkthrough.model.content.check import check_file
from walkthrough.model.queries.ladders import ladders
from walkthrough.ui.criteria.deeds import Do
from walkthrough.ui.screen import Desk
from walkthrough.ui.screens.stage_check.ladder_words import came_words
from walkthrough.ui.wording_ui import refusal_text
from walkthrough.wording import _, current, ngettext

MOST_TOLD = 6
"""Of what is wrong in a file, so many lines are told; the rest is counted."""


class LadderDeeds:
    """Does them at a desk. `do` hands a refusal back; everything without a field of its own says it aloud."""

    def __init__(self, desk: Desk, do: Do) -> None:
        self.desk, self.do = desk, do

    def begin_check(self, ladder_id: str | None, *, is_first: bool) -> str:
        """Begin a check as of today, with what the last one found; returns its key, "" where it was refused.

        Args:
            ladder_id: the ladder that was chosen, "" for the shipped one, None where nobody chose.
            is_first: whether it is the first check of all.
        """
        desk = self.desk
        shipped, language = desk.shelf.ladder, desk.shelf.ladder_language
        command = BeginStageCheck(
            desk.clock.today(), shipped, desk.workbook.live_meeting, language, ladder_id
        )
        if self._was_refused(self.do(command)):
            return ""
        if is_first:
            desk.say(_("A stage check has begun. Keys 1 to 5 answer. Take one part at a time."))
        else:
            facts = command.facts()
            desk.say(came_words(facts.get("answers", 0), facts.get("came", 0), facts.get("changed", 0)))
        return command.id

    def change(self, ladder_id: str) -> str:
        """Have a version that may be changed; returns its key. "" stands for the shipped ladder."""
        shelf = self.desk.shelf
        command = ChangeLadder(ladder_id, shelf.ladder, shelf.ladder_language)
        if self._was_refused(self.do(command)):
            return ladder_id
        facts = command.facts()
        self.desk.say(_("Version {version} can be changed now.").format(version=facts["version"]))
        return str(facts["ladder_id"])

    def take_in(self) -> str:
        """Have the shipped ladder in the workbook, as it is; returns its key."""
        shelf = self.desk.shelf
        self._was_refused(self.do(UseLadder(shelf.ladder, shelf.ladder_language)))
        heads = self.desk.workbook.read(ladders)
        return next((one.id for one in reversed(heads) if one.code == shelf.ladder.id and not one.is_own), "")

    def make(self, name: str, stages: tuple[tuple[str, str], ...]) -> tuple[str, Refused | None]:
        """Make a ladder of stages; returns its key, and why it was refused."""
        command = MakeLadder(name, stages, self.desk.shelf.language)
        refused = self.do(command)
        if refused is None:
            self.desk.say(_("The ladder is there. The next stage check can ask by it."))
        return command.id, refused

    def bring_in(self, path: Path) -> tuple[str, tuple[str, ...]]:
        """Read a ladder from a file; returns its key, or what is wrong in the file, line by line."""
        problems = [one for one in check_file(path, self.desk.shelf) if not one.is_warning]
        told = tuple(problem_words(current(), one) for one in problems[:MOST_TOLD])
        if more := len(problems) - len(told):
            told += (ngettext("And {n} more.", "And {n} more.", more).format(n=more),)
        if told:
            return "", told
        try:
            ladder = read_piece(path, Ladder)
        except msgspec.ValidationError:
            return "", (_("This file holds something else, not a ladder."),)
        except (OSError, UnicodeDecodeError, msgspec.DecodeError):
            return "", (_("The file cannot be read."),)
        command = BringInLadder(ladder, self.desk.shelf.language)
        if (refused := self.do(command)) is not None:
            return "", (refusal_text(refused),)
        self.desk.say(_("The ladder is there. The next stage check can ask by it."))
        return str(command.facts()["ladder_id"]), ()

    def drop(self, ladder_id: str) -> bool:
        """Take a ladder out; tells whether it is out."""
        if self._was_refused(self.do(RemoveLadder(ladder_id))):
            return False
        self.desk.say(_("The ladder is out. Undo brings it back."))
        return True

    def add_stage(self, ladder_id: str, at: int | None) -> str:
        """Put a stage in, with a name to be written over; returns its key, "" where it was refused."""
        command = AddStage(ladder_id, _("New stage"), at=at)
        return "" if self._was_refused(self.do(command)) else command.id

    def add_part(self, ladder_id: str) -> str:
        """Put a part in, with a name to be written over; returns its key, "" where it was refused."""
        command = AddDimension(ladder_id, _("New part"))
        return "" if self._was_refused(self.do(command)) else command.id

    def drop_stage(self, stage_id: str) -> None:
        """Take a stage out with its statements."""
        if not self._was_refused(self.do(RemoveStage(stage_id))):
            self.desk.say(_("The stage is out. Undo brings it back."))

    def drop_part(self, dimension_id: str) -> None:
        """Take a part out with its statements."""
        if not self._was_refused(self.do(RemoveDimension(dimension_id))):
            self.desk.say(_("The part is out. Undo brings it back."))

    def drop_statement(self, criterion_id: str) -> None:
        """Take a statement out."""
        if not self._was_refused(self.do(RemoveCriterion(criterion_id))):
            self.desk.say(_("The statement is out. Undo brings it back."))

    def move_stage(self, stage_id: str, by: int) -> None:
        """Move a stage with its statements."""
        self._was_refused(self.do(MoveStage(stage_id, by)))

    def move_part(self, dimension_id: str, by: int) -> None:
        """Move a part."""
        self._was_refused(self.do(MoveDimension(dimension_id, by)))

    def move_statement(self, criterion_id: str, by: int) -> None:
        """Move a statement, and say at which stage it stands then."""
        command = MoveCriterion(criterion_id, by)
        if not self._was_refused(self.do(command)):
            self.desk.say(_("It stands at stage {n} now.").format(n=command.facts()["stage"]))

    def _was_refused(self, refused: Refused | None) -> bool:
        if refused is not None:
            self.desk.say(refusal_text(refused))
        return refused is not None
