# SPDX-License-Identifier: MIT
"""A ReportLab canvas on which everything is furniture (an artifact) unless drawn inside `mark`.

It knows marks and links, not what a report is made of. Whatever nobody tags is an artifact by construction.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import XMP, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from walkthrough.export.document import Document
from walkthrough.export.glyphs import clean
from walkthrough.export.pdf.tagging import Element, LinkSpot, Mark, TreeWriter
from walkthrough.export.scene import GREY, PAPER

_COLOURED = {**PAPER, "stamp": "#E9F2F6"}
_GREY = {**GREY, "stamp": "#EDEDED"}
"""What a page has beside a picture's colours: a stamp so pale that words on it keep their contrast."""
_ARTIFACT = "/Artifact BMC"
_PRINTABLE = 4  # the flag of an annotation that is printed with its page


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Pages whose marks belong to structure elements.

    With `tagged=False` it writes the same pages without any tags.
    """

    def __init__(
        self, file: BinaryIO, document: Document, size: tuple[float, float], *, tagged: bool
    ) -> None:
        super().__init__(
            file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=document.language,
            initialFontName="Body",  # else every page names Helvetica, which is not embedded
        )
        self._tagged = tagged
        self._report = document
        self.is_grey = document.is_grey
        self.palette = _GREY if document.is_grey else _COLOURED
        self._current: Element | None = None
        self._on_page: list[Element] = []
        self._by_page: list[list[Element]] = []
        self.setTitle(clean(document.title))
        self.setAuthor(clean(document.author))
        self.setSubject(clean(document.subject))
        self.setCreator("Walkthrough")
        self.setProducer("Walkthrough, ReportLab")
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setDateFormatter(lambda *_: document.day.strftime("D:%Y%m%d000000+00'00'"))
        self._open(None)

    @contextlib.contextmanager
    def mark(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside belongs to `element`; None makes it an artifact."""
        before = self._current
        self._switch(element)
        yield
        self._switch(before)

    def link(self, element: Element | None, url: str, box: tuple[float, float, float, float]) -> None:
        """Make the box (left, foot, right, top; in page space) clickable, as part of a Link element."""
        self.linkURL(url, box, Contents=PDFString(url), F=_PRINTABLE)
        if self._tagged and element is not None:
            element.kids.append(LinkSpot(self._last_annotation, len(self._by_page)))

    def ink(self, token: str) -> Any:
        """The colour of a token on these pages."""
        return colour(self.palette[token])

    def fill_with(self, token: str) -> None:
        """Fill, and ink text, with the colour of a token."""
        self.setFillColor(self.ink(token))

    def stroke_with(self, token: str, width: float) -> None:
        """Draw lines in the colour of a token, `width` points wide."""
        self.setStrokeColor(self.ink(token))
        self.setLineWidth(width)

    def showPage(self) -> None:
        if self._tagged:
            self._code.append("EMC")
        super().showPage()
        if self._tagged:
            page = self._doc.Pages.pages[-1]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = len(self._by_page), PDFName("S")
        self._by_page.append(self._on_page)
        self._on_page = []
        self._current = None
        self._open(None)

    def finish(self, root: Element) -> None:
        """Write the tree, the properties and the file.

        Every page has been shown; the canvas is not used again.
        """
        self._code.clear()
        if self._tagged:
            TreeWriter(self._doc).write(root, self._by_page)
            self._doc.Catalog.Metadata = XMP(creator=lambda _: xmp(self._report))
        self.save()

    def _switch(self, element: Element | None) -> None:
        if element is self._current:
            return
        self._current = element
        if not self._tagged:
            return
        if self._code[-1] == _ARTIFACT:  # nothing was drawn in it: no empty artifact is left behind
            self._code.pop()
        else:
            self._code.append("EMC")
        self._open(element)

    def _open(self, element: Element | None) -> None:
        if not self._tagged:
            return
        if element is None:
            self._code.append(_ARTIFACT)
            return
        number = len(self._on_page)
        self._on_page.append(element)
        element.kids.append(Mark(len(self._by_page), number))
        self._code.append(f"/{element.role} << /MCID {number} >> BDC")

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:
        self._last_annotation = annotation
        super()._addAnnotation(annotation, name, addtopage)


@cache
def colour(value: str) -> Any:
    """The colour of "#rrggbb", parsed once."""
    return HexColor(value)


def xmp(document: Document) -> bytes:
    """The properties packet, with the mark of PDF/UA part 1."""
    title, author, about = (
        escape(clean(text)) for text in (document.title, document.author, document.subject)
    )
    day = datetime.datetime.combine(document.day, datetime.time()).strftime("%Y-%m-%dT%H:%M:%SZ")
    creator = f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{about}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>{creator}
<xmp:CreateDate>{day}</xmp:CreateDate><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()
