# SPDX-License-Identifier: MIT
"""Tests of what leaves the program. They read the files that were written, not the code that wrote them."""
