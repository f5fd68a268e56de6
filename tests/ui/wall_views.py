# SPDX-License-Identifier: MIT
"""One of each view of the wall: like a sample meeting, far too long, and empty."""

from __future__ import annotations

from datetime import date

from walkthrough.model.queries.wall.shapes import (
    Across,
    AcrossRow,
    Choosing,
    Closing,
    EarlierRating,
    Fist,
    HandOffFacts,
    LadderRung,
    Mapped,
    MapRow,
    OneCriterion,
    OpenCard,
    Plain,
    PromiseRow,
    Promises,
    ProofLine,
    Rating,
    ReadBack,
    StageName,
    StepRow,
    Steps,
    ThemeRow,
    Walking,
    WallHead,
    WallRow,
    WallStation,
    WallView,
)
from walkthrough.model.showing import Call, Card
from walkthrough.model.words import AgendaKind, Answer, Certainty, Kind, Proof, StepState, Warmth

SENTENCE = (
    "The hospital calls the hotline, waits for an answer, and is told to fill in the form that nobody reads. "
)
LONG = (SENTENCE * 4)[:400].strip()
RULES = (
    "No client names and no stories that point to one family. We walk with a made-up family.",
    "We look at how the system works, not at who is to blame.",
    "At each station we first say what works.",
    "If a word is new to you, ask. If two of us mean two things by it, say so.",
    "What parents and young people say here weighs as much as what staff say.",
    "One person speaks at a time, and each of us leaves room for others.",
    "Stories stay in the room. What we learn may leave it.",
    "We do not stop until each next step has one name and one date.",
)
DAY = date(2026, 12, 1)
_STATIONS = (
    ("Prenatal", False),
    ("to Birth", True),
    ("Birth", False),
    ("to Report", True),
    ("Report", False),
    ("to Court", True),
    ("Court", False),
    ("Treatment", False),
    ("Home", False),
)
STRIP = tuple(WallStation(short, hand_off, short == "Report") for short, hand_off in _STATIONS)
LONG_STRIP = tuple(WallStation(f"Station with a long name {n}", n % 2 == 1, n == 15) for n in range(30))
HEAD = WallHead(AgendaKind.WALK, "Walk three stations", "Report to the hotline", 5, 9, STRIP)
LONG_HEAD = WallHead(AgendaKind.WALK, LONG, LONG, 16, 30, LONG_STRIP)
NO_HEAD = WallHead(AgendaKind.WALK, "")
ROWS = (
    WallRow(12, Kind.BARRIER, "No answer on the hotline after 5 pm", "Child welfare"),
    WallRow(11, Kind.BARRIER, "Two hotlines, two forms", "Child welfare", 2),
    WallRow(
        10, Kind.PRACTICE, "The social worker calls the same day", "Health", 0, "Since March, on both wards"
    ),
    WallRow(9, Kind.PARKED, "Jail visits"),
    WallRow(8, Kind.INDICATOR, "Days from birth to first home visit", "Home visiting"),
    WallRow(7, Kind.NEXT_STEP, "Ask the sheriff for one contact", "Courts", 1),
    WallRow(6, Kind.DECISION, "We use the state form from January", "All"),
)
LONG_ROWS = tuple(WallRow(n, list(Kind)[n % 6], LONG, LONG, n, LONG if n % 2 else "") for n in range(60))
FAMILY = ("The Rivera family", "Ana is two days home with her baby. The nurse has left a message.")


def walking(
    rows=(),
    call=Call.NONE,
    question="What happens when the hospital calls?",
    station="",
    family_line="",
    head=HEAD,
    **more,
) -> Walking:
    """The walk at one station."""
    if station:
        head = WallHead(AgendaKind.WALK, "Walk", station, 5, 9, STRIP)
    return Walking(head, call, question, FAMILY[0], family_line, tuple(rows), 3, 5, 3, **more)


def _head(part: AgendaKind, title: str) -> WallHead:
    return WallHead(part, title)


_FACTS = HandOffFacts(
    "Hospital", "Child welfare", Warmth.FAX, "The form", "", "24 hours", "4 days", "Nobody", ""
)
_LONG_FACTS = HandOffFacts(LONG, LONG, Warmth.NONE, LONG, LONG, LONG, LONG, LONG, LONG)
_NO_FACTS = HandOffFacts("", "", None, "", "", "", "", "", "")
_LADDER = (
    LadderRung("Prenatal", Certainty.COUNTED, "some"),
    LadderRung("Birth", Certainty.ESTIMATED, "many_lost"),
    LadderRung("Report", Certainty.NOBODY_KNOWS, "nobody_knows"),
)
_LONG_LADDER = tuple(LadderRung(LONG, Certainty.COUNTED, "some") for _ in range(60))
_WALKS = {
    "walking": walking(ROWS, family_line=FAMILY[1]),
    "walking_long": walking(LONG_ROWS, question=LONG, family_line=LONG, head=LONG_HEAD),
    "walking_first": walking((), family_line=FAMILY[1]),
    "walking_first_long": walking((), question=LONG, family_line=LONG, head=LONG_HEAD),
    "walking_empty": walking((), question="", head=NO_HEAD),
    "read_station": walking(ROWS, Call.STATION_READ_BACK),
    "pair": walking(ROWS, Call.RULE_AND_PRACTICE, rule="Two hours.", practice="Next morning.", has_gap=True),
    "pair_long": walking(
        ROWS, Call.RULE_AND_PRACTICE, head=LONG_HEAD, rule=LONG * 3, practice=LONG, has_gap=True
    ),
    "pair_empty": walking((), Call.RULE_AND_PRACTICE),
    "hand_off": walking(ROWS, Call.HAND_OFF, hand_off=_FACTS),
    "hand_off_long": walking(ROWS, Call.HAND_OFF, head=LONG_HEAD, hand_off=_LONG_FACTS),
    "hand_off_empty": walking((), Call.HAND_OFF, hand_off=_NO_FACTS),
    "ladder": walking((), Call.LADDER, ladder=_LADDER),
    "ladder_long": walking((), Call.LADDER, head=LONG_HEAD, ladder=_LONG_LADDER),
    "ladder_empty": walking((), Call.LADDER),
}
_LANES = ("Family", "Child welfare", "Treatment", "Courts", "Health", "Schools")
_MAPS = {
    "mapped": Mapped(
        HEAD,
        STRIP,
        tuple(
            MapRow(lane, tuple(((i * 2, 0) if (i + j) % 2 else (0, j % 3)) for j in range(9)))
            for i, lane in enumerate(_LANES)
        ),
    ),
    "mapped_long": Mapped(
        LONG_HEAD,
        LONG_STRIP,
        tuple(MapRow(f"{n} {LONG}", tuple((n * 13 + j, j * 9) for j in range(30))) for n in range(60)),
    ),
    "mapped_empty": Mapped(NO_HEAD, (), ()),
}
_CARD_LINES = ("Fewer babies taken into care because of drug use.", "Parents get help in days, not months.")
_CARDS = {
    f"card_{card.value}{suffix}": OpenCard(_head(AgendaKind.OPEN, title), card, 0, 6, lines)
    for card in Card
    for suffix, title, lines in (
        ("", "Welcome and ground rules", _CARD_LINES),
        ("_long", LONG, (LONG,) * 20),
        ("_empty", "", ()),
    )
}
_LAST = _head(AgendaKind.LAST_TIME, "Last time's promises")
_PROMISED = (
    PromiseRow("a", 1, "One release form for all agencies", "Courts", DAY, StepState.DONE, False),
    PromiseRow("b", 2, "Set up an after-hours phone tree", "Child welfare", DAY, StepState.STUCK, True),
    PromiseRow(
        "c", 3, "Invite two parents to the core team", "Parent Network", DAY, StepState.UNDER_WAY, False
    ),
    PromiseRow("d", 4, "List all home visits", "Health", DAY, StepState.NOT_STARTED, False),
    PromiseRow("e", 5, "Ask the state for the new codes", "Treatment", None, StepState.DROPPED, False),
)
_PROMISES = {
    "promises": Promises(_LAST, _PROMISED, 0, 2, 8, 3),
    "promises_long": Promises(
        _head(AgendaKind.LAST_TIME, LONG),
        tuple(PromiseRow(f"p{n}", n, LONG, LONG, DAY, list(StepState)[n % 5], True) for n in range(60)),
        1,
        12,
        60,
        7,
    ),
    "promises_empty": Promises(_LAST, (), 0, 1, 0, 0),
}
_CHOOSE = _head(AgendaKind.CHOOSE, "Choose what matters most")
_THEMES = (
    ThemeRow("a", 1, 1, "Nobody to call after 5 pm", (1, 2), 9, 5, 2),
    ThemeRow("b", 2, 2, "Two forms for one release", (3,), 6, 4, 1),
    ThemeRow("c", 3, 3, "Waiting lists for treatment", (4,), 5, 5, 5),
    ThemeRow("d", 4, 4, "No rides to visits", (5,), 3, 3, 3),
    ThemeRow("e", 5, 5, "Staff leave", (7,), 0, None, None),
)
_LONG_THEMES = tuple(ThemeRow(f"t{n}", n, n, LONG, (1,), 99 - n, 1 + n % 2, 1 + n % 2) for n in range(1, 13))
_CHOICES = {
    f"{call.value}{suffix}": Choosing(head, call, rows, 0, pages, 3, 11, suffix == "_long")
    for call in (Call.NONE, Call.TOTALS, Call.WEIGHED)
    for suffix, head, rows, pages in (
        ("", _CHOOSE, _THEMES, 1),
        ("_long", _head(AgendaKind.CHOOSE, LONG), _LONG_THEMES, 2),
        ("_empty", _CHOOSE, (), 1),
    )
}
_ACROSS = {
    "across": Across(
        _CHOOSE,
        (
            AcrossRow(
                "alike", ("Report", "Court"), (3, 11), "Nobody answers after 5 pm", "No answer at night"
            ),
            AcrossRow("gap", ("Birth",), (), "An answer in two hours", "At night, an answer in the morning"),
            AcrossRow("clock", ("Court", "Treatment"), (), "24 hours", "4 to 9 days"),
        ),
        0,
        1,
    ),
    "across_long": Across(
        _head(AgendaKind.CHOOSE, LONG),
        tuple(AcrossRow("alike", (LONG,) * 5, tuple(range(40)), f"{n}. {LONG}", LONG) for n in range(60)),
        0,
        5,
    ),
    "across_empty": Across(_CHOOSE, (), 0, 1),
}
_FISTS = {
    "fist": Fist(_CHOOSE, "Do we start with the phone tree?", (0, 0, 1, 4, 5, 2), "hear"),
    "fist_long": Fist(_head(AgendaKind.CHOOSE, LONG), LONG, (3, 0, 1, 44, 5, 999), "stop"),
    "fist_empty": Fist(_CHOOSE, "", (0, 0, 0, 0, 0, 0), ""),
}
_STAGES = (
    StageName(1, "Information exchange", "We tell each other what we do."),
    StageName(2, "Joint projects", "We do some things together, beside our own work."),
    StageName(3, "Changing the rules", "We change how our agencies work."),
    StageName(4, "Changing the system", "New ways are the usual ways, with money and law behind them."),
)
_LONG_STAGES = tuple(StageName(n, LONG, LONG) for n in range(1, 7))
_CHECK = _head(AgendaKind.STAGE_CHECK, "Stage check, one part")
_RATINGS = {
    "rating": Rating(_CHECK, _STAGES, 7, 11, False),
    "rating_open": Rating(_CHECK, _STAGES, 0, 11, True),
    "rating_long": Rating(_head(AgendaKind.STAGE_CHECK, LONG), _LONG_STAGES, 7, 250, True),
    "rating_empty": Rating(_CHECK, (), 0, 0, False),
    "rated": Rating(_CHECK, _STAGES, 11, 11, False, (1, 1, 5, 4, 0), "close", (2, 3), 1, (2,)),
    "rated_open": Rating(_CHECK, _STAGES, 60, 60, True, (10, 0, 40, 4, 6), "agree", (2,), 6, (2, 3), 2),
    "rated_long": Rating(
        _head(AgendaKind.STAGE_CHECK, LONG),
        _LONG_STAGES,
        60,
        60,
        True,
        (10, 0, 40, 4, 6, 0, 0),
        "differ",
        (),
        6,
        (2, 3),
        2,
    ),
    "rated_again": Rating(
        _CHECK,
        _STAGES,
        11,
        11,
        False,
        (1, 1, 5, 4, 0),
        "close",
        (2, 3),
        1,
        (2,),
        earlier=EarlierRating(DAY, (2, 4, 4, 1, 0), is_open=True, is_same_check=False),
    ),
    "rated_part": Rating(
        _CHECK,
        _STAGES,
        40,
        40,
        False,
        (3, 4, 15, 12, 6),
        "differ",
        (),
        6,
        (2,),
        dimension="Money",
        page=1,
        pages=4,
        earlier=EarlierRating(DAY, (0, 9, 20, 11, 0), is_open=False, is_same_check=True),
    ),
    "rated_again_long": Rating(
        _head(AgendaKind.STAGE_CHECK, LONG),
        _LONG_STAGES,
        60,
        60,
        False,
        (10, 0, 40, 4, 6, 0, 0),
        "differ",
        (),
        6,
        (2, 3),
        dimension=LONG,
        page=1,
        pages=12,
        earlier=EarlierRating(DAY, (10, 0, 240, 4, 6, 0, 0), is_open=True, is_same_check=False),
    ),
    "rated_few": Rating(_CHECK, _STAGES, 4, 7, False, is_too_few=True),
    "rated_few_long": Rating(
        _head(AgendaKind.STAGE_CHECK, LONG), _LONG_STAGES, 4, 250, False, question=LONG, is_too_few=True
    ),
    "rated_none": Rating(_CHECK, _STAGES, 0, 0, True, (0, 0, 0, 0, 0), "too_few"),
}
_PROOFS = (
    ProofLine(Proof.DOCUMENT, "Release form of 2025", "Shared folder", "", "", DAY),
    ProofLine(Proof.COUNT, "Staff trained", "", "34 of 60", "HR list", DAY),
)
_LONG_PROOFS = tuple(ProofLine(list(Proof)[n % 4], LONG, LONG, LONG, LONG, DAY) for n in range(60))
_CRITERIA = {
    "criterion": OneCriterion(
        _CHECK,
        "Information and data",
        3,
        "Changing the rules",
        "Our agencies use one release form, and staff know how to use it.",
        "A parent signs once, at the first visit.",
        Answer.PARTLY,
        _PROOFS,
        0,
        3,
    ),
    "criterion_long": OneCriterion(
        _head(AgendaKind.STAGE_CHECK, LONG), LONG, 3, LONG, LONG * 2, LONG, None, _LONG_PROOFS, 0, 40
    ),
    "criterion_empty": OneCriterion(_CHECK, "", 1, "", "", "", Answer.YES, (), 0, 1),
}
_NEXT = _head(AgendaKind.NEXT_STEPS, "Next steps")
_STEP_ROWS = (
    StepRow("a", 1, "One release form for all agencies", "Courts", DAY, "", "All four agencies use it", (3,)),
    StepRow(
        "b", 2, "Set up an after-hours phone tree", "Child welfare", DAY, "", "Answered within two hours"
    ),
    StepRow("c", 3, "Invite two parents to the core team", "Parent Network", None, "next meeting"),
    StepRow("e", 5, "Ask the jail about visits on Saturdays", "", DAY, "", has_refused=True),
    StepRow("d", 4, "List all home visiting programs with their waits", "", None, ""),
)
_LONG_STEPS = tuple(StepRow(f"s{n}", n, LONG, LONG, DAY, "", LONG) for n in range(60))
_READ = _head(AgendaKind.READ_BACK, "Read back")
_CLOSE = _head(AgendaKind.CLOSE, "Close")
_COUNTY = "Juniper County Families First"
_STEPS = {
    "steps": Steps(_NEXT, _STEP_ROWS),
    "steps_long": Steps(_head(AgendaKind.NEXT_STEPS, LONG), _LONG_STEPS),
    "steps_empty": Steps(_NEXT, ()),
    "read_back": ReadBack(_READ, _STEP_ROWS[1], 2, 4),
    "read_back_long": ReadBack(_head(AgendaKind.READ_BACK, LONG), _LONG_STEPS[0], 2, 60),
    "read_back_all": ReadBack(_READ, None, 4, 4),
    "read_back_empty": ReadBack(_READ, None, 0, 0),
    "closing": Closing(_CLOSE, _COUNTY, DAY, "Joint projects", _STEP_ROWS, date(2027, 2, 23), 0, 1, 2),
    "closing_long": Closing(_head(AgendaKind.CLOSE, LONG), LONG, DAY, LONG, _LONG_STEPS, None, 1, 12),
    "closing_empty": Closing(_CLOSE, "", DAY, "", (), None, 0, 1),
}
_PLAIN = {
    "break": Plain(_head(AgendaKind.BREAK, "Break")),
    "plain": Plain(_head(AgendaKind.DASHBOARD, "Dashboard"), ("Where we began, where we are.",)),
    "plain_long": Plain(_head(AgendaKind.DASHBOARD, LONG), (LONG,) * 30),
    "plain_empty": Plain(_head(AgendaKind.DECISIONS, "")),
}
VIEWS: dict[str, WallView] = {
    **_WALKS,
    **_MAPS,
    **_CARDS,
    **_PROMISES,
    **_CHOICES,
    **_ACROSS,
    **_FISTS,
    **_RATINGS,
    **_CRITERIA,
    **_STEPS,
    **_PLAIN,
}
