# SPDX-License-Identifier: MIT
"""What stands on the laptop between two ballots is whole in each language, whatever it says."""

from __future__ import annotations

from tests.ui.test_live_layout import LAPTOP, is_cut
from walkthrough.ui.ballots.hand_over_page import HandOverPage
from walkthrough.ui.widgets.text import SpokenLabel


def test_no_line_of_the_hand_over_is_cut_from_the_first_person_to_the_last(qtbot):
    page = HandOverPage(("en", "es"))
    qtbot.addWidget(page)
    page.resize(*LAPTOP)
    page.show()
    for many in (0, 1, 6):
        page.show_many(many, 6)
        qtbot.wait(20)
        labels = [one for one in page.findChildren(SpokenLabel) if one.isVisible()]
        assert len(labels) > 3
        assert not [one.text() for one in labels if is_cut(one)], many
        assert not many or " · " in page.many.text(), "both languages say it"
        assert all(one.text() for one in labels), "an empty line takes room"
