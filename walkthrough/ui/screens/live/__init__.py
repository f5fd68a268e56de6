# SPDX-License-Identifier: MIT
"""The live meeting: the presenter's window over the whole meeting, one part of the agenda at a time.

Never in here: what the wall looks like (ui/wall), or another screen.
"""
