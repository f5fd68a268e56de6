# SPDX-License-Identifier: MIT
"""The parts of a facilitator's job, as keys: what is written, and how somebody gets there without a mouse.

They look at nothing but what has the focus.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QRadioButton

from tests.journeys.keys import CTRL, SHIFT, Fingers, Key, at, focus

NAME = "Cedar County families"
GOAL = "Families get help before the crisis"
INDICATOR = "Days from the first call to the first visit"
REASON = "Two projects run, and both agencies pay"
HAND_OFF = ("the clinic", "the coach", "a one-page summary")
CORRECTION = ", Spanish is missing"
EVIDENCE = (
    ("document", ("Charter", "Shared binder")),
    ("example", ("a nurse", "2026-03-02", "She read it out to new staff")),
    ("count", ("38", "families asked", "The clinic's log", "2026-03-02")),
    ("event", ("The board signed it", "2026-03-02")),
)
"""One piece of each kind with its fields, in the order in which Tab comes to them."""


@dataclass(frozen=True)
class Entry:
    """One entry: its words, at which station, in which lane (0 for none), and what else is pressed first."""

    words: str
    station: int
    lane: int = 0
    letters: str = ""
    keys: tuple[tuple[str, Key], ...] = ()
    why: str = "same kind"

    @property
    def beyond(self) -> int:
        """The keys beyond words and Enter that it may cost."""
        return len(self.letters) + len(self.keys)


TAB, KIND, LANE = "press", "ctrl", "alt"
ENTRIES = (
    Entry("Nurses ask every family about housing", 0),
    Entry("One clinic books all visits", 0, 1, "@h", ((TAB, Key.Key_Tab),), "other lane, by name"),
    Entry("No ride to the clinic after 5 pm", 0, 0, "-", why="other kind"),
    Entry("Forms come in English only", 0),
    Entry("A referral waits two weeks", 1, 2, "-", ((LANE, Key.Key_2),), "other kind and lane"),
    Entry("Visits in jail", 1, 0, "?", why="other kind"),
    Entry("One referral form for all of us", 1, 0, "*", why="other kind"),
    Entry("Share of calls answered the same day", 2, 0, "=", why="other kind"),
    Entry("Coaches sit in the waiting room", 2, 2, "", ((LANE, Key.Key_2),), "other lane, by number"),
    Entry("Ask the court for dates", 2, 0, "", ((KIND, Key.Key_4),), "other kind, by Ctrl"),
)
"""Six kinds, three stations, two lanes."""
PROMISED = {"same kind": 0, "other kind": 1, "other kind, by Ctrl": 1, "other lane, by name": 3,
            "other lane, by number": 1, "other kind and lane": 2}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A next step: what, who, by when."""

    what: str
    who: str
    when: str


STEPS = (
    Step("Ask the transit board for a late bus", "M. Ruiz", "2w"),
    Step("Print the forms in Spanish", "J. Cole", "2030-03-01"),
    Step("Try the one-page summary with ten families", "R. Diaz", "3w"),
)


def make_a_workbook(hand: Fingers) -> None:
    """Home -> Ctrl+N, a name, Enter."""
    hand.begin("a new workbook")
    hand.answer(lambda: hand.ctrl(Key.Key_N), lambda: hand.enter(NAME))


def start_the_walk(hand: Fingers) -> None:
    """The walk page offers route and family; Enter takes the first of both."""
    hand.begin("start the walk")
    hand.page(2)
    hand.press(Key.Key_Return)


def write_ten_entries(hand: Fingers) -> dict[str, int]:
    """Write them all; returns what each kind of change cost beyond words and Enter, at most."""
    hand.begin("ten entries")
    extra: dict[str, int] = {}
    station = 0
    for entry in ENTRIES:
        for _step in range(entry.station - station):
            hand.press(Key.Key_PageDown)
        station = entry.station
        before = hand.part.beyond
        hand.type(entry.letters)
        for how, key in entry.keys:
            getattr(hand, how)(key)
        hand.enter(entry.words)
        cost = hand.part.beyond - before - 1
        extra[entry.why] = max(cost, extra.get(entry.why, 0))
        assert at() == "capture"
    return extra


def told(extra: dict[str, int]) -> str:
    """The keys per entry beyond words and Enter, as lines."""
    return "\n".join(f"{why:<34}{'+' + str(cost):>21}" for why, cost in extra.items())


def fill_a_hand_off(hand: Fingers) -> None:
    """Back to the hand-off, into its card by F6, from field to field by Tab."""
    hand.begin("a hand-off")
    hand.press(Key.Key_PageUp)
    hand.press(Key.Key_F6, Key.Key_F6)
    assert at() == "from_whom", at()
    hand.fill(HAND_OFF[0], HAND_OFF[1], "")
    hand.press(Key.Key_Down)  # a choice: not warm at all
    hand.press(Key.Key_Tab)
    hand.enter(HAND_OFF[2])


def correct_undo_and_redo(hand: Fingers) -> None:
    """One key back to the line from wherever the focus is; #4 brings number 4 to it."""
    hand.begin("correct, undo, redo")
    hand.press(Key.Key_N, with_=CTRL | SHIFT)
    assert at() == "capture"
    hand.type("#4")
    hand.press(Key.Key_Return)
    hand.enter(CORRECTION)
    hand.ctrl(Key.Key_Z)
    hand.ctrl(Key.Key_Y)


def answer_four_criteria(hand: Fingers) -> None:
    """The four statements of the first part, each said yes and shown by a piece of evidence."""
    hand.begin("begin the stage check")
    hand.page(3)
    hand.press(Key.Key_Return)
    assert isinstance(focus(), QRadioButton)
    hand.begin("four criteria")
    for number, (proof, fields) in enumerate(EVIDENCE):
        if number:
            hand.press(Key.Key_Down, with_=CTRL | SHIFT)
        hand.press(Key.Key_1)
        hand.tab_to(f"evidence_add_{proof}")
        hand.press(Key.Key_Return)
        hand.fill(*fields)
        hand.press(Key.Key_Return)


def agree_on_a_stage(hand: Fingers) -> None:
    """F6 to the picture, Tab to the choice beside it."""
    hand.begin("the agreed stage")
    hand.press(Key.Key_F6, with_=SHIFT)
    hand.tab_to("agreed_stage")
    hand.press(Key.Key_Down, Key.Key_Down, Key.Key_Tab)
    hand.enter(REASON)


def add_a_goal_and_an_indicator(hand: Fingers) -> None:
    """A goal, an indicator under it with baseline and target, three values."""
    hand.begin("a goal")
    hand.page(4)
    hand.tab_to("goal_new", back=True)
    hand.press(Key.Key_Return)
    hand.write(GOAL)
    hand.tab_to("goal_add")
    hand.press(Key.Key_Return)
    hand.begin("an indicator")
    hand.enter(INDICATOR)
    hand.press(Key.Key_F2)
    hand.tab_to("indicator_baseline")
    hand.fill("21", "3/1", "7")
    hand.press(Key.Key_Return)
    hand.begin("three points")
    hand.press(Key.Key_F6, with_=SHIFT)
    assert at() == "point_day", at()
    for day, value in (("3/1", "21"), ("5/1", "18"), ("7/1", "14")):
        hand.fill(day, value)
        hand.press(Key.Key_Return)


def plan_three_steps(hand: Fingers) -> None:
    """The first from a barrier by Ctrl+Enter, two more on the line that stays ready."""
    hand.begin("three next steps")
    hand.page(5)
    hand.press(Key.Key_F6)
    hand.ctrl(Key.Key_Return)
    for step in STEPS:
        assert at() == "step_what"
        hand.fill(step.what, step.who, step.when)
        hand.press(Key.Key_Return)


def export_the_plan(hand: Fingers) -> None:
    """Ctrl+E goes to the reports, and there it writes."""
    hand.begin("export the plan")
    hand.ctrl(Key.Key_E, Key.Key_E)
