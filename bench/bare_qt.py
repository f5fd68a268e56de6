# SPDX-License-Identifier: MIT
"""The least a Qt program can do: a window with a menu, a label and a status bar. A floor for start-up."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Bare window")
window.resize(1000, 700)
window.menuBar().addMenu("&File").addAction("Quit", application.quit)
window.setCentralWidget(QLabel("Nothing but a window"))
window.statusBar().showMessage("Ready")
window.show()
sys.exit(application.exec())
