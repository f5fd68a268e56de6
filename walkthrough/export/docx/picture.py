# SPDX-License-Identifier: MIT
"""Pictures in a Word file: a scene rendered from our own PDF, so that it looks as on paper, or a logo.

It knows no report and no page.
"""

from __future__ import annotations

import io
from typing import Final

import msgspec

from walkthrough.export.docx.words import emu, said
from walkthrough.export.scene import Palette, Scene

DOTS_PER_INCH: Final = 200


def png_of(scene: Scene, palette: Palette) -> bytes:
    """The scene as a PNG of `DOTS_PER_INCH`; the same scene gives the same bytes."""
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    from walkthrough.export.pdf.faces import register
    from walkthrough.export.pdf.scene_canvas import draw_scene

    register()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(scene.w, scene.h), invariant=1, initialFontName="Body")
    draw_scene(scene, canvas, 0, scene.h, palette=palette)
    canvas.showPage()
    canvas.save()
    pages = pypdfium2.PdfDocument(file.getvalue())
    picture = pages[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
    pages.close()
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))  # fewer colours would lose the palest tints
    return out.getvalue()


class Shown(msgspec.Struct, frozen=True, gc=False):
    """A picture file as it is shown.

    relation: the number under which the document points to the file; number: of the picture in this
    document, from 1; alt: says what it shows to those who do not see it; width and height: in points;
    is_grey: without its colours.
    """

    relation: str
    number: int
    alt: str
    width: float
    height: float
    is_grey: bool = False

    @property
    def size(self) -> str:
        """Its size as attributes."""
        return f'cx="{emu(self.width)}" cy="{emu(self.height)}"'


def inline(shown: Shown) -> str:
    """A run with a picture in the line."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {shown.size}/>{_properties(shown)}{_graphic(shown)}"
        "</wp:inline></w:drawing></w:r>"
    )


def at_the_end(shown: Shown) -> str:
    """A run with a picture at the end of the first lines of the page; the text flows beside it."""
    return (
        f'<w:r><w:drawing><wp:anchor distT="0" distB="{emu(6)}" distL="{emu(12)}" distR="0" simplePos="0"'
        ' relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>'
        f'<wp:extent {shown.size}/><wp:wrapSquare wrapText="bothSides"/>{_properties(shown)}'
        f"{_graphic(shown)}</wp:anchor></w:drawing></w:r>"
    )


def _properties(shown: Shown) -> str:
    number = shown.number
    return (
        f'<wp:docPr id="{number}" name="Picture {number}" descr={said(shown.alt)}/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    )


def _graphic(shown: Shown) -> str:
    number, size = shown.number, shown.size
    blip = f'<a:blip r:embed="{shown.relation}">{"<a:grayscl/>" if shown.is_grey else ""}</a:blip>'
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
