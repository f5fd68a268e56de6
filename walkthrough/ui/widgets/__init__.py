# SPDX-License-Identifier: MIT
"""Reusable parts of windows: fields, cards, lists, pictures.

Never in here: a workbook, a query, a screen, or a colour or size that is not a token.
"""
