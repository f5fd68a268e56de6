# SPDX-License-Identifier: MIT
"""Meetings: when and where, the agenda with its minutes, who comes, what came of it."""
