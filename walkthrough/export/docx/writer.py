# SPDX-License-Identifier: MIT
"""Writes a document as a Word file (Office Open XML) with real headings, lists and tables.

The same document gives the same bytes. It knows no report.
"""

from __future__ import annotations

import datetime
import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from walkthrough.export.document import PAPER_SIZES, Document, text_width
from walkthrough.export.docx.blocks import Body
from walkthrough.export.docx.furniture import first_header_xml, footer_xml, header_xml
from walkthrough.export.docx.picture import png_of
from walkthrough.export.docx.styles import fonts_xml, numbering_xml, styles_xml
from walkthrough.export.docx.words import NAMESPACES, language_of, twips
from walkthrough.export.pdf import styles
from walkthrough.export.scene import GREY, PAPER, Palette, Scene
from walkthrough.export.xml_text import sayable

_JPEG = b"\xff\xd8"
_LONGEST_PROPERTY = 255
_KEPT = (RELATIONSHIP_TYPE.CORE_PROPERTIES, RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.THEME)
"""What we keep of the template that python-docx brings; the rest we write ourselves."""
_SPARE = 8.0
"""Points more on each page than on paper: another typeface may be a little wider."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<w:settings {names}><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="{language}" w:bidi="ar-SA"/></w:settings>'
)


def docx_bytes(document: Document) -> bytes:
    """The Word file as bytes."""
    word = docx.Document()
    palette = GREY if document.is_grey else PAPER
    parts = _Parts(word, palette)
    width = text_width(document.paper, landscape=document.landscape)
    height = _page(document)[1] - styles.MARGIN_TOP - styles.MARGIN_FOOT
    body = Body(parts, width, height, is_grey=document.is_grey)
    inner = body.markup(document.blocks)
    parts.keep_only(_KEPT)
    language = language_of(document.language)
    parts.add("styles", styles_xml(language, palette))
    parts.add("numbering", numbering_xml(body.starts))
    parts.add("fontTable", fonts_xml())
    parts.add("settings", _SETTINGS.format(names=NAMESPACES, language=language).encode())
    section = _section(document, parts, palette)
    old = word.element.body
    word.element.replace(old, parse_xml(f"<w:body {NAMESPACES}>{inner}{section}</w:body>"))
    _describe(word, document)
    return _packed(word)


class _Parts:
    """The files inside the file, and the numbers by which the text points to them."""

    def __init__(self, word: WordDocument, palette: Palette) -> None:
        self._part = word.part
        self._package = word.part.package
        self._palette = palette
        self._pictures: dict[bytes, str] = {}

    def link(self, url: str) -> str:
        """As `Relations` says."""
        return self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, content: bytes) -> str:
        """As `Parts` of the blocks says."""
        if content not in self._pictures:
            kind = "jpeg" if content.startswith(_JPEG) else "png"
            name = f"/word/media/picture{len(self._pictures) + 1}.{kind}"
            part = Part(PackURI(name), f"image/{kind}", content, self._package)
            self._pictures[content] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[content]

    def drawn(self, scene: Scene) -> str:
        """As `Parts` of the blocks says."""
        return self.picture(png_of(scene, self._palette))

    def keep_only(self, kinds: tuple[str, ...]) -> None:
        """Drop the template's parts but these; what we added stays."""
        ours = (RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK)
        for rels in (self._package.rels, self._part.rels):
            for number in [key for key, rel in rels.items() if rel.reltype not in (*kinds, *ours)]:
                rels.pop(number)

    def add(self, name: str, content: bytes, kind: str = "") -> str:
        """Add the part `word/NAME.xml`; `kind` is what it is, if its name does not say it."""
        content_type, relation = _KINDS[kind or name]
        part = Part(PackURI(f"/word/{name}.xml"), content_type, content, self._package)
        return self._part.relate_to(part, relation)


_KINDS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


def _page(document: Document) -> tuple[float, float]:
    width, height = PAPER_SIZES[document.paper]
    return (height, width) if document.landscape else (width, height)


def _section(document: Document, parts: _Parts, palette: Palette) -> str:
    """The page: its size, its margins, its head and foot."""
    first = parts.add("header1", first_header_xml(document, palette), "header")
    header = parts.add("header2", header_xml(document, palette), "header")
    footer = parts.add("footer1", footer_xml(document, palette), "footer")
    width, height = (twips(length) for length in _page(document))
    side, top, foot = (
        twips(length) for length in (styles.MARGIN_SIDE, styles.MARGIN_TOP, styles.MARGIN_FOOT - _SPARE)
    )
    turned = "landscape" if document.landscape else "portrait"
    return (
        f'<w:sectPr><w:headerReference w:type="first" r:id="{first}"/>'
        f'<w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="first" r:id="{footer}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="{turned}"/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{foot}" w:left="{side}" w:header="560"'
        ' w:footer="440" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _describe(word: WordDocument, document: Document) -> None:
    """The file's properties, read out by Word and by search."""
    day = datetime.datetime.combine(document.day, datetime.time())
    facts = word.core_properties
    facts.title, facts.author, facts.subject = (
        " ".join(sayable(text).split())[:_LONGEST_PROPERTY]
        for text in (document.title, document.author, document.subject)
    )
    facts.language = language_of(document.language)
    facts.created = facts.modified = day
    facts.last_modified_by = facts.author
    facts.comments = facts.keywords = facts.category = ""
    facts.revision = 1


def _packed(word: WordDocument) -> bytes:
    """The package as one zip that says nothing of when it was made."""
    loose, packed = io.BytesIO(), io.BytesIO()
    word.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
