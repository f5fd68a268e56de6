# SPDX-License-Identifier: MIT
"""Partners: the empty-chair grid, who is at the table and who is missing, and written agreements."""
