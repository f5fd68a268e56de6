# SPDX-License-Identifier: MIT
"""The wall's life on real changes of screens: it hides first and comes back where it was.

The screens are fake, all that Qt does with them is real (`tests/fake_screens.py`).
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.fake_screens import LAPTOP, WALL, Fake
from walkthrough.model.queries.wall.shapes import Walking, WallHead, WallRow
from walkthrough.model.showing import Call
from walkthrough.model.words import AgendaKind, Kind
from walkthrough.settings import KeptSettings
from walkthrough.ui.room import RoomState, ScreenWatch
from walkthrough.ui.wall.keep_awake import KeepAwake
from walkthrough.ui.wall.projection import Projection, WallState
from walkthrough.ui.wall.standing import Stand

MIRROR = WALL.at(0, 0)
"""The projector shows what the laptop shows, at a resolution and scale of its own."""


DESK = Fake("desk", 0, 0, 1366, 768)
"""A laptop at 100 %: at another scale this platform moves a window about when it is placed."""


def view(question: str) -> Walking:
    head = WallHead(AgendaKind.WALK, "Walk", "Birth", 1, 3)
    rows = tuple(WallRow(number, Kind.BARRIER, f"No answer on day {number}") for number in (1, 2))
    return Walking(head, Call.NONE, question, "", "", rows, 0, 2, 0)


class Here:
    """A presenter's window on the laptop, its room and its wall."""

    def __init__(self, qtbot, folder) -> None:
        self.qtbot = qtbot
        self.room = RoomState()
        self.window = QWidget()
        self.field = QLineEdit(self.window)
        qtbot.addWidget(self.window)
        self.watch = ScreenWatch(self.room, self.window)
        self.window.setGeometry(100, 100, 600, 400)
        self.window.show()
        self.watch.follow_window(self.window.windowHandle())
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.settings = KeptSettings(folder / "settings.toml")
        self.wall = Projection(self.room, self.window, self.settings, self.window, KeepAwake(()))
        for timer in (self.wall._standing._settle, self.wall._standing._check):
            timer.setInterval(10)  # a desk takes longer; no test has to wait for that
        self.wall.set_view(view("First"))

    @property
    def audience(self):
        return self.wall.audience

    def settle(self) -> None:
        timer = self.wall._standing._settle
        self.qtbot.waitUntil(lambda: not timer.isActive(), timeout=5000)

    def on_wall(self) -> str:
        shown = self.audience.isVisible() and self.wall.status.stand is Stand.WALL
        return self.audience.screen().name() if shown else ""

    def is_up(self) -> bool:
        return self.audience is not None and self.audience.isVisible()

    def says(self) -> str:
        return " ".join(shape.say for shape in self.audience.scene.shapes if shape.say)

    def picture(self):
        self.audience.draw_now()
        return self.audience.grab().toImage()


@pytest.fixture
def here(qtbot, screens, tmp_path):
    place = Here(qtbot, tmp_path)
    yield place
    place.wall.stop()


def test_without_a_second_screen_the_wall_is_a_small_window_beside_the_presenter(here):
    here.wall.start()
    assert here.wall.is_small
    assert here.audience.windowTitle() == "What the room would see"
    assert here.audience.width() < here.window.screen().size().width() / 2
    assert here.wall.screen_number == 1
    assert not here.wall.can_swap
    assert here.room.safe


def test_screens_that_mirror_from_the_start_give_a_dry_run_and_cannot_be_confirmed(here, screens):
    screens(LAPTOP, MIRROR)
    here.wall.start()
    assert here.wall.is_small
    here.room.confirm_not_on_wall()
    assert here.room.safe


def test_two_screens_of_one_geometry_mirror(here, screens):
    screens(LAPTOP, WALL.at(0, 0).sized(1366, 768))
    here.wall.start()
    assert here.wall.is_small
    assert not here.room.can_confirm


def test_the_wall_fills_the_other_screen_and_the_presenter_keeps_the_focus(here, screens, qtbot):
    screens(LAPTOP, WALL)
    here.field.setFocus()
    with qtbot.waitSignal(here.wall.asks_confirmation):
        here.wall.start()
    qtbot.waitUntil(here.field.hasFocus)
    assert here.on_wall() == "wall"
    assert here.audience.geometry() == here.audience.screen().geometry()
    assert here.wall.screen_number == 2
    assert here.wall.can_swap
    assert here.audience.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_showing_on_the_wall_alone_shows_no_private_field(here, screens):
    screens(LAPTOP, WALL)
    for _press in range(3):
        here.wall.start()
        assert here.room.safe
    assert here.wall.asks
    here.room.confirm_not_on_wall()
    assert not here.room.safe
    assert not here.wall.asks


def test_each_window_is_laid_out_for_its_own_screen(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    assert (here.window.devicePixelRatioF(), here.audience.devicePixelRatioF()) == (1.25, 1.0)
    assert (here.audience.scene.w, here.audience.scene.h) == (1920, 1080)


def test_a_dry_run_goes_to_the_wall_when_the_screens_are_extended(here, screens):
    screens(LAPTOP, MIRROR)
    here.wall.start()
    screens(LAPTOP, WALL)
    here.settle()
    here.qtbot.waitUntil(lambda: here.on_wall() == "wall")
    assert not here.wall.is_small
    assert here.room.safe
    assert here.wall.asks


def test_when_the_screens_mirror_in_one_event_the_room_is_safe_before_the_wall_hides(here, screens, qtbot):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.room.confirm_not_on_wall()
    seen = []
    here.room.changed.connect(lambda: seen.append(("safe", here.room.safe, here.is_up())))
    here.wall.changed.connect(lambda: seen.append(("wall", here.room.safe, here.is_up())))
    screens(LAPTOP, MIRROR)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[:2] == [("safe", True, True), ("wall", True, False)]
    here.settle()
    assert here.wall.status.is_waiting
    assert here.wall.state is WallState.LIVE
    assert not here.wall.asks


@pytest.mark.parametrize("state", [WallState.LIVE, WallState.FROZEN, WallState.BLANK])
def test_a_projector_that_is_unplugged_and_back_shows_what_it_showed(here, screens, state):
    screens(LAPTOP, WALL)
    here.wall.start()
    {"live": here.wall.start, "frozen": here.wall.freeze, "blank": here.wall.blank}[state]()
    before = here.picture()
    here.room.confirm_not_on_wall()
    screens(LAPTOP)
    assert here.room.safe
    assert not here.audience.isVisible()
    assert here.wall.screen_number == 0
    here.settle()
    assert not here.audience.isVisible()
    assert (here.wall.state, here.wall.status.is_waiting) == (state, True)
    screens(LAPTOP, WALL)
    here.settle()
    assert here.on_wall() == "wall"
    assert here.wall.state is state
    assert here.picture() == before
    assert here.room.safe
    assert here.wall.asks


def test_with_its_screen_gone_f5_opens_the_dry_run(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    screens(LAPTOP)
    here.settle()
    here.wall.start()
    assert here.wall.is_small
    assert here.audience.isVisible()


def test_the_wall_comes_back_to_its_own_screen_among_several(here, screens):
    large = WALL.at(4000, 0).sized(3840, 2160)
    screens(LAPTOP, WALL)
    here.wall.start()
    screens(LAPTOP)
    here.settle()
    screens(LAPTOP, Fake("television", 4000, 0, large.width, large.height), WALL)
    here.settle()
    assert here.on_wall() == "wall"


def test_the_wall_that_was_used_last_on_this_machine_is_used_again(here, screens):
    screens(LAPTOP, WALL, Fake("television", 4000, 0, 3840, 2160))
    here.settings.change(wall_screen="wall")
    here.wall.start()
    assert here.on_wall() == "wall"


def test_a_screen_that_comes_besides_leaves_the_wall_where_it_is(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.room.confirm_not_on_wall()
    screens(LAPTOP, WALL, Fake("television", 4000, 0, 3840, 2160))
    assert here.room.safe
    assert here.audience.isVisible()
    here.settle()
    assert here.on_wall() == "wall"


def test_the_laptop_closed_leaves_the_presenter_uncovered(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.room.confirm_not_on_wall()
    screens(WALL)
    assert here.room.safe
    here.settle()
    assert here.window.screen().name() == "wall"
    assert not here.audience.isVisible()


def test_swapped_windows_trade_screens_and_the_room_is_asked_anew(here, screens, qtbot):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.room.confirm_not_on_wall()
    with qtbot.waitSignal(here.wall.asks_confirmation):
        here.wall.swap()
    qtbot.waitUntil(lambda: here.window.screen().name() == "wall")
    assert here.on_wall() == "laptop"
    assert (here.audience.scene.w, here.audience.scene.h) == (1093, 614)
    assert here.room.safe
    here.wall.swap()
    qtbot.waitUntil(lambda: here.window.screen().name() == "laptop")
    assert here.on_wall() == "wall"


def test_a_presenter_window_dragged_over_the_edge_hides_at_once(here, screens):
    screens(DESK, WALL)
    here.wall.start()
    here.room.confirm_not_on_wall()
    here.window.setGeometry(1000, 100, 600, 400)  # most of it is still on the laptop
    here.qtbot.waitUntil(lambda: here.room.safe)
    assert not here.wall.asks
    here.window.setGeometry(100, 100, 600, 400)
    here.qtbot.waitUntil(lambda: here.wall.asks)
    assert here.room.safe


def test_a_presenter_window_moved_on_its_own_screen_stays_open(here, screens, qtbot):
    screens(DESK, WALL)
    here.wall.start()
    here.room.confirm_not_on_wall()
    here.window.setGeometry(300, 150, 500, 300)
    qtbot.waitUntil(lambda: here.window.windowHandle().x() == 300)
    assert not here.room.safe


def test_a_frozen_wall_keeps_its_picture_to_the_byte_while_the_presenter_goes_on(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall.freeze()
    before, said = here.picture(), here.says()
    here.wall.set_view(view("Second"))
    assert (here.picture(), here.says()) == (before, said)
    assert here.wall.status.view == view("First")
    here.wall.start()
    assert "Second" in here.says()
    assert here.picture() != before


def test_a_blank_wall_says_nothing_and_f5_shows_the_newest_picture(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall.blank()
    assert here.wall.status.is_covered
    assert here.says() == ""
    here.wall.set_view(view("Second"))
    assert here.says() == ""
    here.wall.start()
    assert "Second" in here.says()


def test_a_frozen_wall_is_still_frozen_after_it_was_blank(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall.freeze()
    here.wall.blank()
    here.wall.set_view(view("Second"))
    here.wall.freeze()
    assert here.wall.state is WallState.BLANK
    here.wall.blank()
    assert here.wall.state is WallState.FROZEN
    assert "First" in here.says()
    here.wall.freeze()
    assert "Second" in here.says()


def test_off_the_wall_nothing_is_left_and_nothing_answers(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall.stop()
    for call in (here.wall.freeze, here.wall.blank, here.wall.swap, here.wall.stop):
        call()
    assert here.wall.state is WallState.OFF
    assert here.audience is None
    assert here.wall.status.is_covered
    screens(LAPTOP)
    screens(LAPTOP, WALL)
    assert here.audience is None


def test_what_is_forgotten_comes_back_neither_live_nor_frozen(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall.freeze()
    here.wall.forget_view()
    assert here.says() == ""
    here.wall.start()
    assert here.says() == ""


def test_closing_the_small_window_by_its_frame_takes_it_off_the_wall(here):
    here.wall.start()
    here.audience.close()
    assert here.wall.state is WallState.OFF


def test_the_words_grow_by_steps_that_this_machine_remembers(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall.set_room_size(200, 600)
    usual = here.picture()
    here.wall.larger()
    assert here.picture() != usual
    assert here.settings.now.wall_step == 1
    here.wall.larger(-1)
    assert here.picture() == usual


def test_a_wall_that_the_window_manager_put_elsewhere_is_sent_back(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.audience.setGeometry(0, 0, 500, 300)
    here.qtbot.waitUntil(lambda: here.on_wall() == "wall" and here.audience.width() == 1920)
    assert not here.wall.is_small


def test_a_wall_that_will_not_stay_where_it_belongs_is_left_to_a_person_to_drag(here, screens):
    screens(LAPTOP, WALL)
    here.wall.start()
    here.wall._standing._tries = 3
    here.audience.setGeometry(0, 0, 500, 300)
    here.qtbot.waitUntil(lambda: here.wall.is_small)
    assert "press F11" in here.audience.windowTitle()
    assert here.audience.screen().name() == "laptop"
