# SPDX-License-Identifier: MIT
"""Runs and paragraphs as WordprocessingML: escaped, with their languages, directions and links.

It knows no block and no file.
"""

from __future__ import annotations

from typing import Final, Protocol
from xml.sax.saxutils import escape, quoteattr

import msgspec

from walkthrough.export.direction import begins_leftwards
from walkthrough.export.document import Rich, Run, plain, runs
from walkthrough.export.xml_text import by_direction, safe_link, sayable

NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="{place}"'
    for prefix, place in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_REGIONS = {"en": "en-US", "es": "es-US", "ar": "ar-SA", "fr": "fr-FR", "vi": "vi-VN", "chr": "chr-Cher-US"}


class Relations(Protocol):
    """Where a part keeps what it points to."""

    def link(self, url: str) -> str:
        """The number under which the text points to a place on the web."""


class Setting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How one paragraph differs from its style.

    number: of the list it belongs to, 0 for none; keep_next: stays on the page of what follows;
    new_page: starts one; after: points below it, 0 for its style's; align: "", "center" or "right"; lang: of
    all of it.
    """

    number: int = 0
    keep_next: bool = False
    new_page: bool = False
    after: float = 0.0
    align: str = ""
    lang: str = ""


PLAIN: Final = Setting()


def twips(points: float) -> int:
    """Points in Word's own unit, a twentieth of one."""
    return round(points * 20)


def emu(points: float) -> int:
    """Points in the unit of pictures."""
    return round(points * 12700)


def language_of(tag: str) -> str:
    """A language as Word names it: with its region."""
    return _REGIONS.get(tag) or "".join(char for char in tag if char == "-" or char.isalnum())


def said(text: str) -> str:
    """A text as the value of an attribute, with its quotation marks."""
    return quoteattr(" ".join(sayable(text).split()))


def paragraph(style: str, text: Rich, relations: Relations, setting: Setting = PLAIN) -> str:
    """One paragraph of text."""
    inner = "".join(_run(run, setting.lang, relations) for run in runs(text))
    return f"<w:p>{_settings(style, setting, leftwards=begins_leftwards(plain(text)))}{inner}</w:p>"


def holding(style: str, inner: str, setting: Setting = PLAIN) -> str:
    """One paragraph that holds ready-made runs, such as a picture."""
    return f"<w:p>{_settings(style, setting, leftwards=False)}{inner}</w:p>"


def one_line(text: str) -> str:
    """A text without line breaks, for headings."""
    return " ".join(text.split())


def _settings(style: str, setting: Setting, *, leftwards: bool) -> str:
    """`w:pPr`; its parts have a fixed order."""
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{setting.number}"/></w:numPr>'
    parts = (
        f'<w:pStyle w:val="{style}"/>',
        "<w:keepNext/>" if setting.keep_next else "",
        "<w:pageBreakBefore/>" if setting.new_page else "",
        number if setting.number else "",
        "<w:bidi/>" if leftwards else "",
        f"<w:spacing{_spaces(setting)}/>" if setting.new_page or setting.after else "",
        f'<w:jc w:val="{setting.align}"/>' if setting.align else "",
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _spaces(setting: Setting) -> str:
    """At the top of a page Word would leave the space above a heading."""
    above = ' w:before="0"' if setting.new_page else ""
    return above + (f' w:after="{twips(setting.after)}"' if setting.after else "")


def _run(run: Run, lang: str, relations: Relations) -> str:
    link = safe_link(run.link) if run.text.strip() else ""
    stretches = "".join(
        _stretch(piece, run, lang=run.lang or lang, is_link=bool(link), leftwards=leftwards)
        for piece, leftwards in by_direction(sayable(run.text))
    )
    return (
        f'<w:hyperlink r:id="{relations.link(link)}" w:history="1">{stretches}</w:hyperlink>'
        if link
        else stretches
    )


def _stretch(text: str, run: Run, *, lang: str, is_link: bool, leftwards: bool) -> str:
    tag = language_of(lang) if lang else ""
    parts = (
        '<w:rStyle w:val="Hyperlink"/>' if is_link else "",
        "<w:b/><w:bCs/>" if run.bold else "",
        "<w:i/><w:iCs/>" if run.italic else "",
        "<w:rtl/>" if leftwards else "",
        (f"<w:lang w:bidi={said(tag)}/>" if leftwards else f"<w:lang w:val={said(tag)}/>") if tag else "",
    )
    settings = f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
        for line in text.replace("\t", " ").split("\n")
    )
    return f"<w:r>{settings}{lines}</w:r>" if lines else ""
