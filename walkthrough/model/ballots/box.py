# SPDX-License-Identifier: MIT
"""One open ballot box: how many there are of each answer, written anew at each ballot.

No ballot is ever kept: its answers are added to the tallies. So nobody can tell from the box who answered
what, in which order or when (RULES 2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import msgspec

from walkthrough.model.ballots.box_file import Held, destroy, read_box, write_box
from walkthrough.model.ballots.head import BoxHead
from walkthrough.model.errors import Refused

_MOST_SHEETS = 9_999


class BallotBox:
    """An open box. What a call did is on the disk when it returns; where it raises, nothing has changed."""

    def __init__(self, path: Path, head: BoxHead, held: Held) -> None:
        self.path, self.head = path, head
        self._held = held
        self._last: tuple[tuple[int, ...], str] | None = None
        self.is_open = True
        """False once it was sealed or thrown away: then nothing more gets in."""
        self.on_kept: Callable[[BallotBox], None] = lambda _box: None
        """Called once a change of it is on the disk."""

    @classmethod
    def make(cls, path: Path, head: BoxHead) -> Self:
        """Put a new, empty box at `path`.

        Raises:
            FileTrouble: the machine is in the way.
        """
        held = Held(tallies=Counter())
        write_box(path, head, held)
        return cls(path, head, held)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open the box that lies at `path`.

        Raises:
            FileTrouble: damaged, missing, cannot_open.
        """
        return cls(path, *read_box(path))

    @property
    def many_in(self) -> int:
        """How many ballots are in, those that are not sure too, spoilt ones not."""
        return self._held.many_in

    @property
    def handed_out(self) -> int | None:
        """How many sheets were handed out, if somebody counted."""
        return self._held.handed_out

    @property
    def spoilt(self) -> int:
        """How many sheets came back that nobody can read."""
        return self._held.spoilt

    @property
    def can_take_back(self) -> bool:
        """Whether `take_back` has a ballot."""
        return self._last is not None

    def cast(self, answers: Sequence[int], part: str = "") -> None:
        """Add one ballot.

        Args:
            answers: an answer to each question in order; 0 for not sure or blank.
            part: which of `head.parts` it comes from; "" for one that does not say.

        Raises:
            Refused: out_of_range (facts: field, least, most), or gone (facts: table): the box is closed.
            ValueError: another number of answers, or a part that was not offered: a mistake of ours.
            FileTrouble: the machine is in the way.
        """
        if len(answers) != len(self.head.questions) or (part and part not in self.head.parts):
            raise ValueError(len(answers))
        for question, answer in zip(self.head.questions, answers, strict=True):
            if not 0 <= answer <= question.answers:
                raise Refused("out_of_range", field="answer", least=0, most=question.answers)
        self._add(tuple(answers), part, 1)
        self._last = (tuple(answers), part)

    def take_back(self) -> bool:
        """Take the last ballot of this sitting out again, to be typed anew; False where there is none.

        It is known for as long as this object lives, and never in a file.

        Raises:
            FileTrouble: the machine is in the way.
        """
        if self._last is None:
            return False
        self._add(*self._last, -1)
        self._last = None
        return True

    def count_sheets(self, *, handed_out: int | None = None, spoilt: int | None = None) -> None:
        """Keep how many sheets were handed out, or came back spoilt; None leaves a number as it is.

        Raises:
            Refused: out_of_range (facts: field, least, most).
            FileTrouble: the machine is in the way.
        """
        given = {"handed_out": handed_out, "spoilt": spoilt}
        kept = {name: number for name, number in given.items() if number is not None}
        for name, number in kept.items():
            if not 0 <= number <= _MOST_SHEETS:
                raise Refused("out_of_range", field=name, least=0, most=_MOST_SHEETS)
        self._keep(msgspec.structs.replace(self._held, **kept))

    def forget_handed_out(self) -> None:
        """Know no more how many sheets were handed out: nobody counted them after all.

        Raises:
            Refused: gone (facts: table): the box is closed.
            FileTrouble: the machine is in the way.
        """
        if self.handed_out is not None:
            self._keep(msgspec.structs.replace(self._held, handed_out=None))

    def tally(self, question: str, part: str | None = None) -> tuple[int, ...]:
        """How many gave each answer to a question, 0 first. For sealing alone: no screen may ask.

        Args:
            question: its key.
            part: of this part only; None for all together.
        """
        most = next(one.answers for one in self.head.questions if one.key == question)
        parts = ("", *self.head.parts) if part is None else (part,)
        held = self._held.tallies
        return tuple(
            sum(held.get((question, whose, answer), 0) for whose in parts) for answer in range(most + 1)
        )

    def destroy(self) -> bool:
        """Overwrite the file and take it away; False where the system does not let us now."""
        self._last = None
        self.is_open = False
        return destroy(self.path)

    def say_without(self, told: Callable[[str], bool]) -> None:
        """Take a text that was removed for good out of what is asked and of the names of the parts; who gave
        such a part has said none from then on.

        Args:
            told: whether a text is one that was removed.

        Raises:
            FileTrouble: the machine is in the way.
        """
        head = self.head
        gone = {part for part in head.parts if told(part)}
        if not gone and not told(head.question):
            return
        parts = tuple(part for part in head.parts if part not in gone)
        question = "" if told(head.question) else head.question
        tallies = Counter[tuple[str, str, int]]()
        for (key, part, answer), many in self._held.tallies.items():
            tallies[key, "" if part in gone else part, answer] += many
        self.head = msgspec.structs.replace(head, parts=parts, question=question)
        self._last = None
        self._keep(msgspec.structs.replace(self._held, tallies=tallies))

    def _add(self, answers: tuple[int, ...], part: str, by: int) -> None:
        tallies = Counter(self._held.tallies)
        for question, answer in zip(self.head.questions, answers, strict=True):
            tallies[question.key, part, answer] += by
        many = self._held.many_in + by
        self._keep(msgspec.structs.replace(self._held, tallies=+tallies, many_in=many))

    def _keep(self, held: Held) -> None:
        if not self.is_open:
            raise Refused("gone", table="ballot_box")
        write_box(self.path, self.head, held)
        self._held = held
        self.on_kept(self)
