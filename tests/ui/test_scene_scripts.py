# SPDX-License-Identifier: MIT
"""A picture's words in many scripts: the screen draws the very letters of the paper."""

from __future__ import annotations

import datetime

import pypdfium2
from PySide6.QtGui import QColor, QImage, QPainter

from walkthrough.export.document import Document, Figure, text_width
from walkthrough.export.pdf.writer import pdf_bytes
from walkthrough.export.scene import PAPER, Scene, Words
from walkthrough.ui.theme import Theme
from walkthrough.ui.widgets.scene_paint import ScenePainter

TEXTS = (
    "The mother said: «لا أحد يجيب» at 17:00 (من العائلات).",
    "אף אחד לא עונה (חמש), שָׁלוֹם",
    "ą́ę́į́ǫ́ hólǫ́ Tiếng Việt",
    "ᏣᎳᎩ 𖬖𖬰𖬝𖬵 न क्षि ที่นี่",
)
WIDE, HIGH, SCALE = text_width("letter"), 160, 2
CUT = 128  # darker is ink


def test_screen_and_paper_set_every_script_alike(qapp):
    words = tuple(
        Words(x=10, y=30.0 + 34 * n, text=text, size=18, bold=n == 1) for n, text in enumerate(TEXTS)
    )
    scene = Scene(WIDE, HIGH, words)
    for row, (screen, paper) in enumerate(zip(on_screen(scene), on_paper(scene), strict=True)):
        assert len(screen) > 200, TEXTS[row]
        assert abs(min(screen) - min(paper)) <= 1, TEXTS[row]
        assert abs(max(screen) - max(paper)) <= 1, TEXTS[row]
        assert len(screen ^ paper) < len(screen) * 0.1, TEXTS[row]


def on_screen(scene):
    """The columns with ink, for each row of words."""
    image = QImage(int(WIDE * SCALE), HIGH * SCALE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    ScenePainter(PAPER, Theme()._families).paint(scene, painter)
    painter.end()
    return columns(bytes(image.constBits()), image.bytesPerLine())


def on_paper(scene):
    """The same, of the PDF."""
    document = Document(title="One", blocks=(Figure(scene, "", "Words."),), day=datetime.date(2027, 3, 3))
    picture = pypdfium2.PdfDocument(pdf_bytes(document))[0].render(scale=SCALE).to_pil().convert("L")
    picture = picture.crop((60 * SCALE, 60 * SCALE, int((60 + WIDE) * SCALE), (60 + HIGH) * SCALE))
    return columns(picture.tobytes(), picture.width)


def columns(pixels, line):
    tops = [int((14 + 34 * row) * SCALE) for row in range(len(TEXTS))]
    return [
        {x for x in range(int(WIDE * SCALE)) if min(pixels[top * line + x : (top + 44) * line : line]) < CUT}
        for top in tops
    ]
