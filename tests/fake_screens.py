# SPDX-License-Identifier: MIT
"""Screens that come, go, move and mirror while a test runs: Qt's own offscreen platform is told to have them.

Qt then sends the real signals about screens and moves windows as it does on a desk. The platform hands out a
function for that (`setConfiguration`) by its native interface, which PySide does not wrap, so it is called by
its place in memory; that way is known for Linux on x86-64 only, elsewhere the tests are skipped.
"""

from __future__ import annotations

import ctypes
import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication

_LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
_RESOURCE_CALL = 12
"""The place of nativeResourceForIntegration among the virtual functions: the first after QObject's."""
known_here = sys.platform == "linux" and platform.machine() == "x86_64"


@dataclass(frozen=True)
class Fake:
    """One screen in its real pixels, as on Windows and X11; 120 `dpi` is a scale of 125 %."""

    name: str
    x: int
    y: int
    width: int
    height: int
    logicalDpi: int = 96  # Qt's own spelling

    def at(self, x: int, y: int) -> Fake:
        """The same screen elsewhere on the desk."""
        return replace(self, x=x, y=y)

    def sized(self, width: int, height: int) -> Fake:
        """The same screen at another resolution."""
        return replace(self, width=width, height=height)


USUAL = Fake("", 0, 0, 800, 800)
"""The one screen that all other tests have."""
LAPTOP = Fake("laptop", 0, 0, 1366, 768, 120)
"""At 125 %, so a window has 1093 x 614 pixels there."""
WALL = Fake("wall", 1366, 0, 1920, 1080)


class _Bytes(ctypes.Structure):
    """A QByteArray over memory that stays ours."""

    _fields_ = [("d", ctypes.c_void_p), ("text", ctypes.c_char_p), ("size", ctypes.c_ssize_t)]


def _bytes(text: bytes) -> _Bytes:
    return _Bytes(None, text, len(text))


_now: list[Fake] = [USUAL]


def put(*screens: Fake) -> None:
    """Have these screens from now on; those known by name stay, the others go and come in this one call."""
    if not {one.name for one in screens} & {one.name for one in _now}:
        _configure(*_now, *screens)  # the platform removes first, and no window survives without any screen
    _configure(*screens)
    _now[:] = screens


def _configure(*screens: Fake) -> None:
    core = ctypes.CDLL(str(_LIBRARIES / "libQt6Core.so.6"))
    gui = ctypes.CDLL(str(_LIBRARIES / "libQt6Gui.so.6"))
    text = json.dumps({"windowFrameMargins": False, "screens": [asdict(one) for one in screens]}).encode()
    raw, document, settings = _bytes(text), ctypes.c_void_p(), ctypes.c_void_p()
    read = core._ZN13QJsonDocument8fromJsonERK10QByteArrayP15QJsonParseError
    read(ctypes.byref(document), ctypes.byref(raw), None)
    core._ZNK13QJsonDocument6objectEv(ctypes.byref(settings), ctypes.byref(document))
    find_interface = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    find_interface.restype = ctypes.c_void_p
    interface = find_interface()
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    of_resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(table[_RESOURCE_CALL])
    wanted = _bytes(b"setConfiguration")
    address = of_resource(interface, ctypes.cast(ctypes.byref(wanted), ctypes.c_void_p))
    # PYFUNCTYPE keeps the lock: slots of ours run inside this call.
    ctypes.PYFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(address)(
        ctypes.cast(ctypes.byref(settings), ctypes.c_void_p), interface
    )


@pytest.fixture
def screens(qapp) -> Iterator[object]:
    """A laptop alone, until the test says otherwise: `screens(LAPTOP, WALL)`."""
    if not known_here:
        pytest.skip("fake screens are known for Linux on x86-64 only")
    put(LAPTOP)
    yield put
    for window in qapp.topLevelWidgets():
        window.hide()
    QCoreApplication.processEvents()
    put(USUAL)
