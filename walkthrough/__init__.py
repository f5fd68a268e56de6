# SPDX-License-Identifier: MIT
"""Walk a family's path through the systems and leave with an action plan. No network, one file."""

__version__ = "0.1.0"
