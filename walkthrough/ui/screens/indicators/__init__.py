# SPDX-License-Identifier: MIT
"""Goals, and the indicators that tell whether families fare better."""
