# SPDX-License-Identifier: MIT
"""Makes a picture that somebody chose small enough to be a logo, by Qt. It must not know a workbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from walkthrough.model.rules.picture_file import MOST_BYTES, MOST_PIXELS, picture_file

_LARGEST = 40_000_000
"""Bytes of a file that is looked at; a photo has a few million."""
_WIDE = 1200
"""Pixels along the longer side of a picture that has to be made smaller."""
_LEAST = 60


def logo_bytes(path: Path) -> bytes | None:
    """The bytes of a PNG or JPEG file that a workbook takes as a logo, made smaller if need be.

    Returns:
        The bytes, or None where the file is no such picture.

    Raises:
        OSError: the file cannot be read.
    """
    if path.stat().st_size > _LARGEST:
        return None
    content = path.read_bytes()
    found = picture_file(content)
    is_small = (
        found is not None and len(content) <= MOST_BYTES and max(found.width, found.height) <= MOST_PIXELS
    )
    if is_small and not _is_turned(path):
        return content
    picture = _read(path)
    if picture.isNull():
        return None
    return _small(picture)


def _is_turned(path: Path) -> bool:
    """Whether a note in the file says how the camera was held: a workbook keeps no such note."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    return reader.transformation() != QImageIOHandler.Transformation.TransformationNone


def _read(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)  # as the camera was held
    reader.setDecideFormatFromContent(True)
    return reader.read() if bytes(reader.format().data()) in (b"png", b"jpeg", b"jpg") else QImage()


def _small(picture: QImage) -> bytes | None:
    side = min(max(picture.width(), picture.height()), _WIDE)
    while side >= _LEAST:
        smaller = picture.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        content = _packed(smaller)
        if len(content) <= MOST_BYTES:
            return content
        side = side * 3 // 4
    return None


def _packed(picture: QImage) -> bytes:
    """As a PNG, which keeps edges sharp; a photo without clear parts as a JPEG."""
    as_png = _bytes(picture, "PNG")
    if len(as_png) <= MOST_BYTES or picture.hasAlphaChannel():
        return as_png
    return _bytes(picture, "JPG")


def _bytes(picture: QImage, form: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form.encode())
    writer.setQuality(90 if form == "JPG" else -1)
    writer.write(picture)
    return bytes(buffer.data().data())
