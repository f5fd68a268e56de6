# SPDX-License-Identifier: MIT
"""Reports as spreadsheets: neutral sets of tables, and the files they become (XLSX, CSV).

Room and paper columns only; it must not know a window or the store.
"""
