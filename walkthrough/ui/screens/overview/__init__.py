# SPDX-License-Identifier: MIT
"""Overview: where everything stands, and the way to each part. It changes nothing."""
