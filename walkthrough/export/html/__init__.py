# SPDX-License-Identifier: MIT
"""Reports as one web page each, with nothing outside the file."""
