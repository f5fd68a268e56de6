# SPDX-License-Identifier: MIT
"""Question 3, which counts show it: the evidence that is a number, and the evidence that has grown old.

It must not know how a stage is worked out.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from walkthrough.model.queries.stage import counted, old_evidence
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, DimensionRow, EvidenceRow
from walkthrough.ui.criteria.phrases import evidence_states, evidence_text, stage_line
from walkthrough.ui.widgets.places import Card, Column, FlowRow
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.text import Heading, Prose
from walkthrough.wording import N_, _, current

Found = tuple[DimensionRow, CriterionRow, EvidenceRow]


class CountsPart(Column):
    """The numbers that show a stage, and what should be renewed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap="gap", parent=parent)
        self.counts, self.old = Card(N_("Counts")), Card(N_("To be renewed"))
        self._shown: tuple[object, ...] = ()
        self._none = Prose(N_("No count has been given yet. Add one under question 2, where you know it."))
        self._counts, self._old = Column(gap="gap"), Column(gap="gap")
        self.counts.add(self._none, self._counts)
        note = N_("This evidence is older than twelve months. It still counts, but please look again.")
        self.old.add(Prose(note, look="soft"), self._old)
        self.add(Heading(2, N_("3  Which counts show it?")), self.counts, self.old)

    def show_page(self, page: CheckPage, *, is_safe: bool) -> None:
        """Show the counts of a check and its old evidence."""
        counts, old = counted(page), old_evidence(page)
        if self._shown == (counts, old, is_safe, current()):
            return
        self._shown = (counts, old, is_safe, current())
        self._fill(self._counts, page, counts, is_safe=is_safe)
        self._fill(self._old, page, old, is_safe=is_safe)
        self._none.setVisible(not counts)
        self._counts.setVisible(bool(counts))
        self.old.setVisible(bool(old))

    @staticmethod
    def _fill(column: Column, page: CheckPage, found: Iterable[Found], *, is_safe: bool) -> None:
        column.clear()
        for part, criterion, piece in found:
            line = Column(gap="half")
            said, where = Prose(look="label"), Prose(look="soft")
            said.set_plain(evidence_text(piece, is_safe=is_safe))
            where.set_plain(
                _("{part}, {stage}: {statement}").format(
                    part=part.name, stage=stage_line(page, criterion.stage), statement=criterion.text
                )
            )
            line.add(said, where)
            doubts = [
                state for state in evidence_states(piece, criterion, len(page.stages)) if state[0] != "good"
            ]
            if doubts:
                chips = FlowRow()
                chips.add(*(Chip(tone, words, sign=sign) for tone, words, sign in doubts))
                line.add(chips)
            column.add(line)
