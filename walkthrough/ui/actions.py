# SPDX-License-Identifier: MIT
"""The one registry of actions: it feeds the menus, the shortcuts, the key sheet, "go to" and the tests.

It must not know what an action does: the window and the screens hand in handlers by id. Keys kept free on
purpose: F10 (menus), everything with Ctrl+Alt (AltGr on many keyboards), brackets and the backslash (dead or
missing on some).
"""

from __future__ import annotations

from walkthrough.ui.action_spec import ActionSpec
from walkthrough.ui.actions_meeting import MEETING, WALL
from walkthrough.wording import N_

RAIL = (
    *("home", "overview", "walk", "stage-check", "indicators", "plan", "partners", "meetings"),
    *("groundwork", "reports"),
)
"""The pages in the order of the rail; the live meeting stands outside."""

MENUS = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("entry", N_("E&ntry")),
    ("meeting", N_("&Meeting")),
    ("go", N_("&Go")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)

GROUPS = (
    ("capture", N_("Capture")),
    ("entry", N_("Change an entry")),
    ("undo", N_("Undo and find")),
    ("go", N_("Move around")),
    ("live", N_("A live meeting")),
    ("room", N_("The room")),
    ("view", N_("How it looks")),
    ("file", N_("Workbook")),
)
"""The parts of the key sheet, in its order."""


ENTRIES = ("walk", "live", "plan", "indicators", "meetings")
WALKING = ("walk", "live")
"""The pages with a capture line."""
"""The pages that show entries."""

_FILE = (
    ActionSpec(
        id="file.new", text=N_("&New workbook…"), menu="file", group="file", keys=("Ctrl+N",), icon="add",
    ),
    ActionSpec(id="file.open", text=N_("&Open…"), menu="file", group="file", keys=("Ctrl+O",), icon="open"),
    ActionSpec(
        id="file.save", text=N_("&Back up now"), menu="file", group="file", keys=("Ctrl+S",),
        when="workbook", line_above=True,
    ),
    ActionSpec(
        id="file.export", text=N_("&Export…"), menu="file", group="file", keys=("Ctrl+E",), when="workbook",
        icon="reports",
    ),
    ActionSpec(
        id="file.print", text=N_("&Print…"), menu="file", group="file", keys=("Ctrl+P",),
        screens=("reports",),
    ),
    ActionSpec(id="file.folder", text=N_("Show my &data folder"), menu="file", line_above=True),
    ActionSpec(
        id="file.close", text=N_("&Close workbook"), menu="file", group="file", keys=("Ctrl+W",),
        when="workbook", line_above=True,
    ),
    ActionSpec(id="file.quit", text=N_("&Quit"), menu="file", group="file", keys=("Ctrl+Q",)),
)  # fmt: skip

_EDIT = (
    ActionSpec(
        id="edit.undo", text=N_("&Undo"), menu="edit", group="undo", keys=("Ctrl+Z",), when="undo",
        icon="undo",
    ),
    ActionSpec(
        id="edit.redo", text=N_("&Redo"), menu="edit", group="undo", keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        mac=("Ctrl+Shift+Z",), when="redo", icon="redo",
    ),
    ActionSpec(
        id="edit.history", text=N_("&History…"), menu="edit", group="undo", keys=("Ctrl+Shift+Y",),
        when="workbook",
    ),
    ActionSpec(
        id="edit.find", text=N_("&Find on this page"), menu="edit", group="undo", keys=("Ctrl+F",),
        icon="find", screens=("walk", "stage-check", "indicators", "plan", "partners", "meetings"),
        line_above=True,
    ),
    ActionSpec(
        id="edit.add", text=N_("&Add"), menu="edit", group="entry", keys=("Ctrl+Shift+N",), icon="add",
        screens=("walk", "indicators", "plan", "partners", "meetings", "groundwork", "stage-check"),
    ),
)  # fmt: skip

_KINDS = (
    ("barrier", N_("Barrier")),
    ("practice", N_("Effective practice")),
    ("indicator", N_("Indicator")),
    ("next_step", N_("Next step")),
    ("parked", N_("Parked topic")),
    ("decision", N_("Decision")),
)

_CAPTURE = tuple(
    ActionSpec(
        id=f"capture.kind.{kind}",
        text=text,
        menu="entry",
        group="capture",
        keys=(f"Ctrl+{n}",),
        icon=kind,
        screens=WALKING,
    )
    for n, (kind, text) in enumerate(_KINDS, start=1)
)

_HAND_OFF = ActionSpec(
    id="capture.hand_off", text=N_("Hand-o&ff card"), menu="entry", group="capture", keys=("F7",),
    screens=WALKING,
)  # fmt: skip

_LANES = tuple(
    ActionSpec(
        id=f"capture.lane.{n}",
        text=N_("The family's own lane") if n == 0 else N_("Lane {n}"),
        group="capture",
        keys=(f"Alt+{n}",),
        mac=(f"Meta+{n}",),
        screens=WALKING,
    )
    for n in range(10)
)

_ENTRY = (
    ActionSpec(
        id="entry.edit", text=N_("&Change"), menu="entry", group="entry", keys=("F2",),
        screens=(*ENTRIES, "groundwork"),
        line_above=True,
    ),
    ActionSpec(
        id="entry.again", text=N_("Said &again"), menu="entry", group="entry", keys=("Ctrl+M",),
        mac=("Ctrl+Shift+M",), screens=WALKING,
    ),
    ActionSpec(
        id="entry.merge", text=N_("&Join with another"), menu="entry", group="entry", keys=("Ctrl+J",),
        screens=WALKING,
    ),
    ActionSpec(
        id="entry.next_step", text=N_("Next &step from this"), menu="entry", group="entry",
        keys=("Ctrl+Enter", "Ctrl+Return"), screens=("walk", "live", "plan", "stage-check"),
    ),
    ActionSpec(
        id="entry.earlier", text=N_("Move one station &back"), menu="entry", group="entry",
        keys=("Alt+Left",), mac=("Meta+Shift+Left",), screens=WALKING,
    ),
    ActionSpec(
        id="entry.later", text=N_("Move one station &on"), menu="entry", group="entry", keys=("Alt+Right",),
        mac=("Meta+Shift+Right",), screens=WALKING,
    ),
    ActionSpec(
        id="entry.up", text=N_("Move &up"), menu="entry", group="entry", keys=("Alt+Up",),
        mac=("Meta+Shift+Up",),
        screens=("live", "indicators", "plan", "meetings", "groundwork", "stage-check"),
    ),
    ActionSpec(
        id="entry.down", text=N_("Move &down"), menu="entry", group="entry", keys=("Alt+Down",),
        mac=("Meta+Shift+Down",),
        screens=("live", "indicators", "plan", "meetings", "groundwork", "stage-check"),
    ),
    ActionSpec(
        id="entry.theme", text=N_("&Gather under a theme"), menu="entry", group="entry", keys=("Ctrl+G",),
        screens=WALKING,
    ),
    ActionSpec(
        id="entry.hold", text=N_("&Hold back from wall and paper"), menu="entry", group="entry",
        keys=("Ctrl+H",), mac=("Ctrl+Shift+H",), screens=ENTRIES, line_above=True,
    ),
    ActionSpec(
        id="entry.bin", text=N_("&Take out"), menu="entry", group="entry", keys=("Del",),
        mac=("Ctrl+Backspace",), screens=(*ENTRIES, "partners", "groundwork", "stage-check"),
    ),
    ActionSpec(
        id="entry.remove_for_good", text=N_("&Remove for good…"), menu="entry", group="entry",
        keys=("Ctrl+Shift+Del",), mac=("Ctrl+Shift+Backspace",), screens=(*ENTRIES, "partners"),
    ),
)  # fmt: skip

PAGE_TEXTS = {
    "home": N_("Home"),
    "overview": N_("Overview"),
    "walk": N_("Walk"),
    "stage-check": N_("Stage check"),
    "indicators": N_("Indicators"),
    "plan": N_("Plan"),
    "partners": N_("Partners"),
    "meetings": N_("Meetings"),
    "groundwork": N_("Groundwork"),
    "reports": N_("Reports"),
    "live": N_("Live meeting"),
}

_PAGES = tuple(
    ActionSpec(
        id=f"go.{page}",
        text=PAGE_TEXTS[page],
        menu="go",
        group="go",
        icon=page,
        keys=(f"Ctrl+Shift+{n}",) if n else ("Alt+Home",),
        mac=(f"Meta+Shift+{n}",) if n else ("Ctrl+Shift+Home",),
        when="workbook" if n else "",
    )
    for n, page in enumerate(RAIL)
)

_GO = (
    ActionSpec(
        id="go.anything", text=N_("&Go to…"), menu="go", group="go", keys=("Ctrl+K",), line_above=True,
    ),
    ActionSpec(
        id="go.station_next", text=N_("Next &station"), menu="go", group="go", keys=("PgDown",),
        screens=WALKING,
    ),
    ActionSpec(
        id="go.station_before", text=N_("Station &before"), menu="go", group="go", keys=("PgUp",),
        screens=WALKING,
    ),
    ActionSpec(
        id="go.unanswered", text=N_("Next statement without an &answer"), menu="go", group="go",
        keys=("Ctrl+Shift+Down",), mac=("Meta+Alt+Down",), screens=("stage-check",),
    ),
    ActionSpec(id="go.part_next", text=N_("Next &part of the window"), menu="go", group="go", keys=("F6",)),
    ActionSpec(id="go.part_before", text=N_("Part be&fore"), menu="go", group="go", keys=("Shift+F6",)),
)  # fmt: skip

_VIEW = (
    ActionSpec(
        id="view.picture", text=N_("&Picture or table"), menu="view", group="view", keys=("Ctrl+Shift+T",),
        screens=("walk", "stage-check", "indicators", "partners", "groundwork"),
    ),
    ActionSpec(
        id="view.map",
        text=N_("Station or &map"),
        menu="view",
        group="view",
        keys=("F4",),
        screens=WALKING,
    ),
    ActionSpec(
        id="view.all_lanes", text=N_("All la&nes"), menu="view", group="view", keys=("Shift+F4",),
        screens=WALKING,
    ),
    ActionSpec(
        id="view.questions",
        text=N_("All &questions"),
        menu="view",
        group="view",
        keys=("F3",),
        screens=WALKING,
    ),
    ActionSpec(id="view.theme.light", text=N_("&Light"), menu="view", check=True, line_above=True),
    ActionSpec(id="view.theme.dark", text=N_("&Dark"), menu="view", check=True),
    ActionSpec(id="view.theme.contrast", text=N_("High &contrast"), menu="view", check=True),
    ActionSpec(
        id="view.flip", text=N_("S&witch light and dark"), menu="view", group="view",
        keys=("Ctrl+Shift+L",),
    ),
    ActionSpec(
        id="view.larger", text=N_("La&rger"), menu="view", group="view", keys=("Ctrl+=", "Ctrl++"),
        line_above=True,
    ),
    ActionSpec(id="view.smaller", text=N_("&Smaller"), menu="view", group="view", keys=("Ctrl+-",)),
    ActionSpec(id="view.usual", text=N_("&Usual size"), menu="view", group="view", keys=("Ctrl+0",)),
    ActionSpec(
        id="view.full", text=N_("&Full screen"), menu="view", group="view", keys=("F11",),
        mac=("Meta+Ctrl+F",), check=True,
    ),
    ActionSpec(id="view.language.en", text="English", menu="view", check=True, line_above=True),
    ActionSpec(id="view.language.es", text="Español", menu="view", check=True),
    ActionSpec(
        id="view.not_on_wall", text=N_("This window is not on the w&all"), menu="view", group="room",
        keys=("Shift+F9",), check=True, line_above=True,
    ),
    ActionSpec(
        id="view.peek", text=N_("Show private fields"), group="room", keys=("Ctrl+Shift+P",), held=True,
    ),
)  # fmt: skip

_HELP = (
    ActionSpec(
        id="help.keys", text=N_("&Keys"), menu="help", group="go", keys=("F1", "?"), mac=("F1", "Ctrl+?"),
    ),
    ActionSpec(id="help.about", text=N_("&About Walkthrough"), menu="help"),
)  # fmt: skip

ACTIONS: tuple[ActionSpec, ...] = (
    *_FILE,
    *_EDIT,
    *_CAPTURE,
    _HAND_OFF,
    *_LANES,
    *_ENTRY,
    *_PAGES,
    *MEETING,
    *WALL,
    *_GO,
    *_VIEW,
    *_HELP,
)
BY_ID = {spec.id: spec for spec in ACTIONS}
