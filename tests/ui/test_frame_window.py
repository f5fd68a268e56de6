# SPDX-License-Identifier: MIT
"""The real window with a real workbook: starting, going, undo, drafts, keys, errors, room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout

from walkthrough.model import FileTrouble, Refused, Workbook
from walkthrough.model.commands.collaborative import NameCollaborative
from walkthrough.ui import screen_makers
from walkthrough.ui.dialogs.go_to import GoToDialog
from walkthrough.ui.dialogs.new_workbook import NewWorkbook, NewWorkbookDialog, file_name_for
from walkthrough.ui.key_sheet import KeySheet
from walkthrough.ui.main_window import SMALLEST, fitted
from walkthrough.ui.screen import Screen

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class NotesScreen(Screen):
    """A screen as small as a screen can be."""

    name = "overview"

    def __init__(self, desk):
        super().__init__(desk)
        self.line, self.label, self.count = QLineEdit(), QLabel(), 0
        self.other = QPushButton("Other")
        column = QVBoxLayout(self)
        for part in (self.line, self.label, self.other):
            column.addWidget(part)
        self.safe = None
        desk.drafts.watch("overview/line", self.line)

    def refresh(self):
        self.count += 1

    def first_focus(self):
        return self.line

    def set_room_safe(self, safe):
        self.safe = safe

    def handlers(self):
        return {"edit.find": lambda: self.label.setText("found")}

    def save(self):
        self.desk.workbook.do(NameCollaborative(self.line.text()), initiator=self)
        self.desk.drafts.saved("overview/line")


class PlanOfOne(NotesScreen):
    name = "plan"

    def concerns(self, changes):
        return changes.touches("collaborative")


@pytest.fixture(autouse=True)
def small_screens(monkeypatch):
    """Two small screens instead of the real ones: this is about the frame."""
    kinds = {"overview": NotesScreen, "plan": PlanOfOne}
    monkeypatch.setattr(screen_makers, "pages_here", lambda: ("home", "overview", "plan"))
    monkeypatch.setattr("walkthrough.ui.starting.pages_here", screen_makers.pages_here)
    monkeypatch.setattr(screen_makers, "_make", lambda name, desk: kinds[name](desk))


@pytest.fixture
def book(blank_workbook_file, tmp_path):
    path = tmp_path / "Bell & Knox ñ.walkthrough"
    path.write_bytes(blank_workbook_file.read_bytes())
    return path


@pytest.fixture
def windows(start, book):
    return start(book, "--screen", "overview")


def page(windows):
    return windows.window.stack.page


def test_without_a_file_home_shows_the_three_doors_and_the_first_has_the_focus(start):
    windows = start()
    home = page(windows)
    assert home.name == "home"
    assert QApplication.focusWidget() is home.welcome.sample


def test_a_file_on_the_command_line_opens_where_it_was_asked(windows):
    assert page(windows).name == "overview"
    assert windows.window.windowTitle().startswith("Bell & Knox ñ")
    assert QApplication.focusWidget() is page(windows).line


def test_a_change_is_followed_by_the_page_that_is_shown_and_by_others_at_their_next_visit(windows):
    frame = windows.frame
    frame.go("plan")
    plan = page(windows)
    frame.go("overview")
    before = plan.count
    frame.opened.workbook.do(NameCollaborative("Bell"))
    assert page(windows).count == 2
    assert plan.count == before
    frame.go("plan")
    assert plan.count == before + 1


def test_undo_takes_the_text_back_first_and_the_workbook_after(windows, qtbot):
    workbook, line = windows.frame.opened.workbook, page(windows).line
    workbook.do(NameCollaborative("Bell"))
    qtbot.keyClicks(line, "half")
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    assert workbook.next_undo is not None
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert workbook.next_undo is None
    assert windows.window.status.said() == "Undone: name of the collaborative."
    qtbot.keyClick(page(windows).other, Qt.Key.Key_Y, CTRL)
    assert windows.window.status.said() == "Done again: name of the collaborative."


def test_undo_with_nothing_to_undo_says_so(windows):
    windows.frame.undo()
    assert windows.window.status.said() == "There is nothing to undo."


def test_keys_go_to_pages_and_the_rail_marks_them(windows, qtbot):
    qtbot.keyClick(windows.window, Qt.Key.Key_5, CTRL | SHIFT)
    assert page(windows).name == "plan"
    assert windows.window.rail.first_focus().text() == "Plan"
    qtbot.keyClick(windows.window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert page(windows).name == "home"


def test_f6_walks_through_the_parts_of_the_window_and_back(windows, qtbot):
    seen = []
    for _step in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget().objectName())
    assert seen == ["room", "rail.overview", page(windows).line.objectName()]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget().objectName() == "rail.overview"


def test_the_page_answers_its_own_actions_and_only_then_they_can_be_asked_for(windows, qtbot):
    qtbot.keyClick(page(windows).line, Qt.Key.Key_F, CTRL)
    assert page(windows).label.text() == "found"
    assert not windows.window.actions_here.action("capture.kind.barrier").isEnabled()


def test_typing_that_was_not_saved_is_offered_again_without_showing_it(windows, start, book, qtbot):
    qtbot.keyClicks(page(windows).line, "Ms Smith said")
    windows.frame.opened.drafts.keep_all()
    windows.frame.close_book()
    windows.frame.open_book(book, "plan")
    offer = windows.frame._offer
    assert "Smith" not in offer.text()
    assert "3 words" in offer.text()
    qtbot.mouseClick(offer.findChild(QPushButton, "draft.put_back"), Qt.MouseButton.LeftButton)
    assert page(windows).name == "overview"
    assert page(windows).line.text() == "Ms Smith said"
    page(windows).save()
    assert windows.frame.opened.workbook.drafts.all() == ()


def test_a_draft_thrown_away_is_gone(windows, book, qtbot):
    qtbot.keyClicks(page(windows).line, "x")
    windows.frame.close_book()
    windows.frame.open_book(book)
    discard = windows.frame._offer.findChild(QPushButton, "draft.discard")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert len(windows.frame.opened.workbook.drafts.all()) == 1, "it asks first"
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert windows.frame.opened.workbook.drafts.all() == ()


def test_a_file_that_cannot_be_opened_gets_one_sentence_and_home_stays(start, tmp_path):
    foreign = tmp_path / "letter.walkthrough"
    foreign.write_text("Dear colleagues")
    windows = start(foreign)
    assert windows.answers.said == [
        "letter.walkthrough is not a workbook of this program. Nothing in it was changed."
    ]
    assert page(windows).name == "home"
    assert foreign.read_text() == "Dear colleagues"


def test_a_workbook_open_elsewhere_is_said_and_left_alone(start, book):
    other = Workbook.open(book)
    windows = start(book)
    assert "is open already" in windows.answers.said[0]
    other.close()


def test_a_new_workbook_is_made_named_and_opened(start, tmp_path):
    windows = start()
    from walkthrough.ui.file_actions import FileActions

    files = windows.frame.findChild(FileActions)
    path = windows.places.workbooks / file_name_for("Bell: a/b?")
    assert files.create(NewWorkbook("Bell: a/b?", "Knox", path))
    assert page(windows).name == "overview"
    windows.frame.close_book()
    assert [volume.name for volume in _listed(windows)] == ["Bell a b"]


def _listed(windows):
    home = page(windows)
    home.refresh()
    return [home.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(home.list.count())]


def test_file_names_suit_every_system():
    assert file_name_for("  A: b\\c*  ") == "A b c.walkthrough"
    assert file_name_for("...") == "workbook.walkthrough"
    assert file_name_for("con") == "workbook con.walkthrough"
    assert len(file_name_for("x" * 500)) < 120


def test_the_new_workbook_question_says_beside_the_name_what_is_missing(qtbot, tmp_path):
    dialog = NewWorkbookDialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.name.error()
    assert dialog.answer is None
    qtbot.keyClicks(dialog.name.control, "Bell")
    dialog.accept()
    assert dialog.answer.path == tmp_path / "Bell.walkthrough"
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_refusals_that_nobody_caught_become_a_sentence(windows):
    assert windows.frame.known(Refused("gone"))
    assert "no longer there" in windows.window.status.said()
    assert not windows.frame.known(ValueError("x"))


def test_pages_are_told_whether_the_room_may_look(windows):
    assert page(windows).safe is True
    windows.room.peek(True)
    assert page(windows).safe is False
    windows.room.peek(False)
    assert page(windows).safe is True


def test_zoom_and_theme_change_at_once_and_are_kept(windows, qtbot):
    qtbot.keyClick(windows.window, Qt.Key.Key_Plus, CTRL)
    assert windows.settings.now.zoom == 110
    assert QApplication.instance().font().pixelSize() > 15
    windows.window.actions_here.ask("view.theme.dark")
    assert windows.settings.now.theme == "dark"
    qtbot.keyClick(windows.window, Qt.Key.Key_0, CTRL)
    windows.window.actions_here.ask("view.theme.light")


def test_ctrl_s_says_that_all_is_saved(windows, qtbot):
    qtbot.keyClick(page(windows).line, Qt.Key.Key_S, CTRL)
    assert windows.window.status.said().startswith("All saved")


def fill_up(workbook, spare=0):
    """Leave the file room for so many more pages, as a full disk does."""
    with workbook._writer.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
        connection.exec_driver_sql(f"pragma max_page_count={pages + spare}")


def test_a_full_disk_stops_no_typing_and_nothing_claims_to_be_saved(windows, qtbot):
    frame, status = windows.frame, windows.window.status
    fill_up(frame.opened.workbook)
    page(windows).line.setText("half a sentence " * 9000)
    for _again in range(3):
        frame.opened.drafts.keep_all()
    assert windows.answers.said == [], "no dialog in the middle of typing"
    assert status.saved_text() == "Not saved: the disk is full"
    windows.window.actions_here.ask("file.save")
    assert status.said().startswith("Not all is saved")
    fill_up(frame.opened.workbook, spare=10_000)
    frame.opened.drafts.keep_all()
    assert status.saved_text().startswith("All saved")


def test_a_step_that_was_not_written_is_said_until_one_is(windows):
    book, status = windows.frame.opened.workbook, windows.window.status
    fill_up(book)
    with pytest.raises(FileTrouble):
        book.do(NameCollaborative("x" * 90_000))
    assert status.saved_text() == "Not saved: the disk is full"
    fill_up(book, spare=10_000)
    book.do(NameCollaborative("Bell"))
    assert status.saved_text().startswith("All saved")


def test_the_window_asks_before_it_closes_over_words_that_could_not_be_kept(windows):
    fill_up(windows.frame.opened.workbook)
    page(windows).line.setText("half a sentence " * 9000)
    windows.answers.yes = False
    assert not windows.window.close()
    assert windows.answers.said == ["What you are typing could not be kept. Close anyway?"]
    windows.window.actions_here.ask("file.close")
    assert windows.frame.opened is not None
    windows.answers.yes = True
    assert windows.window.close()


def test_closing_the_workbook_lets_go_of_the_file(windows, book):
    windows.frame.close_book()
    Workbook.open(book).close()
    assert page(windows).name == "home"


def test_the_key_sheet_shows_every_key_of_the_registry(windows, qtbot):
    sheet = KeySheet(windows.window)
    qtbot.addWidget(sheet)
    shown = []
    for top in range(sheet.tree.topLevelItemCount()):
        group = sheet.tree.topLevelItem(top)
        shown += [group.child(row).text(1) for row in range(group.childCount())]
    assert any("Ctrl+Shift+Del" in keys for keys in shown)
    assert "Ctrl+Shift+P, held down" in shown
    assert "Alt+1 to Alt+9" in shown


def test_go_to_finds_an_action_by_some_letters(windows, qtbot):
    dialog = GoToDialog(windows.window.actions_here.can_be_asked(), windows.window)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.field.control, "pla")
    qtbot.keyClick(dialog.field.control, Qt.Key.Key_Return)
    assert dialog.answer == "go.plan"


def test_the_window_fits_a_small_laptop_at_125_percent(windows):
    assert windows.window.minimumSizeHint().width() <= 1093
    assert windows.window.minimumSizeHint().height() <= 590


@pytest.mark.parametrize(
    "wanted",
    [
        QRect(5000, 5000, 900, 600),
        QRect(-300, -50, 900, 600),
        QRect(0, 0, 9000, 9000),
        QRect(-99, 9, 1, -5),
        None,
    ],
)
def test_the_window_always_lies_whole_on_a_screen(wanted):
    screens = [QRect(0, 30, 1366, 738), QRect(1366, 0, 1920, 1080)]
    place = fitted(wanted, screens)
    assert any(screen.contains(place) for screen in screens)
    assert place.width() >= SMALLEST.width()
    assert place.height() >= SMALLEST.height()


def test_the_window_comes_back_to_the_screen_it_was_on():
    screens = [QRect(0, 30, 1366, 738), QRect(1366, 0, 1920, 1080)]
    assert fitted(QRect(1500, 100, 900, 600), screens) == QRect(1500, 100, 900, 600)


def test_home_is_walked_by_tab_without_a_trap_and_everything_has_a_name(start, qtbot):
    windows = start()
    windows.places.workbooks.mkdir(parents=True)
    Workbook.create(windows.places.workbooks / "Bell.walkthrough").close()
    page(windows).refresh()
    page(windows).first_focus().setFocus()
    seen = []
    for _step in range(40):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert focus is seen[0], "Tab does not come back to where it began"
    assert len(seen) >= 6
    for widget in seen:
        face = QAccessible.queryAccessibleInterface(widget)
        assert face.text(QAccessible.Text.Name), widget
        assert face.role() != QAccessible.Role.NoRole, widget


def test_the_sample_is_made_by_a_process_of_its_own_and_opened(start, qtbot):
    windows = start()
    qtbot.mouseClick(page(windows).welcome.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: windows.frame.opened is not None, timeout=30_000)
    assert windows.frame.opened.workbook.path.name == "Sample.walkthrough"


def test_a_screen_can_be_tried_at_a_desk_without_the_window(at_desk, show_screen):
    screen = show_screen(NotesScreen(at_desk.desk))
    assert screen.count == 1
    at_desk.desk.say("x")
    assert at_desk.said == ["x"]
