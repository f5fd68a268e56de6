# SPDX-License-Identifier: MIT
"""What this program is, its version, and where it keeps things. It writes nothing."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

import walkthrough
from walkthrough.paths import Places
from walkthrough.wording import _


def show_about(parent: QWidget, places: Places) -> None:
    """Show it until the person goes on."""
    box = QMessageBox(parent)
    box.setWindowTitle(_("About Walkthrough"))
    box.setText(_("Walkthrough {version}").format(version=walkthrough.__version__))
    box.setInformativeText(
        _(
            "Walk a family's path through the systems and leave with a plan. It never uses the internet.\n\n"
            "Your data folder: {folder}\nPython {python}, Qt {qt}. Free software under the MIT licence."
        ).format(folder=places.data, python=platform.python_version(), qt=qVersion())
    )
    box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
