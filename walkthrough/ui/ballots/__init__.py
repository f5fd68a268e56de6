# SPDX-License-Identifier: MIT
"""Taking private ratings on one laptop: paper ballots typed sheet by sheet, or the laptop passed round."""
