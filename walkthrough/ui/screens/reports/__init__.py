# SPDX-License-Identifier: MIT
"""Reports: choose what leaves the room, in which language and on which paper, and write it."""
