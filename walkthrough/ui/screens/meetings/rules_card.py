# SPDX-License-Identifier: MIT
"""The ground rules, to be read out before a meeting begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from walkthrough.model.content.shapes import Prompt
from walkthrough.ui.widgets.places import Card
from walkthrough.ui.widgets.spoken import plain
from walkthrough.ui.widgets.text import Prose
from walkthrough.wording import N_, _


class RulesCard(Card):
    """The rules under each other, numbered so that people can name one."""

    def __init__(self, rules: Sequence[Prompt], parent: QWidget | None = None) -> None:
        super().__init__(N_("Ground rules"), parent=parent)
        self.add(Prose(N_("Read them out, and ask the room to agree."), look="soft"))
        for number, rule in enumerate(rules, start=1):
            self.add(Prose(plain(_("{n}. {rule}").format(n=number, rule=rule.text))))
