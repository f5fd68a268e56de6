# SPDX-License-Identifier: MIT
"""When something goes wrong that nobody expected: a report without any user text, one calm dialog, no lost
work.

It must not know the model: `Crash.known` is asked first and words what the model tells by code.
"""

from __future__ import annotations

import platform
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

import walkthrough
from walkthrough import logs
from walkthrough.wording import _


class Crash(QObject):
    """Takes every error that nobody caught, from any thread, and deals with it on the GUI thread."""

    _handed_over = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Reports go into `folder`."""
        super().__init__(parent)
        self.known: Callable[[BaseException], bool] = lambda _error: False
        """Deals with an error that has words of its own; False for a mistake of ours."""
        self._folder = folder
        self._is_telling = False
        self._handed_over.connect(self._deal_with)

    def install(self) -> None:
        """Take errors from now on."""
        sys.excepthook = self._from_here
        threading.excepthook = lambda args: self._take(args.exc_value)

    def _from_here(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._take(error)

    def _take(self, error: BaseException | None) -> None:
        if error is not None:
            self._handed_over.emit(error)

    def _deal_with(self, error: BaseException) -> None:
        if self.known(error):
            return
        logs.log().error("unexpected error", exc_info=error)
        report = self._write_report(error)
        # Errors of a timer would otherwise stack up one dialog a second.
        if not self._is_telling:
            self._is_telling = True
            try:
                _tell(report)
            finally:
                self._is_telling = False

    def _write_report(self, error: BaseException) -> Path | None:
        target = self._folder / f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            target.write_text(report_text(error), encoding="utf-8")
        except OSError:
            return None
        return target


def report_text(error: BaseException) -> str:
    """Return the report: versions and places in our code, nothing that a user typed."""
    lines = [
        f"Walkthrough {walkthrough.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(logs.describe(type(chain), chain.__traceback__))
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines) + "\n"


def _tell(report: Path | None) -> None:
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Something went wrong"))
    box.setText(_("Something went wrong in the program. What you saved is safe."))
    if report is not None:
        box.setInformativeText(
            _("A report is in {file}. It holds nothing that you typed.").format(file=report)
        )
    box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
