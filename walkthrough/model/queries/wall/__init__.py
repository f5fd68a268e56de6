# SPDX-License-Identifier: MIT
"""What the room may see, and nothing else: every query in here selects columns of the class *room* only, and
leaves out every held row. A test reads each statement and holds that.

The presenter's window says where the room is looking by a `Showing`; `view.wall_view` answers with a
`WallView`, the only thing the audience window can draw.
"""
