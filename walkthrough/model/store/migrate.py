# SPDX-License-Identifier: MIT
"""Brings an older workbook to today's format, or leaves it exactly as it was."""

from __future__ import annotations

from pathlib import Path

from walkthrough.model.store import file


def upgrade_if_older(path: Path, backups: Path | None) -> None:
    """Upgrade the workbook at `path` if its format is older than ours."""
    if file.read_header(path).schema == file.SCHEMA:
        return
    raise NotImplementedError
