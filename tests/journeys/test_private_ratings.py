# SPDX-License-Identifier: MIT
"""Private ratings in the real window, by keys: the laptop passed round, paper typed in, hands, too few.

Each is cut short in the middle, taken up again and sealed once.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from tests.fake_screens import LAPTOP, WALL
from tests.fake_screens import screens as screens
from tests.journeys.keys import CTRL, SHIFT, Fingers, Key, at, focus, wait_until
from walkthrough.model.commands.meeting import PlanMeeting
from walkthrough.model.commands.prepare import SetMeetingDimensions
from walkthrough.model.commands.roll import CameUnnamed
from walkthrough.model.commands.stage import BeginStageCheck
from walkthrough.model.content import load_shelf
from walkthrough.model.queries.stage import check_page
from walkthrough.model.schema import Round, Tally
from walkthrough.model.words import AgendaKind, RatingMethod
from walkthrough.model.workbook import Workbook
from walkthrough.paths import resources
from walkthrough.ui.room import displays_now

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def county(tmp_path):
    """Make a county whose meeting of today is a stage check with so many people: `county(6, method)`."""

    def _made(people: int, method: RatingMethod, dimensions: int = 0) -> Path:
        path = tmp_path / "county.walkthrough"
        book = Workbook.create(path)
        plan = PlanMeeting(
            book.clock.today(),
            {"rating": method, "starts": "00:10", "ends": "23:50"},
            ((AgendaKind.STAGE_CHECK, "Stage check", 20),),
        )
        book.do(plan)
        for _ in range(people):
            book.do(CameUnnamed(plan.id, None))
        check = BeginStageCheck(book.clock.today(), load_shelf(resources() / "content", "en").ladder, plan.id)
        book.do(check)
        chosen = book.read(check_page, check.id).dimensions[:dimensions]
        book.do(SetMeetingDimensions(plan.id, tuple(one.id for one in chosen)))
        book.close()
        return path

    return _made


class Room:
    """A live meeting at its stage check, and the fingers on its keys."""

    def __init__(self, windows) -> None:
        self.windows, self.hand = windows, Fingers(windows.window)

    def go_live(self) -> Room:
        self.hand.ctrl(Key.Key_L)
        return self

    @property
    def book(self) -> Workbook:
        return self.windows.frame.opened.workbook

    @property
    def live(self):
        return self.windows.window.stack.page

    @property
    def ask(self):
        return self.live.part().ask

    @property
    def panel(self):
        return self.ask.round

    def rounds(self) -> list[tuple[int, tuple[int, ...]]]:
        """Every round: how many ballots, and the tallies kept of it."""
        found = []
        rows = self.book.read(lambda c: c.execute(select(Round.id, Round.ballots).order_by(Round.pos)).all())
        for key, ballots in rows:
            query = select(Tally.ballots).where(Tally.round_id == key).order_by(Tally.stage)
            found.append((ballots, tuple(self.book.read(lambda c, q=query: c.execute(q).scalars().all()))))
        return found

    def boxes(self) -> list[Path]:
        return sorted(self.book.path.parent.glob("*.ballots"))


def cut_short(room: Room, start, folder: Path) -> Room:
    """Take what is on the disk at this moment elsewhere, as it is after the power failed, and open that."""
    folder.mkdir()
    for file in room.book.path.parent.glob("county.walkthrough*"):
        if file.is_file() and not file.name.endswith((".lock", "-shm")):
            shutil.copyfile(file, folder / file.name)
    room.windows.window.close()
    again = Room(start(folder / "county.walkthrough", "--screen", "overview"))
    again.hand.press(Key.Key_Return)  # the bar offers to go on with the meeting
    assert again.live.name == "live"
    return again


def spoken(widget) -> str:
    """All that a screen reader can find in a widget."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)

    def read(face) -> str:
        own = " ".join(face.text(kind) for kind in kinds)
        state = "CHOSEN" if face.state().checked else ""
        return " ".join((own, state, *(read(face.child(n)) for n in range(face.childCount()))))

    return read(QAccessible.queryAccessibleInterface(widget))


def test_six_pass_the_laptop_each_with_two_keys_and_a_crash_between(county, start, screens, tmp_path):
    path = county(6, RatingMethod.PASS)
    windows = start(path, "--screen", "overview")
    screens(LAPTOP, WALL)
    room = Room(windows).go_live()
    room.hand.press(Key.Key_F5)
    room.live.bar.shared.click()
    hand, panel = room.hand, room.panel
    assert at() == "ballots_open"
    hand.press(Key.Key_Return)
    assert room.boxes() == [], "no box before it is said that the room cannot see this window"
    assert "another screen" in panel.question.told.text()
    hand.type("c")
    assert len(room.boxes()) == 1
    assert windows.window.room.confirmed
    hand.press(Key.Key_Return)
    page = panel.page
    assert page.geometry() == windows.window.rect()
    assert windows.window.isFullScreen()
    assert windows.window.screen().name() == "laptop"
    for answer in (2, 3):
        hand.press(Key.Key_Space)
        hand.begin(f"ballot {answer}")
        hand.press(Key(Key.Key_0 + answer), Key.Key_Return)
        assert hand.part.keys == 2
    assert panel.ballot_box.many_in == 2
    assert "CHOSEN" not in spoken(page)
    assert "2 of 6" in spoken(page.hand_over)
    assert wait_until(lambda: windows.frame.projection.status.view.many_in == 2)
    assert not windows.frame.projection.status.view.is_open
    _everything_else_is_dead(room)
    hand.press(Key.Key_4)  # chosen and not sent when the power fails
    again = cut_short(room, start, tmp_path / "after")
    _the_other_four(again)


def _everything_else_is_dead(room: Room) -> None:
    """At an open ballot no other key does anything but blanking the wall."""
    hand, page, windows = room.hand, room.panel.page, room.windows
    before = room.live.part().showing()
    steps = room.book.next_undo
    hand.press(Key.Key_Space)
    assert page.shown() is page.ballot
    assert [spec.id for spec in windows.window.actions_here.can_be_asked()] == ["wall.blank"]
    page.ballot.rows.choose(1)
    assert not room.panel.side.throw_away.isEnabled(), "nor can a mouse or a screen reader reach beneath"
    for keys in (
        Key.Key_PageDown,
        Key.Key_PageUp,
        Key.Key_F1,
        Key.Key_F5,
        Key.Key_F8,
        Key.Key_F6,
        Key.Key_F11,
    ):
        hand.press(keys)
    hand.ctrl(Key.Key_Z, Key.Key_PageDown, Key.Key_K, Key.Key_E, Key.Key_W, Key.Key_1, Key.Key_Return)
    hand.alt(Key.Key_C, Key.Key_F, Key.Key_Home)
    hand.press(Key.Key_2, with_=CTRL | SHIFT)
    for _ in range(6):
        hand.press(Key.Key_Tab)
        assert page.isAncestorOf(focus())
    assert page.shown() is page.ballot
    assert page.ballot.rows.value() == 1
    assert room.live.part().showing() == before
    assert room.book.next_undo == steps
    hand.press(Key.Key_F9)
    assert windows.frame.projection.status.is_covered
    hand.press(Key.Key_F9)
    hand.press(Key.Key_Escape)
    assert (page.shown(), page.ballot.rows.value()) == (page.ballot, -1), "Esc takes the choice back, no more"
    hand.press(Key.Key_Return)
    assert "Choose a number first" in page.ballot.note.text()
    hand.press(Key.Key_7)
    assert page.ballot.rows.value() == -1


def _the_other_four(again: Room) -> None:
    hand, panel = again.hand, again.panel
    assert panel.ballot_box.many_in == 2
    assert panel.method is RatingMethod.PASS
    assert not panel.cover.holds, "a restart begins safe"
    panel.handing.button.setFocus()
    hand.press(Key.Key_Return)
    assert panel.page.shown() is panel.page.question
    hand.press(Key.Key_Space, Key.Key_3, Key.Key_Return)
    assert panel.page.shown() is panel.page.question, "a key meant for a ballot gives no word"
    hand.type("c")
    for answer in (3, 2, 0, 1):
        hand.press(Key.Key_Space, Key(Key.Key_0 + answer), Key.Key_Return)
    assert "Everybody is in" in spoken(panel.page.hand_over)
    hand.ctrl(Key.Key_Return)
    assert panel.page is None
    assert not again.windows.window.isFullScreen()
    assert at() == "box_close"
    hand.press(Key.Key_Return)
    assert at() == "box_yes"
    hand.press(Key.Key_Return)
    assert again.rounds() == [(6, (1, 1, 2, 2, 0))]
    assert again.boxes() == []
    hand.ctrl(Key.Key_Z)
    assert "sealed" in again.windows.window.status.said()
    assert again.rounds() == [(6, (1, 1, 2, 2, 0))]


def close_though_a_sheet_is_missing(hand: Fingers) -> None:
    """Two Enters leave the box open."""
    hand.tab_to("box_close")
    hand.press(Key.Key_Return)
    assert at() == "box_no"
    hand.press(Key.Key_Backtab, Key.Key_Return)


SHEETS = ("2310231023", "3310231020", "0000000000", "1234123412")


def test_twelve_paper_ballots_of_ten_answers_are_ten_digits_each(county, start, screens, tmp_path):
    room = Room(start(county(12, RatingMethod.PAPER, 9), "--screen", "overview")).go_live()
    hand, panel = room.hand, room.panel
    assert at() == "ballots_open"
    assert panel.offer.wants_more()
    hand.press(Key.Key_Return)
    assert "Cover the projector" in panel.question.told.text()
    assert panel.entry.isHidden()
    hand.type("c")
    assert at() == "sheet_cells"
    for number in range(5):
        hand.begin(f"sheet {number}")
        hand.type(SHEETS[number % 4])
        assert hand.part.keys == 10
        assert panel.ballot_box.many_in == number + 1
    assert "2310231023" not in spoken(panel)
    hand.type("23")
    again = cut_short(room, start, tmp_path / "after")
    hand, panel = again.hand, again.panel
    assert panel.ballot_box.many_in == 5
    assert not panel.question.isHidden()
    hand.type("c")
    assert "Sheet 6 was not finished: type it again." in panel.entry.note.text()
    hand.type("".join(SHEETS[number % 4] for number in range(5, 11)))
    hand.type("12x")
    assert (panel.ballot_box.many_in, panel.ballot_box.spoilt) == (11, 1)
    panel.side.handed_out.control.setFocus()
    hand.write("13")
    hand.press(Key.Key_Return)
    assert "11 returned + 1 spoilt, 13 handed out: 1 is missing." in panel.side.hint.text()
    close_though_a_sheet_is_missing(hand)
    rounds = again.rounds()
    assert len(rounds) == 10
    assert {ballots for ballots, _tallies in rounds} == {11}
    first = [int(SHEETS[number % 4][0]) for number in range(11)]
    assert rounds[0][1] == tuple(first.count(answer) for answer in range(5))
    last = [int(SHEETS[number % 4][9]) for number in range(11)]
    assert rounds[9][1] == tuple(last.count(answer) for answer in range(5))
    assert again.boxes() == []


def test_fifteen_hands_are_counted_on_after_a_crash(county, start, screens, tmp_path):
    room = Room(start(county(15, RatingMethod.HANDS), "--screen", "overview")).go_live()
    room.hand.type("2")
    room.hand.press(Key.Key_Return)
    room.hand.type("7")
    room.windows.frame.opened.drafts.keep_all()  # what happens every two seconds
    again = cut_short(room, start, tmp_path / "after")
    assert at() == "draft.put_back"
    again.hand.press(Key.Key_Return)
    assert again.ask.by_hands.list.total() == 9
    again.ask.by_hands.list.choose("3")
    again.ask.by_hands.list.setFocus()
    for many in (4, 1, 1):
        again.hand.type(str(many))
        again.hand.press(Key.Key_Return)
    assert at() == "hands_count"
    again.hand.press(Key.Key_Return)
    assert again.rounds() == [(0, (1, 2, 7, 4, 1))]
    assert not again.boxes()


def test_four_of_six_ballots_stay_open_and_keep_their_number_only(county, start, screens, tmp_path):
    room = Room(start(county(6, RatingMethod.PAPER), "--screen", "overview")).go_live()
    room.hand.press(Key.Key_Return)
    room.hand.type("c2332")
    room.panel.side.close_box.setFocus()
    room.hand.press(Key.Key_Return)
    told = room.panel.side.question.text()
    assert "4 of 6 are in. With fewer than five nothing is shown and only the number is kept." in told
    assert at() == "box_no"
    room.hand.press(Key.Key_Return)
    assert room.panel.ballot_box.many_in == 4
    assert at() == "sheet_cells", "left open, the next sheet has the keys"
    again = cut_short(room, start, tmp_path / "after")
    assert again.panel.ballot_box.many_in == 4
    assert again.rounds() == []
    again.panel.side.close_box.setFocus()
    again.hand.press(Key.Key_Return)
    again.hand.tab_to("box_yes", back=True)
    again.hand.press(Key.Key_Return)
    assert again.rounds() == [(4, ())]
    assert again.boxes() == []


def test_a_projector_that_turns_to_mirroring_blanks_the_ballot_at_once(county, start, screens):
    windows = start(county(6, RatingMethod.PASS), "--screen", "overview")
    screens(LAPTOP, WALL)
    room = Room(windows).go_live()
    panel, hand = room.panel, room.hand
    hand.press(Key.Key_Return)
    hand.type("c")
    hand.press(Key.Key_Return, Key.Key_Space, Key.Key_3)
    page = panel.page
    assert page.ballot.rows.value() == 3
    seen = []
    windows.window.room.screens_changed.connect(
        lambda: seen.append(page.ballot.isVisible()), Qt.ConnectionType.SingleShotConnection
    )
    screens(LAPTOP, WALL.at(0, 0))
    assert wait_until(lambda: bool(seen))
    assert seen[0] is False, "hidden before anything else hears of the screens"
    assert page.shown() is page.question
    assert page.ballot.rows.value() == -1
    assert not page.ballot.isVisible()
    assert windows.window.isFullScreen()
    assert page.isAncestorOf(focus())
    hand.press(Key.Key_Return)
    assert panel.ballot_box.many_in == 0, "the Enter that was meant to send it sends nothing"
    assert page.shown() is page.question
    assert "The screens have changed" in page.question.told.text()
    hand.type("c")
    assert page.shown() is page.hand_over
    assert windows.window.room.safe, "the word covers ballots, private fields stay hidden"
    hand.press(Key.Key_Space, Key.Key_2, Key.Key_Return)
    assert panel.ballot_box.many_in == 1
    _ends_with_nothing_kept(room, screens)


def _ends_with_nothing_kept(room: Room, screens) -> None:
    panel, hand, page = room.panel, room.hand, room.panel.page
    screens(LAPTOP.sized(1280, 720))
    assert wait_until(lambda: page.shown() is page.question), "every change of screens asks anew"
    assert len(displays_now()) == 1
    hand.type("c")
    hand.ctrl(Key.Key_Return)
    room.ask.private.ensureWidgetVisible(panel.side.throw_away)
    panel.side.throw_away.click()
    hand.press(Key.Key_Return)
    assert panel.ballot_box is not None, "the keys are on the answer that keeps it"
    assert QApplication.focusWidget() is not None
    panel.side.throw_away.click()
    panel.side.yes.click()
    assert (room.boxes(), room.rounds()) == ([], [])
