# SPDX-License-Identifier: MIT
"""Charts: pure functions from small frozen inputs to a `Scene`. Every word on them comes with the input."""
