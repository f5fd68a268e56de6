# SPDX-License-Identifier: MIT
"""The capture line and one walk laid out, for every screen on which people walk: the walk page, the live one.

Never in here: a screen.
"""
