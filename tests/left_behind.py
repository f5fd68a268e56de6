# SPDX-License-Identifier: MIT
"""Takes from the one application of a test run what a test left on it: language, look, size of type.

It knows no window; those are gone by then.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from walkthrough import wording


def put_back(application: QApplication) -> None:
    """Let it speak English, in the machine's way of writing dates, and wear no theme."""
    for texts in application.findChildren(QTranslator):
        application.removeTranslator(texts)
        texts.deleteLater()
    wording.use(wording.Wording())
    QLocale.setDefault(QLocale.system())
    if application.property("walkthrough_look") is not None:
        application.setProperty("walkthrough_look", None)
        application.setStyleSheet("")
        application.setPalette(QPalette())
        application.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
