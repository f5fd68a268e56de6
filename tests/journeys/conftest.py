# SPDX-License-Identifier: MIT
"""Journeys start the real window by the same fixture as the tests of its parts."""

from tests.ui.conftest import start

__all__ = ["start"]
