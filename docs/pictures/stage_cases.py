# SPDX-License-Identifier: MIT
"""Rounds of ratings and histories of stage checks, made up: the cases that a picture of them must hold.

It knows no window.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from walkthrough.model.queries.rounds import AskedRow, AskedStage, RoundRow
from walkthrough.model.queries.stage_history import HistoryCheck, HistoryMove, HistoryPart
from walkthrough.model.queries.stage_rows import StageRow
from walkthrough.model.rules.agreement import words_of
from walkthrough.model.rules.stage_moves import Way, moves, way_of
from walkthrough.model.rules.stages import Standing, climb, middle
from walkthrough.model.words import Agreement, RatingMethod

FOUR = {
    "en": ("Information exchange", "Joint projects", "Changing the rules", "Changing the system"),
    "es": (
        "Intercambio de información", "Proyectos conjuntos", "Cambio de las reglas",
        "Transformación del sistema",
    ),
}  # fmt: skip
SEVEN = (
    "Coexist", "Communicate", "Cooperate", "Coordinate", "Coalition building", "Collaborate", "Integrate",
)  # fmt: skip
_PARTS = (
    "Purpose and values", "Screening", "Case work", "Services", "Responsibility", "Information",
    "Staff and training", "Money", "Accountability", "Families lead",
)  # fmt: skip
_REACHED: tuple[tuple[int, ...], ...] = (
    (1, 0, 1, 0, 0, 0, 1, 0, 0, 0),
    (2, 1, 1, 1, 1, 1, 1, 0, 0, 1),
    (3, 2, 1, 2, 1, 1, 0, 1, 1, 2),
    (2, 2, 2, 2, 1, 2, 1, 1, 0, 1),
)
_DAYS = (date(2025, 11, 18), date(2026, 2, 24), date(2026, 6, 2), date(2026, 11, 24))


def rounds(language: str) -> dict[str, AskedRow]:
    """The reveal of 4, 5, 11 and 40 ballots, of one mind, of two camps, half not sure, of seven stages."""
    four = FOUR[language]
    return {
        "4": _asked(four, (), (1, 5, 4, 1, 0), ballots=4),
        "5": _asked(four, (0, 0, 3, 2, 0), (0, 3, 4, 0, 0)),
        "11": _asked(four, (1, 1, 5, 4, 0), (1, 5, 4, 1, 0)),
        "40": _asked(four, (3, 4, 15, 12, 6), (2, 9, 16, 8, 1)),
        "unanimous": _asked(four, (0, 0, 11, 0, 0)),
        "two-camps": _asked(four, (0, 6, 0, 0, 6)),
        "half-not-sure": _asked(four, (6, 0, 3, 2, 0), (2, 3, 4, 1, 1)),
        "seven-stages": _asked(SEVEN, (1, 0, 2, 3, 3, 2, 1, 0), (1, 3, 4, 3, 1, 0, 0, 0)),
    }


def histories(language: str) -> dict[str, tuple[HistoryCheck, ...]]:
    """One check; four with another ladder from the fourth on; forty."""
    four: list[HistoryCheck] = []
    for n, (day, reached) in enumerate(zip(_DAYS, _REACHED, strict=True)):
        version = "1" if n < 3 else "2"
        four.append(_check(language, day, reached, (0, 1, 2, 2)[n], four[-1] if four else None, version))
    forty: list[HistoryCheck] = []
    for n in range(40):
        day = date(2017 + n // 4, 1 + n % 4 * 3, 12)
        forty.append(_check(language, day, _REACHED[n % 4], 1 + n % 3, forty[-1] if forty else None, "1"))
    return {"one": tuple(four[:1]), "four": tuple(four), "forty": tuple(forty)}


def _asked(
    names: Sequence[str], tallies: tuple[int, ...], before: tuple[int, ...] = (), ballots: int = 0
) -> AskedRow:
    newest = _round("now", _DAYS[-1], tallies, ballots)
    earlier = (_round("before", _DAYS[-2], before, 0),) if before else ()
    return AskedRow(newest, earlier, tuple(AskedStage(n, name, "") for n, name in enumerate(names, 1)))


def _round(key: str, day: date, tallies: tuple[int, ...], ballots: int) -> RoundRow:
    many = ballots or sum(tallies)
    told = words_of(tallies) if tallies else None
    return RoundRow(key, key, day, RatingMethod.PAPER, "", "", "", "", many, many, tallies, told, "box", 0)


def _check(
    language: str, day: date, reached: tuple[int, ...], agreed: int, before: HistoryCheck | None, version: str
) -> HistoryCheck:
    met, no = Standing.MET, Standing.NO
    parts = tuple(
        HistoryPart(name, name, climb((met,) * stage + (no,) * (4 - stage)))
        for name, stage in zip(_PARTS, reached, strict=True)
    )
    is_next = before is not None and before.version == version
    was = {part.code: part.reached for part in before.parts} if before is not None else {}
    moved = moves(was, {part.code: part.reached for part in parts}) if is_next else ()
    why = {Way.BACK: ("The grant ended in June",), Way.UP: ("One form, signed by four agencies",)}
    return HistoryCheck(
        id=day.isoformat(),
        as_of=day,
        ladder="Stages of collaboration",
        ladder_code="four",
        version=version,
        is_other_ladder=before is not None and not is_next,
        stages=tuple(StageRow(n, name, "") for n, name in enumerate(FOUR[language], 1)),
        agreement=Agreement.STAGE if agreed else Agreement.NOT_YET,
        agreed=agreed,
        agreed_way=way_of(before.agreed, agreed) if before is not None and is_next else None,
        agreed_reason="",
        wanted=None,
        wanted_reason="",
        middle=middle([part.reached for part in parts]),
        is_without_evidence=False,
        parts=parts,
        moves=tuple(HistoryMove(one.code, one, why.get(one.way, ())) for one in moved),
    )
