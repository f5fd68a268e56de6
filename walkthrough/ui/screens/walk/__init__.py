# SPDX-License-Identifier: MIT
"""The walk: stations at the left, one station or the map in the middle, the capture line at the foot.

Never in here: a table, or another screen.
"""
