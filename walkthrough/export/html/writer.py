# SPDX-License-Identifier: MIT
"""Writes a document as one web page that needs nothing else: no script, no other file, no network.

The same document gives the same bytes. It knows no report.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from walkthrough.export.document import PAPER_SIZES, Block, Document, Title
from walkthrough.export.fonts import FOLDER
from walkthrough.export.html.blocks import Blocks, Entry
from walkthrough.export.html.colours import DARK, properties
from walkthrough.export.html.markup import attribute, is_blank, words
from walkthrough.export.html.typeface import font_faces
from walkthrough.export.scene import GREY, PAPER, TOKENS
from walkthrough.export.svg import colour_rules
from walkthrough.export.xml_text import language_leftwards, sayable
from walkthrough.wording import Wording

SHEET: Path = FOLDER.parent / "html" / "report.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_LEAST_ENTRIES = 3
_MOST_ENTRIES = 16
"""Of so many headings at most the table of contents goes one level deeper."""


def html_bytes(document: Document, wording: Wording) -> bytes:
    """The page as bytes.

    Args:
        document: the report.
        wording: says the page's own few words, such as "Contents", in the language of the document.
    """
    blocks = Blocks()
    title, rest = _title_first(document.blocks)
    above = blocks.markup(title) if title is not None else ""
    body = "".join(blocks.markup(block) for block in rest)
    contents = _contents(blocks.headings, wording)
    skip = words(wording.gettext("Skip to the report"))
    main = f'{above}{contents}<div class="text">{body}</div>'
    leftwards = ' dir="rtl"' if language_leftwards(document.language) else ""
    grey = attribute("class", "grey" if document.is_grey else "")
    page = (
        f"<!DOCTYPE html>\n<html{attribute('lang', document.language)}{leftwards}{grey}>\n{_head(document)}\n"
        f'<body>\n<a class="skip" href="#report">{skip}</a>\n'
        f'{_stamp(document)}<main id="report"{attribute("class", "with-contents" if contents else "")}>'
        f"{main}</main>\n{_foot(document)}</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _title_first(blocks: tuple[Block, ...]) -> tuple[Title | None, tuple[Block, ...]]:
    """The title if it comes first, as in every report of ours, and what follows."""
    if blocks and isinstance(blocks[0], Title):
        return blocks[0], blocks[1:]
    return None, blocks


def _head(document: Document) -> str:
    title = " ".join(sayable(document.title).split()) or "Walkthrough"
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="{"light" if document.is_grey else "light dark"}">\n'
        f"<title>{escape(title)}</title>\n{_facts(document)}<style>\n{_style(document)}</style>\n</head>"
    )


def _facts(document: Document) -> str:
    pairs = (
        ("description", document.subject),
        ("author", document.author),
        ("date", document.day.isoformat()),
        ("generator", "Walkthrough"),
    )
    return "".join(f'<meta name="{name}"{attribute("content", said)}>\n' for name, said in pairs if said)


def _style(document: Document) -> str:
    width, height = PAPER_SIZES[document.paper]
    if document.landscape:
        width, height = height, width
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{properties(DARK)}}}}}\n"
    return (
        f"{font_faces()}\n:root{{{properties(GREY if document.is_grey else PAPER)}}}\n"
        f"{'' if document.is_grey else dark}"
        f"@page{{size:{width:g}pt {height:g}pt}}\n"
        f"{colour_rules(TOKENS)}\n{SHEET.read_text(encoding='utf-8')}"
    )


def _contents(headings: list[Entry], wording: Wording) -> str:
    top = min((entry.level for entry in headings), default=2)
    shown = [entry for entry in headings if entry.level == top]
    deeper = [entry for entry in headings if entry.level <= top + 1]
    if len(deeper) <= _MOST_ENTRIES and len(shown) < _LEAST_ENTRIES:
        shown = deeper
    if len(shown) < _LEAST_ENTRIES:
        return ""
    items = "".join(
        f'<li{attribute("class", "deeper" if entry.level > top else "")}><a href="#{entry.place}">'
        f"{words(entry.text)}</a></li>"
        for entry in shown
    )
    name = words(wording.gettext("Contents"))
    return f'<nav aria-labelledby="contents"><p id="contents">{name}</p><ul>{items}</ul></nav>'


def _stamp(document: Document) -> str:
    """The word across the page. It is furniture: the report says it in its words, too."""
    if is_blank(document.stamp):
        return ""
    return f'<div class="stamp" aria-hidden="true"><span>{words(document.stamp)}</span></div>\n'


def _foot(document: Document) -> str:
    lines = [line for line in (document.footer, document.date_line) if not is_blank(line)]
    if not lines:
        return ""
    return "<footer>" + "".join(f"<p>{words(line)}</p>" for line in lines) + "</footer>\n"
