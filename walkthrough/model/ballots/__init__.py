# SPDX-License-Identifier: MIT
"""Private ratings: a box beside the workbook while people answer; once sealed, tallies in the workbook."""

from walkthrough.model.ballots.box import BallotBox
from walkthrough.model.ballots.boxes import Boxes
from walkthrough.model.ballots.head import BoxHead, BoxQuestion

__all__ = ["BallotBox", "BoxHead", "BoxQuestion", "Boxes"]
