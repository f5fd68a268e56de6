# SPDX-License-Identifier: MIT
"""The composition root: reads the command line, and either does one thing or builds and joins the windows.

The window is on the screen before the model is imported, so nothing that needs the model is imported at the
top.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from walkthrough import arguments, cli_words
from walkthrough.zone import mend_zone

SWITCH_INTERVAL = 0.0005
"""Seconds. At Python's usual 5 ms a commit waits for another thread several times over."""
MACHINE = 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these words, by default the process's own; returns the exit code."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    cli_words.write_what_can_be()
    mend_zone()
    asked = arguments.read(sys.argv[1:] if argv is None else argv)
    if asked.command:
        # Each way in pays only for what it needs: no Qt for a command, no command for a window.
        from walkthrough import cli

        return cli.run(asked)
    if asked.self_test:
        from walkthrough import self_test

        return self_test.run()
    if not has_screen():
        sys.stderr.write(arguments.no_screen_text() + "\n")
        return MACHINE
    from walkthrough.ui.starting import run_windows

    return run_windows(asked)


def has_screen() -> bool:
    """Tell whether windows can be shown here: always, but for a Unix without a display."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
