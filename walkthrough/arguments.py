# SPDX-License-Identifier: MIT
"""The words of the command line: which there are, and what each must be followed by. It does nothing with
them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import walkthrough
from walkthrough.settings import THEMES
from walkthrough.wording import _

COMMANDS = ("sample", "export", "import", "check", "content")
TIERS = ("oversight", "steering", "core")
FORMATS = ("pdf", "docx", "xlsx", "html", "csv", "json", "ics")
SCREENS = (
    "home", "overview", "walk", "stage-check", "indicators", "plan", "partners", "meetings", "groundwork",
    "reports",
)  # fmt: skip


def read(words: Sequence[str]) -> argparse.Namespace:
    """Read the words. `command` is one of COMMANDS, or "" for the windows.

    Leaves the program with exit code 2 and a sentence where the words make no sense, and with 0 after --help.
    """
    first = words[0] if words else ""
    parser = _commands() if first in COMMANDS else _windows()
    asked = parser.parse_args(words)
    asked.command = getattr(asked, "command", "")
    return asked


def no_screen_text() -> str:
    """Return what to say where no window can be shown."""
    return _(
        "There is no screen here, so no window can be shown. Commands work without one: walkthrough --help"
    )


def _windows() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="walkthrough",
        description=_("Walk a family's path through the systems and leave with an action plan."),
        epilog=_("Commands without a window: {commands}. Each has --help.").format(
            commands=", ".join(COMMANDS)
        ),
    )
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help=_("open this workbook"))
    parser.add_argument("--screen", choices=SCREENS, metavar="NAME", default="", help=", ".join(SCREENS))
    parser.add_argument("--language", metavar="CODE", default="", help=_("speak this language, like es"))
    parser.add_argument("--theme", choices=THEMES, default="")
    parser.add_argument("--zoom", type=_percent, default=0, metavar="PERCENT", help=_("100 to 200"))
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help=_("keep workbooks, settings and logs under this folder")
    )
    parser.add_argument("--self-test", action="store_true", help=_("the program checks itself"))
    parser.add_argument("--version", action="version", version=f"Walkthrough {walkthrough.__version__}")
    return parser


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="walkthrough")
    commands = parser.add_subparsers(dest="command", required=True)

    sample = commands.add_parser("sample", help=_("write the sample workbook"))
    sample.add_argument("file", metavar="FILE", type=Path)

    _add_export(commands.add_parser("export", help=_("write a report")))

    back = commands.add_parser("import", help=_("open exported data back into a workbook"))
    back.add_argument("file", metavar="FILE.json", type=Path)
    back.add_argument("-o", dest="out", metavar="FILE", type=Path, required=True)

    check = commands.add_parser("check", help=_("sound or not, in plain words"))
    check.add_argument("file", metavar="FILE", type=Path)

    content = commands.add_parser("content", help=_("a route or question file: errors with line numbers"))
    content.add_argument("task", choices=("check",))
    content.add_argument("file", metavar="FILE.toml", type=Path)
    return parser


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("file", metavar="FILE", nargs="?", type=Path)
    export.add_argument("--list", action="store_true", help=_("the reports, and the formats each has"))
    export.add_argument("--report", metavar="NAME", default="")
    export.add_argument("--partner", metavar="NAME", default="", help=_("the sheet of this partner"))
    export.add_argument("--tier", choices=TIERS, default=None, help=_("the sheet of this tier"))
    export.add_argument(
        "--meeting",
        metavar="WHICH",
        default="",
        help=_(
            "minutes or print pack of this meeting: its ID, its day like 2026-03-01, last or next; "
            "without --report all that it hands out, into a folder"
        ),
    )
    export.add_argument(
        "--questionnaire", metavar="ID", default="", help=_("of the print pack only this sheet")
    )
    export.add_argument("--with-data", action="store_true", help=_("the complete data, too; it is private"))
    export.add_argument(
        "--format", choices=FORMATS, default="", help=_("without it, as the name of OUT ends, or PDF")
    )
    export.add_argument("--language", metavar="CODE", default="")
    export.add_argument("--paper", choices=("letter", "a4"), default="letter")
    export.add_argument("--for", dest="whom", metavar="TEXT", default="", help=_("whom it is for"))
    export.add_argument("--draft", action="store_true", help=_("marked as a draft on every page"))
    export.add_argument("--grey", action="store_true", help=_("in black and grey only"))
    export.add_argument(
        "--without",
        metavar="PART",
        action="append",
        default=[],
        help=_("leave this part out; may be repeated"),
    )
    export.add_argument("--since", type=_day, metavar="DAY", help=_("compare with this day, like 2026-03-01"))
    export.add_argument("--zip", action="store_true", help=_("one zip file in place of a folder"))
    export.add_argument(
        "--what-is-left-out", action="store_true", help=_("write nothing, say what would be left out")
    )
    export.add_argument("-o", dest="out", metavar="OUT", type=Path)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("a day is written like 2026-03-01")) from error


def _percent(text: str) -> int:
    percent = int(text.removesuffix("%"))
    if not 100 <= percent <= 200:
        raise argparse.ArgumentTypeError(_("the size of the text is 100 to 200 percent"))
    return percent
