# SPDX-License-Identifier: MIT
"""The part of the registry of actions that a live meeting and its wall need."""

from __future__ import annotations

from walkthrough.ui.action_spec import ActionSpec
from walkthrough.wording import N_

MEETING = (
    ActionSpec(
        id="live.start", text=N_("&Start the meeting"), menu="meeting", group="live", keys=("Ctrl+L",),
        icon="meetings", when="workbook",
    ),
    ActionSpec(
        id="live.part_next", text=N_("Next &part of the agenda"), menu="meeting", group="live",
        keys=("Ctrl+PgDown",), screens=("live",), line_above=True,
    ),
    ActionSpec(
        id="live.part_before", text=N_("Part &before"), menu="meeting", group="live", keys=("Ctrl+PgUp",),
        screens=("live",),
    ),
    ActionSpec(
        id="live.timer", text=N_("Start or pause the &timer"), menu="meeting", group="live", keys=("Ctrl+T",),
        mac=("Meta+T",), screens=("live",), line_above=True,
    ),
    ActionSpec(
        id="live.minute", text=N_("One &minute more"), menu="meeting", group="live", keys=("Ctrl+Shift+Up",),
        screens=("live",),
    ),
    ActionSpec(
        id="live.break", text=N_("B&reak, or back from it"), menu="meeting", group="live",
        keys=("Ctrl+Shift+B",), screens=("live",),
    ),
    ActionSpec(
        id="live.roll", text=N_("&Who is here"), menu="meeting", group="live", keys=("Ctrl+Shift+A",),
        screens=("live",), line_above=True,
    ),
    ActionSpec(
        id="live.speaker", text=N_("Who is sp&eaking, for you alone"), menu="meeting", group="live",
        keys=("Ctrl+Shift+S",), screens=("live",),
    ),
    ActionSpec(
        id="live.rule", text=N_("R&ule and practice on the wall"), menu="meeting", group="live",
        keys=("Shift+F7",), screens=("live",), line_above=True,
    ),
    ActionSpec(
        id="live.ladder", text=N_("How many families stay, on the wa&ll"), menu="meeting", group="live",
        keys=("Shift+F3",), screens=("live",),
    ),
    ActionSpec(
        id="live.read_station", text=N_("Read this station ba&ck"), menu="meeting", group="live",
        keys=("Ctrl+Shift+R",), screens=("live",),
    ),
)  # fmt: skip

WALL = (
    ActionSpec(
        id="wall.show", text=N_("Show &on the wall"), menu="meeting", group="room", keys=("F5",),
        mac=("F5", "Meta+F5"), screens=("live", "meetings"), line_above=True,
    ),
    ActionSpec(
        id="wall.freeze", text=N_("&Freeze the wall"), menu="meeting", group="room",
        keys=("F8", "Ctrl+Shift+F"), screens=("live",),
    ),
    ActionSpec(
        id="wall.blank", text=N_("Bla&nk the wall"), menu="meeting", group="room", keys=("F9", "Ctrl+B"),
        screens=("live",),
    ),
    ActionSpec(
        id="wall.swap", text=N_("Sw&ap the two screens"), menu="meeting", group="room", keys=("Ctrl+F5",),
        mac=("Ctrl+F5", "Meta+Shift+F5"), screens=("live",),
    ),
    ActionSpec(
        id="wall.stop", text=N_("Take &it off the wall"), menu="meeting", group="room", keys=("Shift+F5",),
        screens=("live", "meetings"),
    ),
    ActionSpec(
        id="wall.larger", text=N_("Lar&ger words on the wall"), menu="meeting", group="room",
        keys=("Alt+=",), mac=("Meta+=",), screens=("live",),
    ),
    ActionSpec(
        id="wall.smaller", text=N_("Smaller wor&ds on the wall"), menu="meeting", group="room",
        keys=("Alt+-",), mac=("Meta+-",), screens=("live",),
    ),
)  # fmt: skip
