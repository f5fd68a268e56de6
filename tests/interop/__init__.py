# SPDX-License-Identifier: MIT
"""What we write, opened by other programs. `make interop` brings them and runs these."""
