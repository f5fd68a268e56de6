# SPDX-License-Identifier: MIT
"""Days as people type them, in two languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkthrough.model.rules.dates import add_months, read_day

TODAY = date(2026, 11, 22)  # a Sunday
MEETING = date(2027, 2, 24)


def test_a_day_of_what_has_happened_is_the_last_such_day() -> None:
    told = {
        "11/15": date(2026, 11, 15),
        "11/22": TODAY,
        "11/25": date(2025, 11, 25),
        "10/1": date(2026, 10, 1),
        "2/29": date(2024, 2, 29),
        "mar 1": date(2026, 3, 1),
        "fri": date(2026, 11, 20),
        "next fri": date(2026, 11, 27),
        "12/24/2026": date(2026, 12, 24),
    }
    assert {text: read_day(text, TODAY, has_happened=True) for text in told} == told
    assert read_day("15/11", TODAY, language="es", has_happened=True) == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2w", date(2026, 12, 6)),
        ("10d", date(2026, 12, 2)),
        ("3m", date(2027, 2, 22)),
        ("1y", date(2027, 11, 22)),
        ("in 2 weeks", date(2026, 12, 6)),
        ("3/1", date(2027, 3, 1)),
        ("12/24", date(2026, 12, 24)),
        ("11/22", TODAY),
        ("3/1/27", date(2027, 3, 1)),
        ("3/1/2028", date(2028, 3, 1)),
        ("31/12", date(2026, 12, 31)),
        ("2027-03-01", date(2027, 3, 1)),
        ("2/29", date(2028, 2, 29)),
        ("mar 1", date(2027, 3, 1)),
        ("1 mar", date(2027, 3, 1)),
        ("March 1st", date(2027, 3, 1)),
        ("Dec. 5, 2026", date(2026, 12, 5)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("fri", date(2026, 11, 27)),
        ("next friday", date(2026, 11, 27)),
        ("sunday", date(2026, 11, 29)),
        ("end of month", date(2026, 11, 30)),
        ("next month", date(2026, 12, 22)),
        ("next meeting", MEETING),
        ("mañana", date(2026, 11, 23)),
    ],
)
def test_a_day_is_understood(text: str, day: date):
    assert read_day(text, TODAY, next_meeting=MEETING) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/1", date(2027, 1, 3)),
        ("3/1/27", date(2027, 1, 3)),
        ("1 de marzo", date(2027, 3, 1)),
        ("1 de marzo de 2028", date(2028, 3, 1)),
        ("2 semanas", date(2026, 12, 6)),
        ("mañana", date(2026, 11, 23)),
        ("el próximo viernes", date(2026, 11, 27)),
        ("miércoles", date(2026, 11, 25)),
        ("fin de mes", date(2026, 11, 30)),
        ("próxima reunión", MEETING),
        ("2w", date(2026, 12, 6)),
    ],
)
def test_a_day_is_understood_in_spanish(text: str, day: date):
    assert read_day(text, TODAY, language="es", next_meeting=MEETING) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "2", "0/0", "2/30/2027", "13/13", "9999y", "ask first", "ma 1", "m"]
)
def test_other_words_are_no_day(text: str):
    assert read_day(text, TODAY) is None


def test_next_meeting_without_a_day_is_no_day():
    assert read_day("next meeting", TODAY) is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_without_a_year_is_never_past_and_less_than_nine_years_ahead(today: date, day: date):
    for language, text in (("en", f"{day.month}/{day.day}"), ("es", f"{day.day}/{day.month}")):
        found = read_day(text, today, language=language)
        assert found is not None
        assert today <= found < today + timedelta(days=9 * 366)
        assert (found.month, found.day) == (day.month, day.day)


@given(st.text(max_size=20), st.dates(), st.sampled_from(["en", "es"]))
def test_any_text_is_a_day_or_none(text: str, today: date, language: str):
    found = read_day(text, today, language=language)
    assert found is None or isinstance(found, date)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 240))
def test_months_later_is_in_that_month(day: date, months: int):
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day
