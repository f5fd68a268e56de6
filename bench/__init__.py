# SPDX-License-Identifier: MIT
"""The figures of DESIGN.md section 8, measured side by side in one run: `make bench`.

Ratios are taken inside a round and medians over rounds, because a shared machine makes seconds worth little.
"""
