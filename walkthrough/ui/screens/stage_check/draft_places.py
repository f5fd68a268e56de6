# SPDX-License-Identifier: MIT
"""Where on the stage check the words of a draft belong: the place is opened before they are put back.

It must not know the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from walkthrough.model.words import Proof

if TYPE_CHECKING:
    from walkthrough.model.queries.stage_rows import EvidenceRow
    from walkthrough.ui.criteria.criterion_card import CriterionCard
    from walkthrough.ui.criteria.evidence_box import EvidenceBox
    from walkthrough.ui.screens.stage_check.screen import StageCheckScreen


def open_place(screen: StageCheckScreen, key: str) -> bool:
    """Open the place of a draft, so that its field is there; False where the place is gone."""
    kind, *ids = key.split("/")[1:]
    match kind, ids:
        case (("agreed_reason" | "wanted_reason"), [check]):
            return _shows(screen, check)
        case "na_reason", [check, criterion]:
            card = _card(screen, check, criterion)
            if card is not None:
                card.reason.show()
            return card is not None
        case "evidence", [check, criterion, proof, _field]:
            card = _card(screen, check, criterion)
            if card is not None:
                _open_form(card.evidence, Proof(proof))
            return card is not None
        case "evidence", [piece, *_field]:
            return _open_piece(screen, piece, renews="renew" in _field)
    return _open_ladder(screen, kind, ids[-1])


def _open_ladder(screen: StageCheckScreen, kind: str, key: str) -> bool:
    """Open the ladder that the check asks by; a part shows its statements too."""
    if kind == "ladder-new" or screen.page is None:
        return True  # the fields are there with the page, or come with the first ladder
    screen.open_ladder(key if kind == "ladder" else screen.page.ladder_id)
    shown = screen.ladder.page
    if kind == "ladder-statement" and shown is not None:
        rows = ((part.id, one.id) for part in shown.dimensions for one in part.criteria)
        key = next((part for part, one in rows if one == key), key)
    return kind == "ladder" or screen.ladder.view.list.choose(key)


def _shows(screen: StageCheckScreen, check: str) -> bool:
    screen.show_for(check_id=check)
    return screen.page is not None and screen.page.id == check


def _card(screen: StageCheckScreen, check: str, criterion: str) -> CriterionCard | None:
    return screen.criteria.card_of(criterion) if _shows(screen, check) else None


def _open_piece(screen: StageCheckScreen, piece: str, *, renews: bool) -> bool:
    for part in screen.page.dimensions if screen.page is not None else ():
        for row in part.criteria:
            found = next((one for one in row.evidence if one.id == piece), None)
            card = screen.criteria.card_of(row.id) if found is not None else None
            if found is not None and card is not None:
                _open_form(card.evidence, found.shown.proof, found, renews=renews)
                return True
    return False


def _open_form(
    box: EvidenceBox, proof: Proof, piece: EvidenceRow | None = None, *, renews: bool = False
) -> None:
    """Open the form, unless it is open: it may hold several of the drafts."""
    box.show()
    if box.form is None or box.form.key != box.key_of(proof, piece, renews=renews):
        box.open_form(proof, piece, renews=renews)
