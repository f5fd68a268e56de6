# SPDX-License-Identifier: MIT
"""Turns codes and closed lists of the model into words: refusals, file trouble, kinds, states, roles.

It must not know any widget. What a step did is worded in `wording_steps`.
"""

from __future__ import annotations

import enum
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QLocale

from walkthrough.model import words as w
from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.wording import N_, _

_WORDS: dict[enum.StrEnum, str] = {
    w.Kind.BARRIER: N_("Barrier"),
    w.Kind.PRACTICE: N_("Effective practice"),
    w.Kind.INDICATOR: N_("Indicator"),
    w.Kind.NEXT_STEP: N_("Next step"),
    w.Kind.PARKED: N_("Parked topic"),
    w.Kind.DECISION: N_("Decision"),
    w.Tier.OVERSIGHT: N_("Oversight"),
    w.Tier.STEERING: N_("Steering"),
    w.Tier.CORE: N_("Core team"),
    w.Seated.FILLED: N_("Filled"),
    w.Seated.VACANT: N_("Vacant"),
    w.Seated.INVITED: N_("Invited"),
    w.Seated.LEFT: N_("Left"),
    w.MeetingKind.WALK: N_("Walkthrough"),
    w.MeetingKind.STEERING: N_("Steering review"),
    w.MeetingKind.CROSS_TRAINING: N_("Cross-training"),
    w.MeetingKind.VISIT: N_("Visit"),
    w.MeetingMode.ROOM: N_("In one room"),
    w.MeetingMode.ONLINE: N_("Online"),
    w.MeetingMode.MIXED: N_("Room and online"),
    w.MeetingState.PLANNED: N_("Planned"),
    w.MeetingState.LIVE: N_("Going on now"),
    w.MeetingState.CLOSED: N_("Closed"),
    w.AgendaKind.OPEN: N_("Open"),
    w.AgendaKind.LAST_TIME: N_("Last time"),
    w.AgendaKind.WALK: N_("Walk"),
    w.AgendaKind.CHOOSE: N_("Choose"),
    w.AgendaKind.STAGE_CHECK: N_("Stage check"),
    w.AgendaKind.NEXT_STEPS: N_("Next steps"),
    w.AgendaKind.READ_BACK: N_("Read back"),
    w.AgendaKind.CLOSE: N_("Close"),
    w.AgendaKind.DASHBOARD: N_("Indicators at a glance"),
    w.AgendaKind.RAISED: N_("Raised questions"),
    w.AgendaKind.DECISIONS: N_("Decisions"),
    w.AgendaKind.BREAK: N_("Break"),
    w.Role.FRONT_LINE: N_("Front line"),
    w.Role.MANAGER: N_("Manager"),
    w.Role.DIRECTOR: N_("Director"),
    w.Role.LIVED_EXPERIENCE: N_("Lived experience"),
    w.Role.OTHER: N_("Other role"),
    w.Certainty.COUNTED: N_("Counted"),
    w.Certainty.ESTIMATED: N_("Estimated"),
    w.Certainty.NOBODY_KNOWS: N_("Nobody knows"),
    w.Warmth.NONE: N_("Nothing is handed on"),
    w.Warmth.PAPER: N_("The family gets a paper"),
    w.Warmth.FAX: N_("A fax or a form is sent"),
    w.Warmth.PHONE: N_("Somebody calls"),
    w.Warmth.WARM: N_("Somebody goes along"),
    w.Answer.YES: N_("Yes"),
    w.Answer.PARTLY: N_("Partly"),
    w.Answer.NO: N_("No"),
    w.Answer.DONT_KNOW: N_("We do not know"),
    w.Answer.NA: N_("Does not apply"),
    w.Proof.DOCUMENT: N_("Document"),
    w.Proof.COUNT: N_("Count"),
    w.Proof.EVENT: N_("Dated event"),
    w.Proof.EXAMPLE: N_("Observed example"),
    w.Agreement.STAGE: N_("A stage was agreed"),
    w.Agreement.NOT_YET: N_("Not yet at stage 1"),
    w.Agreement.NOT_AGREED: N_("Not agreed"),
    w.Better.UP: N_("More is better"),
    w.Better.DOWN: N_("Less is better"),
    w.StepState.NOT_STARTED: N_("Not started"),
    w.StepState.UNDER_WAY: N_("Under way"),
    w.StepState.STUCK: N_("Stuck"),
    w.StepState.DONE: N_("Done"),
    w.StepState.DROPPED: N_("Dropped"),
    w.Acceptance.OPEN: N_("Not asked yet"),
    w.Acceptance.ACCEPTED: N_("Owner said yes"),
    w.Acceptance.TO_ASK: N_("To be asked"),
    w.Acceptance.DECLINED: N_("Owner said no"),
    w.ParkedState.OPEN: N_("Open"),
    w.ParkedState.SETTLED: N_("Settled"),
    w.ParkedState.DROPPED: N_("Dropped"),
    w.AgreementKind.MOU: N_("Memorandum of understanding"),
    w.AgreementKind.DATA_SHARING: N_("Data sharing agreement"),
    w.AgreementKind.COMMUNICATION: N_("Communication protocol"),
    w.AgreementKind.OTHER: N_("Other agreement"),
    w.RatingMethod.PAPER: N_("Paper ballots"),
    w.RatingMethod.PASS: N_("Pass the laptop"),
    w.RatingMethod.HANDS: N_("Show of hands"),
}

_REFUSED = {
    "gone": N_("This is no longer there. Another window or an undo took it out."),
    "text_missing": N_("Please write something here first."),
    "number_missing": N_("Please type a number, or say that nobody knows."),
    "number_negative": N_("A number of families cannot be below zero."),
    "number_wrong": N_("This number cannot be right. Please check it."),
    "minutes_wrong": N_("Minutes must be a whole number above zero."),
    "out_of_range": N_("This must be between {least} and {most}."),
    "ask_by_missing": N_("Please say by when you need the answer."),
    "reason_needed": N_("Please say why in a few words. The reason is printed."),
    "answer_first": N_("Please answer first. Evidence belongs to an answer."),
    "stage_unknown": N_("There is no such stage."),
    "no_ladder": N_("The stage check is not set up yet. Start one first."),
    "too_many_lanes": N_("A walk holds at most {most} lanes."),
    "too_many_themes": N_("There can be at most {most} themes. Join two of them first."),
    "undo_older": N_("The step before is from {day}. Older steps are not undone by this key."),
    "undo_barrier": N_("Undo ends here. What came before was removed for good or sealed."),
    "name_taken": N_("There is a workbook of this name already. Please choose another name."),
}
_REFUSED_ELSE = N_("This cannot be done as it is. Please check what you typed.")

_TROUBLE = {
    "not_a_workbook": N_("{file} is not a workbook of this program. Nothing in it was changed."),
    "newer": N_("{file} was made by a newer version of this program. Install that version to open it."),
    "damaged": N_("{file} is damaged and was left as it is. Please open a backup instead."),
    "truncated": N_("{file} is cut off and was left as it is. Please open a backup instead."),
    "read_only": N_("{file} cannot be written here. Copy it to a folder of your own and open the copy."),
    "disk_full": N_("The disk is full, so the last change was not saved. Make room and do it again."),
    "in_use": N_("{file} is open already: {who} on {host}, since {since}. Close it there first."),
    "missing": N_("{file} is no longer there. It may have been moved or renamed."),
    "no_folder": N_("There is no such folder to put {file} in."),
    "exists": N_("There is a file named {file} already. Please choose another name."),
    "busy": N_("{file} is busy for a moment. The last change was not saved. Please do it again."),
    "cannot_write": N_("{file} cannot be written here. Choose another folder."),
    "older": N_("{file} is from an older version. Open it once in the program first."),
    "cannot_open": N_("{file} cannot be opened. You may lack the right to read it."),
}
_TROUBLE_ELSE = N_("{file} cannot be read or written now. Nothing in it was changed.")


def word(member: enum.StrEnum) -> str:
    """Return the word for a member of one of the model's closed lists."""
    return _(_WORDS[member])


def options(kind: type[enum.StrEnum]) -> list[tuple[enum.StrEnum, str]]:
    """Return (member, marked word) of a whole list, for a choice field, which translates them itself."""
    return [(member, _WORDS[member]) for member in kind]


def refusal_text(refused: Refused) -> str:
    """Return the sentence for something the user can put right."""
    facts = dict(refused.facts)
    if "at" in facts:
        facts["day"] = day_of(str(facts["at"]))
    return _filled(_(_REFUSED.get(refused.code, _REFUSED_ELSE)), facts, _(_REFUSED_ELSE))


def trouble_text(trouble: FileTrouble) -> str:
    """Return the sentence for trouble with a file: what is wrong, and what to do."""
    facts = dict(trouble.facts)
    facts["file"] = Path(str(facts.get("path", ""))).name or _("The file")
    if "since" in facts:
        facts["since"] = moment_of(facts["since"])
    return _filled(_(_TROUBLE.get(trouble.code, _TROUBLE_ELSE)), facts, _(_TROUBLE_ELSE))


def day_of(moment: str) -> str:
    """Return the local day of a moment as the workbook writes it, in the words of the language."""
    day = datetime.fromisoformat(moment).astimezone()
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def moment_of(moment: object) -> str:
    """Return a moment (a datetime, or as written in a lock) in the words of the language."""
    try:
        when = moment if isinstance(moment, datetime) else datetime.fromisoformat(str(moment))
    except ValueError:
        return str(moment)
    local = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _filled(sentence: str, facts: dict[str, Any], otherwise: str) -> str:
    try:
        return sentence.format(**facts)
    except (KeyError, IndexError):
        return otherwise.format(file=facts.get("file", ""))
