# SPDX-License-Identifier: MIT
"""Slow work runs as this program's own command line, in a process of its own: the windows stay quick.

A child says `progress DONE OF` on lines of its own; what else it prints is its answer. It must not know any
report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from walkthrough import paths
from walkthrough.export.left_over import drop_part

_AT_MOST_MS = 3000


@dataclass(frozen=True)
class ExportOrder:
    """What to export: a report's name and format, as on the command line, to which file."""

    report: str
    format: str
    out: Path
    language: str = "en"
    paper: str = "letter"
    meeting_id: str = ""


@dataclass(frozen=True)
class MeetingOrder:
    """Everything that a meeting hands out, into one folder: plan, full report, a sheet for each agency,
    minutes, all data, and an index. `private` is whether the complete data file goes there too.
    """

    meeting_id: str
    folder: Path
    language: str = "en"
    paper: str = "letter"
    private: bool = True


@dataclass(frozen=True)
class Outcome:
    """How a job ended. `code` is the command line's: 0 done, 1 not sound, 2 wrong words, 3 the machine, -1
    stopped.
    """

    code: int
    answer: str
    complaint: str

    @property
    def is_done(self) -> bool:
        """Whether it did what was asked."""
        return self.code == 0


class Job(QObject):
    """One child process. Connect to its signals before the event loop runs again."""

    progress = Signal(int, int)
    """Parts done, parts in all."""
    ended = Signal(object)
    """An Outcome."""

    def __init__(
        self, arguments: list[str], parent: QObject | None = None, tidy: Callable[[], None] | None = None
    ) -> None:
        """Start the program with `arguments` at once; `tidy` clears away what it left if it was not done."""
        super().__init__(parent)
        self._tidy = tidy
        self._lines: list[str] = []
        self._rest = b""
        self._is_stopped = False
        self.outcome: Outcome | None = None
        program, *first = paths.own_command()
        self._process = QProcess(self)
        self._process.setProgram(program)
        self._process.setArguments([*first, *arguments])
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._process.start()

    def stop(self) -> None:
        """End the work; the file is not written. `ended` follows."""
        self._is_stopped = True
        self._process.kill()

    def stop_and_wait(self) -> None:
        """End the work before the program goes on: nothing half written is left when it ends, too."""
        if self.outcome is None:
            self.stop()
            self._process.waitForFinished(_AT_MOST_MS)

    def _read(self) -> None:
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            self._take(line.decode("utf-8", "replace").rstrip("\r"))

    def _take(self, line: str) -> None:
        match line.split():
            case ["progress", done, of] if done.isdigit() and of.isdigit():
                self.progress.emit(int(done), int(of))
            case _:
                self._lines.append(line)

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if self._rest:
            self._take(self._rest.decode("utf-8", "replace"))
        if self._is_stopped or status is not QProcess.ExitStatus.NormalExit:
            code = -1 if self._is_stopped else 3
        self._end(code)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # the only one without a `finished`
            self._end(3)

    def _end(self, code: int) -> None:
        complaint = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        self.outcome = Outcome(code, "\n".join(self._lines).strip(), complaint)
        if self._tidy is not None and not self.outcome.is_done:
            self._tidy()
        self.ended.emit(self.outcome)


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUTF8", "1")
    environment.insert(
        "WALKTHROUGH_PROGRESS", "1"
    )  # without it the command line keeps quiet about its progress
    if not paths.is_frozen():
        environment.insert("PYTHONPATH", str(paths.program_folder()))
    return environment


def start_export(workbook: Path, order: ExportOrder, parent: QObject | None = None) -> Job:
    """Export from the workbook's file, as it is on disk at this moment."""
    arguments = ["export", str(workbook), "--report", order.report, "--format", order.format]
    arguments += ["--language", order.language, "--paper", order.paper, "-o", str(order.out)]
    if order.meeting_id:
        arguments += ["--meeting", order.meeting_id]
    return Job(arguments, parent)


def start_hand_out(workbook: Path, order: MeetingOrder, parent: QObject | None = None) -> Job:
    """Write everything a meeting hands out, in one child process with progress; a folder appears whole or not
    at all.
    """
    arguments = ["export", str(workbook), "--meeting", order.meeting_id]
    arguments += ["--language", order.language, "--paper", order.paper, "-o", str(order.folder)]
    if order.private:
        arguments.append("--with-data")
    return Job(arguments, parent, partial(drop_part, order.folder))
