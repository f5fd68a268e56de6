# SPDX-License-Identifier: MIT
"""The stage check of a meeting: the question, the stage agreed on, one open criterion at a time.

It must not know how a rating is taken.
"""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkthrough.model import ChangeSet
from walkthrough.model.commands.stage import BeginStageCheck, TakeUpStageCheck
from walkthrough.model.queries.live_stage import check_to_take_up, stage_check_of
from walkthrough.model.showing import Showing
from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.live.agree_moment import AgreeMoment
from walkthrough.ui.screens.live.ask_moment import AskMoment
from walkthrough.ui.screens.live.criteria_moment import CriteriaMoment
from walkthrough.ui.screens.live.moment import MomentsPart
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.part_hands import PartHands
from walkthrough.ui.screens.live.reveal_moment import RevealMoment
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.messages import EmptyState
from walkthrough.wording import N_, _

_TITLES = (N_("The question"), N_("What we said"), N_("Agree on a stage"), N_("What moves us on"))
_SAID, _AGREE = 1, 2


class StagePart(MomentsPart):
    """Which stage, how do we know, what next."""

    kind = AgendaKind.STAGE_CHECK
    tables = (
        "stage_check", "criterion_answer", "evidence", "round", "tally", "next_step", "attendance", "meeting",
        "meeting_dimension",
    )  # fmt: skip

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        self.ask, self.reveal = AskMoment(live), RevealMoment(live)
        self.agree, self.criteria = AgreeMoment(live), CriteriaMoment(live)
        self.question = self.ask.by_hands
        super().__init__(live, _TITLES, (self.ask, self.reveal, self.agree, self.criteria), parent)
        self._hands = PartHands(live)
        self.start = Button(
            N_("&Begin today's stage check"), "primary", sign="stage-check", name="stage_begin"
        )
        self.nothing = EmptyState(
            "stage-check",
            N_("Which stage are we in?"),
            N_("Answers and evidence of the last stage check come along. The stage is asked anew."),
            self.start,
        )
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.addWidget(self.nothing, 1)
        self.start.clicked.connect(self._begin_check)
        self.ask.sealed.connect(self._on_sealed)
        self.reveal.again_asked.connect(self._ask_again)
        self.reveal.agree_asked.connect(self._on_talked)

    def begin(self, showing: Showing) -> None:
        """Show the moment in which this part was left, or the way to begin."""
        self._hands.begin(showing.meeting_id)
        self._show_side()
        super().begin(showing)

    def take_changes(self, changes: ChangeSet, initiator: object) -> None:
        """Read again; an undo may have taken the check away."""
        self._show_side()
        super().take_changes(changes, initiator)

    def page(self, by: int) -> bool:
        """Nothing to turn before the check is begun."""
        return self.has_check() and super().page(by)

    def key(self, event: QKeyEvent) -> bool:
        """Nothing is answered, rated or counted before the check is begun, or once an undo took it away."""
        return self.has_check() and super().key(event)

    def only_actions(self) -> frozenset[str] | None:
        """Return the only actions that may work while the laptop goes round; None for all."""
        return self.ask.only_actions()

    def first_focus(self) -> QWidget:
        """The way to begin, or the moment in view."""
        return super().first_focus() if self.has_check() else self.start

    def parts(self) -> tuple[QWidget, ...]:
        """The moment's panes and the switch; before that the one button."""
        return super().parts() if self.has_check() else (self.start,)

    def has_check(self) -> bool:
        """Tell whether this meeting has a stage check."""
        return self.nothing.isHidden()

    def _show_side(self) -> None:
        has_check = self._hands.read(stage_check_of, self._hands.meeting_id) is not None
        self.nothing.setVisible(not has_check)
        self.switch.setVisible(has_check)
        self.stack.setVisible(has_check)

    def _begin_check(self) -> None:
        shelf = self.live.desk.shelf
        meeting, language, today = self._hands.meeting_id, shelf.ladder_language, self._hands.today()
        there = self._hands.read(check_to_take_up, today)
        command = (
            TakeUpStageCheck(there, meeting)
            if there is not None
            else BeginStageCheck(today, shelf.ladder, meeting, language)
        )
        if self._hands.did(command):
            self._show_side()
            self.moment.read_again()
            self.moment.first().setFocus()
            self._hands.say(_("The stage check has begun."))
            self.wall_changed.emit()
            self.actions_changed.emit()

    def _on_sealed(self, _ballots: int) -> None:
        self.go(_SAID)

    def _on_talked(self) -> None:
        self.go(_AGREE)

    def _ask_again(self) -> None:
        self.go(0)
        self.ask.ask_again()
