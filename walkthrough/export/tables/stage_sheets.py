# SPDX-License-Identifier: MIT
"""Stage checks, where each part stands, answers with their evidence, and sealed ratings as sheets.

Stages by RULES 1, ratings by RULES 2: of few ballots their number alone, never who rated how.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from walkthrough.export.pictures.stage import stage_name, standing_words
from walkthrough.export.rating_words import said_words
from walkthrough.export.reports.stage_tables import STANDING
from walkthrough.export.tables.plan_sheets import ON_HOLD
from walkthrough.export.tables.table import (
    Row,
    Sheet,
    choice,
    day,
    numbered,
    sheet,
    shorts,
    text,
    whole,
    yes_no,
)
from walkthrough.export.terms import HELD
from walkthrough.model.queries.rounds import RoundRow
from walkthrough.model.queries.stage_rows import CheckPage, CriterionRow, DimensionRow, EvidenceRow
from walkthrough.model.words import Agreement, Proof, RatingMethod
from walkthrough.wording import N_, Wording

_STANDING = {standing.value: told for standing, told in STANDING.items()}
_DAY = day("day", N_("Stage check"), N_("The day of the stage check."))
_PART = text("part", N_("Part"), N_("The part of working together."), 26)
_STAGE = whole("stage", N_("Stage"), N_("The number of the stage."), 8)
_STATEMENT_CODE = text("statement_code", N_("Statement code"), N_("The short name of the statement."), 18)
_CHECKS = (
    _DAY,
    choice("agreement", N_("Agreed"), N_("How the talk about the stage ended."), Agreement, 20),
    whole("agreed_stage", N_("Agreed stage"), N_("The stage that was agreed."), 9),
    text("agreed_name", N_("Agreed stage: name"), N_("What that stage is called."), 24),
    text("agreed_reason", N_("Reason"), N_("Why this stage."), 40),
    yes_no("without_evidence", N_("Without evidence"), N_("True: agreed without evidence that counts.")),
    whole("wanted_stage", N_("Wanted stage"), N_("The stage that the table wants to reach."), 9),
    text("wanted_name", N_("Wanted stage: name"), N_("What that stage is called."), 24),
    text("wanted_reason", N_("Why wanted"), N_("Why the table wants it."), 32),
    text("middle", N_("Middle of the parts"), N_("Where the middle part stands; empty: too few."), 28),
    text("ladder", N_("Ladder"), N_("The scale of stages that was used."), 28),
    text("version", N_("Version"), N_("The version of that scale."), 9),
)
_PARTS = (
    _DAY,
    _PART,
    text("standing", N_("Where it stands"), N_("The stage that is shown, and the one claimed."), 44),
    whole("shown", N_("Shown"), N_("The highest stage shown by evidence; empty: none yet."), 9),
    whole("claimed", N_("Claimed"), N_("The highest stage that is claimed; empty: none yet."), 9),
    whole("next", N_("Next"), N_("The first stage that is not shown yet."), 9),
    text("ahead", N_("Out of order"), N_("Higher stages that are in place already."), 14),
    text("code", N_("Part code"), N_("The short name of the part."), 18),
)
_ANSWERS = (
    _DAY,
    _PART,
    _STAGE,
    text("statement", N_("Statement"), N_("What should be true at this stage."), 54),
    choice("standing", N_("Answer"), N_("What was said, and what it is worth."), _STANDING, 24),
    whole("evidence", N_("Evidence"), N_("How many pieces of evidence there are."), 10),
    whole("counting", N_("Evidence that counts"), N_("How many of these count for this stage."), 10),
    text("na_reason", N_("Does not apply because"), N_("Why it does not apply."), 30),
    text("note", N_("Note"), N_("What was noted beside it."), 32),
    day("answered_on", N_("Answered on"), N_("The day of the answer.")),
    shorts("next_steps", N_("Next steps"), N_("The next steps made from it.")),
    shorts("indicators", N_("Indicators"), N_("The indicators made from its counts.")),
    _STATEMENT_CODE,
)
_EVIDENCE = (
    _DAY,
    _PART,
    _STAGE,
    choice("proof", N_("Kind"), N_("What kind of evidence it is."), Proof, 18),
    text("what", N_("What"), N_("What it is, or what was seen."), 48),
    text("place", N_("Place"), N_("Where it can be found."), 26),
    text("amount", N_("How many"), N_("The count as it was said."), 16),
    text("source", N_("Source"), N_("Where the count comes from."), 26),
    text("role", N_("Seen by"), N_("In which role somebody saw it."), 20),
    day("evidence_day", N_("Day"), N_("The day that it shows.")),
    yes_no("counts", N_("It counts"), N_("True: it is complete and counts for this stage.")),
    yes_no("is_old", N_("Old"), N_("True: more than twelve months old on the day of the check.")),
    _STATEMENT_CODE,
    ON_HOLD,
)
_RATINGS = (
    whole("round", N_("Round"), N_("Lines of one round have the same number."), 8),
    _DAY,
    text("part", N_("Part"), N_("The part that was rated; empty: the stage as a whole."), 26),
    text("question", N_("Question"), N_("What was asked, if in other words."), 32),
    choice("how", N_("How asked"), N_("How the ratings were taken."), RatingMethod, 16),
    whole("people", N_("People here"), N_("How many were in the room; empty: nobody counted."), 9),
    whole("ballots", N_("Ballots"), N_("How many ballots or hands there were."), 9),
    yes_no("is_shown", N_("May be shown"), N_("False: fewer than five ballots, so ratings are not kept.")),
    text("says", N_("What it says"), N_("How far the room agrees."), 34),
    _STAGE,
    text("stage_name", N_("Stage: name"), N_("What the stage is called."), 26),
    whole("chose", N_("Chose it"), N_("How many chose this stage, or were not sure."), 9),
)


def checks_sheet(words: Wording, pages: Iterable[CheckPage]) -> Sheet:
    """What each stage check came to, the oldest first."""
    lines = (_check(words, page) for page in pages)
    about = N_("What was agreed in each stage check.")
    return sheet(words, "stage_checks", N_("Stage checks"), about, _CHECKS, lines)


def _check(words: Wording, page: CheckPage) -> Row:
    return (
        page.as_of,
        page.agreement.value if page.agreement else None,
        page.agreed_stage,
        _called(words, page, page.agreed_stage),
        page.agreed_reason,
        page.is_without_evidence,
        page.wanted_stage,
        _called(words, page, page.wanted_stage),
        page.wanted_reason,
        "" if page.middle is None else stage_name(words, page.stages, page.middle),
        page.ladder,
        page.version,
    )


def _called(words: Wording, page: CheckPage, number: int | None) -> str:
    return "" if number is None else stage_name(words, page.stages, number)


def parts_sheet(words: Wording, pages: Iterable[CheckPage]) -> Sheet:
    """Where each part stands in each check."""
    lines = (_part(words, page, part) for page in pages for part in page.dimensions)
    about = N_("Where each part of working together stands. Never an average.")
    return sheet(words, "stage_parts", N_("Stage by part"), about, _PARTS, lines)


def _part(words: Wording, page: CheckPage, part: DimensionRow) -> Row:
    reached = part.reached
    return (
        page.as_of,
        part.name,
        standing_words(words, part, page.stages),
        reached.evidenced or None,
        reached.claimed or None,
        reached.next,
        ", ".join(str(stage) for stage in reached.ahead),
        part.code,
    )


def answers_sheet(words: Wording, pages: Iterable[CheckPage]) -> Sheet:
    """Every statement of each check with what was said of it."""
    lines = (_answer(page, part, one) for page, part, one in _criteria(pages))
    about = N_("What was said of each statement. Met only with evidence that counts.")
    return sheet(words, "stage_answers", N_("Stage answers"), about, _ANSWERS, lines)


def _criteria(pages: Iterable[CheckPage]) -> Iterator[tuple[CheckPage, DimensionRow, CriterionRow]]:
    return ((page, part, one) for page in pages for part in page.dimensions for one in part.criteria)


def _answer(page: CheckPage, part: DimensionRow, one: CriterionRow) -> Row:
    return (
        page.as_of,
        part.name,
        one.stage,
        one.text,
        one.standing.value,
        len(one.evidence),
        sum(piece.counts for piece in one.evidence),
        one.said.na_reason,
        one.note,
        one.answered_on,
        numbered(step.number for step in one.steps),
        numbered(link.number for link in one.indicators),
        one.code,
    )


def evidence_sheet(words: Wording, pages: Iterable[CheckPage]) -> Sheet:
    """Every piece of evidence."""
    lines = (
        _piece(words, page, part, one, piece)
        for page, part, one in _criteria(pages)
        for piece in one.evidence
    )
    about = N_("How we know: documents, counts, dated events, observed examples.")
    return sheet(words, "evidence", N_("Evidence"), about, _EVIDENCE, lines)


def _piece(words: Wording, page: CheckPage, part: DimensionRow, one: CriterionRow, piece: EvidenceRow) -> Row:
    shown = piece.shown
    texts = (shown.what, shown.place, shown.amount, shown.source, shown.role)
    if piece.held:
        texts = (words.gettext(HELD), "", "", "", "")
    return (
        page.as_of,
        part.name,
        one.stage,
        shown.proof.value,
        *texts,
        None if piece.held else shown.day,
        piece.counts,
        piece.is_old,
        one.code,
        piece.held,
    )


def ratings_sheet(words: Wording, rounds: Sequence[RoundRow], pages: Mapping[str, CheckPage]) -> Sheet:
    """The sealed rounds: a line for each stage where that may be shown, else one line for the round.

    `pages` are the checks by their keys.
    """
    lines = (
        line
        for number, one in enumerate(rounds, start=1)
        for line in _round(words, number, one, pages.get(one.check_id))
    )
    about = N_("How many chose each stage, where that may be shown. Never who.")
    return sheet(words, "ratings", N_("Ratings"), about, _RATINGS, lines)


def _round(words: Wording, number: int, one: RoundRow, page: CheckPage | None) -> Iterator[Row]:
    told = said_words(words, one.told) if one.told else ""
    head = (number, one.day, one.dimension, one.question, one.method.value, one.people or None)
    is_shown = bool(one.tallies)
    if not is_shown:
        yield (*head, one.ballots, is_shown, told, None, "", None)
    for stage, chose in enumerate(one.tallies):
        name = stage_name(words, page.stages if page else (), stage) if stage else words.gettext("Not sure")
        yield (*head, one.ballots, is_shown, told, stage or None, name, chose)
