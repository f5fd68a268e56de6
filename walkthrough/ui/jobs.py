# SPDX-License-Identifier: MIT
"""Slow work runs as this program's own command line, in a process of its own: the windows stay quick.

A child says `progress DONE OF` on lines of its own; what else it prints is its answer. It must not know any
report.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from walkthrough import paths
from walkthrough.export.left_over import drop_part
from walkthrough.wording import current

_AT_MOST_MS = 3000
_BROKEN = "Traceback (most recent call last)"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Dress:
    """How what is written looks, whichever report it is: the options of the command line by the same names.

    `left_out` are codes of parts that are not wanted; `whom` is who it is for, "" for everyone.
    """

    language: str = "en"
    paper: str = "letter"
    left_out: frozenset[str] = frozenset()
    whom: str = ""
    is_grey: bool = False
    is_draft: bool = False

    def arguments(self) -> list[str]:
        """Return it as words of the command line."""
        words = ["--language", self.language, "--paper", self.paper]
        for code in sorted(self.left_out):
            words += ["--without", code]
        words += [f"--for={self.whom}"] if self.whom else []
        return words + ["--grey"] * self.is_grey + ["--draft"] * self.is_draft


@dataclass(frozen=True)
class ExportOrder:
    """What to export: a report's name and format, as on the command line, to which file.

    Without `out` nothing is written: the answer is what would be left out. `since` is an ISO day.
    """

    report: str
    format: str
    out: Path | None
    dress: Dress = Dress()
    meeting_id: str = ""
    partner_id: str = ""
    questionnaire_id: str = ""
    tier: str = ""
    since: str = ""


@dataclass(frozen=True)
class MeetingOrder:
    """Everything that a meeting hands out, into one folder, or one zip file where `is_zip`. `private` is
    whether the complete data file goes there too.
    """

    meeting_id: str
    folder: Path
    dress: Dress = Dress()
    private: bool = True
    is_zip: bool = False


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
        if complaint.startswith("usage:"):  # words of ours that make no sense are no sentence for a person
            complaint = ""
        if _BROKEN in complaint:  # an error of the program's own: nor is that
            places = [line.strip() for line in complaint.splitlines() if line.startswith("  File ")]
            _log.error("a child process broke at %s", " < ".join(reversed(places)))
            code, complaint = 3, ""
        self.outcome = Outcome(code, "\n".join(self._lines).strip(), complaint)
        if self._tidy is not None and not self.outcome.is_done:
            self._tidy()
        self.ended.emit(self.outcome)


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONUTF8", "1")
    # Without it the command line keeps quiet about its progress; what it says is for these windows to show.
    environment.insert("WALKTHROUGH_PROGRESS", "1")
    environment.insert("WALKTHROUGH_SPEAKS", current().language)
    if not paths.is_frozen():
        environment.insert("PYTHONPATH", str(paths.program_folder()))
    return environment


def start_export(workbook: Path, order: ExportOrder, parent: QObject | None = None) -> Job:
    """Export from the workbook's file, as it is on disk at this moment."""
    arguments = ["export", str(workbook), "--report", order.report, "--format", order.format]
    arguments += order.dress.arguments()
    arguments += ["-o", str(order.out)] if order.out else ["--what-is-left-out"]
    for word, value in (
        ("--meeting", order.meeting_id),
        ("--partner", order.partner_id),
        ("--questionnaire", order.questionnaire_id),
        ("--tier", order.tier),
        ("--since", order.since),
    ):
        arguments += [word, value] if value else []
    return Job(arguments, parent, partial(drop_part, order.out) if order.out else None)


def start_hand_out(workbook: Path, order: MeetingOrder, parent: QObject | None = None) -> Job:
    """Write everything a meeting hands out, in one child process with progress; it appears whole or not at
    all.
    """
    arguments = ["export", str(workbook), "--meeting", order.meeting_id]
    arguments += order.dress.arguments()
    arguments += ["-o", str(order.folder)] + ["--with-data"] * order.private + ["--zip"] * order.is_zip
    return Job(arguments, parent, partial(drop_part, order.folder))
