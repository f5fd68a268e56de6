# SPDX-License-Identifier: MIT
"""Groundwork: what a group does beside its meetings. Now questionnaires, and results of tools others own."""
