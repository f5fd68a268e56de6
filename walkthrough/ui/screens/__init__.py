# SPDX-License-Identifier: MIT
"""One package per screen: what it shows, what its keys do. Screens never import one another; the window joins
them.
"""
