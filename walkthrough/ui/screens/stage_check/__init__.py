# SPDX-License-Identifier: MIT
"""The stage check: which stage, how we know, which counts, what next. It knows no other screen."""
