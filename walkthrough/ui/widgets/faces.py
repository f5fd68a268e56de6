# SPDX-License-Identifier: MIT
"""The one accessible factory of the program: which of our widgets speaks with which accessible interface.

Qt keeps no Python reference to an interface, so the faces are kept here until their widget is gone. Must not
know what any face says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

FaceMaker = Callable[[Any], QAccessibleInterface]

_makers: dict[type, FaceMaker] = {}
_kept: dict[int, QAccessibleInterface] = {}
_installed: list[Callable[[str, QObject], QAccessibleInterface | None]] = []


def speaks_as(kind: type[QWidget], maker: FaceMaker) -> None:
    """Have every widget of this class, subclasses too, speak through the interface that maker returns."""
    _makers[kind] = maker
    if not _installed:
        _installed.append(_face_for)
        QAccessible.installFactory(_face_for)


def _face_for(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    for kind in type(thing).__mro__:
        if kind in _makers:
            face = _makers[kind](thing)
            _kept[id(thing)] = face
            thing.destroyed.connect(partial(_kept.pop, id(thing), None))
            return face
    return None
