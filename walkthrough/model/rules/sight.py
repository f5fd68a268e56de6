# SPDX-License-Identifier: MIT
"""How large words on the wall must be to be read from the back row.

Pure. By ISO 9241-3 capitals should fill 20 minutes of arc at the reader's eye, and 16 at the very least. The
fonts we ship have capitals of 0.70 of the size of the type.
"""

from __future__ import annotations

from math import hypot, radians, tan

GOOD_ARC, LEAST_ARC = 20, 16
"""Height of a capital, in minutes of arc."""
CAPITAL_PER_EM = 0.70
USUAL_SHARE = 48 / 1080
"""Size of the type over the height of the screen where nobody said how large the room is: what a picture two
metres wide needs for a back row at six metres."""
PICTURE_CM, BACK_ROW_CM = (20, 3_000), (50, 20_000)
"""What a room can be, in centimetres: from a tablet on the table to the wall of a hall."""
_CM_PER_INCH = 2.54


def words_size(picture_cm: float, back_row_cm: float, screen_px: int) -> int:
    """The type size in pixels that reads well from the back row.

    Args:
        picture_cm: how wide the picture on the wall is, in centimetres.
        back_row_cm: how far from it the last row sits, in centimetres.
        screen_px: how many pixels of the audience's screen the picture is wide.
    """
    return _size(GOOD_ARC, picture_cm, back_row_cm, screen_px)


def floor_size(picture_cm: float, back_row_cm: float, screen_px: int) -> int:
    """The smallest type size, in pixels, that the back row can still read; arguments as in `words_size`."""
    return _size(LEAST_ARC, picture_cm, back_row_cm, screen_px)


def usual_size(screen_height: int) -> int:
    """The type size in pixels where the size of the room is not known."""
    return round(screen_height * USUAL_SHARE)


def screen_width_cm(inches: float) -> float:
    """How wide a screen of this many inches is, in centimetres, if it is 16 to 9."""
    return inches * _CM_PER_INCH * 16 / hypot(16, 9)


def _size(arc: int, picture_cm: float, back_row_cm: float, screen_px: int) -> int:
    capital_cm = back_row_cm * tan(radians(arc / 60))
    return round(capital_cm / CAPITAL_PER_EM * screen_px / picture_cm)
