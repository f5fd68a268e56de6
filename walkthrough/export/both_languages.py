# SPDX-License-Identifier: MIT
"""English and Spanish side by side, for what lies on the table: whatever language the report is in.

Each run says which language it is in, so that a screen reader speaks it well. It knows no report.
"""

from __future__ import annotations

from dataclasses import dataclass

from walkthrough import paths
from walkthrough.export.document import Rich, Run
from walkthrough.model.queries.bilingual import LANGUAGES
from walkthrough.wording import Wording


@dataclass(frozen=True)
class BothLanguages:
    """Our own sentences in every language of a ballot.

    Args:
        words: the language of the report.
        sides: one wording for each language, in the order in which they stand side by side.
    """

    words: Wording
    sides: tuple[Wording, ...]

    @classmethod
    def beside(cls, words: Wording) -> BothLanguages:
        """The languages of a ballot, in a report in this language; one without a catalogue is left out."""
        known = [Wording(language, paths.locale_folder()) for language in LANGUAGES]
        sides = [side for side, wanted in zip(known, LANGUAGES, strict=True) if side.language == wanted]
        return cls(words, tuple(sides))

    def run(self, text: str, language: str, *, bold: bool = False) -> Run:
        """Some text in a language; marked where that is not the language of the report."""
        return Run(text, bold=bold, lang="" if language == self.words.language else language)

    def line(self, text: str, *, bold: bool = False, between: str = " · ") -> Rich:
        """One of our texts in each language, the same words once."""
        return self.joined(
            tuple((side.gettext(text), side.language) for side in self.sides), bold=bold, between=between
        )

    def joined(self, texts: tuple[tuple[str, str], ...], *, bold: bool = False, between: str = " · ") -> Rich:
        """Texts with their languages, side by side; one that says the same as the one before stands once."""
        runs: list[Run] = []
        for text, language in dict(texts).items():
            if runs:
                runs.append(Run(between))
            runs.append(self.run(text, language, bold=bold))
        return tuple(runs)
