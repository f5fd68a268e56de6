# SPDX-License-Identifier: MIT
"""How we know, for one statement: its evidence, and the way to add, change and take out a piece.

It must not know which stage that makes.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from walkthrough.model.commands.stage_evidence import AddEvidence, ChangeEvidence, RemoveEvidence
from walkthrough.model.queries.stage_rows import CriterionRow, EvidenceRow
from walkthrough.model.rules.evidence import in_lower_half
from walkthrough.model.words import Proof
from walkthrough.ui.criteria.deeds import Hands, focus_later
from walkthrough.ui.criteria.evidence_form import EvidenceForm
from walkthrough.ui.criteria.phrases import evidence_kind, evidence_states, evidence_text
from walkthrough.ui.widgets.buttons import Button
from walkthrough.ui.widgets.places import Column, FlowRow
from walkthrough.ui.widgets.signs import Chip
from walkthrough.ui.widgets.text import Prose
from walkthrough.ui.wording_ui import word
from walkthrough.wording import N_, _, current


class EvidenceLine(Column):
    """One piece of evidence: what it says, whether it counts, and what can be done with it."""

    def __init__(self, row: EvidenceRow, criterion: CriterionRow, stages: int, *, is_safe: bool) -> None:
        super().__init__(gap="half")
        self.row = row
        self.change = Button(N_("Change"), "quiet", sign="edit", name=f"evidence_change_{row.id}")
        self.take_out = Button(N_("Take out"), "quiet", sign="bin", name=f"evidence_remove_{row.id}")
        text = evidence_text(row, is_safe=is_safe)
        for button in (self.change, self.take_out):
            button.setAccessibleDescription(text)
        said = Prose()
        said.set_plain(_("{kind}: {text}").format(kind=evidence_kind(row), text=text))
        foot = FlowRow()
        for tone, words, sign in evidence_states(row, criterion, stages):
            foot.add(Chip(tone, words, sign=sign))
        foot.add(self.change, self.take_out)
        self.add(said, foot)


class EvidenceBox(Column):
    """The evidence of one statement, the buttons to add each kind, and the form while one is open."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(gap="unit", parent=parent)
        self._hands = hands
        self._check_id, self._stages, self._is_safe = "", 0, True
        self._row: CriterionRow | None = None
        self._shown: tuple[object, ...] = ()
        self.form: EvidenceForm | None = None
        self._lines = Column(gap="gap")
        self.buttons = {proof: self._button(proof) for proof in Proof}
        self._add = Column(gap="")
        choices = FlowRow(gap="half")
        choices.add(*self.buttons.values())
        self._add.add(Prose(N_("Add how you know it"), look="label"), choices)
        self.add(self._lines, self._add)

    def show_evidence(self, check_id: str, row: CriterionRow, stages: int, *, is_safe: bool) -> None:
        """Show the evidence of a statement; an open form of another one is closed."""
        if self._row is not None and (self._row.id, self._check_id) != (row.id, check_id):
            self.close_form()
        self._check_id, self._row, self._stages, self._is_safe = check_id, row, stages, is_safe
        if self._shown != (row.id, row.evidence, is_safe, current()):
            self._shown = (row.id, row.evidence, is_safe, current())
            self._rebuild(row)

    def open_form(self, proof: Proof, row: EvidenceRow | None = None, *, renews: bool = False) -> None:
        """Ask for a new piece of this kind, for the changes of one, or for what `renews` one that is old."""
        self.close_form()
        assert self._row is not None
        is_enough = proof is not Proof.EXAMPLE or in_lower_half(self._row.stage, self._stages)
        self.form = EvidenceForm(
            proof,
            self._hands.drafts,
            self.key_of(proof, row, renews=renews),
            read_day=self._hands.read_past,
            row=row,
            is_safe=self._is_safe,
            is_enough=is_enough,
            renews=renews,
        )
        self.form.saved.connect(lambda values: self._save(values, row))
        self.form.given_up.connect(self._give_up)
        self.add(self.form)
        self._add.hide()
        focus_later(self.form.first(), self.form)

    def key_of(self, proof: Proof, row: EvidenceRow | None, *, renews: bool = False) -> str:
        """Return under which key the form for it keeps what is typed."""
        assert self._row is not None
        key = f"stage-check/evidence/{row.id if row else f'{self._check_id}/{self._row.id}/{proof}'}"
        return key + ("/renew" if renews else "")

    def close_form(self) -> None:
        """Take the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._add.show()

    def _button(self, proof: Proof) -> Button:
        button = Button(lambda: word(proof), "quiet", name=f"evidence_add_{proof}")
        button.clicked.connect(lambda: self.open_form(proof))
        return button

    def _rebuild(self, row: CriterionRow) -> None:
        self._lines.clear()
        for piece in row.evidence:
            line = EvidenceLine(piece, row, self._stages, is_safe=self._is_safe)
            line.change.clicked.connect(lambda _on=False, p=piece: self.open_form(p.shown.proof, p))
            line.take_out.clicked.connect(lambda _on=False, p=piece: self._take_out(p))
            self._lines.add(line)
        self._lines.setVisible(bool(row.evidence))

    def _save(self, values: dict[str, Any], row: EvidenceRow | None) -> None:
        assert self._row is not None
        assert self.form is not None
        proof = self.form.proof
        if row is not None:
            refused = self._hands.do(ChangeEvidence(row.id, values))
        else:
            refused = self._hands.do(AddEvidence(self._check_id, self._row.id, proof, values))
        if refused is not None:
            self.form.show_refusal(refused)
            return
        self.form.forget_drafts()
        self.close_form()
        self._to_buttons(proof)
        self._hands.say(_("Evidence saved."))

    def _take_out(self, row: EvidenceRow) -> None:
        if self._hands.do(RemoveEvidence(row.id)) is None:
            self._to_buttons(row.shown.proof)
            self._hands.say(_("Evidence taken out. Undo brings it back."))

    def _give_up(self) -> None:
        proof = self.form.proof if self.form else Proof.DOCUMENT
        self.close_form()
        self._to_buttons(proof)

    def _to_buttons(self, proof: Proof) -> None:
        focus_later(self.buttons[proof])
