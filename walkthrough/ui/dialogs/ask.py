# SPDX-License-Identifier: MIT
"""The questions that stop everything until they are answered: which file, are you sure, what went wrong.

It must not know why anybody asks. Never used while capturing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from walkthrough.paths import WORKBOOK_SUFFIX
from walkthrough.wording import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter


class Ask:
    """Asks in front of one window. Tests hand in a stand-in of the same methods."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_workbook(self, folder: Path) -> Path | None:
        """Ask which workbook to open; None for none."""
        kinds = _("Workbooks (*{suffix});;All files (*)").format(suffix=WORKBOOK_SUFFIX)
        chosen, _kind = QFileDialog.getOpenFileName(self._parent, _("Open a workbook"), str(folder), kinds)
        return Path(chosen) if chosen else None

    def open_file(self, title: str, kinds: str) -> Path | None:
        """Ask which file to read; None for none. `kinds` is Qt's "Name (*.toml)" list, translated."""
        chosen, _kind = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(chosen) if chosen else None

    def save_as(self, title: str, suggested: Path, kinds: str = "") -> Path | None:
        """Ask where to write a file; None for nowhere. `kinds` is Qt's "Name (*.pdf)" list, translated."""
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, title, str(suggested), kinds)
        return Path(chosen) if chosen else None

    def choose_folder(self, title: str, start: Path) -> Path | None:
        """Ask for a folder, for instance on a stick; None for none."""
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(start))
        return Path(chosen) if chosen else None

    def has_printer(self) -> bool:
        """Tell whether there is a printer to ask for."""
        from PySide6.QtPrintSupport import QPrinterInfo  # 10 ms that few need

        return bool(QPrinterInfo.availablePrinterNames())

    def printer(self, title: str, pages: int, paper: QPageSize) -> QPrinter | None:
        """Ask which printer, which of so many pages, how many copies; None for none."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(paper)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(title)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def confirm(self, question: str, detail: str, yes: str, *, danger: bool = False) -> bool:
        """Ask a yes-or-no question; `yes` is what the button says, a verb. Enter means no where there is
        danger.
        """
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
        box.setWindowTitle(_("Walkthrough"))
        box.setText(question)
        box.setInformativeText(detail)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse if danger else accept)
        box.setEscapeButton(refuse)
        box.exec()
        return box.clickedButton() is accept

    def tell(self, title: str, text: str) -> None:
        """Say something that needs to be read before going on."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(title)
        box.setText(text)
        box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
