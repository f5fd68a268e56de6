# SPDX-License-Identifier: MIT
"""The display stays on while the wall is on, by each system's own way; a way that fails stops nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtDBus import QDBusConnection

from walkthrough.ui.room import RoomState
from walkthrough.ui.wall.keep_awake import (
    Child,
    ExecutionState,
    KeepAwake,
    ScreenSaverBus,
    is_on_this_machine,
    ways_here,
)
from walkthrough.ui.wall.projection import Projection

# A desktop's screen saver service, as small as it can be; it tells who asks for the display.
SERVICE = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

NAME = "org.freedesktop.ScreenSaver"

@ClassInfo({"D-Bus Interface": NAME})
class Saver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, who, why):
        print("hold", who, flush=True)
        return 7

program, saver, bus = QCoreApplication([]), Saver(), QDBusConnection.sessionBus()
bus.registerObject("/org/freedesktop/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService(NAME)
print("ready", flush=True)
program.exec()
"""


class Way:
    """Stands where a system's own way stands."""

    def __init__(self, *, works: bool = True, breaks: bool = False) -> None:
        self.works, self.breaks, self.held = works, breaks, 0

    def hold(self) -> bool:
        if self.breaks:
            raise OSError("no such program")
        self.held += self.works
        return self.works

    def release(self) -> None:
        self.held -= 1
        if self.breaks:
            raise OSError("gone already")


def test_the_display_is_held_once_and_let_go_once():
    way = Way()
    awake = KeepAwake([way])
    awake.hold()
    awake.hold()
    assert way.held == 1
    awake.release()
    awake.release()
    assert (way.held, awake.is_held) == (0, False)


def test_a_way_that_does_not_work_or_breaks_leaves_it_to_the_next():
    last = Way()
    awake = KeepAwake([Way(works=False), Way(breaks=True), last])
    awake.hold()
    assert last.held == 1


def test_without_any_way_that_works_the_meeting_goes_on():
    awake = KeepAwake([Way(breaks=True), Child(("no-such-program-anywhere",))])
    awake.hold()
    awake.release()
    assert not awake.is_held


def test_the_wall_holds_the_display_while_it_is_on(qapp):
    way = Way()
    wall = Projection(RoomState(), awake=KeepAwake([way]))
    assert way.held == 0
    wall.start()
    wall.blank()
    wall.start()
    assert way.held == 1
    wall.stop()
    assert way.held == 0


def test_closing_the_window_lets_the_display_go(start):
    windows = start()
    way = Way()
    windows.frame.projection._awake = KeepAwake([way])
    windows.frame.projection.start()
    assert way.held == 1
    windows.window.close()
    assert way.held == 0
    assert windows.frame.projection.audience is None


def test_windows_is_told_that_the_display_is_needed_and_then_that_it_is_not():
    said = []
    way = ExecutionState(lambda state: said.append(state.value) or 1)
    assert way.hold()
    way.release()
    assert [hex(state) for state in said] == ["0x80000003", "0x80000000"]


def test_a_windows_that_refuses_is_no_way_that_works():
    assert not ExecutionState(lambda state: 0).hold()


def test_a_mac_is_asked_by_caffeinate_that_ends_with_this_program():
    (way,) = ways_here("darwin")
    assert isinstance(way, Child)
    assert way._command == ("caffeinate", "-d", "-i", "-w", str(os.getpid()))


def test_each_system_has_a_way():
    assert [type(way) for way in ways_here("win32")] == [ExecutionState]
    assert [type(way) for way in ways_here("linux")] == [ScreenSaverBus, Child]


@pytest.mark.skipif(shutil.which("cat") is None, reason="needs a program that waits for its input")
def test_the_small_program_runs_while_the_display_is_held_and_no_longer():
    way = Child(("cat",))
    way.hold()
    process = way._process
    assert process.poll() is None
    way.release()
    assert process.poll() is not None


@pytest.mark.skipif(sys.platform == "win32", reason="no such program on Windows")
def test_the_small_program_ends_when_this_one_is_killed(tmp_path):
    """Its input is a pipe of ours, which closes with us however we end."""
    code = (
        "import os, sys\n"
        "from walkthrough.ui.wall.keep_awake import Child\n"
        "way = Child(('sh', '-c', 'cat; echo ended > ' + sys.argv[1]))\n"
        "way.hold()\n"
        "os.kill(os.getpid(), 9)\n"
    )
    sign = tmp_path / "sign"
    subprocess.run([sys.executable, "-c", code, str(sign)], check=False)
    wait = ["sh", "-c", f"for n in $(seq 100); do test -s {sign} && exit 0; sleep 0.05; done; exit 1"]
    assert subprocess.run(wait, check=False).returncode == 0


def test_only_a_bus_on_this_machine_is_spoken_to(tmp_path):
    assert is_on_this_machine({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus"})
    assert not is_on_this_machine({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=example,port=4"})
    assert not is_on_this_machine({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a;tcp:host=example"})
    assert not is_on_this_machine({"XDG_RUNTIME_DIR": str(tmp_path)})
    assert not is_on_this_machine({})
    (tmp_path / "bus").touch()
    assert is_on_this_machine({"XDG_RUNTIME_DIR": str(tmp_path)})


def test_no_bus_is_no_way_that_works(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert not ScreenSaverBus().hold()


@pytest.fixture(scope="module")
def bus_address(tmp_path_factory):
    """A session bus of these tests' own; one for all of them, because the system's library asks only once
    where it is.
    """
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    address = f"unix:path={tmp_path_factory.mktemp('bus') / 'bus'}"
    words = ["dbus-daemon", "--session", "--nofork", "--print-address", "--address", address]
    daemon = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout.readline()
    yield address
    daemon.terminate()
    daemon.communicate()


@pytest.fixture
def bus(bus_address, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus_address)


def names_on(bus) -> list[str]:
    return sorted(bus.interface().registeredServiceNames().value())


def test_a_desktop_without_the_service_is_no_way_that_works(qapp, bus):
    assert not ScreenSaverBus().hold()


def test_the_desktops_service_is_held_until_it_is_let_go(qtbot, bus):
    looker = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "looker")
    service = subprocess.Popen([sys.executable, "-c", SERVICE], stdout=subprocess.PIPE, text=True)
    try:
        assert service.stdout.readline().strip() == "ready"
        way = ScreenSaverBus()
        before = names_on(looker)
        assert way.hold()
        assert service.stdout.readline().strip() == "hold Walkthrough"
        assert len(names_on(looker)) == len(before) + 1
        way.release()  # the connection was what held it, so that a program that crashes lets go too
        qtbot.waitUntil(lambda: names_on(looker) == before)
    finally:
        service.terminate()
        service.communicate()
        QDBusConnection.disconnectFromBus("looker")
