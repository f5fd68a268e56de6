# SPDX-License-Identifier: MIT
"""Whether a logo can be drawn: a report without its logo is of more use than none. It knows no document."""

from __future__ import annotations

import io
import logging
import struct
import zlib

from walkthrough.export.document import Logo

_log = logging.getLogger(__name__)


def readable(logo: Logo | None) -> Logo | None:
    """The same logo, or None where its picture cannot be read: one from an older version, or from a file."""
    if logo is None:
        return None
    from PIL import Image  # slow to load, and only a report with a logo needs it

    try:
        with Image.open(io.BytesIO(logo.content)) as picture:
            picture.load()
    except (
        OSError,
        ValueError,
        SyntaxError,
        struct.error,
        zlib.error,
        Image.DecompressionBombError,
    ) as error:
        _log.warning("the logo is left out: %s", type(error).__name__)
        return None
    return logo
