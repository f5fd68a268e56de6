# SPDX-License-Identifier: MIT
"""The structure tree of a PDF: what each mark on a page is. It knows no layout and draws nothing.

Elements are made in reading order while the document is laid out; drawing only adds marks to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFString


class Mark(NamedTuple):
    """A stretch of a page's content: page from 0, and its number on that page."""

    page: int
    number: int


class LinkSpot(NamedTuple):
    """A link's clickable area: its annotation, the page it is on, its slot in the parent tree."""

    annotation: Any
    page: int


class Element:
    """A structure element: a role such as P or TD, what it holds, what screen readers must know of it."""

    __slots__ = ("alt", "attributes", "kids", "lang", "role", "spans")

    def __init__(self, role: str, *, alt: str = "", attributes: str = "", lang: str = "") -> None:
        self.role = role
        self.alt = alt
        self.attributes = attributes  # PDF source between << and >>
        self.lang = lang
        self.kids: list[Element | Mark | LinkSpot] = []
        self.spans: dict[int, Element] = {}

    def child(self, role: str, *, alt: str = "", attributes: str = "", lang: str = "") -> Element:
        """A new element under this one, after what it holds already."""
        made = Element(role, alt=alt, attributes=attributes, lang=lang)
        self.kids.append(made)
        return made

    def span(self, index: int, role: str, lang: str = "") -> Element:
        """The inline element of run `index`: made when first drawn, so that it stands in its place."""
        if index not in self.spans:
            self.spans[index] = self.child(role, lang=lang)
        return self.spans[index]


class Source(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A PDF object given as its source text: thousands of small ones are written much faster this way."""

    def __init__(self, text: str = "null") -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        return self.text.encode("latin-1")


class TreeWriter:
    """Puts a finished structure tree into a ReportLab document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbers: dict[int, str] = {}
        self._pages = [self._reference(page) for page in document.Pages.pages]

    def write(self, root: Element, marks: list[list[Element]]) -> None:
        """Write `root` and the parent tree; `marks` holds, page by page, the element of each mark."""
        top = Source()
        top_reference = self._reference(top)
        first = self._element(root, top_reference)
        entries = [f"{page} {self._array(elements)}" for page, elements in enumerate(marks)]
        slot = len(marks)
        for element, spot in _links(root):
            spot.annotation["StructParent"] = slot
            entries.append(f"{slot} {self._numbers[id(element)]}")
            slot += 1
        parents = self._reference(Source(f"<< /Nums [ {' '.join(entries)} ] >>"))
        top.text = (
            f"<< /Type /StructTreeRoot /K [ {first} ] /ParentTree {parents} /ParentTreeNextKey {slot} >>"
        )
        catalog = self._document.Catalog
        catalog.StructTreeRoot = self._document.Reference(top)
        catalog.MarkInfo = Source("<< /Marked true >>")

    def _array(self, elements: list[Element]) -> str:
        return self._reference(Source(f"[ {' '.join(self._numbers[id(element)] for element in elements)} ]"))

    def _reference(self, thing: Any) -> str:
        reference: PDFObjectReference = self._document.Reference(thing)
        number, version = self._document.idToObjectNumberAndVersion[reference.name]
        return f"{number} {version} R"

    def _element(self, element: Element, parent: str) -> str:
        made = Source()
        mine = self._numbers[id(element)] = self._reference(made)
        page = _first_page(element)
        parts = [f"<< /Type /StructElem /S /{element.role} /P {parent}"]
        if page is not None:
            parts.append(f"/Pg {self._pages[page]}")
        if element.alt:
            parts.append(f"/Alt {self._text(element.alt)}")
        if element.lang:
            parts.append(f"/Lang {self._text(element.lang)}")
        if element.attributes:
            parts.append(f"/A << {element.attributes} >>")
        kids = " ".join(self._kid(kid, mine, page) for kid in element.kids)
        made.text = " ".join([*parts, f"/K [ {kids} ] >>" if kids else ">>"])
        return mine

    def _kid(self, kid: Element | Mark | LinkSpot, parent: str, page: int | None) -> str:
        match kid:
            case Element():
                return self._element(kid, parent)
            case Mark():
                if kid.page == page:
                    return str(kid.number)
                return f"<< /Type /MCR /Pg {self._pages[kid.page]} /MCID {kid.number} >>"
            case LinkSpot():
                return f"<< /Type /OBJR /Pg {self._pages[kid.page]} /Obj {self._reference(kid.annotation)} >>"

    def _text(self, text: str) -> str:
        written: bytes = PDFString(text).format(self._document)
        return written.decode("latin-1")


def _first_page(element: Element) -> int | None:
    """The page of the element's first own mark; one without marks of its own names no page."""
    return next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)


def _links(element: Element) -> Iterator[tuple[Element, LinkSpot]]:
    for kid in element.kids:
        if isinstance(kid, LinkSpot):
            yield element, kid
        elif isinstance(kid, Element):
            yield from _links(kid)
