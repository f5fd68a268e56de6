# SPDX-License-Identifier: MIT
"""The plan: next steps under goals, what they answer, and questions raised to a tier."""
