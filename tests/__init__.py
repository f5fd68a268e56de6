# SPDX-License-Identifier: MIT
"""Tests, with sentences as names: real windows offscreen, real temporary files.

Fakes stand only at the edge (clock, screens, printer, full disk); our own classes are never replaced.
"""
