# SPDX-License-Identifier: MIT
"""Small modal questions, one per file. They return an answer; they never write to a workbook themselves."""
