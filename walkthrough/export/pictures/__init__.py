# SPDX-License-Identifier: MIT
"""Frozen rows put into pictures with their words, alike for windows and reports. It draws nothing itself."""
