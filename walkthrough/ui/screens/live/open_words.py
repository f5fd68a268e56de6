# SPDX-License-Identifier: MIT
"""The cards of the opening in words: what the room reads on each, and what to say to it.

It must not know a widget.
"""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.model.content import Prompt
from walkthrough.model.queries.opening import Opening
from walkthrough.model.showing import Card
from walkthrough.ui.wall.page_cards import said_by_program
from walkthrough.wording import N_, _

CARDS = tuple(Card)
TO_SAY = {
    Card.PURPOSE: N_("Read it out loud. Ask: is anything missing that you came for?"),
    Card.ROLES: N_("Ask who watches the time. Say that everybody may stop the talk with a raised hand."),
    Card.RULES: N_("Ask: which one do you want to add? Type it with * as a decision if all agree."),
    Card.NOTES: N_("Say it before the first line is typed. Ask if anybody is not fine with it."),
    Card.FAMILY: N_("Say that this family is made up. Ask all to speak of it, never of a real one."),
    Card.NOT_HERE: N_("Ask: who of us could speak to them this week? What would they say if they sat here?"),
}
_EMPTY = {
    Card.PURPOSE: N_("Not written down yet. Type it below."),
    Card.FAMILY: N_("This meeting walks with no made-up family."),
    Card.NOT_HERE: N_("Nobody is missing, as far as the list of partners knows."),
}


def card_lines(card: Card, of_room: Sequence[str], rules: Sequence[Prompt]) -> tuple[str, ...]:
    """Return the card's text, line by line; `of_room` is what the wall reads in the workbook for it."""
    if card is Card.RULES:
        return tuple(rule.text for rule in rules)
    lines = (*said_by_program(card), *of_room)
    return lines or (_(_EMPTY[card]),)


def led_by_words(opening: Opening, safe: bool) -> str:
    """Return who facilitates and who types; their names are for paper."""
    if safe:
        return ""
    named = (
        (_("Facilitator: {name}"), opening.facilitator),
        (_("Who types: {name}"), opening.recorder),
    )
    return " · ".join(words.format(name=name) for words, name in named if name)
