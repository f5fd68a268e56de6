# SPDX-License-Identifier: MIT
"""Names a step of the journal: "Undone: new barrier #12 at Birth". It knows labels and facts, never a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from walkthrough.wording import N_, _

_ENTRIES = {
    "barrier": N_("barrier #{number}"),
    "practice": N_("effective practice #{number}"),
    "indicator": N_("indicator #{number}"),
    "next_step": N_("next step #{number}"),
    "parked": N_("parked topic #{number}"),
    "decision": N_("decision #{number}"),
}
_UNNAMED = N_("entry")

_STEPS = {
    # Translators: these name what was done, after "Undone:" or "Done again:".
    "NameCollaborative": N_("name of the collaborative"),
    "DescribeCollaborative": N_("facts about the collaborative"),
    "RecordEntry": N_("new {entry}"),
    "RecordEntries": N_("new entries #{first} to #{last}"),
    "StepFromFinding": N_("new {entry}"),
    "EditEntry": N_("change of {entry}"),
    "MoveEntry": N_("move of {entry}"),
    "ChangeKind": N_("other kind for {entry}"),
    "HoldEntry": N_("holding back {entry}"),
    "ReleaseEntry": N_("letting out {entry}"),
    "DropEntry": N_("taking out {entry}"),
    "SayAgain": N_("said again: {entry}"),
    "MergeFindings": N_("joining into {entry}"),
    "MakeTheme": N_("new theme"),
    "RenameTheme": N_("name of a theme"),
    "AddToTheme": N_("a finding put into a theme"),
    "TakeFromTheme": N_("a finding taken out of a theme"),
    "DropTheme": N_("taking out a theme"),
    "MoveTheme": N_("order of the themes"),
    "StartWalk": N_("start of a walk"),
    "UseFamily": N_("another made-up family"),
    "DescribeWalk": N_("facts about the walk"),
    "RemoveWalk": N_("taking out a walk"),
    "AddStation": N_("new station"),
    "RenameStation": N_("name of a station"),
    "MoveStation": N_("order of the stations"),
    "RemoveStation": N_("taking out a station"),
    "AddLane": N_("new lane"),
    "RenameLane": N_("name of a lane"),
    "MoveLane": N_("order of the lanes"),
    "RemoveLane": N_("taking out a lane"),
    "SetRuleAndPractice": N_("rule and practice at a station"),
    "SetFamilyLine": N_("what happens to the family"),
    "SetStationNote": N_("note at a station"),
    "SetMinutes": N_("minutes for a station"),
    "WriteHandOff": N_("hand-off card"),
    "MarkAsked": N_("a question marked as asked"),
    "RecordCount": N_("count of families"),
    "RemoveCount": N_("taking out a count"),
    "UseLadder": N_("set-up of the stage check"),
    "ChangeLadder": N_("new version of a ladder"),
    "MakeLadder": N_("new ladder"),
    "BringInLadder": N_("ladder from a file"),
    "RenameLadder": N_("name of a ladder"),
    "RemoveLadder": N_("taking out a ladder"),
    "EditStageOfLadder": N_("wording of stage {stage}"),
    "AddStage": N_("new stage {stage}"),
    "MoveStage": N_("order of the stages"),
    "RemoveStage": N_("taking out stage {stage}"),
    "AddDimension": N_("new part of the ladder"),
    "EditDimension": N_("wording of a part of the ladder"),
    "MoveDimension": N_("order of the parts of the ladder"),
    "RemoveDimension": N_("taking out a part of the ladder"),
    "AddCriterion": N_("new statement at stage {stage}"),
    "EditCriterion": N_("wording of a statement"),
    "MoveCriterion": N_("place of a statement"),
    "RemoveCriterion": N_("taking out a statement"),
    "BeginStageCheck": N_("start of a stage check"),
    "TakeUpStageCheck": N_("start of a stage check"),
    "DateStageCheck": N_("day of the stage check"),
    "RemoveStageCheck": N_("taking out a stage check"),
    "AnswerCriterion": N_("answer to a statement"),
    "SkipCriterion": N_("a statement that does not apply"),
    "ClearAnswer": N_("taking back an answer"),
    "AddEvidence": N_("new evidence"),
    "ChangeEvidence": N_("change of evidence"),
    "RemoveEvidence": N_("taking out evidence"),
    "IndicatorFromEvidence": N_("new {entry}"),
    "AgreeStage": N_("agreed stage"),
    "WantStage": N_("wanted stage"),
    "AddGoal": N_("new goal"),
    "EditGoal": N_("change of a goal"),
    "MoveGoal": N_("order of the goals"),
    "RemoveGoal": N_("taking out a goal"),
    "AddIndicator": N_("new {entry}"),
    "EditIndicator": N_("change of {entry}"),
    "MoveIndicator": N_("order of the indicators"),
    "RemoveIndicator": N_("taking out {entry}"),
    "RecordPoint": N_("new point of {entry}"),
    "EditPoint": N_("change of a point"),
    "RemovePoint": N_("taking out a point"),
    "AddNextStep": N_("new {entry}"),
    "EditNextStep": N_("change of {entry}"),
    "SetStepState": N_("state of {entry}"),
    "AcceptNextStep": N_("the owner's word on {entry}"),
    "MoveNextStep": N_("order of the next steps"),
    "RemoveNextStep": N_("taking out {entry}"),
    "AnswerFinding": N_("link from {entry} to a finding"),
    "RaiseQuestion": N_("raising {entry} to a tier"),
    "EditRaised": N_("change of a raised question"),
    "RemoveRaised": N_("taking out a raised question"),
    "PlanMeeting": N_("new meeting"),
    "EditMeeting": N_("change of a meeting"),
    "SetAgenda": N_("agenda"),
    "CloseMeeting": N_("closing a meeting"),
    "StartMeeting": N_("start of a meeting"),
    "LeaveMeeting": N_("leaving a meeting"),
    "ReopenMeeting": N_("opening a closed meeting again"),
    "SetMeetingStations": N_("stations of a meeting"),
    "SetMeetingDimensions": N_("dimensions of a meeting"),
    "SetRoomSize": N_("size of the room"),
    "RemoveMeeting": N_("taking out a meeting"),
    "AddAttendance": N_("who came"),
    "InvitePartners": N_("inviting all partners"),
    "EditAttendance": N_("change of who came"),
    "RemoveAttendance": N_("taking out who came"),
    "Arrive": N_("somebody came"),
    "Depart": N_("somebody left"),
    "CameUnnamed": N_("somebody came, without a name"),
    "SetLeaves": N_("when somebody must leave"),
    "SetDots": N_("dots for each person"),
    "SetVotes": N_("votes for themes"),
    "WeighTheme": N_("impact and effort of a theme"),
    "ThemesOfLoudest": N_("themes from the loudest barriers"),
    "CountFist": N_("fist to five"),
    "RemoveFist": N_("taking out a fist to five"),
    "CountHands": N_("show of hands"),
    "SealBox": N_("sealed ballots"),
    "BeginDebrief": N_("start of the debrief"),
    "JudgeCheck": N_("answer to a check"),
    "NoteCheck": N_("note on a check"),
    "StepFromCheck": N_("new {entry}"),
    "AddPartner": N_("new partner"),
    "EditPartner": N_("change of a partner"),
    "RemovePartner": N_("taking out a partner"),
    "SetSeat": N_("a seat"),
    "RemoveSeat": N_("taking out a seat"),
    "WriteAgreement": N_("an agreement"),
    "RemoveAgreement": N_("taking out an agreement"),
    "UseQuestionnaire": N_("a questionnaire taken over"),
    "MakeQuestionnaire": N_("new questionnaire"),
    "EditQuestionnaire": N_("change of a questionnaire"),
    "RemoveQuestionnaire": N_("taking out a questionnaire"),
    "RemoveAsking": N_("taking out results of a questionnaire"),
    "AddSections": N_("new questions"),
    "RenameSection": N_("name of a section"),
    "MoveSection": N_("order of the sections"),
    "RemoveSection": N_("taking out a section"),
    "AddQuestion": N_("new question"),
    "EditQuestion": N_("change of a question"),
    "MoveQuestion": N_("order of the questions"),
    "RemoveQuestion": N_("taking out a question"),
    "AddOutsideResult": N_("new result of another tool"),
    "EditOutsideResult": N_("change of another tool’s result"),
    "RemoveOutsideResult": N_("taking out another tool’s result"),
    "IssuePlan": N_("handing out version {version} of the plan"),
    "SetLogo": N_("new logo"),
    "DescribeLogo": N_("words for the logo"),
    "RemoveLogo": N_("taking out the logo"),
}
_STEP_ELSE = N_("the last change")

_KIND_OF_STEP = {"AddIndicator": "indicator", "EditIndicator": "indicator", "RemoveIndicator": "indicator",
                 "RecordPoint": "indicator", "IndicatorFromEvidence": "indicator"}  # fmt: skip
StationName = Callable[[str], str]
"""From a station's key to its name, "" if it is gone."""


def step_text(label: str, facts: Mapping[str, Any], station_name: StationName) -> str:
    """Return what a step did, as a phrase that goes after a colon."""
    phrase = _(_STEPS.get(label, _STEP_ELSE))
    values = {**facts, "entry": _entry(label, facts, station_name)}
    try:
        return phrase.format(**values)
    except KeyError:
        return _(_STEP_ELSE)


def undone_text(
    label: str, facts: Mapping[str, Any], station_name: StationName, *, again: bool = False
) -> str:
    """Return the sentence for the status line after an undo, or a redo (`again`)."""
    sentence = _("Done again: {what}.") if again else _("Undone: {what}.")
    return sentence.format(what=step_text(label, facts, station_name))


def knows(label: str) -> bool:
    """Tell whether a step of this label has words of its own."""
    return label in _STEPS


def _entry(label: str, facts: Mapping[str, Any], station_name: StationName) -> str:
    kind = str(facts.get("kind") or _KIND_OF_STEP.get(label, "next_step"))
    if "number" not in facts or kind not in _ENTRIES:
        return _(_UNNAMED)
    entry = _(_ENTRIES[kind]).format(number=facts["number"])
    station = station_name(str(facts["station_id"])) if facts.get("station_id") else ""
    return _("{entry} at {station}").format(entry=entry, station=station) if station else entry
