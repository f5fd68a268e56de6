# SPDX-License-Identifier: MIT
"""Joins the window to one open workbook at a time: opening, closing, going, following changes, undo.

It must not know what any screen shows. The model is imported with it, after the window's first picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QObject

from walkthrough import paths
from walkthrough.model import ChangeSet, Clock, FileTrouble, Refused, SystemClock, Workbook
from walkthrough.model.content import load_shelf
from walkthrough.settings import KeptSettings
from walkthrough.ui import screen_makers
from walkthrough.ui.back_and_forth import BackAndForth
from walkthrough.ui.dialogs.ask import Ask
from walkthrough.ui.dialogs.go_to import GoToDialog
from walkthrough.ui.draft_offer import DraftOffer
from walkthrough.ui.key_sheet import KeySheet
from walkthrough.ui.live_bar import LiveBar
from walkthrough.ui.live_door import LiveDoor
from walkthrough.ui.main_window import MainWindow
from walkthrough.ui.not_saved import say_not_kept, say_unopened, say_unsaved
from walkthrough.ui.open_box import may_leave_boxes, say_box_saved
from walkthrough.ui.opened import Around, Opened
from walkthrough.ui.view_actions import ViewActions
from walkthrough.ui.wall.projection import Projection
from walkthrough.ui.wording_ui import refusal_text, trouble_text
from walkthrough.wording import _, current


@dataclass(frozen=True)
class Surroundings:
    """What a frame stands in; tests hand in their own clock and questions."""

    places: paths.Places
    settings: KeptSettings
    clock: Clock
    ask: Ask

    @classmethod
    def usual(cls, window: MainWindow, places: paths.Places, settings: KeptSettings) -> Surroundings:
        """Return the machine's clock and real dialogs."""
        return cls(places, settings, SystemClock(), Ask(window))


class Frame(QObject):
    """The life of the window after its first picture."""

    def __init__(self, window: MainWindow, view: ViewActions, around: Surroundings) -> None:
        super().__init__(window)
        self.window, self.around = window, around
        self.opened: Opened | None = None
        self.projection = Projection(window.room, window, around.settings, self)
        self._view = view
        self._actions = window.actions_here
        self._offer: DraftOffer | None = None
        self._door: LiveDoor | None = None
        self._bar = LiveBar()
        self._said_folder = False
        self._back = BackAndForth(window, self)
        self._actions.answer(
            {
                "go.anything": self._go_anything,
                "help.keys": lambda: KeySheet(window).exec(),
                "live.start": partial(self.go, "live", start=True),
                **{f"go.{name}": partial(self.go, name) for name in screen_makers.pages_here()},
            }
        )
        window.notices.addWidget(self._bar)
        self._bar.go_on_asked.connect(self._go_on)
        window.closing.connect(self.close)
        window.may_close = self.may_let_go
        window.room.changed.connect(self._follow_state)
        self._follow_state()

    @property
    def desk_workbook(self) -> Workbook | None:
        """The open workbook."""
        return self.opened.workbook if self.opened else None

    def go(self, screen: str, /, **where: object) -> None:
        """Show a page; without a workbook, or for a page that is not there, Home.

        To "live" with start=True or meeting_id=... a meeting starts; one that was interrupted goes on.
        """
        if screen == "live" and not self._goes_live(where.pop("start", False), where.pop("meeting_id", "")):
            return
        self.window.show_page(screen if self.window.stack.knows(screen) else "home", **where)
        self._show_way_back(screen)
        if self.opened is not None and self.window.stack.knows(screen) and screen not in ("home", "live"):
            self.around.settings.change(screen=screen)

    def open_book(self, path: Path, screen: str = "") -> bool:
        """Open a workbook in place of the one that is open; False if it cannot be opened, which is said."""
        try:
            workbook = Workbook.open(path, clock=self.around.clock, backups=self.around.places.backups)
        except FileTrouble as trouble:
            say_unopened(self.around.ask, self.around.places.backups, trouble)
            return False
        self.take(workbook, screen)
        return True

    def take(self, workbook: Workbook, screen: str = "") -> None:
        """Work with this open workbook from now on."""
        self.close_book()
        shelf = load_shelf(paths.resources() / "content", current().language)
        status = self.window.status
        room, here = self.window.room, self.around
        around = Around(
            shelf, room, here.clock, here.settings, status.say, self.go, here.ask, self.projection
        )
        self.opened = opened = Opened(workbook, around, self)
        self._door = LiveDoor(opened.desk)
        opened.bridge.changed.connect(self._follow)
        opened.bridge.failed.connect(partial(say_unsaved, status))
        opened.bridge.box_kept.connect(partial(say_box_saved, status))
        opened.drafts.failed.connect(partial(say_not_kept, status))
        opened.drafts.mended.connect(lambda: status.set_saved(QDateTime.currentDateTime()))
        self._back.use(workbook)
        self.window.stack.add_makers(screen_makers.makers(opened.desk))
        self.window.rail.set_open(True)
        self.window.retitle(workbook.path.name.removesuffix(paths.WORKBOOK_SUFFIX))
        self.around.settings.put(self.around.settings.now.opened(workbook.path.resolve()))
        self.window.stack.read_again("home")
        status.set_saved(QDateTime.currentDateTime())
        self._follow_state()
        self.go(screen or self.around.settings.now.screen)
        self._offer = DraftOffer.over(self.window, opened.drafts, self.go)
        if self._door.interrupted() is not None:
            self._bar.offer(workbook)
        self._say_if_nothing_is_kept(workbook)

    def may_let_go(self) -> bool:
        """Keep what is being typed and tell of an open ballot box; ask where something could be lost."""
        if self.opened is None:
            return True
        if self.opened.drafts.keeps_all():
            return may_leave_boxes(self.around.ask, self.opened.workbook)
        return self.around.ask.confirm(
            _("What you are typing could not be kept. Close anyway?"),
            _("Make room on the disk, or copy the words to another place first."),
            _("Close anyway"),
            danger=True,
        )

    def close_book(self) -> None:
        """Let go of the open workbook; Home is left."""
        if self.opened is None:
            return
        if self._offer is not None:
            self._offer.remove()
        self.window.stack.read_again("home")
        self.projection.stop()
        self.projection.forget_view()
        self.opened.workbook.live_meeting = None
        self.go("home")
        self._bar.hide()
        self.window.stack.forget(tuple(screen_makers.makers(self.opened.desk)))
        self.opened.close()
        self.opened, self._offer, self._door = None, None, None
        self._back.use(None)
        self.window.rail.set_open(False)
        self.window.retitle("")
        self.window.status.set_saved(None)
        self._follow_state()

    def close(self) -> None:
        """Keep what there is, for the window is closing."""
        self.around.settings.change(geometry=self.window.geometry_now(), maximised=self.window.isMaximized())
        self.projection.stop()
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def known(self, error: BaseException) -> bool:
        """Say a refusal or trouble that nobody else has said; False for a mistake of ours."""
        match error:
            case Refused():
                self.window.status.say(refusal_text(error))
            case FileTrouble() if self.opened is not None and self.opened.workbook.live_meeting is not None:
                self.window.status.say(trouble_text(error))  # no dialog in front of the room
            case FileTrouble():
                self.around.ask.tell(_("This was not saved"), trouble_text(error))
            case _:
                return False
        return True

    def _goes_live(self, start: object, meeting_id: object) -> bool:
        """Be in a meeting if there is one to go on with, or if one is to start; False if it could not."""
        if self._door is None:
            return True
        if start or meeting_id:
            return self._door.start(str(meeting_id))
        self._door.go_on()
        return True

    def _go_on(self) -> None:
        self.go("live")
        if self._offer is not None:
            self._offer.take_keys("live")

    def _show_way_back(self, screen: str) -> None:
        if self.opened is None or screen == "live":
            self._bar.hide()
        elif self.opened.workbook.live_meeting is not None:
            self._bar.remind(self.opened.workbook)
        if self._door is not None:
            self._door.note()

    def _say_if_nothing_is_kept(self, workbook: Workbook) -> None:
        if self._said_folder or (workbook.backup_trouble is None and self.around.settings.is_kept):
            return
        self._said_folder = True
        said = _("Backups and settings cannot be kept: the data folder {folder} cannot be written.")
        self.window.status.say(said.format(folder=self.around.places.data))

    def undo(self) -> None:
        """Take back the last step, and say which."""
        self._back.undo()

    def _follow(self, changes: ChangeSet, initiator: object) -> None:
        if changes.kind == "remove":
            self.projection.forget_view()  # a frozen picture too would keep the words
        self.window.stack.follow(changes, initiator)
        if self._door is not None and self._door.was_taken(changes):
            self._bar.hide()
            if self.window.stack.page is not None and self.window.stack.page.name == "live":
                self.go("overview")
        self.window.status.set_saved(QDateTime.currentDateTime())
        self._follow_state()

    def _follow_state(self) -> None:
        conditions: set[str] = set()
        workbook = self.desk_workbook
        if workbook is not None:
            conditions |= {"workbook", "undo"} | ({"redo"} if workbook.next_redo else set())
        self._actions.set_conditions(conditions, self._view.absent())
        self._back.show_names()

    def _go_anything(self) -> None:
        dialog = GoToDialog(self._actions.can_be_asked(), self.window)
        dialog.exec()
        if dialog.answer:
            self._actions.ask(dialog.answer)
