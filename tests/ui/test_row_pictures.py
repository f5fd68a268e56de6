# SPDX-License-Identifier: MIT
"""Rows that are shown from kept pictures look as painted where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from walkthrough.ui.theme import Theme, look_of
from walkthrough.ui.widgets.row_list import RowList
from walkthrough.ui.widgets.row_model import RowCells
from walkthrough.ui.widgets.row_pictures import KEPT, RowPictures

ROWS = [
    RowCells("a", "Nobody answers after five", "barrier", 12, "the second line", "Court"),
    RowCells("b", "A warm call from one worker to the next " * 4, "practice", 13, lane="Family"),
    RowCells("c", "held", "next_step", 14, marks=(("warn", "held back"), ("note", "said 3×"))),
]


_PLACE = QRect(0, 0, 80, 20)


@pytest.fixture(autouse=True)
def usual_theme(qapp: QApplication) -> Theme:
    """A picture is kept for the look that is on."""
    theme = Theme()
    theme.apply(qapp, "light")
    return theme


class _NeverKept(RowPictures):
    def draw(self, painter: QPainter, box: QRect, look, what, paint, bare=0) -> None:  # type: ignore[no-untyped-def]  # takes what the kept one takes
        paint(painter, QRectF(box))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_kept_picture_is_what_would_be_painted(qapp: QApplication, theme: str) -> None:
    themes, shown = Theme(), []
    themes.apply(qapp, theme)
    for pictures in (_NeverKept(), RowPictures()):
        rows = RowList("Entries", lines=3)
        rows.resize(460, 300)
        rows._painter.pictures = pictures
        rows.set_rows(ROWS)
        rows.choose("b")
        rows.show()
        rows.grab()  # the second time from what is kept
        shown.append(rows.grab().toImage())
        rows.close()
    themes.apply(qapp, "light")
    assert shown[0] == shown[1]


def test_another_theme_or_state_or_text_is_painted_anew(qapp: QApplication) -> None:
    painted: list[str] = []
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    pictures, look = RowPictures(), look_of()

    def draw(what: str, box: QRect = _PLACE) -> None:
        painter = QPainter(image)
        pictures.draw(painter, box, look, what, lambda onto, at: _paint(onto, at, what, painted))
        painter.end()

    for what in ("one", "two", "one"):
        draw(what)
    assert painted == ["one", "two"]
    draw("one", QRect(0, 20, 80, 20))
    assert painted == ["one", "two"]  # further down it is the same picture
    draw("one", QRect(0, 0, 60, 20))
    assert painted == ["one", "two", "one"]  # narrower it is another
    look = Theme().apply(qapp, "dark")
    draw("two")
    Theme().apply(qapp, "light")
    assert painted[3:] == ["two"]


def test_between_two_pixels_a_row_is_painted_where_it_stands(qapp: QApplication) -> None:
    painted: list[str] = []
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.25)
    pictures = RowPictures()
    for top, times in ((4, 1), (4, 1), (5, 2), (5, 3)):
        painter = QPainter(image)
        box = QRect(0, top, 80, 20)
        pictures.draw(painter, box, look_of(), "x", lambda onto, at: _paint(onto, at, "x", painted))
        painter.end()
        assert len(painted) == times


def test_no_more_than_a_few_pictures_are_kept(qapp: QApplication) -> None:
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    pictures = RowPictures()
    for number in range(3 * KEPT):
        painter = QPainter(image)
        pictures.draw(painter, QRect(0, 0, 80, 20), look_of(), number, lambda onto, at: None)
        painter.end()
    assert len(pictures._kept) == KEPT


def _paint(painter: QPainter, box: QRectF, what: str, painted: list[str]) -> None:
    painted.append(what)
    painter.fillRect(box, QColor("red"))
