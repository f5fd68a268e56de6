# SPDX-License-Identifier: MIT
"""What a check found, in a sentence: of a workbook, and of a content file line by line.

It knows no file and no window.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from walkthrough.model.content.check import Problem
from walkthrough.wording import N_, Wording

_FAULTS = {
    "damaged": N_("The file itself is damaged. Please open a backup."),
    "tables": N_("Some tables are not as they should be: {names}."),
    "foreign_keys": N_("{rows} rows of {table} point to something that is no longer there."),
    "triggers": N_("Some triggers are missing. Open the workbook once: that repairs them."),
    "search": N_("The search index does not match the text. Open the workbook once: that repairs it."),
    "numbers_twice": N_("Some short numbers were used twice: {numbers}."),
    "number_ahead": N_("Number {number} is in use although the next one to give out is {next}."),
    "journal": N_("The history of changes does not match what is there now."),
    "value": N_("{rows} values of {column} in {table} cannot be read."),
    "removed": N_("{rows} rows of {table} are back although they were removed for good."),
    "privacy": N_("The workbook holds something that belongs into a ballot box."),
    "box_damaged": N_("The ballot box {name} cannot be read. The ballots in it are lost."),
}
_PROBLEMS = {
    "cannot_read": N_("The file cannot be read."),
    "too_big": N_("The file is larger than {most} bytes."),
    "not_text": N_("This is not text in UTF-8."),
    "syntax": N_("This is not TOML: {message}."),
    "too_deep": N_("Tables are nested too deep."),
    "unknown_kind": N_("The file says no kind that is known. Known are: {known}."),
    "unknown_key": N_('"{key}" is not known here. Known are: {known}.'),
    "missing_key": N_('"{key}" is missing.'),
    "wrong_type": N_('"{key}" should be of the type {want}, but is {got}.'),
    "wrong_value": N_('"{key}" should be {want}.'),
    "bad_id": N_('"{key}" may hold small letters, digits and hyphens only.'),
    "too_long": N_('"{key}" is longer than {limit}.'),
    "too_short": N_('"{key}" is shorter than {limit}.'),
    "id_twice": N_('The id "{id}" is used twice.'),
    "must_ask_count": N_("There should be {want} prompts to ask in any case, not {got}."),
    "must_ask_unknown": N_('No prompt has the id "{id}".'),
    "first_lane_family": N_("The first lane must be the family."),
    "route_unknown": N_('There is no route with the id "{id}".'),
    "line_missing": N_('The family has no line for the station "{station}".'),
    "line_unknown": N_('The route has no station "{station}".'),
    "system_unknown": N_('The route has no lane "{id}".'),
    "sector_unknown": N_('There is no sector "{id}".'),
    "stage_order": N_("Stages must be numbered 1, 2, 3 and so on."),
    "stage_missing": N_('There is no statement for stage {stage} of "{dimension}".'),
    "stage_unknown": N_("There is no stage {stage}."),
    "story_missing": N_('The story has no proof for the statement "{criterion}".'),
    "story_unknown": N_('The story names an unknown statement "{criterion}".'),
    "minutes_sum": N_("The parts add up to {got} minutes, not {want}."),
    "choices_missing": N_("A choice question needs at least {want} choices, and has {got}."),
    "choices_unwanted": N_("A question to agree with has no choices of its own, and this one has {got}."),
    "choice_twice": N_('The choice "{choice}" is there twice.'),
    "not_checked": N_("Not all could be checked: {missing} is not here."),
    "hard_to_read": N_("Hard to read (grade {grade}): {sentence}"),
}
_ELSE = N_("Something is wrong here ({code}).")


def fault_words(words: Wording, code: str, facts: Mapping[str, Any]) -> str:
    """One thing that is not sound in a workbook, by its code and facts."""
    told = {key: ", ".join(map(str, v)) if isinstance(v, list) else v for key, v in facts.items()}
    return _filled(words, _FAULTS, code, told)


def box_words(words: Wording, ballots: int) -> str:
    """That a ballot box lies open beside the workbook."""
    told = words.ngettext(
        "A ballot box with {n} ballot is still open.",
        "A ballot box with {n} ballots is still open.",
        ballots,
    )
    return told.format(n=ballots)


def problem_words(words: Wording, problem: Problem) -> str:
    """One thing wrong in a content file, with its line."""
    told = _filled(words, _PROBLEMS, problem.code, problem.facts)
    line = (
        words.gettext("Line {line}, to think about: {what}")
        if problem.is_warning
        else words.gettext("Line {line}: {what}")
    )
    return line.format(line=problem.line, what=told)


def _filled(words: Wording, sentences: Mapping[str, str], code: str, facts: Mapping[str, Any]) -> str:
    try:
        return words.gettext(sentences.get(code, _ELSE)).format(code=code, **facts)
    except (KeyError, IndexError):
        return words.gettext(_ELSE).format(code=code)
