# SPDX-License-Identifier: MIT
"""The stages of a ladder in the reader's language, where they are as we ship them: the ballots' words.

A ladder with stages of the user's own keeps them as they were written. It must not know a stage check.
"""

from __future__ import annotations

from functools import cache

from walkthrough import paths
from walkthrough.model.queries.bilingual import shipped_words
from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.wording import Wording


def stages_in(words: Wording, stages: tuple[StageRow, ...]) -> tuple[StageRow, ...]:
    """The stages as the reader's language calls them; as they are where they are not ours."""
    shipped = _shipped()
    return shipped.get(words.language, stages) if stages in shipped.values() else stages


@cache
def _shipped() -> dict[str, tuple[StageRow, ...]]:
    return {one.language: one.stages for one in shipped_words(paths.resources() / "content")}
