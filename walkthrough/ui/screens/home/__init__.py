# SPDX-License-Identifier: MIT
"""Home: the workbooks on this computer, and three doors for who has none yet. It knows no open workbook."""
