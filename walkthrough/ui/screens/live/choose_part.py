# SPDX-License-Identifier: MIT
"""Choose: look across, themes, dots, weigh, fist to five; in any order, one key each to go on.

What happens in a moment is the moment's.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from walkthrough.model.words import AgendaKind
from walkthrough.ui.screens.live.across_moment import AcrossMoment
from walkthrough.ui.screens.live.dots_moment import DotsMoment
from walkthrough.ui.screens.live.fist_moment import FistMoment
from walkthrough.ui.screens.live.moment import MomentsPart
from walkthrough.ui.screens.live.part import LiveDesk
from walkthrough.ui.screens.live.themes_moment import ThemesMoment
from walkthrough.ui.screens.live.weigh_moment import WeighMoment
from walkthrough.wording import N_

_TITLES = (N_("Look across"), N_("Themes"), N_("Dots"), N_("Weigh"), N_("Fist to five"))


class ChoosePart(MomentsPart):
    """The room chooses what matters most."""

    kind = AgendaKind.CHOOSE
    tables = ("theme", "theme_finding", "finding", "fist_count", "meeting", "attendance", "station")

    def __init__(self, live: LiveDesk, parent: QWidget | None = None) -> None:
        self.across, self.themes, self.dots = AcrossMoment(live), ThemesMoment(live), DotsMoment(live)
        self.weigh, self.fist = WeighMoment(live), FistMoment(live)
        moments = (self.across, self.themes, self.dots, self.weigh, self.fist)
        super().__init__(live, _TITLES, moments, parent)
        self.across.theme_asked.connect(self._gather)

    def _gather(self, numbers: str) -> None:
        self.go(self.moments.index(self.themes))
        self.themes.naming.begin_new(numbers)
