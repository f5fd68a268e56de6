# SPDX-License-Identifier: MIT
"""The file on disk: connections, header, lock, backups, upgrades, checks. Knows no command and no query."""
