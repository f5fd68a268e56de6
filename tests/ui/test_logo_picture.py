# SPDX-License-Identifier: MIT
"""A picture chosen as a logo becomes bytes that a workbook takes."""

from __future__ import annotations

import io

from PIL import Image

from walkthrough.ui.screens.reports.logo_picture import logo_bytes


def test_a_small_photo_taken_sideways_stands_upright(qapp, tmp_path):
    path = tmp_path / "seal.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned to the right
    Image.new("RGB", (90, 30), "navy").save(path, exif=exif)
    assert Image.open(io.BytesIO(logo_bytes(path))).size == (30, 90)

    Image.new("RGB", (90, 30), "navy").save(path)
    assert logo_bytes(path) == path.read_bytes(), "one that stands upright is taken as it is"
