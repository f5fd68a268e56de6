# SPDX-License-Identifier: MIT
"""Windows: what people see and press. Reads and writes a workbook only through its public door, with frozen
rows.

Never in here: a database session, a rule of the field, a sentence glued from parts.
"""
