# SPDX-License-Identifier: MIT
"""Reports as files for Word and its kin, to be worked on."""
