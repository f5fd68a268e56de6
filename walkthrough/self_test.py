# SPDX-License-Identifier: MIT
"""The program checks itself, built or from source: content, workbook, export, window. Says what is sound.

It must not touch the user's folders. What is wrong ends it with its own report and exit code 1.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from walkthrough import arguments, paths
from walkthrough.export.pdf.writer import write_pdf
from walkthrough.export.reports.options import ReportOptions
from walkthrough.export.reports.plan import plan_document
from walkthrough.model import SystemClock, Workbook, migrations
from walkthrough.model.commands.entry import RecordEntry
from walkthrough.model.commands.walk import StartWalk
from walkthrough.model.content import load_shelf
from walkthrough.model.snapshot import snapshot
from walkthrough.model.words import Kind

if TYPE_CHECKING:
    from collections.abc import Callable


class Unsound(Exception):
    """A check found something that must not be."""


def run() -> int:
    """Check everything; returns 0, or raises what was wrong."""
    checks: dict[str, Callable[[Path], None]] = {
        "content": check_content,
        "workbook": check_workbook,
        "export": check_export,
        "window": check_window,
    }
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        for what, check in checks.items():
            check(Path(name))
            sys.stdout.write(f"{what}: sound\n")
    return 0


def check_content(folder: Path) -> None:
    """Routes, families and statements can be read, fonts and themes are there."""
    shelf = load_shelf(paths.resources() / "content", "en")
    _must(bool(shelf.routes) and bool(shelf.families), "there is no route or no family")
    for kind in ("fonts/*.ttf", "themes/*.toml"):
        _must(any(paths.resources().glob(kind)), f"there is no {kind}")


def check_workbook(folder: Path) -> None:
    """A workbook keeps what is recorded, takes it back, does it again, and remembers after closing."""
    book = Workbook.create(folder / "self-test.walkthrough")
    walk = StartWalk(load_shelf(paths.resources() / "content", "en").routes[0])
    book.do(walk)
    book.do(RecordEntry(Kind.BARRIER, "Nobody answers the phone", walk_id=walk.walk_id))
    _must(book.undo() is not None and book.redo() is not None, "undo or redo changed nothing")
    book.close()
    book = Workbook.open(folder / "self-test.walkthrough")
    _must(book.next_undo is not None, "the journal was forgotten")
    book.close()
    _must(migrations.ALL is not None, "the upgrades are not there")


def check_export(folder: Path) -> None:
    """The action plan becomes a tagged PDF."""
    with snapshot(folder / "self-test.walkthrough") as read:
        document = plan_document(read, ReportOptions(today=SystemClock().today()))
    write_pdf(document, folder / "plan.pdf")
    written = (folder / "plan.pdf").read_bytes()
    _must(written.startswith(b"%PDF") and b"/StructTreeRoot" in written, "the plan is no tagged PDF")


def check_window(folder: Path) -> None:
    """The window opens the workbook and shows every page; without a screen, nobody sees it."""
    from walkthrough.app import has_screen

    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from walkthrough.ui.screen_makers import pages_here
    from walkthrough.ui.starting import Windows

    program = QApplication(sys.argv[:1])
    book, data = str(folder / "self-test.walkthrough"), str(folder / "data")
    windows = Windows(program, arguments.read([book, "--data-dir", data]))
    windows.window.show()
    windows.load()
    frame, stack = windows.frame, windows.window.stack
    _must(frame is not None and frame.opened is not None, "the window opened no workbook")
    for name in pages_here():
        windows.window.actions_here.ask(f"go.{name}")
        program.processEvents()
        _must(stack.page is not None and stack.page.name == name, f"the page {name} is not shown")
    windows.window.close()


def _must(sound: bool, wrong: str) -> None:
    if not sound:
        raise Unsound(wrong)
