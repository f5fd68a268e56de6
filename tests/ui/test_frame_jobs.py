# SPDX-License-Identifier: MIT
"""Work in a process of its own, crash reports, and a change of language."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QVBoxLayout

from walkthrough import paths, wording
from walkthrough.ui.crash import Crash, report_text
from walkthrough.ui.jobs import Dress, ExportOrder, Job, start_export
from walkthrough.ui.language import Language
from walkthrough.ui.page import Page


def _python(code):
    """Let jobs run this Python code instead of the program."""
    return lambda: [sys.executable, "-c", code]


def test_a_job_tells_its_progress_and_its_answer(qtbot, monkeypatch):
    code = "print('progress 1 2'); print('wrote it'); print('progress 2 2')"
    monkeypatch.setattr(paths, "own_command", _python(code))
    job, seen = Job([]), []
    job.progress.connect(lambda done, of: seen.append((done, of)))
    with qtbot.waitSignal(job.ended, timeout=10_000) as ended:
        pass
    assert seen == [(1, 2), (2, 2)]
    assert ended.args[0].is_done
    assert ended.args[0].answer == "wrote it"


def test_a_job_that_fails_says_its_code_and_its_complaint(qtbot, monkeypatch):
    monkeypatch.setattr(paths, "own_command", _python("import sys; sys.exit('The disk is full')"))
    job = Job([])
    with qtbot.waitSignal(job.ended, timeout=10_000):
        pass
    assert job.outcome.code == 1
    assert job.outcome.complaint == "The disk is full"


def test_a_job_can_be_stopped(qtbot, monkeypatch):
    monkeypatch.setattr(paths, "own_command", _python("import time; time.sleep(60)"))
    job = Job([])
    with qtbot.waitSignal(job.ended, timeout=10_000):
        job.stop()
    assert job.outcome.code == -1


def test_a_program_that_is_not_there_ends_the_job(qtbot, monkeypatch):
    monkeypatch.setattr(paths, "own_command", lambda: ["/no/such/program"])
    job = Job([])
    qtbot.waitUntil(lambda: job.outcome is not None, timeout=10_000)
    assert job.outcome.code == 3


def test_an_export_is_the_programs_own_command_line(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "own_command", _python("import sys; print('|'.join(sys.argv[1:]))"))
    order = ExportOrder("plan", "pdf", tmp_path / "a b.pdf", Dress("es", "a4", whom="-Ann", is_grey=True))
    job = start_export(tmp_path / "c.walkthrough", order)
    with qtbot.waitSignal(job.ended, timeout=10_000):
        pass
    words = job.outcome.answer.split("|")
    assert words[:2] == ["export", f"{tmp_path}/c.walkthrough"]
    assert words[2:] == [
        *("--report", "plan", "--format", "pdf", "--language", "es", "--paper", "a4", "--for=-Ann"),
        "--grey",
        *("-o", f"{tmp_path}/a b.pdf"),
    ]


def _fail(text):
    try:
        raise KeyError(text)
    except KeyError as error:
        return error


def test_a_crash_report_holds_places_and_versions_but_no_text_of_a_user():
    text = report_text(_fail("Maria Gomez"))
    assert "Maria" not in text
    assert "KeyError" in text
    assert "test_frame_jobs.py" in text


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none for a box of fixed size
@pytest.mark.expects_log_warnings
def test_an_error_of_another_thread_is_told_once_on_the_gui_thread(qtbot, tmp_path):
    crash, seen = Crash(tmp_path), []

    def press():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            seen.append(threading.current_thread() is threading.main_thread())
            box.buttons()[0].click()

    timer = QTimer(interval=20)
    timer.timeout.connect(press)
    timer.start()
    worker = threading.Thread(target=lambda: crash._take(_fail("secret")))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    timer.stop()
    reports = list(tmp_path.glob("crash-*.txt"))
    assert len(reports) == 1
    assert "secret" not in reports[0].read_text()


def test_an_error_that_has_words_of_its_own_makes_no_report(qtbot, tmp_path):
    crash = Crash(tmp_path / "reports")
    crash.known = lambda error: isinstance(error, KeyError)
    crash._deal_with(_fail("x"))
    assert not (tmp_path / "reports").exists()


class GreetingPage(Page):
    def __init__(self):
        super().__init__()
        self.label = QLabel()
        QVBoxLayout(self).addWidget(self.label)
        self.retranslate()

    def retranslate(self):
        self.label.setText(wording._("Plan"))


@pytest.fixture
def spanish(tmp_path, monkeypatch):
    folder = tmp_path / "locale" / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "walkthrough.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        'msgid "Plan"\nmsgstr "Plan de acción"\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "compile"]
    subprocess.run([*command, "-i", folder / "walkthrough.po", "-o", folder / "walkthrough.mo"], check=True)
    monkeypatch.setattr(paths, "locale_folder", lambda: tmp_path / "locale")
    before = QLocale()
    yield
    wording.use(wording.Wording())
    QLocale.setDefault(before)


def test_the_language_changes_at_once_with_qts_own_words_and_numbers(qtbot, spanish):
    page, language = GreetingPage(), Language(QApplication.instance())
    qtbot.addWidget(page)
    assert language.use("es") == "es"
    qtbot.waitUntil(lambda: page.label.text() == "Plan de acción")
    assert QLocale().toString(1.5) == "1.5"  # as the United States write it, in Spanish too
    assert QLocale().monthName(3) == "marzo"
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.findChild(QPushButton).text().replace("&", "") == "Cancelar"
    assert language.use("en") == "en"
    qtbot.waitUntil(lambda: page.label.text() == "Plan")


def test_no_screen_is_said_plainly_with_exit_code_3(tmp_path):
    code = "import sys; from walkthrough.app import main; sys.exit(main([]))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=paths.program_folder(),
        env={"PATH": "/usr/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "no screen" in done.stderr


def test_wrong_words_on_the_command_line_end_with_code_2():
    done = subprocess.run(
        [sys.executable, "-m", "walkthrough", "--zoom", "900"],
        cwd=paths.program_folder(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2


def test_the_first_picture_needs_no_model():
    code = (
        "import sys, walkthrough.ui.starting\n"
        "print([m for m in sys.modules if m.startswith(('sqlalchemy', 'walkthrough.model'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=paths.program_folder(), capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr
