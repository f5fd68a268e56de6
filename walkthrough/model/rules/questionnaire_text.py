# SPDX-License-Identifier: MIT
"""A questionnaire typed or pasted as plain lines: which are sections, which are questions, which are choices.

Pure: text in, sections out. It must not know the questionnaire that they become part of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from walkthrough.model.rules.pasting import rows_of
from walkthrough.model.words import QuestionKind

AGREE_STEPS = 5
"""Answers of an agree question: 1 strongly disagree to 5 strongly agree."""
FEWEST_CHOICES = 2
MOST_CHOICES = 9
"""One digit for each choice on the entry sheet; 0 is not sure or blank."""

_NAMES = (":", "\uff1a")
"""What a line that names a section ends with; the wide one is that of Chinese and Japanese."""
_ASKS = ("?", "\uff1f", "\u061f", "\u037e")
"""Question marks: ours, the wide one, the Arabic and the Greek one."""
_SECTION = re.compile(r"^#+\s*")
_CHOICE = re.compile(r"^(?:\(?[a-zA-Z][.)]|[-*•‣◦·▪●○□☐–—])\s+(?:\[[ xX]?\]\s+)?|^\[[ xX]?\]\s+")
_BULLET = re.compile(r"^(?:\(?\d{1,3}[.)]|[qQ]\d{1,3}[.):]|\(?[a-zA-Z]\)|[-*•‣◦·▪●○□☐–—])\s+")


class GivenQuestion(msgspec.Struct, frozen=True, gc=False):
    """A question that is to be written. `choices` are for a choice question only."""

    text: str
    kind: QuestionKind = QuestionKind.AGREE
    choices: tuple[str, ...] = ()


class GivenSection(msgspec.Struct, frozen=True, gc=False):
    """A section that is to be written; "" for questions under no heading."""

    name: str
    questions: tuple[GivenQuestion, ...] = ()


def answers_of(kind: QuestionKind, choices: Sequence[str]) -> int:
    """How many answers a question has, not counting "not sure"."""
    return len(choices) if kind is QuestionKind.CHOICE else AGREE_STEPS


def read_questionnaire(text: str) -> tuple[GivenSection, ...]:
    """The sections of a text, in order; empty where there is no word in it.

    A line that starts with "#" or ends with ":" names a section. Lines with a letter or a bullet ("a) ...",
    "- ...") under a question that ends with "?" are its choices, up to the next empty line. Every other line
    is a question to agree with. Bullets and numbers before questions are dropped.
    """
    pages = _Pages()
    for line in rows_of(text):
        pages.take(" ".join(line.split()))
    return pages.sections()


class _Pages:
    """What has been read so far."""

    def __init__(self) -> None:
        self._read: list[tuple[str, list[tuple[str, list[str]]]]] = []

    def take(self, line: str) -> None:
        questions = self._read[-1][1] if self._read else []
        open_question = questions[-1] if questions and self._takes_choices else None
        if not line:
            if open_question is not None and open_question[1]:
                self._takes_choices = False
            return
        named = _SECTION.match(line)
        choice = _CHOICE.match(line)
        bare = _BULLET.sub("", line, count=1)
        if named is not None or (bare.endswith(_NAMES) and bare not in _NAMES):
            name = line[named.end() :] if named is not None else bare
            self._read.append((name.rstrip("".join(_NAMES)).strip(), []))
            self._takes_choices = False
        elif choice is not None and open_question is not None:
            open_question[1].append(line[choice.end() :])
        else:
            if not self._read:
                self._read.append(("", []))
            self._read[-1][1].append((bare, []))
            self._takes_choices = bare.endswith(_ASKS)

    _takes_choices = False

    def sections(self) -> tuple[GivenSection, ...]:
        return tuple(
            GivenSection(name, tuple(one for question in questions for one in _given(*question)))
            for name, questions in self._read
            if name or questions
        )


def _given(text: str, choices: list[str]) -> tuple[GivenQuestion, ...]:
    """The question; with one choice alone it is none, so both lines are questions of their own."""
    if len(choices) >= FEWEST_CHOICES:
        return (GivenQuestion(text, QuestionKind.CHOICE, tuple(choices)),)
    return (GivenQuestion(text), *(GivenQuestion(one) for one in choices))
