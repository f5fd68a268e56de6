# SPDX-License-Identifier: MIT
"""Pure functions for the rules that must be exact (RULES). They know neither files nor the workbook."""
