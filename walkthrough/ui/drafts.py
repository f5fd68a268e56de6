# SPDX-License-Identifier: MIT
"""Keeps what is being typed: every two seconds and at each change of focus, into the workbook's drafts.

A key starts with the page it belongs to, like "walk/capture" or "plan/what/<id>". It must not know any
screen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from walkthrough.model.errors import FileTrouble

if TYPE_CHECKING:
    from walkthrough.model import Workbook

EVERY_MS = 2000
TextField = QLineEdit | QPlainTextEdit


def text_in(field: TextField) -> str:
    """Return what stands in the field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def put_text(field: TextField, text: str) -> None:
    """Write into the field, as if typed as far as undo is concerned."""
    if isinstance(field, QLineEdit):
        field.selectAll()
        field.insert(text)
    else:
        field.selectAll()
        field.insertPlainText(text)


class DraftKeeper(QObject):
    """The drafts of one open workbook. `left` are those of a run that ended before they were saved."""

    failed = Signal(Exception)
    """A draft could not be written (full disk): told once, until one is written again."""
    mended = Signal()
    """Drafts can be written again."""

    def __init__(self, workbook: Workbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = workbook.drafts
        self._fields: dict[str, TextField] = {}
        self._kept: dict[str, str] = {}
        self._wanted: set[str] = set()
        self._is_failing = self._is_closed = False
        self.left = {draft.key: draft.text for draft in self._drafts.all()}
        self._on_disk = set(self.left)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep_all)
        self._timer.start()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.keep_all)

    def watch(self, key: str, field: TextField, initial: str = "") -> None:
        """Keep what is typed in `field` from now on; `initial` is what is saved already and so needs no
        draft.

        A field that is watched again under another key is meant for another row: watch each under its own
        key.
        """
        self._fields[key] = field
        self._kept[key] = initial
        field.destroyed.connect(lambda: self._fields.pop(key, None))
        if key in self._wanted:
            self._put_back_now(key)

    def ignore(self, key: str) -> None:
        """Watch the field no longer; what is kept stays kept."""
        self._fields.pop(key, None)
        self._kept.pop(key, None)

    def saved(self, key: str) -> None:
        """The text became part of the workbook, or was thrown away on purpose: its draft is not needed.

        A page may still say so after `close`, which has seen to it that an emptied field leaves no draft.
        """
        if self._is_closed:
            return
        self.left.pop(key, None)
        self._wanted.discard(key)
        if key in self._fields:
            self._kept[key] = text_in(self._fields[key])
        if key in self._on_disk and self._guarded(partial(self._drafts.drop, key)):
            self._on_disk.discard(key)

    def shows_saved(self, key: str) -> None:
        """What stands in the field is saved and needs no draft; one left before is still offered."""
        if key not in self.left:
            self.saved(key)
        elif key in self._fields:
            self._kept[key] = text_in(self._fields[key])

    def put_back(self, key: str) -> None:
        """Write a left draft into its field, now or as soon as a page watches it."""
        self._wanted.add(key)
        if key in self._fields:
            self._put_back_now(key)

    def keep_all(self, *_focus: object) -> None:
        """Keep every watched text that changed since it was last kept."""
        for key, field in tuple(self._fields.items()):
            text = text_in(field)
            if text != self._kept.get(key) and self._guarded(partial(self._drafts.keep, key, text)):
                self._kept[key] = text
                (self._on_disk.add if text else self._on_disk.discard)(key)

    def keeps_all(self) -> bool:
        """Keep what is being typed; False if some of it could not be kept and closing would lose it."""
        self.keep_all()
        typed = {key: text_in(field) for key, field in self._fields.items()}
        return all(text == self._kept.get(key) or not text.strip() for key, text in typed.items())

    def close(self) -> None:
        """Keep what is there and stop; the fields may live on without being watched."""
        self.keep_all()
        self._is_closed = True
        self._timer.stop()
        self._fields.clear()

    def _put_back_now(self, key: str) -> None:
        self._wanted.discard(key)
        text = self.left.pop(key, "")
        if text:
            put_text(self._fields[key], text)
            self._fields[key].setFocus()

    def _guarded(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except FileTrouble as trouble:
            if not self._is_failing:
                self._is_failing = True
                self.failed.emit(trouble)
            return False
        if self._is_failing:
            self._is_failing = False
            self.mended.emit()
        return True
