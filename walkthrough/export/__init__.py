# SPDX-License-Identifier: MIT
"""What leaves the program: a neutral document, pictures drawn once, and the writers that turn them into
files.

Importing this package costs nothing: the PDF library is loaded by `walkthrough.export.pdf` alone.
"""
