# SPDX-License-Identifier: MIT
"""What stands on every page of a Word file: the running title, the foot with page numbers, a draft's mark.

It knows no block.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from walkthrough.export.document import Document, text_width
from walkthrough.export.docx.words import NAMESPACES, holding, said, twips
from walkthrough.export.scene import Palette
from walkthrough.export.xml_text import sayable

_FLAG = 44.0
"""The width in points of the short bar over the title."""
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def first_header_xml(document: Document, palette: Palette) -> bytes:
    """The head of page 1: a short bar in the accent colour."""
    right = twips(text_width(document.paper, landscape=document.landscape) - _FLAG)
    bar = (
        '<w:p><w:pPr><w:pStyle w:val="Header"/><w:pBdr>'
        f'<w:top w:val="single" w:sz="32" w:space="0" w:color="{palette["accent"].lstrip("#")}"/></w:pBdr>'
        f'<w:ind w:right="{right}"/></w:pPr>{_stamp(document, palette, 1)}</w:p>'
    )
    return _part("hdr", bar)


def header_xml(document: Document, palette: Palette) -> bytes:
    """The head of every other page: the title."""
    title = " ".join(sayable(document.title).split())
    return _part("hdr", holding("Header", _run(title) + _stamp(document, palette, 2)))


def footer_xml(document: Document, palette: Palette) -> bytes:
    """The foot: who may see it, the date, page x of y."""
    end = twips(text_width(document.paper, landscape=document.landscape))
    rule = (
        '<w:pPr><w:pStyle w:val="Footer"/><w:pBdr><w:top w:val="single" w:sz="4" w:space="5"'
        f' w:color="{palette["line"].lstrip("#")}"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs></w:pPr>'
    )
    inner = f"{_run(document.footer)}<w:r><w:tab/></w:r>{_page_words(document.page_words)}"
    return _part("ftr", f"<w:p>{rule}{inner}</w:p>" + holding("Footer", _run(document.date_line)))


def _part(name: str, inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{name} {NAMESPACES}>{inner}</w:{name}>'.encode()


def _run(text: str) -> str:
    told = " ".join(sayable(text).split())
    return f'<w:r><w:t xml:space="preserve">{escape(told)}</w:t></w:r>' if told else ""


def _page_words(wording: str) -> str:
    """The wording with fields in place of its numbers."""
    pieces = re.split(r"(\{page\}|\{pages\})", sayable(wording))
    return "".join(_field(_FIELDS[one]) if one in _FIELDS else _spaced(one) for one in pieces if one)


def _spaced(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _stamp(document: Document, palette: Palette, number: int) -> str:
    """A word large and pale across the page, behind the text."""
    if not document.stamp.strip():
        return ""
    word = said(document.stamp)
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:420pt;height:150pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="Stamp{number}" o:spid="_x0000_s20{48 + number}" type="#_x0000_t136" alt={word}'
        f' style="{place}" o:allowincell="f" fillcolor="{palette["accent_soft"]}" stroked="f">'
        '<v:fill opacity=".65"/>'
        '<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold"'
        f" string={word}/></v:shape></w:pict></w:r>"
    )
