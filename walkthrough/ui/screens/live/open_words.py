# SPDX-License-Identifier: MIT
"""The cards of the opening in words: what each is called, what the program itself says on it, what to say.

It must not know a widget.
"""

from __future__ import annotations

from collections.abc import Sequence

from walkthrough.model.content import Prompt
from walkthrough.model.queries.opening import Opening
from walkthrough.model.showing import Card
from walkthrough.wording import N_, _

CARDS = tuple(Card)
TITLES = {
    Card.PURPOSE: N_("Why we are here"),
    Card.ROLES: N_("Who does what today"),
    Card.RULES: N_("How we talk with each other"),
    Card.NOTES: N_("What happens to these notes"),
    Card.FAMILY: N_("The family we walk with"),
    Card.NOT_HERE: N_("Who is not here"),
}
TO_SAY = {
    Card.PURPOSE: N_("Read it out loud. Ask: is anything missing that you came for?"),
    Card.ROLES: N_("Ask who watches the time. Say that everybody may stop the talk with a raised hand."),
    Card.RULES: N_("Ask: which one do you want to add? Type it with * as a decision if all agree."),
    Card.NOTES: N_("Say it before the first line is typed. Ask if anybody is not fine with it."),
    Card.FAMILY: N_("Say that this family is made up. Ask all to speak of it, never of a real one."),
    Card.NOT_HERE: N_("Ask: who of us could speak to them this week? What would they say if they sat here?"),
}
ROLES = (
    N_("The facilitator asks, and keeps the time."),
    N_("Who types writes down what you say. Look at the wall, and say so if it is wrong."),
    N_("Everybody else knows a part of the way that nobody else knows."),
)
NOTES = (
    N_("What we write is on the wall for all to see."),
    N_("No names of clients, and no story that points to one family."),
    N_("The notes stay on this computer. Nothing is sent over the internet."),
    N_("The plan goes to all who are here. What else leaves the room, we decide together."),
)
_EMPTY = {
    Card.PURPOSE: N_("Not written down yet. Type it below."),
    Card.FAMILY: N_("This meeting walks with no made-up family."),
    Card.NOT_HERE: N_("Nobody is missing, as far as the list of partners knows."),
}


def card_lines(card: Card, of_room: Sequence[str], rules: Sequence[Prompt]) -> tuple[str, ...]:
    """Return the card's text, line by line; `of_room` is what the wall reads in the workbook for it."""
    match card:
        case Card.ROLES:
            return tuple(_(line) for line in ROLES)
        case Card.RULES:
            return tuple(rule.text for rule in rules)
        case Card.NOTES:
            return tuple(_(line) for line in NOTES)
    return tuple(of_room) or (_(_EMPTY[card]),)


def led_by_words(opening: Opening, safe: bool) -> str:
    """Return who facilitates and who types; their names are for paper."""
    if safe:
        return ""
    named = (
        (_("Facilitator: {name}"), opening.facilitator),
        (_("Who types: {name}"), opening.recorder),
    )
    return " · ".join(words.format(name=name) for words, name in named if name)
