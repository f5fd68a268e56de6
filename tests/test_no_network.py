# SPDX-License-Identifier: MIT
"""The running program opens no socket: seen from inside by Python's audit hook and from outside by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.source_tree import ROOT

# Python reads a module of this name before anything else runs.
WATCHMAN = """
import os, sys
def watch(event, arguments):
    if event.startswith("socket."):
        with open(os.environ["SOCKETS_SEEN"], "a") as file:
            file.write(f"{event} {arguments}\\n")
sys.addaudithook(watch)
"""
PROGRAM = [sys.executable, "-m", "walkthrough"]
OPENS_A_SOCKET = [sys.executable, "-c", "import socket; socket.socket().close()"]


@dataclass(frozen=True)
class Seen:
    """What a command and the programs it started asked for while they ran."""

    inside: list[str]
    """Python's audit events about sockets."""
    outside: list[str]
    """The calls of the kernel that make a socket, but for those that reach no further than this machine."""


def sockets_seen(command: list[str], folder: Path) -> Seen:
    """Run a command once, looked at from both sides; only from inside where strace is missing."""
    (folder / "sitecustomize.py").write_text(WATCHMAN)
    seen, trace = folder / "seen.txt", folder / "trace.txt"
    seen.write_text("")
    trace.write_text("")
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", str(trace)]
    around = {**os.environ, "PYTHONPATH": str(folder), "SOCKETS_SEEN": str(seen)}
    done = subprocess.run([*(strace if STRACE else ()), *command], cwd=ROOT, env=around, check=False)
    assert done.returncode == 0
    calls = [line for line in trace.read_text().splitlines() if "socket(" in line]
    return Seen(
        seen.read_text().splitlines(), [one for one in calls if not re.search(r"socket\(AF_UNIX", one)]
    )


def strace_works() -> bool:
    if shutil.which("strace") is None:
        return False
    tried = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", os.devnull, "true"]
    return subprocess.run(tried, capture_output=True).returncode == 0


STRACE = strace_works()


def journeys(folder: Path) -> list[list[str]]:
    """The whole program: its own test (window, workbook, export), then a sample and its plan by command."""
    sample, plan = str(folder / "s.walkthrough"), str(folder / "plan.pdf")
    return [
        [*PROGRAM, "--data-dir", str(folder / "data"), "--self-test"],
        [*PROGRAM, "sample", sample],
        [*PROGRAM, "export", sample, "--report", "plan", "--format", "pdf", "-o", plan],
    ]


@pytest.mark.timeout(180)
def test_the_program_asks_neither_python_nor_the_system_for_a_socket(tmp_path: Path):
    for command in journeys(tmp_path):
        assert sockets_seen(command, tmp_path) == Seen([], []), command


def test_a_socket_asked_of_python_is_seen(tmp_path: Path):
    assert sockets_seen(OPENS_A_SOCKET, tmp_path).inside != []


@pytest.mark.skipif(not STRACE, reason="only strace sees this; it is missing or not allowed")
def test_a_socket_asked_of_the_system_is_seen(tmp_path: Path):
    assert sockets_seen(OPENS_A_SOCKET, tmp_path).outside != []
