# SPDX-License-Identifier: MIT
"""The plan as a file for calendars: what is to be done by which day, and the meetings to come.

Room and paper columns only; it must not know a window or the store.
"""
