# SPDX-License-Identifier: MIT
"""The audience window: what it draws, on which screen, and how it is frozen, blanked and swapped.

Never in here: a workbook, a desk, or any query but those of model/queries/wall. A test holds that.
"""
