# SPDX-License-Identifier: MIT
"""What can be asked, one module per screen or report: functions over a connection that return frozen rows."""
