# SPDX-License-Identifier: MIT
"""Criteria and how we know: the cards that the stage check and the live meeting share.

Never in here: which page they stand on.
"""
