# SPDX-License-Identifier: MIT
"""The index of what a meeting hands out: a web page to click through, and the same as plain text.

It must not know how a paper is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from urllib.parse import quote

from walkthrough.export.calendar import day_words
from walkthrough.export.hand_out_papers import Paper
from walkthrough.wording import N_, Wording

FORM_NAMES = {
    "pdf": N_("PDF, to read and print"),
    "docx": N_("Word, to change"),
    "html": N_("Web page"),
    "xlsx": N_("Spreadsheet"),
    "csv": N_("Tables as text (CSV)"),
    "ics": N_("Calendar file"),
    "json": N_("Data (JSON)"),
}
"""What the formats are called."""
_STYLE = """
body { margin: 2.5rem auto; max-width: 44rem; padding: 0 1.25rem; line-height: 1.5;
  font-family: "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif;
  color: #1d2329; background: #ffffff; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 0; }
p { margin: .25rem 0 .5rem; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
li { margin: .35rem 0; }
a { color: #0b5563; text-underline-offset: .15em; }
a:focus { outline: 3px solid #0b5563; outline-offset: 2px; }
footer { margin-top: 2.5rem; border-top: 1px solid #8a949c; padding-top: .75rem; color: #4a545c; }
@media (prefers-color-scheme: dark) {
  body { color: #eef1f3; background: #14191d; } a { color: #7fd3e0; } footer { color: #b5bec5; }
  a:focus { outline-color: #7fd3e0; }
}
"""


def html_index(words: Wording, day: date, papers: Sequence[Paper], left: Sequence[str]) -> bytes:
    """The index as one web page that needs nothing else.

    Args:
        words: the language of the papers.
        day: the day of the meeting.
        papers: in the order of their names.
        left: what was left out, in sentences.
    """
    _ = words.gettext
    title, here, left_here = _title(words, day), _("What is in this folder"), _("What was left out")
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
        f"<h1>{escape(title)}</h1>\n<p>{escape(here)}</p>",
    ]
    for paper in papers:
        parts.append(f"<h2>{escape(paper.title)}</h2>\n<p>{escape(paper.about)}</p>\n<ul>")
        for file in paper.files:
            told = f"{paper.title}: {_(FORM_NAMES[file.form])}"
            parts.append(f'<li><a href="{quote(file.name)}">{escape(told)}</a></li>')
        parts.append("</ul>")
    parts.append(f"<h2>{escape(left_here)}</h2>\n<ul>")
    parts += [f"<li>{escape(sentence)}</li>" for sentence in left]
    foot = escape(_("About systems. Holds no client information."))
    parts.append(f"</ul>\n</main>\n<footer>{foot}</footer>\n</body>\n</html>\n")
    return "\n".join(parts).encode()


def text_index(words: Wording, day: date, papers: Sequence[Paper], left: Sequence[str]) -> bytes:
    """The same as plain text, with the ends of line and the mark that every editor knows."""
    _ = words.gettext
    lines = [_title(words, day), "", _("What is in this folder"), ""]
    for paper in papers:
        lines += [*(file.name for file in paper.files), f"    {paper.about}", ""]
    lines += [_("What was left out"), "", *(f"- {sentence}" for sentence in left), ""]
    lines.append(_("About systems. Holds no client information."))
    return ("\n".join(lines) + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _title(words: Wording, day: date) -> str:
    return words.gettext("Papers of the meeting of {day}").format(day=day_words(words, day))
