# SPDX-License-Identifier: MIT
"""Keeps the display awake while the wall is on: a projector that goes dark stops a meeting.

Each system has its own way; one that does not work is left out without a word, because no meeting stops for
that. Nothing is imported and nothing runs until the wall is on, and all of it ends with the program. It must
not know any window.
"""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

log = logging.getLogger(__name__)

WHY = "A meeting is being shown"
_BUS_NAME = "walkthrough-awake"
_WINDOWS_KEEP_ON = 0x80000000 | 0x00000002 | 0x00000001
"""ES_CONTINUOUS, ES_DISPLAY_REQUIRED, ES_SYSTEM_REQUIRED."""
_WINDOWS_USUAL = 0x80000000


class Inhibitor(Protocol):
    """One way to keep the display on. Both may raise OSError."""

    def hold(self) -> bool:
        """Begin; False if this way does not work here."""

    def release(self) -> None:
        """End it; also when it never began."""


class KeepAwake:
    """Holds the display on by the first way that works here.

    Args:
        ways: in the order in which they are tried; None: those of this system.
    """

    def __init__(self, ways: Sequence[Inhibitor] | None = None) -> None:
        self._ways = tuple(ways_here() if ways is None else ways)
        self._held: Inhibitor | None = None

    @property
    def is_held(self) -> bool:
        """Whether the display is being kept on."""
        return self._held is not None

    def hold(self) -> None:
        """Keep the display on from now on; a second time changes nothing."""
        if self._held is not None:
            return
        for way in self._ways:
            try:
                if way.hold():
                    self._held = way
                    return
            except OSError:
                log.info("cannot keep the display awake by %s", type(way).__name__)

    def release(self) -> None:
        """Let the display do as it likes again."""
        held, self._held = self._held, None
        if held is None:
            return
        try:
            held.release()
        except OSError:
            log.info("cannot let the display sleep again by %s", type(held).__name__)


def ways_here(system: str = sys.platform) -> tuple[Inhibitor, ...]:
    """Return the ways of this system (a value of `sys.platform`), the best one first."""
    if system == "win32":
        return (ExecutionState(),)
    if system == "darwin":
        return (Child(("caffeinate", "-d", "-i", "-w", str(os.getpid()))),)
    # The child ends by itself when the program does, however that ends: its input is ours.
    inhibit = ("systemd-inhibit", "--what=idle", "--who=Walkthrough", f"--why={WHY}", "cat")
    return (ScreenSaverBus(), Child(inhibit))


class ExecutionState:
    """Windows: the thread says that the display is needed. It ends with the thread at the latest."""

    def __init__(self, set_state: Any = None) -> None:
        self._set_state = set_state

    def hold(self) -> bool:
        return bool(self._say(_WINDOWS_KEEP_ON))

    def release(self) -> None:
        self._say(_WINDOWS_USUAL)

    def _say(self, state: int) -> int:
        if self._set_state is None:
            self._set_state = ctypes.WinDLL("kernel32").SetThreadExecutionState  # type: ignore[attr-defined]  # Windows
        return int(self._set_state(ctypes.c_uint(state)))


class Child:
    """A small program of the system that keeps the display on as long as it runs."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self) -> bool:
        nothing = subprocess.DEVNULL
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=nothing, stderr=nothing, start_new_session=True
        )
        return True

    def release(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        process.terminate()
        process.wait(timeout=2)


class ScreenSaverBus:
    """Linux: the desktop's own service, asked over the session's bus, which is a file on this machine.

    The word holds as long as this connection of its own, so no answer has to be waited for.
    """

    def hold(self) -> bool:
        if not is_on_this_machine(os.environ):
            return False
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS_NAME)
        service = bus.interface() if bus.isConnected() else None
        name = "org.freedesktop.ScreenSaver"
        if service is None or not service.isServiceRegistered(name).value():
            QDBusConnection.disconnectFromBus(_BUS_NAME)
            return False
        call = QDBusMessage.createMethodCall(name, "/org/freedesktop/ScreenSaver", name, "Inhibit")
        call.setArguments(["Walkthrough", WHY])
        return bool(bus.send(call))

    def release(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(_BUS_NAME)


def is_on_this_machine(surroundings: os._Environ[str] | dict[str, str]) -> bool:
    """Tell whether the session's bus is a file of this machine: no other kind is ever spoken to."""
    address = surroundings.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return all(one.startswith("unix:") for one in address.split(";") if one)
    folder = surroundings.get("XDG_RUNTIME_DIR", "")
    return bool(folder) and (Path(folder) / "bus").exists()
