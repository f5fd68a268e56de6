# SPDX-License-Identifier: MIT
"""What a user can do, one module per aggregate: frozen dataclasses named verb + noun. It knows no query."""
