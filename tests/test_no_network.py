# SPDX-License-Identifier: MIT
"""The running program opens no socket: seen from inside by Python's audit hook and from outside by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
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


def sockets_seen_inside(command: list[str], folder: Path) -> list[str]:
    """The audit events about sockets while a command runs, in it and in the Python programs it starts."""
    (folder / "sitecustomize.py").write_text(WATCHMAN)
    seen = folder / "seen.txt"
    seen.touch()
    done = subprocess.run(command, cwd=ROOT, env=surroundings(folder, SOCKETS_SEEN=str(seen)), check=False)
    assert done.returncode == 0
    return seen.read_text().splitlines()


def sockets_seen_outside(command: list[str], folder: Path) -> list[str]:
    """The calls of the kernel that make a socket, but for those that reach no further than this machine."""
    trace = folder / "trace.txt"
    traced = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", str(trace), *command]
    done = subprocess.run(traced, cwd=ROOT, env=surroundings(folder), check=False)
    assert done.returncode == 0
    calls = [line for line in trace.read_text().splitlines() if "socket(" in line]
    return [line for line in calls if not re.search(r"socket\(AF_UNIX", line)]


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(folder), **more}


def strace_works() -> bool:
    if shutil.which("strace") is None:
        return False
    tried = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", os.devnull, "true"]
    return subprocess.run(tried, capture_output=True).returncode == 0


needs_strace = pytest.mark.skipif(not strace_works(), reason="strace is missing or not allowed here")


def journeys(folder: Path) -> list[list[str]]:
    """The whole program: its own test (window, workbook, export), then a sample and its plan by command."""
    sample, plan = str(folder / "s.walkthrough"), str(folder / "plan.pdf")
    return [
        [*PROGRAM, "--data-dir", str(folder / "data"), "--self-test"],
        [*PROGRAM, "sample", sample],
        [*PROGRAM, "export", sample, "--report", "plan", "--format", "pdf", "-o", plan],
    ]


@pytest.mark.timeout(180)
def test_the_program_asks_python_for_no_socket(tmp_path: Path):
    assert [line for command in journeys(tmp_path) for line in sockets_seen_inside(command, tmp_path)] == []


@needs_strace
@pytest.mark.timeout(180)
def test_the_program_asks_the_system_for_no_socket(tmp_path: Path):
    assert [line for command in journeys(tmp_path) for line in sockets_seen_outside(command, tmp_path)] == []


def test_a_socket_asked_of_python_is_seen(tmp_path: Path):
    assert sockets_seen_inside(OPENS_A_SOCKET, tmp_path) != []


@needs_strace
def test_a_socket_asked_of_the_system_is_seen(tmp_path: Path):
    assert sockets_seen_outside(OPENS_A_SOCKET, tmp_path) != []
