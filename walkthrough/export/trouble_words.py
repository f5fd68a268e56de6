# SPDX-License-Identifier: MIT
"""What is wrong and what to do, in a sentence: refusals and file trouble, for windows and the command line.

It knows no window and no row.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from walkthrough.model.errors import FileTrouble, Refused
from walkthrough.wording import N_, Wording

_REFUSED = {
    "gone": N_("This is no longer there. Another window or an undo took it out."),
    "text_missing": N_("Please write something here first."),
    "number_missing": N_("Please type a number, or say that nobody knows."),
    "number_negative": N_("A number of families cannot be below zero."),
    "number_wrong": N_("This number cannot be right. Please check it."),
    "minutes_wrong": N_("Minutes must be a whole number above zero."),
    "time_wrong": N_("This is not a time yet. Type it like 13:30 or 1:30 pm."),
    "out_of_range": N_("This must be between {least} and {most}."),
    "hands_missing": N_("Please type how many hands went up. All are zero."),
    "too_few_people": N_("With {people} people here nobody could stay unseen. Talk openly, or count hands."),
    "box_open": N_("A ballot box is still open for this. Close it or throw it away first."),
    "already_live": N_("The meeting of {day} is live. Please close or leave it first."),
    "live_now": N_("Leave the live meeting first (Ctrl+W). Then you can take it out."),
    "closed_today": N_("Today’s meeting is closed. In Meetings, Open it again."),
    "meeting_closed": N_("This meeting is closed. You can open it again from the list of meetings."),
    "too_long_ago": N_("A closed meeting can be opened again for {most} days. That time is over."),
    "ask_by_missing": N_("Please say by when you need the answer."),
    "reason_needed": N_("Please say why in a few words. The reason is printed."),
    "indicator_there": N_("This statement has an indicator already: #{number}."),
    "answer_first": N_("Please answer first. Evidence belongs to an answer."),
    "stage_unknown": N_("There is no such stage."),
    "no_ladder": N_("The stage check is not set up yet. Start one first."),
    "ladder_used": N_("A stage check has used this ladder, so it stays as it is. Change a copy of it."),
    "ladder_shipped": N_("This ladder stays as it came with the program. Change a copy of it."),
    "too_few_stages": N_("A ladder needs at least {least} stages."),
    "too_many_stages": N_("A ladder holds at most {most} stages."),
    "statements_missing": N_(
        "This ladder is not ready: each part needs a statement for each stage. Still to be written: {many}."
    ),
    "too_many_lanes": N_("A walk holds at most {most} lanes."),
    "too_many_themes": N_("There can be at most {most} themes. Join two of them first."),
    "choices_few": N_("Please give at least {least} choices, one on each line."),
    "choices_many": N_("There can be at most {most} choices. Please join or leave out some."),
    "choices_twice": N_("“{choice}” is there twice. Please leave one out."),
    "shipped_fixed": N_("This one comes with the program and stays as it is. Make a copy to change it."),
    "logo_too_big": N_("This file is too large for a logo. Choose one of at most {most} kB."),
    "logo_too_wide": N_("This picture has too many points. Make it at most {most} wide and high."),
    "not_a_picture": N_("This file is not a whole PNG or JPEG picture. Choose another one."),
    "undo_older": N_("The step before is from {day}. Older steps go back in Edit, History."),
    "undo_before_meeting": N_(
        "The step before is from before this meeting. Older steps go back in Edit, History."
    ),
    "undo_barrier": N_("Undo ends here. What came before was removed for good or sealed."),
    "redo_barrier": N_(
        "This cannot be done again: ballots were sealed since, or something removed for good."
    ),
    "data_wrong": N_("This file does not hold the data of a workbook. Nothing was written."),
    "name_taken": N_("There is a workbook of this name already. Please choose another name."),
}
_DATA_WRONG = {
    "json": N_("This file is not JSON, or is cut off (at {place}). Nothing was written."),
    "format": N_("This file does not hold the data of a workbook ({place}). Nothing was written."),
    "row": N_("{place} in this file is not a row. Nothing was written."),
    "unknown": N_("This file has {place}, which no workbook has. Nothing was written."),
    "missing": N_("{place} is missing in this file. Nothing was written."),
    "value": N_("{place} in this file has a value that it cannot have. Nothing was written."),
    "twice": N_("{place} stands in this file twice. Nothing was written."),
    "link": N_("{place} in this file points to something that is not there. Nothing was written."),
    "number": N_("{place} in this file must be higher than every number used. Nothing was written."),
    "removed": N_("{place} in this file is not a table and a key. Nothing was written."),
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
    "moved": N_(
        "{file} was moved or renamed while open. The last change was not saved. Find it and open it."
    ),
    "linked": N_("{file} has a second name on this disk. Copy it and open the copy."),
    "name_too_long": N_("This name is too long for this machine. Please choose a shorter one."),
    "no_folder": N_("There is no such folder to put {file} in."),
    "exists": N_("There is a file named {file} already. Please choose another name."),
    "busy": N_("{file} is busy for a moment. The last change was not saved. Please do it again."),
    "is_workbook": N_("{file} is a workbook. An export there would destroy it. Choose another name."),
    "not_a_file": N_("{file} is not a file that can be replaced. Choose another name."),
    "cannot_write": N_("{file} cannot be written here. Choose another folder."),
    "open_elsewhere": N_(
        "{file} cannot be replaced: another program may have it open. Close it there, or choose another name."
    ),
    "no_room": N_("The disk is full, so {file} was not written. Make room and do it again."),
    "older": N_("{file} is from an older version. Open it once in the program first."),
    "upgrade_failed": N_("{file} could not be brought to the new format and was left as it was."),
    "cannot_open": N_("{file} cannot be opened. You may lack the right to read it."),
}
_TROUBLE_ELSE = N_("{file} cannot be read or written now. Nothing in it was changed.")


def refusal_words(words: Wording, refused: Refused) -> str:
    """The sentence for something the user can put right."""
    facts = dict(refused.facts)
    if "at" in facts:
        facts["day"] = _moment(words, str(facts["at"]), "date")
    if refused.code in _TROUBLE:  # trouble that is shown beside a field
        return trouble_words(words, FileTrouble(refused.code, **facts))
    sentence = _REFUSED.get(refused.code, _REFUSED_ELSE)
    if refused.code == "data_wrong":
        sentence = _DATA_WRONG.get(str(facts.get("why")), sentence)
    return _filled(words, sentence, facts, _REFUSED_ELSE)


def trouble_words(words: Wording, trouble: FileTrouble) -> str:
    """The sentence for trouble with a file: what is wrong, and what to do."""
    facts = dict(trouble.facts)
    path = str(facts.get("path", ""))
    facts["file"] = Path(path).name or path or words.gettext("The file")  # the root of a disk has no name
    if "since" in facts:
        facts["since"] = _moment(words, str(facts["since"]), "moment")
    return _filled(words, _TROUBLE.get(trouble.code, _TROUBLE_ELSE), facts, _TROUBLE_ELSE)


def _moment(words: Wording, text: str, kind: str) -> str:
    from babel.dates import format_date, format_datetime  # slow to import, and trouble is rare

    try:
        moment = datetime.fromisoformat(text).astimezone()
    except ValueError:
        return text
    if kind == "date":
        return format_date(moment, "long", locale=words.region)
    return format_datetime(moment, "short", locale=words.region)


def _filled(words: Wording, sentence: str, facts: dict[str, Any], otherwise: str) -> str:
    try:
        return words.gettext(sentence).format(**facts)
    except (KeyError, IndexError):
        return words.gettext(otherwise).format(file=facts.get("file", ""))
