# SPDX-License-Identifier: MIT
"""The tagged PDF writer. The only package that loads ReportLab; `writer.write_pdf` is its door."""
