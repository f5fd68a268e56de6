# SPDX-License-Identifier: MIT
"""The styles of a Word file, by the sizes and colours of the papers. It knows no report.

Where Word has a style of its own for a thing, ours has that name, so that its outline, its lists and its
screen readers know it. Names and elements are those of ECMA-376.
"""

from __future__ import annotations

from typing import Final

import msgspec

from walkthrough.export.docx.words import NAMESPACES, twips
from walkthrough.export.fonts import FAMILY
from walkthrough.export.pdf import styles
from walkthrough.export.pdf.styles import TextStyle
from walkthrough.export.scene import Palette

FALLBACK: Final = "Segoe UI"
"""Stands in where a computer has not our typeface: as wide, and on every Windows."""

_SPARE = "Arial"
_ADDED = 6.0
"""Points. Word adds the space under one thing and over the next; on paper the larger of the two counts."""
_PADDING_X, _PADDING_Y = 7.0, 5.0
_INDENT, _GAP = 20.0, 6.0  # labels end where the gap before the text begins, as on paper
_BOX = 14.0


class ParagraphStyle(msgspec.Struct, frozen=True, gc=False):
    """One style: its name in Word, how it is set, and what only Word knows of it (elements of `w:pPr`)."""

    id: str
    name: str
    look: TextStyle
    outline: int = -1
    keep: str = ""
    more: str = ""
    based: str = "Normal"
    following: str = "BodyText"


_BAR = (
    '<w:pBdr><w:top w:val="single" w:sz="48" w:space="0" w:color="{accent_soft}"/>'
    '<w:left w:val="single" w:sz="36" w:space="10" w:color="{accent}"/>'
    '<w:bottom w:val="single" w:sz="48" w:space="0" w:color="{accent_soft}"/>'
    '<w:right w:val="single" w:sz="8" w:space="13" w:color="{accent_soft}"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{accent_soft}"/>'
)
_ITEM = styles.ITEM
_STYLES: Final = (
    ParagraphStyle("BodyText", "Body Text", styles.BODY),
    ParagraphStyle("AboveTitle", "Above Title", styles.ABOVE, following="Title"),
    ParagraphStyle("Title", "Title", styles.TITLE, keep="<w:keepLines/>"),
    ParagraphStyle("Subtitle", "Subtitle", styles.BELOW),
    *(
        ParagraphStyle(
            f"Heading{level}", f"heading {level}", styles.HEADINGS[level], level - 1, "<w:keepLines/>"
        )
        for level in (1, 2, 3)
    ),
    ParagraphStyle("Lead", "Lead", styles.LEAD),
    ParagraphStyle("SmallText", "Small Text", styles.SMALL),
    ParagraphStyle("Callout", "Callout", styles.CALLOUT, keep="<w:keepLines/>", more=_BAR),
    ParagraphStyle(
        "ListBullet", "List Bullet", _ITEM, more='<w:numPr><w:numId w:val="1"/></w:numPr>', following=""
    ),
    ParagraphStyle(
        "ListNumber", "List Number", _ITEM, more='<w:numPr><w:numId w:val="2"/></w:numPr>', following=""
    ),
    ParagraphStyle("Caption", "caption", styles.CAPTION),
    ParagraphStyle("FigureCaption", "Figure Caption", styles.UNDER_FIGURE),
    ParagraphStyle("Picture", "Picture", TextStyle(leading=0, before=6, after=6, keep_next=True)),
    ParagraphStyle("TableHead", "Table Head", styles.HEAD_CELL, following="TableHead"),
    ParagraphStyle("TableText", "Table Text", styles.CELL, following="TableText"),
    ParagraphStyle("TableRowHead", "Table Row Head", styles.ROW_HEAD, following="TableRowHead"),
    ParagraphStyle("LargeText", "Large Table Text", styles.LARGE_CELLS[False], following="LargeText"),
    ParagraphStyle("LargeRowHead", "Large Table Row Head", styles.LARGE_CELLS[True], following="LargeText"),
    ParagraphStyle("FactLabel", "Fact Label", styles.LABEL, following="FactValue"),
    ParagraphStyle("FactValue", "Fact Value", styles.VALUE, following="FactValue"),
    ParagraphStyle("AfterTable", "After Table", TextStyle(size=4, leading=10, after=0)),
    ParagraphStyle("Header", "header", styles.FURNITURE, following="Header"),
    ParagraphStyle("Footer", "footer", styles.FURNITURE, following="Footer"),
)


def styles_xml(language: str, palette: Palette) -> bytes:
    """The part `word/styles.xml`.

    Args:
        language: of the whole document, as Word names it.
        palette: gives each of the papers' colours; grey for grey printers.
    """
    seen = _Seen(palette)
    body = styles.BODY
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts()}{seen.ink(body)}"
        f'<w:lang w:val="{language}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/>{_spacing(body)}</w:pPr></w:style>"
    )
    inner = "".join(
        (
            defaults,
            normal,
            _CHARACTERS,
            *(seen.paragraph(style) for style in _STYLES),
            seen.link(),
            _NO_LIST,
            seen.tables(),
        )
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:styles {NAMESPACES}>{inner}</w:styles>'.encode()


def numbering_xml(starts: list[int]) -> bytes:
    """The part `word/numbering.xml`: bullets as number 1, numbers as 2, then one for each numbered list.

    Args:
        starts: what each numbered list begins with; list n has the number 3 + n.
    """
    ind = f'<w:pPr><w:ind w:left="{twips(_INDENT)}" w:hanging="{twips(_GAP)}"/></w:pPr>'
    kinds = (("bullet", "•", "ListBullet"), ("decimal", "%1.", "ListNumber"))
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{label}"/><w:lvlJc w:val="right"/>{ind}</w:lvl></w:abstractNum>'
        for number, (kind, label, style) in enumerate(kinds)
    )
    made += "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (0, 1)
    )
    made += "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for number, start in enumerate(starts, start=3)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:numbering {NAMESPACES}>{made}</w:numbering>'.encode()


def fonts_xml() -> bytes:
    """The part `word/fontTable.xml`: our typeface, and what stands in for it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<w:fonts {NAMESPACES}><w:font w:name="{FAMILY}">'
        f'<w:altName w:val="{FALLBACK}"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


class _Seen:
    """Styles in the colours of one palette."""

    def __init__(self, palette: Palette) -> None:
        self._palette = {token: value.lstrip("#") for token, value in palette.items()}

    def paragraph(self, style: ParagraphStyle) -> str:
        """One paragraph style."""
        look = style.look
        keep = ("<w:keepNext/>" if look.keep_next else "") + style.keep
        more = style.more.format(**self._palette) if style is _CALLOUT else style.more
        indent = f'<w:ind w:left="{twips(_BOX)}" w:right="{twips(_BOX)}"/>' if style is _CALLOUT else ""
        outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else ""
        following = f'<w:next w:val="{style.following}"/>' if style.following else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
            f'<w:basedOn w:val="{style.based}"/>{following}<w:qFormat/>'
            f"<w:pPr>{keep}{more}{_spacing(look)}{indent}{outline}</w:pPr><w:rPr>{self.ink(look)}</w:rPr></w:style>"
        )

    def ink(self, look: TextStyle) -> str:
        """The settings of a run."""
        bold = "<w:b/><w:bCs/>" if look.bold else ""
        half = round(look.size * 2)
        return (
            f'{bold}<w:color w:val="{self._palette[look.colour]}"/><w:sz w:val="{half}"/>'
            f'<w:szCs w:val="{half}"/>'
        )

    def link(self) -> str:
        """The style of links."""
        return (
            '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>'
            f'<w:color w:val="{self._palette["accent"]}"/><w:u w:val="single"/></w:rPr></w:style>'
        )

    def tables(self) -> str:
        """A table to read, a form to write on, and facts."""
        rule, edge = self._palette["line"], self._palette["edge"]
        across = _borders(("top", "bottom", "insideH"), 4, rule)
        head = (
            '<w:tblStylePr w:type="firstRow"><w:pPr><w:keepNext/></w:pPr><w:tcPr><w:tcBorders>'
            f'<w:bottom w:val="single" w:sz="9" w:space="0" w:color="{self._palette["accent"]}"/>'
            "</w:tcBorders>"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{self._palette["accent_soft"]}"/>'
            '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        )
        zebra = (
            '<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto"'
            f' w:fill="{self._palette["surface"]}"/></w:tcPr></w:tblStylePr>'
        )
        every = _borders(("top", "left", "bottom", "right", "insideH", "insideV"), 4, edge)
        return (
            _table("WalkthroughTable", "Walkthrough Table", across, head + zebra)
            + _table("WalkthroughForm", "Walkthrough Form", every, head)
            + _table("WalkthroughFacts", "Walkthrough Facts", across, "")
        )


_CALLOUT = next(style for style in _STYLES if style.id == "Callout")
_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    "<w:semiHidden/></w:style>"
)


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FAMILY}" w:hAnsi="{FAMILY}" w:eastAsia="{FAMILY}" w:cs="{_SPARE}"/>'


def _spacing(look: TextStyle) -> str:
    line = f' w:line="{twips(look.leading)}" w:lineRule="atLeast"' if look.leading else ""
    before = max(look.before - _ADDED, 0.0)
    return f'<w:spacing w:before="{twips(before)}" w:after="{twips(look.after)}"{line}/>'


def _borders(sides: tuple[str, ...], eighths: int, colour: str) -> str:
    inner = "".join(
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>' for side in sides
    )
    return f"<w:tblBorders>{inner}</w:tblBorders>"


def _table(style_id: str, name: str, borders: str, parts: str) -> str:
    high, wide = twips(_PADDING_Y), twips(_PADDING_X)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
        f'{borders}<w:tblCellMar><w:top w:w="{high}" w:type="dxa"/><w:left w:w="{wide}" w:type="dxa"/>'
        f'<w:bottom w:w="{high}" w:type="dxa"/><w:right w:w="{wide}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"{parts}</w:style>"
    )
