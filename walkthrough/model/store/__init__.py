# SPDX-License-Identifier: MIT
"""Everything about the file on disk: connections, header, lock, backups, upgrades. Knows no command or query."""
