# SPDX-License-Identifier: MIT
"""Starts the program; nothing else."""

import sys

from walkthrough.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
